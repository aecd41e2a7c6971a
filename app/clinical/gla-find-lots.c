/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a lot from the treatments of other patients: alert A7. */

#include "config.h"

#include "gla-finding-private.h"
#include "gla-i18n.h"
#include "gla-lot-finding.h"

GlaFinding *
gla_find_suspect_lot (GlaFindingSearch *search,
                      const char       *product,
                      const char       *lot,
                      const GPtrArray  *lots)
{
  const GlaLotFinding *verdict = gla_lot_findings_find (lots, product, lot);
  GlaFinding *finding;

  if (verdict == NULL || !gla_lot_finding_is_suspect (verdict))
    return NULL;
  finding = gla_finding_search_add (search, "lot-signal", "A7", GLA_FINDING_WARN,
                                    /* Translators: %s is a lot */
                                    g_strdup_printf (_("Lot %s stands out"), lot),
                                    gla_lot_finding_describe (verdict));
  finding->marks |= GLA_MARK_DEFAULT;
  return finding;
}

/* Lots of the effects that are running; each is named once. */
void
gla_find_running_lots (GlaFindingSearch *search,
                       const GPtrArray  *lots)
{
  const GPtrArray *cycles = search->cycles->cycles;
  g_autoptr (GHashTable) found = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; lots != NULL && i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];

      for (guint k = 0; cycle->next == NULL && k < cycle->injections->len; k++)
        {
          const GlaInjection *injection = cycle->injections->pdata[k];
          const GlaLotFinding *verdict =
            gla_lot_findings_find (lots, injection->product, injection->lot);
          GlaFinding *finding = g_hash_table_lookup (found, verdict);

          if (verdict == NULL)
            continue;
          if (finding == NULL)
            finding = gla_find_suspect_lot (search, injection->product, injection->lot, lots);
          if (finding == NULL)
            continue;
          g_hash_table_insert (found, (gpointer) verdict, finding);
          gla_finding_add_row_once (finding, injection->id);
        }
    }
}

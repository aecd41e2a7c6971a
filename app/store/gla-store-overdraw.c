/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a treatment takes more from a vial than is left, within its transaction. */

#include "config.h"

#include "gla-store-parts.h"

#include "gla-i18n.h"
#include "gla-store-stock.h"

typedef struct
{
  char *vial;
  GlaUnits units; /* known ones */
} Taken;

static void
taken_clear (Taken *taken)
{
  g_free (taken->vial);
}

/* What the treatment as it is in the file takes from each vial. */
GArray *
gla_store_read_taken (GlaStore    *self,
                      gint64       patient,
                      const char  *treatment,
                      GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT vial, coalesce (sum (units), 0) FROM injection"
                           " WHERE patient = :patient AND treatment = :treatment"
                           " AND vial IS NOT NULL GROUP BY vial",
                           error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Taken));
  gboolean row = TRUE;

  g_array_set_clear_func (list, (GDestroyNotify) taken_clear);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":patient", patient);
  gla_statement_bind_text (statement, ":treatment", treatment);
  while (gla_statement_step (statement, &row, error) && row)
    {
      Taken taken = { g_strdup (gla_statement_get_text (statement, 0)),
                      gla_statement_get_int (statement, 1) };

      g_array_append_val (list, taken);
    }
  return row ? NULL : g_steal_pointer (&list);
}

static GlaUnits
find_taken (GArray     *list,
            const char *vial)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Taken *taken = &g_array_index (list, Taken, i);

      if (g_str_equal (taken->vial, vial))
        return taken->units;
    }
  return 0;
}

static gboolean
check_vial (GlaStore     *self,
            const Taken  *taken,
            GError      **error)
{
  g_autoptr (GlaVial) vial = NULL;
  GlaVialLedger ledger;
  g_autofree char *left = NULL;
  g_autofree char *needed = NULL;

  if (!gla_store_read_vial (self, taken->vial, &vial, error))
    return FALSE;
  if (vial == NULL)
    return TRUE;
  if (!gla_store_read_ledger (self, vial, &ledger, error))
    return FALSE;
  if (gla_vial_ledger_get_overdraw (&ledger) == 0)
    return TRUE;
  left = gla_units_format (MAX (ledger.content - ledger.charted - ledger.wasted + taken->units, 0));
  needed = gla_units_format (taken->units);
  g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN,
               /* Translators: a lot, and units left and needed */
               _("The vial of lot %s has %s U left, and %s U are needed. Choose a second vial for "
                 "the rest."),
               vial->lot != NULL ? vial->lot : _("unknown"), left, needed);
  return FALSE;
}

/* Only what takes more than before has to be answered for. */
gboolean
gla_store_check_overdraw (GlaStore    *self,
                          gint64       patient,
                          const char  *treatment,
                          GArray      *before,
                          GError     **error)
{
  g_autoptr (GArray) after = gla_store_read_taken (self, patient, treatment, error);

  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    {
      const Taken *taken = &g_array_index (after, Taken, i);

      if (taken->units > find_taken (before, taken->vial) && !check_vial (self, taken, error))
        return FALSE;
    }
  return TRUE;
}

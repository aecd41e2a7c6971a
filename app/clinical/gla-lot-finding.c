/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-finding.h"

#include "gla-i18n.h"
#include "gla-lot-name.h"

#include <math.h>
#include <string.h>

void
gla_lot_finding_free (GlaLotFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->product);
  g_free (self->lot);
  g_free (self);
}

gboolean
gla_lot_finding_is_suspect (const GlaLotFinding *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->counts.flag == GLA_LOT_AMBER || self->counts.flag == GLA_LOT_RED;
}

static gboolean
is_of (const GlaLotFinding *self,
       const char          *product,
       const char          *lot)
{
  return strcmp (self->product, product) == 0 && gla_lot_name_equal (self->lot, lot);
}

const GlaLotFinding *
gla_lot_findings_find (const GPtrArray *findings,
                       const char      *product,
                       const char      *lot)
{
  if (findings == NULL || product == NULL || lot == NULL)
    return NULL;
  for (guint i = 0; i < findings->len; i++)
    if (is_of (findings->pdata[i], product, lot))
      return findings->pdata[i];
  return NULL;
}

gboolean
gla_lot_findings_are_suspect (const GPtrArray *findings,
                              const char      *product,
                              const char      *lot)
{
  if (findings == NULL || product == NULL || lot == NULL)
    return FALSE;
  /* The suspect ones come first, and each cycle of a clinic asks: no others are looked at. */
  for (guint i = 0; i < findings->len && gla_lot_finding_is_suspect (findings->pdata[i]); i++)
    if (is_of (findings->pdata[i], product, lot))
      return TRUE;
  return FALSE;
}

/* As observations keep them: the same text is the same pointer. */
typedef struct
{
  const char *product;
  const char *lot;
} Spelling;

static guint
spelling_hash (gconstpointer data)
{
  const Spelling *spelling = data;

  return g_direct_hash (spelling->product) * 31 + g_direct_hash (spelling->lot);
}

static gboolean
spelling_equal (gconstpointer a,
                gconstpointer b)
{
  const Spelling *first = a;
  const Spelling *second = b;

  return first->product == second->product && first->lot == second->lot;
}

/* The lots that were found, numbered, with what was too young to count. */
typedef struct
{
  GHashTable *spellings; /* Spelling to the place in findings, plus 1 */
  GHashTable *places;   /* "product\nlot" to the place in findings, plus 1 */
  GHashTable *products; /* product to its number, plus 1 */
  GHashTable *young;    /* "session lot" of the sessions that are too young */
  GPtrArray *findings;  /* (element-type GlaLotFinding) */
} Register;

static void
register_init (Register *lots)
{
  lots->spellings = g_hash_table_new_full (spelling_hash, spelling_equal, g_free, NULL);
  lots->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lots->products = g_hash_table_new (g_str_hash, g_str_equal);
  lots->young = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lots->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_lot_finding_free);
}

static void
register_clear (Register *lots)
{
  g_hash_table_unref (lots->spellings);
  g_hash_table_unref (lots->places);
  g_hash_table_unref (lots->products);
  g_hash_table_unref (lots->young);
  g_clear_pointer (&lots->findings, g_ptr_array_unref);
}

/* By what the lot is called whatever the case of letters and blanks. */
static guint
find_named_place (Register             *lots,
                  const GlaObservation *row)
{
  g_autofree char *lot = gla_lot_name_dup_key (row->lot);
  g_autofree char *key = g_strconcat (row->product, "\n", lot, NULL);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (lots->places, key));

  if (place == 0)
    {
      GlaLotFinding *finding = g_new0 (GlaLotFinding, 1);

      finding->product = g_strdup (row->product);
      finding->lot = g_strdup (row->lot);
      g_ptr_array_add (lots->findings, finding);
      place = lots->findings->len;
      g_hash_table_insert (lots->places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static guint
find_place (Register             *lots,
            const GlaObservation *row)
{
  const Spelling spelling = { row->product, row->lot };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (lots->spellings, &spelling));

  if (place == 0)
    {
      place = find_named_place (lots, row) + 1;
      g_hash_table_insert (lots->spellings, g_memdup2 (&spelling, sizeof spelling),
                           GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static gint64
find_product (Register   *lots,
              const char *product)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (lots->products, product));

  if (number == 0)
    {
      number = g_hash_table_size (lots->products) + 1;
      g_hash_table_insert (lots->products, (gpointer) product, GUINT_TO_POINTER (number));
    }
  return number;
}

/* The areas of a session are one unit, also among those that are too young. */
static void
count_young (Register             *lots,
             const GlaObservation *row,
             guint                 place)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %u", row->session, place);

  if (g_hash_table_add (lots->young, key))
    ((GlaLotFinding *) lots->findings->pdata[place])->n_young++;
}

static GArray *
collect (Register              *lots,
         const GlaObservations *observations,
         const GlaClinicModel  *model,
         GlaDay                 today)
{
  GArray *records = g_array_new (FALSE, TRUE, sizeof (GlaLotRecord));
  gsize n_rows;
  const GlaObservation *rows = gla_observations_get_rows (observations, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      const GlaObservation *row = &rows[i];
      GlaLotRecord record = { .session = row->session, .interval = row->interval };

      if (row->product[0] == '\0' || row->lot[0] == '\0')
        continue;
      record.lot = find_place (lots, row);
      record.product = find_product (lots, row->product);
      record.centre = gla_clinic_model_get_centre (model, row->family, row->area,
                                                   row->log_dose_ratio);
      record.is_nonresponse = row->status == GLA_EFFECT_NOT_SEEN;
      record.age = today - row->day;
      if (record.age < GLA_LOTS_MATURITY)
        count_young (lots, row, (guint) record.lot);
      else
        g_array_append_val (records, record);
    }
  return records;
}

static int
round_rate (double rate)
{
  return (int) floor (100.0 * rate + 0.5);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const GlaLotFinding *first = *(GlaLotFinding *const *) a;
  const GlaLotFinding *second = *(GlaLotFinding *const *) b;
  int order;

  if (first->counts.flag != second->counts.flag)
    return first->counts.flag > second->counts.flag ? -1 : 1;
  order = strcmp (first->product, second->product);
  return order != 0 ? order : strcmp (first->lot, second->lot);
}

GPtrArray *
gla_lot_findings_new (const GlaObservations  *observations,
                      const GlaClinicModel   *model,
                      GlaDay                  today,
                      GError                **error)
{
  Register lots;
  g_autoptr (GArray) records = NULL;
  g_autofree GlaLot *counts = NULL;
  GPtrArray *findings = NULL;
  double tau, sigma;
  gsize n_lots;

  g_return_val_if_fail (observations != NULL && model != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  register_init (&lots);
  records = collect (&lots, observations, model, today);
  gla_clinic_model_get_spread (model, &tau, &sigma);
  counts = gla_lots_count ((const GlaLotRecord *) records->data, records->len, tau, sigma, &n_lots,
                           error);
  if (counts != NULL && gla_lots_judge (counts, n_lots, error))
    {
      for (gsize i = 0; i < n_lots; i++)
        {
          GlaLotFinding *finding = lots.findings->pdata[counts[i].lot];

          finding->counts = counts[i];
          finding->rate = round_rate ((double) counts[i].n_failed / MAX (counts[i].n_sessions, 1));
          finding->rate_others = round_rate (counts[i].p_others);
        }
      findings = g_steal_pointer (&lots.findings);
      g_ptr_array_sort (findings, compare_findings);
    }
  register_clear (&lots);
  return findings;
}

/* What stands out: the failures, or otherwise the durations. */
static char *
describe_evidence (const GlaLotFinding *self)
{
  const GlaLot *counts = &self->counts;

  if (counts->has_more_failures)
    return g_strdup_printf (ngettext (
                              /* Translators: treatments that failed, all, and per 100 of others */
                              "In %u of %u treatment with this batch the effect was short or "
                              "absent; with other batches of the same product in about %d of 100.",
                              "In %u of %u treatments with this batch the effect was short or "
                              "absent; with other batches of the same product in about %d of 100.",
                              counts->n_sessions),
                            counts->n_failed, counts->n_sessions, self->rate_others);
  return g_strdup_printf (ngettext (
                            /* Translators: how many treatments, and a share in per cent */
                            "The effects of %u treatment with this batch lasted about %d %% as "
                            "long as those of the same product usually do.",
                            "The effects of %u treatments with this batch lasted about %d %% as "
                            "long as those of the same product usually do.",
                            counts->n_durations),
                          counts->n_durations, round_rate (counts->ratio));
}

char *
gla_lot_finding_describe (const GlaLotFinding *self)
{
  g_autofree char *evidence = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->counts.flag)
    {
    case GLA_LOT_AMBER:
    case GLA_LOT_RED:
      evidence = describe_evidence (self);
      return g_strdup_printf ("%s %s %s", evidence,
                              _("This is more than chance would explain."),
                              _("Please check storage, dilution and expiry, and consider "
                                "reporting it."));
    case GLA_LOT_TOO_FEW:
      n = MAX (self->counts.n_sessions, self->counts.n_durations);
      if (n >= GLA_LOTS_MIN_SESSIONS)
        return g_strdup (_("Too few treatments with other batches of this product to compare."));
      return g_strdup_printf (_("Too few treatments to judge (%u of %d)."), n,
                              GLA_LOTS_MIN_SESSIONS);
    case GLA_LOT_OK:
    default:
      return NULL;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-group-finding-private.h"

#include "gla-i18n.h"

#include <math.h>
#include <string.h>

/* A difference that chance makes once in twenty comparisons. */
#define MAX_P 0.05

/* The rows of one group, or of one side of a comparison. */
typedef struct
{
  GArray *records;  /* (element-type GlaDuration) */
  GArray *patients; /* (element-type gint64) */
} Rows;

static Rows *
rows_new (void)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->records = g_array_new (FALSE, FALSE, sizeof (GlaDuration));
  rows->patients = g_array_new (FALSE, FALSE, sizeof (gint64));
  return rows;
}

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_array_unref (rows->records);
  g_array_unref (rows->patients);
  g_free (rows);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, rows_free)

static void
rows_add (Rows                 *rows,
          const GlaObservation *row)
{
  g_array_append_val (rows->records, row->interval);
  g_array_append_val (rows->patients, row->patient);
}

static const char *
get_key (const GlaObservation *row,
         GlaGroupKind          kind)
{
  switch (kind)
    {
    case GLA_GROUP_AREA:
      return row->area;
    case GLA_GROUP_PRODUCT:
      return row->product;
    case GLA_GROUP_PRACTITIONER:
    default:
      return row->practitioner;
    }
}

static gboolean
is_in (const GlaObservation *row,
       GlaGroupKind          kind,
       const GlaGroupFilter *filter)
{
  if (!gla_observation_has_duration (row) || get_key (row, kind)[0] == '\0')
    return FALSE;
  return filter == NULL ||
         ((filter->area == NULL || strcmp (filter->area, row->area) == 0) &&
          (filter->product == NULL || strcmp (filter->product, row->product) == 0) &&
          (filter->practitioner == NULL || strcmp (filter->practitioner, row->practitioner) == 0));
}

void
gla_group_median_free (GlaGroupMedian *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self);
}

/* Whole days are what the estimate works with; the rules give nothing else. */
static gboolean
estimate_median (const Rows     *rows,
                 GlaCancelFunc   cancel,
                 gpointer        cancel_data,
                 GlaMedian      *median,
                 GError        **error)
{
  const GlaDuration *records = (const GlaDuration *) rows->records->data;
  g_autoptr (GlaNpmle) npmle = gla_npmle_new (records, NULL, rows->records->len, cancel,
                                              cancel_data, error);

  return npmle != NULL &&
         gla_median_estimate (npmle, records, (const gint64 *) rows->patients->data,
                              rows->records->len, cancel, cancel_data, median, error);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(GlaGroupMedian *const *) a)->key, (*(GlaGroupMedian *const *) b)->key);
}

GPtrArray *
gla_group_medians_new (const GlaObservations *observations,
                       GlaGroupKind           kind,
                       const GlaGroupFilter  *filter,
                       GlaCancelFunc          cancel,
                       gpointer               cancel_data,
                       GError               **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, rows_free);
  g_autoptr (GPtrArray) medians = NULL;
  const GlaObservation *rows;
  GHashTableIter iter;
  gpointer key, value;
  gsize n_rows;

  g_return_val_if_fail (observations != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  rows = gla_observations_get_rows (observations, &n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      Rows *group;

      if (!is_in (&rows[i], kind, filter))
        continue;
      group = g_hash_table_lookup (groups, get_key (&rows[i], kind));
      if (group == NULL)
        {
          group = rows_new ();
          g_hash_table_insert (groups, (gpointer) get_key (&rows[i], kind), group);
        }
      rows_add (group, &rows[i]);
    }

  medians = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_group_median_free);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GlaGroupMedian *group = g_new0 (GlaGroupMedian, 1);

      group->key = g_strdup (key);
      g_ptr_array_add (medians, group);
      if (!estimate_median (value, cancel, cancel_data, &group->median, error))
        return NULL;
      group->share_censored = 1.0 - (double) group->median.n_finite / group->median.n_records;
    }
  g_ptr_array_sort (medians, compare_keys);
  return g_steal_pointer (&medians);
}

/* "Based on ...", with separators of thousands. */
static char *
describe_size (const GlaMedian *median)
{
  /* Translators: numbers of treatments and of patients */
  return g_strdup_printf (ngettext ("Based on %'u treatments of %'u patient.",
                                    "Based on %'u treatments of %'u patients.",
                                    median->n_patients),
                          (guint) median->n_records, median->n_patients);
}

static char *
describe_middle (const GlaMedian *median)
{
  const GlaNpmleQuantile *middle = &median->median;

  if (middle->day == 0)
    return g_strdup (_("More than half still showed an effect at the last check; a typical "
                       "duration cannot be given yet."));
  if (middle->is_wide)
    return g_strdup_printf (_("Half of the treatments lasted longer than a time between %d and %d "
                              "days."), (int) middle->left + 1, (int) middle->right);
  if (median->has_limits && isfinite (median->upper))
    return g_strdup_printf (_("Half of the treatments lasted longer than %d days (likely between "
                              "%d and %d)."),
                            middle->day, (int) median->lower, (int) median->upper);
  return g_strdup_printf (_("Half of the treatments lasted longer than %d days (likely at least "
                            "%d)."), middle->day, (int) median->lower);
}

char *
gla_group_median_describe (const GlaGroupMedian *self)
{
  const GlaMedian *median;
  g_autofree char *middle = NULL;
  g_autofree char *size = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  median = &self->median;
  if (!median->may_speak && median->n_records < GLA_MEDIAN_MIN_RECORDS)
    return g_strdup_printf (_("Too few records yet (%u of %d)."), (guint) median->n_records,
                            GLA_MEDIAN_MIN_RECORDS);
  if (!median->may_speak && median->n_patients < GLA_MEDIAN_MIN_PATIENTS)
    return g_strdup_printf (_("Too few patients yet (%u of %d)."), median->n_patients,
                            GLA_MEDIAN_MIN_PATIENTS);
  if (!median->may_speak)
    return g_strdup_printf (_("Too few effects were followed to their end yet (%u of %d)."),
                            (guint) median->n_finite, GLA_MEDIAN_MIN_FINITE);
  middle = describe_middle (median);
  size = describe_size (median);
  return g_strdup_printf ("%s %s", middle, size);
}

/* One stratum: whether it has the group and whether it has any other. */
typedef struct
{
  gint64 number;
  gboolean has_group;
  gboolean has_others;
} Stratum;

static Stratum *
find_stratum (GHashTable           *strata,
              const GlaObservation *row,
              GlaGroupKind          kind)
{
  /* Held fixed: the area; between practitioners also the product. */
  g_autofree char *key = g_strconcat (kind == GLA_GROUP_AREA ? "" : row->area, "\n",
                                      kind == GLA_GROUP_PRODUCT ? "" : row->product, NULL);
  Stratum *stratum = g_hash_table_lookup (strata, key);

  if (stratum == NULL)
    {
      stratum = g_new0 (Stratum, 1);
      stratum->number = g_hash_table_size (strata);
      g_hash_table_insert (strata, g_steal_pointer (&key), stratum);
    }
  return stratum;
}

/* The rows of the strata in which there is something to compare; group 0 is @key. */
static GArray *
collect_comparison (const GlaObservations *observations,
                    GlaGroupKind           kind,
                    const char            *key,
                    const GlaGroupFilter  *filter)
{
  g_autoptr (GHashTable) strata = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GArray *records = g_array_new (FALSE, FALSE, sizeof (GlaLogrankRecord));
  gsize n_rows;
  const GlaObservation *rows = gla_observations_get_rows (observations, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (is_in (&rows[i], kind, filter))
      {
        Stratum *stratum = find_stratum (strata, &rows[i], kind);

        if (strcmp (get_key (&rows[i], kind), key) == 0)
          stratum->has_group = TRUE;
        else
          stratum->has_others = TRUE;
      }
  for (gsize i = 0; i < n_rows; i++)
    if (is_in (&rows[i], kind, filter))
      {
        const Stratum *stratum = find_stratum (strata, &rows[i], kind);
        gboolean is_here = strcmp (get_key (&rows[i], kind), key) == 0;
        GlaLogrankRecord record = { rows[i].patient, is_here ? 0 : 1, stratum->number,
                                    rows[i].interval };

        if (stratum->has_group && stratum->has_others)
          g_array_append_val (records, record);
      }
  return records;
}

/* The median alone; its limits would take most of the time. */
static gboolean
find_median (const GlaLogrankRecord  *records,
             gsize                    n_records,
             gint64                   group,
             GlaCancelFunc            cancel,
             gpointer                 cancel_data,
             double                  *days,
             GError                 **error)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (GlaDuration));
  g_autoptr (GlaNpmle) npmle = NULL;
  GlaNpmleQuantile median;

  for (gsize i = 0; i < n_records; i++)
    if (records[i].group == group)
      g_array_append_val (intervals, records[i].interval);
  npmle = gla_npmle_new ((const GlaDuration *) intervals->data, NULL, intervals->len, cancel,
                         cancel_data, error);
  if (npmle == NULL)
    return FALSE;
  gla_npmle_get_quantile (npmle, 0.5, &median);
  *days = median.days;
  return TRUE;
}

/* Which of the two lasts shorter, if their medians differ by more than a tenth. */
static gboolean
compare_medians (const GlaLogrankRecord  *records,
                 gsize                    n_records,
                 GlaCancelFunc            cancel,
                 gpointer                 cancel_data,
                 GlaGroupVerdict         *verdict,
                 GError                 **error)
{
  double own, others;

  if (!find_median (records, n_records, 0, cancel, cancel_data, &own, error) ||
      !find_median (records, n_records, 1, cancel, cancel_data, &others, error))
    return FALSE;
  /* A median that was not reached is above all days; two such do not differ. */
  if (own < others * (1.0 - GLA_LOGRANK_MIN_DIFFERENCE))
    *verdict = GLA_GROUP_SHORTER;
  else if (own * (1.0 - GLA_LOGRANK_MIN_DIFFERENCE) > others)
    *verdict = GLA_GROUP_LONGER;
  return TRUE;
}

gboolean
gla_group_judge (const GlaLogrankRecord  *records,
                 gsize                    n_records,
                 GlaCancelFunc            cancel,
                 gpointer                 cancel_data,
                 GlaGroupVerdict         *verdict,
                 GError                 **error)
{
  g_autoptr (GlaLogrank) logrank = NULL;
  g_autoptr (GError) cause = NULL;

  *verdict = GLA_GROUP_TOO_FEW;
  logrank = gla_logrank_new (records, n_records, NULL, cancel, cancel_data, &cause);
  if (logrank == NULL)
    {
      if (g_error_matches (cause, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (!logrank->may_speak)
    return TRUE;
  *verdict = GLA_GROUP_NO_DIFFERENCE;
  return logrank->p >= MAX_P ||
         compare_medians (records, n_records, cancel, cancel_data, verdict, error);
}

gboolean
gla_group_compare (const GlaObservations *observations,
                   GlaGroupKind           kind,
                   const char            *key,
                   const GlaGroupFilter  *filter,
                   GlaCancelFunc          cancel,
                   gpointer               cancel_data,
                   GlaGroupVerdict       *verdict,
                   GError               **error)
{
  g_autoptr (GArray) records = NULL;

  g_return_val_if_fail (observations != NULL && key != NULL && verdict != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  records = collect_comparison (observations, kind, key, filter);
  return gla_group_judge ((const GlaLogrankRecord *) records->data, records->len, cancel,
                          cancel_data, verdict, error);
}

const char *
gla_group_verdict_describe (GlaGroupVerdict verdict)
{
  switch (verdict)
    {
    case GLA_GROUP_SHORTER:
      return _("These lasted shorter than expected for the same areas; patients were not assigned "
               "at random, so this need not be due to the group.");
    case GLA_GROUP_LONGER:
      return _("These lasted longer than expected for the same areas; patients were not assigned "
               "at random, so this need not be due to the group.");
    case GLA_GROUP_NO_DIFFERENCE:
      return _("No difference that goes beyond chance was found.");
    case GLA_GROUP_TOO_FEW:
    default:
      return _("Too few patients to compare: each side needs ten.");
    }
}

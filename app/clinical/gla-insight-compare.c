/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Medians of groups, and one group against the others (statistics, section 6). */

#include "config.h"

#include "gla-insight.h"

#include "gla-cycle-table-private.h"
#include "gla-group-finding-private.h"
#include "gla-insight-private.h"

/* The rows of all groups, those of a group side by side. */
typedef struct
{
  GlaDuration *records;
  gint64 *patients;
  guint *ends;        /* of each code: one more than its last row, as far as filled */
} Buckets;

static void
buckets_clear (Buckets *self)
{
  g_free (self->records);
  g_free (self->patients);
  g_free (self->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Buckets, buckets_clear)

static void
fill_buckets (Buckets              *self,
              const GPtrArray      *groups,
              const GlaCycleTable  *table,
              const GlaCycleFilter *filter,
              GlaCycleKey           key)
{
  GlaCycleMatcher matcher;
  guint n = 0;

  self->ends = g_new0 (guint, table->columns[key].values->len);
  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];

      self->ends[group->code] = n;
      n += group->counts.n[GLA_CYCLES_TIMED];
    }
  self->records = g_new (GlaDuration, n);
  self->patients = g_new (gint64, n);
  gla_cycle_matcher_init (&matcher, table, filter);
  for (guint row = 0; row < table->n_rows; row++)
    if (gla_cycle_matcher_accepts (&matcher, row) && gla_cycle_table_has_duration (table, row))
      {
        guint place = self->ends[table->keys[key][row]]++;

        self->records[place] = gla_cycle_table_get_duration (table, row);
        self->patients[place] = table->patients[row];
      }
}

static gboolean
estimate_group (GlaInsightGroup    *self,
                const GlaDuration  *records,
                const gint64       *patients,
                GlaCancelFunc       cancel,
                gpointer            cancel_data,
                GError            **error)
{
  guint n = self->counts.n[GLA_CYCLES_TIMED];
  g_autoptr (GlaNpmle) npmle = NULL;

  self->median.median = (GlaMedian) {
    .n_records = n,
    .n_finite = self->counts.n[GLA_CYCLES_ENDED],
    .n_patients = self->counts.n_patients,
  };
  self->has_median = TRUE;
  if (n > 0)
    self->median.share_censored = (double) self->counts.n[GLA_CYCLES_STILL_SEEN] / n;
  if (n < GLA_MEDIAN_MIN_RECORDS || self->counts.n[GLA_CYCLES_ENDED] < GLA_MEDIAN_MIN_FINITE)
    return TRUE;
  npmle = gla_npmle_new (records, NULL, n, cancel, cancel_data, error);
  return npmle != NULL && gla_median_estimate (npmle, records, patients, n, cancel, cancel_data,
                                               &self->median.median, error);
}

gboolean
gla_insight_groups_estimate (GPtrArray             *groups,
                             const GlaCycleTable   *table,
                             const GlaCycleFilter  *filter,
                             GlaCycleKey            key,
                             GlaCancelFunc          cancel,
                             gpointer               cancel_data,
                             GError               **error)
{
  g_auto (Buckets) buckets = { NULL };

  g_return_val_if_fail (groups != NULL && table != NULL && key < GLA_N_CYCLE_KEYS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  fill_buckets (&buckets, groups, table, filter, key);
  for (guint i = 0; i < groups->len; i++)
    {
      GlaInsightGroup *group = groups->pdata[i];
      guint first = buckets.ends[group->code] - group->counts.n[GLA_CYCLES_TIMED];

      if (gla_statistics_is_cancelled (cancel, cancel_data, error) ||
          !estimate_group (group, buckets.records + first, buckets.patients + first, cancel,
                           cancel_data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_insight_can_compare (GlaCycleKey key)
{
  return key == GLA_CYCLE_KEY_INJECTOR || key == GLA_CYCLE_KEY_DILUTION ||
         key == GLA_CYCLE_KEY_DOSE;
}

/* What is known of a stratum: whether it has the group and whether it has any other. */
enum
{
  HAS_GROUP = 1 << 0,
  HAS_OTHERS = 1 << 1,
};

/* Held fixed: the area, and the product unless products are told apart. */
static guint
get_stratum (const GlaCycleTable *table,
             GlaCycleKey          key,
             guint                row)
{
  guint n_areas = table->columns[GLA_CYCLE_KEY_AREA].values->len;
  guint area = key == GLA_CYCLE_KEY_AREA ? 0 : table->keys[GLA_CYCLE_KEY_AREA][row];
  guint product = key == GLA_CYCLE_KEY_PRODUCT ? 0 : table->keys[GLA_CYCLE_KEY_PRODUCT][row];

  return product * n_areas + area;
}

/* What is not recorded makes no group to compare with. */
static gboolean
is_compared (const GlaCycleTable   *table,
             const GlaCycleMatcher *matcher,
             GlaCycleKey            key,
             guint                  row)
{
  return gla_cycle_matcher_accepts (matcher, row) && gla_cycle_table_has_duration (table, row) &&
         table->keys[key][row] != GLA_CYCLE_CODE_UNKNOWN;
}

static GArray *
collect_comparison (const GlaCycleTable  *table,
                    const GlaCycleFilter *filter,
                    GlaCycleKey           key,
                    guint32               code)
{
  guint n_strata = table->columns[GLA_CYCLE_KEY_AREA].values->len *
                   table->columns[GLA_CYCLE_KEY_PRODUCT].values->len;
  GArray *records = g_array_new (FALSE, FALSE, sizeof (GlaLogrankRecord));
  g_autofree guint8 *strata = g_new0 (guint8, n_strata);
  GlaCycleMatcher matcher;

  gla_cycle_matcher_init (&matcher, table, filter);
  for (guint row = 0; row < table->n_rows; row++)
    if (is_compared (table, &matcher, key, row))
      strata[get_stratum (table, key, row)] |= table->keys[key][row] == code ? HAS_GROUP
                                                                             : HAS_OTHERS;
  for (guint row = 0; row < table->n_rows; row++)
    {
      guint stratum = get_stratum (table, key, row);
      GlaLogrankRecord record = { table->patients[row], table->keys[key][row] == code ? 0 : 1,
                                  stratum, gla_cycle_table_get_duration (table, row) };

      if (strata[stratum] == (HAS_GROUP | HAS_OTHERS) && is_compared (table, &matcher, key, row))
        g_array_append_val (records, record);
    }
  return records;
}

gboolean
gla_insight_compare (const GlaCycleTable   *table,
                     const GlaCycleFilter  *filter,
                     GlaCycleKey            key,
                     guint32                code,
                     GlaCancelFunc          cancel,
                     gpointer               cancel_data,
                     GlaGroupVerdict       *verdict,
                     GError               **error)
{
  g_autoptr (GArray) records = NULL;
  GlaCycleFilter open;

  g_return_val_if_fail (table != NULL && verdict != NULL && key < GLA_N_CYCLE_KEYS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (filter != NULL)
    open = *filter;
  else
    gla_cycle_filter_init (&open);
  open.codes[key] = GLA_CYCLE_CODE_ANY;
  records = collect_comparison (table, &open, key, code);
  return gla_group_judge ((const GlaLogrankRecord *) records->data, records->len, cancel,
                          cancel_data, verdict, error);
}

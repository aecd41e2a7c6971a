/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-curve.h"

#include "gla-cycle-table-private.h"
#include "gla-i18n.h"
#include "gla-insight-private.h"

#include <math.h>

#define N_DAYS (GLA_NPMLE_LAST_DAY + 1)

/* The durations of the filter, or the patient of each of them. */
static void
collect (GlaDurationCurve *self,
         gboolean          of_patients)
{
  const GlaCycleTable *table = self->table;
  GArray *values = of_patients ? self->patients : self->records;
  GlaCycleMatcher matcher;
  guint n = 0;

  /* Counted already, so that room is made once. */
  g_array_set_size (values, self->counts.n[GLA_CYCLES_TIMED]);
  gla_cycle_matcher_init (&matcher, table, self->is_filtered ? &self->filter : NULL);
  for (guint row = 0; row < table->n_rows; row++)
    {
      if (!gla_cycle_matcher_accepts (&matcher, row) || !gla_cycle_table_has_duration (table, row))
        continue;
      if (of_patients)
        g_array_index (values, gint64, n) = table->patients[row];
      else
        g_array_index (values, GlaDuration, n) = gla_cycle_table_get_duration (table, row);
      n++;
    }
  g_assert (n == values->len);
}

/* Where each record stops saying something, and where it was censored. */
static void
count_days (GlaDurationCurve *self)
{
  g_autofree guint *ended = g_new0 (guint, N_DAYS);
  g_autofree guint *censored = g_new0 (guint, N_DAYS);
  guint followed = self->records->len;

  for (guint i = 0; i < self->records->len; i++)
    {
      const GlaDuration *record = &g_array_index (self->records, GlaDuration, i);
      gboolean is_open = record->right > GLA_NPMLE_LAST_DAY;
      int day = (int) MIN (is_open ? record->left : record->right, GLA_NPMLE_LAST_DAY);

      (is_open ? censored : ended)[day]++;
    }
  for (int day = 0; day < N_DAYS; day++)
    {
      GlaCensorMark mark = { day, censored[day] };

      self->followed[day] = followed;
      followed -= ended[day] + censored[day];
      if (mark.n > 0)
        g_array_append_val (self->censored, mark);
    }
}

/* The part of the median that needs no limits. */
static void
start_median (GlaDurationCurve *self)
{
  GlaMedian *median = &self->median.median;

  *median = (GlaMedian) {
    .n_records = self->npmle->n,
    .n_finite = self->npmle->n_finite,
    .n_patients = self->counts.n_patients,
    .upper = HUGE_VAL,
  };
  gla_npmle_get_quantile (self->npmle, 0.25, &median->lower_quartile);
  gla_npmle_get_quantile (self->npmle, 0.5, &median->median);
  gla_npmle_get_quantile (self->npmle, 0.75, &median->upper_quartile);
  self->median.share_censored = 1.0 - (double) median->n_finite / median->n_records;
}

GlaDurationCurve *
gla_duration_curve_new (const GlaCycleTable   *table,
                        const GlaCycleFilter  *filter,
                        GlaCancelFunc          cancel,
                        gpointer               cancel_data,
                        GError               **error)
{
  g_autoptr (GlaDurationCurve) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (GlaDurationCurve, 1);
  self->table = gla_cycle_table_ref (table);
  self->is_filtered = filter != NULL;
  if (filter != NULL)
    self->filter = *filter;
  self->records = g_array_new (FALSE, FALSE, sizeof (GlaDuration));
  self->patients = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->censored = g_array_new (FALSE, FALSE, sizeof (GlaCensorMark));
  self->followed = g_new0 (guint, N_DAYS);
  gla_insight_count (table, filter, &self->counts);
  collect (self, FALSE);
  count_days (self);
  if (gla_statistics_is_cancelled (cancel, cancel_data, error))
    return NULL;
  if (self->records->len == 0)
    return g_steal_pointer (&self);
  self->npmle = gla_npmle_new ((const GlaDuration *) self->records->data, NULL,
                               self->records->len, cancel, cancel_data, error);
  if (self->npmle == NULL)
    return NULL;
  start_median (self);
  return g_steal_pointer (&self);
}

void
gla_duration_curve_free (GlaDurationCurve *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->npmle, gla_npmle_free);
  g_free (self->followed);
  g_array_unref (self->censored);
  g_array_unref (self->records);
  g_array_unref (self->patients);
  g_clear_pointer (&self->table, gla_cycle_table_unref);
  g_free (self);
}

gboolean
gla_duration_curve_estimate (GlaDurationCurve  *self,
                             GlaCancelFunc      cancel,
                             gpointer           cancel_data,
                             GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->patients->len == 0)
    collect (self, TRUE);
  if (self->npmle != NULL &&
      !gla_median_estimate (self->npmle, (const GlaDuration *) self->records->data,
                            (const gint64 *) self->patients->data, self->records->len, cancel,
                            cancel_data, &self->median.median, error))
    return FALSE;
  self->has_limits = TRUE;
  return TRUE;
}

gboolean
gla_duration_curve_may_speak (const GlaDurationCurve *self)
{
  const GlaMedian *median;

  g_return_val_if_fail (self != NULL, FALSE);

  median = &self->median.median;
  return median->n_patients >= GLA_MEDIAN_MIN_PATIENTS &&
         median->n_records >= GLA_MEDIAN_MIN_RECORDS && median->n_finite >= GLA_MEDIAN_MIN_FINITE;
}

char *
gla_duration_curve_describe (const GlaDurationCurve *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->counts.n[GLA_CYCLES_ALL] == 0)
    return g_strdup (_("No treatment fits these choices."));
  return gla_group_median_describe (&self->median);
}

int
gla_duration_curve_get_last_day (const GlaDurationCurve *self)
{
  int day = GLA_NPMLE_LAST_DAY;

  g_return_val_if_fail (self != NULL, 1);

  while (day > 1 && self->followed[day] == 0)
    day--;
  return day;
}

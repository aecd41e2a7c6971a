/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-shortening-private.h"

#include "gla-lot-finding.h"

#include <string.h>

gboolean
gla_shortening_is_completed (const GlaCycle *cycle)
{
  return !cycle->running;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  GlaDay first = *(const GlaDay *) a;
  GlaDay second = *(const GlaDay *) b;

  return (first > second) - (first < second);
}

GArray *
gla_shortening_list_visits (const GlaCycles *cycles)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GlaDay));
  guint n = 0;

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (gla_shortening_is_completed (cycle))
        g_array_append_val (days, cycle->day);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (n == 0 || g_array_index (days, GlaDay, n - 1) != g_array_index (days, GlaDay, i))
      g_array_index (days, GlaDay, n++) = g_array_index (days, GlaDay, i);
  g_array_set_size (days, n);
  return days;
}

/* The number of a visit, from 1. */
static guint
find_visit (const GArray *visits,
            GlaDay        day)
{
  guint place = 0;

  if (!g_array_binary_search ((GArray *) visits, &day, compare_days, &place))
    g_assert_not_reached ();
  return place + 1;
}

/* The area as a number: its place among those treated. */
static gint64
find_area (const GlaCycles *cycles,
           const char      *area)
{
  for (guint i = 0; i < cycles->areas->len; i++)
    if (strcmp (cycles->areas->pdata[i], area) == 0)
      return i;
  g_assert_not_reached ();
}

static GArray *
collect (const GlaCycles      *cycles,
         const GlaClinicModel *model,
         const GPtrArray      *lots,
         const GArray         *visits)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (GlaDetectorRecord));

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];
      GlaDetectorRecord record;

      if (!gla_shortening_is_completed (cycle))
        continue;
      record.visit = find_visit (visits, cycle->day);
      record.area = find_area (cycles, cycle->area);
      record.interval = gla_cycle_get_duration (cycle);
      record.centre
        = gla_clinic_model_get_centre (model, gla_cycle_get_family (cycle, cycles->catalogue),
                                       cycle->area,
                                       gla_cycle_get_log_dose_ratio (cycle, cycles->catalogue));
      record.is_used = !gla_lot_findings_are_suspect (lots, cycle->product,
                                                      gla_cycle_get_lot (cycle));
      g_array_append_val (records, record);
    }
  return records;
}

GlaDetectorTier
gla_shortening_decide (const GlaDetection       *detection,
                       const GlaShorteningState *state)
{
  g_return_val_if_fail (detection != NULL, GLA_DETECTOR_OK);

  if (state == NULL)
    return detection->tier;
  if (!state->dismissed)
    return MAX (detection->tier, state->raised);
  return detection->p20 >= state->dismissed_p20 + GLA_DETECTOR_REOPEN ? detection->tier
                                                                      : GLA_DETECTOR_OK;
}

GlaShortening *
gla_shortening_new (const GlaCycles          *cycles,
                    const GlaClinicModel     *model,
                    const GPtrArray          *lots,
                    const GlaShorteningState *state)
{
  g_autoptr (GlaShortening) self = NULL;
  g_autoptr (GArray) visits = NULL;
  g_autoptr (GArray) records = NULL;
  double tau, sigma;

  g_return_val_if_fail (cycles != NULL && model != NULL, NULL);

  self = g_new0 (GlaShortening, 1);
  self->change_day = GLA_DAY_NONE;
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_shortening_fact_free);
  visits = gla_shortening_list_visits (cycles);
  records = collect (cycles, model, lots, visits);
  gla_clinic_model_get_spread (model, &tau, &sigma);
  /* What the rules make of records is always possible. */
  if (!gla_detector_evaluate ((const GlaDetectorRecord *) records->data, records->len, tau, sigma,
                              &self->detection, NULL))
    g_assert_not_reached ();

  self->tier = gla_shortening_decide (&self->detection, state);
  self->is_dismissed = state != NULL && state->dismissed && self->tier == GLA_DETECTOR_OK &&
                       self->detection.tier != GLA_DETECTOR_OK;
  self->n_before = visits->len;
  if (self->detection.change_at_visit > 0)
    {
      self->n_before = self->detection.change_at_visit - 1;
      self->n_after = visits->len - self->n_before;
      self->change_day = g_array_index (visits, GlaDay, self->n_before);
    }
  if (self->tier != GLA_DETECTOR_OK && self->change_day != GLA_DAY_NONE)
    {
      g_ptr_array_unref (self->facts);
      self->facts = gla_shortening_list_facts (cycles, self->change_day);
    }
  return g_steal_pointer (&self);
}

void
gla_shortening_free (GlaShortening *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->facts);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-estimate.h"

#include "gla-clinic-model.h"
#include "gla-forecast.h"
#include "gla-nonresponse.h"
#include "gla-shortening.h"

#include <math.h>
#include <string.h>

/* Beyond this probability the effect is said to have worn off. */
#define PROBABLY 0.90

static const double probabilities[GLA_ESTIMATE_N_QUANTILES] = { 0.10, 0.25, 0.50, 0.75, 0.90 };

static double
get_centre (const GlaCycles      *cycles,
            const GlaClinicModel *model,
            const GlaCycle       *cycle)
{
  return gla_clinic_model_get_centre (model, gla_cycle_get_family (cycle, cycles->catalogue),
                                      cycle->area,
                                      gla_cycle_get_log_dose_ratio (cycle, cycles->catalogue));
}

/* Earlier treatments of the area: what the forecast learns from, and how often there was
 * no effect at all. */
typedef struct
{
  GArray *records;    /* (element-type GlaForecastRecord) */
  guint n_assessable;
  guint n_failed;
} History;

static void
add_to_history (History              *history,
                const GlaCycles      *cycles,
                const GlaClinicModel *model,
                const GlaCycle       *cycle,
                GlaDay                since)
{
  gboolean failed = cycle->effect.status == GLA_EFFECT_NOT_SEEN;
  GlaForecastRecord record = { gla_cycle_get_duration (cycle), 0.0 };

  history->n_failed += failed ? 1 : 0;
  history->n_assessable += failed || cycle->effect.status == GLA_EFFECT_STILL_SEEN ||
                           cycle->effect.status == GLA_EFFECT_ENDED ? 1 : 0;
  if (failed || !gla_duration_is_informative (&record.interval) ||
      (since != GLA_DAY_NONE && cycle->day < since))
    return;
  record.centre = get_centre (cycles, model, cycle);
  g_array_append_val (history->records, record);
}

static History
collect_history (const GlaCycles      *cycles,
                 const GlaClinicModel *model,
                 const GlaCycle       *running,
                 GlaDay                since)
{
  History history = { g_array_new (FALSE, FALSE, sizeof (GlaForecastRecord)), 0, 0 };

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      /* The running one enters as the day up to which it is confirmed. */
      if (cycle != running && strcmp (cycle->area, running->area) == 0)
        add_to_history (&history, cycles, model, cycle, since);
    }
  return history;
}

static GlaForecast *
make_forecast (const GlaCycles      *cycles,
               const GlaClinicModel *model,
               const GlaCycle       *cycle,
               const History        *history)
{
  const char *family = gla_cycle_get_family (cycle, cycles->catalogue);
  GlaForecastSpread spread = { .kappa = GLA_FORECAST_DEFAULT_KAPPA };
  GlaExpectation expected;
  GlaForecast *forecast;

  gla_clinic_model_expect (model, family, cycle->area, &expected);
  spread.tau = sqrt (expected.tau * expected.tau + expected.variance);
  spread.sigma = expected.sigma;
  forecast = gla_forecast_new ((const GlaForecastRecord *) history->records->data,
                               history->records->len, &spread, get_centre (cycles, model, cycle),
                               gla_cycle_get_duration (cycle).left, NULL);
  /* What the rules make of records is always possible. */
  g_assert (forecast != NULL);
  return forecast;
}

/* Intervals under three months are named as a risk of losing the effect for good. */
static GlaDay
find_earliest_treatment (const GlaCycle *cycle)
{
  GlaDay day = cycle->day + GLA_FORECAST_EARLIEST_DAY;

  return cycle->label_end != GLA_DAY_NONE ? MAX (day, cycle->label_end) : day;
}

static GlaEstimate *
estimate (const GlaCycles      *cycles,
          const GlaClinicModel *model,
          const GlaCycle       *cycle,
          GlaDay                since)
{
  History history = collect_history (cycles, model, cycle, since);
  g_autoptr (GArray) records = history.records;
  g_autoptr (GlaForecast) forecast = make_forecast (cycles, model, cycle, &history);
  GlaEstimate *self = g_new0 (GlaEstimate, 1);
  GlaNonresponse nonresponse;

  self->cycle = cycle;
  for (int i = 0; i < GLA_ESTIMATE_N_QUANTILES; i++)
    {
      self->quantiles[i] = gla_forecast_get_day (forecast, probabilities[i]);
      self->days[i] = cycle->day + self->quantiles[i];
    }
  self->n_history = records->len;
  self->is_product_known = gla_cycle_get_family (cycle, cycles->catalogue)[0] != '\0';
  self->since = since;
  self->confirmed = cycle->effect.left > 0 ? cycle->day + cycle->effect.left : GLA_DAY_NONE;
  self->p_gone = gla_forecast_get_probability (forecast, MAX (cycles->today - cycle->day, 0));
  self->is_probably_gone = self->p_gone > PROBABLY;
  self->earliest_treatment = find_earliest_treatment (cycle);
  nonresponse = gla_nonresponse_estimate (gla_clinic_model_get_nonresponse_rate (model),
                                          history.n_assessable, history.n_failed);
  self->p_nonresponse = nonresponse.probability;
  return self;
}

/* While effects seem to be shorter only what came since counts. */
static GlaDay
get_since (const GlaShortening *shortening)
{
  return shortening != NULL && shortening->tier != GLA_DETECTOR_OK ? shortening->change_day
                                                                   : GLA_DAY_NONE;
}

GlaEstimate *
gla_estimate_new (const GlaCycles      *cycles,
                  const GlaClinicModel *model,
                  const GlaCycle       *cycle,
                  const GlaShortening  *shortening)
{
  g_return_val_if_fail (cycles != NULL && model != NULL, NULL);
  g_return_val_if_fail (cycle != NULL && cycle->running, NULL);

  return estimate (cycles, model, cycle, get_since (shortening));
}

GPtrArray *
gla_estimates_new (const GlaCycles      *cycles,
                   const GlaClinicModel *model,
                   const GlaShortening  *shortening)
{
  GPtrArray *estimates = g_ptr_array_new_with_free_func (g_free);
  GlaDay since = get_since (shortening);

  g_return_val_if_fail (cycles != NULL && model != NULL, estimates);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (cycle->running)
        g_ptr_array_add (estimates, estimate (cycles, model, cycle, since));
    }
  return estimates;
}

GlaEstimate *
gla_estimates_find (const GPtrArray *estimates,
                    const GlaCycle  *cycle)
{
  g_return_val_if_fail (estimates != NULL, NULL);

  for (guint i = 0; i < estimates->len; i++)
    if (((GlaEstimate *) estimates->pdata[i])->cycle == cycle)
      return estimates->pdata[i];
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/* What holds before the clinic has data of its own (section 3.1). */
#define GLA_FORECAST_DEFAULT_TAU 0.25
#define GLA_FORECAST_DEFAULT_SIGMA 0.28
#define GLA_FORECAST_DEFAULT_KAPPA 0.25
#define GLA_FORECAST_DEFAULT_BETA 0.25

/** GLA_FORECAST_EARLIEST_DAY: anything before is greyed out (section 3.2). */
#define GLA_FORECAST_EARLIEST_DAY 84

/**
 * GlaForecastSpread:
 * @tau: standard deviation of log duration between patient-areas, above 0; with an
 *   uncertain median sqrt (tau^2 + v_m)
 * @sigma: typical standard deviation between treatments of a patient-area, above 0
 * @kappa: standard deviation of log sigma between patient-areas, 0 to 10
 *
 * What is assumed about a patient before the own history. Source: statistics, section 3.1.
 */
typedef struct
{
  double tau;
  double sigma;
  double kappa;
} GlaForecastSpread;

/**
 * GlaForecastRecord:
 * @interval: when the effect of a completed treatment ended; non-responses do not enter
 * @centre: M, the logarithm of the days expected for its product, area and dose
 *
 * One treatment of the patient-area in the past.
 */
typedef struct
{
  GlaDuration interval;
  double centre;
} GlaForecastRecord;

/**
 * GlaForecast:
 *
 * The distribution of the day on which the current treatment wears off. Immutable.
 * Print it as a band, never as a lone date, and never as "re-treat on".
 */
typedef struct _GlaForecast GlaForecast;

/**
 * gla_forecast_new:
 * @history: (array length=n_history): completed treatments of the patient-area; while
 *   shortening is suspected only those from the change on; never the current one
 * @n_history: how many there are, also 0
 * @prior: what is assumed
 * @centre: M of the current treatment
 * @confirmed: the last day on which the effect of the current treatment was confirmed,
 *   0 if none, at most 1e9; not today, for silence is no evidence
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_INVALID
 *
 * Posterior of (u, sigma) on a grid of 61 points in +-5 tau by 17 points in +-4 kappa,
 * log w = -u^2/2tau^2 - z^2/2 + sum_i log [Phi((log R_i-M_i-u)/sigma) -
 * Phi((log L_i-M_i-u)/sigma)] with sigma = sigma_0 exp (kappa z), then conditioned on
 * T > @confirmed. All in logarithms, so that no history is impossible. Where a long
 * history makes the posterior narrower than a step, the same number of points is laid
 * around it, which keeps quantiles within a tenth of a day.
 * Source: statistics, section 3.2.
 *
 * Returns: (transfer full) (nullable): the forecast, or %NULL with @error set
 */
GlaForecast  *gla_forecast_new             (const GlaForecastRecord *history,
                                            gsize                    n_history,
                                            const GlaForecastSpread  *prior,
                                            double                   centre,
                                            double                   confirmed,
                                            GError                 **error);

void          gla_forecast_free            (GlaForecast             *self);

/**
 * gla_forecast_get_probability:
 * @self: a forecast
 * @day: days since the treatment
 *
 * F(t), the probability that the effect has worn off by @day. If it exceeds 0.9 today,
 * print "probably worn off". Source: statistics, section 3.2.
 *
 * Returns: from 0, up to the confirmed day, to 1
 */
double        gla_forecast_get_probability (const GlaForecast       *self,
                                            double                   day);

/**
 * gla_forecast_get_quantile:
 * @self: a forecast
 * @p: a probability above 0 and below 1
 *
 * Bisection in log t. Bands are 1/4 to 3/4 and 1/10 to 9/10. Source: section 3.2.
 *
 * Returns: days since the treatment; never below the confirmed day
 */
double        gla_forecast_get_quantile    (const GlaForecast       *self,
                                            double                   p);

/**
 * gla_forecast_get_day:
 * @self: a forecast
 * @p: a probability above 0 and below 1
 *
 * Returns: the quantile rounded up to a whole day since the treatment
 */
int           gla_forecast_get_day         (const GlaForecast       *self,
                                            double                   p);

/**
 * gla_forecast_get_own_effect:
 * @self: a forecast
 * @mean: (out): the mean of u, the logarithm of this patient's ratio to the usual
 * @deviation: (out): its standard deviation
 * @mean_sigma: (out): the mean of sigma
 *
 * What the history says of the patient-area, before conditioning on the current
 * treatment.
 */
void          gla_forecast_get_own_effect  (const GlaForecast       *self,
                                            double                  *mean,
                                            double                  *deviation,
                                            double                  *mean_sigma);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaForecast, gla_forecast_free)

G_END_DECLS

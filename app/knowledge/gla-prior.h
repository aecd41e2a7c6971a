/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaPrior:
 * @key: identifier within the file
 * @group: families in words as the table prints them ("ONA-type", "any A")
 * @families: unit families it holds for
 * @products: product keys it is limited to; empty for all of the families
 * @areas: area keys it holds for
 * @dose: (nullable): the dose in words; show it through gettext()
 * @units: dose as a number, %GLA_UNITS_UNKNOWN if there is no single figure
 * @per_side: whether @units is for one side
 * @event: what counts as the end of the effect, in words; show it through gettext()
 * @median_weeks: median duration
 * @ratio: P90 divided by P10
 * @mu: mean of log weeks
 * @sigma: standard deviation of log weeks
 * @weibull_k: shape of the Weibull alternative
 * @weibull_lambda: scale of the Weibull alternative in weeks
 * @p10: 10 % point in weeks
 * @p90: 90 % point in weeks
 * @share: percent still with effect at 12, 16, 20, 24 weeks
 * @grade: 'A' published median, 'B' computed from trial shares of the same
 *   product and area, 'C' partly borrowed, 'D' assumed
 * @mark: source and mark; its text says what it rests on
 *
 * One row of products-and-areas, D4, as published there.
 */
typedef struct
{
  char      *key;
  char      *group;
  GStrv      families;
  GStrv      products;
  GStrv      areas;
  char      *dose;
  GlaUnits   units;
  gboolean   per_side;
  char      *event;
  double     median_weeks;
  double     ratio;
  double     mu;
  double     sigma;
  double     weibull_k;
  double     weibull_lambda;
  double     p10;
  double     p90;
  int        share[4];
  char       grade;
  GlaMarked  mark;
} GlaPrior;

/**
 * GlaForecastPrior:
 * @family: unit family; "" if it stands for unknown products
 * @area: area key; "" if it stands for unknown areas
 * @median_days: prior median of the duration in days
 * @log_sd: standard deviation of the log of that median
 * @reference_units: the product's own reference dose; %GLA_UNITS_UNKNOWN if there is none
 * @per_side: whether @reference_units is for one side
 * @derived: whether it was taken from D4 since the table of the model has no such row
 * @date: year and month of the figure, ISO ("2026-11")
 * @mark: source and mark; its text is the ground
 *
 * What the forecast starts from (statistics, section 3.1).
 */
typedef struct
{
  char      *family;
  char      *area;
  double     median_days;
  double     log_sd;
  GlaUnits   reference_units;
  gboolean   per_side;
  gboolean   derived;
  char      *date;
  GlaMarked  mark;
} GlaForecastPrior;

/** gla_prior_free: frees it with all it holds. */
void      gla_prior_free          (GlaPrior         *self);

/** gla_forecast_prior_free: frees it with all it holds. */
void      gla_forecast_prior_free (GlaForecastPrior *self);

/** gla_prior_holds_for: whether a row is meant for this family, product (or %NULL) and area. */
gboolean  gla_prior_holds_for     (const GlaPrior   *self,
                                   const char       *family,
                                   const char       *product,
                                   const char       *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPrior, gla_prior_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaForecastPrior, gla_forecast_prior_free)

G_END_DECLS

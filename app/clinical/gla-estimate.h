/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle.h"

G_BEGIN_DECLS

/* From gla-clinic-model.h and gla-shortening.h, which whoever shows an estimate need not know. */
typedef struct _GlaClinicModel GlaClinicModel;
typedef struct _GlaShortening GlaShortening;

/**
 * GlaEstimateQuantile:
 *
 * The days that a forecast names: the middle, and the ends of the bands with half and
 * with eight tenths of the patients.
 */
typedef enum
{
  GLA_ESTIMATE_10,
  GLA_ESTIMATE_25,
  GLA_ESTIMATE_50,
  GLA_ESTIMATE_75,
  GLA_ESTIMATE_90,
  GLA_ESTIMATE_N_QUANTILES,
} GlaEstimateQuantile;

/**
 * GlaEstimate:
 * @cycle: the running cycle that it is about
 * @quantiles: when it has worn off in 10, 25, 50, 75 and 90 of 100 such patients, in days
 *   since the injection, rounded up
 * @days: the same as dates
 * @n_history: earlier treatments of the area that say something; without any it is the
 *   usual range for this product and area
 * @is_product_known: whether product and with it the usual range are known
 * @since: (or %GLA_DAY_NONE): only treatments from this day on were used, for from then
 *   on effects seem to be shorter
 * @confirmed: the last day on which the effect was seen or told of, or %GLA_DAY_NONE
 * @p_gone: how probable it is that it has worn off by today
 * @is_probably_gone: whether today is beyond the band of eight tenths
 * @earliest_treatment: no treatment is to be planned before: the end of the label's
 *   interval, and never less than 84 days; the band before it is drawn grey
 * @p_nonresponse: how probable no effect at all is; a line of its own
 *
 * When the effect of a running cycle will wear off. Say it as a band, never as a lone
 * date and never as "treat again on". Source: statistics, sections 3.2 and 3.3.
 */
typedef struct
{
  const GlaCycle *cycle;
  int quantiles[GLA_ESTIMATE_N_QUANTILES];
  GlaDay days[GLA_ESTIMATE_N_QUANTILES];
  guint n_history;
  gboolean is_product_known;
  GlaDay since;
  GlaDay confirmed;
  double p_gone;
  gboolean is_probably_gone;
  GlaDay earliest_treatment;
  double p_nonresponse;
} GlaEstimate;

/**
 * gla_estimates_new:
 * @cycles: of one patient; the estimates point into them
 * @model: what is expected
 * @shortening: (nullable): while it shows a notice only treatments since the change count
 *
 * Estimates of all running cycles. About four milliseconds each.
 *
 * Returns: (transfer full) (element-type GlaEstimate): in the order of the cycles
 */
GPtrArray    *gla_estimates_new              (const GlaCycles       *cycles,
                                              const GlaClinicModel  *model,
                                              const GlaShortening   *shortening);

/**
 * gla_estimate_new:
 * @cycle: one of @cycles that is running
 *
 * The estimate of one cycle, as gla_estimates_new() makes them; free with g_free().
 */
GlaEstimate  *gla_estimate_new               (const GlaCycles       *cycles,
                                              const GlaClinicModel  *model,
                                              const GlaCycle        *cycle,
                                              const GlaShortening   *shortening);

/** gla_estimates_find: (nullable): that of @cycle, %NULL if that is not running. */
GlaEstimate  *gla_estimates_find             (const GPtrArray       *estimates,
                                              const GlaCycle        *cycle);

/**
 * gla_estimate_describe:
 *
 * Complete sentences: the band or that it has probably worn off by now, and what it
 * rests on (statistics, section 7.1).
 */
char         *gla_estimate_describe          (const GlaEstimate     *self);

/** gla_estimate_describe_band: (transfer full): the first sentence alone, for narrow places. */
char         *gla_estimate_describe_band     (const GlaEstimate     *self);

/** gla_estimate_describe_basis: (transfer full): the sentence on what it rests on alone. */
char         *gla_estimate_describe_basis    (const GlaEstimate     *self);

G_END_DECLS

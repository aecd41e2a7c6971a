/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-funnel.h"
#include "gla-logrank.h"
#include "gla-median.h"

G_BEGIN_DECLS

/**
 * GlaGroupKind:
 * @GLA_GROUP_AREA: by area
 * @GLA_GROUP_PRODUCT: by product
 * @GLA_GROUP_PRACTITIONER: by injector
 *
 * What treatments are told apart by. Products and practitioners differ in their patients,
 * which were not assigned at random: nothing here ranks them.
 */
typedef enum
{
  GLA_GROUP_AREA,
  GLA_GROUP_PRODUCT,
  GLA_GROUP_PRACTITIONER,
} GlaGroupKind;

/**
 * GlaGroupFilter:
 * @area: (nullable): only this area
 * @product: (nullable): only this product
 * @practitioner: (nullable): only this injector
 *
 * Which treatments are looked at; all of them with %NULL everywhere.
 */
typedef struct
{
  const char *area;
  const char *product;
  const char *practitioner;
} GlaGroupFilter;

/**
 * GlaGroupMedian:
 * @key: catalogue key of the area or product, or identifier of the injector
 * @median: patients, treatments, quartiles and limits; all zero without any record
 * @share_censored: the part of the treatments whose end was not seen
 *
 * How long effects last in one group, non-responses apart. Source: statistics, section 6.
 */
typedef struct
{
  char *key;
  GlaMedian median;
  double share_censored;
} GlaGroupMedian;

/**
 * gla_group_medians_new:
 * @filter: (nullable): which treatments
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * The medians of all groups that have a record; what is not known makes no group. Run it
 * in a worker thread and keep the result.
 *
 * Returns: (transfer full) (element-type GlaGroupMedian) (nullable): by key
 */
GPtrArray          *gla_group_medians_new          (const GlaObservations  *observations,
                                                    GlaGroupKind            kind,
                                                    const GlaGroupFilter   *filter,
                                                    GlaCancelFunc           cancel,
                                                    gpointer                cancel_data,
                                                    GError                **error);
void                gla_group_median_free          (GlaGroupMedian         *self);

/**
 * gla_group_median_describe:
 *
 * "Half of the treatments lasted longer than 119 days (likely between 112 and 125).
 * Based on 1,861 treatments of 496 patients.", or that it is not reached, or "too few
 * records yet (12 of 20)" (statistics, sections 2.2, 2.3 and 7.1).
 */
char               *gla_group_median_describe      (const GlaGroupMedian   *self);

/**
 * GlaGroupVerdict:
 * @GLA_GROUP_TOO_FEW: a group has fewer than 10 patients
 * @GLA_GROUP_NO_DIFFERENCE: none that goes beyond chance; not "equal"
 * @GLA_GROUP_SHORTER: the first lasted shorter than the others, beyond chance and by more than 10 %
 * @GLA_GROUP_LONGER: it lasted longer, likewise
 */
typedef enum
{
  GLA_GROUP_TOO_FEW,
  GLA_GROUP_NO_DIFFERENCE,
  GLA_GROUP_SHORTER,
  GLA_GROUP_LONGER,
} GlaGroupVerdict;

/**
 * gla_group_compare:
 * @key: the group that is compared with all others together
 * @verdict: (out): what to say
 *
 * The clustered test within strata: areas, or areas and products for practitioners.
 * Strata without @key or without any other group do not enter. There is no probability
 * on screen. Source: statistics, section 6.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean            gla_group_compare              (const GlaObservations  *observations,
                                                    GlaGroupKind            kind,
                                                    const char             *key,
                                                    const GlaGroupFilter   *filter,
                                                    GlaCancelFunc           cancel,
                                                    gpointer                cancel_data,
                                                    GlaGroupVerdict        *verdict,
                                                    GError                **error);

/** gla_group_verdict_describe: a sentence about the group (statistics, section 7.4). */
const char         *gla_group_verdict_describe     (GlaGroupVerdict         verdict);

/**
 * GlaPractitionerRate:
 * @practitioner: identifier of the injector
 * @unit: sessions, failures, rate and limits
 *
 * One point of the funnel plot.
 */
typedef struct
{
  char *practitioner;
  GlaFunnelUnit unit;
} GlaPractitionerRate;

/**
 * GlaPractitionerFunnel:
 * @funnel: the common part; draw it only if it may be shown
 * @rates: (element-type GlaPractitionerRate): by identifier
 *
 * How often effects were short or absent, by practitioner. The case mix of products and
 * areas is allowed for. Source: statistics, section 6.
 */
typedef struct
{
  GlaFunnel funnel;
  GPtrArray *rates;
} GlaPractitionerFunnel;

/**
 * gla_practitioner_funnel_new:
 * @today: only treatments at least %GLA_LOTS_MATURITY days ago count
 *
 * Returns: (transfer full) (nullable): %NULL if there is no session to count
 */
GlaPractitionerFunnel *gla_practitioner_funnel_new  (const GlaObservations   *observations,
                                                     const GlaClinicModel    *model,
                                                     GlaDay                   today);
void                   gla_practitioner_funnel_free (GlaPractitionerFunnel   *self);

/** gla_practitioner_rate_describe: (nullable): a sentence if it differs beyond chance. */
const char            *gla_practitioner_rate_describe (const GlaPractitionerFunnel *funnel,
                                                       const GlaPractitionerRate   *rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaGroupMedian, gla_group_median_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPractitionerFunnel, gla_practitioner_funnel_free)

G_END_DECLS

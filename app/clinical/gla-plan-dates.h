/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-plan.h"

G_BEGIN_DECLS

/**
 * GlaPlanDates:
 * @judge_from: before it the effect can't be judged ("assess_min")
 * @review_from: the review is best from this day ("assess_ideal")
 * @review_until: to this one
 * @review_last: the last day on which the peak can be judged ("assess_max_peak")
 * @earliest: before it the label allows no other treatment; %GLA_DAY_NONE if the label of
 *   no planned product is known
 *
 * What to expect of a planned treatment. When its effect will wear off is an estimate of
 * its own, see gla_estimate_new(). Source: evidence, sections 1.1, 1.2 and 3.3.
 */
typedef struct
{
  GlaDay judge_from;
  GlaDay review_from;
  GlaDay review_until;
  GlaDay review_last;
  GlaDay earliest;
} GlaPlanDates;

/** gla_plan_get_dates: @cycles: of @plan; @dates: (out). */
void  gla_plan_get_dates  (const GlaPlanCycles     *cycles,
                           const GlaCycleSettings  *settings,
                           const GlaConstants      *constants,
                           const GlaPlan           *plan,
                           GlaPlanDates            *dates);

G_END_DECLS

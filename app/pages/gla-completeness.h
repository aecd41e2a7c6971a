/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-follow-up.h"

G_BEGIN_DECLS

/**
 * GlaCompleteness:
 * @n_patients: how many records were looked at
 * @follow_up: reviews while the peak can be judged
 * @visits: days on which a patient was treated or graded
 * @visits_with_reason: those whose reason is recorded
 * @finished: cycles that ended or were followed by another
 * @finished_told: those for which the patient named a day on which it wore off
 *
 * How complete the records of a clinic are where it decides how good its figures are
 * (statistics, section 0). Start from zeros.
 */
typedef struct
{
  guint n_patients;
  GlaFollowUp follow_up;
  guint visits;
  guint visits_with_reason;
  guint finished;
  guint finished_told;
} GlaCompleteness;

/** gla_completeness_add: counts one patient. */
void  gla_completeness_add (GlaCompleteness        *self,
                            const GlaCycles        *cycles);

G_END_DECLS

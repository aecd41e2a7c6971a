/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle.h"

G_BEGIN_DECLS

/**
 * GlaFollowUp:
 * @due: cycles whose review window is over
 * @reviewed: those of them that were graded in it
 * @open: cycles whose window has not ended yet and that were not graded so far
 *
 * How completely cycles are reviewed: the share of cycles with a grade on day 14
 * to 42 (evidence, section 1.1). Counted are cycles whose window ended before
 * today and before the next treatment: to count a review at once but a missing
 * one only in the end would make the share too good.
 */
typedef struct
{
  guint due;
  guint reviewed;
  guint open;
} GlaFollowUp;

/**
 * GlaFollowUpState:
 * @GLA_FOLLOW_UP_NOT_COUNTED: treated again before the window ended, or the day of treatment
 *   is known to a month or year only, so that nobody knows its window
 * @GLA_FOLLOW_UP_OPEN: the window has not ended and it was not graded so far
 * @GLA_FOLLOW_UP_EARLY: the window has not ended, but it was graded
 * @GLA_FOLLOW_UP_REVIEWED: due, and graded in the window
 * @GLA_FOLLOW_UP_MISSED: due, and not graded in it
 *
 * What one cycle counts as.
 */
typedef enum
{
  GLA_FOLLOW_UP_NOT_COUNTED,
  GLA_FOLLOW_UP_OPEN,
  GLA_FOLLOW_UP_EARLY,
  GLA_FOLLOW_UP_REVIEWED,
  GLA_FOLLOW_UP_MISSED,
} GlaFollowUpState;

/** gla_follow_up_judge: what @cycle counts as on the day @today. */
GlaFollowUpState gla_follow_up_judge (const GlaCycle *cycle,
                                      GlaDay          today);

/**
 * gla_follow_up_is_due:
 *
 * Whether a review of @cycle is due on the day @today: the peak can be judged (from day 14
 * to day 42, evidence, section 1.1), and nobody has yet.
 */
gboolean         gla_follow_up_is_due (const GlaCycle *cycle,
                                       GlaDay          today);

/** gla_follow_up_add: counts the cycles of one history; start from a zeroed @self. */
void    gla_follow_up_add        (GlaFollowUp            *self,
                                  const GlaCycles        *cycles);

/** gla_follow_up_get_share: 0 to 1, or -1 while no cycle is due. */
double  gla_follow_up_get_share  (const GlaFollowUp      *self);

G_END_DECLS

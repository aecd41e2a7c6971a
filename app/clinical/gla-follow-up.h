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

/** gla_follow_up_add: counts the cycles of one history; start from a zeroed @self. */
void    gla_follow_up_add        (GlaFollowUp            *self,
                                  const GlaCycles        *cycles,
                                  const GlaCycleSettings *settings);

/** gla_follow_up_get_share: 0 to 1, or -1 while no cycle is due. */
double  gla_follow_up_get_share  (const GlaFollowUp      *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaDuration:
 * @left: the last day on which the effect was still present, 0 if none is known
 * @right: the first day on which it was gone; infinite if it was never seen gone
 *
 * What is known about the day T on which an effect ended: @left < T <= @right, in
 * days since the treatment. As a shorthand of input, @left = @right = w means
 * "exactly day w" and is read as (w - 1, w]. Source: statistics, section 1.4.
 */
typedef struct
{
  double left;
  double right;
} GlaDuration;

/**
 * gla_duration_read:
 * @self: what was recorded
 * @interval: (out): the same with exact days written as (w - 1, w]
 *
 * The one gate through which records enter the statistics.
 *
 * Returns: %FALSE, with @interval as "nothing known", if a bound is NaN, @left is
 *   negative or infinite, or @right is below @left or below 1 with @left = @right
 */
gboolean  gla_duration_read           (const GlaDuration *self,
                                       GlaDuration       *interval);

/**
 * gla_duration_is_informative:
 * @self: a valid interval
 *
 * Returns: %FALSE for (0, Inf), which says nothing and is left out of counts
 */
gboolean  gla_duration_is_informative (const GlaDuration *self);

G_END_DECLS

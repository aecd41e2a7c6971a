/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-npmle.h"

G_BEGIN_DECLS

/**
 * GlaNpmleFit:
 * @split: 0 for the plain fit; s for the fit under "the first s bins hold one half"
 * @tolerance: the bound of the missing log-likelihood at which to stop
 * @target: stop as soon as it is certain on which side of this value the maximum
 *   lies; NaN is not allowed, minus infinity for a full fit
 * @mass: (array): the start, every cell with a positive probability, and the result
 * @log_likelihood: (out): of the result
 * @gap: (out): the bound reached
 * @iterations: (out): steps made
 *
 * One run of gla_npmle_fit().
 */
typedef struct
{
  guint split;
  double tolerance;
  double target;
  double *mass;
  double log_likelihood;
  double gap;
  guint iterations;
} GlaNpmleFit;

/**
 * gla_npmle_fit:
 * @self: the bins and cells; its masses are not used
 * @fit: (inout): the task and its result
 * @cancel: (nullable): asked before each step
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_CANCELLED
 *
 * EMICM (Wellner and Zhan 1997) with prefix sums, each step linear in cells and
 * bins. With P_c the probability of cell c and g_j = sum of w_c / P_c over the cells
 * that cover bin j, concavity bounds the missing log-likelihood by max g - N, or
 * under the constraint by (max left g + max right g) / 2 - N; that bound ends the
 * run and proves the result. Source: statistics, sections 2.1 and 2.3.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean  gla_npmle_fit (const GlaNpmle  *self,
                         GlaNpmleFit     *fit,
                         GlaCancelFunc    cancel,
                         gpointer         cancel_data,
                         GError         **error);

G_END_DECLS

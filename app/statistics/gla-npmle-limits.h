/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-npmle.h"

G_BEGIN_DECLS

/**
 * GLA_NPMLE_PLAIN_THRESHOLD: the 95 % point of chi-squared with one degree of freedom,
 * the threshold that holds for independent records only.
 */
#define GLA_NPMLE_PLAIN_THRESHOLD 3.841458820694124

/**
 * gla_npmle_get_likelihood_ratio:
 * @self: an estimate
 * @boundary: s, from 1 to the number of bins less 1
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @ratio: (out): the statistic, 0 or more
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_CANCELLED
 *
 * LR(s) = 2 (l_max - max {l : the first s bins hold one half}), the evidence against
 * a median between the bins s and s + 1. Source: statistics, section 2.3, 1.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean  gla_npmle_get_likelihood_ratio (const GlaNpmle     *self,
                                          guint               boundary,
                                          GlaCancelFunc       cancel,
                                          gpointer            cancel_data,
                                          double             *ratio,
                                          GError            **error);

/**
 * gla_npmle_get_share_below:
 * @self: an estimate
 * @record: an interval in whole days
 *
 * u, the fitted probability that the duration of @record lies below the interpolated
 * median. Over the records of the estimate the mean of u is 1/2.
 * Source: statistics, section 2.3, 2.
 *
 * Returns: from 0 to 1; 1/2 for a record that says nothing
 */
double    gla_npmle_get_share_below      (const GlaNpmle     *self,
                                          const GlaDuration  *record);

/**
 * gla_npmle_get_design_effect:
 * @self: an estimate
 * @records: (array length=n_records): the intervals it was made from
 * @weights: (array length=n_records) (nullable): their weights
 * @patients: (array length=n_records): the patient of each
 * @n_records: how many there are
 * @n_patients: (out): how many patients have an informative record, P
 *
 * With u_i of gla_npmle_get_share_below(), deff = max (1, P/(P-1) sum_patients (sum_i
 * (u_i - 1/2))^2 / sum_i (u_i - 1/2)^2), and 1 when all u are 1/2 or there is one
 * patient. A weight of two counts as two records of the patient.
 * Source: statistics, section 2.3, 2.
 *
 * Returns: the factor by which records of the same patient widen the limits
 */
double    gla_npmle_get_design_effect    (const GlaNpmle     *self,
                                          const GlaDuration  *records,
                                          const double       *weights,
                                          const gint64       *patients,
                                          gsize               n_records,
                                          guint              *n_patients);

/**
 * gla_npmle_get_median_limits:
 * @self: an estimate
 * @threshold: boundaries with LR up to this are accepted, above 0
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @lower: (out): the lower limit in days
 * @upper: (out): the upper limit in days, infinite if it was not reached
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_CANCELLED
 *
 * LR falls towards the median from both sides, so that bisection finds the outermost
 * accepted boundaries. With b the bin of the median, counted from 1: @lower = q_s + 1
 * for the smallest accepted s <= b - 1, else q_b + 1; @upper = p_{s+1} for the largest
 * accepted s >= b, else p_b. Source: statistics, section 2.3, 4.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean  gla_npmle_get_median_limits    (const GlaNpmle     *self,
                                          double              threshold,
                                          GlaCancelFunc       cancel,
                                          gpointer            cancel_data,
                                          double             *lower,
                                          double             *upper,
                                          GError            **error);

G_END_DECLS

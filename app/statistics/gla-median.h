/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-npmle.h"

G_BEGIN_DECLS

/* What a median needs before it may be spoken of (section 2.3). */
#define GLA_MEDIAN_MIN_PATIENTS 10
#define GLA_MEDIAN_MIN_RECORDS 20
#define GLA_MEDIAN_MIN_FINITE 10

/**
 * GlaMedian:
 * @n_records: how many informative treatment-areas there are
 * @n_finite: how many of them have an end
 * @n_patients: how many patients they belong to, P
 * @lower_quartile: the quantile at 1/4
 * @median: the quantile at 1/2
 * @upper_quartile: the quantile at 3/4
 * @design_effect: how much records of the same patient widen the limits, at least 1
 * @threshold: t(P-1)^2 times @design_effect; 0 without limits
 * @has_limits: whether there are limits, that is, at least 5 patients
 * @lower: the lower 95 % limit of the median in days; 0 without limits
 * @upper: the upper one; infinite if not reached or without limits
 * @may_speak: whether there are enough records to print the median; otherwise
 *   "too few records yet (x of 20)"
 *
 * The typical duration of a group of treatments, honest about patients who come
 * again and again. "Of all treatments", not "of all patients".
 * Source: statistics, sections 2.2, 2.3 and 6.
 */
typedef struct
{
  gsize n_records;
  gsize n_finite;
  guint n_patients;
  GlaNpmleQuantile lower_quartile;
  GlaNpmleQuantile median;
  GlaNpmleQuantile upper_quartile;
  double design_effect;
  double threshold;
  gboolean has_limits;
  double lower;
  double upper;
  gboolean may_speak;
} GlaMedian;

/**
 * gla_median_estimate:
 * @npmle: the estimate made from the same records without weights
 * @records: (array length=n_records): the intervals
 * @patients: (array length=n_records): the patient of each
 * @n_records: how many there are
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @median: (out): the result
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_CANCELLED
 *
 * Quartiles, and the clustered likelihood-ratio limits of the median. A second or two
 * for a million records: run it in a worker thread and keep the result.
 * Source: statistics, section 2.3.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean  gla_median_estimate (const GlaNpmle     *npmle,
                               const GlaDuration  *records,
                               const gint64       *patients,
                               gsize               n_records,
                               GlaCancelFunc       cancel,
                               gpointer            cancel_data,
                               GlaMedian          *median,
                               GError            **error);

G_END_DECLS

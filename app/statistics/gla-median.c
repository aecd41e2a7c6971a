/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-median.h"

#include "gla-normal.h"
#include "gla-npmle-limits.h"

#include <math.h>

/* The expansion of Student's quantile is defined for 4 degrees of freedom and more. */
#define MIN_PATIENTS_FOR_LIMITS 5

gboolean
gla_median_estimate (const GlaNpmle     *npmle,
                     const GlaDuration  *records,
                     const gint64       *patients,
                     gsize               n_records,
                     GlaCancelFunc       cancel,
                     gpointer            cancel_data,
                     GlaMedian          *median,
                     GError            **error)
{
  double t;

  g_return_val_if_fail (npmle != NULL, FALSE);
  g_return_val_if_fail (records != NULL && patients != NULL, FALSE);
  g_return_val_if_fail (median != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *median = (GlaMedian){ .n_records = npmle->n, .n_finite = npmle->n_finite, .upper = HUGE_VAL };
  gla_npmle_get_quantile (npmle, 0.25, &median->lower_quartile);
  gla_npmle_get_quantile (npmle, 0.5, &median->median);
  gla_npmle_get_quantile (npmle, 0.75, &median->upper_quartile);
  median->design_effect = gla_npmle_get_design_effect (npmle, records, NULL, patients, n_records,
                                                       &median->n_patients);
  median->may_speak = median->n_patients >= GLA_MEDIAN_MIN_PATIENTS
                      && median->n_records >= GLA_MEDIAN_MIN_RECORDS
                      && median->n_finite >= GLA_MEDIAN_MIN_FINITE;
  if (median->n_patients < MIN_PATIENTS_FOR_LIMITS)
    return TRUE;

  t = gla_t_quantile_975 (median->n_patients - 1.0);
  median->threshold = t * t * median->design_effect;
  median->has_limits = TRUE;

  return gla_npmle_get_median_limits (npmle, median->threshold, cancel, cancel_data,
                                      &median->lower, &median->upper, error);
}

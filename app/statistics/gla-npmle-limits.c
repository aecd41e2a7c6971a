/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-npmle-limits.h"

#include "gla-groups.h"
#include "gla-npmle-fit.h"

#include <math.h>

/* The missing log-likelihood at which a constrained fit stops, for the statistic
 * itself and for a decision that is not reached earlier. */
#define TOLERANCE 1e-5

/* The part of each half that is spread evenly at the start, so that no bin starts at
 * zero, from where the EM step cannot lift it. */
#define SPREAD 0.01

/* The start of a constrained fit: the plain fit, rescaled to one half on both sides. */
static void
start_from_estimate (const GlaNpmle *self,
                     guint           split,
                     double         *mass)
{
  const guint ends[3] = { 0, split, self->n_bins };

  for (guint side = 0; side < 2; side++)
    {
      guint n = ends[side + 1] - ends[side];
      double sum = 0.0;

      for (guint j = ends[side]; j < ends[side + 1]; j++)
        sum += self->mass[j];
      for (guint j = ends[side]; j < ends[side + 1]; j++)
        {
          double share = sum > 0.0 ? self->mass[j] / sum : 1.0 / n;

          mass[j] = 0.5 * ((1.0 - SPREAD) * share + SPREAD / n);
        }
    }
}

static gboolean
fit_constrained (const GlaNpmle  *self,
                 guint            split,
                 double           target,
                 GlaCancelFunc    cancel,
                 gpointer         cancel_data,
                 double          *log_likelihood,
                 GError         **error)
{
  g_autofree double *mass = g_new (double, self->n_bins);
  GlaNpmleFit fit = { 0 };

  start_from_estimate (self, split, mass);
  fit.split = split;
  fit.tolerance = TOLERANCE;
  fit.target = target;
  fit.mass = mass;
  if (!gla_npmle_fit (self, &fit, cancel, cancel_data, error))
    return FALSE;

  *log_likelihood = fit.log_likelihood;
  return TRUE;
}

gboolean
gla_npmle_get_likelihood_ratio (const GlaNpmle  *self,
                                guint            boundary,
                                GlaCancelFunc    cancel,
                                gpointer         cancel_data,
                                double          *ratio,
                                GError         **error)
{
  double log_likelihood = 0.0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (boundary >= 1 && boundary < self->n_bins, FALSE);
  g_return_val_if_fail (ratio != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!fit_constrained (self, boundary, -HUGE_VAL, cancel, cancel_data, &log_likelihood, error))
    return FALSE;

  *ratio = MAX (2.0 * (self->log_likelihood - log_likelihood), 0.0);
  return TRUE;
}

double
gla_npmle_get_share_below (const GlaNpmle    *self,
                           const GlaDuration *record)
{
  GlaDuration interval;
  guint first;
  guint end;
  double low;
  double high;

  g_return_val_if_fail (self != NULL, 0.5);
  g_return_val_if_fail (record != NULL, 0.5);

  if (!gla_duration_read (record, &interval) || !gla_duration_is_informative (&interval)
      || !gla_npmle_get_range (self, &interval, &first, &end))
    return 0.5;

  low = self->cumulative[first];
  high = self->cumulative[end];
  if (low >= high)
    return 0.5;

  return (CLAMP (0.5, low, high) - low) / (high - low);
}

double
gla_npmle_get_design_effect (const GlaNpmle    *self,
                             const GlaDuration *records,
                             const double      *weights,
                             const gint64      *patients,
                             gsize              n_records,
                             guint             *n_patients)
{
  g_autofree guint *numbers = NULL;
  g_autofree double *sums = NULL;
  g_autofree guint8 *is_seen = NULL;
  double between = 0.0;
  double squares = 0.0;
  guint n_groups;

  g_return_val_if_fail (self != NULL, 1.0);
  g_return_val_if_fail (records != NULL && patients != NULL, 1.0);
  g_return_val_if_fail (n_patients != NULL, 1.0);

  numbers = g_new (guint, n_records);
  n_groups = gla_groups_number (patients, n_records, numbers);
  sums = g_new0 (double, n_groups);
  is_seen = g_new0 (guint8, n_groups);
  *n_patients = 0;

  for (gsize i = 0; i < n_records; i++)
    {
      double weight = weights != NULL ? weights[i] : 1.0;
      double deviation = gla_npmle_get_share_below (self, &records[i]) - 0.5;

      if (!gla_duration_is_informative (&records[i]))
        continue;
      sums[numbers[i]] += weight * deviation;
      squares += weight * deviation * deviation;
      *n_patients += is_seen[numbers[i]] == 0 ? 1 : 0;
      is_seen[numbers[i]] = 1;
    }
  for (guint k = 0; k < n_groups; k++)
    between += sums[k] * sums[k];

  if (*n_patients < 2 || squares <= 0.0)
    return 1.0;

  return MAX (1.0, between / squares * *n_patients / (*n_patients - 1.0));
}

/* The accepted boundary farthest from the median among @near, the one beside it, and
 * those up to @far; 0 if not even @near is accepted. */
static gboolean
find_outermost (const GlaNpmle  *self,
                double           target,
                guint            near,
                guint            far,
                GlaCancelFunc    cancel,
                gpointer         cancel_data,
                guint           *outermost,
                GError         **error)
{
  const int direction = far < near ? -1 : 1;
  int low = -1;
  int high = ABS ((int) far - (int) near) + 1;

  /* Boundaries are counted from the near one: low is accepted, high is not. */
  while (high - low > 1)
    {
      int middle = low < 0 && high > 1 ? 0 : (low + high) / 2;
      double log_likelihood = 0.0;

      if (!fit_constrained (self, (guint) ((int) near + direction * middle), target, cancel,
                            cancel_data, &log_likelihood, error))
        return FALSE;
      if (log_likelihood >= target)
        low = middle;
      else
        high = middle;
    }

  *outermost = low < 0 ? 0 : (guint) ((int) near + direction * low);
  return TRUE;
}

gboolean
gla_npmle_get_median_limits (const GlaNpmle  *self,
                             double           threshold,
                             GlaCancelFunc    cancel,
                             gpointer         cancel_data,
                             double          *lower,
                             double          *upper,
                             GError         **error)
{
  GlaNpmleQuantile median;
  double target;
  guint s = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (threshold > 0.0 && isfinite (threshold), FALSE);
  g_return_val_if_fail (lower != NULL && upper != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  gla_npmle_get_quantile (self, 0.5, &median);
  target = self->log_likelihood - 0.5 * threshold;
  *lower = median.left + 1.0;
  *upper = median.right;

  /* Boundary s lies after s bins: s = median.bin is the one at the median's left. */
  if (median.bin >= 1)
    {
      if (!find_outermost (self, target, median.bin, 1, cancel, cancel_data, &s, error))
        return FALSE;
      if (s > 0)
        *lower = self->left[s - 1] + 1.0;
    }
  if (median.bin + 1 < self->n_bins)
    {
      if (!find_outermost (self, target, median.bin + 1, self->n_bins - 1, cancel, cancel_data,
                           &s, error))
        return FALSE;
      if (s > 0)
        *upper = self->right[s];
    }

  return TRUE;
}

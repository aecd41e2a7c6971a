/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-special.h"

#include <float.h>
#include <math.h>

double
gla_log_gamma (double x)
{
  int sign;

  g_return_val_if_fail (x > 0.0, 0.0);

  return lgamma_r (x, &sign);
}

double
gla_log_choose (double n,
                double k)
{
  g_return_val_if_fail (n >= 0.0 && !isnan (k), -HUGE_VAL);

  if (k < 0.0 || k > n)
    return -HUGE_VAL;

  return gla_log_gamma (n + 1.0) - gla_log_gamma (k + 1.0) - gla_log_gamma (n - k + 1.0);
}

/* The continued fraction of the incomplete beta function by Lentz' method, for
 * x below (a + 1) / (a + b + 2). Its length grows like sqrt (max (a, b)). */
static double
beta_fraction (double a,
               double b,
               double x)
{
  const double smallest = 1e-300;
  double c = 1.0;
  double d = 1.0 - (a + b) * x / (a + 1.0);
  double h;

  d = 1.0 / (fabs (d) < smallest ? smallest : d);
  h = d;
  for (int m = 1; m <= 100000; m++)
    {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
      double step;

      d = 1.0 + even * d;
      c = 1.0 + even / c;
      d = 1.0 / (fabs (d) < smallest ? smallest : d);
      c = fabs (c) < smallest ? smallest : c;
      h *= c * d;

      d = 1.0 + odd * d;
      c = 1.0 + odd / c;
      d = 1.0 / (fabs (d) < smallest ? smallest : d);
      c = fabs (c) < smallest ? smallest : c;
      step = c * d;
      h *= step;
      if (fabs (step - 1.0) < 4.0 * DBL_EPSILON)
        break;
    }

  return h;
}

double
gla_beta_cdf (double a,
              double b,
              double x)
{
  double front;

  g_return_val_if_fail (a > 0.0 && b > 0.0 && isfinite (a + b), 0.0);
  g_return_val_if_fail (!isnan (x), 0.0);

  if (x <= 0.0)
    return 0.0;
  if (x >= 1.0)
    return 1.0;

  front = exp (gla_log_gamma (a + b) - gla_log_gamma (a) - gla_log_gamma (b)
               + a * log (x) + b * log1p (-x));
  if (x < (a + 1.0) / (a + b + 2.0))
    return CLAMP (front * beta_fraction (a, b, x) / a, 0.0, 1.0);

  return CLAMP (1.0 - front * beta_fraction (b, a, 1.0 - x) / b, 0.0, 1.0);
}

double
gla_beta_quantile (double a,
                   double b,
                   double p)
{
  double low = 0.0;
  double high = 1.0;

  g_return_val_if_fail (p >= 0.0 && p <= 1.0, 0.0);

  for (int i = 0; i < 200; i++)
    {
      double middle = 0.5 * (low + high);

      if (middle <= low || middle >= high)
        break;
      if (gla_beta_cdf (a, b, middle) < p)
        low = middle;
      else
        high = middle;
    }

  return 0.5 * (low + high);
}

double
gla_f_upper (double freedom1,
             double freedom2,
             double f)
{
  g_return_val_if_fail (freedom1 > 0.0 && freedom2 > 0.0, 1.0);
  g_return_val_if_fail (!isnan (f), 1.0);

  if (f <= 0.0)
    return 1.0;

  return gla_beta_cdf (0.5 * freedom2, 0.5 * freedom1, freedom2 / (freedom2 + freedom1 * f));
}

double
gla_binomial_probability (guint  n,
                          double p,
                          guint  k)
{
  double log_probability;

  g_return_val_if_fail (p >= 0.0 && p <= 1.0, 0.0);

  if (k > n)
    return 0.0;
  if (p <= 0.0 || p >= 1.0)
    return k == (p <= 0.0 ? 0 : n) ? 1.0 : 0.0;

  log_probability = gla_log_choose (n, k) + k * log (p) + (n - k) * log1p (-p);

  return exp (log_probability);
}

double
gla_binomial_cdf (guint  n,
                  double p,
                  guint  k)
{
  g_return_val_if_fail (p >= 0.0 && p <= 1.0, 0.0);

  if (k >= n)
    return 1.0;

  return gla_beta_cdf ((double) n - k, (double) k + 1.0, 1.0 - p);
}

guint
gla_binomial_quantile (guint  n,
                       double p,
                       double q)
{
  guint low = 0;
  guint high = n;

  g_return_val_if_fail (q >= 0.0 && q <= 1.0, 0);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (gla_binomial_cdf (n, p, middle) >= q)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

double
gla_hypergeometric_probability (guint total,
                                guint failures,
                                guint drawn,
                                guint k)
{
  g_return_val_if_fail (failures <= total && drawn <= total, 0.0);

  if (k > failures || k > drawn || drawn - k > total - failures)
    return 0.0;

  return exp (gla_log_choose (failures, k)
              + gla_log_choose (total - failures, (double) drawn - k)
              - gla_log_choose (total, drawn));
}

double
gla_hypergeometric_upper (guint total,
                          guint failures,
                          guint drawn,
                          guint k)
{
  double sum = 0.0;

  g_return_val_if_fail (failures <= total && drawn <= total, 0.0);

  for (guint x = MIN (failures, drawn); x > k; x--)
    sum += gla_hypergeometric_probability (total, failures, drawn, x);

  return MIN (sum, 1.0);
}

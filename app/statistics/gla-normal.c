/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-normal.h"

#include <math.h>

/* Below this the differences of tails lose their digits to denormal numbers. */
#define TINY_PROBABILITY 1e-290

double
gla_log_days (double days)
{
  g_return_val_if_fail (!isnan (days), -HUGE_VAL);

  return days > 0.0 ? log (days) : -HUGE_VAL;
}

double
gla_normal_density (double x)
{
  g_return_val_if_fail (!isnan (x), 0.0);

  return exp (-0.5 * x * x) * (0.5 * M_SQRT1_2 * M_2_SQRTPI);
}

double
gla_normal_cdf (double x)
{
  g_return_val_if_fail (!isnan (x), 0.0);

  return 0.5 * erfc (-x * M_SQRT1_2);
}

double
gla_normal_upper (double x)
{
  g_return_val_if_fail (!isnan (x), 0.0);

  return 0.5 * erfc (x * M_SQRT1_2);
}

double
gla_normal_log_upper (double x)
{
  double r;

  g_return_val_if_fail (!isnan (x), 0.0);

  if (x < 30.0)
    return log (gla_normal_upper (x));
  if (isinf (x))
    return -HUGE_VAL;

  r = 1.0 / (x * x);

  return -0.5 * x * x - log (x) - 0.5 * log (2.0 * G_PI)
         + log1p (-r * (1.0 - r * (3.0 - r * (15.0 - r * 105.0))));
}

double
gla_normal_interval (double a,
                     double b)
{
  g_return_val_if_fail (!isnan (a) && !isnan (b), 0.0);

  if (a >= b)
    return 0.0;
  if (a > 0.0)
    return gla_normal_upper (a) - gla_normal_upper (b);

  return gla_normal_cdf (b) - gla_normal_cdf (a);
}

double
gla_normal_log_interval (double a,
                         double b)
{
  double probability = gla_normal_interval (a, b);
  double nearer;
  double farther;

  if (probability > TINY_PROBABILITY)
    return log (probability);
  if (!(a < b))
    return -HUGE_VAL;

  nearer = a > 0.0 ? a : -b;
  farther = a > 0.0 ? b : -a;
  if (isinf (nearer))
    return -HUGE_VAL;

  /* 1 - exp (d) with d = log Q(farther) - log Q(nearer), which is below 0. */
  return gla_normal_log_upper (nearer)
         + log (-expm1 (gla_normal_log_upper (farther) - gla_normal_log_upper (nearer)));
}

/* The quotient of two polynomials of degree 7, coefficients from the constant on. */
static double
rational (const double numerator[8],
          const double denominator[8],
          double       r)
{
  double above = numerator[7];
  double below = denominator[7];

  for (int i = 6; i >= 0; i--)
    {
      above = above * r + numerator[i];
      below = below * r + denominator[i];
    }

  return above / below;
}

double
gla_normal_quantile (double p)
{
  static const double a[8] = { 3.3871328727963666080e0,  1.3314166789178437745e+2,
                               1.9715909503065514427e+3, 1.3731693765509461125e+4,
                               4.5921953931549871457e+4, 6.7265770927008700853e+4,
                               3.3430575583588128105e+4, 2.5090809287301226727e+3 };
  static const double b[8] = { 1.0,                      4.2313330701600911252e+1,
                               6.8718700749205790830e+2, 5.3941960214247511077e+3,
                               2.1213794301586595867e+4, 3.9307895800092710610e+4,
                               2.8729085735721942674e+4, 5.2264952788528545610e+3 };
  static const double c[8] = { 1.42343711074968357734e0, 4.63033784615654529590e0,
                               5.76949722146069140550e0, 3.64784832476320460504e0,
                               1.27045825245236838258e0, 2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4 };
  static const double d[8] = { 1.0,                       2.05319162663775882187e0,
                               1.67638483018380384940e0,  6.89767334985100004550e-1,
                               1.48103976427480074590e-1, 1.51986665636164571966e-2,
                               5.47593808499534494600e-4, 1.05075007164441684324e-9 };
  static const double e[8] = { 6.65790464350110377720e0,  5.46378491116411436990e0,
                               1.78482653991729133580e0,  2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7 };
  static const double f[8] = { 1.0,                       5.99832206555887937690e-1,
                               1.36929880922735805310e-1, 1.48753612908506148525e-2,
                               7.86869131145613259100e-4, 1.84631831751005468180e-5,
                               1.42151175831644588870e-7, 2.04426310338993978564e-15 };
  double q;
  double r;
  double x;

  g_return_val_if_fail (p >= 0.0 && p <= 1.0, 0.0);

  q = p - 0.5;
  if (fabs (q) <= 0.425)
    return q * rational (a, b, 0.180625 - q * q);

  r = q < 0.0 ? p : 1.0 - p;
  if (r <= 0.0)
    return q < 0.0 ? -HUGE_VAL : HUGE_VAL;

  r = sqrt (-log (r));
  x = r <= 5.0 ? rational (c, d, r - 1.6) : rational (e, f, r - 5.0);

  return q < 0.0 ? -x : x;
}

double
gla_t_quantile_975 (double freedom)
{
  const double z = 1.959963984540054;
  const double z2 = z * z;
  double first;
  double second;
  double third;

  g_return_val_if_fail (freedom >= 1.0, z);

  first = z * (z2 + 1.0) / 4.0;
  second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
  third = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;

  return z + (first + (second + third / freedom) / freedom) / freedom;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Distribution functions from libm alone. Arguments must not be NaN and
 * parameters must be in range: that is the duty of the caller, and anything else
 * is a programming error, answered by a critical message and the stated value. */

/**
 * gla_log_gamma:
 * @x: a number above 0
 *
 * lgamma_r() of libm: lgamma() writes a global variable and is not safe in threads.
 *
 * Returns: log Gamma (@x)
 */
double  gla_log_gamma               (double  x);

/**
 * gla_log_choose:
 * @n: how many there are, 0 or more
 * @k: how many are taken
 *
 * Returns: the logarithm of the number of ways; minus infinity outside 0 to @n
 */
double  gla_log_choose              (double  n,
                                     double  k);

/**
 * gla_beta_cdf:
 * @a: the first parameter, above 0
 * @b: the second parameter, above 0
 * @x: a number; below 0 counts as 0 and above 1 as 1
 *
 * The regularised incomplete beta function I_x(a, b) by its continued fraction,
 * mirrored as 1 - I_{1-x}(b, a) where that converges faster.
 *
 * Returns: the probability of a Beta (@a, @b) number below @x
 */
double  gla_beta_cdf                (double  a,
                                     double  b,
                                     double  x);

/**
 * gla_beta_quantile:
 * @a: the first parameter, above 0
 * @b: the second parameter, above 0
 * @p: a probability from 0 to 1
 *
 * Bisection of gla_beta_cdf() until the bounds are neighbours.
 *
 * Returns: x with I_x(@a, @b) = @p
 */
double  gla_beta_quantile           (double  a,
                                     double  b,
                                     double  p);

/**
 * gla_f_upper:
 * @freedom1: degrees of freedom of the numerator, above 0
 * @freedom2: degrees of freedom of the denominator, above 0
 * @f: the statistic, infinite allowed; below 0 counts as 0
 *
 * I_x(d2/2, d1/2) at x = d2 / (d2 + d1 F). Source: statistics, section 6.
 *
 * Returns: the probability of a larger statistic
 */
double  gla_f_upper                 (double  freedom1,
                                     double  freedom2,
                                     double  f);

/**
 * gla_binomial_probability:
 * @n: trials
 * @p: the probability of each, 0 to 1
 * @k: successes
 *
 * Returns: P(X = @k) for X binomial; 0 for @k above @n
 */
double  gla_binomial_probability    (guint   n,
                                     double  p,
                                     guint   k);

/**
 * gla_binomial_cdf:
 * @n: trials
 * @p: the probability of each, 0 to 1
 * @k: successes
 *
 * P(X <= k) = I_{1-p}(n - k, k + 1), so that it costs the same for every @n.
 *
 * Returns: the probability of at most @k successes
 */
double  gla_binomial_cdf            (guint   n,
                                     double  p,
                                     guint   k);

/**
 * gla_binomial_quantile:
 * @n: trials
 * @p: the probability of each, 0 to 1
 * @q: a probability from 0 to 1
 *
 * Found by bisection over the successes. Source: statistics, section 6, funnel.
 *
 * Returns: the smallest k with P(X <= k) >= @q
 */
guint   gla_binomial_quantile       (guint   n,
                                     double  p,
                                     double  q);

/**
 * gla_hypergeometric_upper:
 * @total: all things, N
 * @failures: the failures among them, F, at most @total
 * @drawn: how many are drawn, n, at most @total
 * @k: failures among the drawn
 *
 * Returns: P(X > @k), summed from the far end so that small tails keep their digits
 */
double  gla_hypergeometric_upper    (guint   total,
                                     guint   failures,
                                     guint   drawn,
                                     guint   k);

/**
 * gla_hypergeometric_probability:
 * @total: all things, N
 * @failures: the failures among them, F, at most @total
 * @drawn: how many are drawn, n, at most @total
 * @k: failures among the drawn
 *
 * C(F, k) C(N - F, n - k) / C(N, n) by logarithms. Source: statistics, section 5.
 *
 * Returns: P(X = @k); 0 for an impossible @k
 */
double  gla_hypergeometric_probability (guint   total,
                                        guint   failures,
                                        guint   drawn,
                                        guint   k);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Distribution functions from libm alone. Arguments must not be NaN and
 * parameters must be in range: that is the duty of the caller, and anything else
 * is a programming error, answered by a critical message and the stated value. */

/**
 * gla_log_days:
 * @days: a number of days, 0 or more, or infinite
 *
 * The natural logarithm of a number of days, with minus infinity for day 0, which
 * libm would report as an error. Source: statistics, section 9, hazards.
 *
 * Returns: log @days; minus infinity for 0, plus infinity for infinity
 */
double  gla_log_days                (double  days);

/**
 * gla_normal_density:
 * @x: any number, also infinite
 *
 * Returns: the standard normal density phi (@x); 0 at both infinities
 */
double  gla_normal_density          (double  x);

/**
 * gla_normal_cdf:
 * @x: any number, also infinite
 *
 * Phi (x) = erfc (-x / sqrt 2) / 2, which keeps its relative precision in the
 * lower tail. Source: statistics, section 3.2.
 *
 * Returns: the probability of a standard normal number below @x
 */
double  gla_normal_cdf              (double  x);

/**
 * gla_normal_upper:
 * @x: any number, also infinite
 *
 * 1 - Phi (x) with full relative precision in the upper tail.
 *
 * Returns: the probability of a standard normal number above @x
 */
double  gla_normal_upper            (double  x);

/**
 * gla_normal_log_upper:
 * @x: any number, also infinite
 *
 * log (1 - Phi (x)) without underflow. Above 30 it is the asymptotic series
 * phi (x) / x (1 - 1/x^2 + 3/x^4 - 15/x^6 + 105/x^8), whose error there is below
 * 1e-11 of the value.
 *
 * Returns: the logarithm; minus infinity only for plus infinity
 */
double  gla_normal_log_upper        (double  x);

/**
 * gla_normal_interval:
 * @a: the lower bound, minus infinity allowed
 * @b: the upper bound, plus infinity allowed
 *
 * Phi (b) - Phi (a), taken in the upper tail as Phi (-a) - Phi (-b) when a > 0,
 * since differences next to 1 have no digits left. Source: statistics, section 3.2.
 *
 * Returns: the probability between the bounds; 0 unless @a < @b
 */
double  gla_normal_interval         (double  a,
                                     double  b);

/**
 * gla_normal_log_interval:
 * @a: the lower bound, minus infinity allowed
 * @b: the upper bound, above @a, plus infinity allowed
 *
 * log (Phi (b) - Phi (a)). Where the difference underflows, far in a tail, it is
 * log Q(a) + log (1 - Q(b) / Q(a)) with Q the tail outside the nearer bound, so
 * that an unlikely record is unlikely and not impossible.
 *
 * Returns: the logarithm, finite unless the interval is empty
 */
double  gla_normal_log_interval     (double  a,
                                     double  b);

/**
 * gla_normal_quantile:
 * @p: a probability from 0 to 1
 *
 * Algorithm AS 241, PPND16 (Wichura 1988): with q = p - 1/2, for |q| <= 0.425 a
 * rational function of 0.180625 - q^2; otherwise, with r = sqrt (-log (the smaller
 * tail)), one of r - 1.6 up to r = 5 and one of r - 5 beyond. Relative precision
 * 1e-16. Source: statistics, section 8.1.
 *
 * Returns: x with Phi (x) = @p; infinite at 0 and 1
 */
double  gla_normal_quantile         (double  p);

/**
 * gla_t_quantile_975:
 * @freedom: degrees of freedom f, at least 1
 *
 * The expansion of the 97.5 % point of Student's distribution in 1/f up to 1/f^3,
 * t(f) = z + (z^3+z)/4f + (5z^5+16z^3+3z)/96f^2 + (3z^7+19z^5+17z^3-15z)/384f^3.
 * The expansion is the definition, for f >= 4. Source: statistics, section 2.3.
 *
 * Returns: t(f)
 */
double  gla_t_quantile_975          (double  freedom);

G_END_DECLS

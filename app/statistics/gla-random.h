/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaRandom:
 * @state: the four words of xoshiro256**; never all zero
 *
 * A reproducible source of random numbers. It lives on the stack, is copied by
 * assignment and belongs to one thread. It is made for synthetic data and not
 * for secrets. Source: statistics, section 8.1.
 */
typedef struct
{
  guint64 state[4];
} GlaRandom;

/**
 * gla_random_mix:
 * @x: (inout): a counter; it is advanced by the golden ratio of 2^64
 *
 * One step of splitmix64. It also serves as a hash of an identifier: put the
 * identifier into @x and take the result. Source: statistics, section 8.1, SM.
 *
 * Returns: 64 well mixed bits
 */
guint64  gla_random_mix       (guint64      *x);

/**
 * gla_random_init:
 * @random: (out caller-allocates): the source to start
 * @seed: the seed of the whole data set
 * @kind: the kind of thing that is drawn
 * @index: the number of the thing within its kind, from 0
 *
 * Starts the stream (@seed, @kind, @index). Streams are independent of each
 * other, so that each thing can be drawn alone and in any order.
 * Source: statistics, section 8.1, stream.
 */
void     gla_random_init      (GlaRandom    *random,
                               guint64       seed,
                               guint64       kind,
                               guint64       index);

/**
 * gla_random_next:
 * @random: a source
 *
 * One step of xoshiro256**. Source: statistics, section 8.1, next.
 *
 * Returns: 64 random bits
 */
guint64  gla_random_next      (GlaRandom    *random);

/**
 * gla_random_uniform:
 * @random: a source
 *
 * U = ((next >> 11) + 0.5) 2^-53, from one number of the source.
 * Source: statistics, section 8.1, U.
 *
 * Returns: a number above 0 and below 1, except that the topmost of the 2^53
 *   steps rounds to 1
 */
double   gla_random_uniform   (GlaRandom    *random);

/**
 * gla_random_normal:
 * @random: a source
 *
 * The normal quantile (AS 241) of one uniform number, so that every draw costs
 * exactly one number. Source: statistics, section 8.1, Z.
 *
 * Returns: a standard normal number, always finite
 */
double   gla_random_normal    (GlaRandom    *random);

/**
 * gla_random_integer:
 * @random: a source
 * @n: how many values are possible, at least 1
 *
 * min (floor (U n), n - 1). Source: statistics, section 8.1, I(n).
 *
 * Returns: a whole number from 0 to @n - 1
 */
int      gla_random_integer   (GlaRandom    *random,
                               int           n);

/**
 * gla_random_category:
 * @random: a source
 * @shares: (array length=n_shares): the share of each category, sum 1
 * @n_shares: how many categories there are, at least 1
 *
 * One uniform number U; the first category k with U < p_0 + ... + p_k, added
 * from the left, and the last one when rounding leaves none.
 * Source: statistics, section 8.1, Cat(p).
 *
 * Returns: the number of a category, from 0
 */
gsize    gla_random_category  (GlaRandom    *random,
                               const double *shares,
                               gsize         n_shares);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gla-random.h"

#include "gla-normal.h"

#include <math.h>

static guint64
rotate_left (guint64 word,
             int     bits)
{
  return (word << bits) | (word >> (64 - bits));
}

/**
 * gla_random_mix:
 * @x: (inout): a counter; it is advanced by the golden ratio of 2^64
 *
 * One step of splitmix64. It also serves as a hash of an identifier: put the
 * identifier into @x and take the result. Source: statistics, section 8.1, SM.
 *
 * Returns: 64 well mixed bits
 */
guint64
gla_random_mix (guint64 *x)
{
  guint64 z;

  g_return_val_if_fail (x != NULL, 0);

  *x += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  z = *x;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);

  return z ^ (z >> 31);
}

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
void
gla_random_init (GlaRandom *random,
                 guint64    seed,
                 guint64    kind,
                 guint64    index)
{
  guint64 x = seed;

  g_return_if_fail (random != NULL);

  x = gla_random_mix (&x) ^ (kind * G_GUINT64_CONSTANT (0xD1342543DE82EF95));
  x = gla_random_mix (&x) ^ (index * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D));
  for (gsize i = 0; i < G_N_ELEMENTS (random->state); i++)
    random->state[i] = gla_random_mix (&x);
}

/**
 * gla_random_next:
 * @random: a source
 *
 * One step of xoshiro256**. Source: statistics, section 8.1, next.
 *
 * Returns: 64 random bits
 */
guint64
gla_random_next (GlaRandom *random)
{
  guint64 *s;
  guint64 result;
  guint64 shifted;

  g_return_val_if_fail (random != NULL, 0);

  s = random->state;
  result = rotate_left (s[1] * 5, 7) * 9;
  shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate_left (s[3], 45);

  return result;
}

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
double
gla_random_uniform (GlaRandom *random)
{
  return ((double) (gla_random_next (random) >> 11) + 0.5) * 0x1p-53;
}

/**
 * gla_random_normal:
 * @random: a source
 *
 * The normal quantile (AS 241) of one uniform number, so that every draw costs
 * exactly one number. Source: statistics, section 8.1, Z.
 *
 * Returns: a standard normal number, always finite
 */
double
gla_random_normal (GlaRandom *random)
{
  double u = gla_random_uniform (random);

  /* The topmost step rounds to 1, whose quantile is infinite. */
  return gla_normal_quantile (MIN (u, 1.0 - 0x1p-53));
}

/**
 * gla_random_integer:
 * @random: a source
 * @n: how many values are possible, at least 1
 *
 * min (floor (U n), n - 1). Source: statistics, section 8.1, I(n).
 *
 * Returns: a whole number from 0 to @n - 1
 */
int
gla_random_integer (GlaRandom *random,
                    int        n)
{
  double scaled;

  g_return_val_if_fail (n >= 1, 0);

  scaled = floor (gla_random_uniform (random) * n);

  return MIN ((int) scaled, n - 1);
}

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
gsize
gla_random_category (GlaRandom    *random,
                     const double *shares,
                     gsize         n_shares)
{
  double u;
  double sum = 0.0;

  g_return_val_if_fail (shares != NULL, 0);
  g_return_val_if_fail (n_shares >= 1, 0);

  u = gla_random_uniform (random);
  for (gsize k = 0; k + 1 < n_shares; k++)
    {
      sum += shares[k];
      if (u < sum)
        return k;
    }

  return n_shares - 1;
}

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

double
gla_random_uniform (GlaRandom *random)
{
  return ((double) (gla_random_next (random) >> 11) + 0.5) * 0x1p-53;
}

double
gla_random_normal (GlaRandom *random)
{
  double u = gla_random_uniform (random);

  /* The topmost step rounds to 1, whose quantile is infinite. */
  return gla_normal_quantile (MIN (u, 1.0 - 0x1p-53));
}

int
gla_random_integer (GlaRandom *random,
                    int        n)
{
  double scaled;

  g_return_val_if_fail (n >= 1, 0);

  scaled = floor (gla_random_uniform (random) * n);

  return MIN ((int) scaled, n - 1);
}

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

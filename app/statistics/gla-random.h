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

guint64  gla_random_mix       (guint64      *x);
void     gla_random_init      (GlaRandom    *random,
                               guint64       seed,
                               guint64       kind,
                               guint64       index);
guint64  gla_random_next      (GlaRandom    *random);
double   gla_random_uniform   (GlaRandom    *random);
double   gla_random_normal    (GlaRandom    *random);
int      gla_random_integer   (GlaRandom    *random,
                               int           n);
gsize    gla_random_category  (GlaRandom    *random,
                               const double *shares,
                               gsize         n_shares);

G_END_DECLS

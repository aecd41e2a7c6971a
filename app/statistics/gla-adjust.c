/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adjust.h"

#include <stdlib.h>

typedef struct
{
  double p;
  gsize place;
} Ranked;

static int
compare_ranked (const void *a,
                const void *b)
{
  double p = ((const Ranked *) a)->p;
  double q = ((const Ranked *) b)->p;

  return (p > q) - (p < q);
}

void
gla_adjust_benjamini_hochberg (const double *p,
                               gsize         n,
                               double       *adjusted)
{
  g_autofree Ranked *ranked = NULL;
  double smallest = 1.0;

  g_return_if_fail (p != NULL || n == 0);
  g_return_if_fail (adjusted != NULL || n == 0);

  ranked = g_new (Ranked, n);
  for (gsize i = 0; i < n; i++)
    {
      ranked[i].p = p[i];
      ranked[i].place = i;
    }
  if (n > 1)
    qsort (ranked, n, sizeof (Ranked), compare_ranked);

  for (gsize i = n; i > 0; i--)
    {
      smallest = MIN (smallest, ranked[i - 1].p * ((double) n / (double) i));
      adjusted[ranked[i - 1].place] = smallest;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-funnel.h"

#include "gla-normal.h"
#include "gla-special.h"

#include <math.h>
#include <stdlib.h>

/* Fewer units say nothing of the variance between them. */
#define MIN_UNITS_FOR_DISPERSION 5

#define Z_95 1.96
#define Z_998 3.09

static double
get_exact_limit (double p0,
                 guint  n,
                 double q)
{
  guint r = gla_binomial_quantile (n, p0, q);
  double here = gla_binomial_probability (n, p0, r);
  double part = here > 0.0 ? (gla_binomial_cdf (n, p0, r) - q) / here : 0.0;

  return CLAMP ((r - part) / n, 0.0, 1.0);
}

static void
get_exact_limits (double           p0,
                  guint            n,
                  GlaFunnelLimits *limits)
{
  /* A rate of 0 or 1 leaves nothing to chance, and the formula no number. */
  if (p0 <= 0.0 || p0 >= 1.0)
    {
      *limits = (GlaFunnelLimits){ p0, p0, p0, p0 };
      return;
    }

  limits->low95 = get_exact_limit (p0, n, 0.025);
  limits->high95 = get_exact_limit (p0, n, 0.975);
  limits->low998 = get_exact_limit (p0, n, 0.001);
  limits->high998 = get_exact_limit (p0, n, 0.999);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* phi, and tau2 by the method of moments of DerSimonian and Laird. */
static void
find_dispersion (GlaFunnel           *funnel,
                 const GlaFunnelUnit *units,
                 gsize                n_units)
{
  g_autofree double *z = g_new (double, n_units);
  gsize k = MAX (2, (n_units + 9) / 10);
  double binomial = funnel->p0 * (1.0 - funnel->p0);
  double weights = 0.0;
  double squares = 0.0;
  double low;
  double high;

  funnel->phi = 1.0;
  funnel->tau2 = 0.0;
  if (n_units < MIN_UNITS_FOR_DISPERSION || binomial <= 0.0)
    return;

  for (gsize i = 0; i < n_units; i++)
    {
      double weight = units[i].n / binomial;

      z[i] = units[i].z;
      weights += weight;
      squares += weight * weight;
    }
  qsort (z, n_units, sizeof (double), compare_numbers);
  low = z[k - 1];
  high = z[n_units - k];

  funnel->phi = 0.0;
  for (gsize i = 0; i < n_units; i++)
    {
      double winsorised = CLAMP (z[i], low, high);

      funnel->phi += winsorised * winsorised / n_units;
    }

  if (n_units * funnel->phi > n_units - 1.0)
    funnel->tau2 = MAX (0.0, (n_units * funnel->phi - (n_units - 1.0))
                             / (weights - squares / weights));
}

static gboolean
check_units (const GlaFunnelUnit  *units,
             gsize                 n_units,
             GError              **error)
{
  if (n_units == 0)
    return gla_statistics_set_too_few (error);

  for (gsize i = 0; i < n_units; i++)
    {
      if (units[i].n == 0 || units[i].n_failed > units[i].n || !isfinite (units[i].expected)
          || units[i].expected < 0.0)
        return gla_statistics_set_invalid (error, i);
    }

  return TRUE;
}

gboolean
gla_funnel_judge (GlaFunnelUnit  *units,
                  gsize           n_units,
                  GlaFunnel      *funnel,
                  GError        **error)
{
  double n = 0.0;
  double n_failed = 0.0;
  guint n_large = 0;

  g_return_val_if_fail (units != NULL || n_units == 0, FALSE);
  g_return_val_if_fail (funnel != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *funnel = (GlaFunnel){ .phi = 1.0 };
  if (!check_units (units, n_units, error))
    return FALSE;

  for (gsize i = 0; i < n_units; i++)
    {
      n += units[i].n;
      n_failed += units[i].n_failed;
      n_large += units[i].n >= GLA_FUNNEL_MIN_SESSIONS ? 1 : 0;
    }
  funnel->p0 = n_failed / n;
  funnel->may_show = n_large >= GLA_FUNNEL_MIN_UNITS;

  for (gsize i = 0; i < n_units; i++)
    {
      double s = sqrt (funnel->p0 * (1.0 - funnel->p0) / units[i].n);

      units[i].rate = units[i].expected > 0.0
                        ? funnel->p0 * (units[i].n_failed / units[i].expected)
                        : (double) units[i].n_failed / units[i].n;
      units[i].z = s > 0.0 ? (units[i].rate - funnel->p0) / s : 0.0;
    }
  find_dispersion (funnel, units, n_units);

  for (gsize i = 0; i < n_units; i++)
    {
      double s2 = funnel->p0 * (1.0 - funnel->p0) / units[i].n;

      units[i].z_adjusted = s2 > 0.0 ? units[i].z * sqrt (s2 / (s2 + funnel->tau2)) : 0.0;
      get_exact_limits (funnel->p0, units[i].n, &units[i].exact);
      gla_funnel_get_limits (funnel, units[i].n, &units[i].drawn);
      units[i].differs = units[i].rate < units[i].drawn.low998
                         || units[i].rate > units[i].drawn.high998;
    }

  return TRUE;
}

void
gla_funnel_get_limits (const GlaFunnel *funnel,
                       guint            n,
                       GlaFunnelLimits *limits)
{
  double s;

  g_return_if_fail (funnel != NULL);
  g_return_if_fail (n >= 1);
  g_return_if_fail (limits != NULL);

  if (funnel->tau2 <= 0.0)
    {
      get_exact_limits (funnel->p0, n, limits);
      return;
    }

  s = sqrt (funnel->p0 * (1.0 - funnel->p0) / n + funnel->tau2);
  limits->low95 = MAX (funnel->p0 - Z_95 * s, 0.0);
  limits->high95 = MIN (funnel->p0 + Z_95 * s, 1.0);
  limits->low998 = MAX (funnel->p0 - Z_998 * s, 0.0);
  limits->high998 = MIN (funnel->p0 + Z_998 * s, 1.0);
}

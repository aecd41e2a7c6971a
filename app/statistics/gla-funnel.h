/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-statistics-error.h"

G_BEGIN_DECLS

/* What a funnel needs before it is shown: this many units with so many sessions. */
#define GLA_FUNNEL_MIN_UNITS 3
#define GLA_FUNNEL_MIN_SESSIONS 20

/**
 * GlaFunnelLimits:
 * @low95: the lower limit that 2.5 % of units fall below by chance
 * @high95: the upper one
 * @low998: the lower limit that 0.1 % of units fall below by chance
 * @high998: the upper one
 *
 * Control limits of a rate, from 0 to 1.
 */
typedef struct
{
  double low95;
  double high95;
  double low998;
  double high998;
} GlaFunnelLimits;

/**
 * GlaFunnelUnit:
 * @id: the practitioner
 * @n: mature assessable sessions, at least 1
 * @n_failed: how many of them failed, f
 * @expected: failures expected from the rates of the strata, E; 0 without case mix
 * @rate: what is drawn: f / n, or p0 O / E with case mix, there perhaps above 1
 * @z: (rate - p0) / s with s^2 = p0 (1 - p0) / n
 * @z_adjusted: (rate - p0) / sqrt (s^2 + tau2)
 * @exact: the binomial limits of this n, without over-dispersion
 * @drawn: the limits to draw, with over-dispersion if there is any
 * @differs: outside the drawn 99.8 % limits: "differs more than chance would explain"
 *
 * One point of the plot. The first four fields are the data.
 */
typedef struct
{
  gint64 id;
  guint n;
  guint n_failed;
  double expected;

  double rate;
  double z;
  double z_adjusted;
  GlaFunnelLimits exact;
  GlaFunnelLimits drawn;
  gboolean differs;
} GlaFunnelUnit;

/**
 * GlaFunnel:
 * @p0: the common rate, sum f / sum n
 * @phi: the mean of the winsorised z^2; 1 for fewer than five units
 * @tau2: the variance between units beyond chance, 0 if there is none
 * @may_show: whether there are enough units with enough sessions
 *
 * The common part of a funnel plot. Source: statistics, section 6.
 */
typedef struct
{
  double p0;
  double phi;
  double tau2;
  gboolean may_show;
} GlaFunnel;

/**
 * gla_funnel_judge:
 * @units: (array length=n_units) (inout): the units with their data
 * @n_units: how many there are
 * @funnel: (out): the common part
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Limits (r - a) / n with r the binomial quantile at q and a = (P(X<=r) - q) / P(X=r).
 * With five units or more, K in all: z winsorised at the k-th smallest and largest,
 * k = max (2, ceil (K/10)); phi = mean z_w^2; if K phi > K - 1, tau2 = max (0, (K phi -
 * (K-1)) / (W - sum w^2 / W)), w = 1/s^2, W = sum w; the limits drawn are then
 * p0 +- 1.96 (3.09) sqrt (s^2 + tau2), clipped. Source: statistics, section 6.
 *
 * Returns: %FALSE with %GLA_STATISTICS_ERROR_TOO_FEW without any unit, or with
 *   %GLA_STATISTICS_ERROR_INVALID
 */
gboolean  gla_funnel_judge      (GlaFunnelUnit    *units,
                                 gsize             n_units,
                                 GlaFunnel        *funnel,
                                 GError          **error);

/**
 * gla_funnel_get_limits:
 * @funnel: a judged funnel
 * @n: sessions, at least 1
 * @limits: (out): the limits to draw at @n
 *
 * For the curves between the units.
 */
void      gla_funnel_get_limits (const GlaFunnel  *funnel,
                                 guint             n,
                                 GlaFunnelLimits  *limits);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-chart.h"
#include "gla-insight-curve.h"

G_BEGIN_DECLS

/**
 * gla_survival_chart_new:
 * @curve: estimated or not yet
 * @row: row of the table that it shows, or -1
 *
 * The share of treatments that still work after so many weeks: a step curve; hatched
 * boxes where the records do not tell how it falls; ticks where treatments were last seen
 * working; the likely range of the median at one half; below, how many were followed so
 * long. With too few records it says so instead. Source: statistics, sections 2.2 and 2.3.
 */
GlaChart  *gla_survival_chart_new (const GlaDurationCurve *curve,
                                   int                     row,
                                   GlaText                *text,
                                   const GlaChartFrame    *frame);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-chart.h"
#include "gla-insight-sheet.h"

G_BEGIN_DECLS

/**
 * gla_lot_chart_new:
 * @sheet: the table of lots
 *
 * Lot by lot the share of sessions with a short or absent effect, shrunken towards the
 * other lots of the product, with its 95 % range; what stands out is a diamond, what is too
 * few to judge a ring. Lots without a session old enough are left to the table.
 * Source: statistics, section 5.
 */
GlaChart  *gla_lot_chart_new     (const GlaInsightClinic *clinic,
                                  const GlaInsightSheet  *sheet,
                                  GlaText                *text,
                                  const GlaChartFrame    *frame);

/**
 * gla_funnel_chart_new:
 * @sheet: the table of injectors
 *
 * Injectors by sessions and by their share of short or absent effects, between the control
 * limits. No ranking: the axis is the number of sessions. Source: statistics, section 6.
 */
GlaChart  *gla_funnel_chart_new  (const GlaInsightClinic *clinic,
                                  const GlaInsightSheet  *sheet,
                                  GlaText                *text,
                                  const GlaChartFrame    *frame);

G_END_DECLS

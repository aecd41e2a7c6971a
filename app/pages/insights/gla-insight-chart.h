/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-insight-job.h"

G_BEGIN_DECLS

#define GLA_TYPE_INSIGHT_CHART (gla_insight_chart_get_type ())
G_DECLARE_FINAL_TYPE (GlaInsightChart, gla_insight_chart, GLA, INSIGHT_CHART, GtkWidget)

/**
 * GlaInsightChart:
 *
 * The chart of an answer, painted by the painter of paper. A picture for assistive
 * technology: the table beside it says the same, and each mark names its row.
 */

/**
 * GlaInsightChart::row-activated:
 * @row: of the table
 *
 * A mark was clicked.
 */

GtkWidget *gla_insight_chart_new        (void);

/** gla_insight_chart_set_result: (nullable): kept by the caller until the next call. */
void       gla_insight_chart_set_result (GlaInsightChart        *self,
                                         const GlaInsightResult *result);

/** gla_insight_chart_get_chart: (nullable): what is shown. */
const GlaChart *gla_insight_chart_get_chart (GlaInsightChart   *self);

G_END_DECLS

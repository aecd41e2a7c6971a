/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-insight-job.h"

G_BEGIN_DECLS

#define GLA_TYPE_INSIGHT_TABLE (gla_insight_table_get_type ())
G_DECLARE_FINAL_TYPE (GlaInsightTable, gla_insight_table, GLA, INSIGHT_TABLE, AdwBin)

/**
 * GlaInsightTable:
 *
 * The table that says what the chart shows. Numbers are buttons that open the cycles
 * behind them.
 */

/**
 * GlaInsightTable::open-cycles:
 * @row: of the table
 * @subset: #GlaCycleSubset
 *
 * A number was pressed.
 */

/**
 * GlaInsightTable::row-activated:
 * @row: of the table
 *
 * A row was opened by a double click or Enter.
 */

GtkWidget *gla_insight_table_new        (void);

/** gla_insight_table_set_result: (nullable): kept by the caller until the next call. */
void       gla_insight_table_set_result (GlaInsightTable        *self,
                                         const GlaInsightResult *result);

G_END_DECLS

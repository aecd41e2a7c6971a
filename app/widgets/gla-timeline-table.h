/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-timeline-model.h"

G_BEGIN_DECLS

#define GLA_TYPE_TIMELINE_TABLE (gla_timeline_table_get_type ())

/**
 * GlaTimelineTable:
 *
 * What #GlaTimeline shows, as a table: one line for each cycle and each
 * treatment elsewhere, latest first.
 *
 * Signals:
 *  - "cycle-selected" (gpointer cycle), "cycle-activated" (gpointer cycle): as of #GlaTimeline
 *  - "record-activated" (int kind, char *id): a treatment elsewhere was activated
 */
G_DECLARE_FINAL_TYPE (GlaTimelineTable, gla_timeline_table, GLA, TIMELINE_TABLE, GtkWidget)

GtkWidget       *gla_timeline_table_new          (void);

/** gla_timeline_table_set_cycles: (nullable): what to show. */
void             gla_timeline_table_set_cycles   (GlaTimelineTable *self,
                                                  GlaCycles        *cycles,
                                                  GlaCatalogue     *catalogue);

/** gla_timeline_table_set_model: (nullable): what to show, perhaps with estimates. */
void             gla_timeline_table_set_model    (GlaTimelineTable *self,
                                                  GlaTimelineModel *model);

/** gla_timeline_table_get_selected: (nullable) (transfer none) */
const GlaCycle  *gla_timeline_table_get_selected (GlaTimelineTable *self);

/** gla_timeline_table_select: (nullable): selects without telling. */
void             gla_timeline_table_select       (GlaTimelineTable *self,
                                                  const GlaCycle   *cycle);

G_END_DECLS

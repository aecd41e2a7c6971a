/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordTimeline:
 *
 * The card "Injections and effect": the timeline or its table, with the choice
 * of range and of what it counts along. The choices are kept in the settings.
 *
 * Signals, of whichever of the two is shown:
 *  - "cycle-selected" (gpointer cycle): a cycle was chosen
 *  - "cycle-activated" (gpointer cycle): Enter or a double click
 *  - "record-activated" (int kind, char *id): a row behind a figure was chosen
 */
#define GLA_TYPE_RECORD_TIMELINE (gla_record_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordTimeline, gla_record_timeline, GLA, RECORD_TIMELINE, AdwBin)

/** gla_record_timeline_set_settings: from where the choices come and where they are kept. */
void            gla_record_timeline_set_settings (GlaRecordTimeline *self,
                                                  GSettings         *settings);

/** gla_record_timeline_show: @data: (nullable): the range starts anew for another patient. */
void            gla_record_timeline_show         (GlaRecordTimeline *self,
                                                  GlaRecordData     *data,
                                                  GlaCatalogue      *catalogue,
                                                  gboolean           estimates);

/** gla_record_timeline_get_focused_event: (nullable) (transfer none): the adverse event that has the keyboard. */
const GlaAdverseEvent *gla_record_timeline_get_focused_event (GlaRecordTimeline *self);

/** gla_record_timeline_get_selected: (nullable) (transfer none): the cycle last chosen. */
const GlaCycle *gla_record_timeline_get_selected (GlaRecordTimeline *self);

/** gla_record_timeline_select: @cycle: (nullable): selects without telling. */
void            gla_record_timeline_select       (GlaRecordTimeline *self,
                                                  const GlaCycle    *cycle);

/** gla_record_timeline_set_table: the table in place of the picture. */
void            gla_record_timeline_set_table    (GlaRecordTimeline *self,
                                                  gboolean           table);

G_END_DECLS

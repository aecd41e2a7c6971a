/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-case-session.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

#define GLA_TYPE_CASE_PANEL (gla_case_panel_get_type ())
G_DECLARE_FINAL_TYPE (GlaCasePanel, gla_case_panel, GLA, CASE_PANEL, AdwBin)

/**
 * GlaCasePanel:
 *
 * "Not working?" beside a record: the open case of the patient step by step, or how to begin
 * one. Everything is reached by keyboard; the digits 1 to 4 give the answers.
 */

/** GlaCasePanel::hide-panel: the person leaves the case for now. */

/**
 * GlaCasePanel::go-to:
 * @kind: a #GlaTimelineRecord
 * @id: identifier of the record to show
 */

/**
 * GlaCasePanel::fill:
 * @place: where something that is missing is recorded: "follow-up", "treatment", "patient",
 *   "exposure", "adverse-event", "new-treatment"
 */

GtkWidget       *gla_case_panel_new          (GlaContext      *context);

/** gla_case_panel_show: @data: (nullable): the record beside the panel. */
void             gla_case_panel_show         (GlaCasePanel    *self,
                                              GlaRecordData   *data);

/** gla_case_panel_open: the case called @id, once the record has been read. */
void             gla_case_panel_open         (GlaCasePanel    *self,
                                              const char      *id);

/**
 * gla_case_panel_start:
 * @cycle: (nullable): the treated area to begin with; the last one if %NULL
 *
 * What Ctrl+J does: the open case of that area, or a new one.
 */
void             gla_case_panel_start        (GlaCasePanel    *self,
                                              const GlaCycle  *cycle);

/** gla_case_panel_focus: the keyboard goes to the question. */
void             gla_case_panel_focus        (GlaCasePanel    *self);

/** gla_case_panel_get_session: (transfer none) */
GlaCaseSession  *gla_case_panel_get_session  (GlaCasePanel    *self);

G_END_DECLS

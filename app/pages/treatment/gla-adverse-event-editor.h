/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_ADVERSE_EVENT_EDITOR (gla_adverse_event_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaAdverseEventEditor, gla_adverse_event_editor, GLA, ADVERSE_EVENT_EDITOR,
                      GlaEditorWindow)

/**
 * GlaAdverseEventEditor:
 *
 * Something unwanted after a treatment. Words that name a red flag show at once
 * what is to be done.
 */

/**
 * GlaAdverseEventEditor::saved:
 * @id: identifier of the event
 */

/** gla_adverse_event_editor_new: @amend: (nullable): identifier of the one to amend, NULL for a new one. */
GtkWindow  *gla_adverse_event_editor_new  (GlaContext   *context,
                                           GlaCycles    *cycles,
                                           const char   *amend);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_FOLLOW_UP_EDITOR (gla_follow_up_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaFollowUpEditor, gla_follow_up_editor, GLA, FOLLOW_UP_EDITOR,
                      GlaEditorWindow)

/**
 * GlaFollowUpEditor:
 *
 * Follow-up: two digits an area, why the patient came, and what the patient
 * says of the effect. What is typed is kept as a draft.
 */

/**
 * GlaFollowUpEditor::saved:
 * @ids: (element-type utf8): identifiers of the assessments and reports
 */

/** gla_follow_up_editor_new: @cycles: the patient's history, with at least one treatment. */
GtkWindow  *gla_follow_up_editor_new  (GlaContext  *context,
                                       GlaCycles   *cycles);

G_END_DECLS

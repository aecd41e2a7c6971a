/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_ASSESSMENT_EDITOR (gla_assessment_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaAssessmentEditor, gla_assessment_editor, GLA, ASSESSMENT_EDITOR,
                      GlaEditorWindow)

/**
 * GlaAssessmentEditor:
 *
 * Edit Grade: corrects one recorded grade of one area.
 */

/**
 * GlaAssessmentEditor::saved:
 * @id: identifier of the assessment
 */

/** gla_assessment_editor_new: @amend: identifier of the assessment. */
GtkWindow  *gla_assessment_editor_new  (GlaContext   *context,
                                        GlaCycles    *cycles,
                                        const char   *amend);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_TREATMENT_EDITOR (gla_treatment_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaTreatmentEditor, gla_treatment_editor, GLA, TREATMENT_EDITOR,
                      GlaEditorWindow)

/**
 * GlaTreatmentEditor:
 *
 * New Treatment, and Edit Treatment: areas with side, units and vial, grades
 * before injecting, why the patient came. What is typed is kept as a draft.
 */

/**
 * GlaTreatmentEditor::saved:
 * @id: identifier of the treatment
 */

/**
 * gla_treatment_editor_new:
 * @cycles: the patient's history
 * @amend: (nullable): identifier of the treatment to amend, NULL for a new one
 */
GtkWindow  *gla_treatment_editor_new  (GlaContext   *context,
                                       GlaCycles    *cycles,
                                       const char   *amend);

G_END_DECLS

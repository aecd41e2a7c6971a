/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_EXPOSURE_EDITOR (gla_exposure_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaExposureEditor, gla_exposure_editor, GLA, EXPOSURE_EDITOR,
                      GlaEditorWindow)

/**
 * GlaExposureEditor:
 *
 * Treated Elsewhere: toxin that the patient got from others, for whatever
 * reason, as far as it is known.
 */

/**
 * GlaExposureEditor::saved:
 * @id: identifier of the exposure
 */

/** gla_exposure_editor_new: @amend: (nullable): identifier of the one to amend, NULL for a new one. */
GtkWindow  *gla_exposure_editor_new  (GlaContext   *context,
                                      GlaCycles    *cycles,
                                      const char   *amend);

G_END_DECLS

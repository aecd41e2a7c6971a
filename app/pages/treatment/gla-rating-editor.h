/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-editor-window.h"

G_BEGIN_DECLS

#define GLA_TYPE_RATING_EDITOR (gla_rating_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaRatingEditor, gla_rating_editor, GLA, RATING_EDITOR, GlaEditorWindow)

/**
 * GlaRatingEditor:
 *
 * Edit Rating: corrects how a result was judged as a whole.
 */

/**
 * GlaRatingEditor::saved:
 * @id: identifier of the rating
 */

/** gla_rating_editor_new: @amend: identifier of the rating. */
GtkWindow  *gla_rating_editor_new (GlaContext  *context,
                                   GlaCycles   *cycles,
                                   const char  *amend);

G_END_DECLS

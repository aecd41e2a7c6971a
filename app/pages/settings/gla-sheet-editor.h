/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEET_EDITOR (gla_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetEditor, gla_sheet_editor, GLA, SHEET_EDITOR, AdwWindow)

/**
 * GlaSheetEditor:
 *
 * The text of a sheet with what it prints beside it, for a made-up patient. What is typed is
 * checked at once; what has a fault can't be saved. The preview stays at the last good text.
 */

/** GlaSheetEditor::saved: the sheet of the clinic was written. */

/** gla_sheet_editor_new: @key: of a sheet; begins with the clinic's own, if there is one. */
GtkWindow      *gla_sheet_editor_new         (GtkWindow       *parent,
                                              GlaContext      *context,
                                              const char      *key);

/** gla_sheet_editor_get_buffer: (transfer none): what is typed. */
GtkTextBuffer  *gla_sheet_editor_get_buffer  (GlaSheetEditor  *self);

G_END_DECLS

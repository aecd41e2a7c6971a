/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-pages.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEET_PREVIEW (gla_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetPreview, gla_sheet_preview, GLA, SHEET_PREVIEW, GtkWidget)

/**
 * GlaSheetPreview:
 *
 * The pages of a sheet one below the other, as wide as there is room, drawn by what prints
 * them. Paper is white in a dark window as well.
 */

/** gla_sheet_preview_show: @pages: (transfer full) (nullable) */
void  gla_sheet_preview_show  (GlaSheetPreview *self,
                               GlaPages        *pages);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_FIELD_ROW (gla_field_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaFieldRow, gla_field_row, GLA, FIELD_ROW, AdwActionRow)

/**
 * GlaFieldRow:
 *
 * A row with one widget at its end. Tab goes straight to that widget, not to the
 * row first; a click anywhere on the row goes there too.
 */

GtkWidget  *gla_field_row_new  (const char  *title,
                                GtkWidget   *field);

G_END_DECLS

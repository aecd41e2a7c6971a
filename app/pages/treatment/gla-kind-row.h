/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_KIND_ROW (gla_kind_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaKindRow, gla_kind_row, GLA, KIND_ROW, AdwEntryRow)

/**
 * GlaKindRow:
 *
 * An entry row for free text, with the usual answers one click, or Alt+Down,
 * away.
 */

/** gla_kind_row_new: @choices: (array zero-terminated=1): the usual answers, in two columns. */
GtkWidget  *gla_kind_row_new  (const char          *title,
                               const char * const  *choices);

G_END_DECLS

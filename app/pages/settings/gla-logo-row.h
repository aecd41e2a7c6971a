/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_LOGO_ROW (gla_logo_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaLogoRow, gla_logo_row, GLA, LOGO_ROW, AdwActionRow)

/**
 * GlaLogoRow:
 *
 * The logo at the head of sheets, small; another one is chosen from a file, and it can be
 * taken away, and back.
 */
GtkWidget  *gla_logo_row_new   (GlaContext  *context);

/** gla_logo_row_take: takes a picture as the logo, or says why not. */
void        gla_logo_row_take  (GlaLogoRow  *self,
                                GFile       *file);

G_END_DECLS

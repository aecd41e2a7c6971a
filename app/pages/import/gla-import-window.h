/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_IMPORT_WINDOW (gla_import_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaImportWindow, gla_import_window, GLA, IMPORT_WINDOW, AdwWindow)

/**
 * GlaImportWindow:
 *
 * Takes over a list: choose or drop a file, see what each column means and how
 * the first rows will be taken, check, import, and see what was not taken.
 */

/** gla_import_window_new: (transfer none): over @parent. */
GtkWindow  *gla_import_window_new  (GlaContext      *context,
                                    GtkWindow       *parent);

/** gla_import_window_open: looks at a list as if it had been chosen. */
void        gla_import_window_open (GlaImportWindow *self,
                                    GFile           *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_SHORTCUTS_WINDOW (gla_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaShortcutsWindow, gla_shortcuts_window, GLA, SHORTCUTS_WINDOW, AdwWindow)

/** gla_shortcuts_window_new: the keyboard shortcuts, from the table that the program answers to. */
GtkWindow  *gla_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS

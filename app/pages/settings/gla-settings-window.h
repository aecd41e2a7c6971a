/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_SETTINGS_WINDOW (gla_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaSettingsWindow, gla_settings_window, GLA, SETTINGS_WINDOW, AdwWindow)

/** gla_settings_window_new: clinic, staff, products and areas, house rules, records, backup. */
GtkWindow  *gla_settings_window_new (GlaContext *context,
                                     GtkWindow  *parent);

G_END_DECLS

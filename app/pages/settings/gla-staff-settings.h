/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_STAFF_SETTINGS (gla_staff_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaStaffSettings, gla_staff_settings, GLA, STAFF_SETTINGS, AdwBin)

/** gla_staff_settings_new: who works in the clinic, and who writes at this computer. */
GtkWidget  *gla_staff_settings_new (GlaContext *context);

G_END_DECLS

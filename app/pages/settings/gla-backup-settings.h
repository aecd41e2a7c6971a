/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_BACKUP_SETTINGS (gla_backup_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaBackupSettings, gla_backup_settings, GLA, BACKUP_SETTINGS, AdwBin)

/** gla_backup_settings_new: the clinic file: what is in it, copies, checks. */
GtkWidget  *gla_backup_settings_new (GlaContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_RECORDS_SETTINGS (gla_records_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordsSettings, gla_records_settings, GLA, RECORDS_SETTINGS, AdwBin)

/**
 * GlaRecordsSettings:
 *
 * Whether notices of patterns are shown, and how complete the records are where it
 * decides how good the clinic's figures can be.
 */
GtkWidget *gla_records_settings_new (GlaContext *context);

G_END_DECLS

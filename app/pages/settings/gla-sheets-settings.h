/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEETS_SETTINGS (gla_sheets_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetsSettings, gla_sheets_settings, GLA, SHEETS_SETTINGS, AdwBin)

/**
 * GlaSheetsSettings:
 *
 * All sheets of paper: which are the clinic's own, and what is wrong with one that has a
 * fault. Each can be edited, taken back to the built-in one, and again to the clinic's.
 */
GtkWidget  *gla_sheets_settings_new  (GlaContext  *context);

G_END_DECLS

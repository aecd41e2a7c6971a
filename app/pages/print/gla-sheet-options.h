/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-handout.h"

G_BEGIN_DECLS

#define GLA_TYPE_SHEET_OPTIONS (gla_sheet_options_get_type ())
G_DECLARE_FINAL_TYPE (GlaSheetOptions, gla_sheet_options, GLA, SHEET_OPTIONS, AdwPreferencesGroup)

/**
 * GlaSheetOptions:
 *
 * On what sheets are printed: paper and printed letterhead, which are remembered, and language
 * and large print, which are for one patient.
 */

/** GlaSheetOptions::changed */

/** gla_sheet_options_take: begins with what is remembered in @settings. */
void  gla_sheet_options_take  (GlaSheetOptions   *self,
                               GSettings         *settings);

/** gla_sheet_options_set_large: what the patient is known to read. */
void  gla_sheet_options_set_large (GlaSheetOptions *self,
                                   gboolean         large);

void  gla_sheet_options_get   (GlaSheetOptions   *self,
                               GlaHandoutOptions *options);

/** gla_sheet_options_say_language: @text: what the sheet that is shown is written in. */
void  gla_sheet_options_say_language (GlaSheetOptions *self,
                                      const char      *text);

/** gla_sheet_options_read: those that are remembered, for a sheet without this window. */
void  gla_sheet_options_read  (GSettings         *settings,
                               GlaHandoutOptions *options);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-pattern.h"
#include "gla-treatment-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_PATTERN_MENU (gla_pattern_menu_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatternMenu, gla_pattern_menu, GLA, PATTERN_MENU, AdwBin)

/**
 * GlaPatternMenu:
 *
 * The patterns of whoever writes and of the clinic: Alt+T shows them, a digit or Enter
 * uses one. The present plan is kept as a pattern, which can be renamed and removed.
 */

/** GlaPatternMenu::chosen: (GlaPattern *): to be used. */

/** gla_pattern_menu_new: @collect: tells what is planned, to be kept as a pattern. */
GtkWidget  *gla_pattern_menu_new  (GlaContext     *context,
                                   GlaCollectFunc  collect,
                                   gpointer        data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-sheet-subject.h"

G_BEGIN_DECLS

#define GLA_TYPE_PRINT_WINDOW (gla_print_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaPrintWindow, gla_print_window, GLA, PRINT_WINDOW, AdwWindow)

/**
 * GlaPrintWindow:
 *
 * Sheets for a patient, with a preview beside the list: the one that fits is chosen already, and
 * Enter prints. What was printed or saved is noted in the record, with a copy.
 */

/** gla_print_window_new: @question: copied. */
GtkWindow  *gla_print_window_new  (GtkWindow              *parent,
                                   GlaContext             *context,
                                   const GlaSheetQuestion *question);

G_END_DECLS

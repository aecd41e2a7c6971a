/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-insight-clinic.h"

G_BEGIN_DECLS

#define GLA_TYPE_CYCLES_WINDOW (gla_cycles_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaCyclesWindow, gla_cycles_window, GLA, CYCLES_WINDOW, AdwWindow)

/**
 * GlaCyclesWindow:
 *
 * The treated areas behind a number, one row each, read when looked at.
 */

/**
 * GlaCyclesWindow::open-patient:
 * @patient: identifier
 *
 * A row was opened.
 */

/**
 * gla_cycles_window_new:
 * @title: what they have in common
 * @rows: (transfer full) (element-type guint32): rows of the table of @clinic
 */
GtkWindow *gla_cycles_window_new        (GlaContext       *context,
                                         GlaInsightClinic *clinic,
                                         const char       *title,
                                         GArray           *rows);

/** gla_cycles_window_get_n_rows: how many there are. */
guint      gla_cycles_window_get_n_rows (GlaCyclesWindow  *self);

G_END_DECLS

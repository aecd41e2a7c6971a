/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_LOT_WINDOW (gla_lot_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaLotWindow, gla_lot_window, GLA, LOT_WINDOW, AdwWindow)

/**
 * GlaLotWindow:
 *
 * Who had a lot: type it, Enter, and each injection is listed with how to reach the
 * patient.
 */

/** GlaLotWindow::open-patient: (patient: utf8): the record of that identifier is to be shown. */

/** gla_lot_window_new: @lot: (nullable): to begin with. */
GtkWindow  *gla_lot_window_new  (GtkWindow   *parent,
                                 GlaContext  *context,
                                 const char  *lot);

G_END_DECLS

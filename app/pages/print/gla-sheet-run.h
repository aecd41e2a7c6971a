/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-sheet-batch.h"

G_BEGIN_DECLS

/**
 * gla_sheet_run:
 * @window: (nullable): waits, with progress and a way to stop; %NULL only with a @file
 * @orders: (element-type GlaSheetOrder): at least one
 * @file: (nullable): to be written as PDF; %NULL: asks for a printer
 * @closes: whether @window is closed once all is printed or saved
 *
 * Makes the sheets, prints or saves them in one job, and notes in the records of patients what
 * they were given.
 */
void  gla_sheet_run  (GtkWindow               *window,
                      GlaContext              *context,
                      GPtrArray               *orders,
                      const GlaHandoutOptions *options,
                      GFile                   *file,
                      gboolean                 closes);

G_END_DECLS

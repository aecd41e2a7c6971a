/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/* Paper about many patients; @window waits. */

/**
 * gla_list_print_calls:
 * @calls: (transfer full) (element-type GlaHandoutCall): whom to call
 * @about: one line above them
 *
 * Asks for a printer, and prints a call list.
 */
void  gla_list_print_calls  (GtkWindow  *window,
                             GlaContext *context,
                             GPtrArray  *calls,
                             const char *about);

/**
 * gla_list_print_lot:
 * @file: (nullable): to be written as PDF; %NULL: asks for a printer
 *
 * In one job: the list of all who had @lot, to call them by, and a letter to each. The records
 * say who was given a letter (competition, section 6, task 12).
 */
void  gla_list_print_lot    (GtkWindow  *window,
                             GlaContext *context,
                             const char *lot,
                             GFile      *file);

G_END_DECLS

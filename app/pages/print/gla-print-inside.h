/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gla_print_keep_inside:
 *
 * Takes the preview away from the print dialog of GTK, which writes the pages to a temporary
 * file for another program and then says that they were printed: health data stays inside.
 * Whoever asks for it is told; nothing is printed.
 */
void  gla_print_keep_inside  (GtkPrintOperation  *operation,
                              GlaContext         *context);

G_END_DECLS

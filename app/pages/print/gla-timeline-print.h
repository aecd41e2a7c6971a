/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-file-dialogs.h"

G_BEGIN_DECLS

/**
 * gla_timeline_print_new:
 * @estimates: (nullable) (element-type GlaEstimate): of @cycles, to be printed with them
 * @table: the table twin in place of the picture
 *
 * Returns: (transfer full): a print operation that draws the printed timeline of
 *   @cycles; for a dialog, a printer or a file
 */
GtkPrintOperation *gla_timeline_print_new  (GlaContext   *context,
                                            GlaCycles    *cycles,
                                            GPtrArray    *estimates,
                                            gboolean      table);

/** gla_timeline_print_run: asks for a printer and prints; faults are told in the window. */
void               gla_timeline_print_run  (GtkWidget    *parent,
                                            GlaContext   *context,
                                            GlaCycles    *cycles,
                                            GPtrArray    *estimates,
                                            gboolean      table);

/**
 * gla_timeline_print_save:
 * @kind: %GLA_FILE_PDF, %GLA_FILE_PNG or %GLA_FILE_SVG
 *
 * Asks for a file and writes the timeline to it.
 */
void               gla_timeline_print_save (GtkWidget    *parent,
                                            GlaContext   *context,
                                            GlaCycles    *cycles,
                                            GPtrArray    *estimates,
                                            gboolean      table,
                                            GlaFileKind   kind);

G_END_DECLS

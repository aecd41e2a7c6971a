/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/**
 * gla_copy_print_new:
 * @copies: (element-type GBytes): PDF files, printed one after the other
 * @n_pages: (nullable) (element-type guint): of each; %NULL: the files are asked first
 * @title: of the job; names nobody
 *
 * What is printed now and what is printed again later come the same way, from the copy that
 * the record keeps.
 *
 * Returns: (transfer full): or %NULL with an error for a file that can't be read
 */
GtkPrintOperation  *gla_copy_print_new  (GPtrArray      *copies,
                                         const GArray   *n_pages,
                                         const char     *title,
                                         GError        **error);

/**
 * gla_copy_print_run:
 * @n_pages: as in gla_copy_print_new()
 * @done: (nullable): called once the pages are with the printer, not if it was cancelled
 * @destroy: (nullable): frees @user_data when the job is over
 *
 * Asks for a printer, the one of last time first, and prints; faults are told in the window.
 */
void                gla_copy_print_run  (GtkWindow      *parent,
                                         GlaContext     *context,
                                         GPtrArray      *copies,
                                         const GArray   *n_pages,
                                         const char     *title,
                                         void          (*done) (gpointer user_data),
                                         gpointer        user_data,
                                         GDestroyNotify  destroy);

/** gla_copy_print_document: prints the copy of a document of the record once more. */
void                gla_copy_print_document (GtkWindow   *parent,
                                             GlaContext  *context,
                                             const char  *id);

G_END_DECLS

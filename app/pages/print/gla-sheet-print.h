/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-kept-case.h"

G_BEGIN_DECLS

/*
 * Sheets of paper about a case, from the window. A sheet that was printed or saved is noted in
 * the record as given, with its version and a copy.
 */

/**
 * gla_sheet_print_run:
 * @key: (nullable): of the sheet; %NULL: the one for the patient that fits the day of the case
 *
 * Opens the print window.
 */
void         gla_sheet_print_run        (GtkWidget          *parent,
                                         GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept);

/** gla_sheet_print_save: @key: (nullable): as above; asks for a file, and writes a PDF. */
void         gla_sheet_print_save       (GtkWidget          *parent,
                                         GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept);

/** gla_sheet_print_write: @path: (type filename): writes the PDF, notes it in the record and says so. */
void         gla_sheet_print_write      (GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept,
                                         const char         *path);

G_END_DECLS

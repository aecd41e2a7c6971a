/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-kept-case.h"
#include "gla-pages.h"

G_BEGIN_DECLS

/*
 * Sheets of paper about a case, from the window. A sheet that was printed or saved is noted in
 * the record as given, with its version.
 */

/** GLA_SHEET_NOT_WORKING and the others: keys of the sheets of data/handouts. */
#define GLA_SHEET_NOT_WORKING "not-working"
#define GLA_SHEET_NOT_YET "not-yet"
#define GLA_SHEET_DOSSIER "dossier"

/** gla_sheet_choose_for_case: (transfer none): the sheet for the patient that fits the day of the case. */
const char  *gla_sheet_choose_for_case  (const GlaKeptCase  *kept);

/** gla_sheet_make_pages: (transfer full): the sheet called @key about a case; %NULL with an error. */
GlaPages    *gla_sheet_make_pages       (GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept,
                                         GError            **error);

/** gla_sheet_print_run: shows the print dialog, and prints. */
void         gla_sheet_print_run        (GtkWidget          *parent,
                                         GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept);

/** gla_sheet_print_save: asks for a file, and writes a PDF. */
void         gla_sheet_print_save       (GtkWidget          *parent,
                                         GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept);

/** gla_sheet_print_write: writes the PDF to @path and notes it in the record; %FALSE with an error. */
gboolean     gla_sheet_print_write      (GlaContext         *context,
                                         const char         *key,
                                         GlaKeptCase        *kept,
                                         const char         *path,
                                         GError            **error);

G_END_DECLS

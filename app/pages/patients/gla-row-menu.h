/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-store-write.h"

G_BEGIN_DECLS

/**
 * gla_row_menu_new:
 * @table: what kind of record the row shows
 * @id: its identifier
 * @can_edit: whether the menu offers "Edit…" as well
 * @row: the row in words, for the button's name
 *
 * Returns: (transfer floating): a button with what can be done with a row: the
 *   actions "record.edit-row" and "record.void-row", each with table and
 *   identifier. The menu is made when it is first opened.
 */
GtkWidget *gla_row_menu_new (GlaRecordTable  table,
                             const char     *id,
                             gboolean        can_edit,
                             const char     *row);

/** gla_row_menu_new_for_document: likewise; prints the copy again where one is kept: "record.print-copy". */
GtkWidget *gla_row_menu_new_for_document (const GlaDocument *document,
                                          const char        *row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Names for screen readers: in GTK 4.8 the parts of a column view that get the keyboard
 * have none.
 */

/** gla_column_view_name: calls the view, its line of titles and its list @label. */
void  gla_column_view_name     (GtkColumnView *view,
                                const char    *label);

/** gla_column_view_name_row: calls the row in which @cell, the child of an item, stands @label. */
void  gla_column_view_name_row (GtkWidget     *cell,
                                const char    *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlaSmallTable:
 *
 * A small table of a page: a line of column titles and rows under it, all in the
 * columns' common widths. Every row is there from the start, so this is for
 * tens of rows; long lists belong into a list view.
 *
 * Roles are those of a table; what can be pressed in a cell is a button of its own.
 */
#define GLA_TYPE_SMALL_TABLE (gla_small_table_get_type ())
G_DECLARE_FINAL_TYPE (GlaSmallTable, gla_small_table, GLA, SMALL_TABLE, GtkWidget)

/** GLA_SMALL_TABLE_MAX_COLUMNS: more than that is no small table. */
#define GLA_SMALL_TABLE_MAX_COLUMNS 12

/**
 * GlaTableColumn:
 * @title: in the user's language; empty for a column of buttons
 * @is_number: set at the end of the line, in figures of one width
 * @is_wide: gets a share of the width that is left over; its text may be broken
 */
typedef struct
{
  const char *title;
  gboolean is_number;
  gboolean is_wide;
} GlaTableColumn;

/** gla_small_table_new: @label: what the table lists, for assistive technology. */
GtkWidget *gla_small_table_new        (const char           *label,
                                       const GlaTableColumn *columns,
                                       guint                 n_columns);

/**
 * gla_small_table_begin_row:
 * @key: (nullable): name by which gla_small_table_show_row() finds the row
 *
 * The cells that are added next go into this row, from the first column on.
 */
void       gla_small_table_begin_row  (GlaSmallTable        *self,
                                       const char           *key);

/**
 * gla_small_table_add_text:
 * @style: (nullable): style class, such as "dim-label"
 *
 * Returns: (transfer none): the label
 */
GtkWidget *gla_small_table_add_text   (GlaSmallTable        *self,
                                       const char           *text,
                                       const char           *style);

/** gla_small_table_add_widget: @widget: (transfer floating) */
void       gla_small_table_add_widget (GlaSmallTable        *self,
                                       GtkWidget            *widget);

/** gla_small_table_get_n_rows: without the line of titles. */
guint      gla_small_table_get_n_rows (GlaSmallTable        *self);

/**
 * gla_small_table_show_row:
 *
 * Marks the row called @key for a moment and moves the focus into it, which
 * scrolls it into view.
 *
 * Returns: whether there is such a row
 */
gboolean   gla_small_table_show_row   (GlaSmallTable        *self,
                                       const char           *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-column-names.h"

#include "gla-accessible.h"

void
gla_column_view_name (GtkColumnView *view,
                      const char    *label)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  gla_accessible_set_label (GTK_WIDGET (view), label);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gla_accessible_set_label (child, label);
}

void
gla_column_view_name_row (GtkWidget  *cell,
                          const char *label)
{
  GtkWidget *holder;

  g_return_if_fail (GTK_IS_WIDGET (cell));

  /* The cell is in a holder of its column, and that in the row. */
  holder = gtk_widget_get_parent (cell);
  if (holder != NULL && gtk_widget_get_parent (holder) != NULL)
    gla_accessible_set_label (gtk_widget_get_parent (holder), label);
}

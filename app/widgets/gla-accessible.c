/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-accessible.h"

static void
title_notify_cb (AdwEntryRow *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gla_accessible_set_label (GTK_WIDGET (text),
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

void
gla_accessible_name_entry_row (AdwEntryRow *row)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  g_signal_connect (row, "notify::title", G_CALLBACK (title_notify_cb), NULL);
  title_notify_cb (row);
}

void
gla_accessible_name_entry (GtkEntry   *entry,
                           const char *label)
{
  g_return_if_fail (GTK_IS_ENTRY (entry) && label != NULL);

  gla_accessible_set_label (GTK_WIDGET (entry), label);
  gla_accessible_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), label);
}

void
gla_accessible_set_label (GtkWidget  *widget,
                          const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
}

static void
name_focusable (GtkWidget  *widget,
                const char *label)
{
  if (gtk_widget_get_focusable (widget))
    gla_accessible_set_label (widget, label);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_focusable (child, label);
}

void
gla_accessible_name_drop_down (GtkDropDown *drop_down,
                               const char  *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && label != NULL);

  gla_accessible_set_label (GTK_WIDGET (drop_down), label);
  /* The button is the first child; the list comes after it. */
  name_focusable (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), label);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-popover.h"

#include "gla-i18n.h"
#include "gla-timeline-facts.h"

#define WIDTH_CHARS 44

typedef struct
{
  GtkWidget *popover;
  GlaTimelineRecord kind;
  char *id;
  GlaTimelineChosen chosen;
  gpointer data;
} Row;

static void
row_free (gpointer  data,
          GClosure *closure)
{
  Row *row = data;

  g_free (row->id);
  g_free (row);
}

static void
clicked_cb (GtkButton *button,
            gpointer   data)
{
  Row *row = data;
  g_autofree char *id = g_strdup (row->id);
  GlaTimelineRecord kind = row->kind;
  GlaTimelineChosen chosen = row->chosen;
  gpointer chosen_data = row->data;

  /* Closing may free the row. */
  gtk_popover_popdown (GTK_POPOVER (row->popover));
  chosen ((int) kind, id, chosen_data);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, "body");
  return label;
}

static GtkWidget *
new_row (GtkWidget             *popover,
         const GlaTimelineFact *fact,
         GlaTimelineChosen      chosen,
         gpointer               data)
{
  GtkWidget *button = gtk_button_new ();
  Row *row = g_new0 (Row, 1);

  row->popover = popover;
  row->kind = fact->kind;
  row->id = g_strdup (fact->id);
  row->chosen = chosen;
  row->data = data;

  gtk_button_set_child (GTK_BUTTON (button), new_label (fact->text));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fact->text, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), row, row_free, 0);
  return button;
}

GtkWidget *
gla_timeline_popover_new (const char        *title,
                          const GPtrArray   *facts,
                          GlaTimelineChosen  chosen,
                          gpointer           data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = new_label (title);

  gtk_widget_remove_css_class (heading, "body");
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_start (heading, 10);
  gtk_widget_set_margin_end (heading, 10);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_set_margin_bottom (heading, 4);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (GTK_BOX (box), new_row (popover, g_ptr_array_index (facts, i), chosen, data));

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return popover;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-figure-popover.h"

#include "gla-i18n.h"
#include "gla-small-table.h"

/* More rows than this scroll, in this height. */
#define MAX_ROWS 10
#define MAX_HEIGHT 330

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 64,
                                   NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static void
go_clicked_cb (GtkButton *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  GtkWidget *parent = gtk_widget_get_parent (popover);
  GVariant *target = g_object_get_data (G_OBJECT (button), "target");
  g_autoptr (GVariant) kept = g_variant_ref (target);

  /* Closing hands the focus back, so it comes first. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action_variant (parent, "record.go-to", kept);
}

static GtkWidget *
new_go_button (const GlaFigureRow *row)
{
  g_autofree char *name = NULL;
  GtkWidget *button;

  if (row->kind == GLA_TIMELINE_RECORD_NONE || row->id == NULL)
    return gtk_label_new (NULL);
  /* Translators: a button that leads to a row of the record */
  button = gtk_button_new_with_label (_("Go to"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Translators: for screen readers; date and content of a row */
  name = g_strdup_printf (_("Go to %s, %s"), row->when, row->what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "target",
                          g_variant_ref_sink (g_variant_new ("(is)", (int) row->kind, row->id)),
                          (GDestroyNotify) g_variant_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (go_clicked_cb), NULL);
  return button;
}

static GtkWidget *
new_rows (const GlaFigure *figure)
{
  const GlaTableColumn columns[] = {
    { _("Date"), FALSE, FALSE },
    { _("What"), FALSE, TRUE },
    { _("By"), FALSE, FALSE },
    { "", FALSE, FALSE },
  };
  GtkWidget *table = gla_small_table_new (_("Rows this came from"), columns,
                                           G_N_ELEMENTS (columns));
  GtkWidget *scroller;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const GlaFigureRow *row = g_ptr_array_index (figure->rows, i);

      gla_small_table_begin_row (GLA_SMALL_TABLE (table), row->id);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), row->when, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), row->what, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), row->who, "dim-label");
      gla_small_table_add_widget (GLA_SMALL_TABLE (table), new_go_button (row));
    }
  if (figure->rows->len <= MAX_ROWS)
    return table;
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-width", TRUE,
                           "min-content-height", MAX_HEIGHT,
                           "child", table,
                           NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows this came from"), -1);
  return scroller;
}

GtkWidget *
gla_figure_popover_new (const GlaFigure *figure)
{
  GtkWidget *box, *popover;

  g_return_val_if_fail (figure != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "figure-rows");
  gtk_box_append (GTK_BOX (box), new_label (figure->title, "heading"));
  if (figure->text != NULL)
    gtk_box_append (GTK_BOX (box), new_label (figure->text, "body"));
  if (figure->rows->len > 0)
    gtk_box_append (GTK_BOX (box), new_rows (figure));
  else
    gtk_box_append (GTK_BOX (box), new_label (_("No rows are recorded for this."), "dim-label"));

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  figure->title, -1);
  return popover;
}

static gboolean
drop_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still busy closing. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, g_object_ref (popover), g_object_unref);
}

/* A popover takes its own frame for a part of its content's width, and so asks for too few lines
 * of broken text. The content asks for what it needs itself. */
static void
fix_size (GtkWidget *content)
{
  int width, height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_set_size_request (content, width, height);
}

void
gla_figure_popover_show (GtkWidget       *parent,
                         const GlaFigure *figure)
{
  GtkWidget *popover;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (figure != NULL);

  popover = gla_figure_popover_new (figure);
  gtk_widget_set_parent (popover, parent);
  fix_size (gtk_popover_get_child (GTK_POPOVER (popover)));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-figure-button.h"

#include "gla-figure-popover.h"

struct _GlaFigureButton
{
  GtkButton parent_instance;

  GlaFigure *figure;
};

G_DEFINE_FINAL_TYPE (GlaFigureButton, gla_figure_button, GTK_TYPE_BUTTON)

static void
gla_figure_button_clicked (GtkButton *button)
{
  gla_figure_popover_show (GTK_WIDGET (button), GLA_FIGURE_BUTTON (button)->figure);
}

/* A popover that is still open when the button goes is a child that has to go first. */
static void
gla_figure_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }

  G_OBJECT_CLASS (gla_figure_button_parent_class)->dispose (object);
}

static void
gla_figure_button_finalize (GObject *object)
{
  g_clear_pointer (&GLA_FIGURE_BUTTON (object)->figure, gla_figure_free);

  G_OBJECT_CLASS (gla_figure_button_parent_class)->finalize (object);
}

static void
gla_figure_button_class_init (GlaFigureButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_figure_button_dispose;
  object_class->finalize = gla_figure_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = gla_figure_button_clicked;
}

static void
gla_figure_button_init (GlaFigureButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

GtkWidget *
gla_figure_button_new (const char *text,
                       const char *label,
                       GlaFigure  *figure)
{
  GlaFigureButton *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  self = g_object_new (GLA_TYPE_FIGURE_BUTTON, "label", text, NULL);
  self->figure = figure;
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  return GTK_WIDGET (self);
}

const GlaFigure *
gla_figure_button_get_figure (GlaFigureButton *self)
{
  g_return_val_if_fail (GLA_IS_FIGURE_BUTTON (self), NULL);

  return self->figure;
}

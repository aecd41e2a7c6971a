/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-field-row.h"

struct _GlaFieldRow
{
  AdwActionRow parent_instance;

  GtkWidget *field;
};

G_DEFINE_FINAL_TYPE (GlaFieldRow, gla_field_row, ADW_TYPE_ACTION_ROW)

static gboolean
gla_field_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GLA_FIELD_ROW (widget)->field, direction);
}

static gboolean
gla_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GLA_FIELD_ROW (widget)->field);
}

static void
gla_field_row_class_init (GlaFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = gla_field_row_focus;
  widget_class->grab_focus = gla_field_row_grab_focus;
}

static void
gla_field_row_init (GlaFieldRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
gla_field_row_new (const char *title,
                   GtkWidget  *field)
{
  GlaFieldRow *self = g_object_new (GLA_TYPE_FIELD_ROW, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (field), GTK_WIDGET (self));

  /* Not as a property above: the row would take it for markup until it is made. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  self->field = field;
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), field);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-kind-row.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

struct _GlaKindRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkFlowBox *list;
};

G_DEFINE_FINAL_TYPE (GlaKindRow, gla_kind_row, ADW_TYPE_ENTRY_ROW)

static void
child_activated_cb (GlaKindRow      *self,
                    GtkFlowBoxChild *child)
{
  GtkWidget *label = gtk_flow_box_child_get_child (child);

  gtk_menu_button_popdown (self->button);
  gtk_editable_set_text (GTK_EDITABLE (self), gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  gtk_menu_button_popup (GLA_KIND_ROW (widget)->button);
  return GDK_EVENT_STOP;
}

static void
gla_kind_row_class_init (GlaKindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, open_cb, NULL);
}

static void
gla_kind_row_init (GlaKindRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->list = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_min_children_per_line (self->list, 2);
  gtk_flow_box_set_max_children_per_line (self->list, 2);
  gtk_flow_box_set_homogeneous (self->list, TRUE);
  gtk_flow_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_flow_box_set_activate_on_single_click (self->list, TRUE);
  gla_accessible_set_label (GTK_WIDGET (self->list), _("Usual answers"));
  g_signal_connect_object (self->list, "child-activated", G_CALLBACK (child_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->list));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("Usual"));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose a usual answer (Alt+Down)"));
  gla_accessible_set_label (GTK_WIDGET (self->button), _("Choose a usual answer"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  gla_accessible_name_entry_row (ADW_ENTRY_ROW (self));
}

GtkWidget *
gla_kind_row_new (const char         *title,
                  const char *const  *choices)
{
  GlaKindRow *self = g_object_new (GLA_TYPE_KIND_ROW, "title", title, "use-markup", FALSE, NULL);

  g_return_val_if_fail (choices != NULL, GTK_WIDGET (self));

  for (gsize i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (choices[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_flow_box_append (self->list, label);
      gla_accessible_set_label (gtk_widget_get_parent (label), choices[i]);
    }
  return GTK_WIDGET (self);
}

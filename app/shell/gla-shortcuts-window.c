/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-shortcuts-window.h"

#include "gla-accelerators.h"
#include "gla-i18n.h"

struct _GlaShortcutsWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkBox *groups_box;
};

G_DEFINE_FINAL_TYPE (GlaShortcutsWindow, gla_shortcuts_window, ADW_TYPE_WINDOW)

static char *
get_label (const char *keys)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  gtk_accelerator_parse (keys, &key, &modifiers);

  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
new_row (const GlaAccelerator *accelerator)
{
  g_autofree char *label = get_label (accelerator->keys[0]);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (label);

  gtk_widget_add_css_class (keys, "keycap");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(accelerator->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static GtkWidget *
new_group (GlaAcceleratorGroup group)
{
  GtkWidget *widget = adw_preferences_group_new ();
  const GlaAccelerator *accelerators;
  guint n;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget),
                                   gla_accelerators_get_group_title (group));
  accelerators = gla_accelerators_get (&n);
  for (guint i = 0; i < n; i++)
    if (accelerators[i].group == group)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), new_row (&accelerators[i]));

  return widget;
}

static void
gla_shortcuts_window_class_init (GlaShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/shell/gla-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaShortcutsWindow, groups_box);
}

static void
gla_shortcuts_window_init (GlaShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < GLA_ACCELERATOR_N_GROUPS; i++)
    gtk_box_append (self->groups_box, new_group (i));
}

GtkWindow *
gla_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (GLA_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}

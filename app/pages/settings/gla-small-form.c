/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-small-form.h"

#include "gla-accessible.h"

struct _GlaSmallForm
{
  AdwWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkButton *save_button;
  GtkLabel *note_label;
  GtkLabel *error_label;
};

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaSmallForm, gla_small_form, ADW_TYPE_WINDOW)

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SAVE], 0);
}

static void
entry_activated_cb (GlaSmallForm *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
entry_changed_cb (GlaSmallForm *self,
                  AdwEntryRow  *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
}

static void
gla_small_form_class_init (GlaSmallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-small-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSmallForm, group);
  gtk_widget_class_bind_template_child (widget_class, GlaSmallForm, save_button);
  gtk_widget_class_bind_template_child (widget_class, GlaSmallForm, note_label);
  gtk_widget_class_bind_template_child (widget_class, GlaSmallForm, error_label);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
}

static void
gla_small_form_init (GlaSmallForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GlaSmallForm *
gla_small_form_new (GtkWindow  *parent,
                    const char *title)
{
  return g_object_new (GLA_TYPE_SMALL_FORM, "transient-for", parent, "title", title, NULL);
}

AdwEntryRow *
gla_small_form_add_entry (GlaSmallForm *self,
                          const char   *title,
                          const char   *text)
{
  GtkWidget *row;

  g_return_val_if_fail (GLA_IS_SMALL_FORM (self), NULL);

  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gla_accessible_name_entry_row (ADW_ENTRY_ROW (row));
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);

  return ADW_ENTRY_ROW (row);
}

AdwComboRow *
gla_small_form_add_choice (GlaSmallForm       *self,
                           const char         *title,
                           const char * const *names,
                           guint               selected)
{
  g_autoptr (GtkStringList) model = NULL;
  GtkWidget *row;

  g_return_val_if_fail (GLA_IS_SMALL_FORM (self), NULL);

  model = gtk_string_list_new (names);
  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (self->group, row);

  return ADW_COMBO_ROW (row);
}

GtkSwitch *
gla_small_form_add_switch (GlaSmallForm *self,
                           const char   *title,
                           gboolean      active)
{
  GtkWidget *row;
  GtkWidget *widget;

  g_return_val_if_fail (GLA_IS_SMALL_FORM (self), NULL);

  row = adw_action_row_new ();
  widget = gtk_switch_new ();
  gtk_switch_set_active (GTK_SWITCH (widget), active);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gla_accessible_set_label (widget, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (self->group, row);

  return GTK_SWITCH (widget);
}

GlaDayRow *
gla_small_form_add_day (GlaSmallForm *self,
                        const char   *title,
                        GlaDayOrder   order,
                        GlaDay        today,
                        GlaDay        day)
{
  GtkWidget *row;

  g_return_val_if_fail (GLA_IS_SMALL_FORM (self), NULL);

  row = gla_day_row_new (title);
  gla_day_row_set_reading (GLA_DAY_ROW (row), order, today, FALSE);
  gla_day_row_set_day (GLA_DAY_ROW (row), day, GLA_DAY_EXACT);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);

  return GLA_DAY_ROW (row);
}

void
gla_small_form_set_verb (GlaSmallForm *self,
                         const char   *verb)
{
  g_return_if_fail (GLA_IS_SMALL_FORM (self));

  gtk_button_set_label (self->save_button, verb);
}

void
gla_small_form_add_row (GlaSmallForm *self,
                        GtkWidget    *row)
{
  g_return_if_fail (GLA_IS_SMALL_FORM (self) && GTK_IS_WIDGET (row));

  adw_preferences_group_add (self->group, row);
}

void
gla_small_form_focus_save (GlaSmallForm *self)
{
  g_return_if_fail (GLA_IS_SMALL_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->save_button));
}

void
gla_small_form_set_note (GlaSmallForm *self,
                         const char   *text)
{
  g_return_if_fail (GLA_IS_SMALL_FORM (self));

  gtk_label_set_text (self->note_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), TRUE);
}

void
gla_small_form_set_error (GlaSmallForm *self,
                          AdwEntryRow  *row,
                          const char   *text)
{
  g_return_if_fail (GLA_IS_SMALL_FORM (self));

  gtk_label_set_text (self->error_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

char *
gla_small_form_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

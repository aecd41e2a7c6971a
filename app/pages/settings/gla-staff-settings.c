/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-staff-settings.h"

#include "gla-i18n.h"
#include "gla-setting-row.h"
#include "gla-setting.h"
#include "gla-small-form.h"
#include "gla-staff.h"
#include "gla-store-read.h"
#include "gla-words.h"

struct _GlaStaffSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwComboRow *author_row;
  AdwPreferencesGroup *group;
  GtkListBox *list_box;

  /* Owned */
  GlaContext *context;
  GPtrArray *staff;   /* (element-type GlaStaff) */
  GPtrArray *authors; /* (element-type utf8): identifiers to choose from, "" first */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaStaffSettings, gla_staff_settings, ADW_TYPE_BIN)

static const GlaRole roles[] = { GLA_ROLE_FRONT_DESK, GLA_ROLE_PRACTITIONER, GLA_ROLE_OWNER };

/* Adding and amending */

typedef struct
{
  GlaContext *context;
  GlaStaff *before; /* NULL for a new one */
  AdwEntryRow *name_row;
  AdwComboRow *role_row;
  GtkSwitch *active_switch; /* NULL for a new one */
} Editing;

static void
editing_free (gpointer  data,
              GClosure *closure)
{
  Editing *editing = data;

  g_object_unref (editing->context);
  g_clear_pointer (&editing->before, gla_staff_unref);
  g_free (editing);
}

static gpointer
save_in_store (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const GlaStaff *staff = data;

  if (staff->id == NULL)
    gla_store_add_staff (store, staff, NULL, error);
  else
    gla_store_amend_staff (store, staff, NULL, error);

  return NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaContext) context = GLA_CONTEXT (user_data);
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    gla_context_show_error (context, _("The member of staff was not saved."), error);
}

static void
form_save_cb (GlaSmallForm *form,
              gpointer      user_data)
{
  Editing *editing = user_data;
  g_autofree char *name = gla_small_form_dup_text (editing->name_row);
  GlaStaff fields = { .active = TRUE };

  if (name == NULL)
    {
      gla_small_form_set_error (form, editing->name_row, _("Give a name."));
      return;
    }

  if (editing->before != NULL)
    {
      fields = *editing->before;
      fields.active = gtk_switch_get_active (editing->active_switch);
    }
  fields.name = name;
  fields.role = roles[adw_combo_row_get_selected (editing->role_row)];
  gla_store_worker_run_async (gla_context_get_worker (editing->context), save_in_store,
                              gla_staff_new (&fields), (GDestroyNotify) gla_staff_unref, NULL, NULL,
                              saved_cb, g_object_ref (editing->context));
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
edit (GlaStaffSettings *self,
      const GlaStaff   *staff)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GlaSmallForm *form = gla_small_form_new (parent, staff != NULL ? _("Member of Staff")
                                                                 : _("New Member of Staff"));
  const char *names[G_N_ELEMENTS (roles) + 1] = { NULL };
  Editing *editing = g_new0 (Editing, 1);
  guint selected = 1;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      names[i] = gla_role_get_name (roles[i]);
      if (staff != NULL && staff->role == roles[i])
        selected = i;
    }

  editing->context = g_object_ref (self->context);
  editing->before = staff != NULL ? gla_staff_ref (staff) : NULL;
  editing->name_row = gla_small_form_add_entry (form, _("Name, as it is printed"),
                                                staff != NULL ? staff->name : NULL);
  editing->role_row = gla_small_form_add_choice (form, _("Role"), names, selected);
  if (staff != NULL)
    editing->active_switch = gla_small_form_add_switch (form, _("Works here"), staff->active);
  g_signal_connect_data (form, "save", G_CALLBACK (form_save_cb), editing, editing_free, 0);
  gtk_window_present (GTK_WINDOW (form));
}

static void
add_clicked_cb (GlaStaffSettings *self)
{
  edit (self, NULL);
}

static void
row_activated_cb (GlaStaffSettings *self,
                  GtkListBoxRow    *row)
{
  edit (self, g_ptr_array_index (self->staff, gtk_list_box_row_get_index (row)));
}

/* Showing */

static GtkWidget *
new_row (const GlaStaff *staff)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), staff->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), staff->active ? gla_role_get_name (staff->role)
                                                                   : _("has left"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (!staff->active)
    gtk_widget_add_css_class (row, "dim-label");

  return row;
}

static void
show_authors (GlaStaffSettings *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *author = gla_context_get_author (self->context);
  guint selected = 0;

  g_ptr_array_set_size (self->authors, 0);
  g_ptr_array_add (self->authors, g_strdup (""));
  gtk_string_list_append (names, _("nobody in particular"));
  for (guint i = 0; i < self->staff->len; i++)
    {
      const GlaStaff *staff = g_ptr_array_index (self->staff, i);

      if (!staff->active)
        continue;
      if (g_strcmp0 (staff->id, author) == 0)
        selected = self->authors->len;
      g_ptr_array_add (self->authors, g_strdup (staff->id));
      gtk_string_list_append (names, staff->name);
    }

  self->filling = TRUE;
  adw_combo_row_set_model (self->author_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->author_row, selected);
  self->filling = FALSE;
}

static void
load (GlaStaffSettings *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  GtkWidget *row;

  staff = gla_store_list_staff (gla_context_get_reader (self->context), TRUE, &error);
  if (staff == NULL)
    {
      gla_context_show_error (self->context, _("The staff could not be read."), error);
      return;
    }

  g_clear_pointer (&self->staff, g_ptr_array_unref);
  self->staff = g_steal_pointer (&staff);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  for (guint i = 0; i < self->staff->len; i++)
    gtk_list_box_append (self->list_box, new_row (g_ptr_array_index (self->staff, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->staff->len > 0);
  show_authors (self);
}

static void
author_changed_cb (GlaStaffSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->author_row);

  if (!self->filling && self->context != NULL && selected < self->authors->len)
    gla_setting_put (self->context, GLA_SETTING_AUTHOR,
                     g_ptr_array_index (self->authors, selected));
}

static void
gla_staff_settings_dispose (GObject *object)
{
  GlaStaffSettings *self = GLA_STAFF_SETTINGS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->authors, g_ptr_array_unref);

  G_OBJECT_CLASS (gla_staff_settings_parent_class)->dispose (object);
}

static void
gla_staff_settings_class_init (GlaStaffSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_staff_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-staff-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaStaffSettings, author_row);
  gtk_widget_class_bind_template_child (widget_class, GlaStaffSettings, group);
  gtk_widget_class_bind_template_child (widget_class, GlaStaffSettings, list_box);
  gtk_widget_class_bind_template_callback (widget_class, author_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gla_staff_settings_init (GlaStaffSettings *self)
{
  self->authors = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_staff_settings_new (GlaContext *context)
{
  GlaStaffSettings *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_STAFF_SETTINGS, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}

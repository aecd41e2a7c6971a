/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheets-settings.h"

#include "gla-accessible.h"
#include "gla-handout-own.h"
#include "gla-i18n.h"
#include "gla-sheet-editor.h"

#define KEY_DATA "key"

struct _GlaSheetsSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwPreferencesGroup *patient_group;
  AdwPreferencesGroup *professional_group;
  AdwPreferencesGroup *file_group;

  /* Owned */
  GlaContext *context;
  GFile *folder;
  GPtrArray *rows;   /* (element-type GtkWidget): of all groups */
};

G_DEFINE_FINAL_TYPE (GlaSheetsSettings, gla_sheets_settings, ADW_TYPE_BIN)

static void show_sheets (GlaSheetsSettings *self);

static const char *
get_key (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), KEY_DATA);
}

/* Which of two sheets is used */

static void
finish (GlaSheetsSettings *self,
        const char        *done,
        const GError      *error)
{
  if (error != NULL)
    gla_context_show_error (self->context, _("The sheet was not changed. The one in use stays."),
                            error);
  else
    gla_context_show_toast (self->context, done);
  show_sheets (self);
}

static void
back_cb (GlaSheetsSettings *self,
         GtkWidget         *button)
{
  g_autoptr (GError) error = NULL;

  gla_handout_put_aside (self->folder, get_key (button), &error);
  finish (self, _("The built-in sheet is used from now on"), error);
}

static void
again_cb (GlaSheetsSettings *self,
          GtkWidget         *button)
{
  g_autoptr (GError) error = NULL;

  gla_handout_take_back (self->folder, get_key (button), &error);
  finish (self, _("Our own sheet is used from now on"), error);
}

static void
edit_cb (GlaSheetsSettings *self,
         GtkWidget         *button)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *editor = gla_sheet_editor_new (parent, self->context, get_key (button));

  g_signal_connect_object (editor, "saved", G_CALLBACK (show_sheets), self, G_CONNECT_SWAPPED);
  gtk_window_present (editor);
}

/* The list */

static void
add_button (GlaSheetsSettings *self,
            AdwActionRow      *row,
            const char        *label,
            const char        *title,
            const char        *key,
            GCallback          callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: for screen readers: what a button does, and to which sheet */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gla_accessible_set_label (button, name);
  g_object_set_data_full (G_OBJECT (button), KEY_DATA, g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static char *
describe (const GlaHandoutTemplate *template,
          const GError             *refused)
{
  if (refused != NULL)
    /* Translators: %s is a file with a line and what is wrong there */
    return g_strdup_printf (_("Our own file is not used: %s"), refused->message);
  if (template->is_own)
    return g_strdup_printf (_("Our own, version %s"), template->version);
  return g_strdup_printf (_("Built-in, version %s"), template->version);
}

static void
add_row (GlaSheetsSettings        *self,
         const char               *key,
         const GlaHandoutTemplate *template,
         const GError             *refused)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean professional =
    template != NULL && template->audience == GLA_HANDOUT_FOR_PROFESSIONAL;
  AdwPreferencesGroup *group = professional ? self->professional_group : self->patient_group;
  const char *title = template != NULL
                        ? gla_handout_template_get_text (template, template->summary) : key;
  g_autofree char *subtitle = describe (template, refused);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (refused != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  if (gla_handout_has_own (self->folder, key) && gla_handout_is_builtin (key))
    add_button (self, ADW_ACTION_ROW (row), _("Back to Built-in"), title, key,
                G_CALLBACK (back_cb));
  else if (gla_handout_has_aside (self->folder, key))
    add_button (self, ADW_ACTION_ROW (row), _("Use Our Own Again"), title, key,
                G_CALLBACK (again_cb));
  add_button (self, ADW_ACTION_ROW (row), _("Edit…"), title, key, G_CALLBACK (edit_cb));
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_object_set_data (G_OBJECT (row), "group", group);
}

static void
clear_rows (GlaSheetsSettings *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (self->rows->pdata[i], "group"),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_sheets (GlaSheetsSettings *self)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);
  g_autoptr (GlaProtocol) protocol =
    gla_protocol_shelf_get_current (gla_context_get_shelf (self->context), NULL);
  g_auto (GStrv) keys = gla_handout_list (self->folder);

  clear_rows (self);
  for (guint i = 0; protocol != NULL && keys[i] != NULL; i++)
    {
      g_autoptr (GError) refused = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaHandoutTemplate) template =
        gla_handout_template_load (keys[i], self->folder, catalogue, protocol, &refused, &error);

      add_row (self, keys[i], template, refused != NULL ? refused : error);
    }
}

/* A sheet may have been changed by a text editor meanwhile. */
static void
gla_sheets_settings_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gla_sheets_settings_parent_class)->map (widget);
  show_sheets (GLA_SHEETS_SETTINGS (widget));
}

static void
gla_sheets_settings_dispose (GObject *object)
{
  GlaSheetsSettings *self = GLA_SHEETS_SETTINGS (object);

  g_clear_object (&self->context);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gla_sheets_settings_parent_class)->dispose (object);
}

static void
gla_sheets_settings_class_init (GlaSheetsSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_sheets_settings_dispose;
  widget_class->map = gla_sheets_settings_map;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-sheets-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSheetsSettings, patient_group);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetsSettings, professional_group);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetsSettings, file_group);
}

static void
gla_sheets_settings_init (GlaSheetsSettings *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_sheets_settings_new (GlaContext *context)
{
  GlaSheetsSettings *self;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_SHEETS_SETTINGS, NULL);
  self->context = g_object_ref (context);
  self->folder = gla_handout_dup_own_folder ();
  path = g_file_get_parse_name (self->folder);
  /* Translators: %s is a folder */
  text = g_markup_printf_escaped (_("Our own sheets are files in %s. They can be changed with any "
                                    "text editor as well; a file with a fault is not used."), path);
  adw_preferences_group_set_description (self->file_group, text);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-settings.h"

#include "gla-confirm.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"

#define KEY "photo-folder"

struct _GlaPhotoSettings
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  AdwActionRow *folder_row;
  GtkWidget *none_button;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GlaPhotoSettings, gla_photo_settings, ADW_TYPE_PREFERENCES_GROUP)

static void
show_folder (GlaPhotoSettings *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, KEY);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  gboolean is_set = path[0] != '\0';

  adw_action_row_set_subtitle (self->folder_row,
                               is_set ? escaped
                                      : _("None. Choose the folder into which the camera of this "
                                          "computer puts its pictures; new ones are offered in "
                                          "the photos of a patient."));
  gtk_widget_set_visible (self->none_button, is_set);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaPhotoSettings) self = user_data;
  g_autoptr (GFile) folder = gla_file_dialogs_finish (result);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (self->settings == NULL || folder == NULL)
    return;
  if (path != NULL)
    g_settings_set_string (self->settings, KEY, path);
  else
    gla_confirm_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                      _("This folder can’t be watched"),
                      _("It is not on this computer. Choose a folder of this computer, or one that "
                        "it has under a path of its own."));
}

static void
choose_clicked_cb (GlaPhotoSettings *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, KEY);

  gla_file_dialogs_folder_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 _("Folder of the Camera"), _("Choose"),
                                 path[0] != '\0' ? path : NULL, NULL, chosen_cb,
                                 g_object_ref (self));
}

static void
none_clicked_cb (GlaPhotoSettings *self)
{
  g_settings_reset (self->settings, KEY);
}

static void
gla_photo_settings_dispose (GObject *object)
{
  GlaPhotoSettings *self = GLA_PHOTO_SETTINGS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gla_photo_settings_parent_class)->dispose (object);
}

static void
gla_photo_settings_class_init (GlaPhotoSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_photo_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-photo-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoSettings, folder_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPhotoSettings, none_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_clicked_cb);
}

static void
gla_photo_settings_init (GlaPhotoSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_photo_settings_new (GlaContext *context)
{
  GlaPhotoSettings *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_PHOTO_SETTINGS, NULL);
  self->settings = g_object_ref (gla_context_get_settings (context));
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (show_folder), self,
                           G_CONNECT_SWAPPED);
  show_folder (self);
  return GTK_WIDGET (self);
}

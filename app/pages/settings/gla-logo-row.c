/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logo-row.h"

#include "gla-accessible.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-letterhead.h"
#include "gla-photo-file.h"
#include "gla-photo-prepare.h"
#include "gla-setting-row.h"
#include "gla-setting.h"

/* Pixels: 18 mm at 300 dots an inch are 213, and a logo may be three times as wide. */
#define EDGE 640
#define SHOWN_WIDTH 96
#define SHOWN_HEIGHT 36

struct _GlaLogoRow
{
  AdwActionRow parent_instance;

  /* Owned */
  GlaContext *context;
  char *shown;   /* the setting that the picture is of */

  /* Borrowed: children */
  GtkWidget *picture;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (GlaLogoRow, gla_logo_row, ADW_TYPE_ACTION_ROW)

static void
show_logo (GlaLogoRow *self)
{
  g_autofree char *setting = gla_setting_dup (self->context, GLA_SETTING_CLINIC_LOGO);
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* Every write to the clinic file comes here. */
  if (g_strcmp0 (setting, self->shown) == 0)
    return;
  logo = gla_letterhead_logo_from_text (setting);
  texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->remove_button, setting[0] != '\0');
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               texture != NULL
                                 ? _("Beside the name, up to 18 mm high.")
                                 : _("None. A PNG or JPEG picture is printed beside the name."));
  g_free (self->shown);
  self->shown = g_steal_pointer (&setting);
}

/* From a file to the setting */

static void
prepare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) file = gla_photo_file_read (data, cancellable, &error);
  GBytes *logo = file != NULL ? gla_photo_prepare_logo (file, EDGE, &error) : NULL;

  if (logo == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, logo, (GDestroyNotify) g_bytes_unref);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GlaLogoRow *self = GLA_LOGO_ROW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (self->context == NULL)
    return;
  if (logo != NULL && g_bytes_get_size (logo) > GLA_LETTERHEAD_MAX_LOGO)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("The picture has too much detail for a logo: it would take over 200 "
                           "kilobytes. Choose a drawing or a smaller picture."));
  if (error != NULL)
    {
      gla_context_show_error (self->context, _("The logo was not taken"), error);
      return;
    }
  text = gla_letterhead_logo_to_text (logo);
  gla_setting_change (self->context, GLA_SETTING_CLINIC_LOGO, text, _("Logo changed"));
}

void
gla_logo_row_take (GlaLogoRow *self,
                   GFile      *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GLA_IS_LOGO_ROW (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, prepared_cb, NULL);
  g_task_set_source_tag (task, gla_logo_row_take);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, prepare_in_thread);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaLogoRow) self = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && self->context != NULL)
    gla_logo_row_take (self, file);
}

static void
choose_cb (GlaLogoRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gla_file_dialogs_open_async (GTK_WINDOW (root), _("Choose a Logo"), _("Use"), GLA_FILE_PHOTO,
                               NULL, NULL, chosen_cb, g_object_ref (self));
}

static void
remove_cb (GlaLogoRow *self)
{
  gla_setting_change (self->context, GLA_SETTING_CLINIC_LOGO, NULL, _("Logo removed"));
}

static GtkWidget *
add_button (GlaLogoRow *self,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
gla_logo_row_dispose (GObject *object)
{
  g_clear_object (&GLA_LOGO_ROW (object)->context);

  G_OBJECT_CLASS (gla_logo_row_parent_class)->dispose (object);
}

static void
gla_logo_row_finalize (GObject *object)
{
  g_free (GLA_LOGO_ROW (object)->shown);

  G_OBJECT_CLASS (gla_logo_row_parent_class)->finalize (object);
}

static void
gla_logo_row_class_init (GlaLogoRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_logo_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_logo_row_finalize;
}

static void
gla_logo_row_init (GlaLogoRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Logo"));
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_size_request (self->picture, SHOWN_WIDTH, SHOWN_HEIGHT);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  gla_accessible_set_label (self->picture, _("Logo of the clinic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->picture);
  self->remove_button = add_button (self, _("_Remove"), G_CALLBACK (remove_cb));
  add_button (self, _("Choose _File…"), G_CALLBACK (choose_cb));
}

GtkWidget *
gla_logo_row_new (GlaContext *context)
{
  GlaLogoRow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_LOGO_ROW, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (show_logo), self, G_CONNECT_SWAPPED);
  show_logo (self);
  return GTK_WIDGET (self);
}

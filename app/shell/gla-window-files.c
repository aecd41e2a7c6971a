/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-window-private.h"

#include "gla-confirm.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-progress.h"
#include "gla-sample-clinic.h"
#include "gla-store-backup.h"

static char *
get_folder (GlaWindow *self)
{
  return self->path != NULL ? g_path_get_dirname (self->path) : NULL;
}

/* Another clinic */

static void
chosen_clinic_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && g_file_peek_path (file) != NULL)
    gla_window_open (self, g_file_peek_path (file), TRUE);
}

void
gla_window_choose_clinic (GlaWindow *self)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));

  folder = get_folder (self);
  gla_file_dialogs_open_async (GTK_WINDOW (self), _("Open a Clinic"), _("Open"), GLA_FILE_CLINIC,
                               folder, NULL, chosen_clinic_cb, g_object_ref (self));
}

/* The chooser asked whether a file may be replaced, but a clinic never is: one
   that is there is opened. */
static void
chosen_new_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && g_file_peek_path (file) != NULL)
    gla_window_open (self, g_file_peek_path (file), FALSE);
}

void
gla_window_choose_new (GlaWindow *self)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));

  folder = get_folder (self);
  gla_file_dialogs_save_async (GTK_WINDOW (self), _("New Clinic"), _("Create"), GLA_FILE_CLINIC,
                               folder, _("clinic.glabella"), NULL, chosen_new_cb,
                               g_object_ref (self));
}

/* Putting a backup back */

typedef struct
{
  GlaWindow *window;
  GlaProgress *progress;
  char *path;
  char *backup;
  char *kept; /* out */
} Restore;

static void
restore_free (Restore *restore)
{
  g_clear_object (&restore->window);
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->kept);
  g_free (restore);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restore, restore_free)

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;

  if (gla_store_restore (restore->path, restore->backup, &restore->kept, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Restore) restore = user_data;
  GlaWindow *self = restore->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  gla_progress_end (restore->progress);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gla_window_open (self, restore->path, TRUE);
      gla_confirm_tell (GTK_WINDOW (self), _("The backup was not restored."), error->message);
      return;
    }

  gla_window_open (self, restore->path, TRUE);
  if (restore->kept == NULL)
    {
      gla_window_show_toast (self, _("Backup restored"));
      return;
    }
  name = g_path_get_basename (restore->kept);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Backup restored; the file before is kept as %s"), name);
  gla_window_show_toast (self, text);
}

/* The clinic is closed first: nobody may write while the file is replaced. */
static void
confirmed_restore_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Restore) restore = user_data;
  GlaWindow *self = restore->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  if (!gla_confirm_finish (result, NULL))
    return;

  gla_window_close_clinic (self);
  self->lock = gla_clinic_lock_take (restore->path, &error);
  if (self->lock == NULL)
    {
      gla_window_open (self, restore->path, TRUE);
      return;
    }

  restore->progress = gla_progress_new (GTK_WINDOW (self), _("Restoring the backup…"), NULL);
  task = g_task_new (NULL, NULL, restored_cb, restore);
  g_task_set_source_tag (task, confirmed_restore_cb);
  g_task_set_task_data (task, g_steal_pointer (&restore), NULL);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
chosen_backup_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Restore *restore;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  name = g_file_get_basename (file);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("“%s” is checked and then becomes the clinic. The file that is there "
                            "now is kept beside it, under a name with the date."),
                          name);
  restore = g_new0 (Restore, 1);
  restore->window = g_object_ref (self);
  restore->path = g_strdup (self->path);
  restore->backup = g_file_get_path (file);
  gla_confirm_async (GTK_WINDOW (self), _("Restore This Backup?"), text, _("Restore"),
                     GLA_CONFIRM_DEFAULT, NULL, confirmed_restore_cb, restore);
}

void
gla_window_restore_backup (GlaWindow *self)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));

  folder = get_folder (self);
  gla_file_dialogs_open_async (GTK_WINDOW (self), _("Choose a Backup"), _("Choose"),
                               GLA_FILE_CLINIC, folder, NULL, chosen_backup_cb,
                               g_object_ref (self));
}

/* The sample clinic */

typedef struct
{
  GlaWindow *window;
  GlaProgress *progress;
  char *path;
} Sample;

static void
made_sample_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Sample *sample = user_data;
  g_autoptr (GlaWindow) self = sample->window;
  g_autofree char *path = sample->path;
  g_autoptr (GError) error = NULL;

  gla_progress_end (sample->progress);
  g_free (sample);
  if (gla_sample_clinic_make_finish (result, &error))
    gla_window_open (self, path, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gla_confirm_tell (GTK_WINDOW (self), _("The sample clinic could not be made."),
                      error->message);
}

void
gla_window_open_sample (GlaWindow *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  Sample *sample;

  g_return_if_fail (GLA_IS_WINDOW (self));

  path = gla_sample_clinic_get_path ();
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      gla_window_open (self, path, TRUE);
      return;
    }

  cancellable = g_cancellable_new ();
  sample = g_new0 (Sample, 1);
  sample->window = g_object_ref (self);
  sample->progress = gla_progress_new (GTK_WINDOW (self), _("Making up a clinic to look at…"),
                                       cancellable);
  sample->path = g_strdup (path);
  gla_sample_clinic_make_async (path, self->today != GLA_DAY_NONE ? self->today : gla_day_today (),
                                gla_progress_report, sample->progress, cancellable, made_sample_cb,
                                sample);
}

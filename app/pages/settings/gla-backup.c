/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-backup.h"

#include "gla-confirm.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-progress.h"
#include "gla-setting.h"
#include "gla-store-backup.h"
#include "gla-store-write.h"

/* Faults that a person reads; more of them say the same. */
#define MAX_FAULTS 12

/* Both kinds of work have a connection of their own in a thread of their own, so
   that the clinic can go on working meanwhile. */
typedef struct
{
  GtkWindow *parent;
  GlaContext *context;
  GlaProgress *progress;
  GCancellable *cancellable;
  char *path;
  char *target; /* of a backup */
} Work;

static Work *
work_new (GtkWindow  *parent,
          GlaContext *context)
{
  Work *work = g_new0 (Work, 1);

  work->parent = g_object_ref (parent);
  work->context = g_object_ref (context);
  work->path = g_strdup (gla_context_get_path (context));

  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->parent);
  g_object_unref (work->context);
  g_clear_object (&work->cancellable);
  g_free (work->path);
  g_free (work->target);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
start_work (Work                *work,
            const char          *text,
            GTaskThreadFunc      func,
            GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = NULL;

  work->cancellable = g_cancellable_new ();
  work->progress = gla_progress_new (work->parent, text, work->cancellable);
  task = g_task_new (NULL, work->cancellable, callback, work);
  g_task_set_source_tag (task, start_work);
  g_task_set_task_data (task, work, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static gboolean
was_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED);
}

/* Backup */

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (work->path, GLA_STORE_READ_ONLY, &error);

  if (store != NULL)
    gla_store_set_cancellable (store, cancellable);
  if (store != NULL
      && gla_store_backup (store, work->target, gla_progress_report, work->progress, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Runs in the worker's thread. */
static gpointer
note_backup (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gla_store_put_setting (store, GLA_SETTING_LAST_BACKUP, data, error);
  return NULL;
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (work->target);
  g_autofree char *text = NULL;

  gla_progress_end (work->progress);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Translators: %s is a file name */
      text = g_strdup_printf (_("Backed up and checked: %s"), name);
      gla_context_show_toast (work->context, text);
      gla_store_worker_run_async (gla_context_get_worker (work->context), note_backup,
                                  gla_day_to_iso (gla_context_get_today (work->context)), g_free,
                                  NULL, NULL, NULL, NULL);
    }
  else if (!was_stopped (error))
    {
      gla_context_show_error (work->context,
                              _("No backup was written. The clinic file is as it was."), error);
    }
}

static void
chosen_target_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autoptr (GFile) clinic = g_file_new_for_path (work->path);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  if (g_file_equal (file, clinic))
    {
      gla_confirm_tell (work->parent, _("That Is the Clinic File Itself"),
                        _("Choose another name or folder for the backup, best on another disk."));
      return;
    }

  work->target = g_file_get_path (file);
  start_work (g_steal_pointer (&work), _("Backing up…"), back_up_in_thread, backed_up_cb);
}

void
gla_backup_run (GtkWindow  *parent,
                GlaContext *context)
{
  g_autofree char *today = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  today = gla_day_to_iso (gla_day_today ());
  name = g_strdup_printf ("clinic-%s.glabella", today);
  gla_file_dialogs_save_async (parent, _("Back Up the Clinic"), _("Back Up"), GLA_FILE_CLINIC, NULL,
                               name, NULL, chosen_target_cb, work_new (parent, context));
}

/* Check */

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (work->path, GLA_STORE_READ_ONLY, &error);
  GPtrArray *faults = NULL;

  if (store != NULL)
    {
      gla_store_set_cancellable (store, cancellable);
      faults = gla_store_check (store, gla_progress_report, work->progress, &error);
    }
  if (faults != NULL)
    g_task_return_pointer (task, faults, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static char *
list_faults (GPtrArray *faults)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len && i < MAX_FAULTS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (faults, i));
  if (faults->len > MAX_FAULTS)
    {
      guint rest = faults->len - MAX_FAULTS;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", rest), rest);
    }

  return g_string_free (text, FALSE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *text = NULL;

  gla_progress_end (work->progress);
  faults = g_task_propagate_pointer (G_TASK (result), &error);
  if (faults == NULL)
    {
      if (!was_stopped (error))
        gla_context_show_error (work->context, _("The file could not be checked."), error);
    }
  else if (faults->len == 0)
    {
      gla_confirm_tell (work->parent, _("The Clinic File Is Sound"),
                        _("Its structure, the links between records and the chain of the audit "
                          "are as they should be."));
    }
  else
    {
      text = list_faults (faults);
      gla_confirm_tell (work->parent, _("The Clinic File Has Faults"), text);
    }
}

void
gla_backup_check (GtkWindow  *parent,
                  GlaContext *context)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  start_work (work_new (parent, context), _("Checking the file…"), check_in_thread, checked_cb);
}

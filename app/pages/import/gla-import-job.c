/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-job.h"

#include "gla-i18n.h"
#include "gla-import-backup.h"
#include "gla-progress.h"

typedef struct
{
  GlaImportPlan *plan;
  GlaCatalogue *catalogue;
  GlaProgress *progress;
  GlaDay today;
  gboolean dry_run;
  char *report;
  char *backup;           /* the copy that was made */
  GlaImportResult *result;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->plan, gla_import_plan_free);
  g_clear_pointer (&job->catalogue, gla_catalogue_unref);
  g_clear_pointer (&job->report, g_free);
  g_clear_pointer (&job->backup, g_free);
  g_clear_pointer (&job->result, gla_import_result_free);
  g_free (job);
}

gboolean
gla_import_job_was_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED);
}

/* Looking at a list */

static void
inspect_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      path,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  GlaImportPlan *plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) gla_import_plan_free);
  else
    g_task_return_error (task, error);
}

static void
end_progress_cb (GTask      *task,
                 GParamSpec *pspec,
                 gpointer    progress)
{
  gla_progress_end (progress);
}

void
gla_import_job_inspect_async (GtkWindow           *parent,
                              const char          *path,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_import_job_inspect_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_signal_connect (task, "notify::completed", G_CALLBACK (end_progress_cb),
                    gla_progress_new (parent, _("Reading the list…"), cancellable));
  g_task_run_in_thread (task, inspect_in_thread);
}

GlaImportPlan *
gla_import_job_inspect_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Importing */

/* In the thread of the store. */
static gpointer
run_import (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;
  GlaImportOptions options = { .today = job->today, .dry_run = job->dry_run,
                               .report = job->report, .progress = gla_progress_report,
                               .user_data = job->progress };

  if (!job->dry_run
      && (job->backup = gla_import_backup (store, NULL, NULL, error)) == NULL)
    return NULL;
  job->result
      = gla_import_run (job->plan, store, job->catalogue, &options, cancellable, error);
  return NULL;
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  gla_progress_end (job->progress);
  /* A Stop that came too late: what is saved is saved, and is said. */
  if (job->result == NULL && error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  g_task_return_pointer (task, g_steal_pointer (&job->result),
                         (GDestroyNotify) gla_import_result_free);
}

void
gla_import_job_run_async (GtkWindow            *parent,
                          GlaContext           *context,
                          const GlaImportPlan  *plan,
                          gboolean              dry_run,
                          const char           *report,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *task;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (plan != NULL && report != NULL);

  job = g_new0 (Job, 1);
  job->plan = gla_import_plan_copy (plan);
  job->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  job->today = gla_context_get_today (context);
  job->dry_run = dry_run;
  job->report = g_strdup (report);
  job->progress = gla_progress_new (parent, dry_run ? _("Checking the list…")
                                                    : _("Importing the list…"), cancellable);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, gla_import_job_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  gla_store_worker_run_async (gla_context_get_worker (context), run_import, job, NULL, NULL,
                              cancellable, ran_cb, task);
}

GlaImportResult *
gla_import_job_run_finish (GAsyncResult  *result,
                           char         **backup,
                           GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (backup != NULL, NULL);

  job = g_task_get_task_data (G_TASK (result));
  *backup = g_steal_pointer (&job->backup);
  return g_task_propagate_pointer (G_TASK (result), error);
}

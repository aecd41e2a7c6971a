/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-job.h"

#include "gla-i18n.h"
#include "gla-photo-source.h"
#include "gla-progress.h"
#include "gla-store-photo.h"

void
gla_photo_added_free (GlaPhotoAdded *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* All of it; the data of the task that the caller waits for. */
typedef struct
{
  GlaContext *context;
  GPtrArray *sources;
  GlaPhoto *fields;
  GCancellable *cancellable;
  GlaProgress *progress;
  guint next;           /* index into @sources */
  GlaPhotoAdded *added;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->context);
  g_clear_pointer (&job->sources, g_ptr_array_unref);
  g_clear_pointer (&job->fields, gla_photo_unref);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->progress, gla_progress_end);
  g_clear_pointer (&job->added, gla_photo_added_free);
  g_free (job);
}

/* One picture on its way into the file. */
typedef struct
{
  GlaPhoto *fields;
  GlaPhotoPrepared *prepared;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  gla_photo_unref (picture->fields);
  gla_photo_prepared_free (picture->prepared);
  g_free (picture);
}

static void step (GTask *task);

static void
tell_problem (Job          *job,
              const GError *error)
{
  g_autofree char *name = gla_photo_source_get_name (job->sources->pdata[job->next]);

  /* Translators: the name of a file, then why it was not taken, which is a sentence */
  g_ptr_array_add (job->added->problems, g_strdup_printf (_("%s: %s"), name, error->message));
}

/* Counts the picture that is done with and goes on with the next, or ends. */
static void
go_on (GTask        *task,
       const char   *id,
       const GError *error)
{
  Job *job = g_task_get_task_data (task);

  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                     || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED);

  if (id != NULL)
    g_ptr_array_add (job->added->ids, g_strdup (id));
  else if (!stopped)
    tell_problem (job, error);
  job->next++;
  if (!stopped)
    job->added->n_done = job->next;
  gla_progress_report ((double) job->next / job->sources->len, job->progress);
  step (task);
}

static gpointer
add_in_store (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Picture *picture = data;
  char *id = NULL;

  gla_store_add_photo (store, picture->fields, picture->prepared->picture,
                       picture->prepared->thumbnail, &id, error);
  return id;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  go_on (task, id, error);
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  GlaPhotoPrepared *prepared = gla_photo_source_prepare (task_data, cancellable, &error);

  if (prepared != NULL)
    g_task_return_pointer (task, prepared, (GDestroyNotify) gla_photo_prepared_free);
  else
    g_task_return_error (task, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GlaPhotoPrepared *prepared = g_task_propagate_pointer (G_TASK (result), &error);
  GlaStoreWorker *worker = gla_context_get_worker (job->context);
  GlaPhoto fields = *job->fields;
  Picture *picture;

  /* The clinic may have been closed meanwhile: then there is nothing left to do. */
  if (worker == NULL)
    {
      g_clear_pointer (&prepared, gla_photo_prepared_free);
      job->next = job->sources->len;
      step (task);
      return;
    }
  if (prepared == NULL)
    {
      go_on (task, NULL, error);
      return;
    }
  if (job->next > 0)
    {
      fields.expression = GLA_PHOTO_EXPRESSION_NONE;
      fields.angle = GLA_PHOTO_ANGLE_NONE;
    }
  fields.width = prepared->width;
  fields.height = prepared->height;
  picture = g_new0 (Picture, 1);
  picture->fields = gla_photo_new (&fields);
  picture->prepared = prepared;
  gla_store_worker_run_async (worker, add_in_store, picture, picture_free, g_free,
                              job->cancellable, added_cb, g_steal_pointer (&task));
}

static void
step (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) prepare = NULL;

  if (job->next >= job->sources->len || g_cancellable_is_cancelled (job->cancellable))
    {
      g_clear_pointer (&job->progress, gla_progress_end);
      g_task_return_pointer (task, g_steal_pointer (&job->added),
                             (GDestroyNotify) gla_photo_added_free);
      return;
    }
  prepare = g_task_new (NULL, job->cancellable, prepared_cb, g_object_ref (task));
  g_task_set_source_tag (prepare, step);
  g_task_set_task_data (prepare, job->sources->pdata[job->next], NULL);
  g_task_run_in_thread (prepare, prepare_in_thread);
}

void
gla_photo_job_run_async (GlaContext          *context,
                         GtkWindow           *parent,
                         GPtrArray           *sources,
                         const GlaPhoto      *fields,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (sources != NULL && sources->len > 0);
  g_return_if_fail (fields != NULL);

  job = g_new0 (Job, 1);
  job->context = g_object_ref (context);
  job->sources = g_ptr_array_ref (sources);
  job->fields = gla_photo_new (fields);
  job->cancellable = g_cancellable_new ();
  job->progress = gla_progress_new (parent, _("Adding photos…"), job->cancellable);
  job->added = g_new0 (GlaPhotoAdded, 1);
  job->added->ids = g_ptr_array_new_with_free_func (g_free);
  job->added->problems = g_ptr_array_new_with_free_func (g_free);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, gla_photo_job_run_async);
  g_task_set_task_data (task, job, job_free);
  step (task);
}

GlaPhotoAdded *
gla_photo_job_run_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-worker.h"

#include "gla-i18n.h"
#include "gla-store-write.h"

/* How often the thread looks whether another program changed the file. */
#define LOOK_MICROSECONDS (2 * G_USEC_PER_SEC)

struct _GlaStoreWorker
{
  GObject parent_instance;

  char *path;
  GMainContext *context; /* in which "changed" is emitted */
  GThread *thread;
  GAsyncQueue *jobs;     /* (element-type Job) */
};

G_DEFINE_FINAL_TYPE (GlaStoreWorker, gla_store_worker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DRAFTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* @task is NULL for the job that ends the thread. */
typedef struct
{
  GTask *task;
  GlaStoreFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

/* What the thread needs: not the worker itself, which would never be freed otherwise. */
typedef struct
{
  char *path;
  GlaStoreFlags flags;
  GAsyncQueue *jobs;
  GWeakRef worker;
  GMainContext *context;

  GAsyncQueue *opened;   /* one answer: the error of opening, or NO_ERROR */
  gint64 changes;
  gint64 draft_changes;
} Room;

/* A queue can't hold NULL. */
#define NO_ERROR ((gpointer) signals)

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->task);
  g_free (job);
}

static void
room_free (Room *room)
{
  g_free (room->path);
  g_weak_ref_clear (&room->worker);
  g_main_context_unref (room->context);
  g_async_queue_unref (room->jobs);
  g_async_queue_unref (room->opened);
  g_free (room);
}

/* What is told in the main context, and by whom. */
typedef struct
{
  GWeakRef worker;
  guint signal;
} Telling;

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;
  g_autoptr (GlaStoreWorker) self = g_weak_ref_get (&telling->worker);

  if (self != NULL)
    g_signal_emit (self, signals[telling->signal], 0);
  return G_SOURCE_REMOVE;
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_weak_ref_clear (&telling->worker);
  g_free (telling);
}

static void
tell (Room  *room,
      guint  signal)
{
  g_autoptr (GlaStoreWorker) worker = g_weak_ref_get (&room->worker);
  g_autoptr (GSource) source = NULL;
  Telling *telling;

  if (worker == NULL)
    return;
  telling = g_new0 (Telling, 1);
  telling->signal = signal;
  g_weak_ref_init (&telling->worker, worker);
  /* Not g_main_context_invoke(), which may call from here while nobody iterates the context. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, telling, telling_free);
  g_source_attach (source, room->context);
}

/* A draft that goes with what was saved is told of with it. */
static void
look_for_changes (Room     *room,
                  GlaStore *store)
{
  gint64 changes = gla_store_get_change_count (store);
  gint64 draft_changes = gla_store_get_draft_change_count (store);

  if (changes != room->changes)
    tell (room, CHANGED);
  else if (draft_changes != room->draft_changes)
    tell (room, DRAFTS_CHANGED);
  room->changes = changes;
  room->draft_changes = draft_changes;
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED, "%s", _("Stopped."));
}

static void
carry_out (Room     *room,
           GlaStore *store,
           Job      *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  GError *error = NULL;
  gpointer result;

  if (g_cancellable_is_cancelled (cancellable))
    {
      return_cancelled (job->task);
      return;
    }
  gla_store_set_cancellable (store, cancellable);
  result = job->func (store, job->data, cancellable, &error);
  gla_store_set_cancellable (store, NULL);
  /* A batch that the function left open would swallow what comes after it. */
  gla_store_rollback_batch (store);
  /* Told before the result, so that whoever reads anew on "changed" is not a step behind. */
  look_for_changes (room, store);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->free_result);
}

static gpointer
thread_func (gpointer data)
{
  Room *room = data;
  GError *error = NULL;
  GlaStore *store = gla_store_open (room->path, room->flags, &error);

  if (store == NULL)
    {
      g_async_queue_push (room->opened, error);
      room_free (room);
      return NULL;
    }
  room->changes = gla_store_get_change_count (store);
  room->draft_changes = gla_store_get_draft_change_count (store);
  g_async_queue_push (room->opened, NO_ERROR);
  while (TRUE)
    {
      Job *job = g_async_queue_timeout_pop (room->jobs, LOOK_MICROSECONDS);
      gboolean last = job != NULL && job->task == NULL;

      if (job == NULL)
        {
          look_for_changes (room, store);
          continue;
        }
      if (!last)
        carry_out (room, store, job);
      job_free (job);
      if (last)
        break;
    }
  gla_store_close (store);
  room_free (room);
  return NULL;
}

void
gla_store_worker_close (GlaStoreWorker *self)
{
  g_return_if_fail (GLA_IS_STORE_WORKER (self));

  if (self->thread == NULL)
    return;
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  /* The last reference may be that of a task which the thread itself lets go: it can't wait for
   * itself, and ends when it comes to that job. */
  if (self->thread == g_thread_self ())
    g_thread_unref (g_steal_pointer (&self->thread));
  else
    g_thread_join (g_steal_pointer (&self->thread));
}

static void
gla_store_worker_dispose (GObject *object)
{
  gla_store_worker_close (GLA_STORE_WORKER (object));

  G_OBJECT_CLASS (gla_store_worker_parent_class)->dispose (object);
}

static void
gla_store_worker_finalize (GObject *object)
{
  GlaStoreWorker *self = GLA_STORE_WORKER (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (gla_store_worker_parent_class)->finalize (object);
}

static void
gla_store_worker_class_init (GlaStoreWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_store_worker_dispose;
  object_class->finalize = gla_store_worker_finalize;

  signals[CHANGED] = g_signal_new ("changed", GLA_TYPE_STORE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFTS_CHANGED] = g_signal_new ("drafts-changed", GLA_TYPE_STORE_WORKER,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_store_worker_init (GlaStoreWorker *self)
{
  self->jobs = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
}

GlaStoreWorker *
gla_store_worker_new (const char     *path,
                      GlaStoreFlags   flags,
                      GError        **error)
{
  g_autoptr (GlaStoreWorker) self = NULL;
  g_autoptr (GAsyncQueue) opened = g_async_queue_new ();
  gpointer open_error;
  Room *room;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (GLA_TYPE_STORE_WORKER, NULL);
  self->path = g_strdup (path);
  room = g_new0 (Room, 1);
  room->path = g_strdup (path);
  room->flags = flags;
  room->jobs = g_async_queue_ref (self->jobs);
  room->opened = g_async_queue_ref (opened);
  room->context = g_main_context_ref (self->context);
  g_weak_ref_init (&room->worker, self);
  self->thread = g_thread_new ("gla-store", thread_func, room);
  open_error = g_async_queue_pop (opened);
  if (open_error != NO_ERROR)
    {
      g_thread_join (g_steal_pointer (&self->thread));
      g_propagate_error (error, open_error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

const char *
gla_store_worker_get_path (GlaStoreWorker *self)
{
  g_return_val_if_fail (GLA_IS_STORE_WORKER (self), NULL);

  return self->path;
}

void
gla_store_worker_run_async (GlaStoreWorker       *self,
                            GlaStoreFunc          func,
                            gpointer              data,
                            GDestroyNotify        free_data,
                            GDestroyNotify        free_result,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  Job *job;

  g_return_if_fail (GLA_IS_STORE_WORKER (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, gla_store_worker_run_async);
  /* What was written is written, whoever stopped asking for it since. */
  g_task_set_check_cancellable (job->task, FALSE);
  if (self->thread == NULL)
    {
      g_task_return_new_error (job->task, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED, "%s",
                               _("The clinic file is closed."));
      job_free (job);
      return;
    }
  g_async_queue_push (self->jobs, job);
}

gpointer
gla_store_worker_run_finish (GlaStoreWorker  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

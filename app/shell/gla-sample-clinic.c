/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-clinic.h"

#include "gla-sample-write.h"

/* A clinic of a size that one looks through; the same for everybody. */
#define N_PATIENTS 300
#define SEED 1

typedef struct
{
  char *path;
  GlaDay until;
  GlaStoreProgress progress;
  gpointer progress_data;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making);
}

char *
gla_sample_clinic_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "glabella", "sample.glabella", NULL);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;

  if (gla_sample_write (making->path, SEED, N_PATIENTS, making->until, making->progress,
                        making->progress_data, cancellable, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
gla_sample_clinic_make_async (const char          *path,
                              GlaDay               until,
                              GlaStoreProgress     progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (path != NULL);
  g_return_if_fail (until != GLA_DAY_NONE);

  making = g_new0 (Making, 1);
  making->path = g_strdup (path);
  making->until = until;
  making->progress = progress;
  making->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_sample_clinic_make_async);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}

gboolean
gla_sample_clinic_make_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

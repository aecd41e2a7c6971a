/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-clinic.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "gla-sample.h"
#include "gla-setting.h"
#include "gla-store-add-history.h"
#include "gla-store-write.h"

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

static gboolean
add_records (GlaStore      *store,
             Making        *making,
             GlaSample     *sample,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *staff = gla_sample_get_staff (sample);

  for (guint i = 0; i < staff->len; i++)
    if (!gla_store_add_staff (store, g_ptr_array_index (staff, i), NULL, error))
      return FALSE;

  for (int i = 0; i < N_PATIENTS; i++)
    {
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !gla_store_add_history (store, history, error))
        return FALSE;
      if (making->progress != NULL)
        making->progress ((double) i / N_PATIENTS, making->progress_data);
    }

  return TRUE;
}

static gboolean
fill_store (GlaStore      *store,
            Making        *making,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GlaSample) sample = gla_sample_new (SEED, making->until);

  if (!gla_store_put_setting (store, GLA_SETTING_CLINIC_NAME, _("Sample Clinic"), error)
      || !gla_store_put_setting (store, GLA_SETTING_REGION, "eu", error)
      || !gla_store_begin_batch (store, error))
    return FALSE;
  if (!add_records (store, making, sample, cancellable, error))
    {
      gla_store_rollback_batch (store);
      return FALSE;
    }

  return gla_store_commit_batch (store, "sample clinic", error);
}

static gboolean
make_file (const char    *path,
           Making        *making,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, error);

  return store != NULL && fill_store (store, making, cancellable, error);
}

/* Under another name until it is complete, so that a kill leaves no half clinic. */
static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Making *making = task_data;
  g_autofree char *path = g_strconcat (making->path, ".new", NULL);
  GError *error = NULL;

  g_unlink (path);
  if (make_file (path, making, cancellable, &error))
    {
      if (g_rename (path, making->path) == 0)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                                 _("The sample clinic could not be put in place."));
      return;
    }

  g_unlink (path);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-write.h"

#include "gla-i18n.h"
#include "gla-sample-stock.h"
#include "gla-setting.h"
#include "gla-store-add-history.h"
#include "gla-store-file.h"
#include "gla-store-write.h"

/* How often the progress is told and a wish to stop is looked at. */
#define STEP 64

typedef struct
{
  GlaSample *sample;
  int n_patients;
  GlaStoreProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Writing;

static gboolean
add_records (GlaStore       *store,
             const Writing  *writing,
             GError        **error)
{
  GPtrArray *staff = gla_sample_get_staff (writing->sample);
  g_autoptr (GlaSampleStock) stock = gla_sample_stock_new (writing->sample);

  for (guint i = 0; i < staff->len; i++)
    if (!gla_store_add_staff (store, staff->pdata[i], NULL, error))
      return FALSE;
  for (int i = 0; i < writing->n_patients; i++)
    {
      g_autoptr (GlaHistory) history = gla_sample_make_history (writing->sample, i);

      if (!gla_sample_stock_open (stock, store, history, error)
          || !gla_store_add_history (store, history, error))
        return FALSE;
      if (i % STEP != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (writing->cancellable, error))
        return FALSE;
      if (writing->progress != NULL)
        writing->progress ((double) i / writing->n_patients, writing->user_data);
    }
  return gla_sample_stock_finish (stock, store, error);
}

static gboolean
fill_store (GlaStore       *store,
            const Writing  *writing,
            GError        **error)
{
  if (!gla_store_put_setting (store, GLA_SETTING_CLINIC_NAME, _("Sample Clinic"), error) ||
      !gla_store_put_setting (store, GLA_SETTING_REGION, "eu", error) ||
      !gla_store_begin_batch (store, error))
    return FALSE;
  if (!add_records (store, writing, error))
    {
      gla_store_rollback_batch (store);
      return FALSE;
    }
  return gla_store_commit_batch (store, "sample clinic", error);
}

/* The store is closed again here: with it the log is taken up into the file. */
static gboolean
write_file (const char     *path,
            const Writing  *writing,
            GError        **error)
{
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, error);

  return store != NULL && fill_store (store, writing, error);
}

gboolean
gla_sample_write (const char        *path,
                  guint64            seed,
                  int                n_patients,
                  GlaDay             until,
                  GlaStoreProgress   progress,
                  gpointer           user_data,
                  GCancellable      *cancellable,
                  char             **aside,
                  GError           **error)
{
  g_autofree char *unfinished = NULL;
  g_autoptr (GlaSample) sample = NULL;
  g_autoptr (GError) put_error = NULL;

  g_return_val_if_fail (path != NULL && n_patients >= 0, FALSE);

  unfinished = g_strconcat (path, ".new", NULL);
  sample = gla_sample_new (seed, until);
  gla_store_file_remove (unfinished);
  if (!write_file (unfinished,
                   &(Writing) { sample, n_patients, progress, user_data, cancellable }, error))
    {
      gla_store_file_remove (unfinished);
      return FALSE;
    }
  if (!gla_store_file_put (unfinished, path, aside, &put_error))
    {
      gla_store_file_remove (unfinished);
      if (put_error != NULL)
        g_propagate_error (error, g_steal_pointer (&put_error));
      else
        g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_IO,
                             _("The sample clinic could not be put in its place."));
      return FALSE;
    }
  if (progress != NULL)
    progress (1.0, user_data);
  return TRUE;
}

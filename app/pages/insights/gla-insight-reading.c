/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-reading.h"

#include "gla-clinic-scan.h"
#include "gla-outlook.h"
#include "gla-store-read.h"

/* Reading is most of the work; the rest is fitting. */
#define READING_PART 0.95

typedef struct
{
  char *path;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaDay today;
  GlaClinicModel *model; /* NULL: by other house rules */
  GCancellable *cancellable;
  int progress;  /* in thousandths; read by the other thread */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  gla_catalogue_unref (reading->catalogue);
  g_clear_pointer (&reading->model, gla_clinic_model_unref);
  g_clear_object (&reading->cancellable);
  g_free (reading);
}

static void
show_progress (double   fraction,
               gpointer data)
{
  Reading *reading = data;

  g_atomic_int_set (&reading->progress, (int) (1000 * READING_PART * fraction));
}

static GHashTable *
read_staff (const Reading  *reading,
            GError        **error)
{
  g_autoptr (GlaStore) store = gla_store_open (reading->path, GLA_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) staff = NULL;
  GHashTable *names;

  if (store == NULL || (staff = gla_store_list_staff (store, TRUE, error)) == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < staff->len; i++)
    {
      const GlaStaff *person = g_ptr_array_index (staff, i);

      g_hash_table_insert (names, g_strdup (person->id), g_strdup (person->name));
    }
  return names;
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static GlaInsightClinic *
read_all (Reading  *reading,
          GError  **error)
{
  const GlaClinicScan scan = {
    reading->path,        reading->catalogue, &reading->settings, reading->today,
    reading->cancellable, show_progress,      reading,
  };
  g_autoptr (GHashTable) staff = NULL;
  g_autoptr (GlaCycleTable) table = NULL;

  staff = read_staff (reading, error);
  if (staff == NULL)
    return NULL;
  table = gla_clinic_scan_cycles (&scan, error);
  if (table == NULL)
    return NULL;
  return gla_insight_clinic_new (table, staff, reading->model, is_cancelled, reading->cancellable,
                                 error);
}

static void
thread_func (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GlaInsightClinic) clinic = NULL;
  GError *error = NULL;

  clinic = read_all (reading, &error);
  if (clinic != NULL)
    g_task_return_pointer (task, g_steal_pointer (&clinic),
                           (GDestroyNotify) gla_insight_clinic_unref);
  else
    g_task_return_error (task, error);
}

GTask *
gla_insight_reading_start (GlaContext          *context,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  GlaOutlook *outlook;
  Reading *reading;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  reading = g_new0 (Reading, 1);
  reading->path = g_strdup (gla_context_get_path (context));
  reading->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  reading->settings = *gla_context_get_cycle_settings (context);
  reading->settings.region = g_intern_string (reading->settings.region);
  reading->today = gla_context_get_today (context);
  outlook = gla_context_get_outlook (context);
  if (gla_outlook_is_current (outlook))
    reading->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  reading->cancellable = g_object_ref (cancellable);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_insight_reading_start);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, thread_func);
  return task;
}

double
gla_insight_reading_get_progress (GTask *task)
{
  Reading *reading;

  g_return_val_if_fail (G_IS_TASK (task), 0);

  reading = g_task_get_task_data (task);
  return g_atomic_int_get (&reading->progress) / 1000.0;
}

GlaInsightClinic *
gla_insight_reading_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-scan.h"

#include "gla-store-read.h"

/* More readers than this wait for the disk and for each other. */
#define MOST_PARTS 4

/* What the threads share. */
typedef struct
{
  const GlaClinicScan *scan;
  guint n_parts;
  gint64 n_patients;
  int n_done;     /* patients, of all parts; read and written atomically */
  int is_stopped; /* one part failed, so that the others needn't go on; likewise */
} Work;

typedef struct
{
  Work *work;
  guint number;
  GlaCycleTable *table;
  GThread *thread; /* of all but the first */
  GError *error;
} Part;

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->table, gla_cycle_table_unref);
  g_clear_error (&part->error);
}

static gboolean
add_history (GlaHistory  *history,
             gpointer     user_data,
             GError     **error)
{
  Part *part = user_data;
  Work *work = part->work;
  const GlaClinicScan *scan = work->scan;
  g_autoptr (GlaCycles) cycles = NULL;
  int n_done;

  if (g_cancellable_set_error_if_cancelled (scan->cancellable, error))
    return FALSE;
  if (g_atomic_int_get (&work->is_stopped) != 0)
    return FALSE;
  cycles = gla_cycles_new (history, scan->catalogue, scan->settings, scan->today);
  gla_cycle_table_add (part->table, cycles);
  n_done = g_atomic_int_add (&work->n_done, 1) + 1;
  /* The first is read by who called. */
  if (part->number == 0 && scan->progress != NULL)
    scan->progress ((double) n_done / (double) MAX (work->n_patients, n_done),
                    scan->progress_data);
  return TRUE;
}

static gboolean
read_part (Part    *part,
           GError **error)
{
  const GlaClinicScan *scan = part->work->scan;
  g_autoptr (GlaStore) store = gla_store_open (scan->path, GLA_STORE_READ_ONLY, error);

  if (store == NULL)
    return FALSE;
  gla_store_set_cancellable (store, scan->cancellable);
  part->table = gla_cycle_table_new (scan->catalogue, scan->settings, scan->today);
  return gla_store_scan_histories (store, part->number, part->work->n_parts, add_history, part,
                                   error);
}

static gpointer
thread_func (gpointer data)
{
  Part *part = data;

  if (!read_part (part, &part->error))
    g_atomic_int_set (&part->work->is_stopped, 1);
  return NULL;
}

static gboolean
count_patients (const GlaClinicScan  *scan,
                gint64               *n_patients,
                GError              **error)
{
  g_autoptr (GlaStore) store = gla_store_open (scan->path, GLA_STORE_READ_ONLY, error);

  return store != NULL && gla_store_count_patients (store, n_patients, error);
}

/* The first error there is, or the parts together. */
static GlaCycleTable *
put_together (Part    *parts,
              guint    n_parts,
              GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&parts[i].error));
        return NULL;
      }
  for (guint i = 1; i < n_parts; i++)
    {
      gla_cycle_table_append (parts[0].table, parts[i].table);
      g_clear_pointer (&parts[i].table, gla_cycle_table_unref);
    }
  gla_cycle_table_finish (parts[0].table);
  return g_steal_pointer (&parts[0].table);
}

GlaCycleTable *
gla_clinic_scan_cycles (const GlaClinicScan  *self,
                        GError              **error)
{
  Part parts[MOST_PARTS] = { 0 };
  Work work = { .scan = self };
  GlaCycleTable *table;

  g_return_val_if_fail (self != NULL && self->path != NULL, NULL);
  g_return_val_if_fail (self->catalogue != NULL && self->settings != NULL, NULL);

  work.n_parts = CLAMP (g_get_num_processors (), 1, MOST_PARTS);
  if (!count_patients (self, &work.n_patients, error))
    return NULL;
  for (guint i = 0; i < work.n_parts; i++)
    {
      parts[i].work = &work;
      parts[i].number = i;
    }
  for (guint i = 1; i < work.n_parts; i++)
    parts[i].thread = g_thread_new ("gla-scan", thread_func, &parts[i]);
  thread_func (&parts[0]);
  for (guint i = 1; i < work.n_parts; i++)
    g_thread_join (parts[i].thread);
  table = put_together (parts, work.n_parts, error);
  if (table != NULL && self->progress != NULL)
    self->progress (1.0, self->progress_data);
  for (guint i = 0; i < work.n_parts; i++)
    part_clear (&parts[i]);
  return table;
}

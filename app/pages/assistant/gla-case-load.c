/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-load.h"

#include "gla-figures.h"
#include "gla-i18n.h"

/* What the worker needs; all of it may be read from its thread. */
typedef struct
{
  GlaProtocolShelf *shelf;
  GlaFigures figures;
  GlaCycles *cycles;     /* of the patient, or NULL for all patients */
  GlaDay today;
  GlaCaseRecord *record; /* to take up, or NULL */
  char *area;            /* to begin with, or NULL */
  char *treatment;
  char *staff;
} Job;

static Job *
job_new (GlaContext *context,
         GlaCycles  *cycles)
{
  Job *self = g_new0 (Job, 1);

  self->shelf = gla_protocol_shelf_ref (gla_context_get_shelf (context));
  gla_figures_init (&self->figures, context);
  if (cycles != NULL)
    self->cycles = gla_cycles_ref (cycles);
  self->today = gla_context_get_today (context);
  self->staff = g_strdup (gla_context_get_author (context));
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  gla_protocol_shelf_unref (self->shelf);
  gla_figures_clear (&self->figures);
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  g_clear_pointer (&self->record, gla_case_record_unref);
  g_free (self->area);
  g_free (self->treatment);
  g_free (self->staff);
  g_free (self);
}

static void
unref_kept (gpointer data)
{
  gla_kept_case_unref (data);
}

static gpointer
run_in_worker (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Job *job = data;
  GlaClinicFigures figures;
  GlaCaseDesk desk = { job->shelf, job->cycles, &figures };
  GlaKeptCase *kept;

  if (!gla_figures_read (&job->figures, store, &figures, error))
    return NULL;
  if (job->record != NULL)
    kept = gla_kept_case_open (store, &desk, job->record, error);
  else
    kept = gla_kept_case_start (store, &desk, job->area, job->treatment, job->staff, error);
  gla_constants_unref (figures.constants);
  return kept;
}

void
gla_case_load_async (GlaContext          *context,
                     GlaCycles           *cycles,
                     GlaCaseRecord       *record,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Job *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && record != NULL);

  job = job_new (context, cycles);
  job->record = gla_case_record_ref (record);
  gla_store_worker_run_async (gla_context_get_worker (context), run_in_worker, job, job_free,
                              unref_kept, cancellable, callback, user_data);
}

void
gla_case_start_async (GlaContext          *context,
                      GlaCycles           *cycles,
                      const char          *area,
                      const char          *treatment,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Job *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && area != NULL);

  job = job_new (context, cycles);
  job->area = g_strdup (area);
  job->treatment = g_strdup (treatment);
  gla_store_worker_run_async (gla_context_get_worker (context), run_in_worker, job, job_free,
                              unref_kept, NULL, callback, user_data);
}

GlaKeptCase *
gla_case_load_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_autoptr (GObject) source = g_async_result_get_source_object (result);

  return gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, error);
}

/* All open cases */

static gpointer
advance_in_worker (GlaStore      *store,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Job *job = data;
  GlaClinicFigures figures;
  guint n_moved = 0;

  if (!gla_figures_read (&job->figures, store, &figures, error))
    return NULL;
  gla_kept_cases_advance (store, job->shelf, job->figures.catalogue, &figures, job->today, &n_moved,
                          error);
  gla_constants_unref (figures.constants);
  return GUINT_TO_POINTER (n_moved);
}

static void
advanced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlaContext) context = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_moved;

  n_moved = GPOINTER_TO_UINT (gla_store_worker_run_finish (GLA_STORE_WORKER (source), result,
                                                           &error));
  if (error != NULL)
    g_debug ("open cases were not looked at again: %s", error->message);
  if (n_moved == 0)
    return;
  text = g_strdup_printf (ngettext ("%u open case has gone on by itself",
                                    "%u open cases have gone on by themselves", n_moved),
                          n_moved);
  gla_context_show_toast (context, text);
}

void
gla_case_advance_all (GlaContext *context)
{
  g_return_if_fail (GLA_IS_CONTEXT (context));

  gla_store_worker_run_async (gla_context_get_worker (context), advance_in_worker,
                              job_new (context, NULL), job_free, NULL, NULL, advanced_cb,
                              g_object_ref (context));
}

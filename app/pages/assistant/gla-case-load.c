/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-load.h"

#include "gla-clinic-knowledge.h"
#include "gla-outlook-cache.h"
#include "gla-outlook.h"
#include "gla-setting.h"
#include "gla-store-read.h"

#include <glib/gi18n.h>

/* What the worker needs; all of it may be read from its thread. */
typedef struct
{
  GlaProtocolShelf *shelf;
  GlaCatalogue *catalogue;
  GlaCycles *cycles;     /* of the patient, or NULL for all patients */
  GlaCycleSettings settings;
  GlaClinicModel *model;
  GPtrArray *lots;       /* or NULL */
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
  GlaOutlook *outlook = gla_context_get_outlook (context);
  Job *self = g_new0 (Job, 1);

  self->shelf = gla_protocol_shelf_ref (gla_context_get_shelf (context));
  self->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  if (cycles != NULL)
    self->cycles = gla_cycles_ref (cycles);
  self->settings = *gla_context_get_cycle_settings (context);
  self->settings.region = g_intern_string (self->settings.region);
  self->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  self->lots = gla_outlook_get_lots (outlook);
  if (self->lots != NULL)
    g_ptr_array_ref (self->lots);
  self->today = gla_context_get_today (context);
  self->staff = g_strdup (gla_context_get_author (context));
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  gla_protocol_shelf_unref (self->shelf);
  gla_catalogue_unref (self->catalogue);
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  gla_clinic_model_unref (self->model);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
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

/* What holds in the clinic; @figures->constants is to be given back. */
static gboolean
get_figures (GlaStore          *store,
             const Job         *job,
             GlaClinicFigures  *figures,
             GError           **error)
{
  g_autofree char *rule = gla_store_get_setting (store, GLA_SETTING_TWO_THIRDS_RULE, NULL);
  g_autoptr (GlaOutlookCache) cache = gla_outlook_cache_read (store, job->catalogue);

  figures->settings = &job->settings;
  figures->constants = gla_clinic_load_constants (store, job->catalogue, error);
  figures->model = job->model;
  figures->lots = job->lots;
  figures->n_graded = cache->n_graded;
  figures->n_failures = cache->n_failures;
  figures->two_thirds_rule = g_strcmp0 (rule, "yes") == 0;
  return figures->constants != NULL;
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

  if (!get_figures (store, job, &figures, error))
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

  if (!get_figures (store, job, &figures, error))
    return NULL;
  gla_kept_cases_advance (store, job->shelf, job->catalogue, &figures, job->today, &n_moved,
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

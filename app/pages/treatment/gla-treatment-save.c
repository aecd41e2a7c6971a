/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-save.h"

typedef struct
{
  GlaTreatment *treatment;
  GPtrArray *injections;
  GPtrArray *assessments;
  GPtrArray *reports;
  gboolean amend;
  char *reason;
  char *anyway;
} SaveJob;

static void
job_free (SaveJob *job)
{
  g_clear_pointer (&job->treatment, gla_treatment_unref);
  g_clear_pointer (&job->injections, g_ptr_array_unref);
  g_clear_pointer (&job->assessments, g_ptr_array_unref);
  g_clear_pointer (&job->reports, g_ptr_array_unref);
  g_free (job->reason);
  g_free (job->anyway);
  g_free (job);
}

static gboolean
amend_treatment (GlaStore  *store,
                 SaveJob   *job,
                 GError   **error)
{
  g_autofree char *reason = NULL;

  if (job->anyway == NULL)
    return gla_store_amend_treatment (store, job->treatment, job->injections, job->reason, error);
  reason = job->reason != NULL ? g_strdup_printf ("%s; %s", job->reason, job->anyway)
                               : g_strdup (job->anyway);
  return gla_store_amend_treatment_anyway (store, job->treatment, job->injections, reason, error);
}

static gboolean
add_treatment (GlaStore  *store,
               SaveJob   *job,
               char     **id,
               GError   **error)
{
  if (job->anyway == NULL)
    return gla_store_add_treatment (store, job->treatment, job->injections, job->assessments, id,
                                    error);
  return gla_store_add_treatment_anyway (store, job->treatment, job->injections, job->assessments,
                                         job->anyway, id, error);
}

static gpointer
save (GlaStore      *store,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SaveJob *job = data;
  g_autofree char *id = NULL;

  if (job->amend)
    {
      if (!amend_treatment (store, job, error))
        return NULL;
      id = g_strdup (job->treatment->id);
      /* Grades that were added while amending are records of their own. */
      if (job->assessments->len > 0 &&
          !gla_store_add_follow_up (store, job->assessments, NULL, NULL, error))
        return NULL;
    }
  else if (!add_treatment (store, job, &id, error))
    return NULL;
  if (job->reports->len > 0 && !gla_store_add_follow_up (store, NULL, job->reports, NULL, error))
    return NULL;
  return g_steal_pointer (&id);
}

/* The treatment whose effect the patient speaks of: the last one before that day. */
static const char *
find_last_treatment (const GlaHistory *history,
                     GlaDay            day)
{
  const char *last = NULL;

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day < day)
        last = treatment->id;
    }
  return last;
}

void
gla_treatment_save_async (GlaContext             *context,
                          GlaCycles              *cycles,
                          const GlaTreatmentForm *form,
                          const char             *amend,
                          const char             *reason,
                          const char             *anyway,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  SaveJob *job;
  const char *patient;
  g_autoptr (GlaReport) report = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && form != NULL);

  patient = cycles->history->patient->id;
  job = g_new0 (SaveJob, 1);
  job->amend = amend != NULL;
  job->reason = g_strdup (reason);
  job->anyway = g_strdup (anyway);
  job->treatment = gla_treatment_form_make_treatment (
    form, patient,
    amend != NULL ? gla_history_find_treatment (cycles->history, amend) : NULL);
  job->injections = gla_treatment_form_make_injections (form);
  job->assessments = gla_treatment_form_make_assessments (form, patient,
                                                          gla_context_get_catalogue (context));
  job->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_report_unref);
  report = gla_treatment_form_make_report (form, patient,
                                           find_last_treatment (cycles->history, form->day));
  if (report != NULL)
    g_ptr_array_add (job->reports, g_steal_pointer (&report));
  gla_store_worker_run_async (gla_context_get_worker (context), save, job,
                              (GDestroyNotify) job_free, g_free, NULL, callback, user_data);
}

char *
gla_treatment_save_finish (GlaContext    *context,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  return gla_store_worker_run_finish (gla_context_get_worker (context), result, error);
}

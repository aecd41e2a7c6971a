/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-checker.h"

#include "gla-clinic-knowledge.h"
#include "gla-i18n.h"
#include "gla-outlook.h"
#include "gla-shortening-state.h"
#include "gla-store-fridge.h"

#include <string.h>

struct _GlaTreatmentChecker
{
  GlaContext *context;
  GlaCycles *cycles;
  GPtrArray *vials;         /* (element-type GlaVial) */
  char *amend;
  GlaConstants *constants;
  GlaPlanAsks asks;         /* what the clinic wants recorded */
  gboolean sees_shortening; /* whether estimates are to know of effects that became shorter */
  GlaShorteningState state;
  GHashTable *fridges;      /* (element-type utf8 GlaFridgePast): of vials that were named so far */
  GHashTable *recorded;     /* (element-type utf8): blocks of the treatment as it is recorded */

  /* What was judged last; the plan points into them */
  GlaTreatment *treatment;
  GPtrArray *injections;
  GPtrArray *assessments;
  GlaPlan plan;
  char *deviation;
  GlaPlanCycles *planned;
  GPtrArray *findings;
};

/* Now, if the treatment is today: the rules count hours since a vial was mixed. */
static int
get_minute (GlaContext *context,
            GlaDay      day)
{
  g_autoptr (GDateTime) now = NULL;

  if (day != gla_context_get_today (context))
    return GLA_MINUTE_UNKNOWN;
  now = g_date_time_new_now_local ();
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

/* Once for each vial that is named: what happens to its fridge meanwhile is seen the next time. */
static void
read_fridges (GlaTreatmentChecker *self)
{
  for (guint i = 0; i < self->injections->len; i++)
    {
      const char *vial = ((GlaInjection *) self->injections->pdata[i])->vial;
      GlaFridgePast *past;

      if (vial == NULL || g_hash_table_contains (self->fridges, vial))
        continue;
      /* A file that can't be read says so elsewhere. */
      past = gla_store_read_fridge_past (gla_context_get_reader (self->context), vial, NULL);
      if (past != NULL)
        g_hash_table_insert (self->fridges, g_strdup (vial), past);
    }
}

static void
clear_judged (GlaTreatmentChecker *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->planned, gla_plan_cycles_free);
  g_clear_pointer (&self->treatment, gla_treatment_unref);
  g_clear_pointer (&self->injections, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->deviation, g_free);
}

void
gla_treatment_checker_judge (GlaTreatmentChecker    *self,
                             const GlaTreatmentForm *form)
{
  const GlaCycleSettings *settings;
  const char *patient;

  g_return_if_fail (self != NULL && form != NULL);

  clear_judged (self);
  settings = gla_context_get_cycle_settings (self->context);
  patient = self->cycles->history->patient->id;
  self->treatment = gla_treatment_form_make_treatment (form, patient, NULL);
  self->injections = gla_treatment_form_make_injections (form);
  self->assessments = gla_treatment_form_make_assessments (form, patient, self->cycles->catalogue);
  self->deviation = g_strdup (form->deviation);
  read_fridges (self);
  self->plan = (GlaPlan) {
    .treatment = self->treatment,
    .minute = get_minute (self->context, form->day),
    .injections = self->injections,
    .assessments = self->assessments,
    .vials = self->vials,
    .lots = gla_outlook_get_lots (gla_context_get_outlook (self->context)),
    .fridges = self->fridges,
    .amends = self->amend,
    .asks = self->asks,
  };
  self->planned = gla_plan_cycles_new (self->cycles, settings, &self->plan);
  if (self->planned != NULL)
    self->findings =
      gla_plan_findings_new (self->planned, settings, self->constants, &self->plan);
}

/* What blocks the treatment as it is recorded was decided when it was recorded. */
static void
remember_recorded (GlaTreatmentChecker *self)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  if (!gla_treatment_form_fill (form, self->cycles->history, self->amend, FALSE))
    return;
  gla_treatment_checker_judge (self, form);
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      const GlaFinding *finding = self->findings->pdata[i];

      if (finding->level == GLA_FINDING_BLOCK)
        g_hash_table_add (self->recorded, g_strdup (finding->chip));
    }
  clear_judged (self);
}

/* Without the clinic's own values those of the program judge, which a person must know. */
static void
load_constants (GlaTreatmentChecker *self)
{
  g_autoptr (GError) error = NULL;

  self->constants = gla_clinic_load_constants (gla_context_get_reader (self->context),
                                               self->cycles->catalogue, &error);
  if (self->constants != NULL)
    return;
  self->constants = gla_constants_new (self->cycles->catalogue);
  gla_context_show_error (self->context,
                          _("The clinic’s house rules could not be read; those of the program "
                            "are used"),
                          error);
}

GlaTreatmentChecker *
gla_treatment_checker_new (GlaContext *context,
                           GlaCycles  *cycles,
                           GPtrArray  *vials,
                           const char *amend,
                           GlaPlanAsks asks)
{
  GlaTreatmentChecker *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (cycles != NULL && vials != NULL, NULL);

  self = g_new0 (GlaTreatmentChecker, 1);
  self->context = g_object_ref (context);
  self->cycles = gla_cycles_ref (cycles);
  self->vials = g_ptr_array_ref (vials);
  self->amend = g_strdup (amend);
  self->asks = asks;
  load_constants (self);
  self->fridges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) gla_fridge_past_unref);
  self->recorded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* Without it the estimates rest on all that is recorded. */
  if (!gla_shortening_state_read (gla_context_get_reader (context),
                                  cycles->history->patient->id, &self->sees_shortening,
                                  &self->state, NULL))
    self->sees_shortening = FALSE;
  if (amend != NULL)
    remember_recorded (self);
  return self;
}

void
gla_treatment_checker_free (GlaTreatmentChecker *self)
{
  if (self == NULL)
    return;
  clear_judged (self);
  g_hash_table_unref (self->recorded);
  g_hash_table_unref (self->fridges);
  gla_constants_unref (self->constants);
  g_free (self->amend);
  g_ptr_array_unref (self->vials);
  gla_cycles_unref (self->cycles);
  g_object_unref (self->context);
  g_free (self);
}

const GPtrArray *
gla_treatment_checker_get_findings (GlaTreatmentChecker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

gboolean
gla_treatment_checker_get_dates (GlaTreatmentChecker *self,
                                 GlaPlanDates        *dates)
{
  g_return_val_if_fail (self != NULL && dates != NULL, FALSE);

  if (self->planned == NULL || self->planned->planned->len == 0)
    return FALSE;
  gla_plan_get_dates (self->planned, gla_context_get_cycle_settings (self->context),
                      self->constants, &self->plan, dates);
  return TRUE;
}

/* All of it may be read from another thread. */
typedef struct
{
  GlaCycles *record;
  GlaCycles *cycles;        /* with the plan, or NULL */
  GPtrArray *planned;       /* (element-type GlaCycle): of the cycles */
  GlaClinicModel *model;
  GPtrArray *lots;          /* (element-type GlaLotFinding), or NULL */
  gboolean sees_shortening;
  GlaShorteningState state;
} EstimateJob;

static void
job_free (EstimateJob *job)
{
  g_clear_pointer (&job->planned, g_ptr_array_unref);
  g_clear_pointer (&job->cycles, gla_cycles_unref);
  g_clear_pointer (&job->lots, g_ptr_array_unref);
  gla_cycles_unref (job->record);
  gla_clinic_model_unref (job->model);
  g_free (job);
}

static void
estimate_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  const EstimateJob *job = data;
  GPtrArray *estimates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlaShortening) shortening = NULL;

  if (job->sees_shortening)
    shortening = gla_shortening_new (job->record, job->model, job->lots, &job->state);

  for (guint i = 0; job->planned != NULL && i < job->planned->len; i++)
    {
      const GlaCycle *cycle = job->planned->pdata[i];

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (cycle->running)
        g_ptr_array_add (estimates, gla_estimate_new (job->cycles, job->model, cycle, shortening));
    }
  g_task_return_pointer (task, estimates, (GDestroyNotify) g_ptr_array_unref);
}

void
gla_treatment_checker_estimate_async (GlaTreatmentChecker *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GlaOutlook *outlook = gla_context_get_outlook (self->context);
  EstimateJob *job = g_new0 (EstimateJob, 1);

  g_task_set_source_tag (task, gla_treatment_checker_estimate_async);
  if (self->planned != NULL)
    {
      job->cycles = gla_cycles_ref (self->planned->after);
      job->planned = g_ptr_array_ref (self->planned->planned);
    }
  job->record = gla_cycles_ref (self->cycles);
  job->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  job->lots = gla_outlook_get_lots (outlook);
  if (job->lots != NULL)
    g_ptr_array_ref (job->lots);
  job->sees_shortening = self->sees_shortening;
  job->state = self->state;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, estimate_in_thread);
}

GPtrArray *
gla_treatment_checker_estimate_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gla_treatment_checker_estimate_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

GPtrArray *
gla_treatment_checker_list_blocks (GlaTreatmentChecker *self)
{
  GPtrArray *blocks = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, blocks);

  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      GlaFinding *finding = self->findings->pdata[i];

      if (finding->level != GLA_FINDING_BLOCK ||
          g_hash_table_contains (self->recorded, finding->chip) ||
          (self->deviation != NULL && strstr (self->deviation, finding->chip) != NULL))
        continue;
      g_ptr_array_add (blocks, finding);
    }
  return blocks;
}

char *
gla_treatment_checker_give_reason (const GPtrArray *blocks,
                                   const char      *deviation,
                                   const char      *reason)
{
  g_autoptr (GString) what = g_string_new (NULL);
  g_autofree char *line = NULL;

  g_return_val_if_fail (blocks != NULL && reason != NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? _("; ") : "",
                            ((const GlaFinding *) blocks->pdata[i])->chip);
  /* Translators: what a warning says, and why the person went on nevertheless */
  line = g_strdup_printf (_("%s. Reason: %s"), what->str, reason);
  return deviation != NULL ? g_strjoin (" ", deviation, line, NULL) : g_steal_pointer (&line);
}

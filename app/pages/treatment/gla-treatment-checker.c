/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-checker.h"

#include "gla-outlook.h"

#include <glib/gi18n.h>
#include <string.h>

struct _GlaTreatmentChecker
{
  GlaContext *context;
  GlaCycles *cycles;
  GPtrArray *vials;         /* (element-type GlaVial) */
  char *amend;
  GlaConstants *constants;
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
get_minute (GlaDay day)
{
  g_autoptr (GDateTime) now = NULL;

  if (day != gla_day_today ())
    return GLA_MINUTE_UNKNOWN;
  now = g_date_time_new_now_local ();
  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
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
  self->plan = (GlaPlan) {
    .treatment = self->treatment,
    .minute = get_minute (form->day),
    .injections = self->injections,
    .assessments = self->assessments,
    .vials = self->vials,
    .lots = gla_outlook_get_lots (gla_context_get_outlook (self->context)),
    .amends = self->amend,
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

GlaTreatmentChecker *
gla_treatment_checker_new (GlaContext *context,
                           GlaCycles  *cycles,
                           GPtrArray  *vials,
                           const char *amend)
{
  GlaTreatmentChecker *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (cycles != NULL && vials != NULL, NULL);

  self = g_new0 (GlaTreatmentChecker, 1);
  self->context = g_object_ref (context);
  self->cycles = gla_cycles_ref (cycles);
  self->vials = g_ptr_array_ref (vials);
  self->amend = g_strdup (amend);
  self->constants = gla_constants_new (cycles->catalogue);
  self->recorded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

const GPtrArray *
gla_treatment_checker_get_planned (GlaTreatmentChecker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->planned != NULL ? self->planned->planned : NULL;
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

GlaEstimate *
gla_treatment_checker_estimate (GlaTreatmentChecker *self,
                                guint                index)
{
  GlaClinicModel *model;

  g_return_val_if_fail (self != NULL && self->planned != NULL, NULL);
  g_return_val_if_fail (index < self->planned->planned->len, NULL);

  if (!((const GlaCycle *) self->planned->planned->pdata[index])->running)
    return NULL;
  model = gla_outlook_get_model (gla_context_get_outlook (self->context));
  return gla_estimate_new (self->planned->after, model, self->planned->planned->pdata[index], NULL);
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

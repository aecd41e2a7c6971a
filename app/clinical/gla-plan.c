/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan.h"

#include "gla-cycle-private.h"

#include <string.h>

/* Identifier of a planned treatment that amends none; records have UUIDs. */
#define NEW_ID "plan"

/* What the patient has, without treatment @left_out (nullable), still open to additions. */
static GlaHistory *
copy_history (const GlaHistory *from,
              const char       *left_out)
{
  GlaHistory *history = gla_history_new (gla_patient_ref (from->patient));

  for (guint i = 0; i < from->treatments->len; i++)
    if (g_strcmp0 (((GlaTreatment *) from->treatments->pdata[i])->id, left_out) != 0)
      gla_history_take_treatment (history, gla_treatment_ref (from->treatments->pdata[i]));
  for (guint i = 0; i < from->injections->len; i++)
    if (g_strcmp0 (((GlaInjection *) from->injections->pdata[i])->treatment, left_out) != 0)
      gla_history_take_injection (history, gla_injection_ref (from->injections->pdata[i]));
  for (guint i = 0; i < from->assessments->len; i++)
    gla_history_take_assessment (history, gla_assessment_ref (from->assessments->pdata[i]));
  for (guint i = 0; i < from->reports->len; i++)
    gla_history_take_report (history, gla_report_ref (from->reports->pdata[i]));
  for (guint i = 0; i < from->ratings->len; i++)
    gla_history_take_rating (history, gla_rating_ref (from->ratings->pdata[i]));
  for (guint i = 0; i < from->exposures->len; i++)
    gla_history_take_exposure (history, gla_exposure_ref (from->exposures->pdata[i]));
  for (guint i = 0; i < from->adverse_events->len; i++)
    gla_history_take_adverse_event (history,
                                    gla_adverse_event_ref (from->adverse_events->pdata[i]));
  for (guint i = 0; i < from->vials->len; i++)
    gla_history_take_vial (history, gla_vial_ref (from->vials->pdata[i]));
  return history;
}

static const GlaVial *
find_vial (const GlaPlan *plan,
           const char    *id)
{
  for (guint i = 0; id != NULL && plan->vials != NULL && i < plan->vials->len; i++)
    {
      const GlaVial *vial = plan->vials->pdata[i];

      if (strcmp (vial->id, id) == 0)
        return vial;
    }
  return NULL;
}

static void
add_vial (GlaHistory    *history,
          const GlaVial *vial)
{
  if (vial != NULL && gla_history_find_vial (history, vial->id) == NULL)
    gla_history_take_vial (history, gla_vial_ref (vial));
}

/* Product and lot are those of the vial where one is named. */
static void
add_injections (GlaHistory    *history,
                const GlaPlan *plan,
                const char    *id)
{
  for (guint i = 0; i < plan->injections->len; i++)
    {
      GlaInjection injection = *(const GlaInjection *) plan->injections->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s %u", id, i);
      const GlaVial *vial = find_vial (plan, injection.vial);

      if (injection.area == NULL)
        continue;
      injection.id = name;
      injection.treatment = id;
      injection.position = (int) i;
      if (vial != NULL)
        {
          injection.product = vial->product;
          injection.lot = vial->lot;
        }
      add_vial (history, vial);
      gla_history_take_injection (history, gla_injection_new (&injection));
    }
}

static void
add_assessments (GlaHistory    *history,
                 const GlaPlan *plan,
                 const char    *id)
{
  for (guint i = 0; plan->assessments != NULL && i < plan->assessments->len; i++)
    {
      GlaAssessment assessment = *(const GlaAssessment *) plan->assessments->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s %u", id, i);

      assessment.id = name;
      assessment.patient = history->patient->id;
      gla_history_take_assessment (history, gla_assessment_new (&assessment));
    }
}

static GlaHistory *
make_history (const GlaHistory *record,
              const GlaPlan    *plan,
              const char       *id)
{
  GlaHistory *history = copy_history (record, plan->amends);
  GlaTreatment treatment = *plan->treatment;

  treatment.id = id;
  treatment.patient = record->patient->id;
  gla_history_take_treatment (history, gla_treatment_new (&treatment));
  add_injections (history, plan, id);
  add_assessments (history, plan, id);
  gla_history_finish (history);
  return history;
}

GlaPlanCycles *
gla_plan_cycles_new (const GlaCycles        *record,
                     const GlaCycleSettings *settings,
                     const GlaPlan          *plan)
{
  GlaPlanCycles *self;
  g_autoptr (GlaHistory) without = NULL;
  g_autoptr (GlaHistory) with = NULL;

  g_return_val_if_fail (record != NULL && settings != NULL, NULL);
  g_return_val_if_fail (plan != NULL && plan->treatment != NULL && plan->injections != NULL, NULL);

  if (plan->treatment->day == GLA_DAY_NONE)
    return NULL;
  self = g_new0 (GlaPlanCycles, 1);
  self->id = g_strdup (plan->amends != NULL ? plan->amends : NEW_ID);
  without = copy_history (record->history, plan->amends);
  gla_history_finish (without);
  self->before = gla_cycles_new (without, record->catalogue, settings, plan->treatment->day);
  with = make_history (record->history, plan, self->id);
  self->after = gla_cycles_new (with, record->catalogue, settings, plan->treatment->day);
  self->planned = g_ptr_array_new ();
  for (guint i = 0; i < self->after->cycles->len; i++)
    if (gla_cycle_has_treatment (self->after->cycles->pdata[i], self->id))
      g_ptr_array_add (self->planned, self->after->cycles->pdata[i]);
  return self;
}

void
gla_plan_cycles_free (GlaPlanCycles *self)
{
  if (self == NULL)
    return;
  gla_cycles_unref (self->before);
  gla_cycles_unref (self->after);
  g_ptr_array_unref (self->planned);
  g_free (self->id);
  g_free (self);
}

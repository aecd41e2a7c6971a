/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-plan.h"

#include <string.h>

void
gla_test_plan_set_up (GlaTestPlan   *self,
                      gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  self->constants = gla_constants_new (self->catalogue);
  gla_cycle_settings_init (&self->settings, self->catalogue);
  self->fields.consent_day = GLA_DAY_NONE;
}

void
gla_test_plan_tear_down (GlaTestPlan   *self,
                         gconstpointer  unused)
{
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->fridges, g_hash_table_unref);
  gla_constants_unref (self->constants);
  gla_catalogue_unref (self->catalogue);
}

GPtrArray *
gla_test_plan_judge (GlaTestPlan      *self,
                     const GlaPatient *patient,
                     const char       *record,
                     const char       *script,
                     int               minute,
                     const char       *amends)
{
  g_autoptr (GlaHistory) history = gla_test_history_new_of (patient, record);
  g_autoptr (GlaHistory) planned = gla_test_history_new (script);
  GlaTreatment treatment = *(const GlaTreatment *) planned->treatments->pdata[0];
  GlaPlan plan = {
    .treatment = &treatment,
    .minute = minute,
    .injections = planned->injections,
    .assessments = planned->assessments,
    .vials = planned->vials,
    .lots = self->lots,
    .fridges = self->fridges,
    .amends = amends,
    .asks = self->asks,
  };
  g_autoptr (GlaCycles) cycles = gla_cycles_new (history, self->catalogue, &self->settings,
                                                 treatment.day);
  g_autoptr (GlaPlanCycles) both = NULL;

  treatment.screening = self->fields.screening;
  treatment.consent_day = self->fields.consent_day;
  treatment.prescriber = self->fields.prescriber;
  treatment.face_to_face = self->fields.face_to_face;
  both = gla_plan_cycles_new (cycles, &self->settings, &plan);
  return gla_plan_findings_new (both, &self->settings, self->constants, &plan);
}

const GlaFinding *
gla_test_plan_find (GPtrArray  *findings,
                    const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((GlaFinding *) findings->pdata[i])->id, id) == 0)
      return findings->pdata[i];
  return NULL;
}

void
gla_test_plan_check (GlaTestPlan *self,
                     GPtrArray   *findings)
{
  static const char *const forbidden[] = {
    "immune", "antibod", "resistan", "defective", "fake", "guarantee", "safe to", "inject 1",
    "inject 2", "give ",
  };

  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];
      g_autofree char *text = g_utf8_casefold (finding->text, -1);

      g_assert_cmpstr (finding->chip, !=, "");
      g_assert_true (g_str_has_suffix (finding->text, "."));
      for (gsize k = 0; k < G_N_ELEMENTS (forbidden); k++)
        if (strstr (text, forbidden[k]) != NULL && strcmp (finding->id, "lot-unknown") != 0)
          g_error ("“%s” in “%s”", forbidden[k], finding->text);
      for (guint k = 0; k < finding->sources->len; k++)
        g_assert_nonnull (gla_catalogue_find_source (self->catalogue,
                                                     finding->sources->pdata[k]));
      for (guint k = 0; k < finding->rows->len; k++)
        g_assert_false (g_str_has_prefix (finding->rows->pdata[k], "plan"));
      if (i > 0)
        g_assert_cmpint (((GlaFinding *) findings->pdata[i - 1])->level, <=, finding->level);
    }
}

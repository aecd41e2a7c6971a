/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans drawn before a treatment: kept, changed, given, removed and brought back. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-plan.h"

static const char *const CONTENT = "= ona\nGLAB both 2000 5";

static char *
add_plan (StoreFixture *self,
          const char   *patient)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  gla_store_add_plan (self->store, &(GlaTreatmentPlan) { .patient = patient,
                                                         .day = gla_day_new (2026, 11, 1),
                                                         .content = CONTENT },
                      &id, &error);
  g_assert_no_error (error);
  return id;
}

static char *
give (StoreFixture *self,
      const char   *patient,
      const char   *plan)
{
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaInjection injection = { .area = "GLAB", .units = GLA_UNITS (22), .points = 5 };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_ptr_array_add (injections, &injection);
  gla_store_add_treatment (self->store, &(GlaTreatment) { .patient = patient,
                                                          .day = gla_day_new (2026, 11, 20),
                                                          .consent_day = GLA_DAY_NONE,
                                                          .plan = plan },
                           injections, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_life (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-14");
  g_autofree char *id = add_plan (self, patient);
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  GlaTreatmentPlan changed;
  guint entries = store_count_audit (self->store);

  store_check_audit (self->store, entries, "add", "treatment_plan", NULL, "GLAB both 2000 5");
  store_fixture_reopen (self);
  history = store_read_history (self->store, patient);
  g_assert_cmpuint (history->plans->len, ==, 1);
  /* No treatment, nothing drawn, and so no cycle and nothing due. */
  g_assert_cmpuint (history->treatments->len, ==, 0);
  g_assert_cmpuint (history->injections->len, ==, 0);
  changed = *gla_history_find_open_plan (history);
  g_assert_cmpstr (changed.id, ==, id);
  g_assert_cmpstr (changed.content, ==, CONTENT);
  g_assert_cmpint (changed.day, ==, gla_day_new (2026, 11, 1));

  changed.content = "= ona\nGLAB both 1600 4";
  g_assert_true (gla_store_amend_plan (self->store, &changed, &error));
  store_check_audit (self->store, entries + 1, "amend", "treatment_plan", "2000 5", "1600 4");
  g_assert_false (gla_store_amend_plan (self->store, &changed, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT_PLAN, id, "not wanted", &error));
  g_clear_pointer (&history, gla_history_unref);
  history = store_read_history (self->store, patient);
  g_assert_null (gla_history_find_open_plan (history));
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_TREATMENT_PLAN, id, NULL,
                                           &error));
  g_clear_pointer (&history, gla_history_unref);
  history = store_read_history (self->store, patient);
  g_assert_cmpstr (gla_history_find_open_plan (history)->content, ==, changed.content);
  store_assert_sound (self->store);
}

/* What was planned for a treatment stays as it was; without the treatment the plan is open. */
static void
test_given (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-14");
  g_autofree char *id = add_plan (self, patient);
  g_autofree char *treatment = give (self, patient, id);
  g_autoptr (GlaHistory) history = store_read_history (self->store, patient);
  g_autoptr (GError) error = NULL;
  GlaTreatmentPlan changed;

  g_assert_cmpstr (gla_history_find_treatment (history, treatment)->plan, ==, id);
  g_assert_null (gla_history_find_open_plan (history));
  changed = *gla_history_find_plan (history, id);
  changed.content = "GLAB both 2200 5";
  g_assert_false (gla_store_amend_plan (self->store, &changed, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, treatment, "wrong", &error));
  g_clear_pointer (&history, gla_history_unref);
  history = store_read_history (self->store, patient);
  g_assert_cmpstr (gla_history_find_open_plan (history)->id, ==, id);
  store_assert_sound (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store/plan/life", test_life);
  STORE_TEST ("/store/plan/given", test_given);
  return g_test_run ();
}

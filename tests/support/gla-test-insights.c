/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-insights.h"

#include "gla-test-history.h"

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaCycleTable *table;
  guint n_patients;
} Maker;

/* One treatment of the glabella of a new patient, seen on day @left and gone on day @right. */
static void
treat (Maker      *maker,
       const char *product,
       int         units,
       const char *lot,
       const char *injector,
       int         day,
       int         left,
       int         right)
{
  g_autofree char *id = g_strdup_printf ("patient-%u", maker->n_patients++);
  g_autofree char *treatment = g_strdup_printf ("treatment-%s", id);
  g_autoptr (GlaHistory) history = gla_history_new (gla_patient_new (&(GlaPatient) { .id = id }));
  g_autoptr (GlaCycles) cycles = NULL;
  const int days[] = { 0, left, right };
  const int grades[] = { 3, 1, 3 };

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = treatment, .patient = id, .day = gla_test_history_day (day), .injector = injector,
    .consent_day = GLA_DAY_NONE,
  }));
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = "i", .treatment = treatment, .area = "GLAB", .product = product,
    .units = GLA_UNITS (units), .lot = lot,
  }));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (i == 0 || days[i] > 0)
      {
        g_autofree char *grade = g_strdup_printf ("grade-%u", i);

        gla_history_take_assessment (history, gla_assessment_new (&(GlaAssessment) {
          .id = grade, .patient = id, .area = "GLAB", .day = gla_test_history_day (day + days[i]),
          .scale = "fws", .at_rest = GLA_GRADE_UNKNOWN, .at_maximum = grades[i],
        }));
      }
  gla_history_finish (history);
  cycles = gla_cycles_new (history, maker->catalogue, &maker->settings,
                           gla_test_history_day (GLA_TEST_INSIGHTS_TODAY));
  gla_cycle_table_add (maker->table, cycles);
}

static void
treat_all (Maker *maker)
{
  static const char *const good[] = { "GOOD-1", "GOOD-2", "GOOD-3" };
  static const char *const injectors[] = { "s1", "s2" };

  for (int i = 0; i < 120; i++)
    treat (maker, "ona", 20, good[i % 3], injectors[i % 2], i, i % 4 ? 80 + i % 25 : 20,
           i % 5 == 0 ? 0 : 110 + i % 20);
  for (int i = 0; i < 40; i++)
    treat (maker, "ona", 20, "BAD", "s3", 200 + i, 20, 50 + i % 20);
  for (int i = 0; i < 8; i++)
    treat (maker, "abo-p", 50, "A", "s1", 300 + i, 120, 150);
}

GlaInsightClinic *
gla_test_insights_new (GlaCatalogue *catalogue)
{
  g_autoptr (GHashTable) staff = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GlaCycleTable) table = NULL;
  g_autoptr (GError) error = NULL;
  GlaInsightClinic *clinic;
  Maker maker = { catalogue };

  gla_cycle_settings_init (&maker.settings, catalogue);
  table = gla_cycle_table_new (catalogue, &maker.settings,
                               gla_test_history_day (GLA_TEST_INSIGHTS_TODAY));
  maker.table = table;
  treat_all (&maker);
  gla_cycle_table_finish (table);
  g_hash_table_insert (staff, (gpointer) "s1", (gpointer) "Dr Osei");
  g_hash_table_insert (staff, (gpointer) "s2", (gpointer) "N. Fournier");
  g_hash_table_insert (staff, (gpointer) "s3", (gpointer) "Dr Vogt");
  clinic = gla_insight_clinic_new (table, staff, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return clinic;
}

GPtrArray *
gla_test_insights_groups (const GlaInsightClinic   *clinic,
                          const GlaInsightQuestion *question)
{
  GlaCycleKey key = gla_insight_question_get_key (question);
  GPtrArray *groups = gla_insight_groups_new (clinic->table, &question->filter, key);

  g_assert_true (gla_insight_groups_estimate (groups, clinic->table, &question->filter, key, NULL,
                                              NULL, NULL));
  return groups;
}

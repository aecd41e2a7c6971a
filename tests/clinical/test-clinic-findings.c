/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a whole clinic's records say: its own durations, lots, groups and practitioners. */

#include "config.h"

#include "gla-clinic-model.h"
#include "gla-group-finding.h"
#include "gla-lot-finding.h"

#include <math.h>
#include <string.h>

#define TODAY gla_day_new (2026, 6, 30)

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaObservations *observations;
  guint n_patients;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
  fixture->observations = gla_observations_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_observations_free (fixture->observations);
  gla_catalogue_unref (fixture->catalogue);
}

/* One treatment of a new patient; the effect was seen on day @left and gone on day @right. */
typedef struct
{
  const char *area;
  const char *product;
  int units;
  GlaSide side;
  const char *lot;
  const char *injector;
  int age;    /* days before today */
  int left;   /* 0: never seen */
  int right;  /* 0: never seen gone */
} Treated;

static void
take_grade (GlaHistory    *history,
            const Treated *treated,
            GlaDay         day,
            int            grade)
{
  g_autofree char *id = g_strdup_printf ("grade-%d-%d", day, grade);

  gla_history_take_assessment (history, gla_assessment_new (&(GlaAssessment) {
    .id = id, .patient = "p", .area = treated->area, .day = day, .scale = "fws",
    .at_rest = GLA_GRADE_UNKNOWN, .at_maximum = grade,
  }));
}

static GlaCycles *
make_cycles (Fixture       *fixture,
             const Treated *treated)
{
  g_autofree char *patient = g_strdup_printf ("patient-%u", fixture->n_patients);
  g_autofree char *treatment = g_strdup_printf ("treatment-%u", fixture->n_patients++);
  GlaHistory *history = gla_history_new (gla_patient_new (&(GlaPatient) { .id = patient }));
  GlaDay day = TODAY - treated->age;
  g_autoptr (GlaHistory) finished = history;

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = treatment, .patient = patient, .day = day, .injector = treated->injector,
    .consent_day = GLA_DAY_NONE,
  }));
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = "i", .treatment = treatment, .area = treated->area, .product = treated->product,
    .side = treated->side, .units = GLA_UNITS (treated->units), .lot = treated->lot,
  }));
  take_grade (history, treated, day, 3);
  if (treated->left > 0)
    take_grade (history, treated, day + treated->left, 1);
  if (treated->right > 0)
    take_grade (history, treated, day + treated->right, 3);
  gla_history_finish (history);
  return gla_cycles_new (history, fixture->catalogue, &fixture->settings, TODAY);
}

static void
treat (Fixture       *fixture,
       const Treated *treated)
{
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, treated);

  gla_observations_add (fixture->observations, cycles);
}

static void
test_observation (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    Treated treated;
    const char *family;
    double ratio;
    double left;
    double right;
    gboolean has_duration;
  } rows[] = {
    { { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 90, 130 }, "ONA", 1.0, 90, 130, TRUE },
    { { "GLAB", "ona", 40, GLA_SIDE_BOTH, "L", "s", 400, 90, 0 }, "ONA", 2.0, 90, HUGE_VAL, TRUE },
    { { "GLAB", "abo-l", 50, GLA_SIDE_BOTH, "L", "s", 400, 0, 120 }, "ABO", 1.0, 0, 120, TRUE },
    { { "LCL", "ona", 24, GLA_SIDE_BOTH, "L", "s", 400, 90, 130 }, "ONA", 1.0, 90, 130, TRUE },
    { { "LCL", "ona", 12, GLA_SIDE_LEFT, "L", "s", 400, 90, 130 }, "ONA", 1.0, 90, 130, TRUE },
    { { "GLAB", NULL, 20, GLA_SIDE_BOTH, "L", "s", 400, 90, 130 }, "", 1.0, 90, 130, TRUE },
    { { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 0, 30 }, "ONA", 1.0, 0, 30, FALSE },
    { { "GLAB", "ona", 20, GLA_SIDE_BOTH, NULL, NULL, 400, 0, 0 }, "ONA", 1.0, 0, HUGE_VAL,
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GlaObservation *row;
      gsize n;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      treat (fixture, &rows[i].treated);
      row = gla_observations_get_rows (fixture->observations, &n) + i;
      g_assert_cmpuint (n, ==, i + 1);
      g_assert_cmpstr (row->family, ==, rows[i].family);
      g_assert_cmpfloat_with_epsilon (exp (row->log_dose_ratio), rows[i].ratio, 1e-12);
      g_assert_cmpfloat (row->interval.left, ==, rows[i].left);
      g_assert_cmpfloat (row->interval.right, ==, rows[i].right);
      g_assert_cmpint (gla_observation_has_duration (row), ==, rows[i].has_duration);
      g_assert_cmpstr (row->lot, ==, rows[i].treated.lot != NULL ? "L" : "");
      g_assert_cmpstr (row->practitioner, ==, rows[i].treated.injector != NULL ? "s" : "");
    }
  g_assert_cmpuint (gla_observations_count_durations (fixture->observations), ==, 6);
}

/* Many short effects of one product move that one, and the others of the area less. */
static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlaClinicModel) table = gla_clinic_model_new (fixture->catalogue);
  g_autoptr (GlaClinicModel) model = NULL;
  g_autoptr (GlaClinicModel) copy = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  GlaExpectation before, after, elsewhere;
  double tau, sigma;

  for (int i = 0; i < 60; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 70 + i % 7,
                                 90 + i % 11 });
  treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 0, 30 });
  model = gla_clinic_model_fit (fixture->catalogue, fixture->observations, NULL, NULL, NULL);
  gla_clinic_model_expect (table, "ONA", "GLAB", &before);
  gla_clinic_model_expect (model, "ONA", "GLAB", &after);
  gla_clinic_model_expect (model, "DAXI", "GLAB", &elsewhere);
  g_assert_cmpfloat_with_epsilon (exp (before.centre), 120.0, 1e-9);
  g_assert_cmpfloat (exp (after.centre), <, 95.0);
  g_assert_cmpfloat (after.variance, <, before.variance);
  g_assert_cmpuint (after.n_patients, ==, 60);
  /* The table holds for what the clinic has no data of, with the spread of the area. */
  g_assert_cmpfloat_with_epsilon (exp (elsewhere.centre), 180.0, 1e-9);
  g_assert_cmpfloat (elsewhere.sigma, ==, after.sigma);
  gla_clinic_model_expect (model, "ONA", "FRON", &elsewhere);
  g_assert_cmpfloat (elsewhere.sigma, ==, 0.28);

  gla_clinic_model_get_spread (table, &tau, &sigma);
  g_assert_true (tau == 0.25 && sigma == 0.283);
  gla_clinic_model_get_spread (model, &tau, &sigma);
  g_assert_cmpfloat_with_epsilon (sigma, after.sigma, 1e-12);
  g_assert_cmpfloat_with_epsilon (gla_clinic_model_get_nonresponse_rate (table), 0.04, 1e-12);
  g_assert_cmpfloat_with_epsilon (gla_clinic_model_get_nonresponse_rate (model), 2.0 / 86.0, 1e-12);

  text = gla_clinic_model_to_text (model);
  copy = gla_clinic_model_from_text (fixture->catalogue, text);
  again = gla_clinic_model_to_text (copy);
  g_assert_cmpstr (text, ==, again);
  g_assert_false (gla_clinic_model_is_stale (copy, 60));
  g_assert_false (gla_clinic_model_is_stale (copy, 62));
  g_assert_true (gla_clinic_model_is_stale (copy, 63));
  g_assert_true (gla_clinic_model_is_stale (copy, 57));
  g_assert_true (gla_clinic_model_is_stale (table, 1));
  g_assert_false (gla_clinic_model_is_stale (table, 0));
}

static void
test_model_text (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const bad[] = {
    "", "no model", "(2, 0, 0, 0, [])", "(1, 0, 1, 2, [])", "(1, 0, 0, 0, [('GLAB', 0.25)])",
    "(1, 0, 0, 0, [('GLAB', 0.25, 0.9, 0.28, 1, [])])",
    "(1, 0, 0, 0, [('GLAB', 0.25, 0.25, 0.0, 1, [])])",
    "(1, 0, 0, 0, [('GLAB', 1e300, 0.25, 0.28, 1, [])])",
    "(1, 0, 0, 0, [('GLAB', 0.25, 0.25, 0.28, 1, [('ONA', 4.8, -1.0, 1)])])",
    "(1, 0, 0, 0, [('GLAB', 0.25, 0.25, 0.28, 1, [('ONA', 1e9, 0.1, 1)])])",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_null (gla_clinic_model_from_text (fixture->catalogue, bad[i]));
    }
}

static gboolean
stop_cb (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 70 + i % 11,
                                 75 + i });
  g_assert_null (gla_clinic_model_fit (fixture->catalogue, fixture->observations, stop_cb, NULL,
                                       &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (gla_group_medians_new (fixture->observations, GLA_GROUP_AREA, NULL, stop_cb, NULL,
                                        &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

/* A bad lot among good ones, too few of another, and young ones, which do not count. */
static void
test_lots (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autoptr (GPtrArray) findings = NULL;
  const GlaLotFinding *first;
  g_autofree char *words = NULL;

  for (int i = 0; i < 60; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, i % 2 ? "GOOD-1" : "GOOD-2", "s",
                                 400, 100 + i % 9, i % 10 == 0 ? 115 : 150 });
  for (int i = 0; i < 36; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, i % 2 ? "bad" : "BAD", "s", 300,
                                 i % 3 ? 20 : 100, i % 3 ? 60 + i % 5 : 150 });
  for (int i = 0; i < 12; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "YOUNG", "s", 179, 20, 60 });
  for (int i = 0; i < 6; i++)
    treat (fixture, &(Treated) { "GLAB", "abo-p", 50, GLA_SIDE_BOTH, "BAD", "s", 400, 20, 60 });
  treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, NULL, "s", 400, 20, 60 });

  findings = gla_lot_findings_new (fixture->observations, model, TODAY, NULL);
  g_assert_cmpuint (findings->len, ==, 5);
  first = findings->pdata[0];
  g_assert_cmpstr (first->product, ==, "ona");
  g_assert_cmpstr (first->lot, ==, "BAD");
  g_assert_cmpint (first->counts.flag, ==, GLA_LOT_RED);
  g_assert_cmpuint (first->counts.n_failed, ==, 24);
  words = gla_lot_finding_describe (first);
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (words, "In 24 of 36 treatments with this batch"));
  g_assert_nonnull (strstr (words, "more than chance would explain"));
  g_assert_null (strstr (words, "defective"));
  g_assert_true (gla_lot_findings_are_suspect (findings, "ona", "BAD"));
  g_assert_true (gla_lot_findings_are_suspect (findings, "ona", "Bad"));
  g_assert_false (gla_lot_findings_are_suspect (findings, "abo-p", "BAD"));
  g_assert_false (gla_lot_findings_are_suspect (findings, "ona", "GOOD-1"));
  g_assert_false (gla_lot_findings_are_suspect (findings, NULL, "BAD"));
  for (guint i = 1; i < findings->len; i++)
    {
      const GlaLotFinding *finding = findings->pdata[i];
      g_autofree char *said = gla_lot_finding_describe (finding);

      g_assert_false (gla_lot_finding_is_suspect (finding));
      if (strcmp (finding->lot, "YOUNG") == 0)
        {
          g_assert_cmpuint (finding->n_young, ==, 12);
          g_assert_cmpuint (finding->counts.n_sessions, ==, 0);
          g_assert_cmpstr (said, ==, "Too few treatments to judge (0 of 10).");
        }
      else if (strcmp (finding->product, "abo-p") == 0)
        g_assert_cmpstr (said, ==, "Too few treatments to judge (6 of 10).");
      else
        g_assert_null (said);
    }
}

static void
test_medians (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) medians = NULL;
  const GlaGroupMedian *abo;
  const GlaGroupMedian *ona;
  g_autofree char *spoken = NULL;
  g_autofree char *too_few = NULL;

  for (int i = 0; i < 30; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 118 + i % 5,
                                 121 + i % 7 });
  for (int i = 0; i < 12; i++)
    treat (fixture, &(Treated) { "GLAB", "abo-p", 50, GLA_SIDE_BOTH, "L", "s", 400, 100,
                                 i < 6 ? 0 : 130 });
  treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "s", 400, 0, 30 });

  medians = gla_group_medians_new (fixture->observations, GLA_GROUP_PRODUCT, NULL, NULL, NULL,
                                   NULL);
  g_assert_cmpuint (medians->len, ==, 2);
  abo = medians->pdata[0];
  ona = medians->pdata[1];
  g_assert_cmpstr (abo->key, ==, "abo-p");
  g_assert_cmpfloat_with_epsilon (abo->share_censored, 0.5, 1e-12);
  too_few = gla_group_median_describe (abo);
  g_assert_cmpstr (too_few, ==, "Too few records yet (12 of 20).");
  g_assert_cmpuint (ona->median.n_records, ==, 30);
  spoken = gla_group_median_describe (ona);
  g_test_message ("%s", spoken);
  g_assert_nonnull (strstr (spoken, "Half of the treatments lasted longer than 12"));
  g_assert_nonnull (strstr (spoken, "Based on 30 treatments of 30 patients."));
  g_clear_pointer (&medians, g_ptr_array_unref);

  medians = gla_group_medians_new (fixture->observations, GLA_GROUP_AREA,
                                   &(GlaGroupFilter) { .product = "abo-p" }, NULL, NULL, NULL);
  g_assert_cmpuint (medians->len, ==, 1);
  g_assert_cmpuint (((GlaGroupMedian *) medians->pdata[0])->median.n_records, ==, 12);
}

/* Practitioner "short" has shorter effects with the same product in the same area. */
static void
treat_by_three (Fixture *fixture)
{
  static const char *const injectors[] = { "one", "short", "two" };

  for (int i = 0; i < 90; i++)
    {
      const char *injector = injectors[i % 3];
      int end = strcmp (injector, "short") == 0 ? 60 + i % 13 : 110 + i % 17;

      treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", injector, 400, end,
                                   end + 5 });
    }
}

static GlaGroupVerdict
compare (Fixture    *fixture,
         const char *key)
{
  GlaGroupVerdict verdict;
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_group_compare (fixture->observations, GLA_GROUP_PRACTITIONER, key, NULL, NULL,
                                    NULL, &verdict, &error));
  g_assert_no_error (error);
  return verdict;
}

static void
test_comparison (Fixture       *fixture,
                 gconstpointer  data)
{
  treat_by_three (fixture);
  for (int i = 0; i < 9; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "new", 400, 60, 65 });
  /* Alone with this product: nothing to compare with. */
  for (int i = 0; i < 20; i++)
    treat (fixture, &(Treated) { "GLAB", "daxi", 40, GLA_SIDE_BOTH, "L", "alone", 400, 60, 65 });

  g_assert_cmpint (compare (fixture, "short"), ==, GLA_GROUP_SHORTER);
  g_assert_cmpint (compare (fixture, "one"), ==, GLA_GROUP_LONGER);
  g_assert_cmpint (compare (fixture, "new"), ==, GLA_GROUP_TOO_FEW);
  g_assert_cmpint (compare (fixture, "alone"), ==, GLA_GROUP_TOO_FEW);
  g_assert_nonnull (strstr (gla_group_verdict_describe (GLA_GROUP_SHORTER),
                            "not assigned at random"));
  g_assert_null (strstr (gla_group_verdict_describe (GLA_GROUP_NO_DIFFERENCE), "equal"));
}

static void
test_no_difference (Fixture       *fixture,
                    gconstpointer  data)
{
  for (int i = 0; i < 60; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", i % 2 ? "one" : "two", 400,
                                 100 + (i / 2) % 13, 110 + (i / 2) % 13 });
  g_assert_cmpint (compare (fixture, "one"), ==, GLA_GROUP_NO_DIFFERENCE);
}

/* The same case mix for all: rates are those of the sessions; young ones do not count. */
static void
test_funnel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autoptr (GlaPractitionerFunnel) funnel = NULL;
  const GlaPractitionerRate *odd;

  g_assert_null (gla_practitioner_funnel_new (fixture->observations, model, TODAY));
  treat_by_three (fixture);
  for (int i = 0; i < 40; i++)
    treat (fixture, &(Treated) { "GLAB", "ona", 20, GLA_SIDE_BOTH, "L", "young", 100, 60, 65 });
  funnel = gla_practitioner_funnel_new (fixture->observations, model, TODAY);
  g_assert_cmpuint (funnel->rates->len, ==, 3);
  g_assert_true (funnel->funnel.may_show);
  odd = funnel->rates->pdata[1];
  g_assert_cmpstr (odd->practitioner, ==, "short");
  g_assert_cmpuint (odd->unit.n, ==, 30);
  g_assert_cmpuint (odd->unit.n_failed, ==, 30);
  g_assert_cmpfloat_with_epsilon (odd->unit.expected, 10.0, 1e-9);
  g_assert_true (odd->unit.differs);
  g_assert_nonnull (gla_practitioner_rate_describe (funnel, odd));
}

/* Where the products explain it, nobody stands out. */
static void
test_case_mix (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const injectors[] = { "one", "two", "three" };
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autoptr (GlaPractitionerFunnel) funnel = NULL;
  int n_hard[3] = { 0 };

  /* Half of the treatments with one product fail; the first has nearly all of them. */
  for (int i = 0; i < 300; i++)
    {
      const char *injector = injectors[i % 3];
      gboolean hard = i % 3 == 0 ? i / 3 % 10 < 9 : i / 3 % 10 < 2;
      gboolean fails = hard && n_hard[i % 3]++ % 2 == 0;

      treat (fixture, &(Treated) { "GLAB", hard ? "pra" : "ona", 20, GLA_SIDE_BOTH, "L", injector,
                                   400, fails ? 20 : 100, fails ? 70 : 140 });
    }
  funnel = gla_practitioner_funnel_new (fixture->observations, model, TODAY);
  g_assert_cmpuint (funnel->rates->len, ==, 3);
  for (guint i = 0; i < funnel->rates->len; i++)
    g_assert_null (gla_practitioner_rate_describe (funnel, funnel->rates->pdata[i]));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/clinical/clinic-findings/observation", test_observation },
    { "/clinical/clinic-findings/model", test_model },
    { "/clinical/clinic-findings/model-text", test_model_text },
    { "/clinical/clinic-findings/cancelled", test_cancelled },
    { "/clinical/clinic-findings/lots", test_lots },
    { "/clinical/clinic-findings/medians", test_medians },
    { "/clinical/clinic-findings/comparison", test_comparison },
    { "/clinical/clinic-findings/no-difference", test_no_difference },
    { "/clinical/clinic-findings/funnel", test_funnel },
    { "/clinical/clinic-findings/case-mix", test_case_mix },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Estimates and notices of shorter effects, from histories: the golden cases and words. */

#include "config.h"

#include "gla-clinic-model.h"
#include "gla-estimate.h"
#include "gla-lot-finding.h"
#include "gla-shortening.h"
#include "gla-test-csv.h"
#include "gla-test-history.h"

#include <math.h>
#include <string.h>

#define GOLDEN "golden/statistics/"

/* Days from one treatment of a golden case to the next, longer than any effect in them. */
#define STEP 400

/* What the golden forecasts and detections assume: ln 120, ln 115 and ln 180, certain. */
#define MODEL(beta, sigma)                                                                   \
  "(1, 0, 0, 0, [('GLAB', " beta ", 0.25, " sigma ", 1, [('DAXI', 5.192956850890211, 0, 1)," \
  " ('ONA', 4.787491742782046, 0, 1)]), ('FRON', " beta ", 0.25, " sigma ", 1,"              \
  " [('ONA', 4.74493212836325, 0, 1)])])"

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_catalogue_unref (fixture->catalogue);
}

static GlaCycles *
make_cycles (Fixture    *fixture,
             const char *script,
             int         today)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);

  return gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                         gla_test_history_day (today));
}

static GlaClinicModel *
load_model (Fixture    *fixture,
            const char *text)
{
  GlaClinicModel *model = gla_clinic_model_from_text (fixture->catalogue, text);

  g_assert_nonnull (model);
  return model;
}

/* A treatment of an area with the grades that give the interval (left, right]. */
static void
append_treatment (GString    *script,
                  int         day,
                  const char *area,
                  const char *product,
                  const char *units,
                  const char *lot,
                  int         left,
                  int         right)
{
  g_string_append_printf (script, "t %d T%d %s %s %s lot=%s\ng %d %s 3\n", day, day, area, product,
                          units, lot, day, area);
  if (left > 0)
    g_string_append_printf (script, "g %d %s 1\n", day + left, area);
  if (right != GLA_EFFECT_OPEN && right > 0)
    g_string_append_printf (script, "g %d %s 3\n", day + right, area);
}

static double
get_number (GlaTestCsv *csv,
            guint       row,
            const char *column)
{
  return g_ascii_strtod (gla_test_csv_get (csv, row, column), NULL);
}

/* The golden forecasts of statistics, section 3.2, through records and cycles. */
static void
test_golden_forecasts (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const columns[] = { "q10", "q25", "q50", "q75", "q90" };
  g_autoptr (GlaTestCsv) cases = gla_test_csv_load (GOLDEN "forecast_cases.csv");
  g_autoptr (GlaTestCsv) rows = gla_test_csv_load (GOLDEN "forecast_obs.csv");
  g_autoptr (GlaTestCsv) expected = gla_test_csv_load (GOLDEN "forecast_expected.csv");
  g_autoptr (GlaClinicModel) model = load_model (fixture, MODEL ("0.25", "0.28"));

  for (guint i = 0; i < gla_test_csv_get_n_rows (cases); i++)
    {
      const char *name = gla_test_csv_get (cases, i, "case");
      gboolean changed = get_number (cases, i, "M") > 5.0;
      g_autoptr (GString) script = g_string_new (NULL);
      g_autoptr (GlaCycles) cycles = NULL;
      g_autoptr (GPtrArray) estimates = NULL;
      const GlaEstimate *estimate;
      int n = 0;

      g_test_message ("%s", name);
      for (guint k = 0; k < gla_test_csv_get_n_rows (rows); k++)
        if (strcmp (gla_test_csv_get (rows, k, "case"), name) == 0)
          append_treatment (script, STEP * n++, "GLAB", "ona", "20", "L",
                            gla_test_csv_get_int (rows, k, "L", 0),
                            gla_test_csv_get_int (rows, k, "R", 0));
      append_treatment (script, STEP * n, "GLAB", changed ? "daxi" : "ona", changed ? "48" : "20",
                        "L", gla_test_csv_get_int (cases, i, "last_effect_day", 0), 0);
      cycles = make_cycles (fixture, script->str, STEP * n + 350);
      estimates = gla_estimates_new (cycles, model, NULL);
      g_assert_cmpuint (estimates->len, ==, 1);
      estimate = estimates->pdata[0];
      g_assert_true (gla_estimates_find (estimates, estimate->cycle) == estimate);
      g_assert_cmpuint (estimate->n_history, ==, n);
      for (int q = 0; q < GLA_ESTIMATE_N_QUANTILES; q++)
        {
          double exact = get_number (expected, i, columns[q]);

          g_assert_cmpfloat (estimate->quantiles[q], >=, exact - 0.25);
          g_assert_cmpfloat (estimate->quantiles[q], <=, exact + 1.25);
          g_assert_cmpint (estimate->days[q], ==, estimate->cycle->day + estimate->quantiles[q]);
        }
      g_assert_true (estimate->is_probably_gone && estimate->p_gone > 0.9);
    }
}

/* A lot under suspicion, which the golden detections leave out. */
static GPtrArray *
make_suspects (void)
{
  GPtrArray *lots = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_lot_finding_free);
  GlaLotFinding *lot = g_new0 (GlaLotFinding, 1);

  lot->product = g_strdup ("ona");
  lot->lot = g_strdup ("BAD");
  lot->counts.flag = GLA_LOT_AMBER;
  g_ptr_array_add (lots, lot);
  return lots;
}

static char *
write_detector_case (GlaTestCsv *rows,
                     const char *name)
{
  GString *script = g_string_new (NULL);
  int last = 0;

  for (guint k = 0; k < gla_test_csv_get_n_rows (rows); k++)
    {
      gboolean glabella = strcmp (gla_test_csv_get (rows, k, "area"), "GLABELLA") == 0;
      gboolean halved = get_number (rows, k, "M") < 4.6;
      int visit = gla_test_csv_get_int (rows, k, "visit", 0);

      if (strcmp (gla_test_csv_get (rows, k, "case"), name) != 0)
        continue;
      append_treatment (script, STEP * visit, glabella ? "GLAB" : "FRON", "ona",
                        halved ? "10" : "20",
                        gla_test_csv_get_int (rows, k, "use", 1) == 1 ? "GOOD" : "BAD",
                        gla_test_csv_get_int (rows, k, "L", 0),
                        gla_test_csv_get_int (rows, k, "R", 0));
      last = MAX (last, visit);
    }
  /* A running one, which is not a completed one. */
  append_treatment (script, STEP * (last + 1), "GLAB", "ona", "20", "GOOD", 30, 0);
  return g_string_free (script, FALSE);
}

/* The golden detections of statistics, section 4.1, through records and cycles. */
static void
test_golden_detections (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const tiers[] = { "OK", "AMBER", "RED" };
  g_autoptr (GlaTestCsv) rows = gla_test_csv_load (GOLDEN "detector_obs.csv");
  g_autoptr (GlaTestCsv) expected = gla_test_csv_load (GOLDEN "detector_expected.csv");
  g_autoptr (GlaClinicModel) model = load_model (fixture, MODEL ("0.3", "0.283"));
  g_autoptr (GPtrArray) suspects = make_suspects ();

  for (guint i = 0; i < gla_test_csv_get_n_rows (expected); i++)
    {
      const char *name = gla_test_csv_get (expected, i, "case");
      g_autofree char *script = write_detector_case (rows, name);
      g_autoptr (GlaCycles) cycles = make_cycles (fixture, script, 10000);
      g_autoptr (GlaShortening) found = gla_shortening_new (cycles, model, suspects, NULL);
      g_autofree char *words = gla_shortening_describe (found);

      g_test_message ("%s", name);
      g_assert_cmpuint (found->detection.n_visits, ==,
                        (guint) gla_test_csv_get_int (expected, i, "visits", 0));
      g_assert_cmpfloat_with_epsilon (found->detection.p20, get_number (expected, i, "p20"), 1e-6);
      g_assert_cmpfloat_with_epsilon (found->detection.ratio, get_number (expected, i, "ratio"),
                                      1e-6);
      g_assert_cmpuint (found->n_before + 1, ==,
                        (guint) gla_test_csv_get_int (expected, i, "change_at_visit", 0));
      g_assert_cmpint (found->change_day, ==,
                       gla_test_history_day (STEP * (int) (found->n_before + 1)));
      g_assert_cmpstr (tiers[found->tier], ==, gla_test_csv_get (expected, i, "tier"));
      g_assert_true ((words == NULL) == (found->tier == GLA_DETECTOR_OK));
      g_assert_true ((found->facts->len == 0) == (found->tier == GLA_DETECTOR_OK));
    }
}

/* D02 of the golden cases, with another dose, injector-less, and another lot since then. */
static char *
write_shorter (const char *units,
               const char *lot,
               int         step)
{
  GString *script = g_string_new (NULL);

  for (int k = 0; k < 5; k++)
    append_treatment (script, STEP * k, "GLAB", "ona", "20", "A", 105, 135);
  for (int k = 0; k < 4; k++)
    append_treatment (script, STEP * 5 + step * k, "GLAB", "ona", units, lot, k < 3 ? 42 : 0,
                      k < 3 ? 63 : 0);
  return g_string_free (script, FALSE);
}

static const GlaShorteningFact *
find_fact (const GlaShortening   *found,
           GlaShorteningFactKind  kind)
{
  for (guint i = 0; i < found->facts->len; i++)
    if (((GlaShorteningFact *) found->facts->pdata[i])->kind == kind)
      return found->facts->pdata[i];
  g_assert_not_reached ();
}

static void
test_what_changed (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autofree char *script = write_shorter ("20", "B", 100);
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, script, 10000);
  g_autoptr (GlaShortening) found = gla_shortening_new (cycles, model, NULL, NULL);
  const GlaShorteningFact *dose = find_fact (found, GLA_SHORTENING_DOSE);
  const GlaShorteningFact *lot = find_fact (found, GLA_SHORTENING_LOT);
  const GlaShorteningFact *interval = find_fact (found, GLA_SHORTENING_INTERVAL);
  g_autofree char *name = gla_shortening_fact_get_name (dose, fixture->catalogue);

  g_assert_cmpint (found->tier, !=, GLA_DETECTOR_OK);
  g_assert_cmpuint (found->n_before, ==, 5);
  g_assert_cmpuint (found->n_after, ==, 3);
  g_assert_cmpstr (name, ==, "Units, Glabella");
  g_assert_false (dose->differs);
  g_assert_cmpuint (dose->before->len, ==, 1);
  g_assert_true (lot->differs);
  g_assert_cmpstr (lot->before->pdata[0], ==, "A");
  g_assert_cmpstr (lot->after->pdata[0], ==, "B");
  g_assert_true (interval->differs);
  g_assert_cmpstr (interval->before->pdata[0], ==, "400 days");
  g_assert_cmpstr (interval->after->pdata[0], ==, "100 days");
  g_assert_false (find_fact (found, GLA_SHORTENING_INJECTOR)->differs);
}

/* While a notice is shown only treatments since the change count for the forecast. */
static void
test_forecast_after_change (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autofree char *script = write_shorter ("20", "A", 100);
  g_autoptr (GlaCycles) cycles = make_cycles (fixture, script, STEP * 5 + 310);
  g_autoptr (GlaShortening) shown = gla_shortening_new (cycles, model, NULL, NULL);
  GlaShorteningState state = { GLA_DETECTOR_OK, TRUE, shown->detection.p20 };
  g_autoptr (GlaShortening) hidden = gla_shortening_new (cycles, model, NULL, &state);
  g_autoptr (GPtrArray) since = gla_estimates_new (cycles, model, shown);
  g_autoptr (GPtrArray) all = gla_estimates_new (cycles, model, hidden);
  const GlaEstimate *first = since->pdata[0];
  const GlaEstimate *second = all->pdata[0];
  g_autofree char *basis = gla_estimate_describe_basis (first);

  g_assert_cmpuint (first->n_history, ==, 3);
  g_assert_cmpuint (second->n_history, ==, 8);
  g_assert_cmpint (first->quantiles[GLA_ESTIMATE_50], <, second->quantiles[GLA_ESTIMATE_50]);
  g_assert_true (hidden->is_dismissed && !shown->is_dismissed);
  g_assert_nonnull (strstr (basis, "since"));
  /* The band begins before any label allows a treatment, and that is said. */
  g_assert_cmpint (first->days[GLA_ESTIMATE_10], <, first->earliest_treatment);
  g_assert_cmpint (first->earliest_treatment, >=, first->cycle->day + 84);
  g_free (basis);
  basis = gla_estimate_describe (first);
  g_assert_nonnull (strstr (basis, "not a date to treat again"));
}

/* A tier stays until it is dismissed, and a dismissed one comes back 0.2 higher. */
static void
test_decide (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    GlaDetectorTier tier;
    double p20;
    GlaShorteningState state;
    GlaDetectorTier expected;
  } rows[] = {
    { GLA_DETECTOR_OK, 0.3, { GLA_DETECTOR_OK, FALSE, 0.0 }, GLA_DETECTOR_OK },
    { GLA_DETECTOR_AMBER, 0.6, { GLA_DETECTOR_OK, FALSE, 0.0 }, GLA_DETECTOR_AMBER },
    { GLA_DETECTOR_OK, 0.3, { GLA_DETECTOR_AMBER, FALSE, 0.0 }, GLA_DETECTOR_AMBER },
    { GLA_DETECTOR_AMBER, 0.8, { GLA_DETECTOR_RED, FALSE, 0.0 }, GLA_DETECTOR_RED },
    { GLA_DETECTOR_RED, 0.95, { GLA_DETECTOR_AMBER, FALSE, 0.0 }, GLA_DETECTOR_RED },
    { GLA_DETECTOR_AMBER, 0.6, { GLA_DETECTOR_AMBER, TRUE, 0.55 }, GLA_DETECTOR_OK },
    { GLA_DETECTOR_AMBER, 0.74, { GLA_DETECTOR_AMBER, TRUE, 0.55 }, GLA_DETECTOR_OK },
    { GLA_DETECTOR_AMBER, 0.76, { GLA_DETECTOR_AMBER, TRUE, 0.55 }, GLA_DETECTOR_AMBER },
    { GLA_DETECTOR_RED, 0.95, { GLA_DETECTOR_RED, TRUE, 0.92 }, GLA_DETECTOR_OK },
    { GLA_DETECTOR_OK, 0.1, { GLA_DETECTOR_RED, TRUE, 0.92 }, GLA_DETECTOR_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaDetection detection = { .tier = rows[i].tier, .p20 = rows[i].p20 };

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (gla_shortening_decide (&detection, &rows[i].state), ==, rows[i].expected);
    }
}

/* What is said, and words that are never said. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const never[] = { "resist", "antibod", "allerg", "re-treat" };
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  static const struct
  {
    const char *script;
    int today;
    const char *has;
  } rows[] = {
    { "t 0 A GLAB ona 20", 20, "will probably wear off between" },
    { "t 0 A GLAB ona 20", 20, "usual range for this product and area" },
    { "t 0 A GLAB - 20", 20, "The product is not known" },
    { "t 0 A GLAB ona 20", 380, "Not confirmed since the treatment on 1 Jan 2024." },
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 60 GLAB 1", 380, "Not confirmed since 1 Mar 2024." },
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 60 GLAB 1", 380, "worn off by now (9 in 10)" },
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 90 GLAB 1; t 200 B GLAB ona 20", 220,
      "own history: 1 earlier treatment of" },
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 3; t 200 B GLAB ona 20", 220,
      "has no own history yet" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GlaCycles) cycles = make_cycles (fixture, rows[i].script, rows[i].today);
      g_autoptr (GPtrArray) estimates = gla_estimates_new (cycles, model, NULL);
      g_autofree char *words = NULL;

      g_assert_cmpuint (estimates->len, ==, 1);
      words = gla_estimate_describe (estimates->pdata[0]);
      g_test_message ("%s", words);
      g_assert_nonnull (strstr (words, rows[i].has));
      for (gsize k = 0; k < G_N_ELEMENTS (never); k++)
        g_assert_null (strstr (words, never[k]));
    }
}

static void
test_notice_words (Fixture       *fixture,
                   gconstpointer  data)
{
  GlaShortening notice = { .tier = GLA_DETECTOR_AMBER, .change_day = gla_day_new (2025, 3, 4),
                           .n_before = 5, .n_after = 2,
                           .detection = { .ratio = 0.47, .ratio_low = 0.37, .ratio_high = 0.61 } };
  g_autofree char *amber = gla_shortening_describe (&notice);
  g_autofree char *red = NULL;

  g_assert_nonnull (strstr (amber, "last 2 treatments"));
  g_assert_nonnull (strstr (amber, "estimate 47 % of the earlier duration, range 37–61 %"));
  g_assert_nonnull (strstr (amber, "about 3 of 4 such notices turn out harmless"));
  notice.tier = GLA_DETECTOR_RED;
  red = gla_shortening_describe (&notice);
  g_assert_nonnull (strstr (red, "shorter since Mar 2025"));
  g_assert_nonnull (strstr (red, "About 4 of 10 such notices still turn out harmless."));
  g_assert_nonnull (gla_shortening_get_title (&notice));
}

/* The running treatment must not be put into its own history, nor what says nothing. */
static void
test_no_information (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlaClinicModel) model = gla_clinic_model_new (fixture->catalogue);
  g_autoptr (GlaCycles) plain = make_cycles (
    fixture, "t 0 A GLAB ona 20; g 0 GLAB 3; g 90 GLAB 1; t 400 C GLAB ona 20", 410);
  g_autoptr (GlaCycles) more = make_cycles (
    fixture, "t 0 A GLAB ona 20; g 0 GLAB 3; g 90 GLAB 1; t 200 B GLAB ona 20; t 400 C GLAB ona 20",
    410);
  g_autoptr (GPtrArray) first = gla_estimates_new (plain, model, NULL);
  g_autoptr (GPtrArray) second = gla_estimates_new (more, model, NULL);
  const GlaEstimate *a = first->pdata[0];
  const GlaEstimate *b = second->pdata[0];

  g_assert_cmpuint (b->n_history, ==, 1);
  for (int q = 0; q < GLA_ESTIMATE_N_QUANTILES; q++)
    g_assert_cmpint (a->quantiles[q], ==, b->quantiles[q]);
  g_assert_cmpfloat (a->p_nonresponse, <, 0.04);
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
    { "/clinical/estimate/golden-forecasts", test_golden_forecasts },
    { "/clinical/estimate/golden-detections", test_golden_detections },
    { "/clinical/estimate/what-changed", test_what_changed },
    { "/clinical/estimate/forecast-after-change", test_forecast_after_change },
    { "/clinical/estimate/decide", test_decide },
    { "/clinical/estimate/words", test_words },
    { "/clinical/estimate/notice-words", test_notice_words },
    { "/clinical/estimate/no-information", test_no_information },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

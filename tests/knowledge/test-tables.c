/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"

#include <math.h>

static GlaCatalogue *catalogue;

/* The model's table (statistics, section 3.1); days, spread in hundredths, units, mark. */
static const struct
{
  const char   *family;
  const char   *area;
  int           days;
  int           sd;
  int           units;
  GlaMarkFlags  marks;
} forecasts[] = {
  { "ONA", "GLAB", 120, 15, 20, GLA_MARK_NONE },
  { "ONA", "FRON", 120, 20, 20, GLA_MARK_ESTIMATE },
  { "ONA", "LCL", 125, 15, 24, GLA_MARK_NONE },
  { "ABO", "GLAB", 130, 20, 50, GLA_MARK_ESTIMATE },
  { "ABO", "FRON", 125, 25, 50, GLA_MARK_DEFAULT },
  { "ABO", "LCL", 125, 25, 60, GLA_MARK_DEFAULT },
  { "INCO", "GLAB", 120, 15, 20, GLA_MARK_ESTIMATE },
  { "INCO", "FRON", 115, 20, 20, GLA_MARK_DEFAULT },
  { "INCO", "LCL", 118, 20, 24, GLA_MARK_DEFAULT },
  { "PRA", "GLAB", 120, 30, 20, GLA_MARK_DEFAULT },
  { "PRA", "FRON", 115, 30, 20, GLA_MARK_DEFAULT },
  { "PRA", "LCL", 118, 30, 24, GLA_MARK_DEFAULT },
  { "LETI", "GLAB", 120, 30, 20, GLA_MARK_DEFAULT },
  { "LETI", "FRON", 115, 30, 20, GLA_MARK_DEFAULT },
  { "LETI", "LCL", 118, 30, 24, GLA_MARK_DEFAULT },
  { "DAXI", "GLAB", 180, 15, 40, GLA_MARK_ESTIMATE },
  { "DAXI", "FRON", 165, 30, 32, GLA_MARK_DEFAULT },
  { "DAXI", "LCL", 165, 30, 48, GLA_MARK_DEFAULT },
  { "RELA", "GLAB", 175, 25, 50, GLA_MARK_ESTIMATE },
  { "RELA", "FRON", 160, 30, 50, GLA_MARK_DEFAULT },
  { "RELA", "LCL", 160, 30, 60, GLA_MARK_DEFAULT },
};

static void
test_forecasts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forecasts); i++)
    {
      const GlaForecastPrior *prior
          = gla_catalogue_find_forecast_prior (catalogue, forecasts[i].family, forecasts[i].area);

      g_test_message ("%s %s", forecasts[i].family, forecasts[i].area);
      g_assert_cmpfloat (prior->median_days, ==, forecasts[i].days);
      g_assert_cmpfloat (prior->log_sd, ==, forecasts[i].sd / 100.0);
      g_assert_cmpint (prior->reference_units, ==, GLA_UNITS (forecasts[i].units));
      g_assert_cmpint (prior->mark.marks, ==, forecasts[i].marks);
      g_assert_false (prior->derived);
      g_assert_false (prior->per_side);
      g_assert_cmpstr (prior->date, ==, "2026-11");
    }
}

/* Where the table is silent, D4 stands in with the spread of an unknown product. */
static void
test_derived_forecasts (void)
{
  const GlaForecastPrior *prior;

  prior = gla_catalogue_find_forecast_prior (catalogue, "ONA", "MASS");
  g_assert_cmpfloat (prior->median_days, ==, 161.0);
  g_assert_cmpfloat (prior->log_sd, ==, 0.30);
  g_assert_cmpint (prior->reference_units, ==, GLA_UNITS (48));
  g_assert_true (prior->derived);
  g_assert_cmpint (prior->mark.marks, ==, GLA_MARK_ESTIMATE | GLA_MARK_DEFAULT);
  g_assert_cmpstr (prior->mark.sources[0], ==, "P23");

  prior = gla_catalogue_find_forecast_prior (catalogue, "ONA", "AXIL");
  g_assert_cmpfloat_with_epsilon (prior->median_days, 172.2, 1e-9);
  g_assert_true (prior->per_side);
  prior = gla_catalogue_find_forecast_prior (catalogue, "DAXI", "MENT");
  g_assert_cmpfloat (prior->median_days, ==, 98.0);
  g_assert_true (prior->reference_units == GLA_UNITS_UNKNOWN);
  prior = gla_catalogue_find_forecast_prior (catalogue, "LANZ", "GLAB");
  g_assert_cmpfloat_with_epsilon (prior->median_days, 119.7, 1e-9);
}

static void
test_unknown_forecasts (void)
{
  static const struct
  {
    const char *family;
    const char *area;
  } unknown[] = {
    { NULL, "GLAB" },
    { "ONA", NULL },
    { NULL, NULL },
    { "OTHER", "GLAB" },
    { "RIMA-B", "GLAB" },
    { "ONA", "KNEE" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      const GlaForecastPrior *prior
          = gla_catalogue_find_forecast_prior (catalogue, unknown[i].family, unknown[i].area);

      g_assert_cmpfloat (prior->median_days, ==, 120.0);
      g_assert_cmpfloat (prior->log_sd, ==, 0.30);
      g_assert_true (prior->reference_units == GLA_UNITS_UNKNOWN);
      g_assert_cmpint (prior->mark.marks, ==, GLA_MARK_DEFAULT);
    }
}

/* Each row must agree with itself: the lognormal figures follow from median and ratio (D3). */
static void
test_priors_agree (void)
{
  const GPtrArray *priors = gla_catalogue_get_priors (catalogue);
  static const int weeks[] = { 12, 16, 20, 24 };

  for (guint i = 0; i < priors->len; i++)
    {
      const GlaPrior *prior = g_ptr_array_index (priors, i);
      double mu = log (prior->median_weeks);
      double sigma = log (prior->ratio) / 2.5631;

      g_test_message ("%s", prior->key);
      g_assert_cmpfloat_with_epsilon (prior->mu, mu, 0.0015);
      g_assert_cmpfloat_with_epsilon (prior->sigma, sigma, 0.0015);
      g_assert_cmpfloat_with_epsilon (prior->weibull_k, 3.0844 / log (prior->ratio), 0.01);
      g_assert_cmpfloat_with_epsilon (prior->p10, exp (mu - 1.2816 * sigma), 0.11);
      g_assert_cmpfloat_with_epsilon (prior->p90, exp (mu + 1.2816 * sigma), 0.11);
      for (gsize w = 0; w < G_N_ELEMENTS (weeks); w++)
        g_assert_cmpfloat_with_epsilon (prior->share[w],
                                        50.0 * erfc ((log (weeks[w]) - mu) / sigma / sqrt (2.0)),
                                        1.01);
      g_assert_cmpuint (g_strv_length (prior->families), >=, 1);
      g_assert_nonnull (prior->mark.text);
      g_assert_cmpint (prior->mark.marks, ==,
                       prior->grade == 'D' ? GLA_MARK_DEFAULT : GLA_MARK_ESTIMATE);
    }
}

static void
test_priors_found (void)
{
  g_autoptr (GPtrArray) glab = gla_catalogue_dup_priors_for (catalogue, "ona", "GLAB");
  g_autoptr (GPtrArray) liquid = gla_catalogue_dup_priors_for (catalogue, "abo-l", "GLAB");
  g_autoptr (GPtrArray) powder = gla_catalogue_dup_priors_for (catalogue, "abo-p", "GLAB");
  g_autoptr (GPtrArray) type_b = gla_catalogue_dup_priors_for (catalogue, "rima", "GLAB");
  const GlaPrior *first = g_ptr_array_index (glab, 0);

  g_assert_cmpuint (glab->len, ==, 2);
  g_assert_cmpint (first->grade, ==, 'A');
  g_assert_cmpfloat (first->median_weeks, ==, 17.1);
  g_assert_cmpint (first->units, ==, GLA_UNITS (20));
  g_assert_cmpstr (first->event, ==, "loss of effect at maximum frown");
  g_assert_cmpuint (liquid->len, ==, 2);
  g_assert_cmpuint (powder->len, ==, 1);
  g_assert_cmpuint (type_b->len, ==, 0);
}

static void
test_scales (void)
{
  static const char * const words[] = { "none", "mild", "moderate", "severe" };
  const GlaScale *fws = gla_catalogue_find_scale (catalogue, "fws");
  const GlaScale *merz = gla_catalogue_find_scale (catalogue, "merz");
  const GlaScale *pga = gla_catalogue_find_scale (catalogue, "pga");
  const GlaScale *face_q = gla_catalogue_find_scale (catalogue, "face-q");
  int low;
  int high;

  g_assert_cmpint (fws->direction, ==, GLA_SCALE_LOWER_IS_BETTER);
  g_assert_cmpint (fws->raters, ==, GLA_RATERS_PRACTITIONER | GLA_RATERS_PATIENT);
  for (int i = 0; i < 4; i++)
    g_assert_cmpstr (gla_marked_get_text (&gla_scale_find_grade (fws, i)->mark), ==, words[i]);
  g_assert_null (gla_scale_find_grade (fws, 4));
  g_assert_true (gla_scale_get_range (merz, &low, &high));
  g_assert_cmpint (high, ==, 4);
  /* The sources name the ends only. */
  g_assert_null (gla_marked_get_text (&gla_scale_find_grade (merz, 2)->mark));
  g_assert_true (gla_scale_get_range (pga, &low, &high));
  g_assert_cmpint (low, ==, -4);
  g_assert_cmpint (pga->direction, ==, GLA_SCALE_HIGHER_IS_BETTER);
  g_assert_false (gla_scale_get_range (face_q, &low, &high));
  g_assert_true (face_q->licensed);
  g_assert_cmpint (face_q->mark.marks, ==, GLA_MARK_GKU);
  g_assert_cmpint (gla_catalogue_find_scale (catalogue, "satisfaction")->mark.marks, ==,
                   GLA_MARK_DEFAULT);
  g_assert_null (gla_catalogue_find_scale (catalogue, "FWS"));
}

/* Evidence, section 3.3. */
static const struct
{
  const char   *name;
  double        low;
  double        high;
  const char   *unit;
  GlaMarkFlags  marks;
  const char   *source;
} constants[] = {
  { "onset_first_question", 4, 4, "days", GLA_MARK_NONE, "BE11" },
  { "onset_expected_latest", 7, 7, "days", GLA_MARK_NONE, "VIS-PL" },
  { "assess_min", 14, 14, "days", GLA_MARK_NONE, NULL },
  { "assess_ideal", 28, 30, "days", GLA_MARK_NONE, "C03" },
  { "assess_max_peak", 42, 42, "days", GLA_MARK_NONE, "VIS-PL" },
  { "assess_late", 84, 84, "days", GLA_MARK_DEFAULT, "G12" },
  { "booster_window", 21, 21, "days", GLA_MARK_NONE, "K25" },
  { "touchup_window", 14, 28, "days", GLA_MARK_NONE, "K25" },
  { "interval_min_us_ona", 90, 90, "days", GLA_MARK_NONE, "BC-HCP" },
  { "interval_min_eu", 3, 3, "calendar months", GLA_MARK_NONE, "VIS" },
  { "response_grade_min", 1, 1, "grade", GLA_MARK_NONE, "OG22" },
  { "strict_grade_min", 2, 2, "grade", GLA_MARK_NONE, "HA13" },
  { "dur_reference_ona_gl", 120, 120, "days", GLA_MARK_NONE, "G12" },
  { "dur_reference_ona_gl_rest", 131, 131, "days", GLA_MARK_NONE, "G12" },
  { "dur_reference_daxi_gl", 24, 24, "weeks", GLA_MARK_NONE, "SAK" },
  { "dur_reference_daxi_gl_baseline", 28, 28, "weeks", GLA_MARK_NONE, "SO21" },
  { "short_duration_ratio", 0.67, 0.67, "ratio", GLA_MARK_DEFAULT, NULL },
  { "short_duration_abs", 60, 60, "days", GLA_MARK_DEFAULT, NULL },
  { "dose_comparable", 0.1, 0.1, "ratio", GLA_MARK_DEFAULT, NULL },
  { "own_history_min_cycles", 2, 2, "cycles", GLA_MARK_DEFAULT, NULL },
  { "own_history_min_cycles_trend", 3, 3, "cycles", GLA_MARK_DEFAULT, NULL },
  { "recon_label_ona", 24, 24, "hours", GLA_MARK_NONE, "BC-DIL" },
  { "recon_house", 24, 24, "hours", GLA_MARK_DEFAULT, "BC-DIL" },
  { "recon_consensus", 28, 28, "days", GLA_MARK_NONE, "ASDS15" },
  { "recon_study_max", 42, 42, "days", GLA_MARK_NONE, "HX03" },
  { "excursion_ona", -70, 30, "°C", GLA_MARK_NONE, "SPS" },
  { "excursion_ona_hours", 120, 120, "hours", GLA_MARK_NONE, "SPS" },
  { "lot_alpha", 0.05, 0.05, "", GLA_MARK_DEFAULT, NULL },
  { "lot_min_n", 2, 2, "patients", GLA_MARK_DEFAULT, NULL },
  { "lot_background", 0.16, 0.16, "", GLA_MARK_DEFAULT, "G12" },
  { "unitmix_abo_low", 25, 25, "U", GLA_MARK_DEFAULT, NULL },
  { "unitmix_ona_high", 50, 50, "U", GLA_MARK_DEFAULT, NULL },
  { "alert_pack_ona", 150, 150, "U", GLA_MARK_NONE, "CDC24" },
  { "adult_age", 18, 18, "years", GLA_MARK_NONE, "L5" },
  { "elsewhere_window", 84, 84, "days", GLA_MARK_NONE, "P91" },
  { "elsewhere_window_b", 112, 112, "days", GLA_MARK_NONE, "P91" },
  { "amount_window", 90, 90, "days", GLA_MARK_DEFAULT, NULL },
  { "adequate_failures_before_test", 2, 2, "cycles", GLA_MARK_DEFAULT, NULL },
  { "frontalis_units_ona", 20, 20, "U", GLA_MARK_NONE, "BNN16" },
  { "frontalis_units_abo", 60, 60, "U", GLA_MARK_NONE, "BNN16" },
  { "frontalis_read", 14, 28, "days", GLA_MARK_NONE, "BNN16" },
  { "frontalis_washout", 84, 84, "days", GLA_MARK_DEFAULT, NULL },
  { "edb_units", 25, 25, "U", GLA_MARK_NONE, "BA08" },
  { "edb_read", 21, 28, "days", GLA_MARK_NONE, "BA08" },
  { "edb_cut", 65, 65, "% of baseline", GLA_MARK_NONE, "BA08" },
  { "holiday_contact", 12, 12, "months", GLA_MARK_DEFAULT, "AP22" },
  { "holiday_min_retest", 24, 24, "months", GLA_MARK_DEFAULT, "AP22" },
  { "holiday_titre_fall", 500, 1750, "days", GLA_MARK_NONE, "DB02" },
  { "symptom_window", 45, 45, "days", GLA_MARK_DEFAULT, NULL },
  { "baseline_window", 730, 730, "days", GLA_MARK_DEFAULT, NULL },
  { "due_horizon", 400, 400, "days", GLA_MARK_DEFAULT, NULL },
  { "insight_min_judged", 5, 5, "treated areas", GLA_MARK_DEFAULT, NULL },
  { "holiday_titre_low", 1250, 2250, "days", GLA_MARK_NONE, "DB02" },
};

static void
test_constants (void)
{
  g_autofree char *range = NULL;
  g_autofree char *single = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (constants); i++)
    {
      const GlaConstant *constant = gla_catalogue_find_constant (catalogue, constants[i].name);

      g_test_message ("%s", constants[i].name);
      g_assert_cmpfloat (constant->low, ==, constants[i].low);
      g_assert_cmpfloat (constant->high, ==, constants[i].high);
      g_assert_cmpstr (constant->unit, ==, constants[i].unit);
      g_assert_cmpint (constant->mark.marks, ==, constants[i].marks);
      g_assert_true (constant->editable);
      if (constants[i].source != NULL)
        g_assert_true (g_strv_contains ((const char * const *) constant->mark.sources,
                                        constants[i].source));
      else
        g_assert_cmpuint (g_strv_length (constant->mark.sources), ==, 0);
    }
  g_assert_cmpfloat (gla_catalogue_find_constant (catalogue, "assess_min")->low, ==, 14.0);
  range = gla_constant_dup_text (gla_catalogue_find_constant (catalogue, "assess_ideal"));
  g_assert_cmpstr (range, ==, "28..30");
  single = gla_constant_dup_text (gla_catalogue_find_constant (catalogue, "short_duration_ratio"));
  g_assert_cmpstr (single, ==, "0.67");
  g_assert_null (gla_catalogue_find_constant (catalogue, "assess"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/knowledge/tables/forecasts", test_forecasts);
  g_test_add_func ("/knowledge/tables/derived-forecasts", test_derived_forecasts);
  g_test_add_func ("/knowledge/tables/unknown-forecasts", test_unknown_forecasts);
  g_test_add_func ("/knowledge/tables/priors-agree", test_priors_agree);
  g_test_add_func ("/knowledge/tables/priors-found", test_priors_found);
  g_test_add_func ("/knowledge/tables/scales", test_scales);
  g_test_add_func ("/knowledge/tables/constants", test_constants);

  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-detector.h"
#include "gla-golden.h"
#include "gla-random.h"

#include <math.h>

static const char *const tiers[] = { "OK", "AMBER", "RED" };

static gint64
get_area (const char *name)
{
  return (gint64) g_str_hash (name);
}

static gsize
collect (GlaGolden         *golden,
         const char        *name,
         GlaDetectorRecord *records)
{
  gsize n = 0;

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      if (!gla_golden_is (golden, i, "case", name))
        continue;
      records[n].visit = (guint) gla_golden_get_number (golden, i, "visit");
      records[n].area = get_area (gla_golden_get_text (golden, i, "area"));
      records[n].interval = gla_golden_get_interval (golden, i);
      records[n].centre = gla_golden_get_number (golden, i, "M");
      records[n].is_used = gla_golden_is (golden, i, "use", "1");
      n++;
    }

  return n;
}

static GlaDetection
evaluate (const GlaDetectorRecord *records,
          gsize                    n)
{
  g_autoptr (GError) error = NULL;
  GlaDetection detection;

  g_assert_true (gla_detector_evaluate (records, n, 0.25, 0.283, &detection, &error));
  g_assert_no_error (error);
  g_assert_true (isfinite (detection.ratio));
  g_assert_cmpfloat (detection.p20, <=, detection.p_change);
  g_assert_cmpfloat (detection.p_change, <=, 1.0);
  g_assert_cmpfloat (detection.ratio_low, <=, detection.ratio_high);

  return detection;
}

static void
test_golden (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("detector_expected.csv");
  g_autoptr (GlaGolden) rows = gla_golden_load ("detector_obs.csv");

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      GlaDetectorRecord records[60];
      gsize n = collect (rows, gla_golden_get_text (golden, i, "case"), records);
      GlaDetection detection = evaluate (records, n);

      g_assert_cmpuint (detection.n_visits, ==,
                        (guint) gla_golden_get_number (golden, i, "visits"));
      gla_assert_near (detection.p_change, gla_golden_get_number (golden, i, "p_change"), 1e-9);
      gla_assert_near (detection.p20, gla_golden_get_number (golden, i, "p20"), 1e-9);
      gla_assert_near (detection.ratio, gla_golden_get_number (golden, i, "ratio"), 1e-9);
      gla_assert_near (detection.ratio_low, gla_golden_get_number (golden, i, "ratio10"), 1e-9);
      gla_assert_near (detection.ratio_high, gla_golden_get_number (golden, i, "ratio90"), 1e-9);
      g_assert_cmpuint (detection.change_at_visit, ==,
                        (guint) gla_golden_get_number (golden, i, "change_at_visit"));
      g_assert_cmpstr (tiers[detection.tier], ==, gla_golden_get_text (golden, i, "tier"));
    }
}

/* Neither the order of the records, nor a common factor of all days, nor a record
 * without information in a known area makes a difference. */
static void
test_invariance (void)
{
  g_autoptr (GlaGolden) rows = gla_golden_load ("detector_obs.csv");
  GlaDetectorRecord records[60];
  GlaDetectorRecord changed[61];
  gsize n = collect (rows, "D03", records);
  GlaDetection expected = evaluate (records, n);
  GlaDetection found;

  for (gsize i = 0; i < n; i++)
    changed[n - 1 - i] = records[i];
  changed[n] = records[0];
  changed[n].interval.left = 0;
  changed[n].interval.right = HUGE_VAL;
  found = evaluate (changed, n + 1);
  gla_assert_near (found.p20, expected.p20, 1e-12);

  /* The outlier part is the only one with a scale of its own: it halves here. */
  for (gsize i = 0; i < n; i++)
    {
      changed[i] = records[i];
      changed[i].centre += log (0.5);
      changed[i].interval.left *= 0.5;
      changed[i].interval.right *= 0.5;
    }
  found = evaluate (changed, n);
  gla_assert_near (found.ratio, expected.ratio, 0.01);
  gla_assert_near (found.p20, expected.p20, 0.01);
  g_assert_cmpuint (found.change_at_visit, ==, expected.change_at_visit);
}

/* Few visits say nothing; a patient without change stays quiet; later halving shows. */
static void
test_course (void)
{
  GlaDetectorRecord records[12];
  GlaDetection detection;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      records[i].visit = i + 1;
      records[i].area = 1;
      records[i].centre = log (120.0);
      records[i].is_used = TRUE;
      records[i].interval.left = i < 6 ? 100 : 45;
      records[i].interval.right = i < 6 ? 130 : 65;
    }

  detection = evaluate (NULL, 0);
  g_assert_cmpuint (detection.n_visits, ==, 0);
  g_assert_cmpuint (detection.change_at_visit, ==, 0);
  detection = evaluate (records, 1);
  g_assert_cmpfloat (detection.p_change, ==, 0.0);
  g_assert_cmpfloat (detection.ratio, ==, 1.0);

  /* Two visits, the second without effect: probable, but nothing is said yet. */
  records[1].interval = (GlaDuration){ 0, 14 };
  detection = evaluate (records, 2);
  g_assert_cmpint (detection.tier, ==, GLA_DETECTOR_OK);
  records[1].interval = records[0].interval;

  detection = evaluate (records, 6);
  g_assert_cmpint (detection.tier, ==, GLA_DETECTOR_OK);
  g_assert_cmpfloat (detection.p20, <, 0.02);
  detection = evaluate (records, G_N_ELEMENTS (records));
  g_assert_cmpint (detection.tier, ==, GLA_DETECTOR_RED);
  g_assert_cmpuint (detection.change_at_visit, ==, 7);

  /* All of them left out: the prior. */
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    records[i].is_used = FALSE;
  detection = evaluate (records, G_N_ELEMENTS (records));
  gla_assert_near (detection.p_change, 0.005 * 11, 1e-12);
}

/* Many visits of many areas: nothing underflows, and only the last visits count. */
static void
test_many (void)
{
  const guint n_visits = 200;
  const guint n_areas = 5;
  gsize n = (gsize) n_visits * n_areas;
  g_autofree GlaDetectorRecord *records = g_new (GlaDetectorRecord, n);
  GlaDetection detection;
  GlaRandom random;

  gla_random_init (&random, 31, 1, 0);
  for (gsize i = 0; i < n; i++)
    {
      guint visit = (guint) (i / n_areas) + 1;
      double t = exp (log (visit < 180 ? 120.0 : 70.0) + 0.28 * gla_random_normal (&random));

      records[i].visit = visit;
      records[i].area = (gint64) (i % n_areas);
      records[i].centre = log (120.0);
      records[i].is_used = TRUE;
      records[i].interval.left = floor (t);
      records[i].interval.right = floor (t) + 1;
    }
  detection = evaluate (records, n);
  g_assert_cmpuint (detection.n_visits, ==, n_visits);
  g_assert_cmpint (detection.tier, ==, GLA_DETECTOR_RED);
  g_assert_cmpuint (detection.change_at_visit, >=, 178);
  g_assert_cmpuint (detection.change_at_visit, <=, 182);

  /* Days that no lattice point can explain. */
  for (gsize i = 0; i < n; i++)
    records[i].interval = (GlaDuration){ 100000, 100001 };
  evaluate (records, n);
}

static void
test_refused (void)
{
  static const struct
  {
    GlaDetectorRecord record;
    double tau;
    double sigma;
  } rows[] = {
    { { 0, 1, { 84, 112 }, 4.8, TRUE }, 0.25, 0.28 },
    { { 1, 1, { 112, 84 }, 4.8, TRUE }, 0.25, 0.28 },
    { { 1, 1, { NAN, 84 }, 4.8, TRUE }, 0.25, 0.28 },
    { { 1, 1, { 84, 112 }, NAN, TRUE }, 0.25, 0.28 },
    { { 1, 1, { 84, 112 }, HUGE_VAL, FALSE }, 0.25, 0.28 },
    { { 1, 1, { 84, 112 }, 4.8, TRUE }, 0.0, 0.28 },
    { { 1, 1, { 84, 112 }, 4.8, TRUE }, NAN, 0.28 },
    { { 1, 1, { 84, 112 }, 4.8, TRUE }, 0.25, -1.0 },
    { { 1, 1, { 84, 112 }, 4.8, TRUE }, 0.25, HUGE_VAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      GlaDetection detection;

      g_assert_false (gla_detector_evaluate (&rows[i].record, 1, rows[i].tau, rows[i].sigma,
                                             &detection, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
      g_assert_cmpint (detection.tier, ==, GLA_DETECTOR_OK);
    }
}

/* Each assumption has the effect that its name promises; impossible ones are refused. */
static void
test_settings (void)
{
  static const GlaDetectorSettings defaults = GLA_DETECTOR_SETTINGS_INIT;
  g_autoptr (GlaGolden) rows = gla_golden_load ("detector_obs.csv");
  GlaDetectorRecord records[60];
  gsize n = collect (rows, "D03", records);
  GlaDetection expected = evaluate (records, n);
  GlaDetectorSettings changed[] = { defaults, defaults, defaults, defaults };
  GlaDetectorSettings bad[] = { defaults, defaults, defaults, defaults, defaults };

  changed[0].hazard = 0.0005;
  changed[1].shared = 3.0;
  changed[2].outlier = 0.5;
  changed[3].delta_mean = -0.10;
  for (gsize i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      GlaDetection detection;

      g_assert_true (gla_detector_evaluate_with (records, n, &changed[i], &detection, NULL));
      if (i < 3)
        g_assert_cmpfloat (detection.p20, <, expected.p20);
      else
        g_assert_cmpfloat (detection.ratio, >, expected.ratio);
    }

  bad[0].hazard = 0.0;
  bad[1].hazard = 0.5;
  bad[2].outlier = 1.0;
  bad[3].delta_deviation = 0.0;
  bad[4].shared = NAN;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      GlaDetection detection;

      g_assert_false (gla_detector_evaluate_with (records, n, &bad[i], &detection, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/detector/golden", test_golden);
  g_test_add_func ("/statistics/detector/invariance", test_invariance);
  g_test_add_func ("/statistics/detector/course", test_course);
  g_test_add_func ("/statistics/detector/many", test_many);
  g_test_add_func ("/statistics/detector/refused", test_refused);
  g_test_add_func ("/statistics/detector/settings", test_settings);

  return g_test_run ();
}

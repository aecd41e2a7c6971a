/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-golden.h"
#include "gla-median.h"
#include "gla-npmle-limits.h"

#include <math.h>

static const char *const lr_sets[] = { "tiny6", "km40", "ties60", "mixed120" };

/* A set of the golden data together with its estimate. */
typedef struct
{
  gsize n;
  GlaDuration *records;
  gint64 *patients;
  GlaNpmle *npmle;
} Set;

static void
set_load (Set        *set,
          const char *name)
{
  g_autofree char *file = g_strdup_printf ("npmle_%s.csv", name);
  g_autoptr (GlaGolden) golden = gla_golden_load (file);
  g_autoptr (GError) error = NULL;

  set->n = gla_golden_get_n_rows (golden);
  set->records = gla_golden_get_intervals (golden);
  set->patients = gla_golden_get_numbers (golden, "patient");
  set->npmle = gla_npmle_new (set->records, NULL, set->n, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_clear (Set *set)
{
  g_free (set->records);
  g_free (set->patients);
  gla_npmle_free (set->npmle);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, set_clear)

static void
test_golden_limits (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_expected_summary.csv");

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      g_auto (Set) set = { 0 };
      g_autoptr (GError) error = NULL;
      GlaMedian median;
      double lower;
      double upper;

      set_load (&set, gla_golden_get_text (golden, i, "dataset"));
      g_assert_true (gla_median_estimate (set.npmle, set.records, set.patients, set.n, NULL, NULL,
                                          &median, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (median.n_patients, ==,
                        (guint) gla_golden_get_number (golden, i, "patients"));
      gla_assert_near (median.design_effect, gla_golden_get_number (golden, i, "deff"), 1e-6);
      gla_assert_near (median.threshold, gla_golden_get_number (golden, i, "threshold"), 1e-5);
      g_assert_true (median.has_limits);
      g_assert_cmpfloat (median.lower, ==, gla_golden_get_number (golden, i, "ci_lo"));
      g_assert_cmpfloat (median.upper, ==, gla_golden_get_number (golden, i, "ci_hi"));

      g_assert_true (gla_npmle_get_median_limits (set.npmle, GLA_NPMLE_PLAIN_THRESHOLD, NULL, NULL,
                                                  &lower, &upper, &error));
      g_assert_cmpfloat (lower, ==, gla_golden_get_number (golden, i, "ci_lo_plain"));
      g_assert_cmpfloat (upper, ==, gla_golden_get_number (golden, i, "ci_hi_plain"));
    }
}

static void
test_golden_ratios (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lr_sets); i++)
    {
      g_autofree char *name = g_strdup_printf ("npmle_%s_LR.csv", lr_sets[i]);
      g_autoptr (GlaGolden) golden = gla_golden_load (name);
      g_auto (Set) set = { 0 };

      set_load (&set, lr_sets[i]);
      g_assert_cmpuint (gla_golden_get_n_rows (golden), ==, set.npmle->n_bins - 1);
      for (gsize row = 0; row < gla_golden_get_n_rows (golden); row++)
        {
          guint boundary = (guint) gla_golden_get_number (golden, row, "boundary");
          double ratio;

          g_assert_true (gla_npmle_get_likelihood_ratio (set.npmle, boundary, NULL, NULL, &ratio,
                                                         NULL));
          gla_assert_near (ratio, gla_golden_get_number (golden, row, "LR"), 5e-4);
        }
    }
}

/* Bisection against trying all boundaries, for thresholds from tight to all-embracing. */
static void
test_bisection (void)
{
  g_auto (Set) set = { 0 };
  GlaNpmleQuantile median;

  set_load (&set, "mixed120");
  gla_npmle_get_quantile (set.npmle, 0.5, &median);
  for (double threshold = 0.01; threshold < 100.0; threshold *= 1.7)
    {
      double expected_lower = median.left + 1.0;
      double expected_upper = median.right;
      double lower;
      double upper;

      for (guint s = 1; s < set.npmle->n_bins; s++)
        {
          double ratio;

          gla_npmle_get_likelihood_ratio (set.npmle, s, NULL, NULL, &ratio, NULL);
          if (ratio > threshold)
            continue;
          if (s <= median.bin)
            expected_lower = MIN (expected_lower, set.npmle->left[s - 1] + 1.0);
          else
            expected_upper = MAX (expected_upper, set.npmle->right[s]);
        }
      g_assert_true (gla_npmle_get_median_limits (set.npmle, threshold, NULL, NULL, &lower, &upper,
                                                  NULL));
      g_assert_cmpfloat (lower, ==, expected_lower);
      g_assert_cmpfloat (upper, ==, expected_upper);
    }
}

static void
test_mean_share (void)
{
  static const char *const names[] = { "tiny6", "km40", "ties60", "mixed120", "mixed2000" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (Set) set = { 0 };
      double sum = 0.0;

      set_load (&set, names[i]);
      for (gsize k = 0; k < set.n; k++)
        {
          double u = gla_npmle_get_share_below (set.npmle, &set.records[k]);

          g_assert_true (u >= 0.0 && u <= 1.0);
          sum += u;
        }
      gla_assert_near (sum / set.n, 0.5, 1e-9);
    }
}

/* A row of weight two is two rows of the patient. */
static void
test_design_effect (void)
{
  g_auto (Set) set = { 0 };
  g_autofree GlaDuration *twice = NULL;
  g_autofree gint64 *patients = NULL;
  g_autofree double *weights = NULL;
  g_autoptr (GlaNpmle) doubled = NULL;
  double expected;
  guint n_patients;

  set_load (&set, "mixed2000");
  twice = g_new (GlaDuration, 2 * set.n);
  patients = g_new (gint64, 2 * set.n);
  weights = g_new (double, set.n);
  for (gsize i = 0; i < set.n; i++)
    {
      twice[2 * i] = twice[2 * i + 1] = set.records[i];
      patients[2 * i] = patients[2 * i + 1] = set.patients[i] = (gint64) (i / 4);
      weights[i] = 2.0;
    }
  doubled = gla_npmle_new (twice, NULL, 2 * set.n, NULL, NULL, NULL);
  expected = gla_npmle_get_design_effect (doubled, twice, NULL, patients, 2 * set.n, &n_patients);
  g_assert_cmpfloat (expected, >, 1.5);
  gla_assert_near (gla_npmle_get_design_effect (doubled, set.records, weights, set.patients, set.n,
                                                &n_patients), expected, 1e-9);
}

/* Data without any limit, or with an open one. */
static void
test_edges (void)
{
  static const struct
  {
    const char *what;
    guint n_patients;
    GlaDuration record;
    GlaDuration last;
    gboolean has_limits;
    double lower;
    double upper;
    gboolean may_speak;
  } rows[] = {
    { "one patient", 1, { 80, 120 }, { 80, 120 }, FALSE, 0, HUGE_VAL, FALSE },
    { "four patients", 4, { 80, 120 }, { 80, 120 }, FALSE, 0, HUGE_VAL, FALSE },
    { "all right-censored", 40, { 80, HUGE_VAL }, { 90, HUGE_VAL }, TRUE, 91, HUGE_VAL, FALSE },
    { "all left-censored", 40, { 0, 80 }, { 0, 90 }, TRUE, 1, 80, TRUE },
    { "identical", 40, { 90, 90 }, { 90, 90 }, TRUE, 90, 90, TRUE },
    { "half of them open", 40, { 70, HUGE_VAL }, { 60, 60 }, TRUE, 71, HUGE_VAL, FALSE },
    { "without information", 40, { 0, HUGE_VAL }, { 60, 61 }, FALSE, 0, HUGE_VAL, FALSE },
    { "nineteen", 19, { 80, 120 }, { 80, 120 }, TRUE, 81, 120, FALSE },
    { "twenty", 20, { 80, 120 }, { 80, 120 }, TRUE, 81, 120, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaDuration records[40];
      gint64 patients[40];
      g_autoptr (GlaNpmle) npmle = NULL;
      GlaMedian median;

      g_test_message ("%s", rows[i].what);
      for (guint k = 0; k < rows[i].n_patients; k++)
        {
          records[k] = k + 1 < rows[i].n_patients ? rows[i].record : rows[i].last;
          patients[k] = k;
        }
      npmle = gla_npmle_new (records, NULL, rows[i].n_patients, NULL, NULL, NULL);
      g_assert_true (gla_median_estimate (npmle, records, patients, rows[i].n_patients, NULL, NULL,
                                          &median, NULL));
      g_assert_cmpint (median.has_limits, ==, rows[i].has_limits);
      g_assert_cmpfloat (median.lower, ==, rows[i].lower);
      g_assert_cmpfloat (median.upper, ==, rows[i].upper);
      g_assert_cmpint (median.may_speak, ==, rows[i].may_speak);
      g_assert_true (isfinite (median.design_effect) && isfinite (median.threshold));
    }
}

static gboolean
stop_cb (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (void)
{
  g_auto (Set) set = { 0 };
  g_autoptr (GError) error = NULL;
  GlaMedian median;
  double ratio;

  set_load (&set, "mixed120");
  g_assert_false (gla_median_estimate (set.npmle, set.records, set.patients, set.n, stop_cb, NULL,
                                       &median, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (gla_npmle_get_likelihood_ratio (set.npmle, 3, stop_cb, NULL, &ratio, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/median/golden-limits", test_golden_limits);
  g_test_add_func ("/statistics/median/golden-ratios", test_golden_ratios);
  g_test_add_func ("/statistics/median/bisection", test_bisection);
  g_test_add_func ("/statistics/median/mean-share", test_mean_share);
  g_test_add_func ("/statistics/median/design-effect", test_design_effect);
  g_test_add_func ("/statistics/median/edges", test_edges);
  g_test_add_func ("/statistics/median/cancelled", test_cancelled);

  return g_test_run ();
}

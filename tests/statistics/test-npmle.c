/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-golden.h"
#include "gla-npmle.h"
#include "gla-random.h"

#include <math.h>

static const char *const sets[] = { "tiny6", "km40", "ties60", "mixed120", "mixed2000" };

static GlaNpmle *
estimate (const GlaDuration *records,
          const double      *weights,
          gsize              n)
{
  g_autoptr (GError) error = NULL;
  GlaNpmle *npmle = gla_npmle_new (records, weights, n, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (npmle);

  return npmle;
}

static GlaNpmle *
estimate_set (const char *set)
{
  g_autofree char *name = g_strdup_printf ("npmle_%s.csv", set);
  g_autoptr (GlaGolden) golden = gla_golden_load (name);
  g_autofree GlaDuration *records = gla_golden_get_intervals (golden);

  return estimate (records, NULL, gla_golden_get_n_rows (golden));
}

static void
test_golden_summary (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_expected_summary.csv");

  g_assert_cmpuint (gla_golden_get_n_rows (golden), ==, G_N_ELEMENTS (sets));
  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      g_autoptr (GlaNpmle) npmle = estimate_set (gla_golden_get_text (golden, i, "dataset"));
      double n = gla_golden_get_number (golden, i, "n");
      GlaNpmleQuantile quantile;

      g_assert_cmpuint (npmle->n, ==, (gsize) n);
      g_assert_cmpfloat (npmle->weight, ==, n);
      g_assert_cmpuint (npmle->n_bins, ==, (guint) gla_golden_get_number (golden, i, "bins"));
      g_assert_cmpuint (npmle->n_cells, ==, (gsize) gla_golden_get_number (golden, i, "cells"));
      gla_assert_near (npmle->log_likelihood, gla_golden_get_number (golden, i, "loglik"), 1e-6);
      g_assert_cmpfloat (npmle->gap, <=, 1e-10 * n);

      gla_npmle_get_quantile (npmle, 0.25, &quantile);
      gla_assert_near (quantile.days, gla_golden_get_number (golden, i, "q25"), 1e-6);
      gla_npmle_get_quantile (npmle, 0.75, &quantile);
      gla_assert_near (quantile.days, gla_golden_get_number (golden, i, "q75"), 1e-6);
      gla_npmle_get_quantile (npmle, 0.5, &quantile);
      gla_assert_near (quantile.days, gla_golden_get_number (golden, i, "median"), 1e-6);
      g_assert_cmpint (quantile.day, ==, (int) gla_golden_get_number (golden, i, "median_day"));
    }
}

static void
test_golden_bins (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_expected_bins.csv");
  gsize row = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (GlaNpmle) npmle = estimate_set (sets[i]);
      double cumulative = 0.0;

      for (guint j = 0; j < npmle->n_bins; j++, row++)
        {
          g_assert_true (gla_golden_is (golden, row, "dataset", sets[i]));
          g_assert_cmpfloat (npmle->left[j], ==, gla_golden_get_number (golden, row, "q"));
          g_assert_cmpfloat (npmle->right[j], ==, gla_golden_get_number (golden, row, "p"));
          cumulative += gla_golden_get_number (golden, row, "mass");
          gla_assert_near (npmle->cumulative[j + 1], cumulative, 1e-4);
        }
    }
  g_assert_cmpuint (row, ==, gla_golden_get_n_rows (golden));
}

static void
test_golden_curve (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_expected_curve.csv");
  g_autoptr (GlaNpmle) npmle = NULL;
  const char *current = "";

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      const char *set = gla_golden_get_text (golden, i, "dataset");
      double survival;

      if (!g_str_equal (set, current))
        {
          g_clear_pointer (&npmle, gla_npmle_free);
          npmle = estimate_set (set);
          current = set;
        }

      if (gla_npmle_get_survival (npmle, gla_golden_get_number (golden, i, "day"), &survival))
        gla_assert_near (survival, gla_golden_get_number (golden, i, "S"), 1e-4);
      else
        g_assert_true (gla_golden_is (golden, i, "S", ""));
    }
}

/* A random record of any kind, with few different days so that ties are frequent. */
static GlaDuration
draw_record (GlaRandom *random,
             int        n_days)
{
  int a = gla_random_integer (random, n_days);
  int b = gla_random_integer (random, n_days);
  GlaDuration record = { MIN (a, b), MAX (a, b) };

  switch (gla_random_integer (random, 5))
    {
    case 0:
      record.left = record.right = a + 1;
      break;
    case 1:
      record.right = HUGE_VAL;
      break;
    case 2:
      record.left = 0;
      record.right = b + 1;
      break;
    default:
      record.right += 1;
      break;
    }

  return record;
}

/* The conditions of the maximum, counted record by record and day by day without the
 * tables of the program: every bin is an innermost interval by definition, and with
 * P_i the fitted probability of record i, sum_i 1 / P_i over the records that cover a
 * bin is nowhere above the number of records (concavity: then nothing is higher). */
static void
assert_maximum (const GlaNpmle    *npmle,
                const GlaDuration *records,
                gsize              n)
{
  g_autofree double *gradient = g_new0 (double, npmle->n_bins);
  double log_likelihood = 0.0;
  double n_informative = 0.0;
  double total = 0.0;

  for (guint j = 0; j < npmle->n_bins; j++)
    {
      gboolean is_left = FALSE;
      gboolean is_right = FALSE;

      g_assert_cmpfloat (npmle->mass[j], >=, 0.0);
      total += npmle->mass[j];
      for (gsize i = 0; i < n; i++)
        {
          GlaDuration record;

          g_assert_true (gla_duration_read (&records[i], &record));
          if (!gla_duration_is_informative (&record))
            continue;
          is_left |= record.left == npmle->left[j];
          is_right |= record.right == npmle->right[j];
          g_assert_false (record.left > npmle->left[j] && record.left < npmle->right[j]);
          g_assert_false (record.right > npmle->left[j] && record.right < npmle->right[j]);
        }
      g_assert_true (is_left && is_right);
    }
  gla_assert_near (total, 1.0, 1e-12);

  for (gsize i = 0; i < n; i++)
    {
      GlaDuration record;
      double probability = 0.0;

      g_assert_true (gla_duration_read (&records[i], &record));
      if (!gla_duration_is_informative (&record))
        continue;
      n_informative++;
      for (guint j = 0; j < npmle->n_bins; j++)
        probability += npmle->left[j] >= record.left && npmle->right[j] <= record.right
                         ? npmle->mass[j] : 0.0;
      log_likelihood += log (probability);
      for (guint j = 0; j < npmle->n_bins; j++)
        gradient[j] += npmle->left[j] >= record.left && npmle->right[j] <= record.right
                         ? 1.0 / probability : 0.0;
    }

  gla_assert_near (npmle->log_likelihood, log_likelihood, 1e-9 * n);
  for (guint j = 0; j < npmle->n_bins; j++)
    g_assert_cmpfloat (gradient[j] - n_informative, <=, 1e-6 * n);
}

static void
test_random (void)
{
  for (guint64 k = 0; k < 400; k++)
    {
      GlaRandom random;
      GlaDuration records[60];
      gsize n;
      guint n_informative = 0;

      gla_random_init (&random, 11, 1, k);
      n = 1 + (gsize) gla_random_integer (&random, k < 200 ? 6 : 60);
      for (gsize i = 0; i < n; i++)
        {
          records[i] = draw_record (&random, k % 3 == 0 ? 8 : 200);
          n_informative += gla_duration_is_informative (&records[i]) ? 1 : 0;
        }
      if (n_informative > 0)
        {
          g_autoptr (GlaNpmle) npmle = estimate (records, NULL, n);

          assert_maximum (npmle, records, n);
        }
    }
}

/* Kaplan and Meier by their own definition: at each day with ends, the survivors are
 * multiplied by 1 - ends / at risk; who left on day c is at risk up to day c. */
static void
test_kaplan_meier (void)
{
  GlaDuration records[150];
  g_autoptr (GlaNpmle) npmle = NULL;
  GlaRandom random;
  double survival = 1.0;
  guint n_checked = 0;

  gla_random_init (&random, 11, 2, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      records[i].left = 1 + gla_random_integer (&random, 60);
      records[i].right = gla_random_uniform (&random) < 0.4 ? HUGE_VAL : records[i].left;
    }
  npmle = estimate (records, NULL, G_N_ELEMENTS (records));

  for (int day = 1; day <= 60; day++)
    {
      double ends = 0.0;
      double at_risk = 0.0;
      double found;

      for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
        {
          at_risk += records[i].left >= day ? 1.0 : 0.0;
          ends += records[i].right == day ? 1.0 : 0.0;
        }
      if (at_risk > 0.0)
        survival *= 1.0 - ends / at_risk;
      if (gla_npmle_get_survival (npmle, day, &found))
        {
          gla_assert_near (found, survival, 1e-9);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >=, 50);
}

static void
test_invariance (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_mixed120.csv");
  g_autofree GlaDuration *records = gla_golden_get_intervals (golden);
  gsize n = gla_golden_get_n_rows (golden);
  g_autofree GlaDuration *turned = g_new (GlaDuration, 2 * n);
  g_autofree double *weights = g_new (double, n);
  g_autoptr (GlaNpmle) plain = estimate (records, NULL, n);
  g_autoptr (GlaNpmle) reversed = NULL;
  g_autoptr (GlaNpmle) doubled = NULL;
  g_autoptr (GlaNpmle) weighted = NULL;

  for (gsize i = 0; i < n; i++)
    {
      turned[i] = records[n - 1 - i];
      turned[n + i] = records[i];
      weights[i] = 2.0;
    }
  reversed = estimate (turned, NULL, n);
  doubled = estimate (turned, NULL, 2 * n);
  weighted = estimate (records, weights, n);

  g_assert_cmpuint (doubled->n, ==, 2 * n);
  g_assert_cmpfloat (doubled->weight, ==, weighted->weight);
  g_assert_cmpfloat (doubled->finite_weight, ==, weighted->finite_weight);
  gla_assert_near (doubled->log_likelihood, 2.0 * plain->log_likelihood, 1e-9);
  for (guint j = 0; j < plain->n_bins; j++)
    {
      g_assert_true (reversed->mass[j] == plain->mass[j]);
      g_assert_true (doubled->mass[j] == weighted->mass[j]);
      gla_assert_near (doubled->cumulative[j], plain->cumulative[j], 1e-7);
    }
}

/* Everything at the edge of the data: expected bins, mass of the first, median. */
static void
test_edges (void)
{
  static const struct
  {
    const char *what;
    gsize n;
    GlaDuration records[4];
    guint n_bins;
    double left;
    double right;
    double mass;
    double days;
    int day;
  } rows[] = {
    { "one interval", 1, { { 84, 112 } }, 1, 84, 112, 1.0, 98, 98 },
    { "one exact day", 1, { { 90, 90 } }, 1, 89, 90, 1.0, 89.5, 90 },
    { "one right-censored", 1, { { 90, HUGE_VAL } }, 1, 90, HUGE_VAL, 1.0, HUGE_VAL, 0 },
    { "one left-censored", 1, { { 0, 45 } }, 1, 0, 45, 1.0, 22.5, 23 },
    { "all right-censored", 3, { { 30, HUGE_VAL }, { 90, HUGE_VAL }, { 60, HUGE_VAL } },
      1, 90, HUGE_VAL, 1.0, HUGE_VAL, 0 },
    { "all left-censored", 3, { { 0, 45 }, { 0, 90 }, { 0, 60 } }, 1, 0, 45, 1.0, 22.5, 23 },
    { "identical", 4, { { 80, 120 }, { 80, 120 }, { 80, 120 }, { 80, 120 } },
      1, 80, 120, 1.0, 100, 100 },
    { "flat at one half", 4, { { 50, 50 }, { 60, 60 }, { 70, 70 }, { 80, 80 } },
      4, 49, 50, 0.25, 60, 60 },
    { "flat, censored between", 3, { { 50, 50 }, { 60, HUGE_VAL }, { 40, 40 } },
      3, 39, 40, 1.0 / 3.0, 49.5, 50 },
    { "without information", 2, { { 0, HUGE_VAL }, { 10, 20 } }, 1, 10, 20, 1.0, 15, 15 },
    { "beyond the last day", 2, { { 2000, 3000 }, { 20, 1200 } },
      1, 1095, HUGE_VAL, 1.0, HUGE_VAL, 0 },
    { "on the last day", 1, { { 1000, 1095 } }, 1, 1000, 1095, 1.0, 1047.5, 1048 },
    { "first day", 1, { { 1, 1 } }, 1, 0, 1, 1.0, 0.5, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GlaNpmle) npmle = estimate (rows[i].records, NULL, rows[i].n);
      GlaNpmleQuantile median;

      g_test_message ("%s", rows[i].what);
      gla_npmle_get_quantile (npmle, 0.5, &median);
      g_assert_cmpuint (npmle->n_bins, ==, rows[i].n_bins);
      g_assert_cmpfloat (npmle->left[0], ==, rows[i].left);
      g_assert_cmpfloat (npmle->right[0], ==, rows[i].right);
      gla_assert_near (npmle->mass[0], rows[i].mass, 1e-12);
      gla_assert_near (median.days, rows[i].days, 1e-6);
      g_assert_cmpint (median.day, ==, rows[i].day);
      g_assert_cmpint (median.is_wide, ==, median.right - median.left > 30);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    GlaDuration record;
    double weight;
    GlaStatisticsError code;
  } rows[] = {
    { { NAN, 90 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30, NAN }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { HUGE_VAL, HUGE_VAL }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { -1, 30 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 60, 30 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 0, 0 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30.5, 60 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30, 60.5 }, 1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30, 60 }, 0.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30, 60 }, -1.0, GLA_STATISTICS_ERROR_INVALID },
    { { 30, 60 }, NAN, GLA_STATISTICS_ERROR_INVALID },
    { { 30, 60 }, HUGE_VAL, GLA_STATISTICS_ERROR_INVALID },
    { { 0, HUGE_VAL }, 1.0, GLA_STATISTICS_ERROR_TOO_FEW },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_null (gla_npmle_new (&rows[i].record, &rows[i].weight, 1, NULL, NULL, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, (int) rows[i].code);
      g_clear_error (&error);
    }

  g_assert_null (gla_npmle_new (NULL, NULL, 0, NULL, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW);
}

static gboolean
stop_cb (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("npmle_mixed120.csv");
  g_autofree GlaDuration *records = gla_golden_get_intervals (golden);
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_npmle_new (records, NULL, gla_golden_get_n_rows (golden), stop_cb, NULL,
                                &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

/* A large clinic: the proof of the maximum holds there too. */
static void
test_large (void)
{
  const gsize n = 300000;
  g_autofree GlaDuration *records = g_new (GlaDuration, n);
  g_autoptr (GlaNpmle) npmle = NULL;
  GlaNpmleQuantile median;
  GlaRandom random;

  gla_random_init (&random, 11, 3, 0);
  for (gsize i = 0; i < n; i++)
    {
      double t = ceil (exp (log (120.0) + 0.375 * gla_random_normal (&random)));
      double visit = 60 + gla_random_integer (&random, 160);

      records[i].left = visit < t ? visit : 0.0;
      records[i].right = visit < t ? HUGE_VAL : visit;
      if (gla_random_uniform (&random) < 0.2)
        records[i].left = records[i].right = t;
    }
  npmle = estimate (records, NULL, n);

  g_assert_cmpfloat (npmle->gap, <=, 1e-10 * n);
  gla_npmle_get_quantile (npmle, 0.5, &median);
  gla_assert_near (median.days, 120.0, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/npmle/golden-summary", test_golden_summary);
  g_test_add_func ("/statistics/npmle/golden-bins", test_golden_bins);
  g_test_add_func ("/statistics/npmle/golden-curve", test_golden_curve);
  g_test_add_func ("/statistics/npmle/random", test_random);
  g_test_add_func ("/statistics/npmle/kaplan-meier", test_kaplan_meier);
  g_test_add_func ("/statistics/npmle/invariance", test_invariance);
  g_test_add_func ("/statistics/npmle/edges", test_edges);
  g_test_add_func ("/statistics/npmle/refused", test_refused);
  g_test_add_func ("/statistics/npmle/cancelled", test_cancelled);
  g_test_add_func ("/statistics/npmle/large", test_large);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-funnel.h"
#include "gla-golden.h"
#include "gla-logrank.h"
#include "gla-normal.h"
#include "gla-random.h"

#include <math.h>

static GlaLogrankRecord *
load (const char  *set,
      GlaGolden  **golden,
      gsize       *n)
{
  g_autofree char *name = g_strdup_printf ("logrank_%s.csv", set);
  GlaLogrankRecord *records;

  *golden = gla_golden_load (name);
  *n = gla_golden_get_n_rows (*golden);
  records = g_new (GlaLogrankRecord, *n);
  for (gsize i = 0; i < *n; i++)
    {
      records[i].patient = (gint64) gla_golden_get_number (*golden, i, "patient");
      records[i].group = gla_golden_get_text (*golden, i, "group")[0];
      records[i].stratum = (gint64) gla_golden_get_number (*golden, i, "stratum");
      records[i].interval = gla_golden_get_interval (*golden, i);
    }

  return records;
}

static GlaLogrank *
compare (const GlaLogrankRecord *records,
         gsize                   n,
         double                 *scores)
{
  g_autoptr (GError) error = NULL;
  GlaLogrank *self = gla_logrank_new (records, n, scores, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);
  g_assert_true (isfinite (self->chi2) && self->chi2 >= 0.0);
  g_assert_true (self->p >= 0.0 && self->p <= 1.0);

  return self;
}

static void
test_golden_logrank (void)
{
  g_autoptr (GlaGolden) expected = gla_golden_load ("logrank_expected.csv");

  for (gsize i = 0; i < gla_golden_get_n_rows (expected); i++)
    {
      g_autoptr (GlaGolden) golden = NULL;
      gsize n;
      g_autofree GlaLogrankRecord *records = load (gla_golden_get_text (expected, i, "dataset"),
                                                   &golden, &n);
      g_autofree double *scores = g_new (double, n);
      g_autoptr (GlaLogrank) self = compare (records, n, scores);
      g_autoptr (GlaLogrank) unclustered = NULL;

      g_assert_cmpuint (n, ==, (gsize) gla_golden_get_number (expected, i, "n"));
      for (gsize k = 0; k < n; k++)
        gla_assert_near (scores[k], gla_golden_get_number (golden, k, "score"), 1e-5);
      g_assert_cmpuint (self->n_groups, ==, (guint) gla_golden_get_number (expected, i, "groups"));
      g_assert_cmpuint (self->n_patients, ==,
                        (guint) gla_golden_get_number (expected, i, "patients"));
      g_assert_cmpuint (self->freedom, ==, (guint) gla_golden_get_number (expected, i, "df"));
      g_assert_cmpint (self->groups[0].group, ==, 'A');
      gla_assert_near (self->groups[0].score, gla_golden_get_number (expected, i, "U1"), 1e-4);
      gla_assert_near (self->chi2, gla_golden_get_number (expected, i, "chi2"), 1e-4);
      gla_assert_near (self->p, gla_golden_get_number (expected, i, "p"), 1e-5);
      g_assert_true (self->may_speak);

      /* With a patient of its own for each record the ordinary test remains. */
      for (gsize k = 0; k < n; k++)
        records[k].patient = (gint64) k;
      unclustered = compare (records, n, NULL);
      gla_assert_near (unclustered->chi2, gla_golden_get_number (expected, i, "chi2_unclustered"),
                       1e-4);
    }
}

/* The names of groups, their order, a stratum of its own for one group, and records
 * without information do not change the comparison. */
static void
test_logrank_invariance (void)
{
  g_autoptr (GlaGolden) golden = NULL;
  gsize n;
  g_autofree GlaLogrankRecord *records = load ("three_strata", &golden, &n);
  g_autofree GlaLogrankRecord *changed = g_new (GlaLogrankRecord, n + 1);
  g_autoptr (GlaLogrank) expected = compare (records, n, NULL);
  g_autoptr (GlaLogrank) found = NULL;
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      changed[i] = records[n - 1 - i];
      changed[i].group = -changed[i].group;
    }
  changed[n] = changed[0];
  changed[n].interval = (GlaDuration){ 0, HUGE_VAL };
  found = compare (changed, n + 1, NULL);
  gla_assert_near (found->chi2, expected->chi2, 1e-6);
  gla_assert_near (found->p, expected->p, 1e-7);
  for (guint g = 0; g < found->n_groups; g++)
    sum += found->groups[g].score;
  gla_assert_near (sum, 0.0, 1e-9);
}

/* A factor of 0.6 between groups is found and has the right sign; the same patients
 * written down five times over are no more evidence. */
static void
test_logrank_clusters (void)
{
  g_autofree GlaLogrankRecord *records = g_new (GlaLogrankRecord, 60);
  g_autofree GlaLogrankRecord *repeated = g_new (GlaLogrankRecord, 300);
  g_autoptr (GlaLogrank) self = NULL;
  g_autoptr (GlaLogrank) again = NULL;
  GlaRandom random;

  gla_random_init (&random, 61, 1, 0);
  for (gsize i = 0; i < 60; i++)
    {
      double t = (i % 2 == 0 ? 120 : 72) * exp (0.35 * gla_random_normal (&random));

      records[i].patient = (gint64) i;
      records[i].group = (gint64) (i % 2);
      records[i].stratum = 0;
      records[i].interval.left = records[i].interval.right = ceil (t);
      for (gsize k = 0; k < 5; k++)
        repeated[5 * i + k] = records[i];
    }
  self = compare (records, 60, NULL);
  again = compare (repeated, 300, NULL);

  g_assert_cmpfloat (self->p, <, 0.01);
  g_assert_cmpfloat (self->groups[0].score, <, 0.0);
  g_assert_cmpfloat (self->groups[1].score, >, 0.0);
  g_assert_cmpuint (self->groups[1].n_patients, ==, 30);
  g_assert_cmpuint (again->groups[1].n_records, ==, 150);
  gla_assert_near (again->chi2, self->chi2, 1e-6);
}

static void
test_logrank_edges (void)
{
  GlaLogrankRecord records[8];
  g_autoptr (GlaLogrank) same = NULL;
  g_autoptr (GlaLogrank) apart = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      records[i].patient = (gint64) i;
      records[i].group = (gint64) (i % 3);
      records[i].stratum = 0;
      records[i].interval = (GlaDuration){ 84, 112 };
    }

  /* Identical records carry no evidence. */
  same = compare (records, G_N_ELEMENTS (records), NULL);
  g_assert_cmpfloat (same->p, ==, 1.0);
  g_assert_cmpuint (same->freedom, ==, 0);
  g_assert_false (same->may_speak);

  /* Groups that share no stratum cannot be compared. */
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      records[i].stratum = records[i].group;
      records[i].interval.left += (double) i;
    }
  apart = compare (records, G_N_ELEMENTS (records), NULL);
  g_assert_cmpfloat (apart->p, ==, 1.0);

  g_assert_null (gla_logrank_new (records, 3, NULL, NULL, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW);
  g_clear_error (&error);
  g_assert_null (gla_logrank_new (NULL, 0, NULL, NULL, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW);
  g_clear_error (&error);
  records[2].interval.right = NAN;
  g_assert_null (gla_logrank_new (records, 8, NULL, NULL, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
}

static void
judge (GlaFunnelUnit *units,
       gsize          n,
       GlaFunnel     *funnel)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_funnel_judge (units, n, funnel, &error));
  g_assert_no_error (error);
  g_assert_true (isfinite (funnel->p0) && isfinite (funnel->phi) && isfinite (funnel->tau2));
  for (gsize i = 0; i < n; i++)
    {
      const GlaFunnelLimits *drawn = &units[i].drawn;

      g_assert_true (isfinite (units[i].rate) && isfinite (units[i].z_adjusted));
      g_assert_true (drawn->low998 >= 0.0 && drawn->low998 <= drawn->low95);
      g_assert_true (drawn->low95 <= drawn->high95);
      g_assert_true (drawn->high95 <= drawn->high998 && drawn->high998 <= 1.0);
    }
}

static void
test_golden_funnel (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("funnel_expected.csv");
  gsize n = gla_golden_get_n_rows (golden);
  g_autofree GlaFunnelUnit *units = g_new0 (GlaFunnelUnit, n);
  GlaFunnel funnel;

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (gla_golden_is (golden, i, "set", "a"));
      units[i].n = (guint) gla_golden_get_number (golden, i, "n");
      units[i].n_failed = (guint) gla_golden_get_number (golden, i, "f");
    }
  judge (units, n, &funnel);
  g_assert_true (funnel.may_show);

  for (gsize i = 0; i < n; i++)
    {
      double s2 = funnel.p0 * (1.0 - funnel.p0) / units[i].n;

      gla_assert_near (units[i].rate, gla_golden_get_number (golden, i, "p"), 1e-9);
      gla_assert_near (funnel.p0, gla_golden_get_number (golden, i, "p0"), 1e-9);
      gla_assert_near (units[i].z, gla_golden_get_number (golden, i, "z"), 1e-9);
      gla_assert_near (funnel.phi, gla_golden_get_number (golden, i, "phi"), 1e-9);
      gla_assert_near (funnel.tau2, gla_golden_get_number (golden, i, "tau2"), 1e-9);
      gla_assert_near (units[i].exact.low95, gla_golden_get_number (golden, i, "lo95"), 1e-9);
      gla_assert_near (units[i].exact.high95, gla_golden_get_number (golden, i, "hi95"), 1e-9);
      gla_assert_near (units[i].exact.low998, gla_golden_get_number (golden, i, "lo998"), 1e-9);
      gla_assert_near (units[i].exact.high998, gla_golden_get_number (golden, i, "hi998"), 1e-9);
      gla_assert_near (units[i].z_adjusted, gla_golden_get_number (golden, i, "z_od"), 1e-9);
      gla_assert_near (units[i].drawn.high95, funnel.p0 + 1.96 * sqrt (s2 + funnel.tau2), 1e-12);
      g_assert_false (units[i].differs);
    }
}

static void
test_funnel_edges (void)
{
  static const struct
  {
    const char *what;
    gsize n_units;
    GlaFunnelUnit units[6];
    gboolean may_show;
    guint n_different;
  } rows[] = {
    { "one unit", 1, { { 1, 30, 10 } }, FALSE, 0 },
    { "nobody failed", 3, { { 1, 30, 0 }, { 2, 40, 0 }, { 3, 1, 0 } }, FALSE, 0 },
    { "everybody failed", 3, { { 1, 30, 30 }, { 2, 40, 40 }, { 3, 50, 50 } }, TRUE, 0 },
    { "one stands out of three", 3, { { 1, 100, 20 }, { 2, 100, 22 }, { 3, 100, 60 } }, TRUE, 1 },
    { "case mix explains it", 3,
      { { 1, 100, 20, 25 }, { 2, 100, 22, 25 }, { 3, 100, 60, 52 } }, TRUE, 0 },
    { "none is expected", 3,
      { { 1, 100, 20, 1e-3 }, { 2, 100, 22, 50 }, { 3, 100, 60, 50 } }, TRUE, 2 },
    { "all alike", 6, { { 1, 90, 30 }, { 2, 90, 30 }, { 3, 90, 30 }, { 4, 90, 30 }, { 5, 90, 30 },
      { 6, 90, 30 } }, TRUE, 0 },
    { "single sessions", 6, { { 1, 1, 1 }, { 2, 1, 0 }, { 3, 1, 0 }, { 4, 1, 1 }, { 5, 1, 0 },
      { 6, 1, 1 } }, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaFunnelUnit units[6];
      GlaFunnel funnel;
      guint n_different = 0;

      g_test_message ("%s", rows[i].what);
      for (gsize k = 0; k < rows[i].n_units; k++)
        units[k] = rows[i].units[k];
      judge (units, rows[i].n_units, &funnel);
      for (gsize k = 0; k < rows[i].n_units; k++)
        n_different += units[k].differs ? 1 : 0;
      g_assert_cmpuint (n_different, ==, rows[i].n_different);
      g_assert_cmpint (funnel.may_show, ==, rows[i].may_show);
    }
}

static void
test_funnel_refused (void)
{
  static const GlaFunnelUnit rows[] = {
    { 1, 0, 0 }, { 1, 3, 4 }, { 1, 3, 1, -1.0 }, { 1, 3, 1, NAN }, { 1, 3, 1, HUGE_VAL },
  };
  g_autoptr (GError) error = NULL;
  GlaFunnel funnel;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaFunnelUnit unit = rows[i];

      g_assert_false (gla_funnel_judge (&unit, 1, &funnel, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_false (gla_funnel_judge (NULL, 0, &funnel, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/comparison/golden-logrank", test_golden_logrank);
  g_test_add_func ("/statistics/comparison/logrank-invariance", test_logrank_invariance);
  g_test_add_func ("/statistics/comparison/logrank-clusters", test_logrank_clusters);
  g_test_add_func ("/statistics/comparison/logrank-edges", test_logrank_edges);
  g_test_add_func ("/statistics/comparison/golden-funnel", test_golden_funnel);
  g_test_add_func ("/statistics/comparison/funnel-edges", test_funnel_edges);
  g_test_add_func ("/statistics/comparison/funnel-refused", test_funnel_refused);

  return g_test_run ();
}

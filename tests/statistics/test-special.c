/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-golden.h"
#include "gla-normal.h"
#include "gla-special.h"

#include <math.h>

/* The table prints 12 significant digits; that is 5e-12 of the value at worst. */
static void
test_golden (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("special_functions.csv");

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      const char *name = gla_golden_get_text (golden, i, "fn");
      double a = gla_golden_get_number (golden, i, "a");
      double expected = gla_golden_get_number (golden, i, "value");
      double actual;

      if (g_str_equal (name, "norm_cdf"))
        actual = gla_normal_cdf (a);
      else if (g_str_equal (name, "norm_quantile"))
        actual = gla_normal_quantile (a);
      else if (g_str_equal (name, "inc_beta"))
        actual = gla_beta_cdf (a, gla_golden_get_number (golden, i, "b"),
                               gla_golden_get_number (golden, i, "c"));
      else if (g_str_equal (name, "f_upper"))
        actual = gla_f_upper (a, gla_golden_get_number (golden, i, "b"),
                              gla_golden_get_number (golden, i, "c"));
      else if (g_str_equal (name, "t975_expansion"))
        actual = gla_t_quantile_975 (a);
      else
        g_error ("Unknown function %s", name);

      gla_assert_near (actual, expected, 1e-9 * fabs (expected));
    }
}

static void
test_normal_tails (void)
{
  /* Upper tails by published tables: log Q(10), log Q(40). */
  gla_assert_near (gla_normal_log_upper (10.0), -53.2312851505, 1e-9);
  gla_assert_near (gla_normal_log_upper (40.0), -804.608442014, 1e-8);
  gla_assert_near (gla_normal_log_upper (-40.0), 0.0, 0.0);

  /* Both sides of the seam of the asymptotic series agree with its slope. */
  gla_assert_near (gla_normal_log_upper (30.0 - 1e-9) - gla_normal_log_upper (30.0),
                   30.0333 * 1e-9, 1e-10);

  /* The density between neighbouring bounds deep in the tail, seen from both sides. */
  gla_assert_near (gla_normal_interval (9.0, 9.001) / gla_normal_density (9.0005) / 0.001,
                   1.0, 1e-4);
  gla_assert_near (gla_normal_log_interval (9.0, 9.5), gla_normal_log_interval (-9.5, -9.0), 1e-12);
  gla_assert_near (gla_normal_log_interval (50.0, HUGE_VAL), gla_normal_log_upper (50.0), 1e-12);
  g_assert_true (isfinite (gla_normal_log_interval (60.0, 60.001)));
  g_assert_true (isfinite (gla_normal_log_interval (-60.001, -60.0)));

  /* Nothing, everything and halves. */
  gla_assert_near (gla_normal_interval (-HUGE_VAL, HUGE_VAL), 1.0, 0.0);
  gla_assert_near (gla_normal_interval (-HUGE_VAL, 0.0), 0.5, 0.0);
  gla_assert_near (gla_normal_interval (1.0, 1.0), 0.0, 0.0);
  gla_assert_near (gla_normal_interval (2.0, 1.0), 0.0, 0.0);
  gla_assert_near (gla_normal_interval (HUGE_VAL, HUGE_VAL), 0.0, 0.0);
  g_assert_true (gla_normal_log_interval (1.0, 1.0) == -HUGE_VAL);
  g_assert_true (gla_normal_log_interval (HUGE_VAL, HUGE_VAL) == -HUGE_VAL);
  g_assert_true (gla_normal_log_upper (HUGE_VAL) == -HUGE_VAL);
  g_assert_true (gla_log_days (0.0) == -HUGE_VAL);
  g_assert_true (gla_log_days (HUGE_VAL) == HUGE_VAL);
  gla_assert_near (gla_normal_density (HUGE_VAL), 0.0, 0.0);
}

static void
test_quantile_inverts (void)
{
  for (double p = 1e-12; p < 1.0; p = p < 0.001 ? p * 3.0 : p + 0.0007)
    gla_assert_near (gla_normal_cdf (gla_normal_quantile (p)), p, 4e-15 * p + 2e-16);

  g_assert_true (gla_normal_quantile (0.0) == -HUGE_VAL);
  g_assert_true (gla_normal_quantile (1.0) == HUGE_VAL);
}

static void
test_beta (void)
{
  static const double parameters[][2] = {
    { 0.5, 0.5 }, { 1.0, 1.0 }, { 2.0, 7.5 }, { 300.0, 4.0 }, { 20000.0, 90000.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parameters); i++)
    {
      double a = parameters[i][0];
      double b = parameters[i][1];

      for (double p = 0.001; p < 1.0; p += 0.0499)
        {
          double x = gla_beta_quantile (a, b, p);

          gla_assert_near (gla_beta_cdf (a, b, x), p, 1e-9);
          gla_assert_near (gla_beta_cdf (b, a, 1.0 - x), 1.0 - p, 1e-9);
        }
    }

  gla_assert_near (gla_beta_cdf (1.0, 1.0, 0.37), 0.37, 1e-15);
  gla_assert_near (gla_beta_cdf (2.0, 3.0, -0.1), 0.0, 0.0);
  gla_assert_near (gla_beta_cdf (2.0, 3.0, 1.1), 1.0, 0.0);
  gla_assert_near (gla_f_upper (2.0, 10.0, 0.0), 1.0, 0.0);
  gla_assert_near (gla_f_upper (2.0, 10.0, HUGE_VAL), 0.0, 0.0);
  /* With two degrees of freedom above: (1 + F d1 / d2)^(-d2 / 2). */
  gla_assert_near (gla_f_upper (2.0, 10.0, 3.0), pow (1.6, -5.0), 1e-14);
}

/* Sums and quantiles against adding up the single probabilities. */
static void
test_binomial (void)
{
  static const struct
  {
    guint n;
    double p;
  } rows[] = { { 1, 0.5 }, { 12, 0.26 }, { 85, 0.003 }, { 300, 0.99 }, { 5, 0.0 }, { 5, 1.0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double sum = 0.0;
      guint k;

      for (k = 0; k <= rows[i].n; k++)
        {
          sum += gla_binomial_probability (rows[i].n, rows[i].p, k);
          gla_assert_near (gla_binomial_cdf (rows[i].n, rows[i].p, k), sum, 1e-12);
        }
      gla_assert_near (sum, 1.0, 1e-12);

      sum = 0.0;
      for (k = 0; sum + gla_binomial_probability (rows[i].n, rows[i].p, k) < 0.975; k++)
        sum += gla_binomial_probability (rows[i].n, rows[i].p, k);
      g_assert_cmpuint (gla_binomial_quantile (rows[i].n, rows[i].p, 0.975), ==, k);
    }

  g_assert_cmpuint (gla_binomial_quantile (9, 0.4, 0.0), ==, 0);
  g_assert_cmpuint (gla_binomial_quantile (9, 0.4, 1.0), ==, 9);
  g_assert_cmpuint (gla_binomial_quantile (0, 0.4, 0.5), ==, 0);
}

static void
test_hypergeometric (void)
{
  static const guint rows[][3] = {
    { 10, 4, 3 }, { 270, 87, 36 }, { 20, 20, 5 }, { 20, 0, 5 }, { 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint total = rows[i][0];
      guint failures = rows[i][1];
      guint drawn = rows[i][2];
      double above = 1.0;

      for (guint k = 0; k <= drawn; k++)
        {
          above -= gla_hypergeometric_probability (total, failures, drawn, k);
          gla_assert_near (gla_hypergeometric_upper (total, failures, drawn, k), above, 1e-11);
        }
    }

  /* Four of ten things are marked, three are drawn: all three marked, 4 of 120 ways. */
  gla_assert_near (gla_hypergeometric_probability (10, 4, 3, 3), 4.0 / 120.0, 1e-14);
  gla_assert_near (gla_hypergeometric_probability (10, 4, 3, 4), 0.0, 0.0);
  gla_assert_near (gla_log_choose (5.0, 2.0), log (10.0), 1e-14);
  g_assert_true (gla_log_choose (5.0, 6.0) == -HUGE_VAL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/special/golden", test_golden);
  g_test_add_func ("/statistics/special/normal-tails", test_normal_tails);
  g_test_add_func ("/statistics/special/quantile-inverts", test_quantile_inverts);
  g_test_add_func ("/statistics/special/beta", test_beta);
  g_test_add_func ("/statistics/special/binomial", test_binomial);
  g_test_add_func ("/statistics/special/hypergeometric", test_hypergeometric);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-forecast.h"
#include "gla-golden.h"
#include "gla-model.h"
#include "gla-nonresponse.h"
#include "gla-normal.h"
#include "gla-random.h"

#include <math.h>

static const GlaForecastSpread standard = { 0.25, 0.28, 0.25 };

static GlaForecast *
forecast (const GlaForecastRecord *history,
          gsize                    n,
          double                   centre,
          double                   confirmed)
{
  g_autoptr (GError) error = NULL;
  GlaForecast *self = gla_forecast_new (history, n, &standard, centre, confirmed, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);

  return self;
}

static gsize
collect_history (GlaGolden         *golden,
                 const char        *name,
                 GlaForecastRecord *history)
{
  gsize n = 0;

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      if (!gla_golden_is (golden, i, "case", name))
        continue;
      history[n].interval = gla_golden_get_interval (golden, i);
      history[n].centre = gla_golden_get_number (golden, i, "M");
      n++;
    }

  return n;
}

static void
test_golden (void)
{
  static const struct
  {
    const char *column;
    double p;
  } quantiles[] = {
    { "q10", 0.1 }, { "q25", 0.25 }, { "q50", 0.5 }, { "q75", 0.75 }, { "q90", 0.9 },
  };
  g_autoptr (GlaGolden) cases = gla_golden_load ("forecast_cases.csv");
  g_autoptr (GlaGolden) records = gla_golden_load ("forecast_obs.csv");
  g_autoptr (GlaGolden) golden = gla_golden_load ("forecast_expected.csv");

  g_assert_cmpuint (gla_golden_get_n_rows (cases), ==, gla_golden_get_n_rows (golden));
  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      const char *name = gla_golden_get_text (golden, i, "case");
      GlaForecastRecord history[40];
      gsize n = collect_history (records, name, history);
      double confirmed = gla_golden_get_number (cases, i, "last_effect_day");
      g_autoptr (GlaForecast) self = NULL;
      GlaForecastSpread prior;
      double mean;
      double deviation;
      double sigma;

      g_assert_true (gla_golden_is (cases, i, "case", name));
      prior.tau = gla_golden_get_number (cases, i, "tau");
      prior.sigma = gla_golden_get_number (cases, i, "sigma0");
      prior.kappa = gla_golden_get_number (cases, i, "kappa");
      self = gla_forecast_new (history, n, &prior, gla_golden_get_number (cases, i, "M"), confirmed,
                               NULL);
      for (gsize k = 0; k < G_N_ELEMENTS (quantiles); k++)
        gla_assert_near (gla_forecast_get_quantile (self, quantiles[k].p),
                         gla_golden_get_number (golden, i, quantiles[k].column), 0.15);

      gla_forecast_get_own_effect (self, &mean, &deviation, &sigma);
      gla_assert_near (mean, gla_golden_get_number (golden, i, "mean_u"), 0.0005);
      gla_assert_near (deviation, gla_golden_get_number (golden, i, "sd_u"), 0.001);
      gla_assert_near (sigma, gla_golden_get_number (golden, i, "mean_sigma"), 0.001);
      gla_assert_near (1.0 - gla_forecast_get_probability (self, 180),
                       gla_golden_get_number (golden, i, "p_beyond_180"), 0.001);
      gla_assert_near (gla_forecast_get_probability (self, confirmed + 30),
                       gla_golden_get_number (golden, i, "p_gone_in_30"), 0.001);
    }
}

/* F(t) by plain summation over a grid ten times as fine, without logarithms. */
static double
integrate (const GlaForecastRecord *history,
           gsize                    n,
           double                   centre,
           double                   confirmed,
           double                   day)
{
  double above = 0.0;
  double below = 0.0;

  for (int i = -300; i <= 300; i++)
    {
      double u = i / 60.0 * standard.tau;

      for (int k = -80; k <= 80; k++)
        {
          double z = k / 20.0;
          double sigma = standard.sigma * exp (standard.kappa * z);
          double start = (gla_log_days (confirmed) - centre - u) / sigma;
          double weight = exp (-0.5 * i * i / 3600.0 - 0.5 * z * z);

          for (gsize r = 0; r < n; r++)
            weight *= gla_normal_interval (
              (gla_log_days (history[r].interval.left) - history[r].centre - u) / sigma,
              (gla_log_days (history[r].interval.right) - history[r].centre - u) / sigma);
          above += weight * gla_normal_interval (start, (log (day) - centre - u) / sigma);
          below += weight * gla_normal_upper (start);
        }
    }

  return above / below;
}

static void
test_random (void)
{
  for (guint64 k = 0; k < 12; k++)
    {
      GlaRandom random;
      GlaForecastRecord history[8];
      g_autoptr (GlaForecast) self = NULL;
      double centre;
      double confirmed;
      double u;
      gsize n;

      gla_random_init (&random, 21, 1, k);
      n = (gsize) gla_random_integer (&random, 9);
      centre = log (80.0 + gla_random_integer (&random, 120));
      confirmed = gla_random_integer (&random, 2) * gla_random_integer (&random, 150);
      u = 0.25 * gla_random_normal (&random);
      for (gsize i = 0; i < n; i++)
        {
          double t = exp (centre + u + 0.28 * gla_random_normal (&random));
          double width = 5 + gla_random_integer (&random, 60);

          history[i].centre = centre;
          history[i].interval.left = floor (MAX (t - width, 0.0));
          history[i].interval.right = i % 4 == 3 ? HUGE_VAL : ceil (t + width / 2);
        }

      self = forecast (history, n, centre, confirmed);
      for (double p = 0.1; p < 0.95; p += 0.2)
        {
          double day = gla_forecast_get_quantile (self, p);

          gla_assert_near (gla_forecast_get_probability (self, day), p, 1e-9);
          gla_assert_near (integrate (history, n, centre, confirmed, day), p, 0.001);
        }
    }
}

/* A long and regular history, whose posterior is narrower than the steps of the grid. */
static void
test_long_history (void)
{
  GlaForecastRecord history[40];
  g_autoptr (GlaForecast) self = NULL;
  GlaRandom random;

  gla_random_init (&random, 21, 2, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (history); i++)
    {
      double t = ceil (exp (log (120.0) + 0.13 + 0.08 * gla_random_normal (&random)));

      history[i].centre = log (120.0);
      history[i].interval.left = history[i].interval.right = t;
    }
  self = forecast (history, G_N_ELEMENTS (history), log (120.0), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (history); i++)
    history[i].interval.left -= 1.0;
  for (double p = 0.1; p < 0.95; p += 0.4)
    gla_assert_near (integrate (history, G_N_ELEMENTS (history), log (120.0), 0,
                                gla_forecast_get_quantile (self, p)), p, 0.003);
}

static void
test_confirmation (void)
{
  static const GlaForecastRecord history[] = {
    { { 84, 112 }, 4.787 }, { { 70, 90 }, 4.787 }, { { 0, 1 }, 4.787 }, { { 60, HUGE_VAL }, 4.787 },
  };

  for (gsize n = 0; n <= G_N_ELEMENTS (history); n++)
    {
      double previous = 0.0;

      for (double confirmed = 0.0; confirmed < 2000.0; confirmed = 1.3 * confirmed + 1.0)
        {
          g_autoptr (GlaForecast) self = forecast (history, n, 4.787, confirmed);
          double low = gla_forecast_get_quantile (self, 0.001);
          double median = gla_forecast_get_quantile (self, 0.5);
          double high = gla_forecast_get_quantile (self, 0.999);

          g_assert_true (isfinite (high));
          g_assert_cmpfloat (low, >=, confirmed);
          g_assert_cmpfloat (median, >, low);
          g_assert_cmpfloat (high, >, median);
          /* A confirmation on the first days rules out next to nothing. */
          g_assert_cmpfloat (median, >=, previous * (confirmed < 30.0 ? 1.0 - 1e-10 : 1.0 + 1e-10));
          g_assert_cmpint (gla_forecast_get_day (self, 0.5), ==, (int) ceil (median));
          g_assert_cmpfloat (gla_forecast_get_probability (self, confirmed), ==, 0.0);
          gla_assert_near (gla_forecast_get_probability (self, HUGE_VAL), 1.0, 1e-12);
          previous = median;
        }
    }
}

static void
test_no_information (void)
{
  static const GlaForecastRecord history[] = {
    { { 84, 112 }, 4.787 }, { { 0, HUGE_VAL }, 3.0 }, { { 112, 112 }, 4.787 },
  };
  static const GlaForecastRecord without[] = { { { 84, 112 }, 4.787 }, { { 111, 112 }, 4.787 } };
  g_autoptr (GlaForecast) a = forecast (history, G_N_ELEMENTS (history), 4.787, 0);
  g_autoptr (GlaForecast) b = forecast (without, G_N_ELEMENTS (without), 4.787, 0);

  for (double p = 0.05; p < 1.0; p += 0.1)
    g_assert_true (gla_forecast_get_quantile (a, p) == gla_forecast_get_quantile (b, p));
}

/* Histories that the model calls impossible, and many records: numbers all the same. */
static void
test_extreme (void)
{
  static const GlaForecastSpread narrow = { 0.01, 0.01, 0.0 };
  g_autofree GlaForecastRecord *history = g_new (GlaForecastRecord, 500);
  g_autoptr (GlaForecast) many = NULL;
  g_autoptr (GlaForecast) alien = NULL;
  double mean;
  double deviation;
  double sigma;

  for (guint i = 0; i < 500; i++)
    {
      history[i].centre = log (120.0);
      history[i].interval.left = history[i].interval.right = i % 2 == 0 ? 1 : 1095;
    }
  many = forecast (history, 500, log (120.0), 0);
  g_assert_true (isfinite (gla_forecast_get_quantile (many, 0.5)));
  g_assert_true (isfinite (gla_forecast_get_quantile (many, 1.0 - 0x1p-53)));
  g_assert_cmpfloat (gla_forecast_get_quantile (many, 0x1p-1000), >=, 0.0);
  gla_forecast_get_own_effect (many, &mean, &deviation, &sigma);
  g_assert_true (isfinite (mean) && isfinite (deviation) && isfinite (sigma));

  alien = gla_forecast_new (history, 2, &narrow, log (120.0), 1000, NULL);
  g_assert_cmpfloat (gla_forecast_get_quantile (alien, 0.5), >, 1000.0);
  g_assert_cmpfloat (gla_forecast_get_quantile (alien, 0.5), <, 1001.0);
}

static void
test_refused (void)
{
  static const struct
  {
    GlaForecastSpread prior;
    double centre;
    double confirmed;
    GlaForecastRecord record;
  } rows[] = {
    { { 0.0, 0.28, 0.25 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { -0.1, 0.28, 0.25 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { NAN, 0.28, 0.25 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.0, 0.25 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, HUGE_VAL, 0.25 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, -0.1 }, 4.8, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, NAN, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, -HUGE_VAL, 0, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, -1, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, HUGE_VAL, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, NAN, { { 84, 112 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, 0, { { 112, 84 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, 0, { { NAN, 84 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, 0, { { 0, 0 }, 4.8 } },
    { { 0.25, 0.28, 0.25 }, 4.8, 0, { { 84, 112 }, NAN } },
    { { 0.25, 0.28, 0.25 }, 4.8, 0, { { 84, 112 }, HUGE_VAL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_forecast_new (&rows[i].record, 1, &rows[i].prior, rows[i].centre,
                                       rows[i].confirmed, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
    }
}

static void
test_centre (void)
{
  /* Golden case F08: ln 180 + 0.25 ln 1.2. */
  gla_assert_near (gla_model_get_centre (180, 0.25, 1.2), 5.23853724009, 1e-11);
  gla_assert_near (gla_model_get_centre (120, 0.25, 1.0), log (120), 1e-15);
}

static void
test_nonresponse (void)
{
  GlaNonresponse result;

  gla_assert_near (gla_nonresponse_get_clinic_rate (0, 0), 0.04, 1e-15);
  gla_assert_near (gla_nonresponse_get_clinic_rate (75, 2), 0.03, 1e-15);

  result = gla_nonresponse_estimate (0.04, 5, 2);
  gla_assert_near (result.a, 3.0, 1e-14);
  gla_assert_near (result.b, 27.0, 1e-14);
  gla_assert_near (result.probability, 0.1, 1e-14);

  result = gla_nonresponse_estimate (0.04, 0, 0);
  gla_assert_near (result.probability, 0.04, 1e-15);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/forecast/golden", test_golden);
  g_test_add_func ("/statistics/forecast/random", test_random);
  g_test_add_func ("/statistics/forecast/long-history", test_long_history);
  g_test_add_func ("/statistics/forecast/confirmation", test_confirmation);
  g_test_add_func ("/statistics/forecast/no-information", test_no_information);
  g_test_add_func ("/statistics/forecast/extreme", test_extreme);
  g_test_add_func ("/statistics/forecast/refused", test_refused);
  g_test_add_func ("/statistics/forecast/centre", test_centre);
  g_test_add_func ("/statistics/forecast/nonresponse", test_nonresponse);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-fit.h"
#include "gla-golden.h"
#include "gla-normal.h"
#include "gla-random.h"

#include <math.h>

static GlaClinicFit *
fit (const GlaClinicRecord *records,
     gsize                  n,
     const GlaClinicPrior  *priors,
     guint                  n_products)
{
  g_autoptr (GError) error = NULL;
  GlaClinicFit *self = gla_clinic_fit_new (records, n, priors, n_products, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);
  g_assert_true (isfinite (self->objective) && isfinite (self->beta));
  g_assert_cmpfloat (self->tau, >=, GLA_CLINIC_FIT_MIN_TAU * (1.0 - 1e-12));
  g_assert_cmpfloat (self->tau, <=, GLA_CLINIC_FIT_MAX_TAU * (1.0 + 1e-12));
  g_assert_cmpfloat (self->sigma, >=, GLA_CLINIC_FIT_MIN_SIGMA * (1.0 - 1e-12));
  g_assert_cmpfloat (self->sigma, <=, GLA_CLINIC_FIT_MAX_SIGMA * (1.0 + 1e-12));
  for (guint r = 0; r < n_products; r++)
    {
      g_assert_true (isfinite (self->centre[r]));
      g_assert_cmpfloat (self->variance[r], >, 0.0);
      g_assert_cmpfloat (self->variance[r], <=, pow (priors[r].deviation, 2) * (1.0 + 1e-12));
    }

  return self;
}

static GlaClinicRecord *
load (gsize          *n,
      GlaClinicPrior *priors)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("clinicfit_e150.csv");
  g_autoptr (GlaGolden) prior = gla_golden_load ("clinicfit_prior.csv");
  GlaClinicRecord *records = g_new (GlaClinicRecord, gla_golden_get_n_rows (golden));

  *n = gla_golden_get_n_rows (golden);
  for (gsize i = 0; i < *n; i++)
    {
      records[i].patient = (gint64) gla_golden_get_number (golden, i, "id");
      records[i].product = (guint) gla_golden_get_number (golden, i, "prod") - 1;
      records[i].log_dose_ratio = gla_golden_get_number (golden, i, "x");
      records[i].interval = gla_golden_get_interval (golden, i);
    }
  priors[0].centre = gla_golden_get_number (prior, 0, "m0_1");
  priors[1].centre = gla_golden_get_number (prior, 0, "m0_2");
  priors[0].deviation = priors[1].deviation = gla_golden_get_number (prior, 0, "sm");

  return records;
}

static void
test_golden (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("clinicfit_expected.csv");
  GlaClinicPrior priors[2];
  gsize n;
  g_autofree GlaClinicRecord *records = load (&n, priors);
  g_autoptr (GlaClinicFit) self = fit (records, n, priors, 2);

  gla_assert_near (self->centre[0], gla_golden_get_number (golden, 0, "m1"), 1e-5);
  gla_assert_near (self->centre[1], gla_golden_get_number (golden, 0, "m2"), 1e-5);
  gla_assert_near (self->beta, gla_golden_get_number (golden, 0, "beta"), 1e-5);
  gla_assert_near (self->tau, gla_golden_get_number (golden, 0, "tau"), 1e-5);
  gla_assert_near (self->sigma, gla_golden_get_number (golden, 0, "sigma"), 1e-5);
  gla_assert_near (self->objective, gla_golden_get_number (golden, 0, "objective"), 1e-4);
  g_assert_cmpuint (self->n_used, ==, 150);
}

/* Q by the definition, with an integral ten times as fine and wider than the program's. */
static double
evaluate (const GlaClinicRecord *records,
          gsize                  n,
          const GlaClinicPrior  *priors,
          const double          *x)
{
  double tau = x[3];
  double sigma = x[4];
  double q = -0.5 * pow ((x[2] - 0.25) / 0.1, 2)
             - 10.0 * (2.0 * log (tau) + pow (0.25 / tau, 2))
             - 20.0 * (2.0 * log (sigma) + pow (0.28 / sigma, 2));

  for (guint r = 0; r < 2; r++)
    q -= 0.5 * pow ((x[r] - priors[r].centre) / priors[r].deviation, 2);

  for (gsize first = 0, end; first < n; first = end)
    {
      double sum = 0.0;

      for (end = first; end < n && records[end].patient == records[first].patient;)
        end++;
      for (int k = -360; k <= 360; k++)
        {
          double u = k / 60.0 * tau;
          double product = gla_normal_density (k / 60.0) / 60.0;

          for (gsize i = first; i < end; i++)
            {
              double shift = x[records[i].product] + x[2] * records[i].log_dose_ratio + u;

              product *= gla_normal_interval (
                (gla_log_days (records[i].interval.left) - shift) / sigma,
                (gla_log_days (records[i].interval.right) - shift) / sigma);
            }
          sum += product;
        }
      q += log (sum);
    }

  return q;
}

/* The result is a maximum of Q in every direction of the parameters. */
static void
test_maximum (void)
{
  GlaClinicPrior priors[2];
  gsize n;
  g_autofree GlaClinicRecord *records = load (&n, priors);
  g_autoptr (GlaClinicFit) self = fit (records, n, priors, 2);
  double best[5] = { self->centre[0], self->centre[1], self->beta, self->tau, self->sigma };
  double q = evaluate (records, n, priors, best);

  gla_assert_near (q, self->objective, 1e-4);
  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    {
      for (int direction = -1; direction <= 1; direction += 2)
        {
          double moved[5] = { best[0], best[1], best[2], best[3], best[4] };

          moved[i] += direction * 0.001;
          g_assert_cmpfloat (evaluate (records, n, priors, moved), <, q);
        }
    }
}

static void
test_no_data (void)
{
  static const GlaClinicPrior priors[] = { { 4.8, 0.15 }, { 5.1, 0.3 } };
  static const GlaClinicRecord nothing[] = { { 1, 0, 0.3, { 0, HUGE_VAL } } };

  for (gsize n = 0; n <= G_N_ELEMENTS (nothing); n++)
    {
      g_autoptr (GlaClinicFit) self = fit (nothing, n, priors, 2);

      gla_assert_near (self->centre[0], 4.8, 1e-12);
      gla_assert_near (self->centre[1], 5.1, 1e-12);
      gla_assert_near (self->beta, 0.25, 1e-12);
      gla_assert_near (self->tau, 0.25, 1e-12);
      gla_assert_near (self->sigma, 0.28, 1e-12);
      gla_assert_near (self->variance[0], 0.15 * 0.15, 1e-12);
      g_assert_cmpuint (self->n_used, ==, 0);
    }
}

/* Order and splitting over rows do not matter; a patient counts once per product. */
static void
test_invariance (void)
{
  GlaClinicPrior priors[2];
  gsize n;
  g_autofree GlaClinicRecord *records = load (&n, priors);
  g_autofree GlaClinicRecord *turned = g_new (GlaClinicRecord, n);
  g_autoptr (GlaClinicFit) expected = fit (records, n, priors, 2);
  g_autoptr (GlaClinicFit) found = NULL;

  for (gsize i = 0; i < n; i++)
    turned[n - 1 - i] = records[i];
  found = fit (turned, n, priors, 2);
  gla_assert_near (found->centre[1], expected->centre[1], 1e-7);
  gla_assert_near (found->tau, expected->tau, 1e-6);
  for (guint r = 0; r < 2; r++)
    {
      double single = pow (expected->tau, 2) + pow (expected->sigma, 2);
      double precision = pow (priors[r].deviation, -2) + expected->n_patients[r] / single;

      g_assert_cmpuint (found->n_patients[r], ==, expected->n_patients[r]);
      gla_assert_near (expected->variance[r], 1.0 / precision, 1e-12);
    }
}

/* Records that would drive a plain fit to the edge: the estimates stay in range. */
static void
test_extreme (void)
{
  static const GlaClinicPrior priors[] = { { 4.8, 0.15 } };
  static const struct
  {
    const char *what;
    GlaDuration even;
    GlaDuration odd;
    double dose;
  } rows[] = {
    { "identical exact days", { 120, 120 }, { 120, 120 }, 0.0 },
    { "all in one interval", { 90, 150 }, { 90, 150 }, 0.0 },
    { "all right-censored", { 90, HUGE_VAL }, { 400, HUGE_VAL }, 0.0 },
    { "all left-censored", { 0, 5 }, { 0, 2 }, 0.0 },
    { "far apart", { 1, 1 }, { 1095, 1095 }, 0.0 },
    { "an impossible dose", { 84, 112 }, { 112, 140 }, 30.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaClinicRecord records[60];
      g_autoptr (GlaClinicFit) self = NULL;

      g_test_message ("%s", rows[i].what);
      for (gsize k = 0; k < G_N_ELEMENTS (records); k++)
        {
          records[k].patient = (gint64) (k / 3);
          records[k].product = 0;
          records[k].log_dose_ratio = k % 7 == 0 ? rows[i].dose : 0.0;
          records[k].interval = k % 2 == 0 ? rows[i].even : rows[i].odd;
        }
      self = fit (records, G_N_ELEMENTS (records), priors, 1);
    }
}

/* Of many patients the same part is drawn whatever the order of the records. */
static void
test_many (void)
{
  static const GlaClinicPrior priors[] = { { 4.6, 0.3 } };
  const gsize n = 8000;
  g_autofree GlaClinicRecord *records = g_new (GlaClinicRecord, n);
  g_autofree GlaClinicRecord *turned = g_new (GlaClinicRecord, n);
  g_autoptr (GlaClinicFit) self = NULL;
  g_autoptr (GlaClinicFit) again = NULL;
  GlaRandom random;
  double u = 0.0;

  gla_random_init (&random, 51, 1, 0);
  for (gsize i = 0; i < n; i++)
    {
      double t;

      if (i % 2 == 0)
        u = 0.2 * gla_random_normal (&random);
      t = ceil (exp (log (120.0) + u + 0.3 * gla_random_normal (&random)));
      records[i].patient = (gint64) (i / 2);
      records[i].product = 0;
      records[i].log_dose_ratio = 0.0;
      records[i].interval.left = records[i].interval.right = MAX (t, 1);
      turned[n - 1 - i] = records[i];
    }
  self = fit (records, n, priors, 1);
  again = fit (turned, n, priors, 1);

  g_assert_cmpuint (self->n_used, ==, GLA_CLINIC_FIT_MAX_PATIENTS);
  g_assert_cmpuint (self->n_patients[0], ==, GLA_CLINIC_FIT_MAX_PATIENTS);
  gla_assert_near (self->centre[0], log (120.0), 0.02);
  gla_assert_near (self->tau, 0.2, 0.02);
  gla_assert_near (self->sigma, 0.3, 0.02);
  gla_assert_near (self->centre[0], again->centre[0], 1e-7);
}

static gboolean
stop_cb (gpointer data)
{
  return TRUE;
}

static void
test_refused (void)
{
  static const GlaClinicRecord bad[] = {
    { 1, 0, 0.0, { NAN, 112 } }, { 1, 0, 0.0, { 112, 84 } }, { 1, 1, 0.0, { 84, 112 } },
    { 1, 0, NAN, { 84, 112 } },  { 1, 0, HUGE_VAL, { 84, 112 } },
  };
  static const GlaClinicPrior bad_priors[] = {
    { NAN, 0.2 }, { HUGE_VAL, 0.2 }, { 4.8, 0.0 }, { 4.8, NAN }, { 4.8, -1.0 }, { 4.8, 1e-300 },
  };
  static const GlaClinicPrior prior = { 4.8, 0.2 };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (gla_clinic_fit_new (&bad[i], 1, &prior, 1, NULL, NULL, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
      g_clear_error (&error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_priors); i++)
    {
      g_assert_null (gla_clinic_fit_new (NULL, 0, &bad_priors[i], 1, NULL, NULL, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
      g_clear_error (&error);
    }

  g_assert_null (gla_clinic_fit_new (NULL, 0, &prior, 1, stop_cb, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

/* A prior that counts for very much is the result; one of nothing can't be. */
static void
test_common_prior (void)
{
  static const GlaClinicCommonPrior firm = { 0.1, 1e-5, 0.2, 1e7, 0.33, 1e7 };
  static const GlaClinicCommonPrior bad[] = {
    { NAN, 0.1, 0.25, 20, 0.28, 40 }, { 0.25, 0.0, 0.25, 20, 0.28, 40 },
    { 0.25, 0.1, 0.0, 20, 0.28, 40 }, { 0.25, 0.1, 0.25, 0, 0.28, 40 },
    { 0.25, 0.1, 0.25, 20, NAN, 40 }, { 0.25, 0.1, 0.25, 20, 0.28, HUGE_VAL },
  };
  GlaClinicPrior priors[2];
  gsize n;
  g_autofree GlaClinicRecord *records = load (&n, priors);
  g_autoptr (GlaClinicFit) self = NULL;

  self = gla_clinic_fit_new_with_prior (records, n, priors, 2, &firm, NULL, NULL, NULL);
  gla_assert_near (self->beta, 0.1, 1e-4);
  gla_assert_near (self->tau, 0.2, 1e-4);
  gla_assert_near (self->sigma, 0.33, 1e-4);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_clinic_fit_new_with_prior (records, n, priors, 2, &bad[i], NULL, NULL,
                                                    &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/clinic-fit/golden", test_golden);
  g_test_add_func ("/statistics/clinic-fit/maximum", test_maximum);
  g_test_add_func ("/statistics/clinic-fit/no-data", test_no_data);
  g_test_add_func ("/statistics/clinic-fit/invariance", test_invariance);
  g_test_add_func ("/statistics/clinic-fit/extreme", test_extreme);
  g_test_add_func ("/statistics/clinic-fit/many", test_many);
  g_test_add_func ("/statistics/clinic-fit/refused", test_refused);
  g_test_add_func ("/statistics/clinic-fit/common-prior", test_common_prior);

  return g_test_run ();
}

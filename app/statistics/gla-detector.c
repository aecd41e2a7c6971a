/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-detector.h"

#include "gla-groups.h"
#include "gla-model.h"
#include "gla-normal.h"

#include <math.h>

/* The lattice: u = -1.00..1.00, delta = -0.10..-2.00, and v = -3.00..1.00 for their sum. */
#define STEP 0.05
#define N_U 41
#define N_DELTA 39
#define N_V 81
#define FIRST_U -1.00
#define FIRST_DELTA -0.10
#define FIRST_V -3.00
#define U_IN_V 40
#define DELTA_IN_V 2

/* Outliers are uniform over a year; no record is more improbable than this. */
#define OUTLIER_DAYS 365.0
#define MIN_LIKELIHOOD 1e-12

#define AMBER 0.50
#define RED 0.90

/* Parts of a sum that are smaller than this power of e are nothing beside the largest. */
#define NEGLIGIBLE -45.0

/* @log_likelihood holds, for each area, visit and v, the tempered sum of log l_i(v). */
typedef struct
{
  const GlaDetectorSettings *settings;
  guint n_visits;
  guint n_areas;
  double log_prior_u[N_U];
  double log_prior_delta[N_DELTA];
  double *log_likelihood;
  double *log_weight;
  double log_none;
} Lattice;

static gboolean
check_record (const GlaDetectorRecord *record,
              GlaDuration             *interval)
{
  return gla_duration_read (&record->interval, interval) && gla_model_is_centre (record->centre)
         && record->visit >= 1 && record->visit <= G_MAXINT;
}

/* Logarithms of the weights exp (-(x - mean)^2 / 2 deviation^2) with sum 1. */
static void
set_prior (double *log_prior,
           guint   n,
           double  first,
           double  step,
           double  mean,
           double  deviation)
{
  double largest = -HUGE_VAL;
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double standard = (first + i * step - mean) / deviation;

      log_prior[i] = -0.5 * standard * standard;
      largest = MAX (largest, log_prior[i]);
    }
  for (guint i = 0; i < n; i++)
    sum += exp (log_prior[i] - largest);
  for (guint i = 0; i < n; i++)
    log_prior[i] -= largest + log (sum);
}

static double
sum_logarithms (const double *terms,
                guint         n)
{
  double largest = -HUGE_VAL;
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, terms[i]);
  for (guint i = 0; i < n; i++)
    {
      if (terms[i] - largest > NEGLIGIBLE)
        sum += exp (terms[i] - largest);
    }

  return largest + log (sum);
}

static double *
get_line (const Lattice *lattice,
          guint          area,
          guint          visit)
{
  return lattice->log_likelihood + ((gsize) area * lattice->n_visits + visit) * N_V;
}

static void
add_record (const Lattice     *lattice,
            guint              area,
            guint              visit,
            const GlaDuration *interval,
            double             centre)
{
  double sigma = lattice->settings->sigma;
  double eps = lattice->settings->outlier;
  double *line = get_line (lattice, area, visit);
  double low = gla_log_days (interval->left) - centre;
  double high = gla_log_days (interval->right) - centre;
  double outlier = eps / OUTLIER_DAYS
                   * (MIN (interval->right, OUTLIER_DAYS) - MIN (interval->left, OUTLIER_DAYS));
  double temper = 1.0 / (1.0 + lattice->settings->shared * (lattice->n_areas - 1.0));

  for (guint i = 0; i < N_V; i++)
    {
      double v = FIRST_V + i * STEP;
      double likelihood = (1.0 - eps) * gla_normal_interval ((low - v) / sigma,
                                                             (high - v) / sigma) + outlier;

      line[i] += temper * log (MAX (likelihood, MIN_LIKELIHOOD));
    }
}

/* Adds log Z_a(c, delta) of one area for all c and delta, and log Z_a(none). The sums
 * before and from visit c on come from running sums over the visits. */
static void
add_area (Lattice *lattice,
          guint    area)
{
  double before[N_U] = { 0.0 };
  double after[N_V] = { 0.0 };
  double terms[N_U];

  for (guint visit = 0; visit < lattice->n_visits; visit++)
    {
      const double *line = get_line (lattice, area, visit);

      for (guint i = 0; i < N_V; i++)
        after[i] += line[i];
    }

  for (guint i = 0; i < N_U; i++)
    terms[i] = lattice->log_prior_u[i] + after[U_IN_V + i];
  lattice->log_none += sum_logarithms (terms, N_U);

  for (guint c = 1; c < lattice->n_visits; c++)
    {
      const double *line = get_line (lattice, area, c - 1);

      for (guint i = 0; i < N_U; i++)
        before[i] += line[U_IN_V + i];
      for (guint i = 0; i < N_V; i++)
        after[i] -= line[i];

      for (guint k = 0; k < N_DELTA; k++)
        {
          const double *shifted = after + U_IN_V - DELTA_IN_V - k;

          for (guint i = 0; i < N_U; i++)
            terms[i] = lattice->log_prior_u[i] + before[i] + shifted[i];
          lattice->log_weight[(c - 1) * N_DELTA + k] += sum_logarithms (terms, N_U);
        }
    }
}

/* Turns the logarithms into the verdict: everything relative to the largest weight. */
static void
conclude (const Lattice *lattice,
          guint          skipped,
          GlaDetection  *detection)
{
  guint n_changes = lattice->n_visits - 1;
  double by_delta[N_DELTA] = { 0.0 };
  double largest = lattice->log_none;
  double change = 0.0;
  double mean = 0.0;
  double sum = 0.0;
  double best = -1.0;
  double none;

  for (guint j = 0; j < n_changes * N_DELTA; j++)
    largest = MAX (largest, lattice->log_weight[j]);

  for (guint c = 0; c < n_changes; c++)
    {
      double here = 0.0;

      for (guint k = 0; k < N_DELTA; k++)
        {
          double weight = exp (lattice->log_weight[c * N_DELTA + k] - largest);

          here += weight;
          by_delta[k] += weight;
        }
      change += here;
      if (here > best)
        {
          best = here;
          detection->change_at_visit = skipped + c + 2;
        }
    }

  none = exp (lattice->log_none - largest);
  detection->p_change = change / (change + none);
  detection->ratio_low = 0.0;
  for (int k = N_DELTA - 1; k >= 0; k--)
    {
      double delta = FIRST_DELTA - k * STEP;

      mean += by_delta[k] / change * delta;
      if (delta <= log (0.8))
        detection->p20 += by_delta[k] / (change + none);
      if (sum < 0.1 * change && sum + by_delta[k] >= 0.1 * change)
        detection->ratio_low = exp (delta);
      if (sum < 0.9 * change && sum + by_delta[k] >= 0.9 * change)
        detection->ratio_high = exp (delta);
      sum += by_delta[k];
    }
  detection->ratio = exp (mean);
}

static void
run_lattice (Lattice      *lattice,
             guint         skipped,
             GlaDetection *detection)
{
  const GlaDetectorSettings *settings = lattice->settings;
  double log_hazard = log (settings->hazard);

  set_prior (lattice->log_prior_u, N_U, FIRST_U, STEP, 0.0,
             MIN (settings->tau, GLA_DETECTOR_MAX_TAU));
  set_prior (lattice->log_prior_delta, N_DELTA, FIRST_DELTA, -STEP, settings->delta_mean,
             settings->delta_deviation);
  lattice->log_none = log1p (-settings->hazard * (lattice->n_visits - 1.0));
  for (guint c = 0; c + 1 < lattice->n_visits; c++)
    {
      for (guint k = 0; k < N_DELTA; k++)
        lattice->log_weight[c * N_DELTA + k] = log_hazard + lattice->log_prior_delta[k];
    }

  for (guint area = 0; area < lattice->n_areas; area++)
    add_area (lattice, area);
  conclude (lattice, skipped, detection);
}

/* Numbers the areas of the records that are used; the others get no number. Returns
 * how many areas there are. */
static guint
number_areas (const GlaDetectorRecord *records,
              gsize                    n_records,
              guint                    skipped,
              guint                   *areas)
{
  g_autofree gint64 *ids = g_new (gint64, n_records);
  g_autofree guint *numbers = g_new (guint, n_records);
  gsize n = 0;
  guint n_areas;

  for (gsize i = 0; i < n_records; i++)
    {
      if (records[i].is_used && records[i].visit > skipped)
        ids[n++] = records[i].area;
    }
  n_areas = gla_groups_number (ids, n, numbers);

  n = 0;
  for (gsize i = 0; i < n_records; i++)
    areas[i] = records[i].is_used && records[i].visit > skipped ? numbers[n++] : G_MAXUINT;

  return n_areas;
}

static gboolean
check_settings (const GlaDetectorSettings *settings)
{
  return gla_model_is_deviation (settings->tau) && gla_model_is_deviation (settings->sigma)
         && settings->outlier >= 0.0 && settings->outlier < 1.0
         && settings->hazard > 0.0 && settings->hazard * GLA_DETECTOR_MAX_VISITS <= 1.0
         && gla_model_is_centre (settings->delta_mean)
         && gla_model_is_deviation (settings->delta_deviation)
         && settings->shared >= 0.0 && isfinite (settings->shared);
}

gboolean
gla_detector_evaluate_with (const GlaDetectorRecord    *records,
                            gsize                       n_records,
                            const GlaDetectorSettings  *settings,
                            GlaDetection               *detection,
                            GError                    **error)
{
  g_autofree guint *areas = NULL;
  g_autofree double *log_likelihood = NULL;
  g_autofree double *log_weight = NULL;
  Lattice lattice = { .settings = settings };
  GlaDuration interval;
  guint skipped;

  g_return_val_if_fail (records != NULL || n_records == 0, FALSE);
  g_return_val_if_fail (settings != NULL && detection != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *detection = (GlaDetection){ .ratio = 1.0, .ratio_low = 1.0, .ratio_high = 1.0 };
  if (!check_settings (settings))
    return gla_statistics_set_bad_setting (error);

  for (gsize i = 0; i < n_records; i++)
    {
      if (!check_record (&records[i], &interval))
        return gla_statistics_set_invalid (error, i);
      detection->n_visits = MAX (detection->n_visits, records[i].visit);
    }
  if (detection->n_visits < 2)
    return TRUE;

  skipped = MAX (detection->n_visits, GLA_DETECTOR_MAX_VISITS) - GLA_DETECTOR_MAX_VISITS;
  areas = g_new (guint, n_records);
  lattice.n_visits = detection->n_visits - skipped;
  lattice.n_areas = number_areas (records, n_records, skipped, areas);
  log_likelihood = g_new0 (double, (gsize) lattice.n_areas * lattice.n_visits * N_V);
  log_weight = g_new (double, (gsize) lattice.n_visits * N_DELTA);
  lattice.log_likelihood = log_likelihood;
  lattice.log_weight = log_weight;

  for (gsize i = 0; i < n_records; i++)
    {
      check_record (&records[i], &interval);
      if (areas[i] != G_MAXUINT)
        add_record (&lattice, areas[i], records[i].visit - 1 - skipped, &interval,
                    records[i].centre);
    }
  run_lattice (&lattice, skipped, detection);

  if (detection->n_visits >= GLA_DETECTOR_MIN_VISITS && detection->p20 >= RED)
    detection->tier = GLA_DETECTOR_RED;
  else if (detection->n_visits >= GLA_DETECTOR_MIN_VISITS && detection->p20 >= AMBER)
    detection->tier = GLA_DETECTOR_AMBER;

  return TRUE;
}

gboolean
gla_detector_evaluate (const GlaDetectorRecord  *records,
                       gsize                     n_records,
                       double                    tau,
                       double                    sigma,
                       GlaDetection             *detection,
                       GError                  **error)
{
  GlaDetectorSettings settings = GLA_DETECTOR_SETTINGS_INIT;

  settings.tau = tau;
  settings.sigma = sigma;
  return gla_detector_evaluate_with (records, n_records, &settings, detection, error);
}

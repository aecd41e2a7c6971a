/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-fit.h"

#include "gla-clinic-em.h"
#include "gla-groups.h"
#include "gla-model.h"
#include "gla-normal.h"
#include "gla-random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The sum of the changes of all parameters at which the fit stands still. */
#define STANDSTILL 1e-7

#define MAX_ITERATIONS 2000

/* A patient with the hash of the id, by which the part that is used is drawn. */
typedef struct
{
  guint64 hash;
  guint number;
} Drawn;

static int
compare_drawn (const void *a,
               const void *b)
{
  const Drawn *first = a;
  const Drawn *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;

  return (first->number > second->number) - (first->number < second->number);
}

static gboolean
is_weight (double weight)
{
  return isfinite (weight) && weight > 0.0;
}

static gboolean
check_input (const GlaClinicRecord       *records,
             gsize                        n_records,
             const GlaClinicPrior        *priors,
             guint                        n_products,
             const GlaClinicCommonPrior  *common,
             GError                     **error)
{
  if (!gla_model_is_centre (common->beta) || !gla_model_is_deviation (common->beta_deviation)
      || !gla_model_is_deviation (common->tau) || !gla_model_is_deviation (common->sigma)
      || !is_weight (common->tau_weight) || !is_weight (common->sigma_weight))
    return gla_statistics_set_bad_setting (error);

  for (guint r = 0; r < n_products; r++)
    {
      if (!gla_model_is_centre (priors[r].centre) || !gla_model_is_deviation (priors[r].deviation))
        return gla_statistics_set_bad_setting (error);
    }

  for (gsize i = 0; i < n_records; i++)
    {
      GlaDuration interval;

      if (!gla_duration_read (&records[i].interval, &interval)
          || records[i].product >= n_products || !gla_model_is_centre (records[i].log_dose_ratio))
        return gla_statistics_set_invalid (error, i);
    }

  return TRUE;
}

/* Gives the patients that are used a number, G_MAXUINT to the others. */
static guint
draw_patients (const gint64 *ids,
               gsize         n,
               guint        *numbers)
{
  guint n_patients = gla_groups_number (ids, n, numbers);
  g_autofree Drawn *drawn = g_new (Drawn, n_patients);
  g_autofree guint *place = g_new (guint, n_patients);
  guint n_used = MIN (n_patients, GLA_CLINIC_FIT_MAX_PATIENTS);

  for (gsize i = 0; i < n; i++)
    {
      guint64 x = (guint64) ids[i];

      drawn[numbers[i]].hash = gla_random_mix (&x);
      drawn[numbers[i]].number = numbers[i];
    }
  if (n_patients > 1)
    qsort (drawn, n_patients, sizeof (Drawn), compare_drawn);
  for (guint k = 0; k < n_patients; k++)
    place[drawn[k].number] = k < n_used ? k : G_MAXUINT;
  for (gsize i = 0; i < n; i++)
    numbers[i] = place[numbers[i]];

  return n_used;
}

/* The informative rows of the patients that are used, patient by patient. */
static GlaClinicRow *
sort_rows (const GlaClinicRecord *records,
           gsize                  n_records,
           guint                 *n_patients,
           gsize                **first)
{
  g_autofree gint64 *ids = g_new (gint64, n_records);
  g_autofree GlaClinicRow *unsorted = g_new (GlaClinicRow, n_records);
  g_autofree guint *numbers = g_new (guint, n_records);
  g_autofree gsize *next = NULL;
  GlaClinicRow *rows;
  gsize n = 0;

  for (gsize i = 0; i < n_records; i++)
    {
      GlaDuration interval;

      if (!gla_duration_read (&records[i].interval, &interval)
          || !gla_duration_is_informative (&interval))
        continue;
      ids[n] = records[i].patient;
      unsorted[n].product = records[i].product;
      unsorted[n].dose = records[i].log_dose_ratio;
      unsorted[n].log_left = gla_log_days (interval.left);
      unsorted[n].log_right = gla_log_days (interval.right);
      n++;
    }

  *n_patients = draw_patients (ids, n, numbers);
  *first = g_new0 (gsize, *n_patients + 1);
  for (gsize i = 0; i < n; i++)
    {
      if (numbers[i] != G_MAXUINT)
        (*first)[numbers[i] + 1]++;
    }
  for (guint p = 0; p < *n_patients; p++)
    (*first)[p + 1] += (*first)[p];

  next = g_memdup2 (*first, (*n_patients + 1) * sizeof (gsize));
  rows = g_new (GlaClinicRow, MAX ((*first)[*n_patients], 1));
  for (gsize i = 0; i < n; i++)
    {
      if (numbers[i] != G_MAXUINT)
        rows[next[numbers[i]]++] = unsorted[i];
    }

  return rows;
}

static double
get_distance (const double *a,
              const double *b,
              guint         n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += fabs (a[i] - b[i]);

  return sum;
}

/* Squared extrapolation of two EM steps x0 -> x1 -> x2: with r = x1 - x0 and
 * v = (x2 - x1) - r, x0 + 2 s r + s^2 v with s = |r| / |v|; s = 1 would be x2. */
static gboolean
extrapolate (const GlaClinicData *data,
             const double        *x0,
             const double        *x1,
             const double        *x2,
             double              *x)
{
  guint n = data->n_products + 3;
  double r2 = 0.0;
  double v2 = 0.0;
  double s;

  for (guint i = 0; i < n; i++)
    {
      double r = x1[i] - x0[i];
      double v = x2[i] - x1[i] - r;

      r2 += r * r;
      v2 += v * v;
    }
  if (v2 <= 0.0 || r2 <= v2)
    return FALSE;

  s = sqrt (r2 / v2);
  for (guint i = 0; i < n; i++)
    {
      double r = x1[i] - x0[i];

      x[i] = x0[i] + 2.0 * s * r + s * s * (x2[i] - x1[i] - r);
    }
  gla_clinic_em_clamp (data, x);

  return TRUE;
}

/* Runs EM from the priors until it stands still; the result is in @x0. */
static gboolean
run (const GlaClinicData *data,
     GlaClinicFit        *fit,
     double              *x0,
     GlaCancelFunc        cancel,
     gpointer             cancel_data,
     GError             **error)
{
  guint n = data->n_products + 3;
  g_autofree double *block = g_new (double, 4 * n);
  double *x1 = block;
  double *x2 = block + n;
  double *jump = block + 2 * n;
  double *landing = block + 3 * n;
  double before;

  gla_clinic_em_start (data, x0);
  fit->objective = gla_clinic_em_step (data, x0, x1);
  for (fit->iterations = 1; fit->iterations < MAX_ITERATIONS;)
    {
      if (gla_statistics_is_cancelled (cancel, cancel_data, error))
        return FALSE;

      before = gla_clinic_em_step (data, x1, x2);
      fit->iterations++;
      if (get_distance (x0, x1, n) < STANDSTILL && get_distance (x1, x2, n) < STANDSTILL)
        {
          memcpy (x0, x1, n * sizeof (double));
          fit->objective = before;
          return TRUE;
        }

      /* A jump that is no better than two plain steps is forgotten. */
      if (extrapolate (data, x0, x1, x2, jump))
        {
          double after = gla_clinic_em_step (data, jump, landing);

          fit->iterations++;
          if (after >= before)
            {
              memcpy (x0, jump, n * sizeof (double));
              memcpy (x1, landing, n * sizeof (double));
              fit->objective = after;
              continue;
            }
        }
      memcpy (x0, x1, n * sizeof (double));
      memcpy (x1, x2, n * sizeof (double));
      fit->objective = before;
    }

  return TRUE;
}

/* Counts the patients of each product and finds what remains uncertain about it. */
static void
find_variances (const GlaClinicData *data,
                GlaClinicFit        *fit)
{
  g_autofree guint *last_patient = g_new0 (guint, data->n_products);
  double single = fit->tau * fit->tau + fit->sigma * fit->sigma;

  for (guint p = 0; p < data->n_patients; p++)
    {
      for (gsize i = data->first[p]; i < data->first[p + 1]; i++)
        {
          guint product = data->rows[i].product;

          if (last_patient[product] != p + 1)
            fit->n_patients[product]++;
          last_patient[product] = p + 1;
        }
    }

  for (guint r = 0; r < data->n_products; r++)
    {
      double deviation = data->priors[r].deviation;

      fit->variance[r] = 1.0 / (1.0 / (deviation * deviation) + fit->n_patients[r] / single);
    }
}

GlaClinicFit *
gla_clinic_fit_new_with_prior (const GlaClinicRecord       *records,
                               gsize                        n_records,
                               const GlaClinicPrior        *priors,
                               guint                        n_products,
                               const GlaClinicCommonPrior  *common,
                               GlaCancelFunc                cancel,
                               gpointer                     cancel_data,
                               GError                     **error)
{
  g_autoptr (GlaClinicFit) fit = NULL;
  g_autofree GlaClinicRow *rows = NULL;
  g_autofree gsize *first = NULL;
  g_autofree double *parameters = NULL;
  GlaClinicData data = { 0 };

  g_return_val_if_fail (records != NULL || n_records == 0, NULL);
  g_return_val_if_fail (priors != NULL && n_products >= 1, NULL);
  g_return_val_if_fail (common != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_input (records, n_records, priors, n_products, common, error))
    return NULL;

  rows = sort_rows (records, n_records, &data.n_patients, &first);
  data.rows = rows;
  data.first = first;
  data.priors = priors;
  data.n_products = n_products;
  data.common = common;

  fit = g_new0 (GlaClinicFit, 1);
  fit->n_products = n_products;
  fit->n_used = data.n_patients;
  fit->centre = g_new (double, n_products);
  fit->variance = g_new (double, n_products);
  fit->n_patients = g_new0 (guint, n_products);
  parameters = g_new (double, n_products + 3);
  if (!run (&data, fit, parameters, cancel, cancel_data, error))
    return NULL;

  memcpy (fit->centre, parameters, n_products * sizeof (double));
  fit->beta = parameters[n_products];
  fit->tau = exp (parameters[n_products + 1]);
  fit->sigma = exp (parameters[n_products + 2]);
  find_variances (&data, fit);

  return g_steal_pointer (&fit);
}

GlaClinicFit *
gla_clinic_fit_new (const GlaClinicRecord  *records,
                    gsize                   n_records,
                    const GlaClinicPrior   *priors,
                    guint                   n_products,
                    GlaCancelFunc           cancel,
                    gpointer                cancel_data,
                    GError                **error)
{
  static const GlaClinicCommonPrior common = GLA_CLINIC_COMMON_PRIOR_INIT;

  return gla_clinic_fit_new_with_prior (records, n_records, priors, n_products, &common, cancel,
                                        cancel_data, error);
}

void
gla_clinic_fit_free (GlaClinicFit *self)
{
  if (self == NULL)
    return;

  g_free (self->centre);
  g_free (self->variance);
  g_free (self->n_patients);
  g_free (self);
}

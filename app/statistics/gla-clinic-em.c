/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-em.h"

#include "gla-normal.h"

#include <math.h>
#include <string.h>

#define N_GRID 41
#define REACH 5.0

/* Below this the moments come from the nearer bound. */
#define TINY_PROBABILITY 1e-280

/* Sums over the rows of each product for the least squares: of dose, dose squared, and
 * of the expected residual z sigma, alone and times dose; and over all. */
typedef struct
{
  double n;
  double x;
  double xx;
  double y;
  double xy;
} Sums;

typedef struct
{
  const GlaClinicData *data;
  const double *parameters;
  double tau;
  double sigma;
  double u[N_GRID];
  double log_prior[N_GRID];

  /* Of one patient: weights of the grid, and both moments of z, row by row. */
  double weight[N_GRID];
  double *moment1;
  double *moment2;

  /* Of all rows. */
  double *mean1;
  double *mean2;
  double squares_u;
  double log_likelihood;
} Step;

void
gla_clinic_em_start (const GlaClinicData *data,
                     double              *parameters)
{
  for (guint r = 0; r < data->n_products; r++)
    parameters[r] = data->priors[r].centre;
  parameters[data->n_products] = data->common->beta;
  parameters[data->n_products + 1] = log (data->common->tau);
  parameters[data->n_products + 2] = log (data->common->sigma);
}

void
gla_clinic_em_clamp (const GlaClinicData *data,
                     double              *parameters)
{
  double *log_tau = &parameters[data->n_products + 1];
  double *log_sigma = &parameters[data->n_products + 2];

  *log_tau = CLAMP (*log_tau, log (GLA_CLINIC_FIT_MIN_TAU), log (GLA_CLINIC_FIT_MAX_TAU));
  *log_sigma = CLAMP (*log_sigma, log (GLA_CLINIC_FIT_MIN_SIGMA), log (GLA_CLINIC_FIT_MAX_SIGMA));
}

static double
get_centre (const GlaClinicData *data,
            const double        *parameters,
            const GlaClinicRow  *row)
{
  return parameters[row->product] + parameters[data->n_products] * row->dose;
}

/* Log-probability of the bounds a < b and the first two moments of a normal z in them. */
static double
get_moments (double  a,
             double  b,
             double *moment1,
             double *moment2)
{
  double probability = gla_normal_interval (a, b);
  double density_a = isfinite (a) ? gla_normal_density (a) : 0.0;
  double density_b = isfinite (b) ? gla_normal_density (b) : 0.0;

  if (probability <= TINY_PROBABILITY)
    {
      *moment1 = a > 0.0 ? a : b;
      *moment2 = *moment1 * *moment1;
      return gla_normal_log_interval (a, b);
    }

  *moment1 = CLAMP ((density_a - density_b) / probability, a, b);
  *moment2 = 1.0;
  if (isfinite (a))
    *moment2 += a * density_a / probability;
  if (isfinite (b))
    *moment2 -= b * density_b / probability;
  *moment2 = MAX (*moment2, *moment1 * *moment1);

  return log (probability);
}

static void
expect_patient (Step  *step,
                gsize  first,
                gsize  end)
{
  double largest = -HUGE_VAL;
  double sum = 0.0;

  memcpy (step->weight, step->log_prior, sizeof (step->weight));
  for (gsize i = first; i < end; i++)
    {
      const GlaClinicRow *row = &step->data->rows[i];
      double centre = get_centre (step->data, step->parameters, row);
      gsize place = (i - first) * N_GRID;

      for (guint k = 0; k < N_GRID; k++)
        step->weight[k] += get_moments ((row->log_left - centre - step->u[k]) / step->sigma,
                                        (row->log_right - centre - step->u[k]) / step->sigma,
                                        &step->moment1[place + k], &step->moment2[place + k]);
    }

  for (guint k = 0; k < N_GRID; k++)
    largest = MAX (largest, step->weight[k]);
  for (guint k = 0; k < N_GRID; k++)
    {
      step->weight[k] = exp (step->weight[k] - largest);
      sum += step->weight[k];
    }
  step->log_likelihood += largest + log (sum);

  for (guint k = 0; k < N_GRID; k++)
    {
      step->weight[k] /= sum;
      step->squares_u += step->weight[k] * step->u[k] * step->u[k];
    }
  for (gsize i = first; i < end; i++)
    {
      gsize place = (i - first) * N_GRID;

      step->mean1[i] = 0.0;
      step->mean2[i] = 0.0;
      for (guint k = 0; k < N_GRID; k++)
        {
          step->mean1[i] += step->weight[k] * step->moment1[place + k];
          step->mean2[i] += step->weight[k] * step->moment2[place + k];
        }
    }
}

/* The penalty of the priors, up to a constant. */
static double
get_penalty (const Step *step)
{
  const GlaClinicData *data = step->data;
  const GlaClinicCommonPrior *common = data->common;
  double beta = (step->parameters[data->n_products] - common->beta) / common->beta_deviation;
  double tau2 = step->tau * step->tau;
  double sigma2 = step->sigma * step->sigma;
  double penalty = 0.5 * beta * beta
                   + 0.5 * common->tau_weight * (log (tau2) + common->tau * common->tau / tau2)
                   + 0.5 * common->sigma_weight
                       * (log (sigma2) + common->sigma * common->sigma / sigma2);

  for (guint r = 0; r < data->n_products; r++)
    {
      double distance = (step->parameters[r] - data->priors[r].centre) / data->priors[r].deviation;

      penalty += 0.5 * distance * distance;
    }

  return penalty;
}

/* Ridge least squares of E[y] - E[u] = M + sigma E[z]. Only the dose couples the
 * products, so that the normal equations are solved by eliminating these. */
static void
solve_centres (const Step *step,
               double     *next)
{
  const GlaClinicData *data = step->data;
  g_autofree Sums *sums = g_new0 (Sums, data->n_products);
  double sigma2 = step->sigma * step->sigma;
  double ridge = sigma2 / (data->common->beta_deviation * data->common->beta_deviation);
  double above = ridge * data->common->beta;
  double below = ridge;

  for (gsize i = 0; i < data->first[data->n_patients]; i++)
    {
      const GlaClinicRow *row = &data->rows[i];
      double y = get_centre (data, step->parameters, row) + step->sigma * step->mean1[i];

      sums[row->product].n += 1.0;
      sums[row->product].x += row->dose;
      sums[row->product].xx += row->dose * row->dose;
      sums[row->product].y += y;
      sums[row->product].xy += row->dose * y;
    }

  for (guint r = 0; r < data->n_products; r++)
    {
      double own = sigma2 / (data->priors[r].deviation * data->priors[r].deviation);

      sums[r].n += own;
      sums[r].y += own * data->priors[r].centre;
      above += sums[r].xy - sums[r].x * sums[r].y / sums[r].n;
      below += sums[r].xx - sums[r].x * sums[r].x / sums[r].n;
    }
  next[data->n_products] = above / below;
  for (guint r = 0; r < data->n_products; r++)
    next[r] = (sums[r].y - sums[r].x * next[data->n_products]) / sums[r].n;
}

static void
maximise (const Step *step,
          double     *next)
{
  const GlaClinicData *data = step->data;
  const GlaClinicCommonPrior *common = data->common;
  gsize n = data->first[data->n_patients];
  double squares = 0.0;
  double tau2;
  double sigma2;

  solve_centres (step, next);
  for (gsize i = 0; i < n; i++)
    {
      double shift = get_centre (data, next, &data->rows[i])
                     - get_centre (data, step->parameters, &data->rows[i]);

      squares += step->sigma * step->sigma * step->mean2[i]
                 - 2.0 * shift * step->sigma * step->mean1[i] + shift * shift;
    }

  tau2 = (common->tau_weight * common->tau * common->tau + step->squares_u)
         / (common->tau_weight + data->n_patients);
  sigma2 = (common->sigma_weight * common->sigma * common->sigma + squares)
           / (common->sigma_weight + n);
  next[data->n_products + 1] = 0.5 * log (tau2);
  next[data->n_products + 2] = 0.5 * log (sigma2);
  gla_clinic_em_clamp (data, next);
}

/* The grid with the logarithm of the normal weights, whose sum is 1. */
static void
lay_grid (Step *step)
{
  double sum = 0.0;

  for (guint k = 0; k < N_GRID; k++)
    {
      double v = REACH * (2.0 * k / (N_GRID - 1.0) - 1.0);

      step->u[k] = v * step->tau;
      step->log_prior[k] = -0.5 * v * v;
      sum += exp (step->log_prior[k]);
    }
  for (guint k = 0; k < N_GRID; k++)
    step->log_prior[k] -= log (sum);
}

double
gla_clinic_em_step (const GlaClinicData *data,
                    const double        *parameters,
                    double              *next)
{
  gsize n = data->first[data->n_patients];
  g_autofree double *means = g_new (double, 2 * n);
  g_autofree double *moments = NULL;
  Step step = { .data = data, .parameters = parameters };
  gsize longest = 0;

  for (guint p = 0; p < data->n_patients; p++)
    longest = MAX (longest, data->first[p + 1] - data->first[p]);
  moments = g_new (double, 2 * longest * N_GRID);
  step.moment1 = moments;
  step.moment2 = moments + longest * N_GRID;
  step.mean1 = means;
  step.mean2 = means + n;
  step.tau = exp (parameters[data->n_products + 1]);
  step.sigma = exp (parameters[data->n_products + 2]);

  lay_grid (&step);
  for (guint p = 0; p < data->n_patients; p++)
    expect_patient (&step, data->first[p], data->first[p + 1]);
  maximise (&step, next);

  return step.log_likelihood - get_penalty (&step);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-npmle-fit.h"

#include <math.h>
#include <string.h>

#define MAX_ITERATIONS 20000
#define MAX_HALVINGS 11

/* The part of the tolerance at which further steps are rounding only. */
#define POLISHED 1e-3
#define MAX_STALLED 5

/* Differences of prefix sums below this have lost digits and are summed anew. */
#define CANCELLATION 1e-6

/* The arrays of a run. @f is the distribution function: f[0] = 0, f[m] = 1. */
typedef struct
{
  const GlaNpmle *npmle;
  guint m;
  guint n_sides;
  guint start[3];
  double total;
  double *mass;
  double *f;
  double *g;
  double *trial_mass;
  double *trial_f;
  double *target_f;
  double *slope;
  double *curvature;
  double *value;
  double *height;
  guint *length;
  double *probability;
} Run;

static void
run_init (Run            *run,
          const GlaNpmle *npmle,
          GlaNpmleFit    *fit)
{
  guint m = npmle->n_bins;
  double *block = g_new0 (double, 10 * ((gsize) m + 1));

  run->npmle = npmle;
  run->m = m;
  run->n_sides = fit->split == 0 ? 1 : 2;
  run->start[0] = 0;
  run->start[1] = fit->split == 0 ? m : fit->split;
  run->start[2] = m;
  run->total = 1.0 / run->n_sides;
  run->mass = fit->mass;
  run->f = block;
  run->g = run->f + m + 1;
  run->trial_mass = run->g + m + 1;
  run->trial_f = run->trial_mass + m + 1;
  run->target_f = run->trial_f + m + 1;
  run->slope = run->target_f + m + 1;
  run->curvature = run->slope + m + 1;
  run->value = run->curvature + m + 1;
  run->height = run->value + m + 1;
  run->length = g_new (guint, m + 1);
  run->probability = g_new (double, npmle->n_cells);
}

static void
run_clear (Run *run)
{
  g_free (run->f);
  g_free (run->length);
  g_free (run->probability);
}

/* F from the masses, exact at the ends of both sides. */
static void
sum_up (const Run    *run,
        const double *mass,
        double       *f)
{
  for (guint side = 0; side < run->n_sides; side++)
    {
      double sum = side * run->total;

      for (guint j = run->start[side]; j < run->start[side + 1]; j++)
        {
          f[j] = sum;
          sum += mass[j];
        }
    }
  f[run->m] = 1.0;
}

/* The probabilities of all cells and their log-likelihood; minus infinity as soon as
 * one cell has none. */
static double
evaluate (const Run    *run,
          const double *mass,
          const double *f)
{
  double log_likelihood = 0.0;

  for (gsize c = 0; c < run->npmle->n_cells; c++)
    {
      const GlaNpmleCell *cell = &run->npmle->cells[c];
      double p = f[cell->last + 1] - f[cell->first];

      if (p < CANCELLATION)
        {
          p = 0.0;
          for (guint j = cell->first; j <= cell->last; j++)
            p += mass[j];
          if (p <= 0.0)
            return -HUGE_VAL;
        }

      run->probability[c] = p;
      log_likelihood += cell->weight * log (p);
    }

  return log_likelihood;
}

/* g_j by a difference array, and the bound of the missing log-likelihood. */
static double
find_gradient (Run *run)
{
  const GlaNpmle *npmle = run->npmle;
  double sum = 0.0;
  double bound = 0.0;

  memset (run->g, 0, (run->m + 1) * sizeof (double));
  for (gsize c = 0; c < npmle->n_cells; c++)
    {
      double part = npmle->cells[c].weight / run->probability[c];

      run->g[npmle->cells[c].first] += part;
      run->g[npmle->cells[c].last + 1] -= part;
    }

  for (guint side = 0; side < run->n_sides; side++)
    {
      double largest = 0.0;

      for (guint j = run->start[side]; j < run->start[side + 1]; j++)
        {
          sum += run->g[j];
          run->g[j] = sum;
          largest = MAX (largest, sum);
        }
      bound += largest * run->total;
    }

  return MAX (bound - npmle->weight, 0.0);
}

/* The EM step, p_j <- p_j g_j rescaled to the total of each side. */
static void
step_em (const Run *run,
         double    *mass)
{
  for (guint side = 0; side < run->n_sides; side++)
    {
      double sum = 0.0;

      for (guint j = run->start[side]; j < run->start[side + 1]; j++)
        {
          mass[j] = run->mass[j] * MAX (run->g[j], 0.0);
          sum += mass[j];
        }
      for (guint j = run->start[side]; j < run->start[side + 1]; j++)
        mass[j] = sum > 0.0 ? mass[j] * (run->total / sum) : run->mass[j];
    }
}

/* Slope and curvature of the log-likelihood in F after bin j, at index j from 1. */
static void
find_slopes (Run *run)
{
  const GlaNpmle *npmle = run->npmle;

  memset (run->slope, 0, (run->m + 1) * sizeof (double));
  memset (run->curvature, 0, (run->m + 1) * sizeof (double));
  for (gsize c = 0; c < npmle->n_cells; c++)
    {
      const GlaNpmleCell *cell = &npmle->cells[c];
      double part = cell->weight / run->probability[c];
      double square = part / run->probability[c];

      run->slope[cell->last + 1] += part;
      run->slope[cell->first] -= part;
      run->curvature[cell->last + 1] += square;
      run->curvature[cell->first] += square;
    }
}

/* Weighted isotonic regression of F + d/h with weights h on the inner boundaries of
 * one side (pool adjacent violators), clipped to the ends of the side. */
static void
regress (Run   *run,
         guint  side)
{
  double low = side * run->total;
  double high = low + run->total;
  guint n_blocks = 0;
  guint j = run->start[side] + 1;

  for (guint i = run->start[side] + 1; i < run->start[side + 1]; i++)
    {
      run->height[n_blocks] = run->curvature[i];
      run->value[n_blocks] = run->f[i] + run->slope[i] / run->curvature[i];
      run->length[n_blocks] = 1;
      n_blocks++;
      while (n_blocks > 1 && run->value[n_blocks - 2] >= run->value[n_blocks - 1])
        {
          double weight = run->height[n_blocks - 2] + run->height[n_blocks - 1];

          run->value[n_blocks - 2] += (run->value[n_blocks - 1] - run->value[n_blocks - 2])
                                      * (run->height[n_blocks - 1] / weight);
          run->height[n_blocks - 2] = weight;
          run->length[n_blocks - 2] += run->length[n_blocks - 1];
          n_blocks--;
        }
    }

  for (guint block = 0; block < n_blocks; block++)
    {
      for (guint k = 0; k < run->length[block]; k++)
        run->target_f[j++] = CLAMP (run->value[block], low, high);
    }
  run->target_f[run->start[side]] = low;
  run->target_f[run->start[side + 1]] = high;
}

/* Goes towards the regression by 1, 1/2, ..., 2^-11 of the way until the likelihood
 * rises; leaves masses and F as they are if it never does. */
static double
step_icm (Run    *run,
          double  log_likelihood)
{
  double alpha = 1.0;

  find_slopes (run);
  for (guint side = 0; side < run->n_sides; side++)
    regress (run, side);

  for (guint halving = 0; halving <= MAX_HALVINGS; halving++, alpha *= 0.5)
    {
      double raised;

      for (guint j = 0; j <= run->m; j++)
        run->trial_f[j] = run->f[j] + alpha * (run->target_f[j] - run->f[j]);
      for (guint j = 0; j < run->m; j++)
        run->trial_mass[j] = MAX (run->trial_f[j + 1] - run->trial_f[j], 0.0);

      raised = evaluate (run, run->trial_mass, run->trial_f);
      if (raised > log_likelihood)
        {
          memcpy (run->mass, run->trial_mass, run->m * sizeof (double));
          memcpy (run->f, run->trial_f, (run->m + 1) * sizeof (double));
          return raised;
        }
    }

  return evaluate (run, run->mass, run->f);
}

/* Within the tolerance a full fit goes on until the bound is next to rounding, since
 * quantiles where F is flat depend on the last digits; @stalled steps did not lower it. */
static gboolean
is_decided (const GlaNpmleFit *fit,
            guint              stalled)
{
  if (!isinf (fit->target))
    return fit->gap <= fit->tolerance || fit->log_likelihood >= fit->target
           || fit->log_likelihood + fit->gap < fit->target;

  return fit->gap <= POLISHED * fit->tolerance
         || (fit->gap <= fit->tolerance && stalled >= MAX_STALLED);
}

gboolean
gla_npmle_fit (const GlaNpmle  *self,
               GlaNpmleFit     *fit,
               GlaCancelFunc    cancel,
               gpointer         cancel_data,
               GError         **error)
{
  Run run;
  gboolean is_cancelled = FALSE;
  double best = HUGE_VAL;
  guint stalled = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (fit != NULL && fit->mass != NULL, FALSE);
  g_return_val_if_fail (fit->split < self->n_bins, FALSE);
  g_return_val_if_fail (!isnan (fit->target) && fit->tolerance >= 0.0, FALSE);

  run_init (&run, self, fit);
  sum_up (&run, run.mass, run.f);
  fit->log_likelihood = evaluate (&run, run.mass, run.f);
  fit->iterations = 0;
  fit->gap = find_gradient (&run);

  while (!is_decided (fit, stalled) && fit->iterations < MAX_ITERATIONS)
    {
      is_cancelled = gla_statistics_is_cancelled (cancel, cancel_data, error);
      if (is_cancelled)
        break;

      step_em (&run, run.mass);
      sum_up (&run, run.mass, run.f);
      fit->log_likelihood = evaluate (&run, run.mass, run.f);
      fit->log_likelihood = step_icm (&run, fit->log_likelihood);
      fit->gap = find_gradient (&run);
      fit->iterations++;
      stalled = fit->gap < best ? 0 : stalled + 1;
      best = MIN (best, fit->gap);
    }

  run_clear (&run);
  return !is_cancelled;
}

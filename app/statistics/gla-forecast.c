/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-forecast.h"

#include "gla-model.h"
#include "gla-normal.h"

#include <math.h>

#define N_U 61
#define N_Z 17
#define N_NODES (N_U * N_Z)
#define U_REACH 5.0
#define Z_REACH 4.0

/* Nodes with less than this part of the largest weight cannot be seen in the sum. */
#define NEGLIGIBLE 1e-18

/* Tails above this can be divided by; smaller ones are compared by logarithms. */
#define SAFE_TAIL 1e-280

#define N_BISECTIONS 60

/* More would let sigma overflow at the end of the grid. */
#define MAX_KAPPA 10.0

/* No effect lasts so many days; the logarithm of days that a number can hold. */
#define MAX_CONFIRMED 1e9
#define MAX_LOG_DAY 709.0

/* A grid whose step exceeds the spread of the posterior is laid anew around it. */
#define MAX_GRIDS 4
#define GRID_REACH 6.0

/* The rectangle that a grid covers, in units of tau and kappa. */
typedef struct
{
  double low_u;
  double high_u;
  double low_z;
  double high_z;
} Area;

/* A value of u and sigma with its weight after conditioning, and the tail beyond the
 * confirmed day. */
typedef struct
{
  double u;
  double z;
  double sigma;
  double weight;
  double start;
  double tail;
} Node;

struct _GlaForecast
{
  double centre;
  double confirmed;
  double mean;
  double deviation;
  double mean_sigma;
  guint n_nodes;
  Node nodes[N_NODES];
};

static gboolean
check_settings (const GlaForecastSpread *prior,
                double                  centre,
                double                  confirmed)
{
  return gla_model_is_deviation (prior->tau) && gla_model_is_deviation (prior->sigma)
         && prior->kappa >= 0.0 && prior->kappa <= MAX_KAPPA
         && gla_model_is_centre (centre) && confirmed >= 0.0 && confirmed <= MAX_CONFIRMED;
}

/* The grid with the logarithm of the prior as weights. The ends count half, as in the
 * trapezoidal rule: very regular patients lean on the smallest sigma. */
static void
lay_grid (GlaForecast            *self,
          const GlaForecastSpread *prior,
          const Area             *area)
{
  for (guint i = 0; i < N_U; i++)
    {
      double v = area->low_u + (area->high_u - area->low_u) * i / (N_U - 1.0);

      for (guint k = 0; k < N_Z; k++)
        {
          double z = area->low_z + (area->high_z - area->low_z) * k / (N_Z - 1.0);
          Node *node = &self->nodes[i * N_Z + k];

          node->u = v * prior->tau;
          node->z = z;
          node->sigma = prior->sigma * exp (prior->kappa * z);
          node->weight = -0.5 * v * v - 0.5 * z * z;
          if (i == 0 || i == N_U - 1)
            node->weight -= G_LN2;
          if (k == 0 || k == N_Z - 1)
            node->weight -= G_LN2;
        }
    }
  self->n_nodes = N_NODES;
}

static void
learn (GlaForecast       *self,
       const GlaDuration *interval,
       double             centre)
{
  double low = gla_log_days (interval->left) - centre;
  double high = gla_log_days (interval->right) - centre;

  for (guint k = 0; k < self->n_nodes; k++)
    {
      Node *node = &self->nodes[k];

      node->weight += gla_normal_log_interval ((low - node->u) / node->sigma,
                                               (high - node->u) / node->sigma);
    }
}

/* From logarithms to weights with sum 1. */
static void
normalise (GlaForecast *self)
{
  double largest = -HUGE_VAL;
  double sum = 0.0;

  for (guint k = 0; k < self->n_nodes; k++)
    largest = MAX (largest, self->nodes[k].weight);
  for (guint k = 0; k < self->n_nodes; k++)
    {
      self->nodes[k].weight = exp (self->nodes[k].weight - largest);
      sum += self->nodes[k].weight;
    }
  for (guint k = 0; k < self->n_nodes; k++)
    self->nodes[k].weight /= sum;
}

static void
summarise (GlaForecast *self)
{
  double squares = 0.0;

  self->mean = 0.0;
  self->mean_sigma = 0.0;
  for (guint k = 0; k < self->n_nodes; k++)
    {
      const Node *node = &self->nodes[k];

      self->mean += node->weight * node->u;
      self->mean_sigma += node->weight * node->sigma;
    }
  for (guint k = 0; k < self->n_nodes; k++)
    squares += self->nodes[k].weight * (self->nodes[k].u - self->mean)
               * (self->nodes[k].u - self->mean);
  self->deviation = sqrt (squares);
}

/* Draws one side of the area in around the posterior when the step of the grid is too
 * coarse for it. A sum over equal steps is exact to 1e-8 once a step is no more than
 * the standard deviation. Returns whether the side was changed. */
static gboolean
narrow (double *low,
        double *high,
        guint   n,
        double  mean,
        double  deviation)
{
  double step = (*high - *low) / (n - 1.0);
  double reach = GRID_REACH * MAX (deviation, 0.5 * step);

  if (deviation >= step || mean + reach <= *low || mean - reach >= *high)
    return FALSE;

  *low = MAX (*low, mean - reach);
  *high = MIN (*high, mean + reach);
  return TRUE;
}

static gboolean
narrow_area (const GlaForecast *self,
             double             tau,
             Area              *area)
{
  double mean = 0.0;
  double squares = 0.0;
  gboolean is_narrowed;

  for (guint k = 0; k < self->n_nodes; k++)
    mean += self->nodes[k].weight * self->nodes[k].z;
  for (guint k = 0; k < self->n_nodes; k++)
    squares += self->nodes[k].weight * (self->nodes[k].z - mean) * (self->nodes[k].z - mean);

  is_narrowed = narrow (&area->low_u, &area->high_u, N_U, self->mean / tau, self->deviation / tau);
  is_narrowed |= narrow (&area->low_z, &area->high_z, N_Z, mean, sqrt (squares));

  return is_narrowed;
}

/* Finds the posterior of u and sigma from checked records. */
static void
find_posterior (GlaForecast             *self,
                const GlaForecastRecord *history,
                gsize                    n_history,
                const GlaForecastSpread  *prior)
{
  Area area = { -U_REACH, U_REACH, -Z_REACH, Z_REACH };

  for (guint n_grids = 1;; n_grids++)
    {
      lay_grid (self, prior, &area);
      for (gsize i = 0; i < n_history; i++)
        {
          GlaDuration interval;

          if (gla_duration_read (&history[i].interval, &interval)
              && gla_duration_is_informative (&interval))
            learn (self, &interval, history[i].centre);
        }
      normalise (self);
      summarise (self);
      if (n_grids == MAX_GRIDS || !narrow_area (self, prior->tau, &area))
        break;
    }
}

/* Multiplies by the probability of T > confirmed, keeps that tail for the quotients of
 * F and drops the nodes that cannot matter any more. */
static void
condition (GlaForecast *self)
{
  double low = gla_log_days (self->confirmed) - self->centre;
  guint n = 0;

  for (guint k = 0; k < self->n_nodes; k++)
    {
      Node *node = &self->nodes[k];

      node->start = (low - node->u) / node->sigma;
      node->tail = gla_normal_upper (node->start);
      node->weight = log (node->weight) + gla_normal_log_upper (node->start);
    }
  normalise (self);

  for (guint k = 0; k < self->n_nodes; k++)
    {
      if (self->nodes[k].weight > NEGLIGIBLE)
        self->nodes[n++] = self->nodes[k];
    }
  self->n_nodes = n;
}

GlaForecast *
gla_forecast_new (const GlaForecastRecord  *history,
                  gsize                     n_history,
                  const GlaForecastSpread   *prior,
                  double                    centre,
                  double                    confirmed,
                  GError                  **error)
{
  g_autoptr (GlaForecast) self = NULL;

  g_return_val_if_fail (history != NULL || n_history == 0, NULL);
  g_return_val_if_fail (prior != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_settings (prior, centre, confirmed))
    {
      gla_statistics_set_bad_setting (error);
      return NULL;
    }

  self = g_new0 (GlaForecast, 1);
  self->centre = centre;
  self->confirmed = confirmed;
  for (gsize i = 0; i < n_history; i++)
    {
      GlaDuration interval;

      if (!gla_model_is_centre (history[i].centre)
          || !gla_duration_read (&history[i].interval, &interval))
        {
          gla_statistics_set_invalid (error, i);
          return NULL;
        }
    }
  find_posterior (self, history, n_history, prior);
  condition (self);

  return g_steal_pointer (&self);
}

void
gla_forecast_free (GlaForecast *self)
{
  g_free (self);
}

static double
get_probability (const GlaForecast *self,
                 double             log_day)
{
  double probability = 0.0;

  for (guint k = 0; k < self->n_nodes; k++)
    {
      const Node *node = &self->nodes[k];
      double end = (log_day - self->centre - node->u) / node->sigma;

      if (node->tail > SAFE_TAIL)
        probability += node->weight * (gla_normal_interval (node->start, end) / node->tail);
      else
        probability -= node->weight * expm1 (gla_normal_log_upper (end)
                                             - gla_normal_log_upper (node->start));
    }

  return CLAMP (probability, 0.0, 1.0);
}

double
gla_forecast_get_probability (const GlaForecast *self,
                              double             day)
{
  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (!isnan (day), 0.0);

  if (day <= self->confirmed)
    return 0.0;

  return get_probability (self, gla_log_days (day));
}

double
gla_forecast_get_quantile (const GlaForecast *self,
                           double             p)
{
  double low;
  double high;

  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (p > 0.0 && p < 1.0, 0.0);

  low = self->confirmed > 0.0 ? log (self->confirmed) : self->centre - 1.0;
  if (self->confirmed <= 0.0)
    {
      while (get_probability (self, low) > p)
        low -= 1.0;
    }
  high = MAX (low, self->centre) + 1.0;
  while (get_probability (self, high) < p && high < MAX_LOG_DAY)
    high = MIN (high + 1.0, MAX_LOG_DAY);

  for (guint i = 0; i < N_BISECTIONS && high - low > 1e-12; i++)
    {
      double middle = 0.5 * (low + high);

      if (get_probability (self, middle) < p)
        low = middle;
      else
        high = middle;
    }

  return MAX (exp (high), self->confirmed);
}

int
gla_forecast_get_day (const GlaForecast *self,
                      double             p)
{
  return (int) MIN (ceil (gla_forecast_get_quantile (self, p)), G_MAXINT);
}

void
gla_forecast_get_own_effect (const GlaForecast *self,
                             double            *mean,
                             double            *deviation,
                             double            *mean_sigma)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (mean != NULL && deviation != NULL && mean_sigma != NULL);

  *mean = self->mean;
  *deviation = self->deviation;
  *mean_sigma = self->mean_sigma;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-npmle.h"

#include "gla-npmle-fit.h"

#include <math.h>

/* The proof of the maximum asks for this much missing log-likelihood per record. */
#define TOLERANCE 1e-10

/* A value of F this far from x still counts as x. */
#define QUANTILE_TOLERANCE 1e-9

/* A day this little after a whole one is that day: rounding, no information. */
#define DAY_TOLERANCE 1e-6

/* The table of records: row L, column R, the last column for Inf. */
typedef struct
{
  guint n_days;
  gsize n_columns;
  double *weights;
} Table;

/* Reads a record into table places; %FALSE if it is impossible. */
static gboolean
read_record (const GlaDuration *record,
             double             weight,
             GlaDuration       *interval)
{
  if (!gla_duration_read (record, interval) || !isfinite (weight) || weight <= 0.0)
    return FALSE;
  if (interval->left > floor (interval->left))
    return FALSE;
  if (isfinite (interval->right) && interval->right > floor (interval->right))
    return FALSE;

  if (interval->right > GLA_NPMLE_LAST_DAY)
    interval->right = HUGE_VAL;
  interval->left = MIN (interval->left, GLA_NPMLE_LAST_DAY);

  return TRUE;
}

/* Fills the table; the numbers of records and their weights go to @self. */
static gboolean
count_records (GlaNpmle           *self,
               Table              *table,
               const GlaDuration  *records,
               const double       *weights,
               gsize               n_records,
               GError            **error)
{
  table->n_days = GLA_NPMLE_LAST_DAY + 1;
  table->n_columns = table->n_days + 1;
  table->weights = g_new0 (double, table->n_days * table->n_columns);

  for (gsize i = 0; i < n_records; i++)
    {
      double weight = weights != NULL ? weights[i] : 1.0;
      GlaDuration interval;
      gboolean is_finite;
      gsize column;

      if (!read_record (&records[i], weight, &interval))
        return gla_statistics_set_invalid (error, i);
      if (!gla_duration_is_informative (&interval))
        continue;

      is_finite = isfinite (interval.right);
      column = is_finite ? (gsize) interval.right : table->n_days;
      table->weights[(gsize) interval.left * table->n_columns + column] += weight;
      self->n++;
      self->weight += weight;
      self->n_finite += is_finite ? 1 : 0;
      self->finite_weight += is_finite ? weight : 0.0;
    }

  if (self->n == 0)
    return gla_statistics_set_too_few (error);

  return TRUE;
}

/* Marks the left ends (1) and right ends (2) of the days, and makes room for a cell of
 * each interval. */
static guint8 *
mark_ends (GlaNpmle    *self,
           const Table *table)
{
  guint8 *ends = g_new0 (guint8, table->n_columns);
  gsize n = 0;

  for (gsize left = 0; left < table->n_days; left++)
    {
      const double *row = table->weights + left * table->n_columns;

      for (gsize column = left + 1; column < table->n_columns; column++)
        {
          if (row[column] > 0.0)
            {
              ends[left] |= 1;
              ends[column] |= 2;
              n++;
            }
        }
    }

  self->cells = g_new (GlaNpmleCell, n);
  return ends;
}

/* Walks the days upwards, right ends before left ends: a bin is made of each left end
 * that is followed directly by a right end. */
static void
find_bins (GlaNpmle     *self,
           const Table  *table,
           const guint8 *ends)
{
  double pending = -1.0;

  self->left = g_new (double, table->n_columns);
  self->right = g_new (double, table->n_columns);
  self->n_days = table->n_days;
  self->first_of_day = g_new (guint, table->n_days);
  self->last_of_day = g_new (guint, table->n_days);

  for (guint day = 0; day < table->n_columns; day++)
    {
      if ((ends[day] & 2) != 0 && pending >= 0.0)
        {
          self->left[self->n_bins] = pending;
          self->right[self->n_bins] = day < table->n_days ? day : HUGE_VAL;
          self->n_bins++;
          pending = -1.0;
        }
      if (day == table->n_days)
        break;
      self->last_of_day[day] = self->n_bins;
      if ((ends[day] & 1) != 0)
        pending = day;
    }

  g_assert (self->n_bins > 0 && pending < 0.0);

  for (guint day = 0, b = 0; day < table->n_days; day++)
    {
      while (b < self->n_bins && self->left[b] < day)
        b++;
      self->first_of_day[day] = b;
    }
}

/* One more than the last bin that ends on a day; the day after the last one is Inf. */
static guint
find_end (const GlaNpmle *self,
          gsize           day)
{
  return day < self->n_days ? self->last_of_day[day] : self->n_bins;
}

/* Makes one cell of all records that cover the same bins, whatever their days. Rows
 * come by ascending first bin, so that one line of weights by last bin is enough. */
static void
collect_cells (GlaNpmle    *self,
               const Table *table)
{
  g_autofree double *line = g_new0 (double, self->n_bins);
  gsize n = 0;
  gsize left = 0;

  for (guint first = 0; first < self->n_bins; first++)
    {
      for (; left < table->n_days && self->first_of_day[left] == first; left++)
        {
          const double *row = table->weights + left * table->n_columns;

          for (gsize column = left + 1; column < table->n_columns; column++)
            {
              if (row[column] > 0.0)
                line[find_end (self, column) - 1] += row[column];
            }
        }

      for (guint last = first; last < self->n_bins; last++)
        {
          if (line[last] > 0.0)
            {
              self->cells[n].weight = line[last];
              self->cells[n].first = first;
              self->cells[n].last = last;
              line[last] = 0.0;
              n++;
            }
        }
    }

  self->n_cells = n;
}

/* If every cell is one bin or reaches to the last one, the maximum is the product
 * limit of Kaplan and Meier, known without iteration; %FALSE otherwise. */
static gboolean
start_product_limit (GlaNpmle *self)
{
  g_autofree double *single = g_new0 (double, self->n_bins);
  g_autofree double *tail = g_new0 (double, self->n_bins);
  double at_risk = self->weight;
  double survival = 1.0;

  for (gsize c = 0; c < self->n_cells; c++)
    {
      const GlaNpmleCell *cell = &self->cells[c];

      if (cell->first == cell->last)
        single[cell->first] += cell->weight;
      else if (cell->last == self->n_bins - 1)
        tail[cell->first] += cell->weight;
      else
        return FALSE;
    }

  for (guint j = 0; j + 1 < self->n_bins; j++)
    {
      /* A tail that begins here was last seen before the bin: not at risk any more. */
      at_risk -= tail[j];
      self->mass[j] = survival * (single[j] / at_risk);
      survival -= self->mass[j];
      at_risk -= single[j];
    }
  self->mass[self->n_bins - 1] = survival;

  return TRUE;
}

static gboolean
fit_masses (GlaNpmle       *self,
            GlaCancelFunc   cancel,
            gpointer        cancel_data,
            GError        **error)
{
  GlaNpmleFit fit = { 0 };
  double sum = 0.0;

  self->mass = g_new (double, self->n_bins);
  self->cumulative = g_new (double, self->n_bins + 1);
  if (!start_product_limit (self))
    {
      for (guint j = 0; j < self->n_bins; j++)
        self->mass[j] = 1.0 / self->n_bins;
    }

  fit.tolerance = TOLERANCE * self->weight;
  fit.target = -HUGE_VAL;
  fit.mass = self->mass;
  if (!gla_npmle_fit (self, &fit, cancel, cancel_data, error))
    return FALSE;

  self->log_likelihood = fit.log_likelihood;
  self->gap = fit.gap;
  self->iterations = fit.iterations;
  for (guint j = 0; j < self->n_bins; j++)
    {
      self->cumulative[j] = MIN (sum, 1.0);
      sum += self->mass[j];
    }
  self->cumulative[self->n_bins] = 1.0;

  return TRUE;
}

GlaNpmle *
gla_npmle_new (const GlaDuration  *records,
               const double       *weights,
               gsize               n_records,
               GlaCancelFunc       cancel,
               gpointer            cancel_data,
               GError            **error)
{
  g_autoptr (GlaNpmle) self = NULL;
  g_autofree double *table_weights = NULL;
  g_autofree guint8 *ends = NULL;
  Table table = { 0 };
  gboolean is_counted;

  g_return_val_if_fail (records != NULL || n_records == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (GlaNpmle, 1);
  is_counted = count_records (self, &table, records, weights, n_records, error);
  table_weights = table.weights;
  if (!is_counted)
    return NULL;

  ends = mark_ends (self, &table);
  find_bins (self, &table, ends);
  collect_cells (self, &table);
  if (!fit_masses (self, cancel, cancel_data, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
gla_npmle_free (GlaNpmle *self)
{
  if (self == NULL)
    return;

  g_free (self->left);
  g_free (self->right);
  g_free (self->mass);
  g_free (self->cumulative);
  g_free (self->cells);
  g_free (self->first_of_day);
  g_free (self->last_of_day);
  g_free (self);
}

void
gla_npmle_get_quantile (const GlaNpmle   *self,
                        double            x,
                        GlaNpmleQuantile *quantile)
{
  guint b = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (x > 0.0 && x < 1.0);
  g_return_if_fail (quantile != NULL);

  while (b + 1 < self->n_bins && self->cumulative[b + 1] < x - QUANTILE_TOLERANCE)
    b++;

  quantile->bin = b;
  quantile->left = self->left[b];
  quantile->right = self->right[b];
  quantile->is_wide = quantile->right - quantile->left > GLA_NPMLE_WIDE_BIN;
  if (isinf (quantile->right))
    {
      quantile->days = HUGE_VAL;
      quantile->day = 0;
    }
  else
    {
      double share = self->mass[b] > 0.0 ? (x - self->cumulative[b]) / self->mass[b] : 1.0;

      quantile->days = quantile->left
                       + CLAMP (share, 0.0, 1.0) * (quantile->right - quantile->left);
      quantile->day = (int) ceil (quantile->days - DAY_TOLERANCE);
    }
}

gboolean
gla_npmle_get_survival (const GlaNpmle *self,
                        double          day,
                        double         *survival)
{
  guint b = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day >= 0.0, FALSE);
  g_return_val_if_fail (survival != NULL, FALSE);

  while (b < self->n_bins && self->right[b] <= day)
    b++;

  if (b < self->n_bins && self->left[b] < day)
    {
      *survival = 1.0 - 0.5 * (self->cumulative[b] + self->cumulative[b + 1]);
      return FALSE;
    }

  *survival = 1.0 - self->cumulative[b];
  return TRUE;
}

gboolean
gla_npmle_get_range (const GlaNpmle    *self,
                     const GlaDuration *interval,
                     guint             *first,
                     guint             *end)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (interval != NULL, FALSE);
  g_return_val_if_fail (interval->left >= 0.0 && !isnan (interval->right), FALSE);
  g_return_val_if_fail (first != NULL && end != NULL, FALSE);

  *first = self->first_of_day[(gsize) MIN (interval->left, GLA_NPMLE_LAST_DAY)];
  *end = find_end (self, (gsize) MIN (interval->right, GLA_NPMLE_LAST_DAY + 1));

  return *first < *end;
}

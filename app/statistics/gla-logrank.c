/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logrank.h"

#include "gla-groups.h"
#include "gla-npmle.h"
#include "gla-special.h"

#include <math.h>

/* A pivot below this part of the largest variance is a combination of others. */
#define DEPENDENT 1e-10

/* The informative records with numbers instead of identifiers. */
typedef struct
{
  gsize n;
  gsize *place;
  GlaDuration *intervals;
  guint *patient;
  guint *group;
  guint *stratum;
  double *score;
  guint n_patients;
  guint n_groups;
  guint n_strata;
} Data;

static void
data_clear (Data *data)
{
  g_free (data->place);
  g_free (data->intervals);
  g_free (data->patient);
  g_free (data->group);
  g_free (data->stratum);
  g_free (data->score);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Data, data_clear)

static gboolean
data_read (Data                    *data,
           const GlaLogrankRecord  *records,
           gsize                    n_records,
           GError                 **error)
{
  g_autofree gint64 *ids = g_new (gint64, n_records);

  data->place = g_new (gsize, n_records);
  data->intervals = g_new (GlaDuration, n_records);
  data->patient = g_new (guint, n_records);
  data->group = g_new (guint, n_records);
  data->stratum = g_new (guint, n_records);
  data->score = g_new0 (double, n_records);

  for (gsize i = 0; i < n_records; i++)
    {
      if (!gla_duration_read (&records[i].interval, &data->intervals[data->n]))
        return gla_statistics_set_invalid (error, i);
      if (gla_duration_is_informative (&data->intervals[data->n]))
        data->place[data->n++] = i;
    }

  for (gsize i = 0; i < data->n; i++)
    ids[i] = records[data->place[i]].patient;
  data->n_patients = gla_groups_number (ids, data->n, data->patient);
  for (gsize i = 0; i < data->n; i++)
    ids[i] = records[data->place[i]].group;
  data->n_groups = gla_groups_number (ids, data->n, data->group);
  for (gsize i = 0; i < data->n; i++)
    ids[i] = records[data->place[i]].stratum;
  data->n_strata = gla_groups_number (ids, data->n, data->stratum);

  if (data->n_groups < 2 || data->n_patients <= data->n_groups)
    return gla_statistics_set_too_few (error);

  return TRUE;
}

static double
times_log (double survival)
{
  return survival > 0.0 ? survival * log (survival) : 0.0;
}

/* Scores the records of one stratum, which come as their numbers in @members. */
static gboolean
score_stratum (Data           *data,
               const gsize    *members,
               gsize           n,
               GlaCancelFunc   cancel,
               gpointer        cancel_data,
               GError        **error)
{
  g_autofree GlaDuration *intervals = g_new (GlaDuration, n);
  g_autoptr (GlaNpmle) npmle = NULL;

  for (gsize i = 0; i < n; i++)
    intervals[i] = data->intervals[members[i]];
  npmle = gla_npmle_new (intervals, NULL, n, cancel, cancel_data, error);
  if (npmle == NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      double before;
      double after;
      guint first;
      guint end;

      if (!gla_npmle_get_range (npmle, &intervals[i], &first, &end))
        g_assert_not_reached ();
      before = 1.0 - npmle->cumulative[first];
      after = 1.0 - npmle->cumulative[end];
      if (before > after)
        data->score[members[i]] = (times_log (before) - times_log (after)) / (before - after);
    }

  return TRUE;
}

/* The order of the records by stratum: those of stratum s are at first[s] to first[s+1]. */
static gsize *
sort_by_stratum (const Data  *data,
                 gsize      **first)
{
  g_autofree gsize *next = NULL;
  gsize *order = g_new (gsize, data->n);

  *first = g_new0 (gsize, data->n_strata + 1);
  for (gsize i = 0; i < data->n; i++)
    (*first)[data->stratum[i] + 1]++;
  for (guint s = 0; s < data->n_strata; s++)
    (*first)[s + 1] += (*first)[s];

  next = g_memdup2 (*first, (data->n_strata + 1) * sizeof (gsize));
  for (gsize i = 0; i < data->n; i++)
    order[next[data->stratum[i]]++] = i;

  return order;
}

/* Adds the contributions A_ig of one stratum to the sums of the patients. */
static void
add_stratum (const Data  *data,
             const gsize *members,
             gsize        n,
             double      *sums)
{
  g_autofree double *share = g_new0 (double, data->n_groups);
  double mean = 0.0;

  for (gsize i = 0; i < n; i++)
    {
      mean += data->score[members[i]] / n;
      share[data->group[members[i]]] += 1.0 / n;
    }

  for (gsize i = 0; i < n; i++)
    {
      gsize row = (gsize) data->patient[members[i]] * data->n_groups;
      double difference = data->score[members[i]] - mean;

      for (guint g = 0; g < data->n_groups; g++)
        sums[row + g] += difference * ((data->group[members[i]] == g ? 1.0 : 0.0) - share[g]);
    }
}

/* U' V^- U for the leading n by n part of V, by eliminating the largest remaining pivot
 * first and stopping at those that are rounding only; @rank is how many were used. */
static double
solve_quadratic (double *v,
                 double *u,
                 guint   n,
                 guint   stride,
                 guint  *rank)
{
  g_autofree gboolean *is_used = g_new0 (gboolean, n);
  double largest = 0.0;
  double chi2 = 0.0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, v[i * stride + i]);

  for (*rank = 0; *rank < n; (*rank)++)
    {
      guint k = n;
      double pivot;

      for (guint i = 0; i < n; i++)
        {
          if (!is_used[i] && (k == n || v[i * stride + i] > v[k * stride + k]))
            k = i;
        }
      pivot = v[k * stride + k];
      if (pivot <= DEPENDENT * largest || pivot <= 0.0)
        break;

      is_used[k] = TRUE;
      chi2 += u[k] * u[k] / pivot;
      for (guint i = 0; i < n; i++)
        {
          double factor = v[i * stride + k] / pivot;

          if (is_used[i])
            continue;
          u[i] -= factor * u[k];
          for (guint j = 0; j < n; j++)
            v[i * stride + j] -= factor * v[k * stride + j];
        }
    }

  return chi2;
}

static void
test_groups (GlaLogrank   *self,
             const Data   *data,
             const double *sums)
{
  guint n = data->n_groups;
  g_autofree double *u = g_new0 (double, n);
  g_autofree double *v = g_new0 (double, (gsize) n * n);
  double factor = data->n_patients / (data->n_patients - 1.0);

  for (guint p = 0; p < data->n_patients; p++)
    {
      const double *a = sums + (gsize) p * n;

      for (guint g = 0; g < n; g++)
        {
          u[g] += a[g];
          for (guint h = 0; h < n; h++)
            v[g * n + h] += factor * a[g] * a[h];
        }
    }

  for (guint g = 0; g < n; g++)
    self->groups[g].score = u[g];
  self->chi2 = solve_quadratic (v, u, n - 1, n, &self->freedom);
  self->p = 1.0;
  if (self->freedom > 0)
    self->p = gla_f_upper (self->freedom, data->n_patients - n, self->chi2 / self->freedom);
}

/* Counts records and patients of each group. */
static void
count_groups (GlaLogrank             *self,
              const Data             *data,
              const GlaLogrankRecord *records)
{
  g_autofree gint64 *ids = g_new (gint64, data->n);
  g_autofree guint *pairs = g_new (guint, data->n);
  guint n_seen = 0;

  for (gsize i = 0; i < data->n; i++)
    ids[i] = (gint64) data->patient[i] * data->n_groups + data->group[i];
  gla_groups_number (ids, data->n, pairs);

  for (gsize i = 0; i < data->n; i++)
    {
      GlaLogrankGroup *group = &self->groups[data->group[i]];

      group->group = records[data->place[i]].group;
      group->n_records++;
      /* Pairs are numbered in the order of first appearance. */
      if (pairs[i] == n_seen)
        {
          group->n_patients++;
          n_seen++;
        }
    }

  self->may_speak = TRUE;
  for (guint g = 0; g < self->n_groups; g++)
    self->may_speak = self->may_speak && self->groups[g].n_patients >= GLA_LOGRANK_MIN_PATIENTS;
}

GlaLogrank *
gla_logrank_new (const GlaLogrankRecord  *records,
                 gsize                    n_records,
                 double                  *scores,
                 GlaCancelFunc            cancel,
                 gpointer                 cancel_data,
                 GError                 **error)
{
  g_auto (Data) data = { 0 };
  g_autoptr (GlaLogrank) self = NULL;
  g_autofree gsize *first = NULL;
  g_autofree gsize *order = NULL;
  g_autofree double *sums = NULL;

  g_return_val_if_fail (records != NULL || n_records == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!data_read (&data, records, n_records, error))
    return NULL;

  order = sort_by_stratum (&data, &first);
  sums = g_new0 (double, (gsize) data.n_patients * data.n_groups);
  for (guint s = 0; s < data.n_strata; s++)
    {
      gsize n = first[s + 1] - first[s];

      if (!score_stratum (&data, order + first[s], n, cancel, cancel_data, error))
        return NULL;
      add_stratum (&data, order + first[s], n, sums);
    }

  self = g_new0 (GlaLogrank, 1);
  self->n_groups = data.n_groups;
  self->n_patients = data.n_patients;
  self->groups = g_new0 (GlaLogrankGroup, data.n_groups);
  count_groups (self, &data, records);
  test_groups (self, &data, sums);

  for (gsize i = 0; scores != NULL && i < n_records; i++)
    scores[i] = 0.0;
  for (gsize i = 0; scores != NULL && i < data.n; i++)
    scores[data.place[i]] = data.score[i];

  return g_steal_pointer (&self);
}

void
gla_logrank_free (GlaLogrank *self)
{
  if (self == NULL)
    return;

  g_free (self->groups);
  g_free (self);
}

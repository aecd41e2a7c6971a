/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lots.h"

#include "gla-groups.h"
#include "gla-model.h"
#include "gla-normal.h"

#include <math.h>

/* An effect that ends before this part of the expected days counts as a failure. */
#define FAILURE_PART 0.75

/* Residuals are not taken below this: a non-response is not infinitely short. */
#define LOWEST_RESIDUAL -0.9

/* Below this probability the closed form has no digits left. */
#define SMALL_PROBABILITY 1e-10

/* A smaller variance is rounding: all residuals of the product are the same. */
#define SMALL_VARIANCE 1e-20

/* The areas of one session from one lot. */
typedef struct
{
  guint lot;
  guint n_assessable;
  guint n_failed;
  guint n_residuals;
  double residuals;
} Session;

/* The residuals of the sessions of one product. */
typedef struct
{
  guint n;
  double mean;
  double squares;
} Product;

/* E [x | a < x <= b] for x ~ N(0, s^2), from the bounds a and b divided by s; the
 * nearer bound where the interval has next to no probability. */
static double
get_residual (double a,
              double b,
              double s)
{
  double probability = gla_normal_interval (a, b);
  double e;

  if (probability < SMALL_PROBABILITY)
    e = a > 0.0 ? a : b;
  else
    e = (gla_normal_density (a) - gla_normal_density (b)) / probability;

  return MAX (s * e, LOWEST_RESIDUAL);
}

static void
add_area (Session            *session,
          const GlaLotRecord *record,
          double              s)
{
  double threshold = floor (FAILURE_PART * exp (record->centre) + 0.5);
  GlaDuration interval;

  if (!gla_duration_read (&record->interval, &interval))
    g_assert_not_reached ();

  if (record->is_nonresponse || interval.right <= threshold)
    {
      session->n_assessable++;
      session->n_failed++;
    }
  else if (interval.left >= threshold)
    {
      session->n_assessable++;
    }

  if (gla_duration_is_informative (&interval))
    {
      session->residuals += get_residual ((gla_log_days (interval.left) - record->centre) / s,
                                          (gla_log_days (interval.right) - record->centre) / s, s);
      session->n_residuals++;
    }
}

static gboolean
check_records (const GlaLotRecord  *records,
               gsize                n_records,
               GError             **error)
{
  for (gsize i = 0; i < n_records; i++)
    {
      GlaDuration interval;

      if (!gla_duration_read (&records[i].interval, &interval) || !isfinite (records[i].age)
          || !gla_model_is_centre (records[i].centre))
        return gla_statistics_set_invalid (error, i);
    }

  return TRUE;
}

/* One session per number of a session and lot; their areas are summed up. */
static Session *
sum_sessions (const GlaLotRecord *records,
              gsize               n_records,
              const guint        *lot_of,
              guint               n_lots,
              double              s,
              guint              *n_sessions)
{
  g_autofree gint64 *ids = g_new (gint64, n_records);
  g_autofree guint *numbers = g_new (guint, n_records);
  Session *sessions;

  for (gsize i = 0; i < n_records; i++)
    ids[i] = records[i].session;
  gla_groups_number (ids, n_records, numbers);
  for (gsize i = 0; i < n_records; i++)
    ids[i] = (gint64) numbers[i] * n_lots + lot_of[i];
  *n_sessions = gla_groups_number (ids, n_records, numbers);

  sessions = g_new0 (Session, *n_sessions);
  for (gsize i = 0; i < n_records; i++)
    {
      sessions[numbers[i]].lot = lot_of[i];
      add_area (&sessions[numbers[i]], &records[i], s);
    }

  return sessions;
}

/* Means and variances by product, then the sums of the lots about those means. */
static void
sum_durations (GlaLot        *lots,
               guint          n_lots,
               const Session *sessions,
               guint          n_sessions)
{
  g_autofree gint64 *ids = g_new (gint64, n_lots);
  g_autofree guint *product_of = g_new (guint, n_lots);
  g_autofree Product *products = NULL;

  for (guint i = 0; i < n_lots; i++)
    ids[i] = lots[i].product;
  products = g_new0 (Product, gla_groups_number (ids, n_lots, product_of));

  for (guint k = 0; k < n_sessions; k++)
    {
      Product *product = &products[product_of[sessions[k].lot]];
      double residual;
      double step;

      if (sessions[k].n_residuals == 0)
        continue;
      residual = sessions[k].residuals / sessions[k].n_residuals;
      product->n++;
      step = residual - product->mean;
      product->mean += step / product->n;
      product->squares += step * (residual - product->mean);
    }

  for (guint k = 0; k < n_sessions; k++)
    {
      GlaLot *lot = &lots[sessions[k].lot];

      if (sessions[k].n_residuals == 0)
        continue;
      lot->n_durations++;
      lot->sum += sessions[k].residuals / sessions[k].n_residuals
                  - products[product_of[sessions[k].lot]].mean;
    }

  for (guint i = 0; i < n_lots; i++)
    {
      const Product *product = &products[product_of[i]];
      double n = lots[i].n_durations;

      lots[i].n_product_durations = product->n;
      if (product->n >= 2 && product->squares > SMALL_VARIANCE * product->n)
        lots[i].deviation = sqrt (product->squares / (product->n - 1.0) * n
                                  * MAX (1.0 - n / product->n, 0.0));
    }
}

/* The records that are old enough to be counted. */
static GlaLotRecord *
take_mature (const GlaLotRecord *records,
             gsize               n_records,
             gsize              *n)
{
  GlaLotRecord *mature = g_new (GlaLotRecord, n_records);

  *n = 0;
  for (gsize i = 0; i < n_records; i++)
    {
      if (records[i].age >= GLA_LOTS_MATURITY)
        mature[(*n)++] = records[i];
    }

  return mature;
}

/* One entry for each lot, with nothing counted yet; at least one, for %NULL is an error. */
static GlaLot *
list_lots (const GlaLotRecord *records,
           gsize               n,
           guint              *lot_of,
           guint              *n_lots)
{
  g_autofree gint64 *ids = g_new (gint64, n);
  GlaLot *lots;

  for (gsize i = 0; i < n; i++)
    ids[i] = records[i].lot;
  *n_lots = gla_groups_number (ids, n, lot_of);

  lots = g_new0 (GlaLot, MAX (*n_lots, 1));
  for (gsize i = 0; i < n; i++)
    {
      lots[lot_of[i]].product = records[i].product;
      lots[lot_of[i]].lot = records[i].lot;
    }

  return lots;
}

GlaLot *
gla_lots_count (const GlaLotRecord  *records,
                gsize                n_records,
                double               tau,
                double               sigma,
                gsize               *n_lots,
                GError             **error)
{
  g_autofree GlaLotRecord *mature = NULL;
  g_autofree guint *lot_of = NULL;
  g_autofree Session *sessions = NULL;
  GlaLot *lots;
  gsize n;
  guint n_found;
  guint n_sessions;

  g_return_val_if_fail (records != NULL || n_records == 0, NULL);
  g_return_val_if_fail (n_lots != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *n_lots = 0;
  if (!gla_model_is_deviation (tau) || !gla_model_is_deviation (sigma))
    {
      gla_statistics_set_bad_setting (error);
      return NULL;
    }
  if (!check_records (records, n_records, error))
    return NULL;

  mature = take_mature (records, n_records, &n);
  lot_of = g_new (guint, n);
  lots = list_lots (mature, n, lot_of, &n_found);
  sessions = sum_sessions (mature, n, lot_of, n_found, hypot (tau, sigma), &n_sessions);
  for (guint k = 0; k < n_sessions; k++)
    {
      if (sessions[k].n_assessable == 0)
        continue;
      lots[sessions[k].lot].n_sessions++;
      if (2 * sessions[k].n_failed >= sessions[k].n_assessable)
        lots[sessions[k].lot].n_failed++;
    }
  sum_durations (lots, n_found, sessions, n_sessions);

  *n_lots = n_found;
  return lots;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lots.h"

#include "gla-adjust.h"
#include "gla-groups.h"
#include "gla-normal.h"
#include "gla-special.h"

#include <math.h>

/* The share of lots flagged by chance that is accepted. */
#define Q 0.05

/* The other lots count for this many sessions in the shrunken rate, and for this many
 * in the shrunken ratio of durations. */
#define RATE_PRIOR 10.0
#define RATIO_PRIOR 4.0

/* Guards on the size of the effect. */
#define MIN_FAILURES 3
#define MIN_RATE_RATIO 1.4
#define MAX_DURATION_RATIO 0.87
#define WORSE_RATIO 1.5
#define WORSE_CAP 0.999
#define MIN_P_WORSE 0.95

/* Failures and durations of the product of a lot. */
typedef struct
{
  guint n_sessions;
  guint n_failed;
} Product;

static void
judge_failures (GlaLot        *lot,
                const Product *product)
{
  guint n = lot->n_sessions;
  guint f = lot->n_failed;
  guint n_others = product->n_sessions - n;
  double here = gla_hypergeometric_probability (product->n_sessions, product->n_failed, n, f);
  double above = gla_hypergeometric_upper (product->n_sessions, product->n_failed, n, f);
  double a;
  double b;

  lot->tests_failures = n >= GLA_LOTS_MIN_SESSIONS && n_others >= GLA_LOTS_MIN_OTHERS;
  lot->fisher_p = MIN (above + here, 1.0);
  lot->mid_p = MIN (above + 0.5 * here, lot->fisher_p);
  lot->p_others = (product->n_failed - f + 0.5) / (n_others + 1.0);
  lot->shrunk = (RATE_PRIOR * lot->p_others + f) / (RATE_PRIOR + n);

  a = RATE_PRIOR * lot->p_others + f;
  b = RATE_PRIOR * (1.0 - lot->p_others) + (n - f);
  lot->low = gla_beta_quantile (a, b, 0.025);
  lot->high = gla_beta_quantile (a, b, 0.975);
  lot->p_worse = gla_beta_cdf (b, a, 1.0 - MIN (WORSE_RATIO * lot->p_others, WORSE_CAP));
}

static void
judge_durations (GlaLot *lot)
{
  lot->tests_durations = lot->n_durations >= GLA_LOTS_MIN_SESSIONS
                         && lot->n_product_durations >= lot->n_durations + GLA_LOTS_MIN_OTHERS
                         && lot->deviation > 0.0;
  lot->z = lot->deviation > 0.0 ? lot->sum / lot->deviation : 0.0;
  lot->ratio = exp (lot->sum / (lot->n_durations + RATIO_PRIOR));
  lot->duration_p = gla_normal_cdf (lot->z);
}

static GlaLotFlag
find_flag (GlaLot *lot)
{
  lot->has_more_failures = lot->tests_failures && lot->adjusted <= Q
                           && lot->n_failed >= MIN_FAILURES
                           && lot->shrunk >= MIN_RATE_RATIO * lot->p_others;
  lot->has_short_durations = lot->tests_durations && lot->duration_adjusted <= Q
                             && lot->ratio <= MAX_DURATION_RATIO;

  if (!lot->tests_failures && !lot->tests_durations)
    return GLA_LOT_TOO_FEW;
  if (lot->has_more_failures && lot->p_worse >= MIN_P_WORSE)
    return GLA_LOT_RED;

  return lot->has_more_failures || lot->has_short_durations ? GLA_LOT_AMBER : GLA_LOT_OK;
}

/* Adjusts both probabilities, each over the lots that are tested for it. */
static void
adjust (GlaLot *lots,
        gsize   n_lots)
{
  g_autofree double *p = g_new (double, n_lots);
  g_autofree double *adjusted = g_new (double, n_lots);
  gsize n = 0;

  for (gsize i = 0; i < n_lots; i++)
    {
      if (lots[i].tests_failures)
        p[n++] = lots[i].mid_p;
    }
  gla_adjust_benjamini_hochberg (p, n, adjusted);
  n = 0;
  for (gsize i = 0; i < n_lots; i++)
    lots[i].adjusted = lots[i].tests_failures ? adjusted[n++] : 1.0;

  n = 0;
  for (gsize i = 0; i < n_lots; i++)
    {
      if (lots[i].tests_durations)
        p[n++] = lots[i].duration_p;
    }
  gla_adjust_benjamini_hochberg (p, n, adjusted);
  n = 0;
  for (gsize i = 0; i < n_lots; i++)
    lots[i].duration_adjusted = lots[i].tests_durations ? adjusted[n++] : 1.0;
}

gboolean
gla_lots_judge (GlaLot  *lots,
                gsize    n_lots,
                GError **error)
{
  g_autofree gint64 *ids = g_new (gint64, n_lots);
  g_autofree guint *numbers = g_new (guint, n_lots);
  g_autofree Product *products = NULL;

  g_return_val_if_fail (lots != NULL || n_lots == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (gsize i = 0; i < n_lots; i++)
    {
      if (lots[i].n_failed > lots[i].n_sessions || !isfinite (lots[i].sum)
          || !isfinite (lots[i].deviation) || lots[i].deviation < 0.0)
        return gla_statistics_set_invalid (error, i);
      ids[i] = lots[i].product;
    }

  products = g_new0 (Product, gla_groups_number (ids, n_lots, numbers));
  for (gsize i = 0; i < n_lots; i++)
    {
      products[numbers[i]].n_sessions += lots[i].n_sessions;
      products[numbers[i]].n_failed += lots[i].n_failed;
    }

  for (gsize i = 0; i < n_lots; i++)
    {
      judge_failures (&lots[i], &products[numbers[i]]);
      judge_durations (&lots[i]);
    }
  adjust (lots, n_lots);
  for (gsize i = 0; i < n_lots; i++)
    lots[i].flag = find_flag (&lots[i]);

  return TRUE;
}

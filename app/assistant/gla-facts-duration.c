/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include <stdlib.h>
#include <string.h>

/* How long a cycle lasted against the earlier ones like it. */
typedef struct
{
  guint n_comparable;
  double median;        /* of the middles of their intervals */
  double ratio;         /* -1: too few of them, or the end is not known */
} Comparison;

static gboolean
is_ended (const GlaCycle *cycle)
{
  return (cycle->effect.status == GLA_EFFECT_ENDED || cycle->effect.status == GLA_EFFECT_GONE_BY) &&
         cycle->effect.right != GLA_EFFECT_OPEN && gla_fact_day_is_dated (cycle->precision);
}

static double
get_middle (const GlaCycle *cycle)
{
  return (cycle->effect.left + cycle->effect.right) / 2.0;
}

/* Same product, same area, dose within a tenth (evidence, section 1.1): never across products. */
static gboolean
is_comparable (GlaFactBuilder *builder,
               const GlaCycle *a,
               const GlaCycle *b)
{
  double share = gla_fact_builder_get (builder, "dose_comparable");

  return a->product != NULL && g_strcmp0 (a->product, b->product) == 0 &&
         a->units != GLA_UNITS_UNKNOWN && b->units != GLA_UNITS_UNKNOWN &&
         ABS ((double) (a->units - b->units)) <= share * (double) b->units + 1e-9;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static Comparison
compare_cycle (GlaFactBuilder *builder,
               int             index)
{
  const GlaCycle *cycle = builder->cycles->pdata[index];
  g_autoptr (GArray) middles = g_array_new (FALSE, FALSE, sizeof (double));
  Comparison result = { 0, 0.0, -1.0 };

  for (int i = 0; i < index; i++)
    {
      const GlaCycle *other = builder->cycles->pdata[i];
      double middle;

      if (!is_ended (other) || !is_comparable (builder, other, cycle))
        continue;
      middle = get_middle (other);
      g_array_append_val (middles, middle);
    }
  result.n_comparable = middles->len;
  if (middles->len == 0)
    return result;
  g_array_sort (middles, compare_numbers);
  result.median = (g_array_index (middles, double, (middles->len - 1) / 2) +
                   g_array_index (middles, double, middles->len / 2)) / 2.0;
  if (is_ended (cycle) && result.median > 0.0 &&
      middles->len >= (guint) gla_fact_builder_get (builder, "own_history_min_cycles"))
    result.ratio = get_middle (cycle) / result.median;
  return result;
}

/* The last cycle from the one in question on whose end is known; else the one in question. */
static int
find_judged (GlaFactBuilder *builder)
{
  for (int i = (int) builder->cycles->len - 1; i > builder->index; i--)
    if (is_ended (builder->cycles->pdata[i]))
      return i;
  return builder->index;
}

static void
add_short_cycles (GlaFactBuilder *builder,
                  int             index)
{
  double limit = gla_fact_builder_get (builder, "short_duration_ratio");
  GlaCaseFact *fact = gla_fact_builder_set_number (builder, "short-cycles", 0);

  for (int i = index; i >= 0; i--)
    {
      const GlaCycle *cycle = builder->cycles->pdata[i];
      Comparison comparison = compare_cycle (builder, i);

      if (comparison.ratio < 0.0 || comparison.ratio >= limit)
        return;
      fact->number++;
      gla_case_fact_add_row (fact, cycle->treatment->id);
    }
}

/* Gone by day 60 for certain, or certainly seen after it; in between it is not known. */
static void
add_early_loss (GlaFactBuilder *builder,
                const GlaCycle *cycle)
{
  int limit = (int) gla_fact_builder_get (builder, "short_duration_abs");

  if (is_ended (cycle) && cycle->effect.right <= limit)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "early-loss", TRUE),
                           cycle->treatment->id);
  else if (cycle->effect.left >= limit)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "early-loss", FALSE),
                           cycle->treatment->id);
}

static void
add_peak (GlaFactBuilder *builder,
          int             index)
{
  const GlaCycle *cycle = builder->cycles->pdata[index];
  g_auto (GlaFactReview) now = { FALSE };

  gla_fact_review_init (&now, builder, cycle);
  for (int i = index - 1; i >= 0 && now.known; i--)
    {
      const GlaCycle *before = builder->cycles->pdata[i];
      g_auto (GlaFactReview) review = { FALSE };
      GlaCaseFact *fact;

      if (!is_comparable (builder, before, cycle) ||
          g_strcmp0 (before->scale, cycle->scale) != 0)
        continue;
      gla_fact_review_init (&review, builder, before);
      if (!review.known)
        continue;
      fact = gla_fact_builder_set_yes_no (builder, "peak-falling", now.change < review.change);
      gla_case_fact_add_rows (fact, review.rows);
      gla_case_fact_add_rows (fact, now.rows);
      return;
    }
}

static void
add_shortening (GlaFactBuilder *builder)
{
  static const char *const tiers[] = { "ok", "amber", "red" };
  const GlaShortening *shortening = builder->input->shortening;

  gla_fact_builder_set_yes_no (builder, "two-thirds-rule", builder->input->two_thirds_rule);
  if (shortening == NULL || shortening->detection.n_visits < GLA_DETECTOR_MIN_VISITS)
    return;
  gla_fact_builder_set_words (builder, "shortening-tier", tiers[shortening->tier]);
  gla_fact_builder_set_number (builder, "shortening-share", shortening->detection.p20);
  gla_fact_builder_set_number (builder, "shortening-ratio", shortening->detection.ratio);
}

/* How long it lasted (evidence, S9; statistics, section 4). */
void
gla_facts_add_duration (GlaFactBuilder *builder)
{
  const GlaCycle *cycle;
  Comparison comparison;
  int index;

  add_shortening (builder);
  if (builder->cycle == NULL)
    return;
  index = find_judged (builder);
  cycle = builder->cycles->pdata[index];
  comparison = compare_cycle (builder, index);
  if (cycle->effect.status != GLA_EFFECT_NO_INFORMATION &&
      cycle->effect.status != GLA_EFFECT_NOT_SEEN)
    {
      gla_case_fact_add_row (
        gla_fact_builder_set_number (builder, "duration-left", cycle->effect.left),
        cycle->treatment->id);
      if (cycle->effect.right != GLA_EFFECT_OPEN)
        gla_case_fact_add_row (
          gla_fact_builder_set_number (builder, "duration-right", cycle->effect.right),
          cycle->treatment->id);
    }
  gla_fact_builder_set_number (builder, "comparable-cycles", comparison.n_comparable);
  if (comparison.n_comparable > 0)
    gla_fact_builder_set_number (builder, "own-median", comparison.median);
  if (comparison.ratio >= 0.0)
    gla_fact_builder_set_number (builder, "duration-ratio", comparison.ratio);
  add_short_cycles (builder, index);
  add_early_loss (builder, cycle);
  add_peak (builder, index);
}

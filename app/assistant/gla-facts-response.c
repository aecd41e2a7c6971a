/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include "gla-session-quality.h"

static void
add_baseline (GlaFactBuilder *builder)
{
  const GlaCycle *cycle = builder->cycle;
  GlaCaseFact *fact;

  if (cycle->baseline_kind == GLA_BASELINE_MISSING)
    return;
  fact = gla_fact_builder_set_number (builder, "baseline", cycle->baseline);
  if (cycle->baseline_row != NULL)
    gla_case_fact_add_row (fact, cycle->baseline_row->id);
  gla_fact_builder_set_yes_no (builder, "baseline-carried",
                               cycle->baseline_kind == GLA_BASELINE_CARRIED);
}

static void
add_review (GlaFactBuilder      *builder,
            const GlaFactReview *review)
{
  GlaCaseFact *fact;

  gla_fact_builder_set_yes_no (builder, "graded-in-window", review->graded && review->in_window);
  gla_fact_builder_set_yes_no (builder, "graded-after-touch-up",
                               review->graded && review->after_touch_up);
  if (!review->graded)
    return;
  fact = gla_fact_builder_set_number (builder, "now", review->now);
  gla_case_fact_add_rows (fact, review->rows);
  gla_fact_builder_set_number (builder, "now-day", review->day);
  fact = gla_fact_builder_set_yes_no (builder, "sides-differ", review->sides_differ);
  gla_case_fact_add_rows (fact, review->rows);
  if (review->known)
    {
      fact = gla_fact_builder_set_number (builder, "change", review->change);
      gla_case_fact_add_rows (fact, review->rows);
    }
}

static void
add_rest (GlaFactBuilder      *builder,
          const GlaFactReview *review)
{
  if (review->rest_before != GLA_GRADE_UNKNOWN)
    gla_fact_builder_set_number (builder, "rest-before", review->rest_before);
  if (review->rest_now != GLA_GRADE_UNKNOWN)
    gla_fact_builder_set_number (builder, "rest-now", review->rest_now);
  if (review->rest_before != GLA_GRADE_UNKNOWN && review->rest_now != GLA_GRADE_UNKNOWN)
    gla_fact_builder_set_number (builder, "rest-change", review->rest_before - review->rest_now);
}

/* An adequate session that was also graded in the window (evidence, section 1.1). */
int
gla_fact_builder_is_adequate (GlaFactBuilder *builder,
                              const GlaCycle *cycle)
{
  g_auto (GlaFactReview) review = { FALSE };

  if (!gla_cycle_is_adequate (cycle, builder->input->cycles, builder->region,
                              builder->input->constants))
    return FALSE;
  gla_fact_review_init (&review, builder, cycle);
  if (!review.graded)
    return -1;
  return review.in_window;
}

gboolean
gla_fact_builder_responded (GlaFactBuilder *builder,
                            const GlaCycle *cycle)
{
  g_auto (GlaFactReview) review = { FALSE };

  if (cycle->effect.left > 0)
    return TRUE;
  gla_fact_review_init (&review, builder, cycle);
  return review.known &&
         review.change >= (int) gla_fact_builder_get (builder, "response_grade_min");
}

/* Adequate treatments without effect in a row, back from the last one that was graded. */
static void
add_failures (GlaFactBuilder *builder)
{
  GlaCaseFact *fact = gla_fact_builder_set_number (builder, "failures", 0);
  gboolean begun = FALSE;

  for (int i = (int) builder->cycles->len - 1; i >= 0; i--)
    {
      const GlaCycle *cycle = builder->cycles->pdata[i];
      g_auto (GlaFactReview) review = { FALSE };

      gla_fact_review_init (&review, builder, cycle);
      if (!review.known && !begun && i > builder->index)
        continue;
      begun = TRUE;
      if (!review.known || gla_fact_builder_responded (builder, cycle) ||
          gla_fact_builder_is_adequate (builder, cycle) != TRUE)
        return;
      fact->number++;
      gla_case_fact_add_row (fact, cycle->treatment->id);
    }
}

/* "Has any toxin ever worked?": of any area, before the treatment in question. */
static void
add_prior_response (GlaFactBuilder *builder)
{
  const GPtrArray *cycles = builder->input->cycles->cycles;
  GlaCaseFact *fact = gla_fact_builder_set_yes_no (builder, "prior-response", FALSE);
  GlaDay before = builder->cycle != NULL ? builder->cycle->day : builder->subject->since;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];

      if (cycle->day >= before || !gla_fact_builder_responded (builder, cycle))
        continue;
      fact->yes = TRUE;
      gla_case_fact_add_row (fact, cycle->treatment->id);
    }
}

/* Grades before and after, and what follows from them (evidence, S3 and S4). */
void
gla_facts_add_response (GlaFactBuilder *builder)
{
  g_auto (GlaFactReview) review = { FALSE };
  int adequate;

  add_failures (builder);
  add_prior_response (builder);
  if (builder->cycle == NULL)
    return;
  gla_fact_review_init (&review, builder, builder->cycle);
  add_baseline (builder);
  add_review (builder, &review);
  add_rest (builder, &review);
  adequate = gla_fact_builder_is_adequate (builder, builder->cycle);
  if (adequate >= 0)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "adequate", adequate),
                           builder->cycle->treatment->id);
}

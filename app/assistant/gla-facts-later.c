/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include <string.h>

#define FOREHEAD "FRON"

static gboolean
is_ended (const GlaCycle *cycle)
{
  return cycle->effect.status == GLA_EFFECT_ENDED || cycle->effect.status == GLA_EFFECT_GONE_BY ||
         cycle->effect.status == GLA_EFFECT_NOT_SEEN;
}

static void
add_last_repeat (GlaFactBuilder *builder,
                 const GlaCycle *cycle)
{
  g_auto (GlaFactReview) review = { FALSE };
  int adequate = gla_fact_builder_is_adequate (builder, cycle);
  const char *row = cycle->treatment->id;

  gla_fact_review_init (&review, builder, cycle);
  gla_case_fact_add_row (gla_fact_builder_set_day (builder, "repeat-day", cycle->day), row);
  gla_fact_builder_set_number (builder, "repeat-days", builder->today - cycle->day);
  if (review.graded)
    gla_case_fact_add_rows (gla_fact_builder_set_number (builder, "repeat-now", review.now),
                            review.rows);
  if (review.known)
    gla_case_fact_add_rows (gla_fact_builder_set_number (builder, "repeat-change", review.change),
                            review.rows);
  if (adequate >= 0)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "repeat-adequate", adequate),
                           row);
  gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "repeat-ended", is_ended (cycle)),
                         row);
}

/* Treatments of the area after the one in question; after the start of the case without one. */
static void
add_repeats (GlaFactBuilder *builder)
{
  GlaCaseFact *fact = gla_fact_builder_set_number (builder, "repeat-count", 0);
  const GlaCycle *last = NULL;

  for (guint i = 0; i < builder->cycles->len; i++)
    {
      const GlaCycle *cycle = builder->cycles->pdata[i];

      if (builder->cycle != NULL ? (int) i <= builder->index
                                 : cycle->day < builder->subject->since)
        continue;
      fact->number++;
      gla_case_fact_add_row (fact, cycle->treatment->id);
      last = cycle;
    }
  if (last != NULL)
    add_last_repeat (builder, last);
}

/* The last injection of the forehead: what could still be seen there would hide a test. */
static void
add_forehead (GlaFactBuilder *builder)
{
  const GlaHistory *history = builder->input->cycles->history;
  GlaDay latest = GLA_DAY_NONE;
  const char *row = NULL;

  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];
      const GlaTreatment *treatment = gla_history_find_treatment (history, injection->treatment);

      if (g_strcmp0 (injection->area, FOREHEAD) != 0 || treatment == NULL ||
          treatment->day == GLA_DAY_NONE || treatment->day > builder->today ||
          (latest != GLA_DAY_NONE && treatment->day <= latest))
        continue;
      latest = treatment->day;
      row = injection->id;
    }
  for (guint i = 0; i < history->exposures->len; i++)
    {
      const GlaExposure *exposure = history->exposures->pdata[i];

      if (g_strcmp0 (exposure->area, FOREHEAD) != 0 || exposure->day == GLA_DAY_NONE ||
          exposure->day > builder->today || (latest != GLA_DAY_NONE && exposure->day <= latest))
        continue;
      latest = exposure->day;
      row = exposure->id;
    }
  if (latest == GLA_DAY_NONE)
    return;
  gla_case_fact_add_row (gla_fact_builder_set_day (builder, "forehead-day", latest), row);
  gla_fact_builder_set_number (builder, "forehead-days", builder->today - latest);
}

/* Each day of a test that was stated is one test. */
static void
add_tests (GlaFactBuilder *builder)
{
  const GPtrArray *stated = builder->subject->stated;
  g_autoptr (GHashTable) days = g_hash_table_new (g_str_hash, g_str_equal);
  const GlaCaseFact *day = gla_facts_find (builder->facts, "test-day");

  for (guint i = 0; stated != NULL && i < stated->len; i++)
    {
      const GlaStatedFact *fact = stated->pdata[i];

      if (strcmp (fact->name, "test-day") == 0)
        g_hash_table_add (days, fact->value);
    }
  gla_fact_builder_set_number (builder, "tests", g_hash_table_size (days));
  if (day->known)
    gla_fact_builder_set_number (builder, "test-days", builder->today - day->day);
}

/* What came after: repeated treatments and tests (evidence, S8, S11 and S12). */
void
gla_facts_add_later (GlaFactBuilder *builder)
{
  add_repeats (builder);
  add_forehead (builder);
  add_tests (builder);
}

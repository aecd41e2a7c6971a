/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

/* The latest day of a kind of record, and which one it is. */
static void
take_latest (GlaDay      day,
             const char *id,
             GlaDay     *latest,
             const char **row)
{
  if (day != GLA_DAY_NONE && (*latest == GLA_DAY_NONE || day > *latest))
    {
      *latest = day;
      *row = id;
    }
}

/* A clock that was set back makes every count of days wrong. */
static void
add_clock (GlaFactBuilder *builder)
{
  const GlaHistory *history = builder->input->cycles->history;
  GlaDay latest = GLA_DAY_NONE;
  const char *row = NULL;

  gla_fact_builder_set_day (builder, "today", builder->today);
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (gla_fact_day_is_dated (treatment->precision))
        take_latest (treatment->day, treatment->id, &latest, &row);
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      take_latest (assessment->day, assessment->id, &latest, &row);
    }
  for (guint i = 0; i < history->reports->len; i++)
    {
      const GlaReport *report = history->reports->pdata[i];

      take_latest (report->told_on, report->id, &latest, &row);
    }
  if (latest != GLA_DAY_NONE)
    gla_case_fact_add_row (gla_fact_builder_set_day (builder, "last-record-day", latest), row);
  gla_fact_builder_set_yes_no (builder, "clock-back",
                               latest != GLA_DAY_NONE && latest > builder->today);
}

static void
add_events (GlaFactBuilder *builder)
{
  const GPtrArray *events = builder->input->cycles->history->adverse_events;
  GlaCaseFact *fact = gla_fact_builder_set_number (builder, "adverse-events", 0);

  for (guint i = 0; i < events->len; i++)
    {
      const GlaAdverseEvent *event = events->pdata[i];

      if (builder->cycle != NULL && event->onset != GLA_DAY_NONE &&
          event->onset < builder->cycle->day)
        continue;
      fact->number++;
      gla_case_fact_add_row (fact, event->id);
    }
}

static void
add_names (GlaFactBuilder *builder)
{
  GlaCatalogue *catalogue = builder->input->cycles->catalogue;
  GlaArea *area = gla_catalogue_find_area (catalogue, builder->subject->area);
  const char *key = builder->cycle != NULL ? builder->cycle->product : NULL;
  GlaProduct *product = gla_catalogue_find_product (catalogue, key);

  gla_fact_builder_set_words (builder, "area", builder->subject->area);
  gla_fact_builder_set_words (builder, "area-name",
                              area != NULL ? gla_area_get_name (area) : builder->subject->area);
  gla_fact_builder_set_words (builder, "product", key);
  gla_fact_builder_set_words (builder, "product-name",
                              product != NULL ? gla_product_get_name (product) : key);
  if (product != NULL)
    {
      gla_fact_builder_set_words (builder, "family", gla_product_get_family (product));
      gla_fact_builder_set_words (builder, "dose-group", gla_product_get_dose_group (product));
    }
}

/* Days from what a person said when there is no record of the treatment. */
static void
add_stated_day (GlaFactBuilder *builder)
{
  const GlaCaseFact *stated = gla_facts_find (builder->facts, "session-day");
  GlaDay day = stated->day;

  if (!stated->known || day > builder->today)
    return;
  gla_fact_builder_set_number (builder, "days", builder->today - day)->stated = TRUE;
  gla_fact_builder_set_number (builder, "days-last", builder->today - day)->stated = TRUE;
  gla_fact_builder_set_day (builder, "last-injection-day", day)->stated = TRUE;
}

static GlaDay
get_last_day (const GlaCycle *cycle)
{
  int last = 0;

  for (guint i = 0; i < cycle->touch_ups->len; i++)
    last = MAX (last, g_array_index (cycle->touch_ups, GlaTouchUp, i).day);
  return cycle->day + last;
}

static void
add_days (GlaFactBuilder *builder)
{
  const GlaCycle *cycle = builder->cycle;
  GlaDay last = get_last_day (cycle);
  GlaCaseFact *fact = gla_fact_builder_set_day (builder, "session-day", cycle->day);

  fact->stated = FALSE;
  gla_case_fact_add_row (fact, cycle->treatment->id);
  gla_fact_builder_set_number (builder, "touch-ups", cycle->touch_ups->len);
  if (!gla_fact_day_is_dated (cycle->precision))
    return;
  fact = gla_fact_builder_set_number (builder, "days", builder->today - cycle->day);
  gla_case_fact_add_row (fact, cycle->treatment->id);
  gla_fact_builder_set_day (builder, "last-injection-day", last);
  gla_fact_builder_set_number (builder, "days-last", builder->today - last);
}

static void
add_next (GlaFactBuilder *builder)
{
  const GlaCycle *cycle = builder->cycle;
  GlaCaseFact *fact = gla_fact_builder_set_yes_no (builder, "retreated",
                                                   cycle->next != NULL || cycle->elsewhere != NULL);

  if (cycle->elsewhere != NULL)
    {
      gla_case_fact_add_row (fact, cycle->elsewhere->id);
      gla_fact_builder_set_number (builder, "retreated-after", cycle->elsewhere->day - cycle->day);
    }
  else if (cycle->next != NULL)
    {
      gla_case_fact_add_row (fact, cycle->next->id);
      gla_fact_builder_set_number (builder, "retreated-after", cycle->next_day - cycle->day);
    }
}

/* The label speaks of the next treatment of any area (A1): the latest end counts. */
static void
add_label_end (GlaFactBuilder *builder)
{
  const GPtrArray *cycles = builder->input->cycles->cycles;
  const GlaCycle *last = NULL;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];

      if (cycle->label_end != GLA_DAY_NONE && (last == NULL || cycle->label_end > last->label_end))
        last = cycle;
    }
  if (last == NULL)
    return;
  gla_case_fact_add_row (gla_fact_builder_set_day (builder, "label-end", last->label_end),
                         last->treatment->id);
  gla_fact_builder_set_number (builder, "days-to-label", MAX (0, last->label_end - builder->today));
}

/* When, with what, and what came after (evidence, S0 and S2). */
void
gla_facts_add_session (GlaFactBuilder *builder)
{
  add_clock (builder);
  add_events (builder);
  add_names (builder);
  add_label_end (builder);
  if (builder->cycle == NULL)
    {
      add_stated_day (builder);
      return;
    }
  add_days (builder);
  add_next (builder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"

#include <string.h>

/* What is looked up again and again while the cycles of one area are judged. */
typedef struct
{
  const GlaCycleContext *context;
  const GlaCycleArea *area;
  GArray *baselines;          /* (element-type GlaBaseline): of the present cycle */
  GArray *gradings;           /* (element-type GlaGrading): of the present cycle */
  const char *product;        /* the product that the interval is of */
  const GlaInterval *interval;
} Judge;

int
gla_cycle_half_width (GlaDayPrecision precision)
{
  switch (precision)
    {
    case GLA_DAY_ABOUT:
      return 7;
    case GLA_DAY_MONTH:
      return 15;
    case GLA_DAY_YEAR:
      return 183;
    case GLA_DAY_EXACT:
    default:
      return 0;
    }
}

gboolean
gla_cycle_is_dated (GlaDayPrecision precision)
{
  return precision == GLA_DAY_EXACT || precision == GLA_DAY_ABOUT;
}

static void
set_next (Judge *judge,
          guint  index)
{
  const GlaCycleArea *area = judge->area;
  GlaCycle *cycle = area->cycles->pdata[index];

  if (index + 1 < area->cycles->len)
    {
      const GlaCycle *next = area->cycles->pdata[index + 1];

      cycle->next_day = next->day;
      cycle->next = next->treatment;
    }
  for (guint i = 0; i < area->exposures->len && cycle->elsewhere == NULL; i++)
    {
      const GlaExposure *exposure = area->exposures->pdata[i];

      if (cycle->next != NULL && exposure->day >= cycle->next_day)
        break;
      if (exposure->day > cycle->day)
        cycle->elsewhere = exposure;
    }
}

/* Day of the treatment that ends the cycle, here or elsewhere. */
static int
get_end_day (const GlaCycle *cycle)
{
  if (cycle->elsewhere != NULL)
    return cycle->elsewhere->day - cycle->day;
  return cycle->next != NULL ? cycle->next_day - cycle->day : GLA_EFFECT_NO_DAY;
}

static void
set_baseline (Judge *judge,
              guint  index)
{
  GlaCycle *cycle = judge->area->cycles->pdata[index];
  const GlaBaseline *baseline;

  gla_baselines_advance (judge->baselines, judge->context, judge->area, index);
  baseline = gla_baselines_get_main (judge->baselines, judge->area);
  if (baseline == NULL)
    return;
  cycle->baseline_kind = baseline->kind;
  cycle->baseline = baseline->grade;
  cycle->baseline_row = baseline->row;
  cycle->scale = baseline->scale[0] != '\0' ? baseline->scale : NULL;
}

/* Adds the rows of the days @first to @last, as far as they are of sides that were treated. */
static void
list_rows (Judge    *judge,
           GlaCycle *cycle,
           GlaDay    first,
           GlaDay    last)
{
  const GPtrArray *rows = judge->area->assessments;

  for (guint i = gla_cycle_area_rows_after (judge->area, first - 1); i < rows->len; i++)
    {
      const GlaAssessment *row = rows->pdata[i];
      GlaCycleGrading grading = { row, row->day - cycle->day };

      if (row->day > last)
        break;
      if (row->side == cycle->side || row->side == GLA_SIDE_BOTH || cycle->side == GLA_SIDE_BOTH)
        g_array_append_val (cycle->gradings, grading);
    }
}

/* All grades of the cycle: those of the last day before it, then those up to the next one. */
static void
list_gradings (Judge    *judge,
               GlaCycle *cycle)
{
  const GlaBaseline *baseline = gla_baselines_get_main (judge->baselines, judge->area);
  GlaDay before = cycle->day;
  GlaDay last = cycle->next != NULL ? cycle->next_day : judge->context->today;

  if (baseline != NULL && baseline->recorded_on != GLA_DAY_NONE)
    before = baseline->recorded_on;
  list_rows (judge, cycle, before, before);
  if (last > cycle->day)
    list_rows (judge, cycle, cycle->day + 1, last);
}

/* The first day on which the peak was judged; of several rows of that day the worst counts. */
static void
take_review (const Judge *judge,
             GlaCycle    *cycle,
             int          day,
             int          improvement)
{
  if (day < judge->context->settings->judge_from || day > judge->context->settings->review_until)
    return;
  if (cycle->review_day == GLA_EFFECT_NO_DAY)
    {
      cycle->review_day = day;
      cycle->review_improvement = improvement;
    }
  else if (cycle->review_day == day)
    {
      cycle->review_improvement = MIN (cycle->review_improvement, improvement);
    }
}

/* The grades that tell the effect, each as improvement over the baseline of its own scale. */
static void
take_gradings (Judge          *judge,
               GlaCycle       *cycle,
               GlaEffectInput *input)
{
  const GPtrArray *rows = judge->area->assessments;

  for (guint i = gla_cycle_area_rows_after (judge->area, cycle->day); i < rows->len; i++)
    {
      const GlaAssessment *row = rows->pdata[i];
      const GlaBaseline *baseline;
      GlaGrading grading;
      int improvement;

      if (cycle->next != NULL && row->day > cycle->next_day)
        break;
      baseline = gla_baselines_find (judge->baselines, judge->area, row);
      if (baseline == NULL || gla_baseline_get_room (baseline) == 0 ||
          !gla_cycle_counts_row (cycle, judge->area, i))
        continue;
      improvement = gla_baseline_improvement (baseline, row->at_maximum);
      grading.day = row->day - cycle->day;
      grading.grade = MAX (0, input->baseline - improvement);
      g_array_append_val (judge->gradings, grading);
      if (cycle->elsewhere == NULL || row->day <= cycle->elsewhere->day)
        take_review (judge, cycle, grading.day, improvement);
    }
}

/* "Still working" is an assessment with effect, on the first day that it can mean. */
static void
take_still_working (Judge                *judge,
                    const GlaCycleReport *entry)
{
  GlaGrading grading = { entry->day, GLA_EFFECT_REPORTED };

  if (entry->report->day != GLA_DAY_NONE)
    grading.day -= gla_cycle_half_width (entry->report->precision);
  g_array_append_val (judge->gradings, grading);
}

/* Days and half width of a report; one without a day means any time before it was told. */
static void
get_worn_off (const GlaCycleReport *entry,
              int                  *day,
              int                  *half_width)
{
  *day = entry->day;
  *half_width = gla_cycle_half_width (entry->report->precision);
  if (entry->report->day == GLA_DAY_NONE)
    {
      *day = entry->day / 2;
      *half_width = entry->day - *day;
    }
}

/* Whether report @a tells more than @b: of this area, better known, told earlier. */
static gboolean
is_better_report (const GlaCycleReport *a,
                  const GlaCycleReport *b)
{
  int day, first, second;

  if ((a->report->area == NULL) != (b->report->area == NULL))
    return a->report->area != NULL;
  get_worn_off (a, &day, &first);
  get_worn_off (b, &day, &second);
  if (first != second)
    return first < second;
  return a->report->told_on < b->report->told_on;
}

static void
take_reports (Judge          *judge,
              const GlaCycle *cycle,
              GlaEffectInput *input)
{
  const GlaCycleReport *best = NULL;

  for (guint i = 0; i < cycle->reports->len; i++)
    {
      const GlaCycleReport *entry = &g_array_index (cycle->reports, GlaCycleReport, i);
      int day, half_width;

      if (entry->report->kind == GLA_REPORT_STILL_WORKING)
        {
          take_still_working (judge, entry);
          continue;
        }
      /* A day before the treatment, or days wholly after the next one, are not of this one. */
      get_worn_off (entry, &day, &half_width);
      if (day < 0 || (input->next_treatment_day != GLA_EFFECT_NO_DAY &&
                      day - MAX (1, half_width) >= input->next_treatment_day))
        continue;
      if (best == NULL || is_better_report (entry, best))
        best = entry;
    }
  if (best != NULL)
    get_worn_off (best, &input->worn_off_day, &input->worn_off_half_width);
}

/* The day on which the effect was last confirmed by what was taken. */
static int
find_last_effect (const Judge          *judge,
                  const GlaEffectInput *input)
{
  int last = 0;

  for (guint i = 0; i < judge->gradings->len; i++)
    {
      const GlaGrading *grading = &g_array_index (judge->gradings, GlaGrading, i);

      if (grading->grade <= input->baseline - 1 &&
          (input->next_treatment_day == GLA_EFFECT_NO_DAY ||
           grading->day <= input->next_treatment_day))
        last = MAX (last, grading->day);
    }
  return last;
}

/*
 * The first visit made because it wore off, for this area: to be graded or to be
 * treated again. One that came before the last confirmed effect was mistaken.
 */
static int
find_wore_off_visit (const Judge          *judge,
                     const GlaCycle       *cycle,
                     const GlaEffectInput *input)
{
  int last_effect = find_last_effect (judge, input);

  for (guint i = 0; i < cycle->gradings->len; i++)
    {
      const GlaCycleGrading *entry = &g_array_index (cycle->gradings, GlaCycleGrading, i);

      if (entry->assessment->reason == GLA_VISIT_REASON_WORE_OFF &&
          entry->day > MAX (last_effect, input->touch_up_day))
        return entry->day;
    }
  if (cycle->next != NULL && cycle->next->reason == GLA_VISIT_REASON_WORE_OFF)
    return cycle->next_day - cycle->day;
  return GLA_EFFECT_NO_DAY;
}

static void
set_effect (Judge    *judge,
            GlaCycle *cycle)
{
  const GlaBaseline *baseline = gla_baselines_get_main (judge->baselines, judge->area);
  GlaEffectInput input = {
    .baseline = baseline != NULL ? gla_baseline_get_room (baseline) : 0,
    .worn_off_day = GLA_EFFECT_NO_DAY,
    .next_treatment_day = get_end_day (cycle),
    .wore_off_visit_day = GLA_EFFECT_NO_DAY,
    .symptom_window = judge->context->settings->symptom_window,
    .touch_up_day = gla_cycle_get_last_day (cycle) - cycle->day,
  };

  g_array_set_size (judge->gradings, 0);
  cycle->review_day = GLA_EFFECT_NO_DAY;
  take_gradings (judge, cycle, &input);
  take_reports (judge, cycle, &input);
  input.wore_off_visit_day = find_wore_off_visit (judge, cycle, &input);
  input.gradings = (const GlaGrading *) judge->gradings->data;
  input.n_gradings = judge->gradings->len;
  gla_effect_compute (&input, &cycle->effect);
}

/* Whether someone graded it when its peak can be judged (evidence, section 1.1). */
static gboolean
is_reviewed (const GlaCycle         *cycle,
             const GlaCycleSettings *settings)
{
  int end = get_end_day (cycle);

  for (guint i = 0; i < cycle->gradings->len; i++)
    {
      const GlaCycleGrading *entry = &g_array_index (cycle->gradings, GlaCycleGrading, i);

      if (entry->assessment->at_maximum != GLA_GRADE_UNKNOWN &&
          entry->day >= settings->judge_from && entry->day <= settings->review_until &&
          (end == GLA_EFFECT_NO_DAY || entry->day <= end))
        return TRUE;
    }
  return FALSE;
}

/* The label counts from the last injection: it knows no touch-ups. */
static GlaDay
find_label_end (Judge          *judge,
                const GlaCycle *cycle)
{
  GlaDay last = gla_cycle_get_last_day (cycle);

  if (cycle->product == NULL || !gla_cycle_is_dated (cycle->precision))
    return GLA_DAY_NONE;
  if (g_strcmp0 (judge->product, cycle->product) != 0)
    {
      judge->product = cycle->product;
      judge->interval = gla_catalogue_find_interval (judge->context->catalogue, cycle->product,
                                                     cycle->area, judge->context->region);
    }
  if (judge->interval == NULL)
    return GLA_DAY_NONE;
  return judge->interval->months > 0 ? gla_day_add_months (last, judge->interval->months)
                                     : last + judge->interval->days;
}

static void
set_label (Judge *judge,
           guint  index)
{
  GlaCycle *cycle = judge->area->cycles->pdata[index];

  cycle->label_end = find_label_end (judge, cycle);
  if (index > 0 && gla_cycle_is_dated (cycle->precision))
    {
      const GlaCycle *before = judge->area->cycles->pdata[index - 1];

      cycle->inside_label = before->label_end != GLA_DAY_NONE && cycle->day < before->label_end;
    }
}

void
gla_cycle_judge_area (const GlaCycleContext *context,
                      GlaCycleArea          *area)
{
  g_autoptr (GArray) baselines = g_array_new (FALSE, FALSE, sizeof (GlaBaseline));
  g_autoptr (GArray) gradings = g_array_new (FALSE, FALSE, sizeof (GlaGrading));
  Judge judge = { context, area, baselines, gradings };

  for (guint i = 0; i < area->cycles->len; i++)
    {
      GlaCycle *cycle = area->cycles->pdata[i];

      set_next (&judge, i);
      set_baseline (&judge, i);
      list_gradings (&judge, cycle);
      set_effect (&judge, cycle);
      set_label (&judge, i);
      cycle->judge_from = cycle->day + context->settings->judge_from;
      cycle->review_until = cycle->day + context->settings->review_until;
      cycle->reviewed = is_reviewed (cycle, context->settings);
      cycle->running = cycle->next == NULL && cycle->elsewhere == NULL &&
                       cycle->effect.right == GLA_EFFECT_OPEN;
    }
}

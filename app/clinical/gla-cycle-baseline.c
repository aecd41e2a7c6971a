/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"

#include <string.h>

/* Highest grade that a scale without a stated range is taken to have. */
#define HIGHEST_GRADE 100

static const char *
get_scale (const GlaCycleArea  *area,
           const GlaAssessment *assessment)
{
  return assessment->scale != NULL ? assessment->scale : area->scale;
}

guint
gla_cycle_area_rows_after (const GlaCycleArea *area,
                           GlaDay              day)
{
  guint low = 0, high = area->assessments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const GlaAssessment *assessment = area->assessments->pdata[middle];

      if (assessment->day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A grade of a side that was not treated says nothing about the treatment. */
static gboolean
is_graded (const GlaCycle      *cycle,
           const GlaAssessment *assessment)
{
  return assessment->at_maximum != GLA_GRADE_UNKNOWN &&
         (assessment->side == cycle->side || assessment->side == GLA_SIDE_BOTH ||
          cycle->side == GLA_SIDE_BOTH);
}

static gboolean
is_by_practitioner (const GlaCycle      *cycle,
                    const GlaCycleArea  *area,
                    const GlaAssessment *assessment,
                    const GlaAssessment *other)
{
  return other->rater == GLA_RATER_PRACTITIONER && is_graded (cycle, other) &&
         strcmp (get_scale (area, assessment), get_scale (area, other)) == 0;
}

gboolean
gla_cycle_counts_row (const GlaCycle     *self,
                      const GlaCycleArea *area,
                      guint               index)
{
  GPtrArray *rows = area->assessments;
  const GlaAssessment *assessment = rows->pdata[index];

  if (!is_graded (self, assessment))
    return FALSE;
  if (assessment->rater == GLA_RATER_PRACTITIONER)
    return TRUE;
  for (guint i = index; i > 0; i--)
    {
      const GlaAssessment *other = rows->pdata[i - 1];

      if (other->day != assessment->day)
        break;
      if (is_by_practitioner (self, area, assessment, other))
        return FALSE;
    }
  for (guint i = index + 1; i < rows->len; i++)
    {
      const GlaAssessment *other = rows->pdata[i];

      if (other->day != assessment->day)
        break;
      if (is_by_practitioner (self, area, assessment, other))
        return FALSE;
    }
  return TRUE;
}

static GlaBaseline *
find_scale (const GArray *baselines,
            const char   *scale)
{
  for (guint i = 0; i < baselines->len; i++)
    {
      GlaBaseline *baseline = &g_array_index (baselines, GlaBaseline, i);

      if (strcmp (baseline->scale, scale) == 0)
        return baseline;
    }
  return NULL;
}

const GlaBaseline *
gla_baselines_find (const GArray        *baselines,
                    const GlaCycleArea  *area,
                    const GlaAssessment *assessment)
{
  return find_scale (baselines, get_scale (area, assessment));
}

const GlaBaseline *
gla_baselines_get_main (const GArray       *baselines,
                        const GlaCycleArea *area)
{
  const GlaBaseline *best = find_scale (baselines, area->scale);

  for (guint i = 0; best == NULL && i < baselines->len; i++)
    best = &g_array_index (baselines, GlaBaseline, i);
  for (guint i = 0; i < baselines->len && strcmp (best->scale, area->scale) != 0; i++)
    {
      const GlaBaseline *other = &g_array_index (baselines, GlaBaseline, i);

      if (other->row->day > best->row->day)
        best = other;
    }
  return best;
}

int
gla_baseline_get_room (const GlaBaseline *self)
{
  if (self->direction == GLA_SCALE_HIGHER_IS_BETTER)
    return MAX (0, self->high - self->grade);
  return MAX (0, self->grade - self->low);
}

int
gla_baseline_improvement (const GlaBaseline *self,
                          int                grade)
{
  return self->direction == GLA_SCALE_HIGHER_IS_BETTER ? grade - self->grade : self->grade - grade;
}

/* Starts a scale that was not seen before; FALSE for one without a better and a worse. */
static gboolean
add_scale (GArray                *baselines,
           const GlaCycleContext *context,
           const char            *scale)
{
  GlaBaseline baseline = {
    .scale = scale,
    .direction = GLA_SCALE_LOWER_IS_BETTER,
    .high = HIGHEST_GRADE,
    .recorded_on = GLA_DAY_NONE,
  };
  const GlaScale *known = gla_catalogue_find_scale (context->catalogue, scale);

  if (known != NULL)
    {
      if (known->direction == GLA_SCALE_VARIES)
        return FALSE;
      baseline.direction = known->direction;
      gla_scale_get_range (known, &baseline.low, &baseline.high);
    }
  g_array_append_val (baselines, baseline);
  return TRUE;
}

/* First day of which a grade can be the one before the treatment at @index. */
static GlaDay
find_earliest (const GlaCycleContext *context,
               const GlaCycleArea    *area,
               guint                  index)
{
  const GlaCycle *cycle = area->cycles->pdata[index];
  const GlaCycleSettings *settings = context->settings;
  GlaDay earliest = cycle->day - settings->baseline_window;

  if (index > 0)
    earliest = MAX (earliest, gla_cycle_get_last_day (area->cycles->pdata[index - 1]) +
                                settings->review_until + 1);
  for (guint i = 0; i < area->exposures->len; i++)
    {
      const GlaExposure *exposure = area->exposures->pdata[i];

      if (exposure->day >= cycle->day)
        break;
      earliest = MAX (earliest, exposure->day + settings->review_until + 1);
    }
  /* The day of the injection itself always can. */
  return MIN (earliest, cycle->day);
}

/* Takes a grade before treatment if it is of the last graded day, and of these the worst. */
static void
take_grade (GlaBaseline         *baseline,
            const GlaAssessment *row)
{
  if (baseline->recorded_on != GLA_DAY_NONE && baseline->recorded_on != row->day)
    return;
  baseline->recorded_on = row->day;
  /* What is carried stays unless this is as bad or worse: max (recorded, the one before). */
  if (baseline->kind != GLA_BASELINE_MISSING &&
      gla_baseline_improvement (baseline, row->at_maximum) > 0)
    return;
  baseline->kind = GLA_BASELINE_RECORDED;
  baseline->grade = row->at_maximum;
  baseline->row = row;
}

void
gla_baselines_advance (GArray                *baselines,
                       const GlaCycleContext *context,
                       const GlaCycleArea    *area,
                       guint                  index)
{
  const GlaCycle *cycle = area->cycles->pdata[index];
  const GlaCycle *before = index > 0 ? area->cycles->pdata[index - 1] : NULL;
  GlaDay earliest = find_earliest (context, area, index);

  if (before == NULL || cycle->day - before->day > context->settings->baseline_window)
    g_array_set_size (baselines, 0);
  for (guint i = 0; i < baselines->len; i++)
    {
      GlaBaseline *baseline = &g_array_index (baselines, GlaBaseline, i);

      baseline->kind = GLA_BASELINE_CARRIED;
      baseline->recorded_on = GLA_DAY_NONE;
    }
  for (guint i = gla_cycle_area_rows_after (area, cycle->day); i > 0; i--)
    {
      const GlaAssessment *row = area->assessments->pdata[i - 1];
      GlaBaseline *baseline;

      if (row->day < earliest)
        break;
      if (!gla_cycle_counts_row (cycle, area, i - 1))
        continue;
      baseline = find_scale (baselines, get_scale (area, row));
      if (baseline == NULL && add_scale (baselines, context, get_scale (area, row)))
        baseline = &g_array_index (baselines, GlaBaseline, baselines->len - 1);
      if (baseline != NULL)
        take_grade (baseline, row);
    }
}

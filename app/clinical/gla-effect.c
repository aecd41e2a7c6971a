/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-effect.h"

#include <stdlib.h>

/* Before this day a grade without effect may only be too early (statistics, section 1.4). */
#define FIRST_DAY_TO_JUDGE 14

/* Never seen working and graded without effect by this day: non-response. */
#define LAST_DAY_OF_NON_RESPONSE 45

/* Days in which the best grade is the peak (statistics, section 1.3). */
#define FIRST_DAY_OF_PEAK 7
#define LAST_DAY_OF_PEAK 60

/* By day, and on one day the worse grade first. */
static int
compare_gradings (gconstpointer a,
                  gconstpointer b)
{
  const GlaGrading *first = a;
  const GlaGrading *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return (first->grade < second->grade) - (first->grade > second->grade);
}

/* Gradings of the time between the treatments, one a day: "of several keep the highest g". */
static GlaGrading *
select_gradings (const GlaEffectInput *input,
                 gsize                *n_selected)
{
  GlaGrading *selected = g_new (GlaGrading, input->n_gradings);
  gsize n = 0, kept = 0;

  for (gsize i = 0; i < input->n_gradings; i++)
    {
      const GlaGrading *grading = &input->gradings[i];

      if (grading->day < 1)
        continue;
      if (input->next_treatment_day != GLA_EFFECT_NO_DAY &&
          grading->day > input->next_treatment_day)
        continue;
      /* Grades can't show an effect on muscles that made no line before. */
      if (input->baseline < 1 && grading->grade != GLA_EFFECT_REPORTED)
        continue;
      selected[n++] = *grading;
    }
  if (n > 1)
    qsort (selected, n, sizeof *selected, compare_gradings);
  for (gsize i = 0; i < n; i++)
    if (kept == 0 || selected[kept - 1].day != selected[i].day)
      selected[kept++] = selected[i];
  *n_selected = kept;
  return selected;
}

static gboolean
is_present (const GlaEffectInput *input,
            const GlaGrading     *grading)
{
  return grading->grade <= input->baseline - 1;
}

/* "Effect gone" is the exact complement of "present", once the effect can be judged at all. */
static gboolean
is_gone (const GlaEffectInput *input,
         const GlaGrading     *grading)
{
  return !is_present (input, grading) && grading->day >= FIRST_DAY_TO_JUDGE &&
         grading->day > input->touch_up_day;
}

/* Onset and peak (statistics, section 1.3). */
static void
find_onset_and_peak (const GlaEffectInput *input,
                     const GlaGrading     *gradings,
                     gsize                 n_gradings,
                     GlaEffect            *effect)
{
  int best = 0;
  int without = 0;

  for (gsize i = 0; i < n_gradings; i++)
    {
      const GlaGrading *grading = &gradings[i];

      if (effect->onset_by == GLA_EFFECT_NO_DAY)
        {
          if (is_present (input, grading))
            {
              effect->onset_after = without;
              effect->onset_by = grading->day;
            }
          without = grading->day;
        }
      if (grading->grade == GLA_EFFECT_REPORTED || grading->day < FIRST_DAY_OF_PEAK ||
          grading->day > LAST_DAY_OF_PEAK)
        continue;
      if (effect->peak_day == GLA_EFFECT_NO_DAY || grading->grade < best)
        {
          best = grading->grade;
          effect->peak_day = grading->day;
          effect->peak_improvement = input->baseline - best;
        }
    }
}

/* The interval as the gradings alone give it, and the first day graded gone. */
static void
bound_by_gradings (const GlaEffectInput *input,
                   const GlaGrading     *gradings,
                   gsize                 n_gradings,
                   GlaEffect            *effect,
                   int                  *first_gone)
{
  *first_gone = GLA_EFFECT_NO_DAY;
  for (gsize i = 0; i < n_gradings; i++)
    if (is_present (input, &gradings[i]))
      effect->left = gradings[i].day;

  for (gsize i = 0; i < n_gradings; i++)
    {
      if (!is_gone (input, &gradings[i]))
        continue;
      if (*first_gone == GLA_EFFECT_NO_DAY)
        *first_gone = gradings[i].day;
      if (gradings[i].day < effect->left)
        effect->reversal = TRUE;
      else if (effect->right == GLA_EFFECT_OPEN)
        effect->right = gradings[i].day;
    }
}

/*
 * The patient came because it wore off: the end lies before that visit and, if
 * no date was named, at most a symptom window before it.
 */
static void
bound_by_visit (const GlaEffectInput *input,
                GlaEffect            *effect)
{
  int visit = input->wore_off_visit_day;

  if (visit == GLA_EFFECT_NO_DAY || visit < 1 || visit <= input->touch_up_day)
    return;
  if (input->next_treatment_day != GLA_EFFECT_NO_DAY && visit > input->next_treatment_day)
    return;
  if (effect->right == GLA_EFFECT_OPEN && visit > effect->left)
    effect->right = visit;
  if (effect->right == visit && input->worn_off_day == GLA_EFFECT_NO_DAY &&
      input->symptom_window > 0 && visit - input->symptom_window > effect->left)
    {
      effect->left = visit - input->symptom_window;
      effect->assumed_left = TRUE;
    }
}

/* The day that the patient named narrows the interval, or contradicts it: then gradings win. */
static void
bound_by_report (const GlaEffectInput *input,
                 GlaEffect            *effect)
{
  int day = input->worn_off_day;
  int half_width = input->worn_off_half_width;
  int left, right;

  if (day == GLA_EFFECT_NO_DAY)
    return;
  left = MAX (effect->left, half_width == 0 ? day - 1 : day - half_width);
  right = MIN (effect->right, day + half_width);
  if (left < right)
    {
      effect->left = left;
      effect->right = right;
    }
  else
    effect->conflict = TRUE;
}

static GlaEffectStatus
find_status (const GlaEffect *effect)
{
  if (effect->right == GLA_EFFECT_OPEN)
    return effect->left > 0 ? GLA_EFFECT_STILL_SEEN : GLA_EFFECT_NO_INFORMATION;
  return effect->left > 0 ? GLA_EFFECT_ENDED : GLA_EFFECT_GONE_BY;
}

void
gla_effect_compute (const GlaEffectInput *input,
                    GlaEffect            *effect)
{
  g_autofree GlaGrading *gradings = NULL;
  gsize n_gradings;
  int first_gone;

  g_return_if_fail (input != NULL && effect != NULL);
  g_return_if_fail (input->n_gradings == 0 || input->gradings != NULL);

  *effect = (GlaEffect) {
    .right = GLA_EFFECT_OPEN,
    .onset_after = GLA_EFFECT_NO_DAY,
    .onset_by = GLA_EFFECT_NO_DAY,
    .peak_improvement = GLA_EFFECT_NO_DAY,
    .peak_day = GLA_EFFECT_NO_DAY,
  };
  gradings = select_gradings (input, &n_gradings);
  find_onset_and_peak (input, gradings, n_gradings, effect);
  bound_by_gradings (input, gradings, n_gradings, effect, &first_gone);

  /* Without any effect seen, left is 0; the first "gone" is then also the right end. */
  if (effect->left == 0 && first_gone != GLA_EFFECT_NO_DAY &&
      first_gone <= LAST_DAY_OF_NON_RESPONSE && input->worn_off_day == GLA_EFFECT_NO_DAY)
    {
      effect->status = GLA_EFFECT_NOT_SEEN;
      return;
    }
  bound_by_visit (input, effect);
  bound_by_report (input, effect);
  effect->status = find_status (effect);
}

const char *
gla_effect_status_to_key (GlaEffectStatus status)
{
  switch (status)
    {
    case GLA_EFFECT_NO_INFORMATION:
      return "NOINFO";
    case GLA_EFFECT_STILL_SEEN:
      return "RIGHT";
    case GLA_EFFECT_GONE_BY:
      return "LEFT";
    case GLA_EFFECT_ENDED:
      return "INTERVAL";
    case GLA_EFFECT_NOT_SEEN:
      return "NONRESPONSE";
    default:
      g_return_val_if_reached ("NOINFO");
    }
}

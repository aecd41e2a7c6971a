/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-scene.h"

#include <math.h>

#define HALF_YEAR 183
#define YEAR 365
#define TWO_YEARS 731
#define LEAST_SPAN 120   /* days that are shown of the shortest history */
#define LEAST_WEEKS 26   /* of the aligned view */
#define LAPSED YEAR      /* days after which the view ends with the history, not with today */

static double
get_length (GlaTimelineRange        range,
            const GlaTimelineModel *model)
{
  double all = model->cycles->today - model->first;

  switch (range)
    {
    case GLA_TIMELINE_RANGE_HALF_YEAR:
      return HALF_YEAR;
    case GLA_TIMELINE_RANGE_YEAR:
      return YEAR;
    case GLA_TIMELINE_RANGE_TWO_YEARS:
      return TWO_YEARS;
    case GLA_TIMELINE_RANGE_FIT:
    case GLA_TIMELINE_RANGE_ALL:
    case GLA_TIMELINE_RANGE_CUSTOM:
    default:
      return MAX (all, LEAST_SPAN);
    }
}

static void
get_aligned_span (const GlaTimelineModel *model,
                  GlaDay                  since,
                  double                 *from,
                  double                 *to)
{
  int most = LEAST_WEEKS * 7;

  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, j);

          if (since == GLA_DAY_NONE || drawn->cycle->day >= since)
            most = MAX (most, drawn->end);
        }
    }
  *from = -most * 0.03;
  /* Room for the words behind the longest line. */
  *to = most * (model->estimates != NULL ? 1.2 : 1.12);
}

/* How far beyond today the view reaches for what is drawn there, as a part of its length. */
static double
get_outlook (const GlaTimelineModel *model)
{
  return model->estimates != NULL ? 0.5 : 0.25;
}

/* The last day that anything is drawn on; today for an empty history. */
static GlaDay
get_last_drawn (const GlaTimelineModel *model)
{
  GlaDay last = GLA_DAY_NONE;

  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, j);

          last = MAX (last, drawn->cycle->day + drawn->end);
        }
      for (guint j = 0; j < row->exposures->len; j++)
        last = MAX (last, ((const GlaExposure *) g_ptr_array_index (row->exposures, j))->day);
      for (guint j = 0; j < row->events->len; j++)
        last = MAX (last, ((const GlaAdverseEvent *) g_ptr_array_index (row->events, j))->onset);
      for (guint j = 0; j < row->visits->len; j++)
        last = MAX (last, g_array_index (row->visits, GlaTimelineVisit, j).assessment->day);
    }
  return last == GLA_DAY_NONE ? model->cycles->today : last;
}

/* Where a patient is opened: what there is fills the view. A first treatment stands at its
 * beginning, with room for what comes; a patient who stayed away is shown the last years there
 * were. */
static void
get_fitting_span (const GlaTimelineModel *model,
                  double                 *from,
                  double                 *to,
                  GlaDay                 *since)
{
  double today = model->cycles->today;
  double last = get_last_drawn (model);
  double end = today - last > LAPSED ? last : today;
  double length = CLAMP (end - model->first, LEAST_SPAN, TWO_YEARS);

  *from = MAX (end - length, model->first) - length * 0.03;
  *since = (GlaDay) ceil (*from);
  *to = MAX (end + length * 0.09, *from + length * 1.12);
  if (end >= today)
    *to = MAX (*to, MIN (model->last, today + length * get_outlook (model))
                    + length * 0.03);
}

void
gla_timeline_range_get_span (GlaTimelineRange        range,
                             const GlaTimelineModel *model,
                             GlaTimelineMode         mode,
                             double                 *from,
                             double                 *to,
                             GlaDay                 *since)
{
  double length;
  double today;

  g_return_if_fail (model != NULL);
  g_return_if_fail (from != NULL && to != NULL && since != NULL);

  /* A little room on both sides: for the first mark, and for what runs on after today. */
  length = get_length (range, model);
  today = model->cycles->today;
  *since = range == GLA_TIMELINE_RANGE_ALL ? GLA_DAY_NONE : (GlaDay) (today - length);
  *from = today - length * 1.03;
  *to = today + length * 0.09;
  if (range == GLA_TIMELINE_RANGE_FIT)
    get_fitting_span (model, from, to, since);
  if (mode == GLA_TIMELINE_DAYS)
    get_aligned_span (model, *since, from, to);
  else if (range == GLA_TIMELINE_RANGE_ALL)
    *to = MAX (*to, MIN (model->last, today + length * get_outlook (model))
                    + length * 0.03);
}

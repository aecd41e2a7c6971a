/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-scene.h"

#define HALF_YEAR 183
#define YEAR 365
#define TWO_YEARS 731
#define LEAST_SPAN 120   /* days that are shown of the shortest history */
#define LEAST_WEEKS 26   /* of the aligned view */

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
      return CLAMP (all, LEAST_SPAN, TWO_YEARS);
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
  *to = most * 1.12;
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

  length = get_length (range, model);
  today = model->cycles->today;
  *since = range == GLA_TIMELINE_RANGE_ALL ? GLA_DAY_NONE : (GlaDay) (today - length);
  if (mode == GLA_TIMELINE_DAYS)
    {
      get_aligned_span (model, *since, from, to);
      return;
    }

  /* A little room on both sides: for the first mark, and for what runs on after today. */
  *from = today - length * 1.03;
  *to = today + length * 0.09;
  if (range == GLA_TIMELINE_RANGE_ALL || range == GLA_TIMELINE_RANGE_FIT)
    *to = MAX (*to, MIN (model->last, today + length * (model->estimates != NULL ? 0.5 : 0.25))
                    + length * 0.03);
}

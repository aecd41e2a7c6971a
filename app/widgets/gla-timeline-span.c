/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-private.h"

#define LEAST_DAYS 28.0
#define MOST_DAYS 800.0   /* of a short history; a longer one can be seen as a whole */

static double
get_most_days (GlaTimeline *self)
{
  return MAX (MOST_DAYS, (self->model->last - self->model->first) * 1.2);
}

/* The view may run a little beyond what there is, and no farther. */
void
gla_timeline_set_span (GlaTimeline *self,
                       double       from,
                       double       to)
{
  double span, first, last;

  if (self->model == NULL || self->mode != GLA_TIMELINE_CALENDAR)
    return;

  span = CLAMP (to - from, LEAST_DAYS, get_most_days (self));
  first = MIN (self->model->first - MAX (span * 0.05, 14), self->model->cycles->today - span);
  last = MAX (self->model->last, self->model->cycles->today) + span * 0.25;
  if (from < first)
    from = MIN (first, self->from);
  if (from + span > last)
    from = MAX (last, self->to) - span;
  if (from == self->from && from + span == self->to)
    return;

  self->from = from;
  self->to = from + span;
  gla_timeline_update_range (self, GLA_TIMELINE_RANGE_CUSTOM);
  gla_timeline_invalidate (self);
}

void
gla_timeline_reveal (GlaTimeline           *self,
                     const GlaTimelineStop *stop)
{
  double span = self->to - self->from;
  double margin = span * 0.08;

  if (self->mode != GLA_TIMELINE_CALENDAR
      || (stop->day >= self->from && stop->day <= self->to - margin / 2))
    return;
  if (stop->day < self->from)
    gla_timeline_set_span (self, stop->day - margin, stop->day - margin + span);
  else
    gla_timeline_set_span (self, stop->day + 3 * margin - span, stop->day + 3 * margin);
}

void
gla_timeline_get_span (GlaTimeline *self,
                       double      *from,
                       double      *to)
{
  g_return_if_fail (GLA_IS_TIMELINE (self));
  g_return_if_fail (from != NULL && to != NULL);

  *from = self->from;
  *to = self->to;
}

void
gla_timeline_zoom (GlaTimeline *self,
                   double       factor,
                   double       x)
{
  GlaTimelineScene *scene;
  double day, share, span;

  g_return_if_fail (GLA_IS_TIMELINE (self));
  g_return_if_fail (factor > 0);

  scene = gla_timeline_get_scene (self);
  if (scene == NULL || self->mode != GLA_TIMELINE_CALENDAR)
    return;
  day = CLAMP (gla_timeline_scene_get_day (scene, x), self->from, self->to);
  share = (day - self->from) / (self->to - self->from);
  span = CLAMP ((self->to - self->from) / factor, LEAST_DAYS, get_most_days (self));
  gla_timeline_set_span (self, day - share * span, day - share * span + span);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-scene.h"

#include "gla-i18n.h"
#include "gla-time-axis.h"
#include "gla-timeline-highlight.h"
#include "gla-timeline-layout.h"

#include <math.h>
#include <stdlib.h>

#define AXIS_HEIGHT 26
#define FOOT_HEIGHT 22
#define NAME_LEAST 76
#define NAME_MOST 152
#define CAPTION_WIDTH 168   /* names in the aligned view: date and amount of a cycle */

static double
get_name_width (GlaTimelineLayout *layout)
{
  const GlaTimelineModel *model = layout->scene->model;
  double most = NAME_LEAST * layout->u;

  if (layout->options->mode == GLA_TIMELINE_DAYS)
    return CAPTION_WIDTH * layout->u;

  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      most = MAX (most, gla_text_get_width (layout->text, GLA_TEXT_BOLD, row->name)
                        + 16 * layout->u);
    }
  if (layout->options->strip)
    most = MAX (most, gla_text_get_width (layout->text, GLA_TEXT_SMALL, _("Weeks of effect"))
                      + 46 * layout->u);
  return ceil (MIN (most, NAME_MOST * layout->u));
}

static gboolean
row_is_in_view (GlaTimelineLayout    *layout,
                const GlaTimelineRow *row)
{
  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      GlaDay day = drawn->cycle->day;

      if (gla_timeline_layout_sees (layout, day, day + MAX (drawn->ending_to, drawn->seen_to)))
        return TRUE;
    }
  for (guint i = 0; i < row->visits->len; i++)
    {
      GlaDay day = g_array_index (row->visits, GlaTimelineVisit, i).assessment->day;

      if (gla_timeline_layout_sees (layout, day, day))
        return TRUE;
    }
  for (guint i = 0; i < row->exposures->len; i++)
    {
      GlaDay day = ((GlaExposure *) g_ptr_array_index (row->exposures, i))->day;

      if (gla_timeline_layout_sees (layout, day, day))
        return TRUE;
    }
  for (guint i = 0; i < row->events->len; i++)
    {
      GlaDay day = ((GlaAdverseEvent *) g_ptr_array_index (row->events, i))->onset;

      if (gla_timeline_layout_sees (layout, day, day))
        return TRUE;
    }
  return FALSE;
}

static guint
count_known (const GlaTimelineRow *row)
{
  guint known = 0;

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);

      if (drawn->cycle->effect.status != GLA_EFFECT_NO_INFORMATION)
        known++;
    }
  return known;
}

/* The area in focus; without one, the area of which most is known. */
static int
find_focus_row (GlaTimelineLayout *layout)
{
  const GPtrArray *rows = layout->scene->model->rows;
  guint most = 0;
  int found = -1;

  for (guint i = 0; i < rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (rows, i);
      guint known = count_known (row);

      if (layout->options->area != NULL && g_strcmp0 (row->area, layout->options->area) == 0)
        return i;
      if (known > most)
        {
          most = known;
          found = i;
        }
    }
  return found;
}

static double
layout_rows (GlaTimelineLayout *layout,
             double             y)
{
  GlaTimelineScene *scene = layout->scene;
  const GPtrArray *rows = scene->model->rows;
  gboolean days = layout->options->mode == GLA_TIMELINE_DAYS;

  guint end = layout->options->n_rows > 0
              ? MIN (layout->options->first_row + layout->options->n_rows, rows->len) : rows->len;

  for (guint i = layout->options->first_row; i < end; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (rows, i);
      gboolean in_focus = layout->options->area != NULL && !layout->options->paper
                          && g_strcmp0 (row->area, layout->options->area) == 0;
      double height;

      if (layout->options->fold && !days && !row_is_in_view (layout, row))
        continue;

      height = days ? gla_timeline_layout_days (layout, i, y)
                    : gla_timeline_layout_row (layout, i, y);
      if (height <= 0)
        continue;
      if (in_focus && !days)
        gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_BAND, i, 0, y, scene->width, height);
      gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_RULE, i, 0, y + height,
                               scene->width, 0);
      y += height;
    }
  return y;
}

static void
layout_axis (GlaTimelineLayout *layout)
{
  GlaTimelineScene *scene = layout->scene;
  double room = gla_text_get_width (layout->text, GLA_TEXT_SMALL, "00 Mmm 0000") * 0.86
                + 10 * layout->u;
  g_autoptr (GArray) ticks = NULL;
  double top = 6 * layout->u;

  if (scene->mode == GLA_TIMELINE_DAYS)
    ticks = gla_time_axis_new_relative (scene->from, scene->to, scene->per_day, 44 * layout->u);
  else
    ticks = gla_time_axis_new (scene->from, scene->to, scene->per_day, room);

  for (guint i = 0; i < ticks->len; i++)
    {
      const GlaTimeTick *tick = &g_array_index (ticks, GlaTimeTick, i);
      double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, tick->day));
      GlaTimelineItem *item;

      item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_GRID, -1, x, top, 0,
                                      scene->plot_y + scene->plot_height - top);
      item->value = tick->major ? 1 : 0;
      if (tick->label != NULL
          && x + gla_text_get_width (layout->text, GLA_TEXT_SMALL, tick->label)
             + 5 * layout->u <= scene->width)
        {
          const char *words = g_string_chunk_insert_const (scene->strings, tick->label);

          gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_TICK, -1, words,
                                         x + 5 * layout->u, top - 2 * layout->u);
        }
    }
}

/* A line that says what the colours and patterns of the bars stand for. */
static double
layout_highlights (GlaTimelineLayout *layout,
                   double             y)
{
  GlaTimelineScene *scene = layout->scene;
  double u = layout->u;
  double x = scene->plot_x;
  const char *name;
  GlaTimelineItem *item;

  if (scene->highlights->len == 0)
    return 0;

  name = gla_timeline_highlight_get_name (layout->options->highlight);
  gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_HIGHLIGHT_NAME, -1, name, 0, y + 4 * u);
  for (guint i = 0; i < scene->highlights->len; i++)
    {
      const char *value = g_ptr_array_index (scene->highlights, i);
      double width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, value);

      if (x + 22 * u + width > scene->width)
        break;
      item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_SEEN, -1, x, y + 5 * u, 18 * u,
                                      12 * u);
      item->value = (int) i + 1;
      gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_HIGHLIGHT_NAME, -1, value,
                                     x + 22 * u, y + 4 * u);
      x += 22 * u + width + 14 * u;
    }
  return gla_timeline_layout_snap (layout, 20 * u);
}

static gboolean
sees_today (GlaTimelineLayout *layout)
{
  return layout->options->mode == GLA_TIMELINE_CALENDAR
         && gla_timeline_layout_sees (layout, layout->today, layout->today);
}

/* On screen the foot stays when today goes out of view, so that nothing jumps. */
static double
get_foot_height (GlaTimelineLayout *layout)
{
  if (layout->options->paper && !sees_today (layout))
    return 4 * layout->u;
  return FOOT_HEIGHT * layout->u;
}

static void
layout_today (GlaTimelineLayout *layout,
              double             bottom)
{
  GlaTimelineScene *scene = layout->scene;
  double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, layout->today));
  double width = gla_text_get_width (layout->text, GLA_TEXT_SMALL_BOLD, _("today"))
                 + 14 * layout->u;
  GlaTimelineItem *item;

  if (!sees_today (layout))
    return;

  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_TODAY, -1, x - width / 2,
                                  scene->plot_y, width, bottom - scene->plot_y);
  item->text = _("today");
}

static void
mirror (GlaTimelineScene *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GlaTimelineItem *item = &g_array_index (self->items, GlaTimelineItem, i);

      item->x = self->width - item->x - item->width;
    }
  for (guint i = 0; i < self->stops->len; i++)
    {
      GlaTimelineStop *stop = &g_array_index (self->stops, GlaTimelineStop, i);

      stop->x = self->width - stop->x - stop->width;
    }
  self->plot_x = self->width - self->plot_x - self->plot_width;
}

/* Counting sort: stable, for things of one kind are painted as they were added. */
static void
sort_items (GlaTimelineScene *self)
{
  guint starts[GLA_N_TIMELINE_ITEMS + 1] = { 0 };
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (GlaTimelineItem), self->items->len);

  g_array_set_size (sorted, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    starts[g_array_index (self->items, GlaTimelineItem, i).kind + 1]++;
  for (guint i = 0; i < GLA_N_TIMELINE_ITEMS; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < self->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (self->items, GlaTimelineItem, i);

      g_array_index (sorted, GlaTimelineItem, starts[item->kind]++) = *item;
    }
  g_array_unref (self->items);
  self->items = sorted;
}

GlaTimelineScene *
gla_timeline_scene_new (GlaTimelineModel         *model,
                        GlaText                  *text,
                        const GlaTimelineOptions *options)
{
  GlaTimelineScene *self;
  GlaTimelineLayout layout;
  double bottom;
  int focus;

  g_return_val_if_fail (model != NULL && text != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->to > options->from, NULL);

  self = g_new0 (GlaTimelineScene, 1);
  self->model = gla_timeline_model_ref (model);
  self->items = g_array_new (FALSE, FALSE, sizeof (GlaTimelineItem));
  self->stops = g_array_new (FALSE, FALSE, sizeof (GlaTimelineStop));
  self->strings = g_string_chunk_new (1024);
  self->highlights = gla_timeline_highlight_dup_values (model, options->highlight);
  self->width = options->width;
  self->from = options->from;
  self->to = options->to;
  self->mode = options->mode;
  self->paper = options->paper;
  self->unit = gla_text_get_size (text) / 14.0;

  layout = (GlaTimelineLayout) { self, text, options, model->cycles->today, self->unit };
  self->plot_x = gla_timeline_layout_snap (&layout, get_name_width (&layout));
  self->plot_width = MAX (self->width - self->plot_x - 2 * layout.u, 1);
  self->plot_y = gla_timeline_layout_snap (&layout, AXIS_HEIGHT * layout.u);
  self->per_day = self->plot_width / (self->to - self->from);

  bottom = layout_rows (&layout, self->plot_y);
  focus = options->strip && options->mode == GLA_TIMELINE_CALENDAR ? find_focus_row (&layout) : -1;
  if (focus >= 0)
    bottom += gla_timeline_layout_strip (&layout, focus, bottom);
  self->plot_height = bottom - self->plot_y;
  bottom += layout_highlights (&layout, bottom);
  self->height = gla_timeline_layout_snap (&layout, bottom + get_foot_height (&layout));
  layout_axis (&layout);
  layout_today (&layout, self->height);

  sort_items (self);
  if (options->rtl)
    {
      mirror (self);
      self->rtl = TRUE;
    }
  return self;
}

void
gla_timeline_scene_free (GlaTimelineScene *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_array_unref (self->stops);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->highlights);
  gla_timeline_model_unref (self->model);
  g_free (self);
}

gboolean
gla_timeline_scene_is_empty (const GlaTimelineScene *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->stops->len == 0 && self->plot_height <= 0;
}

double
gla_timeline_scene_get_x (const GlaTimelineScene *self,
                          double                  day)
{
  double along;

  g_return_val_if_fail (self != NULL, 0);

  along = (day - self->from) * self->per_day;
  return self->rtl ? self->plot_x + self->plot_width - along : self->plot_x + along;
}

double
gla_timeline_scene_get_day (const GlaTimelineScene *self,
                            double                  x)
{
  double along;

  g_return_val_if_fail (self != NULL, 0);

  along = self->rtl ? self->plot_x + self->plot_width - x : x - self->plot_x;
  return self->from + along / self->per_day;
}

static double
get_distance (const GlaTimelineItem *item,
              double                 x,
              double                 y)
{
  double dx = MAX (MAX (item->x - x, x - item->x - item->width), 0);
  double dy = MAX (MAX (item->y - y, y - item->y - item->height), 0);

  return hypot (dx, dy);
}

const GlaTimelineItem *
gla_timeline_scene_pick (const GlaTimelineScene *self,
                         double                  x,
                         double                  y,
                         double                  slop)
{
  const GlaTimelineItem *nearest = NULL;
  double least = slop;

  g_return_val_if_fail (self != NULL, NULL);

  if (x < self->plot_x || x > self->plot_x + self->plot_width)
    return NULL;

  for (guint i = self->items->len; i > 0; i--)
    {
      const GlaTimelineItem *item = &g_array_index (self->items, GlaTimelineItem, i - 1);
      double distance;

      if ((item->cycle == NULL && item->record == NULL)
          || item->kind == GLA_TIMELINE_ITEM_CAPTION)
        continue;
      distance = get_distance (item, x, y);
      if (distance < least || (distance == 0 && nearest == NULL))
        {
          nearest = item;
          least = distance;
        }
    }
  return nearest;
}

gboolean
gla_timeline_scene_find_stop (const GlaTimelineScene *self,
                              const GlaCycle         *cycle,
                              guint                  *stop)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const GlaTimelineStop *candidate = &g_array_index (self->stops, GlaTimelineStop, i);

      if (candidate->cycle != NULL && candidate->cycle->cycle == cycle)
        {
          if (stop != NULL)
            *stop = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint
gla_timeline_scene_move (const GlaTimelineScene *self,
                         guint                   stop,
                         int                     along,
                         int                     across)
{
  const GlaTimelineStop *start;
  int target = -1;
  guint best = stop;

  g_return_val_if_fail (self != NULL && stop < self->stops->len, 0);

  start = &g_array_index (self->stops, GlaTimelineStop, stop);
  if (along != 0)
    {
      gint64 next = (gint64) stop + along;

      if (next >= 0 && next < self->stops->len
          && g_array_index (self->stops, GlaTimelineStop, next).row == start->row)
        return next;
      return stop;
    }

  for (guint i = 0; i < self->stops->len; i++)
    {
      const GlaTimelineStop *candidate = &g_array_index (self->stops, GlaTimelineStop, i);
      gboolean beyond = across < 0 ? candidate->row < start->row : candidate->row > start->row;
      gboolean nearer = across < 0 ? candidate->row > target : candidate->row < target;

      if (!beyond)
        continue;
      if (target < 0 || nearer)
        {
          target = candidate->row;
          best = i;
        }
      else if (candidate->row == target
               && abs (candidate->day - start->day)
                  < abs (g_array_index (self->stops, GlaTimelineStop, best).day - start->day))
        {
          best = i;
        }
    }
  return best;
}

guint
gla_timeline_scene_row_edge (const GlaTimelineScene *self,
                             guint                   stop,
                             gboolean                last)
{
  guint found;

  g_return_val_if_fail (self != NULL && stop < self->stops->len, 0);

  for (found = stop;;)
    {
      guint next = gla_timeline_scene_move (self, found, last ? 1 : -1, 0);

      if (next == found)
        return found;
      found = next;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include "gla-i18n.h"

#include <math.h>

/* Heights of the lanes of a row, from the top, in units. */
#define PADDING 7
#define EVENT_LANE 19
#define UNITS_LANE 18
#define BAR GLA_TIMELINE_BAR
#define BRACKET_LANE 9
#define WEEKS_LANE 15
#define LOT_LANE 13   /* on paper; on screen the lot stands beside the units in focus */

#define GAP 5

typedef struct
{
  double events;
  double units;
  double bar;
  double bracket;
  double visits;
  double weeks;
  double lots;
  double bottom;
} Lanes;

static void
find_lanes (GlaTimelineLayout    *layout,
            const GlaTimelineRow *row,
            double                y,
            Lanes                *lanes)
{
  double u = layout->u;

  lanes->events = y + PADDING * u;
  lanes->units = lanes->events + (row->events->len > 0 ? EVENT_LANE * u : 0);
  lanes->bar = gla_timeline_layout_snap (layout, lanes->units + UNITS_LANE * u);
  lanes->bracket = lanes->bar + gla_timeline_layout_snap (layout, BAR * u);
  lanes->visits = lanes->bracket + BRACKET_LANE * u;
  lanes->weeks = lanes->visits + gla_timeline_layout_get_visits_height (layout, row);
  lanes->lots = lanes->weeks + (row->cycles->len > 0 ? WEEKS_LANE * u : 0);
  lanes->bottom = lanes->lots + PADDING * u;
  if (layout->options->paper && row->cycles->len > 0)
    lanes->bottom += LOT_LANE * u;
  lanes->bottom = gla_timeline_layout_snap (layout, lanes->bottom);
}

static void
add_weeks (GlaTimelineLayout      *layout,
           int                     index,
           const GlaTimelineCycle *drawn,
           GlaTimelineLane        *lane,
           double                  y)
{
  const GlaTimelineScene *scene = layout->scene;
  const GlaCycle *cycle = drawn->cycle;
  double from = gla_timeline_layout_x (layout, cycle->day);
  int last = MAX (MAX (drawn->ending_to, drawn->told_to), drawn->seen_to);
  double to = gla_timeline_layout_x (layout, cycle->day + last);
  double limit = cycle->next_day != GLA_DAY_NONE ? gla_timeline_layout_x (layout, cycle->next_day)
                                                 : scene->plot_x + scene->plot_width;
  const char *choices[] = { drawn->weeks, drawn->weeks_short };
  gboolean in_focus = cycle == layout->options->focus;

  /* What is partly in view has its words in the part that is; a line for the lot
   * stands at the injection. */
  from = from >= scene->plot_x && drawn->lot_changed ? from + 8 * layout->u
                                                     : MAX (from, scene->plot_x);
  limit = MIN (limit, scene->plot_x + scene->plot_width);
  to = MIN (to, scene->plot_x + scene->plot_width);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      double width, x;
      GlaTimelineItem *item;

      if (choices[i] == NULL)
        continue;
      width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, choices[i]);
      x = MAX ((from + to - width) / 2, from - 4 * layout->u);
      if (x + width > limit + 4 * layout->u
          || !gla_timeline_lane_take (lane, x, width, GAP * layout->u, in_focus))
        continue;
      item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_WEEKS, index, choices[i], x,
                                            y);
      gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                      cycle->treatment);
      return;
    }
}

/* On a running cycle before day 14 nothing can be judged yet: say from when. */
static void
add_judge (GlaTimelineLayout      *layout,
           int                     index,
           const GlaTimelineCycle *drawn,
           GlaTimelineLane        *lane,
           double                  y)
{
  const GlaTimelineScene *scene = layout->scene;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  double x, width;
  GlaTimelineItem *item;

  day = gla_day_format (drawn->cycle->judge_from, GLA_DAY_EXACT);
  /* Translators: %s is a date; before it the effect of an injection cannot be judged */
  words = g_strdup_printf (_("judge from %s"), day);
  width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, words);
  x = MIN (gla_timeline_layout_x (layout, drawn->cycle->day),
           scene->plot_x + scene->plot_width - width);
  if (!gla_timeline_lane_take (lane, x, width, GAP * layout->u, TRUE))
    return;
  item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_JUDGE, index,
                                        g_string_chunk_insert (scene->strings, words), x, y);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

static void
add_bracket (GlaTimelineLayout      *layout,
             int                     index,
             const GlaTimelineCycle *drawn,
             double                  y)
{
  double u = layout->u;
  double from = gla_timeline_layout_x (layout, drawn->cycle->day);
  GlaTimelineItem *item;

  if (drawn->label_to == GLA_TIMELINE_NO_DAY
      || drawn->label_to * layout->scene->per_day < 6 * u)
    return;
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_LABEL_INTERVAL, index, from,
                                  gla_timeline_layout_snap (layout, y + 2 * u),
                                  drawn->label_to * layout->scene->per_day, 4 * u);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

/* Where the lot changes; on paper with its code. */
static void
add_lot (GlaTimelineLayout      *layout,
         int                     index,
         const GlaTimelineCycle *drawn,
         GlaTimelineLane        *lane,
         const Lanes            *lanes)
{
  const GlaTimelineScene *scene = layout->scene;
  double u = layout->u;
  double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, drawn->cycle->day));
  const char *words;
  double width;
  GlaTimelineItem *item;

  if (!drawn->lot_changed || *drawn->lots == '\0' || x < scene->plot_x)
    return;
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_LOT, index, x, lanes->bracket, 0,
                                  (layout->options->paper ? lanes->bottom - 3 * u : lanes->weeks)
                                  - lanes->bracket);
  item->text = drawn->lots;
  if (!layout->options->paper)
    return;

  words = g_str_equal (drawn->lots, "?") ? _("lot ?") : drawn->lots;
  width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, words);
  if (x + 4 * u + width > scene->plot_x + scene->plot_width
      || !gla_timeline_lane_take (lane, x + 4 * u, width, GAP * u, FALSE))
    return;
  item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_LOT_CODE, index, words,
                                        x + 4 * u, lanes->lots);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

static void
add_events (GlaTimelineLayout    *layout,
            int                   index,
            const GlaTimelineRow *row,
            double                y)
{
  double size = 16 * layout->u;

  for (guint i = 0; i < row->events->len; i++)
    {
      const GlaAdverseEvent *event = g_ptr_array_index (row->events, i);
      double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, event->onset));
      g_autofree char *letter = NULL;
      GlaTimelineItem *item;

      if (!gla_timeline_layout_sees (layout, event->onset, event->onset))
        continue;
      item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_ADVERSE, index, x - size / 2, y,
                                      size, size);
      if (event->kind != NULL && *event->kind != '\0')
        {
          g_autofree char *first = g_utf8_substring (event->kind, 0, 1);

          letter = g_utf8_strup (first, -1);
        }
      item->text = g_string_chunk_insert_const (layout->scene->strings,
                                                letter != NULL ? letter : "?");
      gla_timeline_layout_set_record (item, NULL, GLA_TIMELINE_RECORD_ADVERSE_EVENT, event);
    }
}

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const GlaTimelineStop *first = a;
  const GlaTimelineStop *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* All of them, also those out of view: the keyboard brings them in. */
static void
add_stops (GlaTimelineLayout    *layout,
           int                   index,
           const GlaTimelineRow *row,
           const Lanes          *lanes)
{
  double u = layout->u;
  double top = lanes->bar - 18 * u;
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (GlaTimelineStop));

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GlaCycle *cycle = drawn->cycle;
      double x = gla_timeline_layout_x (layout, cycle->day) - 6 * u;
      int last = MAX (MAX (drawn->seen_to, drawn->told_to), MAX (drawn->ending_to, 30));
      double right = gla_timeline_layout_x (layout, cycle->day + last);
      GlaTimelineStop stop = { .row = index, .day = cycle->day, .x = x, .y = top, .cycle = drawn };

      if (cycle->next_day != GLA_DAY_NONE)
        right = MIN (right, gla_timeline_layout_x (layout, cycle->next_day) - 6 * u);
      stop.width = MAX (right - x, 12 * u);
      stop.height = lanes->bracket - top + 2 * u;
      g_array_append_val (stops, stop);
    }
  for (guint i = 0; i < row->exposures->len; i++)
    {
      const GlaExposure *exposure = g_ptr_array_index (row->exposures, i);
      GlaTimelineStop stop = { .row = index, .day = exposure->day, .exposure = exposure,
                               .x = gla_timeline_layout_x (layout, exposure->day) - 8 * u,
                               .y = top, .width = 16 * u, .height = lanes->bracket - top };

      g_array_append_val (stops, stop);
    }
  for (guint i = 0; i < row->events->len; i++)
    {
      const GlaAdverseEvent *event = g_ptr_array_index (row->events, i);
      GlaTimelineStop stop = { .row = index, .day = event->onset, .event = event,
                               .x = gla_timeline_layout_x (layout, event->onset) - 9 * u,
                               .y = lanes->events - u, .width = 18 * u, .height = 18 * u };

      g_array_append_val (stops, stop);
    }
  g_array_sort (stops, compare_stops);
  g_array_append_vals (layout->scene->stops, stops->data, stops->len);
}

/* A follow-up in the time for it that never came. */
static void
add_missing (GlaTimelineLayout      *layout,
             int                     index,
             const GlaTimelineRow   *row,
             const GlaTimelineCycle *drawn,
             double                  y)
{
  GlaDay from = drawn->cycle->judge_from;
  GlaDay until = drawn->cycle->review_until;
  double u = layout->u;
  double left = gla_timeline_layout_x (layout, from);
  double right = gla_timeline_layout_x (layout, until);
  GlaTimelineItem *item;

  if (!drawn->missing || !gla_timeline_layout_sees (layout, from, until)
      || right - left < 5 * u)
    return;

  /* Beside the squares of other visits, not over them. */
  for (guint i = 0; i < row->visits->len; i++)
    {
      GlaDay day = g_array_index (row->visits, GlaTimelineVisit, i).assessment->day;
      double x = gla_timeline_layout_x (layout, day);

      if (day >= drawn->cycle->day && day < from)
        left = MAX (left, x + 25 * u);
      else if (day >= from)
        right = MIN (right, MAX (x - 8 * u, left));
    }
  right = MAX (right, left + 9 * u);
  if (drawn->cycle->next_day != GLA_DAY_NONE
      && right > gla_timeline_layout_x (layout, drawn->cycle->next_day) - 8 * u)
    return;
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_MISSING, index, left, y,
                                  right - left, 14 * u);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

static void
keep_for_focus (GlaTimelineLayout    *layout,
                const GlaTimelineRow *row,
                GlaTimelineLane      *weeks)
{
  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      double from, to, width;

      if (drawn->cycle != layout->options->focus || drawn->weeks == NULL)
        continue;
      from = gla_timeline_layout_x (layout, drawn->cycle->day);
      to = gla_timeline_layout_x (layout, drawn->cycle->day
                                          + MAX (MAX (drawn->ending_to, drawn->told_to),
                                                 drawn->seen_to));
      width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, drawn->weeks);
      gla_timeline_lane_keep (weeks, MAX ((from + to - width) / 2, from - 4 * layout->u), width);
    }
}

double
gla_timeline_layout_row (GlaTimelineLayout *layout,
                         int                index,
                         double             y)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  GlaTimelineLane weeks = GLA_TIMELINE_LANE_INIT;
  GlaTimelineLane lots = GLA_TIMELINE_LANE_INIT;
  double bar_height = gla_timeline_layout_snap (layout, BAR * layout->u);
  Lanes lanes;

  find_lanes (layout, row, y, &lanes);
  gla_timeline_layout_name (layout, index, lanes.bar + bar_height / 2);
  keep_for_focus (layout, row, &weeks);
  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GlaCycle *cycle = drawn->cycle;

      if (!gla_timeline_layout_sees (layout, cycle->day - 1,
                                     cycle->day + MAX (drawn->end, 14)
                                     + 80 * layout->u / layout->scene->per_day))
        continue;
      gla_timeline_layout_effect (layout, index, drawn, cycle->day, lanes.bar, bar_height);
      gla_timeline_layout_estimate (layout, index, drawn, cycle->day, lanes.bar, bar_height);
      add_bracket (layout, index, drawn, lanes.bracket);
      add_lot (layout, index, drawn, &lots, &lanes);
      add_missing (layout, index, row, drawn, lanes.visits);
      add_weeks (layout, index, drawn, &weeks, lanes.weeks);
      if (cycle->running && layout->today < cycle->judge_from)
        add_judge (layout, index, drawn, &weeks, lanes.weeks);
      gla_timeline_layout_estimate_title (layout, index, drawn, cycle->day, &weeks, lanes.weeks);
    }
  gla_timeline_layout_injections (layout, index, lanes.bar);
  gla_timeline_layout_visits (layout, index, lanes.visits);
  add_events (layout, index, row, lanes.events);
  add_stops (layout, index, row, &lanes);
  return lanes.bottom - y;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-timeline-highlight.h"
#include "gla-timeline-layout.h"

#define NOT_SEEN_FROM 14
#define NOT_SEEN_TO 30
#define ARROW 10

static GlaTimelineItem *
add_stretch (GlaTimelineLayout      *layout,
             GlaTimelineItemKind     kind,
             int                     index,
             const GlaTimelineCycle *drawn,
             double                  from,
             double                  to,
             double                  y,
             double                  height)
{
  const GlaTimelineScene *scene = layout->scene;
  double left, right;
  GlaTimelineItem *item;

  if (!gla_timeline_layout_sees (layout, from, to) || to <= from)
    return NULL;

  /* Far outside of the view, coordinates would grow without limit. */
  left = MAX (gla_timeline_layout_x (layout, from), scene->plot_x - 100 * layout->u);
  right = MIN (gla_timeline_layout_x (layout, to),
               scene->plot_x + scene->plot_width + 100 * layout->u);
  left = gla_timeline_layout_snap (layout, left);
  right = gla_timeline_layout_snap (layout, right);
  item = gla_timeline_layout_add (layout, kind, index, left, y, right - left, height);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
  return item;
}

/* From 1 in the order of the legend; one more than there are colours for all others. */
static int
find_highlight (GlaTimelineLayout      *layout,
                const GlaTimelineCycle *drawn)
{
  const GPtrArray *values = layout->scene->highlights;
  g_autofree char *value = NULL;

  if (values->len == 0)
    return 0;
  value = gla_timeline_highlight_dup_value (layout->scene->model, drawn,
                                            layout->options->highlight);
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_ptr_array_index (values, i), value))
      return (int) i + 1;
  return GLA_TIMELINE_MAX_HIGHLIGHTS + 1;
}

static void
add_seen (GlaTimelineLayout      *layout,
          int                     index,
          const GlaTimelineCycle *drawn,
          double                  from,
          double                  to,
          double                  y,
          double                  height)
{
  GlaTimelineItem *item;

  item = add_stretch (layout, GLA_TIMELINE_ITEM_SEEN, index, drawn, from, to, y, height);
  if (item != NULL)
    item->value = find_highlight (layout, drawn);
}

static void
add_arrow (GlaTimelineLayout      *layout,
           int                     index,
           const GlaTimelineCycle *drawn,
           double                  day,
           double                  y,
           double                  height)
{
  double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, day));
  const GlaCycle *cycle = drawn->cycle;
  GlaTimelineItem *item;

  /* Seen working up to the next treatment: the arrow ends before that one begins. */
  if (layout->options->mode == GLA_TIMELINE_CALENDAR && cycle->next_day != GLA_DAY_NONE)
    x = MIN (x, gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, cycle->next_day)
                                                  - ARROW * layout->u - 1));
  if (!gla_timeline_layout_sees (layout, day, day + ARROW / layout->scene->per_day))
    return;
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_STILL, index, x, y,
                                  ARROW * layout->u, height);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT, cycle->treatment);
}

static void
add_not_seen (GlaTimelineLayout      *layout,
              int                     index,
              const GlaTimelineCycle *drawn,
              double                  day0,
              double                  y,
              double                  height)
{
  double x = gla_timeline_layout_x (layout, day0 + NOT_SEEN_FROM);
  double width = MAX ((NOT_SEEN_TO - NOT_SEEN_FROM) * layout->scene->per_day,
                      gla_text_get_width (layout->text, GLA_TEXT_TINY_BOLD,
                                          C_("not seen working", "NS"))
                      + 4 * layout->u);
  GlaTimelineItem *item;

  /* Where cycles stand close the letters would cover the next one. */
  if (drawn->cycle->next_day != GLA_DAY_NONE)
    width = MIN (width, (drawn->cycle->next_day - drawn->cycle->day - NOT_SEEN_FROM)
                        * layout->scene->per_day);
  if (!gla_timeline_layout_sees (layout, day0 + NOT_SEEN_FROM, day0 + NOT_SEEN_TO)
      || width < 2)
    return;

  x = gla_timeline_layout_snap (layout, x);
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_NOT_SEEN, index, x, y,
                                  gla_timeline_layout_snap (layout, width), height);
  /* Translators: short for "not seen working" */
  item->text = C_("not seen working", "NS");
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

void
gla_timeline_layout_effect (GlaTimelineLayout      *layout,
                            int                     index,
                            const GlaTimelineCycle *drawn,
                            double                  day0,
                            double                  y,
                            double                  height)
{
  const GlaCycle *cycle = drawn->cycle;
  int judge = cycle->judge_from - cycle->day;
  int waiting = drawn->seen_from != GLA_TIMELINE_NO_DAY ? drawn->seen_from : 0;
  int told_from = MAX (drawn->seen_to, 0);
  /* One visit with effect is a line of its own width, never nothing. */
  double least = 3 * layout->u / layout->scene->per_day;
  double seen_to = MAX (drawn->seen_to, drawn->seen_from + least);

  if (cycle->next_day != GLA_DAY_NONE)
    judge = MIN (judge, cycle->next_day - cycle->day);
  if (waiting > 0)
    judge = MIN (judge, waiting);

  add_stretch (layout, GLA_TIMELINE_ITEM_WAITING, index, drawn, day0, day0 + MAX (waiting, judge),
               y, height);
  if (drawn->told_to != GLA_TIMELINE_NO_DAY)
    add_stretch (layout, GLA_TIMELINE_ITEM_TOLD, index, drawn, day0 + told_from,
                 day0 + drawn->told_to, y, height);
  if (drawn->seen_from != GLA_TIMELINE_NO_DAY)
    add_seen (layout, index, drawn, day0 + drawn->seen_from, day0 + seen_to, y, height);
  if (drawn->ending_to != GLA_TIMELINE_NO_DAY)
    add_stretch (layout, GLA_TIMELINE_ITEM_ENDING, index, drawn,
                 day0 + (drawn->seen_from == GLA_TIMELINE_NO_DAY
                         ? drawn->ending_from : MAX (drawn->ending_from, seen_to)),
                 day0 + drawn->ending_to, y, height);
  add_stretch (layout, GLA_TIMELINE_ITEM_NOT_JUDGEABLE, index, drawn, day0, day0 + judge, y,
               height);
  if (drawn->still)
    add_arrow (layout, index, drawn,
               day0 + (drawn->seen_from == GLA_TIMELINE_NO_DAY
                       ? drawn->told_to : MAX (drawn->told_to, seen_to)),
               y, height);
  if (drawn->not_seen)
    add_not_seen (layout, index, drawn, day0, y, height);
}

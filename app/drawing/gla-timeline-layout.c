/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include <math.h>

double
gla_timeline_layout_snap (const GlaTimelineLayout *layout,
                          double                   value)
{
  return layout->options->paper ? value : round (value);
}

double
gla_timeline_layout_x (const GlaTimelineLayout *layout,
                       double                   day)
{
  return layout->scene->plot_x + (day - layout->scene->from) * layout->scene->per_day;
}

gboolean
gla_timeline_layout_sees (const GlaTimelineLayout *layout,
                          double                   from,
                          double                   to)
{
  return to >= layout->scene->from && from <= layout->scene->to;
}

GlaTimelineItem *
gla_timeline_layout_add (GlaTimelineLayout   *layout,
                         GlaTimelineItemKind  kind,
                         int                  row,
                         double               x,
                         double               y,
                         double               width,
                         double               height)
{
  GlaTimelineItem item =
  {
    .kind = kind,
    .row = row,
    .x = x,
    .y = y,
    .width = width,
    .height = height,
  };

  g_array_append_val (layout->scene->items, item);
  return &g_array_index (layout->scene->items, GlaTimelineItem, layout->scene->items->len - 1);
}

GlaTextStyle
gla_timeline_item_get_style (GlaTimelineItemKind kind)
{
  if (kind == GLA_TIMELINE_ITEM_NAME)
    return GLA_TEXT_BOLD;
  if (kind == GLA_TIMELINE_ITEM_UNITS || kind == GLA_TIMELINE_ITEM_EARLY)
    return GLA_TEXT_SMALL_BOLD;
  if (kind == GLA_TIMELINE_ITEM_TODAY)
    return GLA_TEXT_SMALL_BOLD;
  return GLA_TEXT_SMALL;
}

GlaTimelineItem *
gla_timeline_layout_add_words (GlaTimelineLayout   *layout,
                               GlaTimelineItemKind  kind,
                               int                  row,
                               const char          *words,
                               double               x,
                               double               y)
{
  GlaTextStyle style = gla_timeline_item_get_style (kind);
  GlaTimelineItem *item;

  item = gla_timeline_layout_add (layout, kind, row, x, y,
                                  gla_text_get_width (layout->text, style, words),
                                  gla_text_get_height (layout->text, style));
  item->text = words;
  return item;
}

void
gla_timeline_layout_set_record (GlaTimelineItem        *item,
                                const GlaTimelineCycle *cycle,
                                GlaTimelineRecord       kind,
                                gconstpointer           record)
{
  item->cycle = cycle;
  item->record_kind = kind;
  item->record = record;
}

void
gla_timeline_lane_keep (GlaTimelineLane *lane,
                        double           x,
                        double           width)
{
  lane->keep_from = x;
  lane->keep_to = x + width;
}

gboolean
gla_timeline_lane_take (GlaTimelineLane *lane,
                        double           x,
                        double           width,
                        double           gap,
                        gboolean         in_focus)
{
  if (x < lane->end + gap)
    return FALSE;
  if (!in_focus && x < lane->keep_to + gap && x + width + gap > lane->keep_from)
    return FALSE;

  lane->end = x + width;
  return TRUE;
}

void
gla_timeline_layout_name (GlaTimelineLayout *layout,
                          int                index,
                          double             middle)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  double height = gla_text_get_height (layout->text, GLA_TEXT_BOLD);
  GlaTimelineItem *item;

  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_NAME, index, 0,
                                  gla_timeline_layout_snap (layout, middle - height / 2),
                                  layout->scene->plot_x - 8 * layout->u, height);
  item->text = row->name;
  item->value = layout->options->area != NULL && !layout->options->paper
                && g_strcmp0 (row->area, layout->options->area) == 0;
}

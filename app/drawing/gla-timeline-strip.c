/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include "gla-i18n.h"

#include <math.h>

#define HEIGHT 84
#define PADDING 9
#define RANGE 8
#define LEAST_WEEKS 16

static double
get_most_weeks (const GlaTimelineRow *row)
{
  double most = LEAST_WEEKS;

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GlaEffect *effect = &drawn->cycle->effect;

      most = MAX (most, drawn->usual_to / 7.0);
      if (drawn->estimate != NULL && drawn->estimate->n_history > 0)
        most = MAX (most, drawn->estimate->quantiles[GLA_ESTIMATE_90] / 7.0);
      if (effect->status == GLA_EFFECT_NO_INFORMATION)
        continue;
      most = MAX (most, effect->left / 7.0 + 1);
      if (effect->right != GLA_EFFECT_OPEN)
        most = MAX (most, effect->right / 7.0);
    }
  return ceil (most / 8) * 8;
}

static void
add_levels (GlaTimelineLayout *layout,
            int                index,
            double             top,
            double             height,
            double             most)
{
  GlaTimelineScene *scene = layout->scene;
  double u = layout->u;
  int step = most <= 24 ? 8 : most <= 48 ? 16 : (int) (ceil (most / 3 / 13) * 13);

  for (int week = 0; week <= most; week += step)
    {
      double y = gla_timeline_layout_snap (layout, top + height * (1 - week / most));
      /* Translators: weeks on an axis */
      g_autofree char *words = week + step > most
                               ? g_strdup_printf (_("%d wk"), week)
                               : g_strdup_printf ("%d", week);
      const char *kept = g_string_chunk_insert_const (scene->strings, words);
      double width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, words);

      gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_LEVEL, index, scene->plot_x, y,
                               scene->plot_width, 0);
      gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_LEVEL_NAME, index, kept,
                                     scene->plot_x - width - 6 * u,
                                     y - gla_text_get_height (layout->text, GLA_TEXT_SMALL) / 2);
    }
}

static void
add_range (GlaTimelineLayout      *layout,
           int                     index,
           const GlaTimelineCycle *drawn,
           double                  top,
           double                  height,
           double                  most)
{
  const GlaEffect *effect = &drawn->cycle->effect;
  double u = layout->u;
  double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, drawn->cycle->day));
  double low = effect->left / 7.0;
  double high = effect->right != GLA_EFFECT_OPEN ? effect->right / 7.0 : low;
  double from, to;
  GlaTimelineItem *item;

  if (effect->status == GLA_EFFECT_NO_INFORMATION
      || !gla_timeline_layout_sees (layout, drawn->cycle->day, drawn->cycle->day))
    return;
  if (effect->status == GLA_EFFECT_NOT_SEEN)
    low = high = 0;

  from = top + height * (1 - MIN (high, most) / most);
  to = top + height * (1 - low / most);
  /* An exact day is still a mark that can be seen. */
  if (to - from < 4 * u)
    {
      double middle = (from + to) / 2;

      from = middle - 2 * u;
      to = middle + 2 * u;
    }
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_WEEKS_RANGE, index,
                                  x - RANGE * u / 2, from, RANGE * u, to - from);
  item->value = effect->status;
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

/* What is usual for the product and dose of each cycle, up to the next one. */
static void
add_usual (GlaTimelineLayout    *layout,
           int                   index,
           const GlaTimelineRow *row,
           double                top,
           double                height,
           double                most)
{
  const GlaTimelineScene *scene = layout->scene;
  double end = scene->plot_x + scene->plot_width;

  for (guint i = 0; i < row->cycles->len; )
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GlaTimelineCycle *next = NULL;
      double left, right, low, high;

      while (++i < row->cycles->len)
        {
          next = g_ptr_array_index (row->cycles, i);
          if (next->usual_from != drawn->usual_from || next->usual_to != drawn->usual_to)
            break;
          next = NULL;
        }
      left = CLAMP (gla_timeline_layout_x (layout, drawn->cycle->day), scene->plot_x, end);
      right = next != NULL ? CLAMP (gla_timeline_layout_x (layout, next->cycle->day), left, end)
                           : end;
      if (drawn->usual_to == GLA_TIMELINE_NO_DAY || right - left < 1)
        continue;
      low = top + height * (1 - MIN (drawn->usual_from / 7.0, most) / most);
      high = top + height * (1 - MIN (drawn->usual_to / 7.0, most) / most);
      left = gla_timeline_layout_snap (layout, left);
      high = gla_timeline_layout_snap (layout, high);
      gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_USUAL, index, left, high,
                               gla_timeline_layout_snap (layout, right) - left,
                               gla_timeline_layout_snap (layout, low) - high);
    }
}

/* What the patient's own history lets expect of the running cycle. */
static void
add_likely (GlaTimelineLayout      *layout,
            int                     index,
            const GlaTimelineCycle *drawn,
            double                  top,
            double                  height,
            double                  most)
{
  const GlaEstimate *estimate = drawn->estimate;
  double u = layout->u;
  double x, from, to;
  GlaTimelineItem *item;

  if (estimate == NULL || estimate->n_history == 0
      || !gla_timeline_layout_sees (layout, drawn->cycle->day, drawn->cycle->day))
    return;
  x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, drawn->cycle->day));
  from = top + height * (1 - MIN (estimate->quantiles[GLA_ESTIMATE_90] / 7.0, most) / most);
  to = top + height * (1 - MIN (estimate->quantiles[GLA_ESTIMATE_10] / 7.0, most) / most);
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_WEEKS_LIKELY, index,
                                  x - RANGE * u / 2, from, RANGE * u, to - from);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

double
gla_timeline_layout_strip (GlaTimelineLayout *layout,
                           int                index,
                           double             y)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  double u = layout->u;
  double top = y + (PADDING + 3) * u;
  double height = (HEIGHT - 2 * PADDING) * u;
  double line = gla_text_get_height (layout->text, GLA_TEXT_SMALL);
  double most;
  GlaTimelineItem *item;

  if (row->cycles->len == 0)
    return 0;

  most = get_most_weeks (row);
  add_usual (layout, index, row, top, height, most);
  add_levels (layout, index, top, height, most);
  for (guint i = 0; i < row->cycles->len; i++)
    {
      add_range (layout, index, g_ptr_array_index (row->cycles, i), top, height, most);
      add_likely (layout, index, g_ptr_array_index (row->cycles, i), top, height, most);
    }

  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_CAPTION, index, 0,
                                  y + HEIGHT * u / 2 - line,
                                  layout->scene->plot_x - 44 * u, line);
  item->text = _("Weeks of effect");
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_CAPTION, index, 0,
                                  y + HEIGHT * u / 2, layout->scene->plot_x - 44 * u, line);
  item->text = row->name;
  return gla_timeline_layout_snap (layout, HEIGHT * u);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-chart-private.h"

#include "gla-i18n.h"

#include <math.h>

/* Half the size of a mark in units. */
#define MARK 4.0

GlaChart *
gla_chart_new (GlaText             *text,
               const GlaChartFrame *frame)
{
  GlaChart *self = g_new0 (GlaChart, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (GlaChartItem));
  self->strings = g_string_chunk_new (1024);
  self->width = frame->width;
  self->height = frame->height;
  self->unit = gla_text_get_size (text) / 14;
  self->rtl = frame->rtl;
  return self;
}

void
gla_chart_free (GlaChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}

GlaTextStyle
gla_chart_item_get_style (GlaChartItemKind kind)
{
  return kind == GLA_CHART_ITEM_NAME || kind == GLA_CHART_ITEM_MESSAGE ? GLA_TEXT_BODY
                                                                       : GLA_TEXT_SMALL;
}

void
gla_chart_add_words (GlaChart         *self,
                     GlaText          *text,
                     GlaChartItemKind  kind,
                     int               row,
                     const char       *words,
                     double            x,
                     double            y,
                     double            align)
{
  GlaTextStyle style = gla_chart_item_get_style (kind);
  double width = gla_text_get_width (text, style, words);
  GlaChartItem item = {
    .kind = kind,
    .x = x - align * width,
    .y = y,
    .width = width,
    .height = gla_text_get_height (text, style),
    .row = row,
    .text = g_string_chunk_insert_const (self->strings, words),
  };

  if (self->rtl)
    item.x = self->width - item.x - width;
  g_array_append_val (self->items, item);
}

GlaChart *
gla_chart_new_message (GlaText             *text,
                       const GlaChartFrame *frame,
                       const char          *words)
{
  GlaChart *self;
  GlaChartItem item = { .kind = GLA_CHART_ITEM_MESSAGE, .row = -1 };
  double margin;

  g_return_val_if_fail (text != NULL && frame != NULL && words != NULL, NULL);

  self = gla_chart_new (text, frame);
  margin = 16 * self->unit;
  item.width = MAX (frame->width - 2 * margin, 1);
  item.height = gla_text_get_wrapped_height (text, GLA_TEXT_BODY, words, item.width);
  item.x = margin;
  item.y = MAX ((frame->height - item.height) / 2, 0);
  item.text = g_string_chunk_insert_const (self->strings, words);
  g_array_append_val (self->items, item);
  return self;
}

double
gla_chart_plot_x (const GlaChartPlot *self,
                  double              value)
{
  double x = self->plot_x + (value - self->from) / (self->to - self->from) * self->plot_width;

  return self->chart->rtl ? self->chart->width - x : x;
}

double
gla_chart_plot_y (const GlaChartPlot *self,
                  double              value)
{
  return self->plot_y + (self->high - value) / (self->high - self->low) * self->plot_height;
}

void
gla_chart_plot_line (const GlaChartPlot *self,
                     GlaChartItemKind    kind,
                     int                 value,
                     double              x1,
                     double              y1,
                     double              x2,
                     double              y2)
{
  GlaChartItem item = { .kind = kind, .row = -1, .value = value };

  item.x = gla_chart_plot_x (self, x1);
  item.y = gla_chart_plot_y (self, y1);
  item.width = gla_chart_plot_x (self, x2) - item.x;
  item.height = gla_chart_plot_y (self, y2) - item.y;
  g_array_append_val (self->chart->items, item);
}

void
gla_chart_plot_box (const GlaChartPlot *self,
                    GlaChartItemKind    kind,
                    double              x1,
                    double              y1,
                    double              x2,
                    double              y2)
{
  double left = gla_chart_plot_x (self, x1);
  double right = gla_chart_plot_x (self, x2);
  double top = gla_chart_plot_y (self, MAX (y1, y2));
  GlaChartItem item = { .kind = kind, .row = -1 };

  item.x = MIN (left, right);
  item.y = top;
  item.width = fabs (right - left);
  item.height = gla_chart_plot_y (self, MIN (y1, y2)) - top;
  g_array_append_val (self->chart->items, item);
}

void
gla_chart_plot_mark (const GlaChartPlot *self,
                     GlaChartItemKind    kind,
                     int                 row,
                     double              x,
                     double              y)
{
  double half = MARK * self->chart->unit;
  GlaChartItem item = {
    .kind = kind,
    .x = gla_chart_plot_x (self, x) - half,
    .y = gla_chart_plot_y (self, y) - half,
    .width = 2 * half,
    .height = 2 * half,
    .row = row,
  };

  g_array_append_val (self->chart->items, item);
}

void
gla_chart_plot_add_shares (const GlaChartPlot *self,
                           double              step)
{
  double half = gla_text_get_height (self->text, GLA_TEXT_SMALL) / 2;

  for (int i = 0; self->low + i * step < self->high + step / 2; i++)
    {
      double share = self->low + i * step;
      g_autofree char *label = g_strdup_printf (_("%.0f %%"), 100 * share);

      gla_chart_plot_line (self, GLA_CHART_ITEM_GRID, 0, self->from, share, self->to, share);
      gla_chart_add_words (self->chart, self->text, GLA_CHART_ITEM_TICK, -1, label,
                           self->plot_x - 8 * self->chart->unit,
                           gla_chart_plot_y (self, share) - half, 1);
    }
}

void
gla_chart_plot_add_axes (const GlaChartPlot *self)
{
  gla_chart_plot_line (self, GLA_CHART_ITEM_AXIS, 0, self->from, self->low, self->to, self->low);
  gla_chart_plot_line (self, GLA_CHART_ITEM_AXIS, 0, self->from, self->low, self->from, self->high);
}

double
gla_chart_choose_step (double length,
                       double n)
{
  double rough = length / MAX (n, 1);
  double power = pow (10, floor (log10 (MAX (rough, 1e-6))));
  double part = rough / power;

  if (part <= 1)
    return power;
  if (part <= 2)
    return 2 * power;
  return part <= 5 ? 5 * power : 10 * power;
}

/* How far a place is from an item: 0 inside. */
static double
get_distance (const GlaChartItem *item,
              double              x,
              double              y)
{
  double left = MIN (item->x, item->x + item->width);
  double top = MIN (item->y, item->y + item->height);
  double across = MAX (MAX (left - x, x - left - fabs (item->width)), 0);
  double down = MAX (MAX (top - y, y - top - fabs (item->height)), 0);

  return hypot (across, down);
}

const GlaChartItem *
gla_chart_pick (const GlaChart *self,
                double          x,
                double          y,
                double          slop)
{
  const GlaChartItem *best = NULL;
  double nearest = slop;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const GlaChartItem *item = &g_array_index (self->items, GlaChartItem, i);
      double distance = get_distance (item, x, y);

      if (item->row >= 0 && distance <= nearest)
        {
          best = item;
          nearest = distance;
        }
    }
  return best;
}

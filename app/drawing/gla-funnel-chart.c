/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-group-chart.h"

#include "gla-chart-private.h"
#include "gla-i18n.h"

#include <math.h>

/* Points of each curve of limits. */
#define N_POINTS 60

/* Limits of fewer sessions fill the picture and say nothing. */
#define FIRST_SESSIONS 5

/* A point, and where its name stands at the side. */
typedef struct
{
  const GlaPractitionerRate *rate;
  const char *name;
  guint row;
  double y;   /* of the middle of the name */
} Point;

/* At the side there is room for the names. */
static void
set_up_plot (GlaChartPlot *plot,
             const GArray *points)
{
  const GlaChart *chart = plot->chart;
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double names = 0;
  double u = chart->unit;

  for (guint i = 0; i < points->len; i++)
    names = MAX (names, gla_text_get_width (plot->text, GLA_TEXT_SMALL,
                                            g_array_index (points, Point, i).name));
  plot->plot_x = gla_text_get_width (plot->text, GLA_TEXT_SMALL, "100 %") + 22 * u;
  plot->plot_width = MAX (chart->width - plot->plot_x - names - 24 * u, 10);
  plot->plot_y = line + 12 * u;
  plot->plot_height = MAX (chart->height - plot->plot_y - 2 * line - 14 * u, 10);
}

/* The axes hold all points, and the limits where there are points. */
static void
choose_range (GlaChartPlot                *plot,
              const GlaPractitionerFunnel *funnel)
{
  guint most = GLA_FUNNEL_MIN_SESSIONS;
  double highest = funnel->funnel.p0;
  GlaFunnelLimits limits;

  for (guint i = 0; i < funnel->rates->len; i++)
    {
      const GlaFunnelUnit *unit = &((GlaPractitionerRate *) funnel->rates->pdata[i])->unit;

      most = MAX (most, unit->n);
      highest = MAX (highest, unit->rate);
    }
  gla_funnel_get_limits (&funnel->funnel, MAX (most / 4, 1), &limits);
  plot->from = 0;
  plot->to = most * 1.15;
  plot->low = 0;
  plot->high = MIN (MAX (ceil (MAX (highest, limits.high998) * 10 + 0.5) / 10, 0.2), 1);
}

static void
add_sessions (const GlaChartPlot *plot)
{
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double top = plot->plot_y + plot->plot_height + 4 * plot->chart->unit;
  double step = MAX (gla_chart_choose_step (plot->to, 6), 1);

  for (double n = 0; n <= plot->to; n += step)
    {
      g_autofree char *label = g_strdup_printf ("%'d", (int) n);

      gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_TICK, -1, label,
                           plot->plot_x + n / plot->to * plot->plot_width, top, 0.5);
    }
  gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_CAPTION, -1,
                       _("Sessions old enough to count"), plot->plot_x + plot->plot_width,
                       top + line, 1);
}

/* One curve of limits, as far as it is within the plot. */
static void
add_limit (const GlaChartPlot *plot,
           const GlaFunnel    *funnel,
           int                 value,
           gboolean            upper)
{
  double last_n = 0, last = -1;

  for (int i = 0; i <= N_POINTS; i++)
    {
      double n = floor (FIRST_SESSIONS + (plot->to - FIRST_SESSIONS) * pow ((double) i / N_POINTS,
                                                                            2));
      GlaFunnelLimits limits;
      double share;

      gla_funnel_get_limits (funnel, (guint) MAX (n, 1), &limits);
      if (value == 95)
        share = upper ? limits.high95 : limits.low95;
      else
        share = upper ? limits.high998 : limits.low998;
      if (last >= 0 && MAX (share, last) <= plot->high && n > last_n)
        gla_chart_plot_line (plot, GLA_CHART_ITEM_LIMIT, value, last_n, last, n, share);
      last_n = n;
      last = share;
    }
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  double first = ((const Point *) a)->y;
  double second = ((const Point *) b)->y;

  return (first > second) - (first < second);
}

/* Moves names apart, from above and then back from below, so that none covers another. */
static void
spread_names (const GlaChartPlot *plot,
              GArray             *points)
{
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double limit = plot->plot_y;

  g_array_sort (points, compare_points);
  for (guint i = 0; i < points->len; i++)
    {
      Point *point = &g_array_index (points, Point, i);

      point->y = MAX (point->y, limit);
      limit = point->y + line;
    }
  limit = plot->plot_y + plot->plot_height;
  for (guint i = points->len; i > 0; i--)
    {
      Point *point = &g_array_index (points, Point, i - 1);

      point->y = MIN (point->y, limit);
      limit = point->y - line;
    }
}

static void
add_point (const GlaChartPlot *plot,
           const Point        *point)
{
  const GlaFunnelUnit *unit = &point->rate->unit;
  double u = plot->chart->unit;
  double share = MIN (unit->rate, plot->high);
  double end = plot->plot_x + plot->plot_width + 10 * u;
  GlaChartItem leader = { .kind = GLA_CHART_ITEM_LEADER, .row = -1 };
  GlaChartItemKind kind = GLA_CHART_ITEM_DOT;

  if (unit->n < GLA_FUNNEL_MIN_SESSIONS)
    kind = GLA_CHART_ITEM_RING;
  else if (unit->differs)
    kind = GLA_CHART_ITEM_DIAMOND;
  leader.x = gla_chart_plot_x (plot, unit->n);
  leader.y = gla_chart_plot_y (plot, share);
  leader.width = (plot->chart->rtl ? plot->chart->width - end : end) - leader.x;
  leader.height = point->y - leader.y;
  g_array_append_val (plot->chart->items, leader);
  gla_chart_plot_mark (plot, kind, (int) point->row, unit->n, share);
  gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_CAPTION, (int) point->row,
                       point->name, end + 3 * u,
                       point->y - gla_text_get_height (plot->text, GLA_TEXT_SMALL) / 2, 0);
}

static GArray *
list_points (const GlaInsightClinic *clinic,
             const GlaInsightSheet  *sheet)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const GlaInsightRow *row = sheet->rows->pdata[i];
      Point point = { .rate = gla_insight_clinic_find_rate (clinic, row->code), .row = i };

      point.name = gla_insight_sheet_get_cell (sheet, i, 0)->text;
      if (point.rate != NULL)
        g_array_append_val (points, point);
    }
  return points;
}

static void
add_points (const GlaChartPlot *plot,
            GArray             *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      Point *point = &g_array_index (points, Point, i);

      point->y = gla_chart_plot_y (plot, MIN (point->rate->unit.rate, plot->high));
    }
  spread_names (plot, points);
  for (guint i = 0; i < points->len; i++)
    add_point (plot, &g_array_index (points, Point, i));
}

GlaChart *
gla_funnel_chart_new (const GlaInsightClinic *clinic,
                      const GlaInsightSheet  *sheet,
                      GlaText                *text,
                      const GlaChartFrame    *frame)
{
  const GlaPractitionerFunnel *funnel;
  g_autoptr (GArray) points = NULL;
  GlaChartPlot plot = { NULL };

  g_return_val_if_fail (clinic != NULL && sheet != NULL && text != NULL && frame != NULL, NULL);

  funnel = clinic->funnel;
  if (funnel == NULL || !funnel->funnel.may_show)
    {
      g_autofree char *words = g_strdup_printf (
        _("Too few to say: %d injectors with %d sessions each, old enough and followed, make a "
          "picture."), GLA_FUNNEL_MIN_UNITS, GLA_FUNNEL_MIN_SESSIONS);

      return gla_chart_new_message (text, frame, words);
    }
  plot.chart = gla_chart_new (text, frame);
  plot.text = text;
  points = list_points (clinic, sheet);
  set_up_plot (&plot, points);
  choose_range (&plot, funnel);
  gla_chart_plot_add_shares (&plot, plot.high > 0.5 ? 0.2 : 0.1);
  add_sessions (&plot);
  gla_chart_plot_add_axes (&plot);
  gla_chart_add_words (plot.chart, text, GLA_CHART_ITEM_CAPTION, -1,
                       _("Short or absent effects, for the same products and areas"),
                       8 * plot.chart->unit, 0, 0);
  gla_chart_plot_line (&plot, GLA_CHART_ITEM_REFERENCE, 0, 0, funnel->funnel.p0, plot.to,
                       funnel->funnel.p0);
  for (int upper = 0; upper < 2; upper++)
    {
      add_limit (&plot, &funnel->funnel, 95, upper != 0);
      add_limit (&plot, &funnel->funnel, 998, upper != 0);
    }
  add_points (&plot, points);
  return plot.chart;
}

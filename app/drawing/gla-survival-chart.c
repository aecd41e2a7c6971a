/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-survival-chart.h"

#include "gla-chart-private.h"
#include "gla-i18n.h"

#include <math.h>

/* The axis ends where fewer treatments than this are followed. */
#define LEAST_FOLLOWED 2

/* Half the height of a tick of censoring, as a share. */
#define TICK 0.012

/* Labels of days stand at multiples of four weeks. */
#define STEP_DAYS 28

static int
find_end (const GlaDurationCurve *curve)
{
  int day = gla_duration_curve_get_last_day (curve);

  while (day > STEP_DAYS && curve->followed[day] < LEAST_FOLLOWED)
    day--;
  return (day + STEP_DAYS - 1) / STEP_DAYS * STEP_DAYS;
}

static void
set_up_plot (GlaChartPlot           *plot,
             const GlaDurationCurve *curve)
{
  const GlaChart *chart = plot->chart;
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double u = chart->unit;

  plot->plot_x = gla_text_get_width (plot->text, GLA_TEXT_SMALL, "100 %") + 22 * u;
  plot->plot_width = MAX (chart->width - plot->plot_x - 20 * u, 10);
  plot->plot_y = line + 12 * u;
  /* Below: weeks, their title, and the numbers followed with theirs. */
  plot->plot_height = MAX (chart->height - plot->plot_y - 4 * line - 22 * u, 10);
  plot->from = 0;
  plot->to = find_end (curve);
  plot->low = 0;
  plot->high = 1;
}

/* Weeks below the axis, and below them how many treatments were followed so long. */
static void
add_weeks (const GlaChartPlot     *plot,
           const GlaDurationCurve *curve)
{
  GlaChart *chart = plot->chart;
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double top = plot->plot_y + plot->plot_height + 4 * chart->unit;
  double room = gla_text_get_width (plot->text, GLA_TEXT_SMALL, "1,000,000 ");
  int step = STEP_DAYS;

  while (step / (plot->to - plot->from) * plot->plot_width < room)
    step += STEP_DAYS;
  for (int day = 0; day <= plot->to; day += step)
    {
      g_autofree char *weeks = g_strdup_printf ("%d", day / 7);
      g_autofree char *followed =
        g_strdup_printf ("%'u", day <= GLA_NPMLE_LAST_DAY ? curve->followed[day] : 0);
      double x = plot->plot_x + (day - plot->from) / (plot->to - plot->from) * plot->plot_width;

      gla_chart_plot_line (plot, GLA_CHART_ITEM_GRID, 0, day, 0, day, 1);
      gla_chart_add_words (chart, plot->text, GLA_CHART_ITEM_TICK, -1, weeks, x, top, 0.5);
      gla_chart_add_words (chart, plot->text, GLA_CHART_ITEM_TICK, -1, followed, x, top + 3 * line,
                           0.5);
    }
  gla_chart_add_words (chart, plot->text, GLA_CHART_ITEM_CAPTION, -1,
                       _("Weeks since the injection"), plot->plot_x + plot->plot_width,
                       top + line, 1);
  gla_chart_add_words (chart, plot->text, GLA_CHART_ITEM_CAPTION, -1,
                       _("Treatments still followed"), plot->plot_x, top + 2 * line, 0);
}

/* Flat between bins; a bin of one day is a step, a wider one is not determined inside. */
static void
add_curve (const GlaChartPlot *plot,
           const GlaNpmle     *npmle)
{
  double day = 0;

  for (guint b = 0; b < npmle->n_bins; b++)
    {
      double before = 1 - npmle->cumulative[b];
      double after = 1 - npmle->cumulative[b + 1];
      double left = MIN (npmle->left[b], plot->to);
      double right = MIN (npmle->right[b], plot->to);

      if (npmle->mass[b] <= 1e-9)
        continue;
      gla_chart_plot_line (plot, GLA_CHART_ITEM_CURVE, 0, day, before, left, before);
      /* The last bin may be open: nothing is known of what comes. */
      if (right > left + 1)
        gla_chart_plot_box (plot, GLA_CHART_ITEM_BAND, left, before, right, after);
      else
        {
          gla_chart_plot_line (plot, GLA_CHART_ITEM_CURVE, 0, left, before, right, before);
          gla_chart_plot_line (plot, GLA_CHART_ITEM_CURVE, 0, right, before, right, after);
        }
      day = right;
    }
  if (day < plot->to)
    gla_chart_plot_line (plot, GLA_CHART_ITEM_CURVE, 0, day,
                         1 - npmle->cumulative[npmle->n_bins], plot->to,
                         1 - npmle->cumulative[npmle->n_bins]);
}

static void
add_censored (const GlaChartPlot     *plot,
              const GlaDurationCurve *curve)
{
  for (guint i = 0; i < curve->censored->len; i++)
    {
      const GlaCensorMark *mark = &g_array_index (curve->censored, GlaCensorMark, i);
      double share;

      if (mark->day > plot->to)
        break;
      gla_npmle_get_survival (curve->npmle, mark->day, &share);
      gla_chart_plot_line (plot, GLA_CHART_ITEM_CENSORED, 0, mark->day, MAX (share - TICK, 0),
                           mark->day, MIN (share + TICK, 1));
    }
}

/* The median and where it likely lies. */
static void
add_median (const GlaChartPlot     *plot,
            const GlaDurationCurve *curve,
            int                     row)
{
  const GlaMedian *median = &curve->median.median;
  double upper = isfinite (median->upper) ? median->upper : plot->to;

  gla_chart_plot_line (plot, GLA_CHART_ITEM_REFERENCE, 0, plot->from, 0.5, plot->to, 0.5);
  if (!curve->has_limits || !median->may_speak || median->median.day == 0)
    return;
  if (median->has_limits)
    gla_chart_plot_line (plot, GLA_CHART_ITEM_RANGE, 0, median->lower, 0.5,
                         MIN (upper, plot->to), 0.5);
  gla_chart_plot_mark (plot, GLA_CHART_ITEM_DOT, row, MIN (median->median.days, plot->to), 0.5);
}

GlaChart *
gla_survival_chart_new (const GlaDurationCurve *curve,
                        int                     row,
                        GlaText                *text,
                        const GlaChartFrame    *frame)
{
  GlaChartPlot plot = { NULL };

  g_return_val_if_fail (curve != NULL && text != NULL && frame != NULL, NULL);

  if (curve->npmle == NULL || !gla_duration_curve_may_speak (curve))
    {
      g_autofree char *words = gla_duration_curve_describe (curve);

      return gla_chart_new_message (text, frame, words);
    }
  plot.chart = gla_chart_new (text, frame);
  plot.text = text;
  set_up_plot (&plot, curve);
  gla_chart_plot_add_shares (&plot, plot.plot_height > 160 * plot.chart->unit ? 0.25 : 0.5);
  add_weeks (&plot, curve);
  gla_chart_plot_add_axes (&plot);
  gla_chart_add_words (plot.chart, text, GLA_CHART_ITEM_CAPTION, -1,
                       _("Share of treatments still seen working"), 8 * plot.chart->unit, 0, 0);
  add_curve (&plot, curve->npmle);
  add_censored (&plot, curve);
  add_median (&plot, curve, row);
  return plot.chart;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lots, one row for each. */

#include "config.h"

#include "gla-group-chart.h"

#include "gla-chart-private.h"
#include "gla-i18n.h"

/* The names take no more of the width than this. */
#define NAMES_PART 0.34

/* Row by row from above; the axis of values is below. */
static void
set_up_rows (GlaChartPlot          *plot,
             const GlaInsightSheet *sheet,
             guint                  n_rows)
{
  const GlaChart *chart = plot->chart;
  double line = gla_text_get_height (plot->text, GLA_TEXT_BODY);
  double names = 0;
  double u = chart->unit;

  for (guint i = 0; i < sheet->rows->len; i++)
    names = MAX (names, gla_text_get_width (plot->text, GLA_TEXT_BODY,
                                            gla_insight_sheet_get_cell (sheet, i, 0)->text));
  plot->plot_x = MIN (names, NAMES_PART * chart->width) + 20 * u;
  plot->plot_width = MAX (chart->width - plot->plot_x - 28 * u, 10);
  plot->plot_y = 4 * u;
  plot->plot_height = MIN (MAX (chart->height - 2.6 * line, 10), n_rows * 1.9 * line);
  plot->low = n_rows;
  plot->high = 0;
}

/* How many rows fit. */
static guint
count_room (GlaText             *text,
            const GlaChartFrame *frame)
{
  double line = gla_text_get_height (text, GLA_TEXT_BODY);

  return (guint) MAX ((frame->height - 4 * line) / (1.15 * line), 1);
}

/* The name of a row at its place; the table has it in full. */
static void
add_name (const GlaChartPlot    *plot,
          const GlaInsightSheet *sheet,
          guint                  row,
          guint                  place)
{
  const char *name = gla_insight_sheet_get_cell (sheet, row, 0)->text;
  double room = plot->plot_x - 16 * plot->chart->unit;
  g_autofree char *shown = g_strdup (name);
  glong length = g_utf8_strlen (name, -1);
  double y = gla_chart_plot_y (plot, place + 0.5) -
             gla_text_get_height (plot->text, GLA_TEXT_BODY) / 2;

  while (length > 4 && gla_text_get_width (plot->text, GLA_TEXT_BODY, shown) > room)
    {
      g_autofree char *start = g_utf8_substring (name, 0, --length);

      g_free (shown);
      shown = g_strconcat (start, "…", NULL);
    }
  gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_NAME, (int) row, shown,
                       8 * plot->chart->unit, y, 0);
}

/* The axis of values below the rows. */
static void
add_values (const GlaChartPlot *plot,
            double              step,
            double              factor,
            const char         *format,
            const char         *title)
{
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);
  double top = plot->plot_y + plot->plot_height + 3 * plot->chart->unit;

  for (double value = plot->from; value <= plot->to + step / 100; value += step)
    {
      g_autofree char *label = g_strdup_printf ("%.0f%s", value * factor, format);
      double x = plot->plot_x + (value - plot->from) / (plot->to - plot->from) * plot->plot_width;

      gla_chart_plot_line (plot, GLA_CHART_ITEM_GRID, 0, value, plot->high, value, plot->low);
      gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_TICK, -1, label, x, top, 0.5);
    }
  gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_CAPTION, -1, title,
                       plot->plot_x + plot->plot_width, top + line, 1);
}

static gboolean
is_judged (const GlaLot *counts)
{
  return counts->flag != GLA_LOT_TOO_FEW && counts->tests_failures;
}

static void
add_lot (const GlaChartPlot  *plot,
         const GlaLotFinding *finding,
         guint                row,
         guint                place)
{
  const GlaLot *counts = &finding->counts;
  GlaChartItemKind kind = GLA_CHART_ITEM_DOT;

  if (!is_judged (counts))
    {
      /* Its own share says little; only what it is drawn to is known. */
      gla_chart_plot_mark (plot, GLA_CHART_ITEM_RING, (int) row,
                           (double) counts->n_failed / counts->n_sessions, place + 0.5);
      return;
    }
  if (gla_lot_finding_is_suspect (finding))
    kind = GLA_CHART_ITEM_DIAMOND;
  gla_chart_plot_line (plot, GLA_CHART_ITEM_REFERENCE, 1, counts->p_others, place + 0.12,
                       counts->p_others, place + 0.88);
  gla_chart_plot_line (plot, GLA_CHART_ITEM_RANGE, 0, counts->low, place + 0.5, counts->high,
                       place + 0.5);
  gla_chart_plot_mark (plot, kind, (int) row, counts->shrunk, place + 0.5);
}

/* Rows of the table that have a session to count; those that can be judged come first. */
static GArray *
choose_lots (const GlaInsightClinic *clinic,
             const GlaInsightSheet  *sheet)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < sheet->rows->len; i++)
      {
        const GlaInsightRow *row = sheet->rows->pdata[i];
        const GlaLotFinding *finding = gla_insight_clinic_find_lot (clinic, row->code);

        if (finding != NULL && finding->counts.n_sessions > 0 &&
            is_judged (&finding->counts) == (pass == 0))
          g_array_append_val (rows, i);
      }
  return rows;
}

/* Says how many the picture leaves to the table. */
static void
add_rest (const GlaChartPlot *plot,
          guint               n_rest)
{
  g_autofree char *words = NULL;
  double line = gla_text_get_height (plot->text, GLA_TEXT_SMALL);

  if (n_rest == 0)
    return;
  words = g_strdup_printf (ngettext ("%'u more is in the table", "%'u more are in the table",
                                     n_rest), n_rest);
  gla_chart_add_words (plot->chart, plot->text, GLA_CHART_ITEM_CAPTION, -1, words,
                       8 * plot->chart->unit,
                       plot->plot_y + plot->plot_height + 3 * plot->chart->unit + line, 0);
}

GlaChart *
gla_lot_chart_new (const GlaInsightClinic *clinic,
                   const GlaInsightSheet  *sheet,
                   GlaText                *text,
                   const GlaChartFrame    *frame)
{
  g_autoptr (GArray) rows = NULL;
  GlaChartPlot plot = { NULL };
  guint n_shown;

  g_return_val_if_fail (clinic != NULL && sheet != NULL && text != NULL && frame != NULL, NULL);

  rows = choose_lots (clinic, sheet);
  if (rows->len == 0)
    return gla_chart_new_message (text, frame, _("Too few to say: no lot here has a session that "
                                                 "is old enough and was followed."));
  n_shown = MIN (rows->len, count_room (text, frame));
  plot.chart = gla_chart_new (text, frame);
  plot.text = text;
  set_up_rows (&plot, sheet, n_shown);
  plot.from = 0;
  plot.to = 1;
  add_values (&plot, 0.2, 100, " %", _("Sessions with a short or absent effect"));
  for (guint place = 0; place < n_shown; place++)
    {
      guint row = g_array_index (rows, guint, place);
      const GlaInsightRow *line = sheet->rows->pdata[row];

      add_name (&plot, sheet, row, place);
      add_lot (&plot, gla_insight_clinic_find_lot (clinic, line->code), row, place);
    }
  add_rest (&plot, rows->len - n_shown);
  return plot.chart;
}

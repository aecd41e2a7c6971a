/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-paper.h"

#include "gla-group-chart.h"
#include "gla-i18n.h"
#include "gla-survival-chart.h"

/* The live area lies across the paper. */
#define WIDTH GLA_SHEET_HEIGHT
#define HEIGHT GLA_SHEET_WIDTH

#define TEXT_SIZE 9.0
#define CHART_HEIGHT 230.0
#define LOTS_HEIGHT 330.0
#define GAP 5.0

/* A title breaks into lines of this width, a sentence into lines no narrower than that. */
#define TITLE_WIDTH 80.0
#define LEAST_SENTENCE 150.0

typedef struct
{
  const GlaInsightAnswer *answer;
  const GlaInsightPaperOptions *options;
  GlaText *text;
  GlaChart *chart;      /* or NULL */
  char *sentence;
  char *completeness;   /* or NULL */
  double *widths;       /* of the columns; 0 for those that are for files only */
  double *heights;      /* of the rows */
  double header;        /* height of the titles */
  double head;          /* height of all above the table on the first page */
  GArray *first_rows;   /* (element-type guint): of each page, and the end */
} Paper;

GlaChart *
gla_insight_answer_draw (const GlaInsightAnswer *self,
                         GlaText                *text,
                         const GlaChartFrame    *frame)
{
  g_return_val_if_fail (self != NULL && text != NULL && frame != NULL, NULL);

  switch (self->sheet->question.view)
    {
    case GLA_INSIGHT_DURATIONS:
      if (self->curve == NULL)
        return NULL;
      return gla_survival_chart_new (self->curve, self->curve_row, text, frame);
    case GLA_INSIGHT_LOTS:
      return gla_lot_chart_new (self->clinic, self->sheet, text, frame);
    case GLA_INSIGHT_INJECTORS:
      return gla_funnel_chart_new (self->clinic, self->sheet, text, frame);
    case GLA_INSIGHT_RESPONSE:
    case GLA_INSIGHT_MONTHS:
    case GLA_N_INSIGHT_VIEWS:
    default:
      return NULL;
    }
}

const char *
gla_insight_view_describe_chart (GlaInsightView view)
{
  switch (view)
    {
    case GLA_INSIGHT_DURATIONS:
      return _("Small ticks: last seen working there. Hatched: the records do not tell how the "
               "line falls. The bar at one half: where the middle likely lies.");
    case GLA_INSIGHT_LOTS:
      return _("A diamond stands out, a ring is too few to judge. The bar is the likely range, the "
               "upright line the other lots of the product.");
    case GLA_INSIGHT_INJECTORS:
      return _("By chance alone 95 of 100 lie between the dotted lines and 998 of 1,000 between "
               "the dashed ones. A diamond lies outside, a ring is too few to judge.");
    case GLA_INSIGHT_RESPONSE:
    case GLA_INSIGHT_MONTHS:
    case GLA_N_INSIGHT_VIEWS:
    default:
      return "";
    }
}

static const GlaInsightColumn *
get_column (const Paper *paper,
            guint        index)
{
  return paper->answer->sheet->columns->pdata[index];
}

static const char *
get_text (const Paper *paper,
          guint        row,
          guint        column)
{
  return gla_insight_sheet_get_cell (paper->answer->sheet, row, column)->text;
}

/* What a column would take; 0 for one that is for files only. */
static double
get_natural_width (const Paper *paper,
                   guint        index)
{
  const GlaInsightSheet *sheet = paper->answer->sheet;
  const GlaInsightColumn *column = get_column (paper, index);
  double width;

  if (column->title[0] == '\0')
    return 0;
  /* A title may break into lines. */
  width = MIN (gla_text_get_width (paper->text, GLA_TEXT_SMALL_BOLD, column->title), TITLE_WIDTH);
  for (guint i = 0; i < sheet->rows->len; i++)
    width = MAX (width, gla_text_get_width (paper->text, GLA_TEXT_SMALL,
                                            get_text (paper, i, index)));
  return width + 2 * GAP;
}

/* Numbers take what they need and words share what is left; too many numbers share too. */
static void
choose_widths (Paper *paper)
{
  guint n = paper->answer->sheet->columns->len;
  double numbers = 0, words = 0, least = 0;

  paper->widths = g_new0 (double, n);
  for (guint c = 0; c < n; c++)
    {
      double width = get_natural_width (paper, c);

      paper->widths[c] = width;
      if (get_column (paper, c)->is_number)
        numbers += width;
      else
        words += width;
      if (!get_column (paper, c)->is_number)
        least += MIN (width, LEAST_SENTENCE);
    }
  for (guint c = 0; c < n; c++)
    {
      if (get_column (paper, c)->is_number && numbers > WIDTH - least)
        paper->widths[c] *= (WIDTH - least) / numbers;
      else if (!get_column (paper, c)->is_number && words > WIDTH - numbers)
        paper->widths[c] = MAX (paper->widths[c] * MAX (WIDTH - numbers, 0) / words,
                                MIN (paper->widths[c], LEAST_SENTENCE));
    }
}

static double
measure_cell (const Paper  *paper,
              GlaTextStyle  style,
              const char   *words,
              guint         column)
{
  return gla_text_get_wrapped_height (paper->text, style, words,
                                      MAX (paper->widths[column] - 2 * GAP, 10));
}

static void
choose_heights (Paper *paper)
{
  const GlaInsightSheet *sheet = paper->answer->sheet;

  paper->heights = g_new0 (double, sheet->rows->len + 1);
  for (guint c = 0; c < sheet->columns->len; c++)
    {
      if (paper->widths[c] <= 0)
        continue;
      paper->header = MAX (paper->header, measure_cell (paper, GLA_TEXT_SMALL_BOLD,
                                                        get_column (paper, c)->title, c) + GAP);
      for (guint i = 0; i < sheet->rows->len; i++)
        paper->heights[i] = MAX (paper->heights[i],
                                 measure_cell (paper, GLA_TEXT_SMALL, get_text (paper, i, c), c) +
                                   GAP / 2);
    }
}

/* One line or more at the left edge; returns what it took. */
static double
draw_words (const Paper  *paper,
            cairo_t      *cr,
            GlaTextStyle  style,
            GlaColorRole  role,
            const char   *words,
            double        y)
{
  if (words == NULL || words[0] == '\0')
    return 0;
  if (cr != NULL)
    {
      gla_palette_set_source (GLA_PALETTE_PAPER, role, cr);
      gla_text_draw_wrapped (paper->text, cr, style, words, 0, y, WIDTH);
    }
  return gla_text_get_wrapped_height (paper->text, style, words, WIDTH) + GAP / 2;
}

/* Draws, or without @cr only measures, all above the table. */
static double
draw_head (const Paper *paper,
           cairo_t     *cr)
{
  const GlaInsightSheet *sheet = paper->answer->sheet;
  const GlaInsightPaperOptions *options = paper->options;
  g_autofree char *day = gla_day_format (options->printed_on, GLA_DAY_EXACT);
  g_autofree char *line = NULL;
  double y = 0;

  line = options->clinic_name != NULL && options->clinic_name[0] != '\0'
             ? g_strdup_printf ("%s · %s", options->clinic_name, day) : g_strdup (day);
  y += draw_words (paper, cr, GLA_TEXT_TITLE, GLA_COLOR_TEXT,
                   gla_insight_view_get_title (sheet->question.view), y);
  y += draw_words (paper, cr, GLA_TEXT_BODY, GLA_COLOR_DIM, line, y);
  y += draw_words (paper, cr, GLA_TEXT_BODY, GLA_COLOR_DIM, options->choices, y);
  y += GAP;
  y += draw_words (paper, cr, GLA_TEXT_BOLD, GLA_COLOR_TEXT, paper->sentence, y);
  y += draw_words (paper, cr, GLA_TEXT_BODY, GLA_COLOR_TEXT, paper->completeness, y);
  for (guint i = 0; i < sheet->notes->len; i++)
    y += draw_words (paper, cr, GLA_TEXT_SMALL, GLA_COLOR_DIM, sheet->notes->pdata[i], y);
  if (paper->chart != NULL)
    y += draw_words (paper, cr, GLA_TEXT_SMALL, GLA_COLOR_DIM,
                     gla_insight_view_describe_chart (sheet->question.view), y);
  y += GAP;
  if (paper->chart != NULL && cr != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, y);
      gla_chart_paint (paper->chart, paper->text, GLA_PALETTE_PAPER, 0, cr);
      cairo_restore (cr);
    }
  return y + (paper->chart != NULL ? paper->chart->height + GAP : 0);
}

/* How the rows fall on pages of a height; one page for 0. */
static void
choose_pages (Paper  *paper,
              double  page_height)
{
  guint n_rows = paper->answer->sheet->rows->len;
  guint first = 0;
  double y = paper->head + paper->header;

  paper->first_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (paper->first_rows, first);
  for (guint i = 0; i < n_rows; i++)
    {
      if (page_height > 0 && y + paper->heights[i] > page_height && y > paper->header)
        {
          first = i;
          g_array_append_val (paper->first_rows, first);
          y = paper->header;
        }
      y += paper->heights[i];
    }
  g_array_append_val (paper->first_rows, n_rows);
}

static void
draw_cell (const Paper  *paper,
           cairo_t      *cr,
           GlaTextStyle  style,
           const char   *words,
           guint         column,
           double        x,
           double        y)
{
  double room = paper->widths[column] - 2 * GAP;
  double width = gla_text_get_width (paper->text, style, words);

  if (width > room)
    gla_text_draw_wrapped (paper->text, cr, style, words, x, y, MAX (room, 10));
  else
    gla_text_draw (paper->text, cr, style, words,
                   get_column (paper, column)->is_number ? x + room - width : x, y);
}

/* A row, or for G_MAXUINT the titles. */
static void
draw_row (const Paper *paper,
          cairo_t     *cr,
          guint        row,
          double       y,
          double       height)
{
  double x = 0;

  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  for (guint c = 0; c < paper->answer->sheet->columns->len; c++)
    {
      if (paper->widths[c] <= 0)
        continue;
      if (row == G_MAXUINT)
        draw_cell (paper, cr, GLA_TEXT_SMALL_BOLD, get_column (paper, c)->title, c, x, y);
      else
        draw_cell (paper, cr, GLA_TEXT_SMALL, get_text (paper, row, c), c, x, y);
      x += paper->widths[c];
    }
  gla_palette_set_source (GLA_PALETTE_PAPER, row == G_MAXUINT ? GLA_COLOR_RULE : GLA_COLOR_GRID,
                          cr);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, y + height - GAP / 4);
  cairo_line_to (cr, WIDTH, y + height - GAP / 4);
  cairo_stroke (cr);
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr,
         guint     page)
{
  const Paper *paper = data;
  guint first = g_array_index (paper->first_rows, guint, page);
  guint end = g_array_index (paper->first_rows, guint, page + 1);
  double y = page == 0 ? draw_head (paper, cr) : 0;

  if (first == end)
    return;
  draw_row (paper, cr, G_MAXUINT, y, paper->header);
  y += paper->header;
  for (guint i = first; i < end; i++)
    {
      draw_row (paper, cr, i, y, paper->heights[i]);
      y += paper->heights[i];
    }
}

static void
paper_init (Paper                        *paper,
            const GlaInsightAnswer       *answer,
            const GlaInsightPaperOptions *options,
            double                        page_height)
{
  GlaChartFrame frame = { .width = WIDTH, .height = CHART_HEIGHT };

  if (answer->sheet->question.view == GLA_INSIGHT_LOTS)
    frame.height = LOTS_HEIGHT;
  *paper = (Paper) { .answer = answer, .options = options };
  paper->text = gla_text_new (NULL, TEXT_SIZE, TRUE);
  paper->chart = gla_insight_answer_draw (answer, paper->text, &frame);
  if (answer->curve != NULL && answer->sheet->question.view == GLA_INSIGHT_DURATIONS)
    paper->sentence = gla_duration_curve_describe (answer->curve);
  if (answer->curve != NULL)
    paper->completeness = gla_insight_describe_completeness (
      &answer->curve->counts, gla_cycle_table_get_settings (answer->clinic->table));
  choose_widths (paper);
  choose_heights (paper);
  paper->head = draw_head (paper, NULL);
  choose_pages (paper, page_height);
}

static void
paper_clear (Paper *paper)
{
  gla_text_free (paper->text);
  g_clear_pointer (&paper->chart, gla_chart_free);
  g_free (paper->sentence);
  g_free (paper->completeness);
  g_free (paper->widths);
  g_free (paper->heights);
  g_array_unref (paper->first_rows);
}

gboolean
gla_insight_export (const GlaInsightAnswer        *answer,
                    const GlaInsightPaperOptions  *options,
                    GlaPictureFormat               format,
                    const char                    *path,
                    GError                       **error)
{
  Paper paper;
  GlaPicture picture = { .width = WIDTH, .height = HEIGHT, .draw = draw_cb, .data = &paper };
  gboolean written;

  g_return_val_if_fail (answer != NULL && options != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  paper_init (&paper, answer, options, format == GLA_PICTURE_FORMAT_PDF ? HEIGHT : 0);
  if (format != GLA_PICTURE_FORMAT_PDF)
    {
      picture.height = paper.head + paper.header;
      for (guint i = 0; i < answer->sheet->rows->len; i++)
        picture.height += paper.heights[i];
    }
  /* On its side. */
  gla_paper_get_size (options->paper, &picture.paper_height, &picture.paper_width);
  picture.n_pages = paper.first_rows->len - 1;
  picture.title = gla_insight_view_get_title (answer->sheet->question.view);
  picture.day = options->printed_on;
  written = gla_picture_write (&picture, format, path, error);
  paper_clear (&paper);
  return written;
}

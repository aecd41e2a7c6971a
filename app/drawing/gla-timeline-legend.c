/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-legend.h"

#include "gla-i18n.h"
#include "gla-timeline-marks.h"

#include <math.h>

#define COLUMN 218       /* least width of a column, in units */
#define SAMPLE 34        /* width of the drawn mark */
#define SAMPLE_HEIGHT 15
#define LINE_GAP 5
#define GAP 8

static const struct
{
  GlaTimelineItemKind kind;
  int value;
  const char *words;
} entries[] =
{
  { GLA_TIMELINE_ITEM_INJECTION, 0, N_("Injection, with units and product") },
  { GLA_TIMELINE_ITEM_TOUCH_UP, 0, N_("Touch-up, part of the treatment it is joined to") },
  { GLA_TIMELINE_ITEM_ELSEWHERE, 0, N_("Treatment elsewhere, as told") },
  { GLA_TIMELINE_ITEM_NOT_JUDGEABLE, 0, N_("First days: too early to judge") },
  { GLA_TIMELINE_ITEM_WAITING, 0, N_("Injected, effect not seen yet") },
  { GLA_TIMELINE_ITEM_SEEN, 0, N_("Effect seen, from first to last visit") },
  { GLA_TIMELINE_ITEM_TOLD, 0, N_("Effect as told or assumed, not seen") },
  { GLA_TIMELINE_ITEM_ENDING, 0, N_("Effect ended somewhere in here") },
  { GLA_TIMELINE_ITEM_STILL, 0, N_("Still open: working when last seen") },
  { GLA_TIMELINE_ITEM_LIKELY_80, GLA_TIMELINE_LIKELY_START | GLA_TIMELINE_LIKELY_END,
    N_("Estimate: wears off in here in 8 of 10, in the box in 5 of 10") },
  { GLA_TIMELINE_ITEM_LIKELY_50,
    GLA_TIMELINE_LIKELY_EARLY | GLA_TIMELINE_LIKELY_START | GLA_TIMELINE_LIKELY_END,
    N_("Estimate, grey: too early for another treatment") },
  { GLA_TIMELINE_ITEM_NOT_SEEN, 0, N_("Not seen working") },
  { GLA_TIMELINE_ITEM_LABEL_INTERVAL, 0, N_("Shortest time to the next treatment by the label") },
  { GLA_TIMELINE_ITEM_EARLY, 0, N_("Treated before that time was over") },
  { GLA_TIMELINE_ITEM_GRADE, 3, N_("Grade at maximum contraction; higher is worse") },
  { GLA_TIMELINE_ITEM_GRADE_REST, 1, N_("Grade at rest") },
  { GLA_TIMELINE_ITEM_GRADE_PATIENT, 2, N_("Patient's own grade") },
  { GLA_TIMELINE_ITEM_REPORT, GLA_REPORT_WORN_OFF, N_("Patient says that it wore off") },
  { GLA_TIMELINE_ITEM_REPORT, GLA_REPORT_STILL_WORKING, N_("Patient says that it still works") },
  { GLA_TIMELINE_ITEM_MISSING, 0, N_("No follow-up while the peak could be judged") },
  { GLA_TIMELINE_ITEM_ADVERSE, 0, N_("Adverse event, with its first letter") },
  { GLA_TIMELINE_ITEM_LOT, 0, N_("Another lot than before") },
  { GLA_TIMELINE_ITEM_DOUBT, 0, N_("Date not exact: some day in this time") },
  { GLA_TIMELINE_ITEM_WEEKS, 0, N_("Weeks of effect: last seen to first gone") },
  { GLA_TIMELINE_ITEM_USUAL, 0, N_("Usual weeks for product, dose and area, 8 of 10") },
};

guint
gla_timeline_legend_get_n (void)
{
  return G_N_ELEMENTS (entries);
}

const char *
gla_timeline_legend_get_words (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (entries), NULL);

  return _(entries[index].words);
}

static guint
get_n_columns (GlaText *text,
               double   width)
{
  return MAX ((guint) (width / (COLUMN * gla_text_get_size (text) / 14)), 1);
}

static double
get_words_width (GlaText *text,
                 double   width)
{
  double u = gla_text_get_size (text) / 14;

  return MAX (width / get_n_columns (text, width) - (SAMPLE + 2 * GAP) * u, 20 * u);
}

/* Entries run down the columns; a line is as high as its highest entry. */
static double
get_line_height (GlaText *text,
                 double   width,
                 guint    line,
                 guint    n_lines)
{
  double u = gla_text_get_size (text) / 14;
  double height = SAMPLE_HEIGHT * u;

  for (guint i = line; i < G_N_ELEMENTS (entries); i += n_lines)
    height = MAX (height, gla_text_get_wrapped_height (text, GLA_TEXT_SMALL,
                                                       gla_timeline_legend_get_words (i),
                                                       get_words_width (text, width)));
  return height + LINE_GAP * u;
}

static guint
get_n_lines (GlaText *text,
             double   width)
{
  guint n_columns = get_n_columns (text, width);

  return (G_N_ELEMENTS (entries) + n_columns - 1) / n_columns;
}

double
gla_timeline_legend_get_height (GlaText *text,
                                double   width)
{
  guint n_lines;
  double height = 0;

  g_return_val_if_fail (text != NULL && width > 0, 0);

  n_lines = get_n_lines (text, width);
  for (guint line = 0; line < n_lines; line++)
    height += get_line_height (text, width, line, n_lines);
  return height;
}

/* Where a mark of its usual size stands in the room for samples. */
static void
fill_item (guint            index,
           GlaText         *text,
           GlaTimelineItem *item)
{
  double u = gla_text_get_size (text) / 14;
  double size = 0;

  *item = (GlaTimelineItem) { .kind = entries[index].kind, .value = entries[index].value,
                              .x = 0, .y = 1 * u, .width = SAMPLE * u, .height = 13 * u };
  switch ((int) item->kind)
    {
    case GLA_TIMELINE_ITEM_INJECTION:
      size = 10;
      break;
    case GLA_TIMELINE_ITEM_TOUCH_UP:
      size = 8;
      break;
    case GLA_TIMELINE_ITEM_ELSEWHERE:
    case GLA_TIMELINE_ITEM_REPORT:
      size = 12;
      break;
    case GLA_TIMELINE_ITEM_GRADE:
    case GLA_TIMELINE_ITEM_GRADE_REST:
    case GLA_TIMELINE_ITEM_GRADE_PATIENT:
      item->text = item->value == 3 ? "3" : item->value == 2 ? "2" : "1";
      size = 11;
      break;
    case GLA_TIMELINE_ITEM_ADVERSE:
      item->text = "B";
      size = 16;
      break;
    case GLA_TIMELINE_ITEM_STILL:
      item->width = 10 * u;
      item->x = (SAMPLE - 10) / 2 * u;
      break;
    case GLA_TIMELINE_ITEM_NOT_SEEN:
      item->text = C_("not seen working", "NS");
      break;
    case GLA_TIMELINE_ITEM_LABEL_INTERVAL:
    case GLA_TIMELINE_ITEM_DOUBT:
      item->y = 6 * u;
      item->height = 4 * u;
      break;
    case GLA_TIMELINE_ITEM_EARLY:
      item->x = (SAMPLE / 2 - 2) * u;
      break;
    case GLA_TIMELINE_ITEM_LOT:
      item->x = SAMPLE / 2 * u;
      item->width = 0;
      break;
    case GLA_TIMELINE_ITEM_WEEKS:
      /* Translators: an example of weeks of effect, as short as possible */
      item->text = _("16–19");
      item->width = gla_text_get_width (text, GLA_TEXT_SMALL, item->text);
      item->x = MAX ((SAMPLE * u - item->width) / 2, 0);
      break;
    default:
      break;
    }
  if (size > 0)
    {
      item->x = (SAMPLE - size) / 2 * u;
      item->y = (SAMPLE_HEIGHT - size) / 2 * u;
      item->width = item->height = size * u;
    }
}

static void
paint_entry (GlaTimelineBrush *brush,
             guint             index,
             double            x,
             double            y,
             double            column,
             double            words_width)
{
  GlaTimelineItem item;
  double u = brush->u;
  double words_x = x + (SAMPLE + GAP) * u;

  fill_item (index, brush->text, &item);
  if (brush->rtl)
    {
      item.x = x + column - SAMPLE * u + item.x;
      words_x = x + column - (SAMPLE + GAP) * u - words_width;
    }
  else
    {
      item.x += x;
    }
  item.y += y;
  /* The hatch lies over the tint, as it does in the rows. */
  if (item.kind == GLA_TIMELINE_ITEM_NOT_JUDGEABLE)
    {
      GlaTimelineItem tint = item;

      tint.kind = GLA_TIMELINE_ITEM_WAITING;
      gla_timeline_mark_paint (brush, &tint);
    }
  gla_timeline_mark_paint (brush, &item);
  if (item.kind == GLA_TIMELINE_ITEM_LIKELY_80)
    {
      GlaTimelineItem box = item;

      box.kind = GLA_TIMELINE_ITEM_LIKELY_50;
      box.x += item.width / 4;
      box.width = item.width / 2;
      gla_timeline_mark_paint (brush, &box);
    }
  gla_palette_set_source (brush->palette, GLA_COLOR_TEXT, brush->cr);
  gla_text_draw_wrapped (brush->text, brush->cr, GLA_TEXT_SMALL,
                         gla_timeline_legend_get_words (index), words_x, y, words_width);
}

void
gla_timeline_legend_paint (GlaText    *text,
                           double      width,
                           GlaPalette  palette,
                           double      pixels,
                           gboolean    rtl,
                           cairo_t    *cr)
{
  GlaTimelineBrush brush;
  guint n_lines, n_columns;
  double column, y = 0;

  g_return_if_fail (text != NULL && cr != NULL && width > 0);

  n_lines = get_n_lines (text, width);
  n_columns = get_n_columns (text, width);
  column = width / n_columns;
  gla_timeline_brush_init (&brush, cr, text, palette, gla_text_get_size (text) / 14, rtl, pixels);
  for (guint line = 0; line < n_lines; line++)
    {
      for (guint i = line; i < G_N_ELEMENTS (entries); i += n_lines)
        {
          guint place = i / n_lines;

          paint_entry (&brush, i, (rtl ? n_columns - 1 - place : place) * column, y,
                       column - GAP * brush.u, get_words_width (text, width));
        }
      y += get_line_height (text, width, line, n_lines);
    }
  gla_timeline_brush_clear (&brush);
}

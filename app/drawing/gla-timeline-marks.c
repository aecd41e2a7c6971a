/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-marks.h"

#include "gla-timeline-layout.h"

#include <math.h>

static void
set_color (GlaTimelineBrush *brush,
           GlaColorRole      role)
{
  gla_palette_set_source (brush->palette, role, brush->cr);
}

/* A line of whole pixels is sharp only between two of their edges. */
static double
get_sharp (GlaTimelineBrush *brush,
           double            value)
{
  return brush->vector ? value : floor (value) + 0.5;
}

static void
paint_line (GlaTimelineBrush *brush,
            GlaColorRole      role,
            double            width,
            double            x1,
            double            y1,
            double            x2,
            double            y2)
{
  set_color (brush, role);
  cairo_set_line_width (brush->cr, width);
  cairo_move_to (brush->cr, get_sharp (brush, x1), get_sharp (brush, y1));
  cairo_line_to (brush->cr, get_sharp (brush, x2), get_sharp (brush, y2));
  cairo_stroke (brush->cr);
}

static double
get_hair (GlaTimelineBrush *brush)
{
  return brush->vector ? 0.7 * brush->u : 1;
}

static void
paint_fill (GlaTimelineBrush      *brush,
            GlaColorRole           role,
            const GlaTimelineItem *item)
{
  set_color (brush, role);
  cairo_rectangle (brush->cr, item->x, item->y, item->width, item->height);
  cairo_fill (brush->cr);
}

static void
paint_outline (GlaTimelineBrush      *brush,
               GlaColorRole           role,
               double                 width,
               const GlaTimelineItem *item)
{
  set_color (brush, role);
  cairo_set_line_width (brush->cr, width);
  cairo_rectangle (brush->cr, item->x + width / 2, item->y + width / 2,
                   MAX (item->width - width, 0.1), item->height - width);
  cairo_stroke (brush->cr);
}

static void
paint_centred (GlaTimelineBrush      *brush,
               GlaTextStyle           style,
               GlaColorRole           role,
               const char            *words,
               const GlaTimelineItem *item)
{
  double width = gla_text_get_width (brush->text, style, words);
  double height = gla_text_get_height (brush->text, style);

  set_color (brush, role);
  gla_text_draw (brush->text, brush->cr, style, words, item->x + (item->width - width) / 2,
                 item->y + (item->height - height) / 2);
}

static void
paint_words (GlaTimelineBrush      *brush,
             GlaColorRole           role,
             const GlaTimelineItem *item)
{
  set_color (brush, role);
  gla_text_draw (brush->text, brush->cr, gla_timeline_item_get_style (item->kind), item->text,
                 item->x, item->y);
}

/* Names begin at the outer edge and end in an ellipsis where they are too long. */
static void
paint_name (GlaTimelineBrush      *brush,
            GlaColorRole           role,
            const GlaTimelineItem *item)
{
  GlaTextStyle style = gla_timeline_item_get_style (item->kind);
  double width = MIN (gla_text_get_width (brush->text, style, item->text), item->width);

  set_color (brush, role);
  gla_text_draw_fitted (brush->text, brush->cr, style, item->text,
                        brush->rtl ? item->x + item->width - width : item->x, item->y,
                        item->width);
}

static void
paint_waiting (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  paint_fill (brush, GLA_COLOR_WAITING, item);
  paint_outline (brush, GLA_COLOR_WAITING_LINE, get_hair (brush), item);
}

static void
paint_ending (GlaTimelineBrush      *brush,
              const GlaTimelineItem *item)
{
  paint_fill (brush, GLA_COLOR_BACKGROUND, item);
  gla_timeline_brush_hatch (brush, TRUE, item->x, item->y, item->width, item->height);
  paint_outline (brush, GLA_COLOR_SEEN, get_hair (brush), item);
}

static void
paint_still (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double inset = brush->u;
  double base = brush->rtl ? item->x + item->width : item->x;
  double tip = brush->rtl ? item->x : item->x + item->width;

  cairo_move_to (cr, base, item->y + inset);
  cairo_line_to (cr, tip, item->y + item->height / 2);
  cairo_line_to (cr, base, item->y + item->height - inset);
  set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_fill_preserve (cr);
  set_color (brush, GLA_COLOR_SEEN);
  cairo_set_line_width (cr, 2 * brush->u);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

static void
paint_not_seen (GlaTimelineBrush      *brush,
                const GlaTimelineItem *item)
{
  paint_fill (brush, GLA_COLOR_BACKGROUND, item);
  paint_outline (brush, GLA_COLOR_TEXT, 1.4 * brush->u, item);
  if (item->text != NULL
      && gla_text_get_width (brush->text, GLA_TEXT_TINY_BOLD, item->text) <= item->width)
    paint_centred (brush, GLA_TEXT_TINY_BOLD, GLA_COLOR_TEXT, item->text, item);
}

static void
paint_bracket (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double left = get_sharp (brush, item->x);
  double right = get_sharp (brush, item->x + item->width);
  double bottom = get_sharp (brush, item->y + item->height);

  cairo_move_to (cr, left, item->y);
  cairo_line_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, right, item->y);
  set_color (brush, GLA_COLOR_RULE);
  cairo_set_line_width (cr, get_hair (brush));
  cairo_stroke (cr);
}

static void
paint_doubt (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  double middle = item->y + item->height / 2;
  double right = item->x + item->width;
  double hair = get_hair (brush);

  paint_line (brush, GLA_COLOR_DIM, hair, item->x, middle, right, middle);
  paint_line (brush, GLA_COLOR_DIM, hair, item->x, item->y, item->x, item->y + item->height);
  paint_line (brush, GLA_COLOR_DIM, hair, right, item->y, right, item->y + item->height);
}

static void
paint_missing (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  double dashes[] = { 1.5 * brush->u, 2.5 * brush->u };
  double middle = item->y + item->height / 2;
  double gap = 6 * brush->u;

  if (item->width > 2 * gap + 6 * brush->u)
    {
      cairo_set_dash (brush->cr, dashes, 2, 0);
      paint_line (brush, GLA_COLOR_DIM, get_hair (brush), item->x, middle,
                  item->x + item->width / 2 - gap, middle);
      paint_line (brush, GLA_COLOR_DIM, get_hair (brush), item->x + item->width / 2 + gap, middle,
                  item->x + item->width, middle);
      cairo_set_dash (brush->cr, NULL, 0, 0);
    }
  paint_centred (brush, GLA_TEXT_SMALL_BOLD, GLA_COLOR_DIM, "?", item);
}

/* From the tip of the parent's triangle to that of the touch-up. */
static void
paint_join (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double left = get_sharp (brush, item->x);
  double right = get_sharp (brush, item->x + item->width);
  double top = get_sharp (brush, item->y);

  cairo_move_to (cr, left, item->y + item->height);
  cairo_line_to (cr, left, top);
  cairo_line_to (cr, right, top);
  cairo_line_to (cr, right, item->y + item->height + 2 * brush->u);
  set_color (brush, GLA_COLOR_TEXT);
  cairo_set_line_width (cr, get_hair (brush));
  cairo_stroke (cr);
}

static void
add_triangle (GlaTimelineBrush      *brush,
              const GlaTimelineItem *item,
              double                 inset)
{
  cairo_t *cr = brush->cr;

  cairo_move_to (cr, item->x + item->width / 2, item->y + inset);
  cairo_line_to (cr, item->x + item->width - inset, item->y + item->height - inset / 2);
  cairo_line_to (cr, item->x + inset, item->y + item->height - inset / 2);
  cairo_close_path (cr);
}

static void
paint_injection (GlaTimelineBrush      *brush,
                 const GlaTimelineItem *item)
{
  double x = item->x + item->width / 2;
  double base = item->y + item->height;

  if (item->value > 0)
    {
      double width = brush->vector ? 1.1 * brush->u : MAX (round (1.4 * brush->u), 1);

      set_color (brush, GLA_COLOR_TEXT);
      cairo_rectangle (brush->cr, x - width / 2, base - 1, width,
                       item->value + 3 * brush->u);
      cairo_fill (brush->cr);
    }
  add_triangle (brush, item, 0);
  set_color (brush, GLA_COLOR_TEXT);
  cairo_fill (brush->cr);
}

/* One side of a triangle with a gap in its middle, so that corners stay whole. */
static void
add_broken_line (cairo_t *cr,
                 double   x1,
                 double   y1,
                 double   x2,
                 double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x1 + (x2 - x1) * 0.35, y1 + (y2 - y1) * 0.35);
  cairo_move_to (cr, x1 + (x2 - x1) * 0.65, y1 + (y2 - y1) * 0.65);
  cairo_line_to (cr, x2, y2);
}

static void
paint_hollow_triangle (GlaTimelineBrush      *brush,
                       const GlaTimelineItem *item,
                       gboolean               broken)
{
  cairo_t *cr = brush->cr;
  double width = 1.4 * brush->u;
  double left = item->x + width / 2;
  double right = item->x + item->width - width / 2;
  double middle = item->x + item->width / 2;
  double top = item->y + width / 2;
  double bottom = item->y + item->height - width / 2;

  add_triangle (brush, item, width / 2);
  set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_fill (cr);
  set_color (brush, GLA_COLOR_TEXT);
  cairo_set_line_width (cr, width);
  if (broken)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      add_broken_line (cr, left, bottom, middle, top);
      add_broken_line (cr, middle, top, right, bottom);
      add_broken_line (cr, right, bottom, left, bottom);
    }
  else
    {
      add_triangle (brush, item, width / 2);
    }
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
paint_circle (GlaTimelineBrush      *brush,
              const GlaTimelineItem *item,
              GlaColorRole           fill)
{
  double width = 1.2 * brush->u;

  cairo_new_path (brush->cr);
  cairo_arc (brush->cr, item->x + item->width / 2, item->y + item->height / 2,
             (item->width - width) / 2, 0, 2 * G_PI);
  set_color (brush, fill);
  cairo_fill_preserve (brush->cr);
  set_color (brush, GLA_COLOR_TEXT);
  cairo_set_line_width (brush->cr, width);
  cairo_stroke (brush->cr);
}

static void
paint_grade (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  GlaColorRole letters = GLA_COLOR_BACKGROUND;

  switch ((int) item->kind)
    {
    case GLA_TIMELINE_ITEM_GRADE_REST:
      paint_fill (brush, GLA_COLOR_BACKGROUND, item);
      paint_outline (brush, GLA_COLOR_TEXT, 1.2 * brush->u, item);
      letters = GLA_COLOR_TEXT;
      break;
    case GLA_TIMELINE_ITEM_GRADE_PATIENT:
      paint_circle (brush, item, GLA_COLOR_TEXT);
      break;
    case GLA_TIMELINE_ITEM_GRADE:
    default:
      paint_fill (brush, GLA_COLOR_TEXT, item);
      break;
    }
  if (item->text != NULL)
    paint_centred (brush, GLA_TEXT_TINY_BOLD, letters, item->text, item);
}

/* A circle for the patient's word: crossed when it wore off, ticked while it works. */
static void
paint_report (GlaTimelineBrush      *brush,
              const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double x = item->x + item->width / 2;
  double y = item->y + item->height / 2;
  double r = item->width * 0.2;

  paint_circle (brush, item, GLA_COLOR_BACKGROUND);
  if (item->value == GLA_REPORT_WORN_OFF)
    {
      cairo_move_to (cr, x - r, y - r);
      cairo_line_to (cr, x + r, y + r);
      cairo_move_to (cr, x + r, y - r);
      cairo_line_to (cr, x - r, y + r);
    }
  else
    {
      cairo_move_to (cr, x - 1.2 * r, y);
      cairo_line_to (cr, x - 0.2 * r, y + r);
      cairo_line_to (cr, x + 1.3 * r, y - r);
    }
  cairo_set_line_width (cr, 1.4 * brush->u);
  cairo_stroke (cr);
}

static void
paint_adverse (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double inset = brush->u;

  cairo_move_to (cr, item->x + item->width / 2, item->y + inset);
  cairo_line_to (cr, item->x + item->width - inset, item->y + item->height / 2);
  cairo_line_to (cr, item->x + item->width / 2, item->y + item->height - inset);
  cairo_line_to (cr, item->x + inset, item->y + item->height / 2);
  cairo_close_path (cr);
  set_color (brush, GLA_COLOR_ALERT_FILL);
  cairo_fill_preserve (cr);
  set_color (brush, GLA_COLOR_ALERT);
  cairo_set_line_width (cr, 1.4 * brush->u);
  cairo_stroke (cr);
  paint_centred (brush, GLA_TEXT_TINY_BOLD, GLA_COLOR_ALERT, item->text, item);
}

static void
paint_early (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  double width = gla_text_get_width (brush->text, GLA_TEXT_SMALL_BOLD, "!");
  double gap = 4 * brush->u;

  set_color (brush, GLA_COLOR_ALERT);
  gla_text_draw (brush->text, brush->cr, GLA_TEXT_SMALL_BOLD, "!",
                 brush->rtl ? item->x + item->width - width : item->x, item->y);
  if (item->text != NULL)
    gla_text_draw (brush->text, brush->cr, GLA_TEXT_SMALL_BOLD, item->text,
                   brush->rtl ? item->x : item->x + width + gap, item->y);
}

/* Duration as an interval: from last seen to first gone, open above when only
 * the first is known, open below when only the second is. */
static void
paint_weeks_range (GlaTimelineBrush      *brush,
                   const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double x = item->x + item->width / 2;
  double top = item->y;
  double bottom = item->y + item->height;
  double half = item->width / 2;

  set_color (brush, GLA_COLOR_SEEN);
  cairo_set_line_width (cr, 2 * brush->u);
  switch ((GlaEffectStatus) item->value)
    {
    case GLA_EFFECT_STILL_SEEN:
      cairo_move_to (cr, x - half, bottom);
      cairo_line_to (cr, x + half, bottom);
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, top - 6 * brush->u);
      cairo_move_to (cr, x - half, top - 2 * brush->u);
      cairo_line_to (cr, x, top - 7 * brush->u);
      cairo_line_to (cr, x + half, top - 2 * brush->u);
      cairo_stroke (cr);
      break;
    case GLA_EFFECT_NOT_SEEN:
      set_color (brush, GLA_COLOR_TEXT);
      cairo_set_line_width (cr, 1.4 * brush->u);
      cairo_rectangle (cr, x - half, bottom - 2 * half, 2 * half, 2 * half);
      cairo_stroke (cr);
      break;
    case GLA_EFFECT_GONE_BY:
    case GLA_EFFECT_ENDED:
    case GLA_EFFECT_NO_INFORMATION:
    default:
      cairo_rectangle (cr, x - half, top, 2 * half, bottom - top);
      cairo_fill (cr);
      break;
    }
}

static void
paint_today (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double height = 18 * brush->u;
  double radius = height / 2;
  GlaTimelineItem pill = *item;

  pill.y = item->y + item->height - height - 2 * brush->u;
  pill.height = height;
  paint_line (brush, GLA_COLOR_ACCENT, brush->vector ? brush->u : MAX (round (1.4 * brush->u), 1),
              item->x + item->width / 2, item->y, item->x + item->width / 2, pill.y);
  cairo_new_path (cr);
  cairo_arc (cr, pill.x + radius, pill.y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, pill.x + pill.width - radius, pill.y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  set_color (brush, GLA_COLOR_ACCENT);
  cairo_fill (cr);
  paint_centred (brush, GLA_TEXT_SMALL_BOLD, GLA_COLOR_ON_ACCENT, item->text, &pill);
}

static void
paint_lot (GlaTimelineBrush      *brush,
           const GlaTimelineItem *item)
{
  double dashes[] = { 2 * brush->u, 2 * brush->u };

  cairo_set_dash (brush->cr, dashes, 2, 0);
  paint_line (brush, GLA_COLOR_DIM, brush->vector ? 0.5 * brush->u : 1, item->x, item->y,
              item->x, item->y + item->height);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

void
gla_timeline_mark_paint (GlaTimelineBrush      *brush,
                         const GlaTimelineItem *item)
{
  switch (item->kind)
    {
    case GLA_TIMELINE_ITEM_BAND:
      paint_fill (brush, GLA_COLOR_BAND, item);
      break;
    case GLA_TIMELINE_ITEM_GRID:
      paint_line (brush, GLA_COLOR_GRID, get_hair (brush) * (item->value != 0 ? 2 : 1),
                  item->x, item->y, item->x, item->y + item->height);
      break;
    case GLA_TIMELINE_ITEM_RULE:
    case GLA_TIMELINE_ITEM_LEVEL:
      paint_line (brush, GLA_COLOR_GRID, get_hair (brush), item->x, item->y,
                  item->x + item->width, item->y);
      break;
    case GLA_TIMELINE_ITEM_TICK:
    case GLA_TIMELINE_ITEM_LEVEL_NAME:
    case GLA_TIMELINE_ITEM_LOT_CODE:
      paint_words (brush, GLA_COLOR_DIM, item);
      break;
    case GLA_TIMELINE_ITEM_NAME:
      paint_name (brush, GLA_COLOR_TEXT, item);
      break;
    case GLA_TIMELINE_ITEM_CAPTION:
      paint_name (brush, GLA_COLOR_DIM, item);
      break;
    case GLA_TIMELINE_ITEM_WAITING:
      paint_waiting (brush, item);
      break;
    case GLA_TIMELINE_ITEM_NOT_JUDGEABLE:
      gla_timeline_brush_hatch (brush, FALSE, item->x, item->y, item->width, item->height);
      break;
    case GLA_TIMELINE_ITEM_TOLD:
      paint_fill (brush, GLA_COLOR_TOLD, item);
      paint_outline (brush, GLA_COLOR_SEEN, get_hair (brush), item);
      break;
    case GLA_TIMELINE_ITEM_SEEN:
      paint_fill (brush, GLA_COLOR_SEEN, item);
      break;
    case GLA_TIMELINE_ITEM_ENDING:
      paint_ending (brush, item);
      break;
    case GLA_TIMELINE_ITEM_STILL:
      paint_still (brush, item);
      break;
    case GLA_TIMELINE_ITEM_NOT_SEEN:
      paint_not_seen (brush, item);
      break;
    case GLA_TIMELINE_ITEM_LABEL_INTERVAL:
      paint_bracket (brush, item);
      break;
    case GLA_TIMELINE_ITEM_DOUBT:
      paint_doubt (brush, item);
      break;
    case GLA_TIMELINE_ITEM_LOT:
      paint_lot (brush, item);
      break;
    case GLA_TIMELINE_ITEM_MISSING:
      paint_missing (brush, item);
      break;
    case GLA_TIMELINE_ITEM_JOIN:
      paint_join (brush, item);
      break;
    case GLA_TIMELINE_ITEM_INJECTION:
      paint_injection (brush, item);
      break;
    case GLA_TIMELINE_ITEM_TOUCH_UP:
      paint_hollow_triangle (brush, item, FALSE);
      break;
    case GLA_TIMELINE_ITEM_ELSEWHERE:
      paint_hollow_triangle (brush, item, TRUE);
      break;
    case GLA_TIMELINE_ITEM_GRADE:
    case GLA_TIMELINE_ITEM_GRADE_REST:
    case GLA_TIMELINE_ITEM_GRADE_PATIENT:
      paint_grade (brush, item);
      break;
    case GLA_TIMELINE_ITEM_REPORT:
      paint_report (brush, item);
      break;
    case GLA_TIMELINE_ITEM_ADVERSE:
      paint_adverse (brush, item);
      break;
    case GLA_TIMELINE_ITEM_WEEKS_RANGE:
      paint_weeks_range (brush, item);
      break;
    case GLA_TIMELINE_ITEM_UNITS:
      set_color (brush, GLA_COLOR_TEXT);
      gla_text_draw (brush->text, brush->cr,
                     item->value != 0 ? GLA_TEXT_TINY_BOLD : GLA_TEXT_SMALL_BOLD, item->text,
                     item->x, item->y);
      break;
    case GLA_TIMELINE_ITEM_WEEKS:
      paint_words (brush, GLA_COLOR_TEXT, item);
      break;
    case GLA_TIMELINE_ITEM_EARLY:
      paint_early (brush, item);
      break;
    case GLA_TIMELINE_ITEM_JUDGE:
      paint_words (brush, GLA_COLOR_DIM, item);
      break;
    case GLA_TIMELINE_ITEM_TODAY:
      paint_today (brush, item);
      break;
    case GLA_N_TIMELINE_ITEMS:
    default:
      break;
    }
}

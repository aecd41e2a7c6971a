/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-glyphs.h"

#include <math.h>

void
gla_timeline_glyph_still (GlaTimelineBrush      *brush,
                          const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double inset = brush->u;
  double base = brush->rtl ? item->x + item->width : item->x;
  double tip = brush->rtl ? item->x : item->x + item->width;

  cairo_move_to (cr, base, item->y + inset);
  cairo_line_to (cr, tip, item->y + item->height / 2);
  cairo_line_to (cr, base, item->y + item->height - inset);
  gla_timeline_brush_set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_fill_preserve (cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_SEEN);
  cairo_set_line_width (cr, 2 * brush->u);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
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

void
gla_timeline_glyph_injection (GlaTimelineBrush      *brush,
                              const GlaTimelineItem *item)
{
  double x = item->x + item->width / 2;
  double base = item->y + item->height;

  if (item->value > 0)
    {
      double width = brush->vector ? 1.1 * brush->u : MAX (round (1.4 * brush->u), 1);

      gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
      cairo_rectangle (brush->cr, x - width / 2, base - 1, width,
                       item->value + 3 * brush->u);
      cairo_fill (brush->cr);
    }
  add_triangle (brush, item, 0);
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
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
  gla_timeline_brush_set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_fill (cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
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
  gla_timeline_brush_set_color (brush, fill);
  cairo_fill_preserve (brush->cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
  cairo_set_line_width (brush->cr, width);
  cairo_stroke (brush->cr);
}

void
gla_timeline_glyph_grade (GlaTimelineBrush      *brush,
                          const GlaTimelineItem *item)
{
  GlaColorRole letters = GLA_COLOR_BACKGROUND;

  switch ((int) item->kind)
    {
    case GLA_TIMELINE_ITEM_GRADE_REST:
      gla_timeline_brush_fill (brush, GLA_COLOR_BACKGROUND, item);
      gla_timeline_brush_outline (brush, GLA_COLOR_TEXT, 1.2 * brush->u, item);
      letters = GLA_COLOR_TEXT;
      break;
    case GLA_TIMELINE_ITEM_GRADE_PATIENT:
      paint_circle (brush, item, GLA_COLOR_TEXT);
      break;
    case GLA_TIMELINE_ITEM_GRADE:
    default:
      gla_timeline_brush_fill (brush, GLA_COLOR_TEXT, item);
      break;
    }
  if (item->text != NULL)
    gla_timeline_brush_centre (brush, GLA_TEXT_TINY_BOLD, letters, item->text, item);
}

/* A circle for the patient's word: crossed when it wore off, ticked while it works. */
void
gla_timeline_glyph_report (GlaTimelineBrush      *brush,
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

void
gla_timeline_glyph_adverse (GlaTimelineBrush      *brush,
                            const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double inset = brush->u;

  cairo_move_to (cr, item->x + item->width / 2, item->y + inset);
  cairo_line_to (cr, item->x + item->width - inset, item->y + item->height / 2);
  cairo_line_to (cr, item->x + item->width / 2, item->y + item->height - inset);
  cairo_line_to (cr, item->x + inset, item->y + item->height / 2);
  cairo_close_path (cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_ALERT_FILL);
  cairo_fill_preserve (cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_ALERT);
  cairo_set_line_width (cr, 1.4 * brush->u);
  cairo_stroke (cr);
  gla_timeline_brush_centre (brush, GLA_TEXT_TINY_BOLD, GLA_COLOR_ALERT, item->text, item);
}

void
gla_timeline_glyph_touch_up (GlaTimelineBrush      *brush,
                             const GlaTimelineItem *item)
{
  paint_hollow_triangle (brush, item, FALSE);
}

void
gla_timeline_glyph_elsewhere (GlaTimelineBrush      *brush,
                              const GlaTimelineItem *item)
{
  paint_hollow_triangle (brush, item, TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-chart-private.h"

#include "gla-timeline-brush.h"

#include <math.h>

static void
set_dashes (cairo_t *cr,
            double   on,
            double   off)
{
  const double dashes[] = { on, off };

  cairo_set_dash (cr, dashes, on > 0 ? 2 : 0, 0);
}

static void
paint_line (GlaTimelineBrush   *brush,
            const GlaChartItem *item,
            GlaColorRole        role,
            double              width,
            double              on,
            double              off)
{
  set_dashes (brush->cr, on * brush->u, off * brush->u);
  cairo_set_line_cap (brush->cr, item->kind == GLA_CHART_ITEM_CURVE ? CAIRO_LINE_CAP_SQUARE
                                                                    : CAIRO_LINE_CAP_BUTT);
  gla_timeline_brush_line (brush, role, width, item->x, item->y, item->x + item->width,
                           item->y + item->height);
  set_dashes (brush->cr, 0, 0);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_BUTT);
}

/* Hatched, with an edge: the curve goes from one corner to the other, nobody knows how. */
static void
paint_band (GlaTimelineBrush   *brush,
            const GlaChartItem *item)
{
  gla_timeline_brush_set_color (brush, GLA_COLOR_WAITING);
  cairo_rectangle (brush->cr, item->x, item->y, item->width, item->height);
  cairo_fill (brush->cr);
  gla_timeline_brush_hatch (brush, FALSE, item->x, item->y, item->width, item->height);
  gla_timeline_brush_set_color (brush, GLA_COLOR_SEEN);
  cairo_set_line_width (brush->cr, gla_timeline_brush_get_hair (brush));
  cairo_rectangle (brush->cr, item->x, item->y, item->width, item->height);
  cairo_stroke (brush->cr);
}

/* A line with an upright at each end. */
static void
paint_range (GlaTimelineBrush   *brush,
             const GlaChartItem *item)
{
  double half = 4 * brush->u;
  const double ends[] = { item->x, item->x + item->width };

  paint_line (brush, item, GLA_COLOR_TEXT, 1.6 * brush->u, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    gla_timeline_brush_line (brush, GLA_COLOR_TEXT, 1.6 * brush->u, ends[i], item->y - half,
                             ends[i], item->y + half);
}

static void
paint_round (GlaTimelineBrush   *brush,
             const GlaChartItem *item,
             gboolean            filled)
{
  double radius = item->width / 2;

  cairo_new_path (brush->cr);
  cairo_arc (brush->cr, item->x + radius, item->y + radius, radius * (filled ? 1 : 0.85), 0,
             2 * G_PI);
  gla_timeline_brush_set_color (brush, filled ? GLA_COLOR_SEEN : GLA_COLOR_BACKGROUND);
  cairo_fill_preserve (brush->cr);
  gla_timeline_brush_set_color (brush, filled ? GLA_COLOR_BACKGROUND : GLA_COLOR_DIM);
  cairo_set_line_width (brush->cr, (filled ? 1.0 : 1.6) * brush->u);
  cairo_stroke (brush->cr);
}

static void
paint_diamond (GlaTimelineBrush   *brush,
               const GlaChartItem *item)
{
  double radius = item->width / 2 * 1.4;
  double x = item->x + item->width / 2;
  double y = item->y + item->height / 2;

  cairo_new_path (brush->cr);
  cairo_move_to (brush->cr, x, y - radius);
  cairo_line_to (brush->cr, x + radius, y);
  cairo_line_to (brush->cr, x, y + radius);
  cairo_line_to (brush->cr, x - radius, y);
  cairo_close_path (brush->cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_ALERT);
  cairo_fill_preserve (brush->cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_set_line_width (brush->cr, brush->u);
  cairo_stroke (brush->cr);
}

static void
paint_words (GlaTimelineBrush   *brush,
             const GlaChartItem *item)
{
  GlaTextStyle style = gla_chart_item_get_style (item->kind);

  gla_timeline_brush_set_color (brush, item->kind == GLA_CHART_ITEM_NAME ||
                                               item->kind == GLA_CHART_ITEM_MESSAGE
                                           ? GLA_COLOR_TEXT : GLA_COLOR_DIM);
  if (item->kind == GLA_CHART_ITEM_MESSAGE)
    gla_text_draw_wrapped (brush->text, brush->cr, style, item->text, item->x, item->y,
                           item->width);
  else
    gla_text_draw (brush->text, brush->cr, style, item->text, item->x, item->y);
}

static void
paint_item (GlaTimelineBrush   *brush,
            const GlaChartItem *item)
{
  double hair = gla_timeline_brush_get_hair (brush);

  switch (item->kind)
    {
    case GLA_CHART_ITEM_GRID:
      paint_line (brush, item, GLA_COLOR_GRID, hair, 0, 0);
      break;
    case GLA_CHART_ITEM_AXIS:
      paint_line (brush, item, GLA_COLOR_RULE, hair, 0, 0);
      break;
    case GLA_CHART_ITEM_BAND:
      paint_band (brush, item);
      break;
    case GLA_CHART_ITEM_REFERENCE:
      paint_line (brush, item, GLA_COLOR_ACCENT, 1.4 * brush->u, item->value != 0 ? 0 : 8, 4);
      break;
    case GLA_CHART_ITEM_LIMIT:
      paint_line (brush, item, GLA_COLOR_DIM, 1.2 * brush->u, item->value == 95 ? 2 : 5,
                  item->value == 95 ? 2 : 3);
      break;
    case GLA_CHART_ITEM_CURVE:
      paint_line (brush, item, GLA_COLOR_SEEN, 2 * brush->u, 0, 0);
      break;
    case GLA_CHART_ITEM_LEADER:
    case GLA_CHART_ITEM_CENSORED:
      paint_line (brush, item, item->kind == GLA_CHART_ITEM_LEADER ? GLA_COLOR_DIM : GLA_COLOR_TEXT,
                  hair, 0, 0);
      break;
    case GLA_CHART_ITEM_RANGE:
      paint_range (brush, item);
      break;
    case GLA_CHART_ITEM_DOT:
    case GLA_CHART_ITEM_RING:
      paint_round (brush, item, item->kind == GLA_CHART_ITEM_DOT);
      break;
    case GLA_CHART_ITEM_DIAMOND:
      paint_diamond (brush, item);
      break;
    case GLA_CHART_ITEM_TICK:
    case GLA_CHART_ITEM_NAME:
    case GLA_CHART_ITEM_CAPTION:
    case GLA_CHART_ITEM_MESSAGE:
    case GLA_N_CHART_ITEMS:
    default:
      paint_words (brush, item);
      break;
    }
}

void
gla_chart_paint (const GlaChart *self,
                 GlaText        *text,
                 GlaPalette      palette,
                 double          pixels,
                 cairo_t        *cr)
{
  GlaTimelineBrush brush;

  g_return_if_fail (self != NULL && text != NULL && cr != NULL);

  gla_timeline_brush_init (&brush, cr, text, palette, self->unit, self->rtl, pixels);
  for (guint kind = 0; kind < GLA_N_CHART_ITEMS; kind++)
    for (guint i = 0; i < self->items->len; i++)
      {
        const GlaChartItem *item = &g_array_index (self->items, GlaChartItem, i);

        if (item->kind == kind)
          paint_item (&brush, item);
      }
  gla_timeline_brush_clear (&brush);
}

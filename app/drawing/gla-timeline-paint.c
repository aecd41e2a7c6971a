/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-paint.h"

#include "gla-timeline-marks.h"

/* What stands beside or around the plot; everything else is cut at its edges. */
static gboolean
is_outside_plot (GlaTimelineItemKind kind)
{
  return kind == GLA_TIMELINE_ITEM_BAND || kind == GLA_TIMELINE_ITEM_TICK
         || kind == GLA_TIMELINE_ITEM_RULE || kind == GLA_TIMELINE_ITEM_NAME
         || kind == GLA_TIMELINE_ITEM_HIGHLIGHT_NAME || kind == GLA_TIMELINE_ITEM_CAPTION
         || kind == GLA_TIMELINE_ITEM_LEVEL_NAME
         || kind == GLA_TIMELINE_ITEM_TODAY;
}

static gboolean
is_in_clip (const GlaTimelineItem *item,
            double                 margin,
            const double           clip[4])
{
  /* A stem reaches down from its triangle. */
  double below = item->kind == GLA_TIMELINE_ITEM_INJECTION ? item->value : 0;

  return item->x - margin <= clip[2] && item->x + item->width + margin >= clip[0]
         && item->y - margin <= clip[3] && item->y + item->height + below + margin >= clip[1];
}

static void
paint_items (const GlaTimelineScene *scene,
             GlaTimelineBrush       *brush,
             gboolean                outside)
{
  double clip[4];
  double margin = 4 * scene->unit;

  cairo_clip_extents (brush->cr, &clip[0], &clip[1], &clip[2], &clip[3]);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

      if (is_outside_plot (item->kind) == outside && is_in_clip (item, margin, clip))
        gla_timeline_mark_paint (brush, item);
    }
}

void
gla_timeline_paint (const GlaTimelineScene *scene,
                    GlaText                *text,
                    GlaPalette              palette,
                    double                  pixels,
                    cairo_t                *cr)
{
  GlaTimelineBrush brush;
  double overhang;

  g_return_if_fail (scene != NULL && text != NULL && cr != NULL);

  gla_timeline_brush_init (&brush, cr, text, palette, scene->unit, scene->rtl, pixels);
  paint_items (scene, &brush, TRUE);

  /* A mark on the very edge keeps its outer half. */
  overhang = 6 * scene->unit;
  cairo_save (cr);
  cairo_rectangle (cr, scene->plot_x - overhang, 0, scene->plot_width + 2 * overhang,
                   scene->height);
  cairo_clip (cr);
  paint_items (scene, &brush, FALSE);
  cairo_restore (cr);
  gla_timeline_brush_clear (&brush);
}

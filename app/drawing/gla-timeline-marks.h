/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-timeline-scene.h"

G_BEGIN_DECLS

/*
 * The marks of a timeline, one function each; used by the painter and by the
 * legend, so that the legend can't differ from what it explains.
 */

/** GlaTimelineBrush: what marks are painted with. */
typedef struct
{
  cairo_t *cr;
  GlaText *text;
  GlaPalette palette;
  double u;                  /* unit of the scene */
  gboolean rtl;
  gboolean vector;
  double pixels;             /* of the target for one unit of the drawing */
  cairo_pattern_t *hatch;    /* pictures of the patterns, NULL with @vector */
  cairo_pattern_t *cross;
} GlaTimelineBrush;

void  gla_timeline_brush_init   (GlaTimelineBrush      *self,
                                 cairo_t               *cr,
                                 GlaText               *text,
                                 GlaPalette             palette,
                                 double                 u,
                                 gboolean               rtl,
                                 double                 pixels);
void  gla_timeline_brush_clear  (GlaTimelineBrush      *self);

/** gla_timeline_brush_hatch: fills a stretch with the light hatch, or cross-hatch for an end. */
void  gla_timeline_brush_hatch  (GlaTimelineBrush      *self,
                                 gboolean               cross,
                                 double                 x,
                                 double                 y,
                                 double                 width,
                                 double                 height);

/** gla_timeline_mark_paint: paints one item of any kind. */
void  gla_timeline_mark_paint   (GlaTimelineBrush      *brush,
                                 const GlaTimelineItem *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-timeline-scene.h"

G_BEGIN_DECLS

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

/** gla_timeline_brush_set_color: makes a colour of the palette the source. */
void    gla_timeline_brush_set_color (GlaTimelineBrush      *self,
                                      GlaColorRole           role);

/** gla_timeline_brush_get_sharp: where a thin line is sharp: between edges of pixels. */
double  gla_timeline_brush_get_sharp (GlaTimelineBrush      *self,
                                      double                 value);

/** gla_timeline_brush_get_hair: width of the thinnest line. */
double  gla_timeline_brush_get_hair  (GlaTimelineBrush      *self);

void    gla_timeline_brush_line      (GlaTimelineBrush      *self,
                                      GlaColorRole           role,
                                      double                 width,
                                      double                 x1,
                                      double                 y1,
                                      double                 x2,
                                      double                 y2);

/** gla_timeline_brush_fill, gla_timeline_brush_outline: the whole place of an item. */
void    gla_timeline_brush_fill      (GlaTimelineBrush      *self,
                                      GlaColorRole           role,
                                      const GlaTimelineItem *item);
void    gla_timeline_brush_outline   (GlaTimelineBrush      *self,
                                      GlaColorRole           role,
                                      double                 width,
                                      const GlaTimelineItem *item);

/** gla_timeline_brush_centre: words in the middle of an item. */
void    gla_timeline_brush_centre    (GlaTimelineBrush      *self,
                                      GlaTextStyle           style,
                                      GlaColorRole           role,
                                      const char            *words,
                                      const GlaTimelineItem *item);

/** gla_timeline_brush_words: the text of an item at its corner. */
void    gla_timeline_brush_words     (GlaTimelineBrush      *self,
                                      GlaColorRole           role,
                                      const GlaTimelineItem *item);

G_END_DECLS

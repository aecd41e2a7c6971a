/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-brush.h"

G_BEGIN_DECLS

/* Marks with a shape of their own: triangles, squares, circles, diamonds, arrows. */

void  gla_timeline_glyph_injection  (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_touch_up   (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_elsewhere  (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_grade      (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_report     (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_adverse    (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);
void  gla_timeline_glyph_still      (GlaTimelineBrush      *brush,
                                     const GlaTimelineItem *item);

G_END_DECLS

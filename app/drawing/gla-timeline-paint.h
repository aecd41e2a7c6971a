/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-timeline-scene.h"

G_BEGIN_DECLS

/**
 * gla_timeline_paint:
 * @pixels: pixels of the target for one unit of the drawing; 0 for PDF and SVG,
 *   where patterns are drawn as lines and not as pictures
 *
 * Paints a scene with its corner at the origin. What lies outside of the clip
 * of @cr costs nothing. Does not paint a background.
 */
void  gla_timeline_paint  (const GlaTimelineScene *scene,
                           GlaText                *text,
                           GlaPalette              palette,
                           double                  pixels,
                           cairo_t                *cr);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-timeline-scene.h"

G_BEGIN_DECLS

/**
 * gla_timeline_paint:
 * @vector: for PDF and SVG: patterns are drawn as lines, not as pictures
 *
 * Paints a scene with its corner at the origin. What lies outside of the clip
 * of @cr costs nothing. Does not paint a background.
 */
void  gla_timeline_paint  (const GlaTimelineScene *scene,
                           GlaText                *text,
                           GlaPalette              palette,
                           gboolean                vector,
                           cairo_t                *cr);

G_END_DECLS

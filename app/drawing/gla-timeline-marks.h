/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-brush.h"

G_BEGIN_DECLS

/*
 * The marks of a timeline, one function each; used by the painter and by the
 * legend, so that the legend can't differ from what it explains.
 */

/** gla_timeline_mark_paint: paints one item of any kind. */
void  gla_timeline_mark_paint   (GlaTimelineBrush      *brush,
                                 const GlaTimelineItem *item);

G_END_DECLS

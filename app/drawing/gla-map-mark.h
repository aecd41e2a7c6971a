/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-face.h"
#include "gla-map-point.h"

G_BEGIN_DECLS

/**
 * GlaMapMark:
 * @area: key of the area; interned
 * @side: of the injection that the point belongs to
 * @source: number of the vial or product it comes from, from 0; another number
 *   has another shape
 * @point: where it is and how many units
 *
 * One point of a map with what it is a point of.
 */
typedef struct
{
  const char *area;
  GlaSide side;
  guint source;
  GlaMapPoint point;
} GlaMapMark;

/** gla_map_side_of_region: side of an injection into a region. */
GlaSide       gla_map_side_of_region (const GlaFaceRegion *region);

/** gla_map_sides_of_side: the other way round; the middle has no region of its own. */
GlaAreaSides  gla_map_sides_of_side  (GlaSide              side);

/**
 * gla_map_mark_mirror:
 *
 * The place and side of a point on the other side of the body: of an oblique view
 * in the other one.
 */
GlaMapMark    gla_map_mark_mirror    (const GlaMapMark    *mark);

G_END_DECLS

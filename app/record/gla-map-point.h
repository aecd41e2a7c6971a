/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaMapPoint:
 * @view: key of the picture it was placed on ("front"); interned
 * @x: thousandths of the picture's width
 * @y: thousandths of the picture's height
 * @units: of the product of its injection, or %GLA_UNITS_UNKNOWN
 *
 * One point of an injection on the map of face or body: a number and a place, no ink.
 *
 * A clinic records one injection per area, side and vial, and its points belong to
 * it: they are written, amended and voided with it and never looked for alone. So
 * they are kept as one text in the injection's map_view, which step 0001 of the
 * schema has for the map: the key of a picture, then the points on it as
 * "x,y,hundredths of units", separated by blanks; "?" stands for unknown units:
 *
 *   front 500,446,400 438,408,400 left 612,500,?
 *
 * map_x and map_y, which have room for a single point, stay 0.
 */
typedef struct
{
  const char *view;
  int x;
  int y;
  GlaUnits units;
} GlaMapPoint;

/** GLA_MAP_MAX_POINTS: more are not read; palms of both hands have 40. */
#define GLA_MAP_MAX_POINTS 400

/**
 * gla_map_points_parse:
 * @text: (nullable): map_view of an injection
 *
 * Returns: (transfer full) (element-type GlaMapPoint): what can be read of it; a
 *   text that is none of ours gives no points
 */
GArray  *gla_map_points_parse   (const char         *text);

/** gla_map_points_to_text: (transfer full) (nullable): for map_view; %NULL without points. */
char    *gla_map_points_to_text (const GlaMapPoint  *points,
                                 guint               n_points);

G_END_DECLS

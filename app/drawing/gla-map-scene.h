/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-map-mark.h"

G_BEGIN_DECLS

/**
 * GlaMapScene:
 * @face: the picture
 * @x: left edge of the picture in the drawing
 * @y: its upper edge
 * @scale: units of the drawing for one of the picture
 * @radius: of a point, in units of the drawing
 *
 * Where things of a map are in a drawing of some size: the same for the screen, a
 * sheet and a thumbnail. A plain value; the picture is borrowed.
 */
typedef struct
{
  const GlaFace *face;
  double x;
  double y;
  double scale;
  double radius;
} GlaMapScene;

/** GLA_MAP_ASPECT: height of every picture for a width of 1. */
#define GLA_MAP_ASPECT 1.25

/** gla_map_scene_init: fits @face into the middle of @width and @height. */
void                  gla_map_scene_init        (GlaMapScene         *self,
                                                 const GlaFace       *face,
                                                 double               width,
                                                 double               height);

/** gla_map_scene_get_place: (out): the centre of a point, in units of the drawing. */
void                  gla_map_scene_get_place   (const GlaMapScene   *self,
                                                 const GlaMapPoint   *point,
                                                 double              *x,
                                                 double              *y);

/** gla_map_scene_get_point: (out): thousandths of the picture at a place of the drawing. */
void                  gla_map_scene_get_point   (const GlaMapScene   *self,
                                                 double               x,
                                                 double               y,
                                                 int                 *point_x,
                                                 int                 *point_y);

/** gla_map_scene_get_bounds: (out): a rectangle around a region, in units of the drawing. */
void                  gla_map_scene_get_bounds  (const GlaMapScene   *self,
                                                 const GlaFaceRegion *region,
                                                 double              *x,
                                                 double              *y,
                                                 double              *width,
                                                 double              *height);

/** gla_map_scene_shows: whether a point was placed on this picture. */
gboolean              gla_map_scene_shows       (const GlaMapScene   *self,
                                                 const GlaMapMark    *mark);

/**
 * gla_map_scene_pick_mark:
 * @slop: how far beside a point still hits it, in units of the drawing
 *
 * Returns: index of the nearest point at a place, or -1
 */
int                   gla_map_scene_pick_mark   (const GlaMapScene   *self,
                                                 const GlaMapMark    *marks,
                                                 guint                n_marks,
                                                 double               x,
                                                 double               y,
                                                 double               slop);

/** gla_map_scene_pick_region: (nullable): the region at a place; of several the smallest. */
const GlaFaceRegion  *gla_map_scene_pick_region (const GlaMapScene   *self,
                                                 double               x,
                                                 double               y);

/**
 * gla_map_make_spots:
 * @count: how many points
 * @units: of all of them together, shared out by gla_units_share()
 *
 * Returns: (transfer full) (element-type GlaMapMark): the usual points of a region;
 *   fewer than @count if the picture has no more places
 */
GArray               *gla_map_make_spots        (const GlaFace       *face,
                                                 const GlaFaceRegion *region,
                                                 guint                source,
                                                 int                  count,
                                                 GlaUnits             units);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-mark.h"

GlaSide
gla_map_side_of_region (const GlaFaceRegion *region)
{
  g_return_val_if_fail (region != NULL, GLA_SIDE_BOTH);

  switch (region->side)
    {
    case GLA_AREA_SIDE_LEFT:
      return GLA_SIDE_LEFT;
    case GLA_AREA_SIDE_RIGHT:
      return GLA_SIDE_RIGHT;
    case GLA_AREA_SIDE_NONE:
    case GLA_AREA_SIDE_MIDLINE:
    default:
      return GLA_SIDE_BOTH;
    }
}

GlaAreaSides
gla_map_sides_of_side (GlaSide side)
{
  switch (side)
    {
    case GLA_SIDE_LEFT:
      return GLA_AREA_SIDE_LEFT;
    case GLA_SIDE_RIGHT:
      return GLA_AREA_SIDE_RIGHT;
    case GLA_SIDE_BOTH:
    case GLA_SIDE_MIDDLE:
    default:
      return GLA_AREA_SIDE_NONE;
    }
}

GlaMapMark
gla_map_mark_mirror (const GlaMapMark *mark)
{
  GlaMapMark other = { 0 };
  const GlaFace *face;

  g_return_val_if_fail (mark != NULL, other);

  other = *mark;
  if (mark->side == GLA_SIDE_LEFT)
    other.side = GLA_SIDE_RIGHT;
  else if (mark->side == GLA_SIDE_RIGHT)
    other.side = GLA_SIDE_LEFT;
  other.point.x = 1000 - mark->point.x;
  face = gla_faces_find (gla_faces_get_default (), mark->point.view);
  if (face != NULL)
    other.point.view
        = g_intern_string (gla_faces_find_mirrored (gla_faces_get_default (), face)->key);
  return other;
}

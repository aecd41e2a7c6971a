/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-map-scene.h"
#include "gla-palette.h"
#include "gla-text.h"

G_BEGIN_DECLS

/** GlaMapTotal: units of an area that has no points on the map, or an unknown amount. */
typedef struct
{
  const char *area;
  GlaSide side;
  GlaUnits units;
} GlaMapTotal;

/**
 * GlaMapPicture:
 * @marks: (array length=n_marks): what was or is injected; full, with its units
 * @plan: (array length=n_plan) (nullable): what was planned, or injected last
 *   time; hollow, behind the others
 * @totals: (array length=n_totals) (nullable): areas that are known without points
 * @regions: for gla_map_paint(): whether to show where every area is
 * @active: (nullable): the region that the next step is about
 * @danger_area: (nullable): key of the area whose danger zones are shown
 * @selected: index of the selected point, or -1
 *
 * What is on a map besides the picture. Points on other pictures are passed over.
 */
typedef struct
{
  const GlaMapMark *marks;
  guint n_marks;
  const GlaMapMark *plan;
  guint n_plan;
  const GlaMapTotal *totals;
  guint n_totals;
  gboolean regions;
  const GlaFaceRegion *active;
  const char *danger_area;
  int selected;
} GlaMapPicture;

/** gla_map_paint_face: the picture alone; the same as long as place and palette are. */
void  gla_map_paint_face    (const GlaMapScene *scene,
                             GlaPalette         palette,
                             cairo_t           *cr);

/** gla_map_paint_regions: where every area is, lightly; likewise. */
void  gla_map_paint_regions (const GlaMapScene *scene,
                             GlaPalette         palette,
                             cairo_t           *cr);

/**
 * gla_map_paint_marks:
 * @text: letters; its body size should be that of gla_map_get_text_size()
 *
 * What changes: the active region, danger zones, totals and points.
 */
void  gla_map_paint_marks   (const GlaMapScene   *scene,
                             const GlaMapPicture *picture,
                             GlaPalette           palette,
                             GlaText             *text,
                             cairo_t             *cr);

/** gla_map_get_text_size: height of the letters in points of this scene. */
double gla_map_get_text_size (const GlaMapScene *scene);

/**
 * gla_map_paint:
 *
 * All of a map into @width and @height from the origin of @cr: for a sheet, a file
 * or a thumbnail.
 */
void  gla_map_paint         (const GlaFace       *face,
                             const GlaMapPicture *picture,
                             GlaPalette           palette,
                             double               width,
                             double               height,
                             cairo_t             *cr);

G_END_DECLS

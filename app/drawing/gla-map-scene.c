/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-scene.h"

#include "gla-units-share.h"

#include <math.h>
#include <string.h>

/* Size of a point for a picture of height 1, and what can still be read or does not hide a face. */
#define RADIUS 0.0205
#define LEAST_RADIUS 7.5
#define GREATEST_RADIUS 17.0

void
gla_map_scene_init (GlaMapScene   *self,
                    const GlaFace *face,
                    double         width,
                    double         height)
{
  g_return_if_fail (self != NULL && face != NULL);

  self->face = face;
  self->scale = MIN (width / face->width, height / face->height);
  self->x = (width - self->scale * face->width) / 2;
  self->y = (height - self->scale * face->height) / 2;
  self->radius = CLAMP (RADIUS * self->scale * face->height, LEAST_RADIUS, GREATEST_RADIUS);
}

void
gla_map_scene_get_place (const GlaMapScene *self,
                         const GlaMapPoint *point,
                         double            *x,
                         double            *y)
{
  g_return_if_fail (self != NULL && point != NULL);

  *x = self->x + point->x * self->face->width * self->scale / 1000;
  *y = self->y + point->y * self->face->height * self->scale / 1000;
}

void
gla_map_scene_get_point (const GlaMapScene *self,
                         double             x,
                         double             y,
                         int               *point_x,
                         int               *point_y)
{
  g_return_if_fail (self != NULL);

  *point_x = (int) CLAMP (lround (1000 * (x - self->x) / (self->face->width * self->scale)), 0,
                          1000);
  *point_y = (int) CLAMP (lround (1000 * (y - self->y) / (self->face->height * self->scale)), 0,
                          1000);
}

void
gla_map_scene_get_bounds (const GlaMapScene   *self,
                          const GlaFaceRegion *region,
                          double              *x,
                          double              *y,
                          double              *width,
                          double              *height)
{
  double x1, y1, x2, y2;

  g_return_if_fail (self != NULL && region != NULL);

  gla_outline_get_bounds (region->outline, &x1, &y1, &x2, &y2);
  *x = self->x + x1 * self->scale;
  *y = self->y + y1 * self->scale;
  *width = (x2 - x1) * self->scale;
  *height = (y2 - y1) * self->scale;
}

gboolean
gla_map_scene_shows (const GlaMapScene *self,
                     const GlaMapMark  *mark)
{
  g_return_val_if_fail (self != NULL && mark != NULL, FALSE);

  return strcmp (mark->point.view, self->face->key) == 0;
}

int
gla_map_scene_pick_mark (const GlaMapScene *self,
                         const GlaMapMark  *marks,
                         guint              n_marks,
                         double             x,
                         double             y,
                         double             slop)
{
  double nearest;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  nearest = self->radius + slop;
  for (guint i = 0; i < n_marks; i++)
    {
      double mark_x, mark_y, distance;

      if (!gla_map_scene_shows (self, &marks[i]))
        continue;
      gla_map_scene_get_place (self, &marks[i].point, &mark_x, &mark_y);
      distance = hypot (x - mark_x, y - mark_y);
      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

const GlaFaceRegion *
gla_map_scene_pick_region (const GlaMapScene *self,
                           double             x,
                           double             y)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gla_face_pick_region (self->face,
                               1000 * (x - self->x) / (self->face->width * self->scale),
                               1000 * (y - self->y) / (self->face->height * self->scale));
}

GArray *
gla_map_make_spots (const GlaFace       *face,
                    const GlaFaceRegion *region,
                    guint                source,
                    int                  count,
                    GlaUnits             units)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  g_autoptr (GPtrArray) spots = NULL;

  g_return_val_if_fail (face != NULL && region != NULL, marks);

  spots = gla_face_get_spots (face, region->area, region->side);
  count = MIN (count, (int) spots->len);
  for (int i = 0; i < count; i++)
    {
      const GlaFaceSpot *spot = g_ptr_array_index (spots, i);
      GlaMapMark mark = { g_intern_string (region->area), gla_map_side_of_region (region), source,
                          { g_intern_string (face->key), spot->x, spot->y,
                            gla_units_share (units, count, i) } };

      g_array_append_val (marks, mark);
    }
  return marks;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-frame.h"

void
gla_photo_frame_reset (GlaPhotoFrame *self)
{
  g_return_if_fail (self != NULL);

  self->zoom = 1.0;
  self->x = 0.5;
  self->y = 0.5;
}

/* Pixels of the screen for each of the picture. */
static double
get_scale (const GlaPhotoFrame *self,
           double               width,
           double               height,
           const GlaPhotoBox   *box)
{
  return MIN (box->width / width, box->height / height) * self->zoom;
}

/* Where @length begins so that its point @middle is in the middle of @space, or as near to it as
 * leaves nothing empty; what is shorter stands in the middle. */
static double
place_along (double middle,
             double length,
             double space)
{
  if (length <= space)
    return (space - length) / 2.0;
  return CLAMP (space / 2.0 - middle * length, space - length, 0.0);
}

GlaPhotoBox
gla_photo_frame_place (const GlaPhotoFrame *self,
                       double               width,
                       double               height,
                       const GlaPhotoBox   *box)
{
  GlaPhotoBox place = { 0 };
  double scale;

  g_return_val_if_fail (self != NULL && box != NULL, place);
  g_return_val_if_fail (width > 0.0 && height > 0.0, place);

  scale = get_scale (self, width, height, box);
  place.width = width * scale;
  place.height = height * scale;
  place.x = box->x + place_along (self->x, place.width, box->width);
  place.y = box->y + place_along (self->y, place.height, box->height);
  return place;
}

/* The point of the picture that is in the middle of the box as it lies now. */
static void
take_place (GlaPhotoFrame     *self,
            const GlaPhotoBox *place,
            const GlaPhotoBox *box)
{
  self->x = CLAMP ((box->x + box->width / 2.0 - place->x) / place->width, 0.0, 1.0);
  self->y = CLAMP ((box->y + box->height / 2.0 - place->y) / place->height, 0.0, 1.0);
}

void
gla_photo_frame_zoom (GlaPhotoFrame     *self,
                      double             factor,
                      double             x,
                      double             y,
                      double             width,
                      double             height,
                      const GlaPhotoBox *box)
{
  GlaPhotoBox place;
  double before;

  g_return_if_fail (self != NULL && box != NULL);
  g_return_if_fail (factor > 0.0);

  place = gla_photo_frame_place (self, width, height, box);
  before = self->zoom;
  self->zoom = CLAMP (before * factor, 1.0, GLA_PHOTO_MAX_ZOOM);
  factor = self->zoom / before;
  place.x = x - (x - place.x) * factor;
  place.y = y - (y - place.y) * factor;
  place.width *= factor;
  place.height *= factor;
  take_place (self, &place, box);
  /* As near to that as there is picture. */
  place = gla_photo_frame_place (self, width, height, box);
  take_place (self, &place, box);
}

void
gla_photo_frame_pan (GlaPhotoFrame     *self,
                     double             dx,
                     double             dy,
                     double             width,
                     double             height,
                     const GlaPhotoBox *box)
{
  GlaPhotoBox place;

  g_return_if_fail (self != NULL && box != NULL);

  place = gla_photo_frame_place (self, width, height, box);
  place.x += dx;
  place.y += dy;
  take_place (self, &place, box);
  place = gla_photo_frame_place (self, width, height, box);
  take_place (self, &place, box);
}

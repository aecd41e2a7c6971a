/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_PHOTO_MAX_ZOOM: how many times larger than a picture that fits its frame. */
#define GLA_PHOTO_MAX_ZOOM 8.0

/**
 * GlaPhotoFrame:
 *
 * The part of a picture that is looked at, in terms that hold for pictures of any size:
 * pictures that share a frame show the same part of each.
 */
typedef struct
{
  double zoom;   /* 1 to GLA_PHOTO_MAX_ZOOM; 1: the whole picture */
  double x;      /* of the picture's point in the middle of the frame, 0 to 1 */
  double y;
} GlaPhotoFrame;

/** GlaPhotoBox: a rectangle in pixels. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GlaPhotoBox;

/** gla_photo_frame_reset: the whole picture. */
void         gla_photo_frame_reset  (GlaPhotoFrame        *self);

/** gla_photo_frame_place: where all of a picture of that size lies around @box, of which it leaves no more empty than it must. */
GlaPhotoBox  gla_photo_frame_place  (const GlaPhotoFrame  *self,
                                     double                width,
                                     double                height,
                                     const GlaPhotoBox    *box);

/** gla_photo_frame_zoom: @factor times larger about the point @x, @y of @box, which stays where it is. */
void         gla_photo_frame_zoom   (GlaPhotoFrame        *self,
                                     double                factor,
                                     double                x,
                                     double                y,
                                     double                width,
                                     double                height,
                                     const GlaPhotoBox    *box);

/** gla_photo_frame_pan: moves the picture by that many pixels, as far as there is more of it. */
void         gla_photo_frame_pan    (GlaPhotoFrame        *self,
                                     double                dx,
                                     double                dy,
                                     double                width,
                                     double                height,
                                     const GlaPhotoBox    *box);

G_END_DECLS

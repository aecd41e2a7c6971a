/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GLA_PHOTO_EDGE: the longer edge of a kept picture at most, in pixels. A face fills
 * two screens of 1920 × 1080 side by side with it, at a tenth of what cameras write. The
 * usual picture of 12 million pixels, 4000 × 3000 or a little more, is decoded at half its
 * size then, which takes a fraction of the time.
 */
#define GLA_PHOTO_EDGE 2000

/** GLA_PHOTO_THUMBNAIL_EDGE: the same of its thumbnail. */
#define GLA_PHOTO_THUMBNAIL_EDGE 320

/** GLA_PHOTO_QUALITY: of the JPEG, 0 to 100; differences to the picture before are not seen at this. */
#define GLA_PHOTO_QUALITY 88

/** GlaPhotoPrepared: a picture as it is kept: upright, no larger than needed, and nothing but pixels. */
typedef struct
{
  GBytes *picture;    /* JPEG */
  GBytes *thumbnail;  /* JPEG */
  int width;          /* of the picture, in pixels */
  int height;
} GlaPhotoPrepared;

/**
 * gla_photo_prepare:
 * @file: what a camera, clipboard or scanner gave: JPEG or PNG
 *
 * Decodes the picture, turns it as its orientation says, makes it smaller if its longer
 * edge has more than %GLA_PHOTO_EDGE pixels, and writes it anew from its pixels alone:
 * place, camera, owner and all other data that was in the file is gone. The same file
 * gives the same bytes. What is transparent becomes white.
 *
 * Works for some tenths of a second; for a thread.
 *
 * Returns: (transfer full): what to keep; %NULL with an error of %GLA_PHOTO_ERROR
 */
GlaPhotoPrepared *gla_photo_prepare       (GBytes            *file,
                                           GError           **error);
void              gla_photo_prepared_free (GlaPhotoPrepared  *self);

/**
 * gla_photo_prepare_logo:
 * @file: JPEG or PNG
 * @edge: the longer edge at most, in pixels
 *
 * The same for a logo: a PNG that keeps what is transparent, and nothing but pixels.
 *
 * Returns: (transfer full): %NULL with an error of %GLA_PHOTO_ERROR
 */
GBytes           *gla_photo_prepare_logo  (GBytes            *file,
                                           int                edge,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPhotoPrepared, gla_photo_prepared_free)

G_END_DECLS

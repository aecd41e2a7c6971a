/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GLA_PHOTO_MAX_PIXELS: larger pictures are not decoded. Telephones of today take up
 * to 50 million pixels; a picture made to fill the memory of a computer has more.
 */
#define GLA_PHOTO_MAX_PIXELS (64 * 1000 * 1000)

/** GlaPhotoKind: the kinds of files that are taken. */
typedef enum
{
  GLA_PHOTO_JPEG,
  GLA_PHOTO_PNG,
} GlaPhotoKind;

/** GlaPhotoHeader: what a file says of itself; size in pixels, before it is turned upright. */
typedef struct
{
  GlaPhotoKind kind;
  int width;
  int height;
} GlaPhotoHeader;

/**
 * gla_photo_header_read:
 *
 * Walks over the parts of a JPEG or PNG from the first to the last without decoding
 * any, so that a file of another kind, one that is cut short and one that is too
 * large are refused before memory is spent on them.
 *
 * Returns: %FALSE with an error of %GLA_PHOTO_ERROR
 */
gboolean  gla_photo_header_read  (GlaPhotoHeader  *self,
                                  const guint8    *data,
                                  gsize            size,
                                  GError         **error);

G_END_DECLS

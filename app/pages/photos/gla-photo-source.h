/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-photo-prepare.h"

G_BEGIN_DECLS

/** GlaPhotoSource: where a picture comes from: a file, or bytes of a clipboard. */
typedef struct
{
  GFile *file;   /* or NULL */
  GBytes *bytes; /* or NULL */
} GlaPhotoSource;

GlaPhotoSource   *gla_photo_source_new_file  (GFile                 *file);
GlaPhotoSource   *gla_photo_source_new_bytes (GBytes                *bytes);
void              gla_photo_source_free      (GlaPhotoSource        *self);

/** gla_photo_sources_new: (transfer full) (element-type GlaPhotoSource): an empty list. */
GPtrArray        *gla_photo_sources_new      (void);

/** gla_photo_source_get_name: (transfer full): as it is told about, such as “IMG_0042.JPG”. */
char             *gla_photo_source_get_name  (const GlaPhotoSource  *self);

/** gla_photo_source_prepare: reads it and makes it ready to be kept, in the calling thread. */
GlaPhotoPrepared *gla_photo_source_prepare   (const GlaPhotoSource  *self,
                                              GCancellable          *cancellable,
                                              GError               **error);

G_END_DECLS

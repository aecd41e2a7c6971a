/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/**
 * GlaPhotoShelf:
 *
 * Reads pictures of photos in the worker, decodes them in another thread and keeps
 * the small ones, so that a window that is filled anew does not flicker.
 */
typedef struct _GlaPhotoShelf GlaPhotoShelf;

GlaPhotoShelf *gla_photo_shelf_new          (GlaContext           *context);
void           gla_photo_shelf_free         (GlaPhotoShelf        *self);

/** gla_photo_shelf_show: @picture shows the thumbnail of @photo, at once or when it is there. */
void           gla_photo_shelf_show         (GlaPhotoShelf        *self,
                                             GtkPicture           *picture,
                                             const char           *photo);

/** gla_photo_shelf_find: (transfer none) (nullable): the thumbnail of @photo if it was read already. */
GdkTexture    *gla_photo_shelf_find         (GlaPhotoShelf        *self,
                                             const char           *photo);

/** gla_photo_shelf_load_async: the whole picture of @photo. */
void           gla_photo_shelf_load_async   (GlaPhotoShelf        *self,
                                             const char           *photo,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/** gla_photo_shelf_load_finish: (transfer full): %NULL with an error. */
GdkTexture    *gla_photo_shelf_load_finish  (GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPhotoShelf, gla_photo_shelf_free)

G_END_DECLS

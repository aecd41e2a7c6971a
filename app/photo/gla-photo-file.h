/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** GLA_PHOTO_MAX_BYTES: larger files are not read. */
#define GLA_PHOTO_MAX_BYTES (64 * 1024 * 1024)

/**
 * gla_photo_file_read:
 *
 * Reads a picture into memory, in the calling thread. What is larger than
 * %GLA_PHOTO_MAX_BYTES is refused without reading the rest.
 *
 * Returns: (transfer full): its bytes; %NULL with an error of %GLA_PHOTO_ERROR or %G_IO_ERROR
 */
GBytes   *gla_photo_file_read     (GFile         *file,
                                   GCancellable  *cancellable,
                                   GError       **error);

/** gla_photo_stream_read: the same of an open stream, such as that of a clipboard. */
GBytes   *gla_photo_stream_read   (GInputStream  *stream,
                                   GCancellable  *cancellable,
                                   GError       **error);

/** gla_photo_file_has_name: whether the name of a file says that it is a picture of a kind that is taken. */
gboolean  gla_photo_file_has_name (const char    *name);

G_END_DECLS

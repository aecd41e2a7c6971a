/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Where pictures come from. Each gives a list of GlaPhotoSource, which is empty if the
 * person backed out.
 */

/** gla_photo_intake_choose_async: asks for one or many files. */
void        gla_photo_intake_choose_async   (GtkWindow            *parent,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/** gla_photo_intake_paste_async: what the clipboard holds: copied files, or a picture. */
void        gla_photo_intake_paste_async    (GtkWidget            *widget,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/** gla_photo_intake_finish: (transfer full) (element-type GlaPhotoSource): %NULL with an error that says what to do. */
GPtrArray  *gla_photo_intake_finish         (GAsyncResult         *result,
                                             GError              **error);

/** gla_photo_intake_from_drop: (transfer full) (element-type GlaPhotoSource): */
GPtrArray  *gla_photo_intake_from_drop      (GdkFileList          *files);

G_END_DECLS

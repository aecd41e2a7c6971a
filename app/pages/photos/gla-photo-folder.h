/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_FOLDER (gla_photo_folder_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoFolder, gla_photo_folder, GLA, PHOTO_FOLDER, GObject)

/**
 * GlaPhotoFolder:
 *
 * The folder into which a camera of this computer puts its pictures: which are new there.
 * Nothing is taken from it by itself, and nothing in it is changed.
 */

/** GlaPhotoFolder::changed: there are more or less new pictures. */

/**
 * gla_photo_folder_new:
 * @settings: with the key "photo-folder", which is followed; empty: none
 * @look_back: pictures of the last so many seconds are new at the beginning
 */
GlaPhotoFolder  *gla_photo_folder_new        (GSettings       *settings,
                                              gint64           look_back);

/** gla_photo_folder_get_files: (transfer none) (element-type GFile): the new pictures, oldest first. */
GPtrArray       *gla_photo_folder_get_files  (GlaPhotoFolder  *self);

/** gla_photo_folder_get_name: (transfer full): of the folder, as it is told about; empty for none. */
char            *gla_photo_folder_get_name   (GlaPhotoFolder  *self);

/** gla_photo_folder_forget_file: that one is new no longer. */
void             gla_photo_folder_forget_file (GlaPhotoFolder *self,
                                               GFile          *file);

/** gla_photo_folder_forget: what is new now is new no longer. */
void             gla_photo_folder_forget     (GlaPhotoFolder  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-photos-window-private.h"
#include "gla-test-record.h"

G_BEGIN_DECLS

/* The photos of a patient in a window, over a real clinic file, with files as cameras write them. */

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
} GlaTestPhotos;

/** gla_test_photos_set_up: for g_test_add(); no window yet. */
void        gla_test_photos_set_up      (GlaTestPhotos  *self,
                                         gconstpointer   data);
void        gla_test_photos_tear_down   (GlaTestPhotos  *self,
                                         gconstpointer   data);
void        gla_test_photos_open_window (GlaTestPhotos  *self);

/** gla_test_photos_write_file: (transfer full): a file of that content in the folder of the test. */
GFile      *gla_test_photos_write_file  (GlaTestPhotos  *self,
                                         const char     *name,
                                         GBytes         *content);

/** gla_test_photos_write_jpeg: a picture as a camera writes it, at the end of @files. */
void        gla_test_photos_write_jpeg  (GlaTestPhotos  *self,
                                         GSList        **files,
                                         const char     *name,
                                         guint           seed);

/** gla_test_photos_drop: @files: (transfer full): as if they were dropped on that place of the checklist. */
void        gla_test_photos_drop        (GlaTestPhotos  *self,
                                         int             place,
                                         GSList         *files);

/** gla_test_photos_stop_adding: as if somebody pressed Stop while the first picture is made ready. */
void        gla_test_photos_stop_adding (GlaTestPhotos  *self);

/** gla_test_photos_add_photo: a photo of that day and place, as another program would add it. */
void        gla_test_photos_add_photo   (GlaTestPhotos  *self,
                                         GlaDay          day,
                                         int             place,
                                         guint           seed);

/** gla_test_photos_list_photos: (transfer full): those in the file. */
GPtrArray  *gla_test_photos_list_photos (GlaTestPhotos  *self);

/** gla_test_photos_await_count: waits until there are so many. */
void        gla_test_photos_await_count (GlaTestPhotos  *self,
                                         guint           n);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_COMPARE (gla_photo_compare_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoCompare, gla_photo_compare, GLA, PHOTO_COMPARE, GtkWidget)

/**
 * GlaPhotoCompare:
 *
 * Two pictures beside each other, or over each other with a line that wipes from one
 * to the other. Zoom and place are the same in both. They are shown and nothing more.
 *
 * Wheel, plus and minus zoom, 0 shows the whole, drag and arrows move, and Ctrl with Left
 * and Right, or a drag, move the line.
 */

/** GlaPhotoCompare:wipe: whether they lie over each other. */

/** GlaPhotoCompare:line: where the line is, from 0 at the left to 1. */

/** GlaPhotoCompare:zoom: 1 shows the whole pictures. Read only. */

GtkWidget  *gla_photo_compare_new          (void);

/** gla_photo_compare_set_pictures: @left: (nullable): the earlier; @right: (nullable): the later. Zoom and place stay. */
void        gla_photo_compare_set_pictures (GlaPhotoCompare *self,
                                            GdkTexture      *left,
                                            GdkTexture      *right);

/** gla_photo_compare_zoom: @factor times larger about the middle; 0: the whole pictures. */
void        gla_photo_compare_zoom         (GlaPhotoCompare *self,
                                            double           factor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-photo-shelf.h"
#include "gla-photo-visits.h"

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_GRID (gla_photo_grid_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoGrid, gla_photo_grid, GLA, PHOTO_GRID, AdwBin)

/**
 * GlaPhotoGrid:
 *
 * The photos of one visit as the checklist of views: expressions across, angles down.
 * A view without a photo is a button to add one, and files can be dropped on it. What
 * is not part of the checklist stands below.
 */

/** GlaPhotoGrid::selected: (photo: utf8): that photo is to be shown. */

/** GlaPhotoGrid::add: (place: int): a photo of that place of the checklist is to be added; -1: of none. */

/** GlaPhotoGrid::dropped: (place: int, files: GdkFileList): files were dropped there. */

/** gla_photo_grid_show: @selected: (nullable): identifier of the photo to mark. */
void        gla_photo_grid_show  (GlaPhotoGrid         *self,
                                  GlaPhotoShelf        *shelf,
                                  const GlaPhotoVisit  *visit,
                                  const char           *selected);

/** gla_photo_grid_get_place: place of the checklist that has the keyboard; -1 if none has. */
int         gla_photo_grid_get_place (GlaPhotoGrid     *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-photo-shelf.h"
#include "gla-photo-visits.h"

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_COMPARE_VIEW (gla_photo_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoCompareView, gla_photo_compare_view, GLA, PHOTO_COMPARE_VIEW, AdwBin)

/**
 * GlaPhotoCompareView:
 *
 * The same view on two days, beside each other or with a line to wipe from one to the
 * other: which days and view are chosen above it. At first the last two visits that have
 * a view in common.
 */

/** gla_photo_compare_view_show: @visits: (element-type GlaPhotoVisit): newest first; what was chosen stays where it is still there. */
void  gla_photo_compare_view_show  (GlaPhotoCompareView  *self,
                                    GlaPhotoShelf        *shelf,
                                    GPtrArray            *visits);

G_END_DECLS

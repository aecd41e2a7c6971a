/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-history.h"
#include "gla-photo-shelf.h"
#include "gla-photo.h"

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_DETAILS (gla_photo_details_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoDetails, gla_photo_details, GLA, PHOTO_DETAILS, AdwBin)

/**
 * GlaPhotoDetails:
 *
 * One photo, large, with what is said of it: its view, and whether the patient agreed
 * to marketing use of it, which is another matter than consent to the treatment.
 */

/** GlaPhotoDetails::void: the photo that is shown is to be voided. */

/**
 * gla_photo_details_show:
 * @photo: (nullable): what to show; %NULL for none
 * @history: of its patient
 */
void  gla_photo_details_show       (GlaPhotoDetails   *self,
                                    GlaContext        *context,
                                    GlaPhotoShelf     *shelf,
                                    const GlaHistory  *history,
                                    const GlaPhoto    *photo);

/** gla_photo_details_set_empty: what is said where no photo is shown. */
void  gla_photo_details_set_empty  (GlaPhotoDetails   *self,
                                    const char        *title,
                                    const char        *text);

G_END_DECLS

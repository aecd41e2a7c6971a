/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-photo.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * Photos. Writing is as in gla-store-write.h: one transaction with its audit entry, which
 * names the checksum of the picture and never holds it. Pictures are part of the clinic
 * file, so that a backup carries them. A picture is never changed; voiding is
 * gla_store_void() with %GLA_TABLE_PHOTO.
 */

/**
 * gla_store_add_photo:
 * @photo: its size and checksum are worked out here
 * @picture: JPEG as it is to be kept; not empty
 * @thumbnail: the same, small
 * @id: (out) (optional) (transfer full):
 *
 * Fails with CONSTRAINT if the patient has the same picture already.
 */
gboolean    gla_store_add_photo      (GlaStore        *self,
                                      const GlaPhoto  *photo,
                                      GBytes          *picture,
                                      GBytes          *thumbnail,
                                      char           **id,
                                      GError         **error);

/** gla_store_amend_photo: all but the picture, its size in pixels and bytes and its checksum. */
gboolean    gla_store_amend_photo    (GlaStore        *self,
                                      const GlaPhoto  *photo,
                                      const char      *reason,
                                      GError         **error);

/** gla_store_list_photos: (transfer full) (element-type GlaPhoto): of @patient, oldest first, each day in the order of the checklist. */
GPtrArray  *gla_store_list_photos    (GlaStore        *self,
                                      const char      *patient,
                                      GError         **error);

/** gla_store_read_picture: (transfer full): fails with NOT_FOUND, or CORRUPT if it is not as it was kept. */
GBytes     *gla_store_read_picture   (GlaStore        *self,
                                      const char      *photo,
                                      GError         **error);

/** gla_store_read_thumbnail: (transfer full): fails with NOT_FOUND. */
GBytes     *gla_store_read_thumbnail (GlaStore        *self,
                                      const char      *photo,
                                      GError         **error);

G_END_DECLS

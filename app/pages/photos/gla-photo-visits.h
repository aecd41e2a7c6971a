/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"
#include "gla-photo.h"

G_BEGIN_DECLS

/** GlaPhotoVisit: a day on which a patient was here, with its photos. */
typedef struct
{
  GlaDay day;
  const GlaTreatment *treatment; /* of that day, or NULL; the history's */
  GPtrArray *photos;             /* (element-type GlaPhoto) */
} GlaPhotoVisit;

/**
 * gla_photo_visits_new:
 * @photos: (element-type GlaPhoto): of the same patient
 *
 * The days of treatments, of grades and of photos, and today, the newest first. A
 * treatment whose day is not known exactly is no visit here.
 *
 * Returns: (transfer full) (element-type GlaPhotoVisit): never empty; needs @history
 */
GPtrArray        *gla_photo_visits_new         (const GlaHistory     *history,
                                                GPtrArray            *photos,
                                                GlaDay                today);

/** gla_photo_visits_find: (nullable) (transfer none): the visit of that day. */
GlaPhotoVisit    *gla_photo_visits_find        (GPtrArray            *visits,
                                                GlaDay                day);

/** gla_photo_visit_find: (nullable) (transfer none): the first photo of a place of the checklist. */
const GlaPhoto   *gla_photo_visit_find         (const GlaPhotoVisit  *self,
                                                int                   place);

/** gla_photo_visit_count_views: how many places of the checklist have a photo. */
int               gla_photo_visit_count_views  (const GlaPhotoVisit  *self);

G_END_DECLS

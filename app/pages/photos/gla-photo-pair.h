/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-photo-visits.h"

G_BEGIN_DECLS

/** GlaPhotoPair: what two days are compared by; -1 for a place of no view. */
typedef struct
{
  GlaDay left;   /* the earlier */
  GlaDay right;
  int place;     /* of the checklist */
} GlaPhotoPair;

/**
 * gla_photo_pair_choose:
 * @visits: (element-type GlaPhotoVisit): newest first
 * @self: (inout): what is compared now; days may be %GLA_DAY_NONE
 *
 * Keeps what was chosen where it is still there; otherwise takes the last two visits with
 * a view in common, or with any.
 *
 * Returns: %FALSE if there are no two visits with a sorted photo
 */
gboolean  gla_photo_pair_choose   (GlaPhotoPair    *self,
                                   GPtrArray       *visits);

/** gla_photo_pair_has_view: on how many of its days, 0 to 2, there is a photo of the place. */
int       gla_photo_pair_has_view (const GlaPhotoPair *self,
                                   GPtrArray          *visits,
                                   int                 place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-map-paint.h"

#include "gla-history.h"

G_BEGIN_DECLS

/**
 * GlaMapTreatment:
 * @marks: (element-type GlaMapMark): its points; each product has a shape of its own
 * @totals: (element-type GlaMapTotal): what was injected without points
 * @faces: (element-type GlaFace): pictures that show some of it, in the order of the record
 *
 * What one treatment has on the map; clear with gla_map_treatment_clear().
 */
typedef struct
{
  GArray *marks;
  GArray *totals;
  GPtrArray *faces;

  /*< private >*/
  GPtrArray *products;
} GlaMapTreatment;

/** gla_map_treatment_init: @treatment: identifier; @history must outlive @self. */
void  gla_map_treatment_init  (GlaMapTreatment   *self,
                               const GlaHistory  *history,
                               const char        *treatment);
void  gla_map_treatment_clear (GlaMapTreatment   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaMapTreatment, gla_map_treatment_clear)

G_END_DECLS

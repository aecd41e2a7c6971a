/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-map-model.h"
#include "gla-map-paint.h"

G_BEGIN_DECLS

#define GLA_TYPE_MAP (gla_map_get_type ())

/**
 * GlaMap:
 *
 * The injection map: one picture of face or body with points, each a child with
 * role and name. Where it can be edited, a click on an area without points, or Enter,
 * fills it with its usual points; a click where there are points, or Enter, adds one;
 * dragging or Ctrl with arrows moves a point, the wheel, plus and minus or digits
 * change its units, Delete removes it, M copies its side to the other one, Ctrl+Z
 * and Ctrl+Shift+Z undo and redo. Arrows move between points and areas; Tab enters
 * and leaves.
 *
 * Properties:
 *  - "status" (string, read-only): what has the keyboard or is under the pointer, in words
 *  - "show-dangers" (boolean): whether danger zones of the area in hand are shown
 */
G_DECLARE_FINAL_TYPE (GlaMap, gla_map, GLA, MAP, GtkWidget)

/** gla_map_new: @editable: whether it can be changed, or only read. */
GtkWidget     *gla_map_new            (GlaCatalogue      *catalogue,
                                       GlaMapModel       *model,
                                       gboolean           editable);

/** gla_map_set_view: shows another picture; an unknown key changes nothing. */
void           gla_map_set_view       (GlaMap            *self,
                                       const char        *key);

/** gla_map_get_face: (transfer none): the picture that is shown. */
const GlaFace *gla_map_get_face       (GlaMap            *self);

/**
 * gla_map_set_usual:
 * @source: number of the vial or product of new points
 * @product: (nullable): key of its product
 *
 * Whose usual points and units are offered.
 */
void           gla_map_set_usual      (GlaMap            *self,
                                       guint              source,
                                       const char        *product,
                                       GlaRegion          region,
                                       GlaDoseFor         patient);

/** gla_map_set_plan: (array length=n_marks): points of a plan or of the last time, shown hollow. */
void           gla_map_set_plan       (GlaMap            *self,
                                       const GlaMapMark  *marks,
                                       guint              n_marks);

/** gla_map_set_totals: (array length=n_totals): areas with units and without points; keys are interned. */
void           gla_map_set_totals     (GlaMap            *self,
                                       const GlaMapTotal *totals,
                                       guint              n_totals);

gboolean       gla_map_get_show_dangers (GlaMap          *self);
void           gla_map_set_show_dangers (GlaMap          *self,
                                         gboolean         show);

/** gla_map_get_status: (transfer none) */
const char    *gla_map_get_status     (GlaMap            *self);

/** gla_map_dup_danger: (transfer full) (nullable): what the catalogue warns of in the area in hand. */
char          *gla_map_dup_danger     (GlaMap            *self);

/** gla_map_mirror: copies the side of the point in hand to the other one; whether there was one. */
gboolean       gla_map_mirror         (GlaMap            *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "gla-map-mark.h"

G_BEGIN_DECLS

#define GLA_TYPE_MAP_MODEL (gla_map_model_get_type ())

/**
 * GlaMapModel:
 *
 * The points of one treatment, with everything that can be done to them and
 * undone again. It knows no widget and no clock: what is one step to a person is
 * one step here, since whoever changes it says when a step continues the last one.
 *
 * Signals:
 *  - "changed": points were added, removed or changed
 */
G_DECLARE_FINAL_TYPE (GlaMapModel, gla_map_model, GLA, MAP_MODEL, GObject)

GlaMapModel      *gla_map_model_new        (void);

/** gla_map_model_get_n_marks: number of points. */
guint             gla_map_model_get_n_marks (GlaMapModel       *self);

/** gla_map_model_get_mark: (transfer none): valid until the next change; further ones lie behind it. */
const GlaMapMark *gla_map_model_get_mark   (GlaMapModel       *self,
                                            guint              index);

/** gla_map_model_get_total: (out): points and units of an area, side and source; unknown if one is. */
guint             gla_map_model_get_total  (GlaMapModel       *self,
                                            const char        *area,
                                            GlaSide            side,
                                            guint              source,
                                            GlaUnits          *units);

/**
 * gla_map_model_load:
 * @marks: (array length=n_marks) (nullable): what to hold from now on
 *
 * Replaces all points and forgets what could be undone: for another treatment.
 */
void              gla_map_model_load       (GlaMapModel       *self,
                                            const GlaMapMark  *marks,
                                            guint              n_marks);

/** gla_map_model_replace: as gla_map_model_load(), as a step that can be undone. */
void              gla_map_model_replace    (GlaMapModel       *self,
                                            const GlaMapMark  *marks,
                                            guint              n_marks);

/** gla_map_model_add: adds points in one step; returns the index of the first. */
guint             gla_map_model_add        (GlaMapModel       *self,
                                            const GlaMapMark  *marks,
                                            guint              n_marks);

void              gla_map_model_remove     (GlaMapModel       *self,
                                            guint              index);

/** gla_map_model_remove_area: all points of an area, side and source in one step. */
void              gla_map_model_remove_area (GlaMapModel      *self,
                                             const char       *area,
                                             GlaSide           side,
                                             guint             source);

/**
 * gla_map_model_move:
 * @x: thousandths; kept within the picture
 * @continues: whether this goes on with the last step, as while dragging
 */
void              gla_map_model_move       (GlaMapModel       *self,
                                            guint              index,
                                            int                x,
                                            int                y,
                                            gboolean           continues);

/** gla_map_model_set_units: @continues: as while digits are typed or the wheel turns. */
void              gla_map_model_set_units  (GlaMapModel       *self,
                                            guint              index,
                                            GlaUnits           units,
                                            gboolean           continues);

/**
 * gla_map_model_set_total:
 *
 * Shares @units out to the points of an area, side and source, as
 * gla_units_share() does, in one step. Without such points nothing happens.
 */
void              gla_map_model_set_total  (GlaMapModel       *self,
                                            const char        *area,
                                            GlaSide            side,
                                            guint              source,
                                            GlaUnits           units);

/**
 * gla_map_model_mirror:
 * @index: a point
 *
 * Copies to the other side what is on the side of that point: all points of its
 * area, side and source, replacing those of the other side. Of an area without sides: those
 * in the same half of the picture. A point on the midline has no other side.
 *
 * Returns: whether there was another side
 */
gboolean          gla_map_model_mirror     (GlaMapModel       *self,
                                            guint              index);

gboolean          gla_map_model_can_undo   (GlaMapModel       *self);
gboolean          gla_map_model_can_redo   (GlaMapModel       *self);
void              gla_map_model_undo       (GlaMapModel       *self);
void              gla_map_model_redo       (GlaMapModel       *self);

G_END_DECLS

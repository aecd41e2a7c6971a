/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-map-model.h"
#include "gla-map-paint.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/*
 * The rows of a treatment and its points on the map are two views of the same
 * injections. A row and the points of its area, side and source belong together: units
 * and number of points are equal in both at any time. A row can do without points, but
 * there are no points without a row.
 */

/** gla_map_form_make_marks: (transfer full) (element-type GlaMapMark): the points of all rows. */
GArray  *gla_map_form_make_marks  (const GlaTreatmentForm *form);

/** gla_map_form_make_totals: (transfer full) (element-type GlaMapTotal): rows without points. */
GArray  *gla_map_form_make_totals (const GlaTreatmentForm *form);

/**
 * gla_map_form_take:
 * @before: (element-type GlaMapMark): points as of the last time both agreed
 *
 * What was done on the map is done to the rows: they get the units and number of
 * their points, points without a row get one, and a row whose last point was removed is
 * removed.
 */
void     gla_map_form_take        (GlaTreatmentForm       *form,
                                   GlaMapModel            *model,
                                   GArray                 *before);

/**
 * gla_map_form_follow:
 *
 * What was done in the rows is done to the points: other units are shared out, and
 * points of which the row is gone or counts another number are removed.
 */
void     gla_map_form_follow      (GlaMapModel            *model,
                                   const GlaTreatmentForm *form);

/** gla_map_form_write: puts the points of the model into their rows, to be kept. */
void     gla_map_form_write       (GlaTreatmentForm       *form,
                                   GlaMapModel            *model);

G_END_DECLS

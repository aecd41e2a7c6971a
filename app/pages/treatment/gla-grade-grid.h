/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"

G_BEGIN_DECLS

#define GLA_TYPE_GRADE_GRID (gla_grade_grid_get_type ())
G_DECLARE_FINAL_TYPE (GlaGradeGrid, gla_grade_grid, GLA, GRADE_GRID, AdwBin)

/**
 * GlaGradeGrid:
 *
 * Grades of several areas at maximum contraction and at rest, two digits an
 * area. Each area is graded on the scale that the catalogue has for it.
 */

/** GlaGradeGrid::edited: a person changed a grade. */

GtkWidget  *gla_grade_grid_new        (GlaCatalogue        *catalogue);

/** gla_grade_grid_set_areas: shows these areas; grades of those that stay are kept. */
void        gla_grade_grid_set_areas  (GlaGradeGrid        *self,
                                       const char * const  *areas);

/** gla_grade_grid_set_before: a note beside the area, such as its grade before treatment; NULL for none. */
void        gla_grade_grid_set_before (GlaGradeGrid        *self,
                                       const char          *area,
                                       const char          *note);

void        gla_grade_grid_set_grades (GlaGradeGrid        *self,
                                       const char          *area,
                                       int                  at_rest,
                                       int                  at_maximum);

/** gla_grade_grid_get_grades: FALSE if the area is not shown. */
gboolean    gla_grade_grid_get_grades (GlaGradeGrid        *self,
                                       const char          *area,
                                       int                 *at_rest,
                                       int                 *at_maximum);

/** gla_grade_grid_get_areas: (transfer none): keys shown. */
const char * const *gla_grade_grid_get_areas (GlaGradeGrid *self);

/** gla_grade_grid_focus_first: puts the focus on the first grade. */
void        gla_grade_grid_focus_first (GlaGradeGrid       *self);

G_END_DECLS

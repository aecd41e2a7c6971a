/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
#include "gla-record.h"

G_BEGIN_DECLS

#define GLA_TYPE_GRADE_GRID (gla_grade_grid_get_type ())
G_DECLARE_FINAL_TYPE (GlaGradeGrid, gla_grade_grid, GLA, GRADE_GRID, AdwBin)

/**
 * GlaGradeGrid:
 *
 * Grades of several areas at maximum contraction and at rest, two digits an
 * area. Each area is graded on the scale that the catalogue has for it. Where it is
 * offered, the left and right of an area that has them can be graded apart.
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

/**
 * gla_grade_grid_offer_sides:
 * @next: what gets the focus after the last digit
 *
 * Puts a button to grade the sides apart beside each area that has them. No digit leads
 * there: two digits an area stay two digits.
 */
void        gla_grade_grid_offer_sides (GlaGradeGrid       *self,
                                        GtkWidget          *next);

/** gla_grade_grid_is_split: whether the sides of @area are graded apart. */
gboolean    gla_grade_grid_is_split   (GlaGradeGrid        *self,
                                       const char          *area);

/** gla_grade_grid_set_side: the same of one side; left or right splits the area, if sides are offered for it. */
void        gla_grade_grid_set_side   (GlaGradeGrid        *self,
                                       const char          *area,
                                       GlaSide              side,
                                       int                  at_rest,
                                       int                  at_maximum);

/** gla_grade_grid_get_side: FALSE if that side of the area is not shown. */
gboolean    gla_grade_grid_get_side   (GlaGradeGrid        *self,
                                       const char          *area,
                                       GlaSide              side,
                                       int                 *at_rest,
                                       int                 *at_maximum);

/** gla_grade_grid_get_areas: (transfer none): keys shown. */
const char * const *gla_grade_grid_get_areas (GlaGradeGrid *self);

/** gla_grade_grid_focus_first: puts the focus on the first grade. */
void        gla_grade_grid_focus_first (GlaGradeGrid       *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"

G_BEGIN_DECLS

/**
 * gla_rating_row_new:
 * @scale: catalogue key
 *
 * A row with the grades of one scale in words, and "Not asked".
 */
AdwComboRow *gla_rating_row_new       (GlaCatalogue *catalogue,
                                       const char   *scale,
                                       const char   *title);

/** gla_rating_row_get_grade: %GLA_GRADE_UNKNOWN if it was not asked. */
int          gla_rating_row_get_grade (AdwComboRow  *row);
void         gla_rating_row_set_grade (AdwComboRow  *row,
                                       int           grade);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout.h"

G_BEGIN_DECLS

/*
 * Pages as small grey pictures, and how different two of them look. A point of a picture is
 * the mean of sixteen that were drawn, so that the edges of letters hardly count; what counts
 * is how much ink there is in each cell of 7 mm.
 */

/** GLA_PAGE_PICTURE_TOLERANCE: what two pictures of the same page may differ by. */
#define GLA_PAGE_PICTURE_TOLERANCE 9.0

/** gla_page_picture_new: (transfer full): of one page, @shift points to the right, 30 dots an inch. */
cairo_surface_t  *gla_page_picture_new     (GlaPages         *pages,
                                            guint             page,
                                            double            shift,
                                            cairo_antialias_t antialias);

/** gla_page_picture_read: (transfer full) (nullable): of a PNG file. */
cairo_surface_t  *gla_page_picture_read    (const char       *path);

/**
 * gla_page_picture_compare:
 *
 * Returns: the greatest difference of the mean grey of a cell, 0 to 255; 255 for pictures
 *   of other sizes
 */
double            gla_page_picture_compare (cairo_surface_t  *first,
                                            cairo_surface_t  *second);

G_END_DECLS

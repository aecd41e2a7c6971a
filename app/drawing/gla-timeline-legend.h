/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-text.h"

G_BEGIN_DECLS

/*
 * What each mark of a timeline means, painted by the painter of the marks
 * themselves.
 */

/** gla_timeline_legend_get_n: how many marks there are. */
guint        gla_timeline_legend_get_n      (void);

/** gla_timeline_legend_get_words: what a mark means, in the user's language. */
const char  *gla_timeline_legend_get_words  (guint        index);

/** gla_timeline_legend_get_height: of the whole legend in columns that fit @width. */
double       gla_timeline_legend_get_height (GlaText     *text,
                                             double       width);

/**
 * gla_timeline_legend_paint:
 * @pixels: as for gla_timeline_paint()
 *
 * Paints the legend with its corner at the origin.
 */
void         gla_timeline_legend_paint      (GlaText     *text,
                                             double       width,
                                             GlaPalette   palette,
                                             double       pixels,
                                             gboolean     rtl,
                                             cairo_t     *cr);

G_END_DECLS

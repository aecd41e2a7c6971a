/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlaWrapLayout:
 *
 * Children one beside the other in their natural width, in as many lines as are
 * needed, for chips and legends. Mirrored in right-to-left languages.
 */
#define GLA_TYPE_WRAP_LAYOUT (gla_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (GlaWrapLayout, gla_wrap_layout, GLA, WRAP_LAYOUT, GtkLayoutManager)

/** gla_wrap_layout_new: @spacing in pixels between children and between lines. */
GtkLayoutManager *gla_wrap_layout_new (int column_spacing,
                                       int row_spacing);

/**
 * gla_wrap_layout_new_filled:
 *
 * For columns of tables: a line takes what fits in its minimum width, and is filled.
 */
GtkLayoutManager *gla_wrap_layout_new_filled (int column_spacing,
                                              int row_spacing);

G_END_DECLS

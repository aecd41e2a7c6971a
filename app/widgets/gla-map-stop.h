/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GLA_TYPE_MAP_STOP (gla_map_stop_get_type ())

/**
 * GlaMapStop:
 *
 * A point or region of a map that keyboard and assistive technology can reach: an
 * invisible button over what is drawn. Its parent draws, names and places it.
 */
G_DECLARE_FINAL_TYPE (GlaMapStop, gla_map_stop, GLA, MAP_STOP, GtkWidget)

/** gla_map_stop_new: @index: of the point or region; @is_region: which of the two. */
GtkWidget          *gla_map_stop_new          (guint               index,
                                               gboolean            is_region);

guint               gla_map_stop_get_index    (GlaMapStop         *self);
gboolean            gla_map_stop_is_region    (GlaMapStop         *self);

/** gla_map_stop_set_label: the name by which a screen reader calls it; told when it changes. */
void                gla_map_stop_set_label    (GlaMapStop         *self,
                                               const char         *label);

/** gla_map_stop_set_place: where it is, in pixels of the parent; %NULL if it is not to be seen. */
void                gla_map_stop_set_place    (GlaMapStop         *self,
                                               const GdkRectangle *place);

/** gla_map_stop_get_place: (transfer none) (nullable) */
const GdkRectangle *gla_map_stop_get_place    (GlaMapStop         *self);

G_END_DECLS

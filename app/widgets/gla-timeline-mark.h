/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GLA_TYPE_TIMELINE_MARK (gla_timeline_mark_get_type ())

/**
 * GlaTimelineMark:
 *
 * A part of a timeline that keyboard and assistive technology can reach: an
 * invisible button over what is drawn. Its parent draws, places and moves it.
 */
G_DECLARE_FINAL_TYPE (GlaTimelineMark, gla_timeline_mark, GLA, TIMELINE_MARK, GtkWidget)

/** gla_timeline_mark_new: @key: the record or cycle it stands for */
GtkWidget      *gla_timeline_mark_new        (gconstpointer    key,
                                              const char      *label);

gconstpointer   gla_timeline_mark_get_key    (GlaTimelineMark *self);

/** gla_timeline_mark_set_selected: tells assistive technology. */
void            gla_timeline_mark_set_selected (GlaTimelineMark *self,
                                                gboolean         selected);

/** gla_timeline_mark_set_place: where it is, in pixels of the parent. */
void            gla_timeline_mark_set_place  (GlaTimelineMark     *self,
                                              const GdkRectangle  *place);

/** gla_timeline_mark_get_place: (transfer none) */
const GdkRectangle *gla_timeline_mark_get_place (GlaTimelineMark *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** GlaTimelineChosen: a row of the popover was chosen; @kind is a #GlaTimelineRecord. */
typedef void (*GlaTimelineChosen) (int         kind,
                                   const char *id,
                                   gpointer    data);

/**
 * gla_timeline_popover_new:
 * @title: the figure in words
 * @facts: (element-type GlaTimelineFact): rows it came from
 * @chosen: called before the popover closes
 *
 * Returns: (transfer floating): a popover that lists the rows behind a figure
 */
GtkWidget *gla_timeline_popover_new (const char        *title,
                                     const GPtrArray   *facts,
                                     GlaTimelineChosen  chosen,
                                     gpointer           data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-figure.h"

G_BEGIN_DECLS

/**
 * gla_figure_popover_new:
 *
 * Returns: (transfer floating): a popover that lists the rows of @figure: date,
 *   what, by whom, and a button that activates "record.go-to"
 */
GtkWidget *gla_figure_popover_new (const GlaFigure *figure);

/** gla_figure_popover_show: shows @figure beside @parent, and drops the popover when it closes. */
void       gla_figure_popover_show (GtkWidget       *parent,
                                    const GlaFigure *figure);

G_END_DECLS

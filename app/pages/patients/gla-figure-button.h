/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-figure.h"

G_BEGIN_DECLS

/**
 * GlaFigureButton:
 *
 * A figure that opens the rows it came from. A row's "Go to" activates the
 * action "record.go-to" with the row's kind and identifier, which a widget above
 * answers.
 */
#define GLA_TYPE_FIGURE_BUTTON (gla_figure_button_get_type ())
G_DECLARE_FINAL_TYPE (GlaFigureButton, gla_figure_button, GLA, FIGURE_BUTTON, GtkButton)

/**
 * gla_figure_button_new:
 * @text: what the button shows
 * @label: its name for assistive technology, a full sentence
 * @figure: (transfer full): what it opens
 */
GtkWidget       *gla_figure_button_new        (const char      *text,
                                               const char      *label,
                                               GlaFigure       *figure);

/** gla_figure_button_get_figure: (transfer none) */
const GlaFigure *gla_figure_button_get_figure (GlaFigureButton *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-history.h"

G_BEGIN_DECLS

/**
 * gla_record_map_new:
 * @treatment: one of @history
 *
 * The map of a recorded treatment, to read: its points, and the units of areas that
 * were recorded without points. With more than one picture a row of buttons chooses.
 *
 * Returns: (transfer floating) (nullable): %NULL if no picture shows any of it
 */
GtkWidget *gla_record_map_new (GlaHistory         *history,
                               GlaCatalogue       *catalogue,
                               const GlaTreatment *treatment);

G_END_DECLS

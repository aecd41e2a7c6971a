/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-fridge-log.h"

G_BEGIN_DECLS

/**
 * gla_fridge_view_fill:
 * @stock: (element-type GlaStockVial): those that are judged
 *
 * What is to be done with which lots, and for each fridge the last looks and files of loggers;
 * what to do if there are none. The buttons are actions "stock.…" of the page.
 */
void          gla_fridge_view_fill    (GtkBox              *box,
                                       const GlaFridgeLog  *log,
                                       GPtrArray           *stock,
                                       GlaCatalogue        *catalogue);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_STOCK_PAGE (gla_stock_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaStockPage, gla_stock_page, GLA, STOCK_PAGE, AdwBin)

/**
 * GlaStockPage:
 *
 * The place Stock: vials by product with what is left of them and how long they
 * have been open, what can be done with each, and where the units of each day went.
 * Reads nothing before it is shown.
 */

/** GlaStockPage::open-patient: (patient: utf8): the record of that identifier is to be shown. */

GtkWidget  *gla_stock_page_new       (GlaContext    *context);

/** gla_stock_page_ask_lot: opens the window that says who had a lot; @lot: (nullable): to begin with. */
void        gla_stock_page_ask_lot   (GlaStockPage  *self,
                                      const char    *lot);

/** gla_stock_page_import_log: opens the window that shows how the log of a temperature logger is read. */
void        gla_stock_page_import_log (GlaStockPage *self,
                                       const char   *path);

G_END_DECLS

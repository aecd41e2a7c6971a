/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-constants.h"
#include "gla-fridge-log.h"
#include "gla-stock-sums.h"
#include "gla-store-lot.h"
#include "gla-store-stock.h"

G_BEGIN_DECLS

/**
 * gla_stock_tables_fill:
 * @box: emptied first
 * @stock: (element-type GlaStockVial)
 * @fridge: how warm it was
 * @sums: (element-type GlaStockSum): of its products, and of those to be ordered
 * @with_value: whether to say what it is worth
 * @now: local time, YYYY-MM-DDTHH:MM
 *
 * What is to be ordered, and a title and a table for each product, since units of different products are never
 * side by side in one column. Each row has a menu of the actions "stock.…".
 */
void  gla_stock_tables_fill          (GtkBox        *box,
                                      GPtrArray     *stock,
                                      const GlaConstants *constants,
                                      const GlaFridgeLog *fridge,
                                      GPtrArray     *sums,
                                      gboolean       with_value,
                                      const char    *now);

/**
 * gla_stock_tables_fill_balance:
 * @balance: (element-type GlaDayBalance)
 *
 * Where the units of each day and product went.
 */
void  gla_stock_tables_fill_balance  (GtkBox        *box,
                                      GPtrArray     *balance,
                                      GlaCatalogue  *catalogue);

/** gla_stock_sort: open ones first within each product, then by expiry. */
void  gla_stock_sort                 (GPtrArray     *stock);

G_END_DECLS

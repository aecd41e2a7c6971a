/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-day.h"
#include "gla-store.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaStockSum:
 * @n_unopened: vials that are sealed, not held, and not expired
 * @n_vials: vials that are not finished or discarded
 * @left: units in these, or unknown if one of them is
 * @value: what is left of these is worth, in hundredths of the currency
 * @n_priced: vials that have a part in @value
 * @level: unopened vials below which it is to be ordered; 0 for none
 *
 * What the stock has of one product. Units of different products are never added.
 */
typedef struct
{
  char *product;
  guint n_unopened;
  guint n_vials;
  GlaUnits left;
  gint64 value;
  guint n_priced;
  int level;
} GlaStockSum;

/**
 * gla_stock_sums_read:
 * @stock: (element-type GlaStockVial)
 *
 * Returns: (transfer full) (element-type GlaStockSum): of the products in stock, and of those
 *   that have a level
 */
GPtrArray   *gla_stock_sums_read     (GlaStore           *store,
                                      GPtrArray          *stock,
                                      GlaDay              today,
                                      GError            **error);

/** gla_stock_sums_find: (transfer none) (nullable) */
const GlaStockSum *gla_stock_sums_find (GPtrArray        *sums,
                                        const char       *product);

/** gla_stock_sum_is_low: whether it is to be ordered. */
gboolean     gla_stock_sum_is_low    (const GlaStockSum  *self);

/** gla_stock_sum_describe: (transfer full): @with_value: for the owner. */
char        *gla_stock_sum_describe  (const GlaStockSum  *self,
                                      gboolean            with_value);

G_END_DECLS

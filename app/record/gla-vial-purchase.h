/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"
#include "gla-vial-ledger.h"

G_BEGIN_DECLS

/** GLA_PRICE_UNKNOWN: nobody has written down what it cost. */
#define GLA_PRICE_UNKNOWN (-1)

/**
 * GlaVialPurchase:
 *
 * What is known of the delivery that a vial came with; its supplier is with the vial.
 */
typedef struct
{
  const char *id;
  const char *vial;
  const char *delivery;  /* number of the delivery note, or NULL */
  gint64 price;          /* of the pack, in hundredths of the clinic's currency; or unknown */
  gint64 revision;
} GlaVialPurchase;

GLA_DECLARE_RECORD (GlaVialPurchase, gla_vial_purchase)

/**
 * gla_vial_purchase_get_value:
 *
 * Returns: the share of the price that is left in the vial, in hundredths of the currency;
 *   %GLA_PRICE_UNKNOWN without a price, or where the units left are not known
 */
gint64  gla_vial_purchase_get_value  (const GlaVialPurchase  *self,
                                      const GlaVialLedger    *ledger);

/** gla_price_parse: "412", "412.50", "412,5"; FALSE for anything else, and below 0. */
gboolean  gla_price_parse  (const char  *text,
                            gint64      *price);

/** gla_price_format: (transfer full): with two decimals, in the language of this thread. */
char     *gla_price_format (gint64       price);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-purchase.h"

#include "gla-language.h"
#include "gla-number.h"
#include "gla-record-private.h"

#include <math.h>

/* A pack costs less than ten million of any currency. */
#define MOST 1e7

GLA_DEFINE_RECORD (GlaVialPurchase, gla_vial_purchase,
                   offsetof (GlaVialPurchase, id),
                   offsetof (GlaVialPurchase, vial),
                   offsetof (GlaVialPurchase, delivery))

gint64
gla_vial_purchase_get_value (const GlaVialPurchase *self,
                             const GlaVialLedger   *ledger)
{
  GlaUnits left;

  g_return_val_if_fail (self != NULL && ledger != NULL, GLA_PRICE_UNKNOWN);

  left = gla_vial_ledger_get_left (ledger);
  if (self->price == GLA_PRICE_UNKNOWN || left == GLA_UNITS_UNKNOWN || ledger->content <= 0)
    return GLA_PRICE_UNKNOWN;
  return (gint64) round ((double) self->price * (double) CLAMP (left, 0, ledger->content)
                         / (double) ledger->content);
}

gboolean
gla_price_parse (const char *text,
                 gint64     *price)
{
  double value;

  g_return_val_if_fail (text != NULL && price != NULL, FALSE);

  if (!gla_number_parse (text, &value) || value < 0 || value >= MOST)
    return FALSE;
  *price = (gint64) round (value * 100);
  return TRUE;
}

char *
gla_price_format (gint64 price)
{
  return gla_number_format ((double) price / 100, 2);
}

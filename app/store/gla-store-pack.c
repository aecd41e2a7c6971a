/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cartons that are scanned: the vial that came in one, and one that comes now. */

#include "config.h"

#include "gla-store-stock.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

/* The vials that a statement finds by their identifiers. */
static GPtrArray *
list_found (GlaStore      *self,
            GlaStatement  *statement,
            GError       **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_stock_vial_free);
  gboolean row = TRUE;

  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaStockVial *stock
          = gla_store_read_stock_vial (self, gla_statement_get_text (statement, 0), error);

      if (stock == NULL)
        return NULL;
      g_ptr_array_add (list, stock);
    }
  return row ? NULL : g_steal_pointer (&list);
}

GlaStockVial *
gla_store_find_pack (GlaStore    *self,
                     const char  *gtin,
                     const char  *serial,
                     GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (self != NULL && gtin != NULL && serial != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id FROM vial WHERE gtin = :gtin AND serial = :serial"
                                 " AND serial IS NOT NULL AND void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":gtin", gtin);
  gla_statement_bind_text (statement, ":serial", serial);
  list = list_found (self, statement, error);
  return list != NULL && list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

GPtrArray *
gla_store_list_lot_stock (GlaStore    *self,
                          const char  *lot,
                          GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && lot != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id FROM vial WHERE lower (lot) = lower (:lot)"
                                 " AND lot IS NOT NULL AND void_reason IS NULL"
                                 " AND state NOT IN (:finished, :discarded)"
                                 " ORDER BY CASE WHEN expiry IS NULL THEN 1 ELSE 0 END, expiry,"
                                 " received, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":lot", lot);
  gla_statement_bind_int (statement, ":finished", GLA_VIAL_FINISHED);
  gla_statement_bind_int (statement, ":discarded", GLA_VIAL_DISCARDED);
  return list_found (self, statement, error);
}

gboolean
gla_store_receive_pack (GlaStore         *self,
                        const GlaCarton  *learned,
                        const GlaVial    *vial,
                        const char       *moment,
                        char            **id,
                        GError          **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *received = NULL;

  g_return_val_if_fail (self != NULL && vial != NULL && moment != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || (learned != NULL && !gla_store_put_carton (self, learned, error))
      || !gla_store_receive_vial (self, vial, moment, &received, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&received);
  return TRUE;
}

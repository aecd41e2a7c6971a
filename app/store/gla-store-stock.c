/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-stock.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

/* Injections of voided treatments don't count: their units are back in the vial. */
#define OF_VIAL                                                                                    \
  "FROM injection i WHERE i.vial = :vial AND NOT EXISTS (SELECT 1 FROM treatment t"                \
  " WHERE t.patient = i.patient AND t.id = i.treatment AND t.void_reason IS NOT NULL)"

void
gla_stock_vial_free (GlaStockVial *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->vial, gla_vial_unref);
  g_free (self);
}

gboolean
gla_store_read_ledger (GlaStore       *self,
                       const GlaVial  *vial,
                       GlaVialLedger  *ledger,
                       GError        **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT (SELECT coalesce (sum (i.units), 0) " OF_VIAL "),"
                           " (SELECT count (*) " OF_VIAL " AND i.units IS NULL),"
                           " (SELECT coalesce (sum (e.units), 0) FROM vial_event e"
                           "  WHERE e.vial = :vial AND e.void_reason IS NULL)",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":vial", vial->id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  ledger->content = vial->content;
  ledger->charted = gla_statement_get_int (statement, 0);
  ledger->n_unknown = (guint) gla_statement_get_int (statement, 1);
  ledger->wasted = gla_statement_get_int (statement, 2);
  return TRUE;
}

static GlaStockVial *
make_stock_vial (GlaStore  *self,
                 GlaVial   *vial,
                 GError   **error)
{
  g_autoptr (GlaStockVial) stock = g_new0 (GlaStockVial, 1);

  stock->vial = gla_vial_ref (vial);
  return gla_store_read_ledger (self, vial, &stock->ledger, error) ? g_steal_pointer (&stock)
                                                                    : NULL;
}

GPtrArray *
gla_store_list_stock (GlaStore  *self,
                      gboolean   with_finished,
                      GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_stock_vial_free);
  g_autoptr (GPtrArray) vials = gla_store_list_vials (self, with_finished, error);

  for (guint i = 0; vials != NULL && i < vials->len; i++)
    {
      GlaStockVial *stock = make_stock_vial (self, vials->pdata[i], error);

      if (stock == NULL)
        return NULL;
      g_ptr_array_add (list, stock);
    }
  return vials != NULL ? g_steal_pointer (&list) : NULL;
}

GlaStockVial *
gla_store_read_stock_vial (GlaStore    *self,
                           const char  *id,
                           GError     **error)
{
  g_autoptr (GlaVial) vial = NULL;
  GlaUnits left;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  /* Says by itself when there is none, or none any more. */
  if (!gla_store_get_units_left (self, id, &left, error)
      || !gla_store_read_vial (self, id, &vial, error))
    return NULL;
  return make_stock_vial (self, vial, error);
}

/* If one of the amounts is not known, neither is what is left. */
gboolean
gla_store_get_units_left (GlaStore    *self,
                          const char  *vial,
                          GlaUnits    *units,
                          GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  GlaVial fields = { .id = vial };
  GlaVialLedger ledger;
  gboolean row;

  g_return_val_if_fail (self != NULL && vial != NULL && units != NULL, FALSE);

  *units = GLA_UNITS_UNKNOWN;
  statement = gla_store_prepare (self,
                                 "SELECT content FROM vial"
                                 " WHERE id = :vial AND void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":vial", vial);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  fields.content = gla_statement_get_units (statement, 0);
  if (!gla_store_read_ledger (self, &fields, &ledger, error))
    return FALSE;
  *units = gla_vial_ledger_get_left (&ledger);
  return TRUE;
}

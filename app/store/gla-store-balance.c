/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the units of each day went. */

#include "config.h"

#include "gla-store-lot.h"

#include "gla-store-parts.h"
#include "gla-store-stock.h"

void
gla_day_balance_free (GlaDayBalance *self)
{
  if (self == NULL)
    return;
  g_free (self->product);
  g_free (self);
}

static GlaDayBalance *
find_balance (GPtrArray  *list,
              GlaDay      day,
              const char *product)
{
  GlaDayBalance *balance;

  for (guint i = 0; i < list->len; i++)
    {
      balance = list->pdata[i];
      if (balance->day == day && g_str_equal (balance->product, product))
        return balance;
    }
  balance = g_new0 (GlaDayBalance, 1);
  balance->day = day;
  balance->product = g_strdup (product);
  g_ptr_array_add (list, balance);
  return balance;
}

static GlaStatement *
prepare (GlaStore    *self,
         const char  *sql,
         GlaDay       from,
         GlaDay       to,
         GError     **error)
{
  GlaStatement *statement = gla_store_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  gla_statement_bind_day (statement, ":from", from);
  /* Moments have a time behind the day, and the last day counts. */
  gla_statement_bind_day (statement, ":to", to + 1);
  return statement;
}

static gboolean
add_sums (GlaStore    *self,
          GPtrArray   *list,
          GlaDay       from,
          GlaDay       to,
          GError     **error)
{
  g_autoptr (GlaStatement) statement
      = prepare (self,
                 "SELECT t.day, v.product, sum (i.units), 0 FROM vial v"
                 " JOIN injection i ON i.vial = v.id"
                 " JOIN treatment t ON t.patient = i.patient AND t.id = i.treatment"
                 " WHERE t.day >= :from AND t.day < :to AND t.void_reason IS NULL"
                 " AND i.units IS NOT NULL GROUP BY t.day, v.product"
                 " UNION ALL SELECT substr (e.moment, 1, 10), v.product, 0, sum (e.units)"
                 " FROM vial_event e JOIN vial v ON v.id = e.vial"
                 " WHERE e.moment >= :from AND e.moment < :to AND e.void_reason IS NULL"
                 " AND e.units IS NOT NULL GROUP BY substr (e.moment, 1, 10), v.product",
                 from, to, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaDayBalance *balance = find_balance (list, gla_statement_get_day (statement, 0),
                                             gla_statement_get_text (statement, 1));

      balance->charted += gla_statement_get_int (statement, 2);
      balance->wasted += gla_statement_get_int (statement, 3);
    }
  return !row;
}

/* A vial is settled on the day on which it was emptied or discarded. */
static gboolean
add_gaps (GlaStore    *self,
          GPtrArray   *list,
          GlaDay       from,
          GlaDay       to,
          GError     **error)
{
  g_autoptr (GlaStatement) statement
      = prepare (self,
                 "SELECT e.vial, max (substr (e.moment, 1, 10)) FROM vial_event e"
                 " JOIN vial v ON v.id = e.vial WHERE e.moment >= :from AND e.moment < :to"
                 " AND e.kind IN (:emptied, :discarded) AND e.void_reason IS NULL AND v.void_reason IS NULL"
                 " GROUP BY e.vial",
                 from, to, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":emptied", GLA_VIAL_EVENT_EMPTIED);
  gla_statement_bind_int (statement, ":discarded", GLA_VIAL_EVENT_DISCARDED);
  while (gla_statement_step (statement, &row, error) && row)
    {
      g_autoptr (GlaVial) vial = NULL;
      GlaVialLedger ledger;

      if (!gla_store_read_vial (self, gla_statement_get_text (statement, 0), &vial, error)
          || !gla_store_read_ledger (self, vial, &ledger, error))
        return FALSE;
      find_balance (list, gla_statement_get_day (statement, 1), vial->product)->gap
          += gla_vial_ledger_get_gap (&ledger, vial->state);
    }
  return !row;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GlaDayBalance *first = *(GlaDayBalance *const *) a;
  const GlaDayBalance *second = *(GlaDayBalance *const *) b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  return g_strcmp0 (first->product, second->product);
}

GPtrArray *
gla_store_list_balance (GlaStore  *self,
                        GlaDay     from,
                        GlaDay     to,
                        GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_day_balance_free);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from != GLA_DAY_NONE && to != GLA_DAY_NONE, NULL);

  if (!add_sums (self, list, from, to, error) || !add_gaps (self, list, from, to, error))
    return NULL;
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}

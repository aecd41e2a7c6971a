/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-purchase.h"

#include "gla-fridge.h"
#include "gla-store-fridge.h"
#include "gla-store-private.h"
#include "gla-store-stock.h"

#include <string.h>

/* GLA_FIELD_VOLUME keeps what is not known as NULL: 0 there, and so a price is one more here. */
typedef struct
{
  const char *id;
  const char *vial;
  const char *delivery;
  gint64 price_and_one;
  gint64 revision;
} Row;

static const GlaField fields[] = {
  GLA_FIELD (Row, TEXT, vial),
  GLA_FIELD (Row, TEXT, delivery),
  { ":price", GLA_FIELD_VOLUME, offsetof (Row, price_and_one) },
};

static const GlaTable purchase_table = {
  GLA_TABLE_STATEMENTS ("vial_purchase", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (Row, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (Row, revision),
  .insert = "INSERT INTO vial_purchase (id, vial, delivery, price)"
            " VALUES (:id, :vial, :delivery, :price - 1)",
  .update = "UPDATE vial_purchase SET vial = :vial, delivery = :delivery, price = :price - 1,"
            " revision = revision + 1 WHERE id = :id",
};

static gboolean
add_purchase (GlaStore               *self,
              const GlaVialPurchase  *purchase,
              const char             *vial,
              GError                **error)
{
  Row row = { .vial = vial, .delivery = purchase->delivery,
              .price_and_one = purchase->price + 1 };

  return gla_table_add (self, &purchase_table, &row, NULL, error);
}

/* From the beginning of its day: it never was in another one. */
static gboolean
put_into (GlaStore       *self,
          const GlaVial  *vial,
          const char     *id,
          const char     *fridge,
          const char     *moment,
          GError        **error)
{
  const char *const vials[] = { id, NULL };
  char day[11];
  g_autofree char *begin
      = vial->received != GLA_DAY_NONE
          ? g_strconcat (gla_day_write_iso (vial->received, day), "T00:00", NULL)
          : g_strdup (moment);

  return gla_store_add_vial_moves (self, vials, fridge, begin, NULL, error);
}

gboolean
gla_store_receive_delivery (GlaStore               *self,
                            const GlaCarton        *learned,
                            const GlaVial          *vial,
                            const GlaVialPurchase  *purchase,
                            const char             *fridge,
                            const char             *moment,
                            char                  **id,
                            GError                **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *received = NULL;

  g_return_val_if_fail (self != NULL && vial != NULL && moment != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL
      || !gla_store_receive_pack (self, learned, vial, moment, &received, error)
      || (purchase != NULL && !add_purchase (self, purchase, received, error))
      || (fridge != NULL && strcmp (fridge, GLA_FRIDGE_FIRST) != 0
          && !put_into (self, vial, received, fridge, moment, error))
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&received);
  return TRUE;
}

GHashTable *
gla_store_list_purchases (GlaStore  *self,
                          GError   **error)
{
  g_autoptr (GHashTable) list
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                               (GDestroyNotify) gla_vial_purchase_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id, vial, delivery, coalesce (price, -1), revision"
                                 " FROM vial_purchase WHERE void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaVialPurchase purchase = {
        .id = gla_statement_get_text (statement, 0),
        .vial = gla_statement_get_text (statement, 1),
        .delivery = gla_statement_get_text (statement, 2),
        .price = gla_statement_get_int (statement, 3),
        .revision = gla_statement_get_int (statement, 4),
      };

      g_hash_table_insert (list, g_strdup (purchase.vial), gla_vial_purchase_new (&purchase));
    }
  return row ? NULL : g_steal_pointer (&list);
}

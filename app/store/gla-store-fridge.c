/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-fridge.h"

#include "gla-store-private.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaFridgeReading, TEXT, since),
  GLA_FIELD (GlaFridgeReading, TEXT, moment),
  GLA_FIELD (GlaFridgeReading, INT, low),
  GLA_FIELD (GlaFridgeReading, INT, high),
  GLA_FIELD (GlaFridgeReading, TEXT, staff),
  GLA_FIELD (GlaFridgeReading, TEXT, note),
};

#define COLUMNS "id, since, moment, low, high, staff, note"

const GlaTable gla_fridge_reading_table = {
  GLA_TABLE_STATEMENTS ("fridge_reading", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaFridgeReading, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaFridgeReading, revision),
  .insert = "INSERT INTO fridge_reading (" COLUMNS ") VALUES (:id, :since, :moment, :low, :high,"
            " :staff, :note)",
  .update = "UPDATE fridge_reading SET since = :since, moment = :moment, low = :low, high = :high,"
            " staff = :staff, note = :note, revision = revision + 1 WHERE id = :id",
};

gboolean
gla_store_add_fridge_reading (GlaStore                *self,
                              const GlaFridgeReading  *reading,
                              char                   **id,
                              GError                 **error)
{
  GlaFridgeReading full;

  g_return_val_if_fail (self != NULL && reading != NULL, FALSE);
  g_return_val_if_fail (reading->since != NULL && reading->moment != NULL, FALSE);

  full = *reading;
  if (full.staff == NULL)
    full.staff = self->author;
  return gla_table_add (self, &gla_fridge_reading_table, &full, id, error);
}

GPtrArray *
gla_store_list_fridge_readings (GlaStore  *self,
                                GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM fridge_reading"
                                 " WHERE void_reason IS NULL ORDER BY moment DESC, id",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaFridgeReading reading = { 0 };

      gla_table_read (&gla_fridge_reading_table, statement, &reading);
      g_ptr_array_add (list, gla_fridge_reading_new (&reading));
    }
  return row ? NULL : g_steal_pointer (&list);
}

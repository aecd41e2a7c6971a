/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-fridge.h"

#include "gla-identifier.h"
#include "gla-store-private.h"

#include <string.h>

static const GlaField fields[] = {
  GLA_FIELD (GlaFridgeReading, TEXT, since),
  GLA_FIELD (GlaFridgeReading, TEXT, moment),
  GLA_FIELD (GlaFridgeReading, INT, low),
  GLA_FIELD (GlaFridgeReading, INT, high),
  GLA_FIELD (GlaFridgeReading, TEXT, staff),
  GLA_FIELD (GlaFridgeReading, TEXT, note),
  GLA_FIELD (GlaFridgeReading, TEXT, fridge),
  GLA_FIELD (GlaFridgeReading, TEXT, source),
};

#define COLUMNS "id, since, moment, low, high, staff, note, fridge, source"

/* Taking a logger's file back takes its readings with it. */
#define LIVE                                                                                       \
  "r.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM fridge_import m WHERE m.id = r.source"      \
  " AND m.void_reason IS NOT NULL)"

const GlaTable gla_fridge_reading_table = {
  GLA_TABLE_STATEMENTS ("fridge_reading", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaFridgeReading, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaFridgeReading, revision),
  .insert = "INSERT INTO fridge_reading (" COLUMNS ") VALUES (:id, :since, :moment, :low, :high,"
            " :staff, :note, :fridge, :source)",
  .update = "UPDATE fridge_reading SET since = :since, moment = :moment, low = :low, high = :high,"
            " staff = :staff, note = :note, fridge = :fridge, source = :source, revision = revision + 1 WHERE id = :id",
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

static gboolean
read_readings (GlaStatement  *statement,
               GPtrArray     *list,
               GError       **error)
{
  gboolean row = TRUE;

  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaFridgeReading reading = { 0 };

      gla_table_read (&gla_fridge_reading_table, statement, &reading);
      g_ptr_array_add (list, gla_fridge_reading_new (&reading));
    }
  return !row;
}

GPtrArray *
gla_store_list_fridge_readings (GlaStore    *self,
                                const char  *since,
                                gboolean     by_hand,
                                GError     **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM fridge_reading r"
                                 " WHERE " LIVE " AND moment >= :since"
                                 " AND (:by_hand = 0 OR source IS NULL)"
                                 " ORDER BY moment DESC, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":since", since != NULL ? since : " ");
  gla_statement_bind_int (statement, ":by_hand", by_hand ? 1 : 0);
  return read_readings (statement, list, error) ? g_steal_pointer (&list) : NULL;
}

/* Whether what a logger saw is in the log already, and from when on it is new. */
static gboolean
find_known (GlaStore                *self,
            const GlaFridgeReading  *reading,
            char                   **until,
            GError                 **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT max (r.moment) FROM fridge_reading r WHERE r.source IS NOT NULL"
                           " AND coalesce (r.fridge, :first) = :fridge AND " LIVE
                           " AND r.since <= :since AND r.moment >= :since"
                           " AND (r.moment > :since OR :since = :moment)"
                           " AND r.low <= :low AND r.high >= :high",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":first", GLA_FRIDGE_FIRST);
  gla_statement_bind_text (statement, ":fridge", reading->fridge);
  gla_statement_bind_text (statement, ":since", reading->since);
  gla_statement_bind_text (statement, ":moment", reading->moment);
  gla_statement_bind_int (statement, ":low", reading->low);
  gla_statement_bind_int (statement, ":high", reading->high);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  *until = row ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
  return TRUE;
}

static gboolean
add_logged (GlaStore                *self,
            const GlaFridgeReading  *reading,
            const char              *source,
            guint                   *n_added,
            GError                 **error)
{
  GlaFridgeReading full = *reading;
  g_autofree char *known = NULL;
  g_autofree char *id = NULL;

  full.fridge = reading->fridge != NULL ? reading->fridge : GLA_FRIDGE_FIRST;
  full.source = source;
  if (!find_known (self, &full, &known, error))
    return FALSE;
  if (known != NULL && strcmp (known, full.moment) >= 0)
    return TRUE;
  /* The hour in which the log ended the last time. */
  if (known != NULL)
    full.since = known;
  id = gla_identifier_new ();
  if (!gla_table_insert (self, &gla_fridge_reading_table, &full, id, 0, error))
    return FALSE;
  (*n_added)++;
  return TRUE;
}

gboolean
gla_store_import_fridge_log (GlaStore               *self,
                             const GlaFridgeImport  *import,
                             GPtrArray              *readings,
                             char                  **id,
                             guint                  *n_added,
                             GError                **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *source = NULL;
  GlaFridgeImport full;

  g_return_val_if_fail (self != NULL && import != NULL && readings != NULL, FALSE);
  g_return_val_if_fail (id != NULL && n_added != NULL, FALSE);

  *id = NULL;
  *n_added = 0;
  full = *import;
  if (full.staff == NULL)
    full.staff = self->author;
  transaction = gla_store_begin (self, error);
  if (transaction == NULL
      || !gla_table_add (self, &gla_fridge_import_table, &full, &source, error))
    return FALSE;
  for (guint i = 0; i < readings->len; i++)
    if (!add_logged (self, readings->pdata[i], source, n_added, error))
      return FALSE;
  /* Nothing new: nothing is kept of it, not even that it was tried. */
  if (*n_added == 0)
    return TRUE;
  if (!gla_transaction_commit (transaction, error))
    return FALSE;
  *id = g_steal_pointer (&source);
  return TRUE;
}

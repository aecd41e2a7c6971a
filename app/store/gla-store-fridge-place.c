/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fridges themselves: what they are called, what stood in them, and what was said to it. */

#include "config.h"

#include "gla-store-fridge.h"

#include "gla-store-private.h"

static const GlaField fridge_fields[] = {
  GLA_FIELD (GlaFridge, TEXT, name),
};

/* An empty name is kept as such. */
const GlaTable gla_fridge_table = {
  GLA_TABLE_STATEMENTS ("fridge", "0"),
  .fields = fridge_fields,
  .n_fields = G_N_ELEMENTS (fridge_fields),
  .id = offsetof (GlaFridge, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaFridge, revision),
  .insert = "INSERT INTO fridge (id, name) VALUES (:id, coalesce (:name, ''))",
  .update = "UPDATE fridge SET name = coalesce (:name, ''), revision = revision + 1 WHERE id = :id",
};

static const GlaField import_fields[] = {
  GLA_FIELD (GlaFridgeImport, TEXT, fridge),
  GLA_FIELD (GlaFridgeImport, TEXT, file),
  GLA_FIELD (GlaFridgeImport, TEXT, imported),
  GLA_FIELD (GlaFridgeImport, TEXT, since),
  GLA_FIELD (GlaFridgeImport, TEXT, moment),
  GLA_FIELD (GlaFridgeImport, INT, low),
  GLA_FIELD (GlaFridgeImport, INT, high),
  GLA_FIELD (GlaFridgeImport, INT, n_readings),
  GLA_FIELD (GlaFridgeImport, INT, n_gaps),
  GLA_FIELD (GlaFridgeImport, TEXT, staff),
};

#define IMPORT_COLUMNS                                                                             \
  "id, fridge, file, imported, since, moment, low, high, n_readings, n_gaps, staff"

const GlaTable gla_fridge_import_table = {
  GLA_TABLE_STATEMENTS ("fridge_import", "0"),
  .fields = import_fields,
  .n_fields = G_N_ELEMENTS (import_fields),
  .id = offsetof (GlaFridgeImport, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaFridgeImport, revision),
  .insert = "INSERT INTO fridge_import (" IMPORT_COLUMNS ") VALUES (:id, :fridge, :file,"
            " :imported, :since, :moment, :low, :high, :n_readings, :n_gaps, :staff)",
  .update = "UPDATE fridge_import SET fridge = :fridge, file = :file, imported = :imported,"
            " since = :since, moment = :moment, low = :low, high = :high,"
            " n_readings = :n_readings, n_gaps = :n_gaps, staff = :staff,"
            " revision = revision + 1 WHERE id = :id",
};

static const GlaField move_fields[] = {
  GLA_FIELD (GlaVialMove, TEXT, vial),
  GLA_FIELD (GlaVialMove, TEXT, fridge),
  GLA_FIELD (GlaVialMove, TEXT, moment),
  GLA_FIELD (GlaVialMove, TEXT, staff),
};

#define MOVE_COLUMNS "id, vial, fridge, moment, staff"

const GlaTable gla_vial_move_table = {
  GLA_TABLE_STATEMENTS ("vial_move", "0"),
  .fields = move_fields,
  .n_fields = G_N_ELEMENTS (move_fields),
  .id = offsetof (GlaVialMove, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaVialMove, revision),
  .insert = "INSERT INTO vial_move (" MOVE_COLUMNS ") VALUES (:id, :vial, :fridge, :moment,"
            " :staff)",
  .update = "UPDATE vial_move SET vial = :vial, fridge = :fridge, moment = :moment,"
            " staff = :staff, revision = revision + 1 WHERE id = :id",
};

static const GlaField answer_fields[] = {
  GLA_FIELD (GlaFridgeAnswer, TEXT, fridge),
  GLA_FIELD (GlaFridgeAnswer, TEXT, product),
  GLA_FIELD (GlaFridgeAnswer, TEXT, moment),
  GLA_FIELD (GlaFridgeAnswer, INT, may_use),
  GLA_FIELD (GlaFridgeAnswer, DAY, day),
  GLA_FIELD (GlaFridgeAnswer, TEXT, answer),
  GLA_FIELD (GlaFridgeAnswer, TEXT, staff),
};

#define ANSWER_COLUMNS "id, fridge, product, moment, may_use, day, answer, staff"

const GlaTable gla_fridge_answer_table = {
  GLA_TABLE_STATEMENTS ("fridge_answer", "0"),
  .fields = answer_fields,
  .n_fields = G_N_ELEMENTS (answer_fields),
  .id = offsetof (GlaFridgeAnswer, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaFridgeAnswer, revision),
  .insert = "INSERT INTO fridge_answer (" ANSWER_COLUMNS ") VALUES (:id, :fridge, :product,"
            " :moment, :may_use, :day, :answer, :staff)",
  .update = "UPDATE fridge_answer SET fridge = :fridge, product = :product, moment = :moment,"
            " may_use = :may_use, day = :day, answer = :answer, staff = :staff,"
            " revision = revision + 1 WHERE id = :id",
};

/* Each row of the statement as one record of the list. */
#define READ_ALL(Type, prefix, table)                                                              \
  static gboolean read_##prefix##s (GlaStatement *statement, GPtrArray *list, GError **error)      \
  {                                                                                                \
    gboolean row = TRUE;                                                                           \
                                                                                                   \
    while (gla_statement_step (statement, &row, error) && row)                                     \
      {                                                                                            \
        Type record = { 0 };                                                                       \
                                                                                                   \
        gla_table_read (table, statement, &record);                                                \
        g_ptr_array_add (list, gla_##prefix##_new (&record));                                      \
      }                                                                                            \
    return !row;                                                                                   \
  }

READ_ALL (GlaFridge, fridge, &gla_fridge_table)
READ_ALL (GlaFridgeImport, fridge_import, &gla_fridge_import_table)
READ_ALL (GlaVialMove, vial_move, &gla_vial_move_table)
READ_ALL (GlaFridgeAnswer, fridge_answer, &gla_fridge_answer_table)

gboolean
gla_store_add_fridge (GlaStore         *self,
                      const GlaFridge  *fridge,
                      char            **id,
                      GError          **error)
{
  g_return_val_if_fail (self != NULL && fridge != NULL && fridge->name != NULL, FALSE);

  return gla_table_add (self, &gla_fridge_table, fridge, id, error);
}

gboolean
gla_store_amend_fridge (GlaStore         *self,
                        const GlaFridge  *fridge,
                        const char       *reason,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL && fridge != NULL && fridge->id != NULL, FALSE);

  return gla_table_amend (self, &gla_fridge_table, fridge, reason, error);
}

GPtrArray *
gla_store_list_fridges (GlaStore  *self,
                        GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_unref);
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id, name, revision FROM fridge WHERE void_reason IS NULL"
                                 " ORDER BY CASE WHEN id = :first THEN 0 ELSE 1 END, name, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":first", GLA_FRIDGE_FIRST);
  return read_fridges (statement, list, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
gla_store_list_fridge_imports (GlaStore  *self,
                               GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_import_unref);
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " IMPORT_COLUMNS ", revision FROM fridge_import"
                                 " WHERE void_reason IS NULL ORDER BY moment DESC, id",
                                 error);
  return statement != NULL && read_fridge_imports (statement, list, error)
           ? g_steal_pointer (&list)
           : NULL;
}

gboolean
gla_store_add_vial_moves (GlaStore            *self,
                          const char * const  *vials,
                          const char          *fridge,
                          const char          *moment,
                          GPtrArray          **ids,
                          GError             **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL && vials != NULL && fridge != NULL && moment != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return FALSE;
  for (; *vials != NULL; vials++)
    {
      GlaVialMove move = { .vial = *vials, .fridge = fridge, .moment = moment,
                           .staff = self->author };
      char *id = NULL;

      if (!gla_table_add (self, &gla_vial_move_table, &move, &id, error))
        return FALSE;
      g_ptr_array_add (added, id);
    }
  if (!gla_transaction_commit (transaction, error))
    return FALSE;
  if (ids != NULL)
    *ids = g_steal_pointer (&added);
  return TRUE;
}

gboolean
gla_store_add_fridge_answer (GlaStore               *self,
                             const GlaFridgeAnswer  *answer,
                             char                  **id,
                             GError                **error)
{
  GlaFridgeAnswer full;

  g_return_val_if_fail (self != NULL && answer != NULL, FALSE);

  full = *answer;
  if (full.staff == NULL)
    full.staff = self->author;
  return gla_table_add (self, &gla_fridge_answer_table, &full, id, error);
}

static gboolean
read_moves (GlaStore       *self,
            const char     *vial,
            GlaFridgePast  *past,
            GError        **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT " MOVE_COLUMNS ", revision FROM vial_move"
                           " WHERE void_reason IS NULL AND (:vial IS NULL OR vial = :vial)"
                           " ORDER BY moment, id",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":vial", vial);
  return read_vial_moves (statement, past->moves, error);
}

static gboolean
read_answers (GlaStore       *self,
              GlaFridgePast  *past,
              GError        **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT " ANSWER_COLUMNS ", revision FROM fridge_answer"
                           " WHERE void_reason IS NULL ORDER BY moment DESC, day DESC, id",
                           error);

  return statement != NULL && read_fridge_answers (statement, past->answers, error);
}

/* The day from which on temperatures can concern the vial, or any that is in stock. */
static gboolean
find_since (GlaStore    *self,
            const char  *vial,
            char       **since,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT min (coalesce (received, ' ')) FROM vial"
                           " WHERE CASE WHEN :vial IS NULL THEN void_reason IS NULL"
                           "  AND state NOT IN (:finished, :discarded) ELSE id = :vial END",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":vial", vial);
  gla_statement_bind_int (statement, ":finished", GLA_VIAL_FINISHED);
  gla_statement_bind_int (statement, ":discarded", GLA_VIAL_DISCARDED);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  *since = row ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
  return TRUE;
}

GlaFridgePast *
gla_store_read_fridge_past (GlaStore    *self,
                            const char  *vial,
                            GError     **error)
{
  g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
  g_autofree char *since = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!read_moves (self, vial, past, error) || !read_answers (self, past, error)
      || !find_since (self, vial, &since, error))
    return NULL;
  /* Without a vial no temperature concerns any. */
  if (since == NULL)
    return g_steal_pointer (&past);
  g_ptr_array_unref (past->readings);
  past->readings = gla_store_list_fridge_readings (self, since, FALSE, error);
  if (past->readings == NULL)
    {
      past->readings = g_ptr_array_new ();
      return NULL;
    }
  return g_steal_pointer (&past);
}

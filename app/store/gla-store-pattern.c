/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-pattern.h"

#include "gla-store-private.h"
#include "gla-table.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaPattern, TEXT, name),
  GLA_FIELD (GlaPattern, TEXT, product),
  GLA_FIELD (GlaPattern, TEXT, staff),
  GLA_FIELD (GlaPattern, TEXT, content),
};

#define COLUMNS "id, name, product, staff, content"

const GlaTable gla_pattern_table = {
  GLA_TABLE_STATEMENTS ("pattern", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaPattern, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaPattern, revision),
  .insert = "INSERT INTO pattern (" COLUMNS ") VALUES (:id, :name, :product, :staff, :content)",
  .update = "UPDATE pattern SET name = :name, product = :product, staff = :staff,"
            " content = :content, revision = revision + 1 WHERE id = :id",
};

gboolean
gla_store_add_pattern (GlaStore          *self,
                       const GlaPattern  *pattern,
                       char             **id,
                       GError           **error)
{
  g_return_val_if_fail (self != NULL && pattern != NULL, FALSE);

  return gla_table_add (self, &gla_pattern_table, pattern, id, error);
}

gboolean
gla_store_amend_pattern (GlaStore          *self,
                         const GlaPattern  *pattern,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL && pattern != NULL && pattern->id != NULL, FALSE);

  return gla_table_amend (self, &gla_pattern_table, pattern, NULL, error);
}

GPtrArray *
gla_store_list_patterns (GlaStore    *self,
                         const char  *staff,
                         GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_pattern_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM pattern"
                                 " WHERE void_reason IS NULL AND (staff IS NULL OR staff = :staff)"
                                 " ORDER BY staff IS NULL, lower (name), id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":staff", staff);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaPattern pattern = { 0 };

      gla_table_read (&gla_pattern_table, statement, &pattern);
      g_ptr_array_add (list, gla_pattern_new (&pattern));
    }
  return row ? NULL : g_steal_pointer (&list);
}

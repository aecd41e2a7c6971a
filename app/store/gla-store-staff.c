/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaStaff, TEXT, name),
  GLA_FIELD (GlaStaff, INT, role),
  GLA_FIELD (GlaStaff, INT, active),
};

const GlaTable gla_staff_table = {
  GLA_TABLE_STATEMENTS ("staff", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaStaff, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaStaff, revision),
  .insert = "INSERT INTO staff (id, name, role, active) VALUES (:id, :name, :role, :active)",
  .update = "UPDATE staff SET name = :name, role = :role, active = :active,"
            " revision = revision + 1 WHERE id = :id",
};

gboolean
gla_store_add_staff (GlaStore        *self,
                     const GlaStaff  *staff,
                     char           **id,
                     GError         **error)
{
  g_return_val_if_fail (self != NULL && staff != NULL, FALSE);

  return gla_table_add (self, &gla_staff_table, staff, id, error);
}

gboolean
gla_store_amend_staff (GlaStore        *self,
                       const GlaStaff  *staff,
                       const char      *reason,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && staff != NULL && staff->id != NULL, FALSE);

  return gla_table_amend (self, &gla_staff_table, staff, reason, error);
}

GPtrArray *
gla_store_list_staff (GlaStore  *self,
                      gboolean   with_inactive,
                      GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_staff_unref);
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id, name, role, active, revision FROM staff"
                                 " WHERE void_reason IS NULL AND (active = 1 OR :all = 1)"
                                 " ORDER BY lower (name), id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":all", with_inactive ? 1 : 0);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaStaff staff = { 0 };

      gla_table_read (&gla_staff_table, statement, &staff);
      g_ptr_array_add (list, gla_staff_new (&staff));
    }
  return row ? NULL : g_steal_pointer (&list);
}

gboolean
gla_store_read_staff (GlaStore     *self,
                      const char   *id,
                      GlaStaff    **staff,
                      GError      **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT id, name, role, active, revision FROM staff WHERE id = :id",
                           error);
  GlaStaff record = { 0 };
  gboolean row;

  *staff = NULL;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      gla_table_read (&gla_staff_table, statement, &record);
      *staff = gla_staff_new (&record);
    }
  return TRUE;
}

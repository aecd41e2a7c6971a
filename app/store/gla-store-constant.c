/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-constant.h"

#include "gla-json.h"
#include "gla-store-private.h"

/* As the audit names it; the index of its entries needs the text in the statement. */
#define SUBJECT "clinic_constant"

typedef struct
{
  gboolean is_set;
  double low;
  double high;
  char *json;     /* for the audit, or NULL */
} Value;

static void
value_clear (Value *self)
{
  g_clear_pointer (&self->json, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Value, value_clear)

static gboolean
read_value (GlaStore    *self,
            const char  *name,
            Value       *value,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT low, high FROM clinic_constant WHERE name = :name", error);
  GString *json;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  value->is_set = row;
  if (!row)
    return TRUE;
  value->low = gla_statement_get_double (statement, 0);
  value->high = gla_statement_get_double (statement, 1);
  json = g_string_new ("{");
  gla_json_append_row (json, statement);
  g_string_append_c (json, '}');
  value->json = g_string_free (json, FALSE);
  return TRUE;
}

static gboolean
write_value (GlaStore    *self,
             const char  *name,
             double       low,
             double       high,
             GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO clinic_constant (name, low, high)"
                           " VALUES (:name, :low, :high)"
                           " ON CONFLICT (name) DO UPDATE SET low = excluded.low,"
                           " high = excluded.high",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  gla_statement_bind_double (statement, ":low", low);
  gla_statement_bind_double (statement, ":high", high);
  return gla_statement_run (statement, error);
}

static gboolean
drop_value (GlaStore    *self,
            const char  *name,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "DELETE FROM clinic_constant WHERE name = :name", error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_put_constant (GlaStore    *self,
                        const char  *name,
                        double       low,
                        double       high,
                        const char  *reason,
                        GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_auto (Value) before = { 0 };
  g_auto (Value) after = { 0 };

  g_return_val_if_fail (self != NULL && name != NULL && name[0] != '\0', FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !read_value (self, name, &before, error))
    return FALSE;
  if (before.is_set && before.low == low && before.high == high)
    return TRUE;
  return write_value (self, name, low, high, error) && read_value (self, name, &after, error)
         && gla_store_write_audit (self, before.is_set ? "amend" : "add", SUBJECT, name, NULL,
                                   before.json, after.json, reason, error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_store_reset_constant (GlaStore    *self,
                          const char  *name,
                          const char  *reason,
                          GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_auto (Value) before = { 0 };

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !read_value (self, name, &before, error))
    return FALSE;
  if (!before.is_set)
    return TRUE;
  return drop_value (self, name, error)
         && gla_store_write_audit (self, "reset", SUBJECT, name, NULL, before.json, NULL, reason,
                                   error)
         && gla_transaction_commit (transaction, error);
}

void
gla_clinic_constant_free (GlaClinicConstant *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->staff);
  g_free (self);
}

/* The day in local time of a moment of the audit. */
static GlaDay
find_day (const char *moment)
{
  g_autoptr (GDateTime) utc
      = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  int year, month, day;

  if (local == NULL)
    return GLA_DAY_NONE;
  g_date_time_get_ymd (local, &year, &month, &day);
  return gla_day_new (year, month, day);
}

GPtrArray *
gla_store_list_constants (GlaStore  *self,
                          GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_clinic_constant_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT c.name, c.low, c.high, a.moment,"
                                 " coalesce (s.name, a.staff) FROM clinic_constant c"
                                 " LEFT JOIN audit a ON a.number ="
                                 "  (SELECT max (b.number) FROM audit b"
                                 "   WHERE b.subject = '" SUBJECT "' AND b.record = c.name)"
                                 " LEFT JOIN staff s ON s.id = a.staff ORDER BY c.name",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaClinicConstant *constant = g_new0 (GlaClinicConstant, 1);

      constant->name = g_strdup (gla_statement_get_text (statement, 0));
      constant->low = gla_statement_get_double (statement, 1);
      constant->high = gla_statement_get_double (statement, 2);
      constant->day = find_day (gla_statement_get_text (statement, 3));
      constant->staff = g_strdup (gla_statement_get_text (statement, 4));
      g_ptr_array_add (list, constant);
    }
  return row ? NULL : g_steal_pointer (&list);
}

void
gla_constant_change_free (GlaConstantChange *self)
{
  if (self == NULL)
    return;
  g_free (self->moment);
  g_free (self->staff);
  g_free (self->reason);
  g_free (self);
}

static GlaConstantChange *
read_change (GlaStatement *statement)
{
  GlaConstantChange *self = g_new0 (GlaConstantChange, 1);

  self->moment = g_strdup (gla_statement_get_text (statement, 0));
  self->staff = g_strdup (gla_statement_get_text (statement, 1));
  self->reason = g_strdup (gla_statement_get_text (statement, 2));
  self->has_before = gla_statement_get_int (statement, 3) != 0;
  self->before_low = gla_statement_get_double (statement, 4);
  self->before_high = gla_statement_get_double (statement, 5);
  self->has_after = gla_statement_get_int (statement, 6) != 0;
  self->after_low = gla_statement_get_double (statement, 7);
  self->after_high = gla_statement_get_double (statement, 8);
  return self;
}

GPtrArray *
gla_store_list_constant_changes (GlaStore    *self,
                                 const char  *name,
                                 GError     **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_constant_change_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT a.moment, coalesce (s.name, a.staff), a.reason,"
                                 " a.before IS NOT NULL, json_extract (a.before, '$.low'),"
                                 " json_extract (a.before, '$.high'), a.after IS NOT NULL,"
                                 " json_extract (a.after, '$.low'),"
                                 " json_extract (a.after, '$.high')"
                                 " FROM audit a LEFT JOIN staff s ON s.id = a.staff"
                                 " WHERE a.subject = '" SUBJECT "' AND a.record = :name"
                                 " ORDER BY a.number DESC",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":name", name);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_change (statement));
  return row ? NULL : g_steal_pointer (&list);
}

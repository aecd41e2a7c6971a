/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-json.h"
#include "gla-store-private.h"
#include "gla-store-read.h"

/* NULL without an error for a setting that is not set. */
static gboolean
read_value (GlaStore    *self,
            const char  *name,
            char       **value,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT value FROM setting WHERE name = :name", error);
  gboolean row;

  *value = NULL;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = g_strdup (gla_statement_get_text (statement, 0));
  return TRUE;
}

static gboolean
write_value (GlaStore    *self,
             const char  *name,
             const char  *value,
             GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  if (value == NULL)
    statement = gla_store_prepare (self, "DELETE FROM setting WHERE name = :name", error);
  else
    statement = gla_store_prepare (self,
                                   "INSERT INTO setting (name, value) VALUES (:name, :value)"
                                   " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                   error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  if (value != NULL)
    gla_statement_bind_text (statement, ":value", value);
  return gla_statement_run (statement, error);
}

static char *
describe_value (const char *value)
{
  GString *json;

  if (value == NULL)
    return NULL;
  json = g_string_new ("{\"value\":");
  gla_json_append_text (json, value);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
gla_store_get_setting (GlaStore    *self,
                       const char  *name,
                       GError     **error)
{
  char *value;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return read_value (self, name, &value, error) ? value : NULL;
}

gboolean
gla_store_put_setting (GlaStore    *self,
                       const char  *name,
                       const char  *value,
                       GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !read_value (self, name, &old, error))
    return FALSE;
  if (g_strcmp0 (old, value) == 0)
    return TRUE;
  before = describe_value (old);
  after = describe_value (value);
  return write_value (self, name, value, error)
         && (self->batch != NULL
             || gla_store_write_audit (self, "setting", "setting", name, NULL, before, after, NULL,
                                       error))
         && gla_transaction_commit (transaction, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-notice.h"
#include "gla-store-private.h"

/* Single statements: each is a transaction by itself. */

char *
gla_store_get_cache (GlaStore    *self,
                     const char  *name,
                     GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  statement = gla_store_prepare (self, "SELECT value FROM cache WHERE name = :name", error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":name", name);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  return row ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
}

gboolean
gla_store_put_cache (GlaStore    *self,
                     const char  *name,
                     const char  *value,
                     GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  statement = gla_store_prepare (self,
                                 value == NULL
                                     ? "DELETE FROM cache WHERE name = :name"
                                     : "INSERT INTO cache (name, value) VALUES (:name, :value)"
                                       " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":name", name);
  if (value != NULL)
    gla_statement_bind_text (statement, ":value", value);
  return gla_statement_run (statement, error);
}

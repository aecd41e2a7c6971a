/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-json.h"
#include "gla-store-case.h"
#include "gla-store-private.h"

static char *
make_id (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
has_protocol (GlaStore    *self,
              const char  *id,
              gboolean    *found,
              GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT 1 FROM protocol_copy WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  return gla_statement_step (statement, found, error);
}

static gboolean
insert_protocol (GlaStore    *self,
                 const char  *id,
                 const char  *text,
                 GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO protocol_copy (id, content) VALUES (:id, :content)",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  gla_statement_bind_text (statement, ":content", text);
  return gla_statement_run (statement, error);
}

/* The identifier says which text it is; the text itself is never changed. */
static char *
describe_protocol (const char *id)
{
  GString *json = g_string_new ("{\"id\":");

  gla_json_append_text (json, id);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

gboolean
gla_store_keep_protocol (GlaStore    *self,
                         const char  *text,
                         char       **id,
                         GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  g_autofree char *after = NULL;
  gboolean found;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  name = make_id (text);
  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !has_protocol (self, name, &found, error))
    return FALSE;
  self->batch_added = !found;
  if (!found)
    {
      after = describe_protocol (name);
      if (!insert_protocol (self, name, text, error)
          || (self->batch == NULL
              && !gla_store_write_audit (self, "add", "protocol_copy", name, NULL, NULL, after,
                                         NULL, error)))
        return FALSE;
    }
  if (!gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

char *
gla_store_read_protocol (GlaStore    *self,
                         const char  *id,
                         GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  statement = gla_store_prepare (self, "SELECT content FROM protocol_copy WHERE id = :id", error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  text = g_strdup (gla_statement_get_text (statement, 0));
  name = make_id (text);
  if (g_strcmp0 (name, id) != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT,
                           _("The protocol of this case was changed after it was kept. Restore a "
                             "backup."));
      return NULL;
    }
  return g_steal_pointer (&text);
}

gboolean
gla_store_check_protocols (GlaStore   *self,
                           GPtrArray  *faults,
                           GError    **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT id, content FROM protocol_copy ORDER BY row", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      const char *id = gla_statement_get_text (statement, 0);
      g_autofree char *name = make_id (gla_statement_get_text (statement, 1));

      if (g_strcmp0 (name, id) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("Protocol %s was changed after it was kept."),
                                                  id));
    }
  return !row;
}

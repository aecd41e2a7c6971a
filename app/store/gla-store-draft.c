/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-private.h"

/*
 * Single statements: each is a transaction by itself. What is typed and not yet saved is
 * no part of the record, so that nobody has to read anew for it: windows are not told of
 * each word, only when a draft appears or goes.
 */
static gboolean
run_quietly (GlaStore      *self,
             GlaStatement  *statement,
             gint64        *n_changes,
             GError       **error)
{
  sqlite3 *handle = gla_database_get_handle (self->database);

  if (!gla_statement_run (statement, error))
    return FALSE;
  *n_changes = sqlite3_changes64 (handle);
  self->quiet_changes += *n_changes;
  return TRUE;
}

static gboolean
write_draft (GlaStore    *self,
             const char  *sql,
             const char  *kind,
             const char  *patient,
             const char  *content,
             gint64      *n_changes,
             GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":kind", kind);
  gla_statement_bind_text (statement, ":patient", patient);
  gla_statement_bind_text (statement, ":content", content);
  return run_quietly (self, statement, n_changes, error);
}

gboolean
gla_store_put_draft (GlaStore    *self,
                     const char  *kind,
                     const char  *patient,
                     const char  *content,
                     GError     **error)
{
  gint64 n_changes;

  g_return_val_if_fail (self != NULL && kind != NULL && patient != NULL && content != NULL, FALSE);

  if (!write_draft (self,
                    "UPDATE draft SET content = :content"
                    " WHERE kind = :kind AND patient = :patient",
                    kind, patient, content, &n_changes, error))
    return FALSE;
  if (n_changes > 0)
    return TRUE;
  if (!write_draft (self,
                    "INSERT INTO draft (kind, patient, content)"
                    " VALUES (:kind, :patient, :content)"
                    " ON CONFLICT (kind, patient) DO UPDATE SET content = excluded.content",
                    kind, patient, content, &n_changes, error))
    return FALSE;
  self->draft_changes++;
  return TRUE;
}

char *
gla_store_get_draft (GlaStore    *self,
                     const char  *kind,
                     const char  *patient,
                     GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL && kind != NULL && patient != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT content FROM draft"
                                 " WHERE kind = :kind AND patient = :patient",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":kind", kind);
  gla_statement_bind_text (statement, ":patient", patient);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  return row ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
}

gboolean
gla_store_drop_draft (GlaStore    *self,
                      const char  *kind,
                      const char  *patient,
                      GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gint64 n_changes;

  g_return_val_if_fail (self != NULL && kind != NULL && patient != NULL, FALSE);

  statement = gla_store_prepare (self,
                                 "DELETE FROM draft WHERE kind = :kind AND patient = :patient",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":kind", kind);
  gla_statement_bind_text (statement, ":patient", patient);
  if (!run_quietly (self, statement, &n_changes, error))
    return FALSE;
  self->draft_changes += n_changes;
  return TRUE;
}

gint64
gla_store_get_draft_change_count (GlaStore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->draft_changes;
}

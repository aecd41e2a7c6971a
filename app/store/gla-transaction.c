/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-transaction.h"

struct _GlaTransaction
{
  GlaDatabase *database;
  gboolean nested;
  gboolean done;
};

static gboolean
run (GlaDatabase  *database,
     const char   *sql,
     GError      **error)
{
  g_autoptr (GlaStatement) statement = gla_database_prepare (database, sql, error);

  return statement != NULL && gla_statement_run (statement, error);
}

GlaTransaction *
gla_transaction_begin (GlaDatabase  *database,
                       GError      **error)
{
  GlaTransaction *self;
  gboolean nested = sqlite3_get_autocommit (gla_database_get_handle (database)) == 0;

  /* IMMEDIATE: a reader that turns writer half-way could not wait for another writer. */
  if (!run (database, nested ? "SAVEPOINT gla" : "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (GlaTransaction, 1);
  self->database = database;
  self->nested = nested;
  return self;
}

gboolean
gla_transaction_commit (GlaTransaction  *self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL && !self->done, FALSE);

  if (!run (self->database, self->nested ? "RELEASE gla" : "COMMIT", error))
    return FALSE;
  self->done = TRUE;
  return TRUE;
}

static void
roll_back (GlaTransaction *self)
{
  /* After some errors, such as a full disk, SQLite has rolled everything back by itself. */
  if (sqlite3_get_autocommit (gla_database_get_handle (self->database)) != 0)
    return;
  /* Not from the cache: a new statement is too short to be stopped by a cancelled caller. */
  gla_database_execute (self->database,
                        self->nested ? "ROLLBACK TO gla; RELEASE gla" : "ROLLBACK", NULL);
}

void
gla_transaction_free (GlaTransaction *self)
{
  if (self == NULL)
    return;
  if (!self->done)
    roll_back (self);
  g_free (self);
}

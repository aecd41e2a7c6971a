/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-database.h"

#include "gla-i18n.h"
#include "gla-store-error.h"

#include <string.h>
#include <unistd.h>

/* Virtual machine steps between two looks at the cancellable: about 0.1 ms. */
#define CANCEL_STEPS 2000
#define BUSY_MILLISECONDS 5000

struct _GlaDatabase
{
  sqlite3 *handle;
  GThread *thread;
  GHashTable *statements; /* address of the SQL literal -> GlaStatement */
  GCancellable *cancellable;
};

/*
 * A file in a folder that can't be written to can be read only if SQLite knows
 * that nobody else writes: it could not make the files beside it that readers
 * and writers share.
 */
static char *
make_uri (const char        *path,
          GlaDatabaseFlags   flags,
          GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);

  if (uri == NULL)
    return NULL;
  if ((flags & GLA_DATABASE_READ_ONLY) != 0 && access (folder, W_OK) != 0
      && !g_file_test (wal, G_FILE_TEST_EXISTS))
    return g_strconcat (uri, "?immutable=1", NULL);
  return g_steal_pointer (&uri);
}

static int
get_open_flags (GlaDatabaseFlags flags)
{
  int result = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW;

  if ((flags & GLA_DATABASE_READ_ONLY) != 0)
    return result | SQLITE_OPEN_READONLY;
  result |= SQLITE_OPEN_READWRITE;
  if ((flags & GLA_DATABASE_CREATE) != 0)
    result |= SQLITE_OPEN_CREATE;
  return result;
}

/* A setting that SQLite did not take would go unnoticed: read it back. */
static gboolean
check_setting (GlaDatabase  *self,
               const char   *sql,
               gint64        wanted,
               GError      **error)
{
  gint64 value;

  if (!gla_database_get_int (self, sql, &value, error))
    return FALSE;
  if (value != wanted)
    {
      g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                   _("This SQLite refuses a setting that a clinic file needs (%s)."), sql);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_journal (GlaDatabase       *self,
             GlaDatabaseFlags   flags,
             GError           **error)
{
  g_autofree char *mode = NULL;

  if ((flags & (GLA_DATABASE_READ_ONLY | GLA_DATABASE_PLAIN)) != 0)
    return TRUE;
  if ((flags & GLA_DATABASE_EXCLUSIVE) != 0
      && !gla_database_execute (self, "PRAGMA locking_mode = EXCLUSIVE", error))
    return FALSE;
  mode = gla_database_get_text (self, "PRAGMA journal_mode = WAL", error);
  if (mode == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (mode, "wal") != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                           _("The drive does not allow the safe way of writing a clinic file. "
                             "Keep the file on a disk of this computer."));
      return FALSE;
    }
  return TRUE;
}

/* Foreign keys have to be on before a transaction begins: inside one the switch is ignored. */
static gboolean
configure (GlaDatabase       *self,
           GlaDatabaseFlags   flags,
           GError           **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return gla_database_execute (self,
                               "PRAGMA trusted_schema = OFF;"
                               "PRAGMA temp_store = MEMORY;"
                               "PRAGMA cell_size_check = ON;"
                               "PRAGMA foreign_keys = ON;"
                               "PRAGMA cache_size = -16384;",
                               error)
         && check_setting (self, "PRAGMA foreign_keys", 1, error)
         && check_setting (self, "PRAGMA trusted_schema", 0, error)
         && set_journal (self, flags, error)
         && gla_database_execute (self,
                                  "PRAGMA synchronous = FULL;"
                                  "PRAGMA journal_size_limit = 67108864;",
                                  error)
         && check_setting (self, "PRAGMA synchronous", 2, error);
}

GlaDatabase *
gla_database_open (const char        *path,
                   GlaDatabaseFlags   flags,
                   GError           **error)
{
  g_autoptr (GlaDatabase) self = NULL;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  uri = make_uri (path, flags, error);
  if (uri == NULL)
    return NULL;
  self = g_new0 (GlaDatabase, 1);
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                            (GDestroyNotify) gla_statement_free);
  if (sqlite3_open_v2 (uri, &self->handle, get_open_flags (flags), NULL) != SQLITE_OK)
    {
      gla_store_set_sqlite_error (error, self->handle);
      return NULL;
    }
  /* SQLite opens a file that it may not write to for reading, without a word. */
  if ((flags & GLA_DATABASE_READ_ONLY) == 0 && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_propagate_error (error, gla_store_error_from_sqlite (SQLITE_READONLY, NULL));
      return NULL;
    }
  if (!configure (self, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gla_database_close (GlaDatabase *self)
{
  if (self == NULL)
    return;
  g_return_if_fail (self->thread == g_thread_self ());

  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement is still in use while its database is closed");
  g_free (self);
}

sqlite3 *
gla_database_get_handle (GlaDatabase *self)
{
  g_return_val_if_fail (self != NULL && self->thread == g_thread_self (), NULL);

  return self->handle;
}

void
gla_database_set_busy_timeout (GlaDatabase *self,
                               int          milliseconds)
{
  g_return_if_fail (self != NULL && self->thread == g_thread_self ());

  sqlite3_busy_timeout (self->handle, milliseconds);
}

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data) ? 1 : 0;
}

void
gla_database_set_cancellable (GlaDatabase  *self,
                              GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && self->thread == g_thread_self ());

  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? CANCEL_STEPS : 0,
                            cancellable != NULL ? progress_cb : NULL, cancellable);
}

GlaStatement *
gla_database_prepare (GlaDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  GlaStatement *statement;

  g_return_val_if_fail (self != NULL && self->thread == g_thread_self (), NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL)
    {
      statement = gla_statement_new (self->handle, sql, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  else if (gla_statement_is_borrowed (statement))
    {
      /* Asked for while it runs, as in a loop within a loop: a second one for this time. */
      statement = gla_statement_new (self->handle, sql, error);
      if (statement != NULL)
        gla_statement_borrow (statement, FALSE);
      return statement;
    }
  gla_statement_borrow (statement, TRUE);
  return statement;
}

gboolean
gla_database_execute (GlaDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  g_return_val_if_fail (self != NULL && self->thread == g_thread_self (), FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      gla_store_set_sqlite_error (error, self->handle);
      return FALSE;
    }
  return TRUE;
}

gboolean
gla_database_get_int (GlaDatabase  *self,
                      const char   *sql,
                      gint64       *value,
                      GError      **error)
{
  g_autoptr (GlaStatement) statement = gla_database_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? gla_statement_get_int (statement, 0) : 0;
  return TRUE;
}

char *
gla_database_get_text (GlaDatabase  *self,
                       const char   *sql,
                       GError      **error)
{
  g_autoptr (GlaStatement) statement = gla_database_prepare (self, sql, error);
  gboolean row;
  const char *text;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return NULL;
  text = row ? gla_statement_get_text (statement, 0) : NULL;
  return g_strdup (text != NULL ? text : "");
}

gboolean
gla_database_verify (GlaDatabase  *self,
                     GError      **error)
{
  g_autofree char *result = gla_database_get_text (self, "PRAGMA quick_check (1)", error);
  gint64 orphans;

  if (result == NULL)
    return FALSE;
  if (g_strcmp0 (result, "ok") != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT,
                           _("The clinic file is damaged or cut short. Restore a backup."));
      return FALSE;
    }
  if (!gla_database_get_int (self, "SELECT count (*) FROM pragma_foreign_key_check", &orphans,
                             error))
    return FALSE;
  if (orphans != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT,
                           _("Records in the file refer to others that are missing."));
      return FALSE;
    }
  return TRUE;
}

int
gla_database_get_changes (GlaDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes (self->handle);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store.h"

#include "gla-i18n.h"
#include "gla-store-file.h"
#include "gla-store-private.h"

static gboolean
create_schema (const char            *part,
               const GlaSchemaSteps  *steps,
               GError               **error)
{
  g_autoptr (GlaDatabase) database = gla_database_open (part, GLA_DATABASE_PLAIN, error);

  return database != NULL && gla_schema_create (database, steps, error);
}

/*
 * A new file is made under another name and appears complete, so that an empty
 * or half-made file under the right name always means damage.
 */
static gboolean
create_file (const char            *path,
             const GlaSchemaSteps  *steps,
             char                 **aside,
             GError               **error)
{
  g_autofree char *part = gla_store_file_make_part (path, error);
  g_autoptr (GError) put_error = NULL;

  if (part == NULL)
    return FALSE;
  if (!create_schema (part, steps, error) || !gla_store_file_sync (part, error))
    {
      gla_store_file_remove (part);
      return FALSE;
    }
  /* If another program was faster its file is as good as this one. */
  if (!gla_store_file_put (part, path, aside, &put_error))
    gla_store_file_remove (part);
  if (put_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&put_error));
      return FALSE;
    }
  return gla_store_file_sync_folder (path, error);
}

static void
set_missing_error (GError     **error,
                   const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
               _("There is no clinic file %s."), name);
}

static gboolean
prepare_file (const char            *path,
              GlaStoreFlags          flags,
              const GlaSchemaSteps  *steps,
              char                 **aside,
              GError               **error)
{
  gboolean exists;

  if (!gla_store_file_inspect (path, &exists, error))
    return FALSE;
  if (exists)
    return TRUE;
  if ((flags & GLA_STORE_CREATE) == 0)
    {
      set_missing_error (error, path);
      return FALSE;
    }
  return create_file (path, steps, aside, error);
}

static gboolean
bring_up_to_date (GlaStore              *self,
                  GlaStoreFlags          flags,
                  const GlaSchemaSteps  *steps,
                  GError               **error)
{
  gboolean older;

  if (!gla_schema_check (self->database, steps, &older, error))
    return FALSE;
  if (!older)
    return TRUE;
  if ((flags & GLA_STORE_READ_ONLY) != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OLDER,
                           _("The clinic file has an older format. Open it for writing once, so "
                             "that it is brought up to date."));
      return FALSE;
    }
  return gla_schema_migrate (self->database, steps, self->path, error);
}

/*
 * SQLite's kind of error does not say everything: "can't open" is only a matter
 * of permissions if the file may not be written to, and the format of the file
 * is looked at before any of our tables.
 */
static GlaDatabase *
open_database (GlaStore              *self,
               GlaStoreFlags          flags,
               gboolean               exclusive,
               GError               **error)
{
  GlaDatabaseFlags database_flags = GLA_DATABASE_DEFAULT;

  if ((flags & GLA_STORE_READ_ONLY) != 0)
    database_flags |= GLA_DATABASE_READ_ONLY;
  if (exclusive)
    database_flags |= GLA_DATABASE_EXCLUSIVE;
  return gla_database_open (self->path, database_flags, error);
}

GlaStore *
gla_store_open_with (const char            *path,
                     GlaStoreFlags          flags,
                     const GlaSchemaSteps  *steps,
                     gboolean               exclusive,
                     GError               **error)
{
  g_autoptr (GlaStore) self = NULL;
  g_autoptr (GError) resolve_error = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (steps != NULL, NULL);

  if ((flags & GLA_STORE_READ_ONLY) != 0)
    flags &= ~GLA_STORE_CREATE;
  self = g_new0 (GlaStore, 1);
  self->path = gla_store_file_resolve (path, (flags & GLA_STORE_CREATE) != 0, &resolve_error);
  if (self->path == NULL)
    {
      /* Without its folder the clinic file is missing as well. */
      if (g_error_matches (resolve_error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND))
        set_missing_error (error, path);
      else
        g_propagate_error (error, g_steal_pointer (&resolve_error));
      return NULL;
    }
  if (!prepare_file (self->path, flags, steps, &self->aside, error))
    return NULL;
  self->database = open_database (self, flags, exclusive, error);
  if (self->database == NULL || !bring_up_to_date (self, flags, steps, error))
    {
      name = g_filename_display_name (self->path);
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

GlaStore *
gla_store_open (const char     *path,
                GlaStoreFlags   flags,
                GError        **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  /* Locks and shared memory can't be trusted between machines: there, one program at a time. */
  return gla_store_open_with (path, flags, gla_schema_get_steps (),
                              gla_store_file_is_remote (path), error);
}

void
gla_store_close (GlaStore *self)
{
  if (self == NULL)
    return;
  gla_store_rollback_batch (self);
  g_clear_pointer (&self->names, gla_name_order_free);
  g_clear_pointer (&self->database, gla_database_close);
  g_free (self->last_patient);
  g_free (self->author);
  g_free (self->aside);
  g_free (self->path);
  g_free (self);
}

const char *
gla_store_get_path (GlaStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

const char *
gla_store_get_set_aside (GlaStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->aside;
}

void
gla_store_set_author (GlaStore   *self,
                      const char *staff)
{
  g_autofree char *old = NULL;

  g_return_if_fail (self != NULL);

  old = self->author;
  self->author = g_strdup (staff);
}

void
gla_store_set_cancellable (GlaStore     *self,
                           GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  gla_database_set_cancellable (self->database, cancellable);
}

gint64
gla_store_get_change_count (GlaStore *self)
{
  gint64 version = 0;

  g_return_val_if_fail (self != NULL, 0);

  /* The first counts commits of other connections, the second changes of this one. */
  gla_database_get_int (self->database, "PRAGMA data_version", &version, NULL);
  return (version << 40)
         + sqlite3_total_changes64 (gla_database_get_handle (self->database))
         - self->quiet_changes;
}

GlaStatement *
gla_store_prepare (GlaStore    *self,
                   const char  *sql,
                   GError     **error)
{
  return gla_database_prepare (self->database, sql, error);
}

/* After a full disk or an unreadable page SQLite has rolled back more than the last statement. */
static gboolean
check_batch (GlaStore  *self,
             GError   **error)
{
  if (self->batch == NULL
      || sqlite3_get_autocommit (gla_database_get_handle (self->database)) == 0)
    return TRUE;
  g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                       _("Nothing was saved, because writing failed before."));
  return FALSE;
}

GlaTransaction *
gla_store_begin (GlaStore  *self,
                 GError   **error)
{
  if (!check_batch (self, error))
    return NULL;
  return gla_transaction_begin (self->database, error);
}

gboolean
gla_store_begin_single (GlaStore        *self,
                        GlaTransaction **transaction,
                        GError         **error)
{
  if (self->batch != NULL)
    return check_batch (self, error);
  *transaction = gla_store_begin (self, error);
  return *transaction != NULL;
}

gboolean
gla_store_commit_single (GlaTransaction  *transaction,
                         GError         **error)
{
  return transaction == NULL || gla_transaction_commit (transaction, error);
}

void
gla_store_set_not_found (GError **error)
{
  g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
                       _("The record is not in the clinic file, or was voided."));
}

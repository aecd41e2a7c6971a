/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-backup.h"

#include "gla-copy.h"
#include "gla-i18n.h"
#include "gla-store-file.h"
#include "gla-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
gla_store_backup (GlaStore          *self,
                  const char        *path,
                  GlaStoreProgress   progress,
                  gpointer           user_data,
                  GError           **error)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  target = gla_store_file_resolve (path, FALSE, error);
  if (target == NULL)
    return FALSE;
  if (g_strcmp0 (target, self->path) == 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                           _("A backup needs another name than the clinic file itself."));
      return FALSE;
    }
  return gla_copy_database (self->database, target, progress, user_data, error);
}

/* A backup is opened like a clinic file that must not change, and read through once. */
static GlaStore *
open_backup (const char  *path,
             GError     **error)
{
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_READ_ONLY, error);

  if (store == NULL)
    return NULL;
  if (!gla_database_verify (store->database, error))
    {
      g_prefix_error (error, "%s", _("The backup can’t be used: "));
      return NULL;
    }
  return g_steal_pointer (&store);
}

/*
 * Everything that other programs wrote is in the one file afterwards. Leaving
 * the journal mode works only while nobody else has the file open.
 */
static gboolean
settle (const char  *path,
        GError     **error)
{
  g_autoptr (GlaDatabase) database = gla_database_open (path, GLA_DATABASE_PLAIN, error);
  g_autofree char *mode = NULL;

  if (database == NULL)
    return FALSE;
  mode = gla_database_get_text (database, "PRAGMA journal_mode = DELETE", error);
  if (mode != NULL && g_ascii_strcasecmp (mode, "delete") != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_BUSY,
                           _("The clinic file is open in another program. Close it first."));
      return FALSE;
    }
  return mode != NULL;
}

static gboolean
keep_old (const char  *path,
          char       **kept,
          GError     **error)
{
  g_autofree char *name = gla_store_file_make_kept_name (path, "replaced");
  g_autoptr (GError) settle_error = NULL;

  if (!settle (path, &settle_error)
      && g_error_matches (settle_error, GLA_STORE_ERROR, GLA_STORE_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&settle_error));
      return FALSE;
    }
  /* A second name for the file, so that there is no moment without one under the first. */
  if (link (path, name) != 0 && g_rename (path, name) != 0)
    {
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  if (!gla_store_file_keep_journals (path, name, NULL, error))
    return FALSE;
  *kept = g_steal_pointer (&name);
  return TRUE;
}

/* In place of the file that is there, or where there is none, or no more. */
static gboolean
take_place (const char  *copy,
            const char  *path,
            char       **kept,
            GError     **error)
{
  g_autoptr (GError) put_error = NULL;

  if (gla_store_file_put (copy, path, kept, &put_error))
    return TRUE;
  if (put_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&put_error));
      return FALSE;
    }
  if (!keep_old (path, kept, error))
    return FALSE;
  if (g_rename (copy, path) == 0)
    return TRUE;
  gla_store_file_set_error (error, errno, path);
  return FALSE;
}

static gboolean
replace (const char  *path,
         GlaStore    *backup,
         char       **kept,
         GError     **error)
{
  g_autofree char *copy = g_strconcat (path, ".restored", NULL);

  if (!gla_copy_database (backup->database, copy, NULL, NULL, error))
    return FALSE;
  if (!take_place (copy, path, kept, error))
    {
      gla_store_file_remove (copy);
      return FALSE;
    }
  return gla_store_file_sync_folder (path, error);
}

gboolean
gla_store_restore (const char  *path,
                   const char  *backup,
                   char       **kept,
                   GError     **error)
{
  g_autoptr (GlaStore) store = NULL;
  g_autofree char *target = NULL;
  g_autofree char *old = NULL;

  g_return_val_if_fail (path != NULL && backup != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  store = open_backup (backup, error);
  if (store == NULL)
    return FALSE;
  target = gla_store_file_resolve (path, TRUE, error);
  if (target == NULL)
    return FALSE;
  if (g_strcmp0 (target, store->path) == 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                           _("The backup is the clinic file itself."));
      return FALSE;
    }
  if (!replace (target, store, &old, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&old);
  return TRUE;
}

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

/* "clinic.glabella" is kept as "clinic.glabella.replaced-20261012-090500". */
static char *
make_kept_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.replaced-%s", path, moment);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.replaced-%s-%d", path, moment, i);
    }
  return g_steal_pointer (&name);
}

/* The journals of a damaged file are kept with it: somebody may be able to use them. */
static gboolean
keep_journals (const char  *path,
               const char  *kept,
               GError     **error)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (path, ends[i], NULL);
      g_autofree char *to = g_strconcat (kept, ends[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          gla_store_file_set_error (error, errno, from);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
keep_old (const char  *path,
          char       **kept,
          GError     **error)
{
  g_autofree char *name = make_kept_name (path);
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
  if (!keep_journals (path, name, error))
    return FALSE;
  *kept = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
replace (const char  *path,
         GlaStore    *backup,
         char       **kept,
         GError     **error)
{
  g_autofree char *copy = g_strconcat (path, ".restored", NULL);
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  if (!gla_copy_database (backup->database, copy, NULL, NULL, error))
    return FALSE;
  if (exists && !keep_old (path, kept, error))
    {
      gla_store_file_remove (copy);
      return FALSE;
    }
  if (g_rename (copy, path) != 0)
    {
      gla_store_file_set_error (error, errno, path);
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

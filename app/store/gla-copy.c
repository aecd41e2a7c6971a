/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-copy.h"

#include "gla-i18n.h"
#include "gla-store-error.h"
#include "gla-store-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Pages copied between two reports: 4 MiB. */
#define PAGES_A_STEP 1024

static gboolean
copy_pages (GlaDatabase       *from,
            GlaDatabase       *to,
            GlaStoreProgress   progress,
            gpointer           user_data,
            GError           **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (gla_database_get_handle (to), "main",
                                                gla_database_get_handle (from), "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      gla_store_set_sqlite_error (error, gla_database_get_handle (to));
      return FALSE;
    }
  while (code == SQLITE_OK)
    {
      int total;

      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      total = sqlite3_backup_pagecount (backup);
      if (progress != NULL && total > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / total, user_data);
    }
  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    {
      g_propagate_error (error, gla_store_error_from_sqlite (code, NULL));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_copy (GlaDatabase       *from,
            const char        *path,
            GlaStoreProgress   progress,
            gpointer           user_data,
            GError           **error)
{
  g_autoptr (GlaDatabase) to = gla_database_open (path, GLA_DATABASE_PLAIN, error);
  g_autofree char *mode = NULL;

  if (to == NULL || !copy_pages (from, to, progress, user_data, error))
    return FALSE;
  /* The copied header says WAL; without it the copy is one file that can be carried away. */
  mode = gla_database_get_text (to, "PRAGMA journal_mode = DELETE", error);
  return mode != NULL && gla_database_verify (to, error);
}

gboolean
gla_copy_database (GlaDatabase       *database,
                   const char        *path,
                   GlaStoreProgress   progress,
                   gpointer           user_data,
                   GError           **error)
{
  g_autofree char *part = gla_store_file_make_part (path, error);

  if (part == NULL)
    return FALSE;
  if (!write_copy (database, part, progress, user_data, error)
      || !gla_store_file_sync (part, error))
    {
      gla_store_file_remove (part);
      return FALSE;
    }
  /* A journal left beside an older copy would be played into the new one. */
  gla_store_file_remove_journals (path);
  if (g_rename (part, path) != 0)
    {
      gla_store_file_set_error (error, errno, path);
      gla_store_file_remove (part);
      return FALSE;
    }
  return gla_store_file_sync_folder (path, error);
}

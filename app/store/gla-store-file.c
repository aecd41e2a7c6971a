/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-file.h"

#include "gla-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAGIC "SQLite format 3"

/* The smallest database has one page of 512 bytes. */
#define SMALLEST_SIZE 512

static GlaStoreError
get_kind (int code)
{
  switch (code)
    {
    case ENOENT:
      return GLA_STORE_ERROR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
      return GLA_STORE_ERROR_READ_ONLY;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return GLA_STORE_ERROR_FULL;
    default:
      return GLA_STORE_ERROR_IO;
    }
}

void
gla_store_file_set_error (GError     **error,
                          int          code,
                          const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, GLA_STORE_ERROR, get_kind (code), "%s: %s", name, g_strerror (code));
}

char *
gla_store_file_resolve (const char  *path,
                        gboolean     create,
                        GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real;
  char *result;

  if (create && g_mkdir_with_parents (folder, 0700) != 0)
    {
      gla_store_file_set_error (error, errno, folder);
      return NULL;
    }
  real = realpath (folder, NULL);
  if (real == NULL)
    {
      gla_store_file_set_error (error, errno, folder);
      return NULL;
    }
  result = g_build_filename (real, name, NULL);
  free (real);
  return result;
}

static gboolean
refuse (GError        **error,
        GlaStoreError   kind,
        const char     *path,
        const char     *words)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, GLA_STORE_ERROR, kind, "%s: %s", name, words);
  return FALSE;
}

static gboolean
inspect_start (const char  *path,
               gint64       size,
               GError     **error)
{
  char start[sizeof (MAGIC)] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  gssize length;

  if (fd < 0)
    {
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  length = read (fd, start, sizeof (start));
  g_close (fd, NULL);
  if (length < 0)
    {
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  if (length == 0)
    return refuse (error, GLA_STORE_ERROR_CORRUPT, path,
                   _("The file is empty. Restore a backup, or remove the file to start anew."));
  if (memcmp (start, MAGIC, (gsize) length) != 0)
    return refuse (error, GLA_STORE_ERROR_FOREIGN, path, _("This is not a clinic file."));
  if (size < SMALLEST_SIZE)
    return refuse (error, GLA_STORE_ERROR_CORRUPT, path,
                   _("The clinic file is damaged or cut short. Restore a backup."));
  return TRUE;
}

gboolean
gla_store_file_inspect (const char  *path,
                        gboolean    *exists,
                        GError     **error)
{
  GStatBuf info;

  *exists = FALSE;
  if (g_lstat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  *exists = TRUE;
  if (S_ISLNK (info.st_mode))
    return refuse (error, GLA_STORE_ERROR_FOREIGN, path,
                   _("This is a symbolic link. Open the file that it points to."));
  if (!S_ISREG (info.st_mode))
    return refuse (error, GLA_STORE_ERROR_FOREIGN, path, _("This is not a file."));
  return inspect_start (path, info.st_size, error);
}

char *
gla_store_file_make_part (const char  *path,
                          GError     **error)
{
  g_autofree char *part = g_strconcat (path, ".part-XXXXXX", NULL);
  int fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      gla_store_file_set_error (error, errno, path);
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&part);
}

/* What SQLite keeps beside a file; the first two hold what is not in the file yet. */
static const char *const journals[] = { "-wal", "-journal", "-shm" };

/* "clinic.glabella" is kept as "clinic.glabella.replaced-20261012-090500". */
char *
gla_store_file_make_kept_name (const char *path,
                               const char *word)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%s-%s", path, word, moment);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%s-%d", path, word, moment, i);
    }
  return g_steal_pointer (&name);
}

gboolean
gla_store_file_keep_journals (const char  *path,
                              const char  *kept,
                              char       **first,
                              GError     **error)
{
  g_autofree char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *from = g_strconcat (path, journals[i], NULL);
      g_autofree char *to = g_strconcat (kept, journals[i], NULL);

      if (g_rename (from, to) == 0)
        {
          if (found == NULL)
            found = g_steal_pointer (&to);
        }
      else if (errno != ENOENT)
        {
          gla_store_file_set_error (error, errno, from);
          return FALSE;
        }
    }
  if (first != NULL)
    *first = g_steal_pointer (&found);
  return TRUE;
}

/*
 * One at a time in a folder, from looking whether the name is free until it is taken: what
 * lies beside a file that another program has just made is that file's own. Not every drive
 * knows locks; there it goes without.
 */
static int
lock_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    flock (fd, LOCK_EX);
  return fd;
}

static gboolean
set_journals_aside (const char  *path,
                    char       **aside,
                    GError     **error)
{
  g_autofree char *kept = NULL;
  GStatBuf info;

  if (g_lstat (path, &info) == 0)
    return TRUE;
  kept = gla_store_file_make_kept_name (path, "left");
  return gla_store_file_keep_journals (path, kept, aside, error);
}

static gboolean
take_name (const char  *part,
           const char  *path,
           GError     **error)
{
  /* Unlike a rename, a link never takes the place of a file that has just come into being. */
  if (link (part, path) == 0)
    {
      g_unlink (part);
      return TRUE;
    }
  if (errno == EEXIST)
    return FALSE;
  /* Some drives know no hard links. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  if (g_rename (part, path) != 0)
    {
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  return TRUE;
}

gboolean
gla_store_file_put (const char  *part,
                    const char  *path,
                    char       **aside,
                    GError     **error)
{
  int lock = lock_folder (path);
  gboolean result = set_journals_aside (path, aside, error) && take_name (part, path, error);

  /* Closing it lets it go. */
  if (lock >= 0)
    g_close (lock, NULL);
  return result;
}

static gboolean
sync_at (const char  *path,
         int          flags,
         GError     **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  int result;

  if (fd < 0)
    {
      gla_store_file_set_error (error, errno, path);
      return FALSE;
    }
  result = fsync (fd) == 0 ? 0 : errno;
  g_close (fd, NULL);
  /* Folders can't be synced everywhere, and need not be there. */
  if (result != 0 && result != EINVAL && result != ENOTSUP)
    {
      gla_store_file_set_error (error, result, path);
      return FALSE;
    }
  return TRUE;
}

gboolean
gla_store_file_sync (const char  *path,
                     GError     **error)
{
  return sync_at (path, O_RDWR, error);
}

gboolean
gla_store_file_sync_folder (const char  *path,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_at (folder, O_RDONLY | O_DIRECTORY, error);
}

void
gla_store_file_remove_journals (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autofree char *name = g_strconcat (path, journals[i], NULL);

      g_unlink (name);
    }
}

void
gla_store_file_remove (const char *path)
{
  g_unlink (path);
  gla_store_file_remove_journals (path);
}

gboolean
gla_store_file_is_remote (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL
         && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

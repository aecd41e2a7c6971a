/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-backup.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENDING ".glabella"

/* The beginning of the names of all such copies of a clinic file. */
static char *
make_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  return g_strconcat (name, "-before-import-", NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names have the moment in them, so that the oldest come first. */
static void
remove_old_copies (const char *folder,
                   const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + GLA_IMPORT_BACKUPS < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

static char *
make_name (const char *folder,
           const char *prefix,
           const char *moment,
           char        letter)
{
  g_autofree char *name = letter == 'a' ? g_strconcat (prefix, moment, ENDING, NULL)
                                        : g_strdup_printf ("%s%s%c" ENDING, prefix, moment, letter);

  return g_build_filename (folder, name, NULL);
}

/* Named after the moment; a second one in the same second comes behind the first. */
static char *
make_path (const char *folder,
           const char *prefix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char free_letter = 'a';

  for (char letter = 'a'; letter < 'z'; letter++)
    {
      g_autofree char *path = make_name (folder, prefix, moment, letter);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        free_letter = letter + 1;
    }
  return make_name (folder, prefix, moment, free_letter);
}

char *
gla_import_backup (GlaStore          *store,
                   GlaStoreProgress   progress,
                   gpointer           user_data,
                   GError           **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  folder = g_path_get_dirname (gla_store_get_path (store));
  prefix = make_prefix (gla_store_get_path (store));
  path = make_path (folder, prefix);
  if (!gla_store_backup (store, path, progress, user_data, error))
    return NULL;
  remove_old_copies (folder, prefix);
  return g_steal_pointer (&path);
}

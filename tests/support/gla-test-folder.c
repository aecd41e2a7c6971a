/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-folder.h"

#include <glib/gstdio.h>

char *
gla_test_dup_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("glabella-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
gla_test_drop_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        gla_test_drop_folder (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

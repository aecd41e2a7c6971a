/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-error.h"
#include "gla-photo-file.h"
#include "gla-test-folder.h"

#include <string.h>

/* Larger than one step of reading. */
static void
test_whole (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  gsize sizes[] = { 0, 1, 256 * 1024, 256 * 1024 + 1, 700000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_build_filename (folder, "a.jpg", NULL);
      g_autofree char *content = g_malloc (sizes[i] + 1);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) expected = NULL;
      g_autoptr (GBytes) bytes = NULL;

      for (gsize j = 0; j < sizes[i]; j++)
        content[j] = (char) (j * 7);
      g_assert_true (g_file_set_contents (path, content, (gssize) sizes[i], &error));
      expected = g_bytes_new (content, sizes[i]);
      bytes = gla_photo_file_read (file, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
  gla_test_drop_folder (folder);
}

static void
test_large (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_photo_file_read (file, NULL, &error));
  g_assert_error (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_LARGE);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_none (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "none.jpg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_photo_file_read (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (gla_photo_file_read (zero, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gla_test_drop_folder (folder);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean fits;
  } cases[] = {
    { "a.jpg", TRUE },       { "IMG_0042.JPG", TRUE }, { "x.jpeg", TRUE }, { "y.PNG", TRUE },
    { ".hidden.jpg", FALSE }, { "a.txt", FALSE },       { "jpg", FALSE },   { "a.jpg.part", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (gla_photo_file_has_name (cases[i].name), ==, cases[i].fits);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/file/whole", test_whole);
  g_test_add_func ("/photo/file/large", test_large);
  g_test_add_func ("/photo/file/none", test_none);
  g_test_add_func ("/photo/file/names", test_names);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-error.h"
#include "gla-photo-header.h"
#include "gla-test-picture.h"

#include <string.h>

static gboolean
read_header (GBytes          *bytes,
             GlaPhotoHeader  *header,
             GError         **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return gla_photo_header_read (header, data, size, error);
}

static void
assert_refused (GBytes        *bytes,
                GlaPhotoError  code)
{
  g_autoptr (GError) error = NULL;
  GlaPhotoHeader header;

  g_assert_false (read_header (bytes, &header, &error));
  g_assert_error (error, GLA_PHOTO_ERROR, (int) code);
  /* One line that ends like a sentence. */
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_sizes (void)
{
  g_autoptr (GBytes) jpeg = gla_test_jpeg (300, 200, 6, 0);
  g_autoptr (GBytes) png = gla_test_png (31, 17);
  g_autoptr (GError) error = NULL;
  GlaPhotoHeader header;

  g_assert_true (read_header (jpeg, &header, &error));
  g_assert_no_error (error);
  g_assert_cmpint (header.kind, ==, GLA_PHOTO_JPEG);
  g_assert_cmpint (header.width, ==, 300);
  g_assert_cmpint (header.height, ==, 200);
  g_assert_true (read_header (png, &header, &error));
  g_assert_no_error (error);
  g_assert_cmpint (header.kind, ==, GLA_PHOTO_PNG);
  g_assert_cmpint (header.width, ==, 31);
  g_assert_cmpint (header.height, ==, 17);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *data;
    gsize size;
    const char *word; /* of the message */
  } cases[] = {
    { "", 0, "empty" },
    { "Dear Dr Osei, the photo is attached.", 36, "not a JPEG or PNG" },
    { "\xff\xd8", 2, "not a JPEG or PNG" },
    { "\0\0\0\x18" "ftypheic\0\0\0\0", 16, "HEIC" },
    { "II*\0\x08\0\0\0", 8, "TIFF" },
    { "MM\0*\0\0\0\x08", 8, "TIFF" },
    { "RIFF\x24\0\0\0WEBPVP8 ", 16, "WebP" },
    { "GIF89a", 6, "not a JPEG or PNG" },
    { "<svg xmlns='http://www.w3.org/2000/svg'/>", 41, "not a JPEG or PNG" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, cases[i].size);
      g_autoptr (GError) error = NULL;
      GlaPhotoHeader header;

      assert_refused (bytes, GLA_PHOTO_ERROR_KIND);
      g_assert_false (read_header (bytes, &header, &error));
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

/* Cut after any byte at all. */
static void
test_cut (void)
{
  g_autoptr (GBytes) jpeg = gla_test_jpeg (40, 30, 1, 0);
  g_autoptr (GBytes) png = gla_test_png (40, 30);
  GBytes *whole[] = { jpeg, png };

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize length = 8; length < g_bytes_get_size (whole[i]); length++)
      {
        g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole[i], 0, length);

        assert_refused (part, GLA_PHOTO_ERROR_CUT);
      }
}

/* What follows a whole picture, as cameras append previews, does not matter. */
static void
test_more (void)
{
  g_autoptr (GBytes) jpeg = gla_test_jpeg (40, 30, 1, 0);
  g_autoptr (GByteArray) more = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GlaPhotoHeader header;

  g_byte_array_append (more, g_bytes_get_data (jpeg, NULL), (guint) g_bytes_get_size (jpeg));
  g_byte_array_append (more, (const guint8 *) "\0\0preview\xff", 10);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&more));
  g_assert_true (read_header (bytes, &header, &error));
  g_assert_no_error (error);
}

static void
test_large (void)
{
  static const struct
  {
    guint32 width;
    guint32 height;
    gboolean fits;
  } cases[] = {
    { 8000, 8000, TRUE },
    { 8001, 8000, FALSE },
    { 11552, 8672, FALSE },              /* a camera of 100 million pixels */
    { 0x7fffffff, 0x7fffffff, FALSE },
    { 0xffffffff, 0xffffffff, FALSE },
    { 0xffffffff, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = gla_test_png_header (cases[i].width, cases[i].height);
      g_autoptr (GError) error = NULL;
      GlaPhotoHeader header;

      if (!cases[i].fits)
        assert_refused (bytes, GLA_PHOTO_ERROR_LARGE);
      else
        g_assert_true (read_header (bytes, &header, &error));
    }
}

/* Sizes of nothing, parts that say they have no length, an end before the picture. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *data;
    gsize size;
  } cases[] = {
    { "\xff\xd8\xff\xd9", 4 },
    { "\xff\xd8\xff\xe1\0\0\xff\xd9", 8 },
    { "\xff\xd8\xff\xe1\0\x02" "abc\xff\xd9", 11 },
    { "\xff\xd8\xff\xc0\0\x04\x08\0\xff\xd9", 10 },
    { "\xff\xd8\xff\xc0\0\x08\x08\0\0\0\x10\x01\xff\xda\0\x02\xff\xd9", 18 },
  };
  g_autoptr (GBytes) none = gla_test_png_header (0, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, cases[i].size);

      assert_refused (bytes, GLA_PHOTO_ERROR_DAMAGED);
    }
  assert_refused (none, GLA_PHOTO_ERROR_DAMAGED);
}

/* Bytes changed at random are read or refused, and nothing else happens. */
static void
test_random (void)
{
  g_autoptr (GBytes) jpeg = gla_test_jpeg (40, 30, 3, 0);
  g_autoptr (GBytes) png = gla_test_png (40, 30);
  GBytes *whole[] = { jpeg, png };
  guint n_refused = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    for (int turn = 0; turn < 4000; turn++)
      {
        gsize size = g_bytes_get_size (whole[i]);
        g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole[i], NULL), size);
        g_autoptr (GError) error = NULL;
        GlaPhotoHeader header;

        for (int n = 0; n < 3; n++)
          data[g_test_rand_int_range (0, (int) size)] = (guint8) g_test_rand_int ();
        if (!gla_photo_header_read (&header, data, size, &error))
          {
            g_assert_nonnull (error);
            n_refused++;
          }
      }
  g_assert_cmpuint (n_refused, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/header/sizes", test_sizes);
  g_test_add_func ("/photo/header/kinds", test_kinds);
  g_test_add_func ("/photo/header/cut", test_cut);
  g_test_add_func ("/photo/header/more", test_more);
  g_test_add_func ("/photo/header/large", test_large);
  g_test_add_func ("/photo/header/damaged", test_damaged);
  g_test_add_func ("/photo/header/random", test_random);

  return g_test_run ();
}

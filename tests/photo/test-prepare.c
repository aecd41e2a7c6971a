/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-error.h"
#include "gla-photo-header.h"
#include "gla-photo-prepare.h"
#include "gla-test-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

static GlaPhotoPrepared *
prepare (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GlaPhotoPrepared *prepared = gla_photo_prepare (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (prepared);
  return prepared;
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixbuf;
}

/* Whether the pixel in the middle of that edge is more red than blue. */
static gboolean
is_red (GdkPixbuf *pixbuf,
        double     x,
        double     y)
{
  int column = (int) (x * (gdk_pixbuf_get_width (pixbuf) - 1));
  int row = (int) (y * (gdk_pixbuf_get_height (pixbuf) - 1));
  const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf)
                        + row * gdk_pixbuf_get_rowstride (pixbuf)
                        + column * gdk_pixbuf_get_n_channels (pixbuf);

  return pixel[0] > pixel[2];
}

/* The file has all of it, what is kept has none of it. */
static void
test_stripped (void)
{
  static const char place[] = "\x2f\0\0\0\x01\0\0\0\x16\0\0\0\x01\0\0\0\x28\0\0\0\x01\0\0\0";
  static const char exif_marker[] = "\xff\xe1";
  g_autoptr (GBytes) file = gla_test_jpeg (400, 300, 6, 0);
  g_autoptr (GBytes) png = gla_test_png (40, 30);
  g_autoptr (GlaPhotoPrepared) prepared = prepare (file);
  g_autoptr (GlaPhotoPrepared) from_png = prepare (png);
  const struct
  {
    gconstpointer data;
    gsize size;
  } parts[] = {
    { "Exif", 4 },
    { GLA_TEST_CAMERA, sizeof (GLA_TEST_CAMERA) - 1 },
    { place, sizeof (place) - 1 },
    { exif_marker, 2 },
  };
  GBytes *kept[] = { prepared->picture, prepared->thumbnail, from_png->picture,
                     from_png->thumbnail };

  g_assert_true (gla_test_has_bytes (png, GLA_TEST_CAMERA, sizeof (GLA_TEST_CAMERA) - 1));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (gla_test_has_bytes (file, parts[i].data, parts[i].size));
      for (gsize j = 0; j < G_N_ELEMENTS (kept); j++)
        g_assert_false (gla_test_has_bytes (kept[j], parts[i].data, parts[i].size));
    }
}

/* Red is on the left of the stored picture; where it is to be seen. */
static void
test_orientation (void)
{
  static const struct
  {
    int orientation;
    gboolean is_turned;
    double red_x;
    double red_y;
  } cases[] = {
    { 1, FALSE, 0.0, 0.5 }, { 2, FALSE, 1.0, 0.5 }, { 3, FALSE, 1.0, 0.5 },
    { 4, FALSE, 0.0, 0.5 }, { 5, TRUE, 0.5, 0.0 },  { 6, TRUE, 0.5, 0.0 },
    { 7, TRUE, 0.5, 1.0 },  { 8, TRUE, 0.5, 1.0 },
  };
  /* Kept as it is, and made smaller while it is decoded. */
  static const int factors[] = { 1, 10 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (factors); j++)
      {
        g_autoptr (GBytes) file = gla_test_jpeg (400 * factors[j], 300 * factors[j],
                                                 cases[i].orientation, 0);
        g_autoptr (GlaPhotoPrepared) prepared = prepare (file);
        g_autoptr (GdkPixbuf) picture = decode (prepared->picture);
        g_autoptr (GdkPixbuf) thumbnail = decode (prepared->thumbnail);

        g_assert_cmpint (prepared->width, ==, gdk_pixbuf_get_width (picture));
        g_assert_cmpint (prepared->height, ==, gdk_pixbuf_get_height (picture));
        g_assert_cmpint (prepared->height > prepared->width, ==, cases[i].is_turned);
        g_assert_true (is_red (picture, cases[i].red_x, cases[i].red_y));
        g_assert_false (is_red (picture, 1.0 - cases[i].red_x, 1.0 - cases[i].red_y));
        g_assert_true (is_red (thumbnail, cases[i].red_x, cases[i].red_y));
      }
}

static void
test_sizes (void)
{
  static const struct
  {
    int width, height;
    int kept_width, kept_height;
    int small_width, small_height;
  } cases[] = {
    { 4000, 3000, 2000, 1500, 320, 240 },
    { 2000, 1000, 2000, 1000, 320, 160 },
    { 2048, 1000, 2000, 977, 320, 156 },
    { 300, 200, 300, 200, 300, 200 },
    { 1, 1, 1, 1, 1, 1 },
    { 5000, 2, 2000, 1, 320, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = gla_test_jpeg (cases[i].width, cases[i].height, 1, 0);
      g_autoptr (GlaPhotoPrepared) prepared = prepare (file);
      g_autoptr (GdkPixbuf) thumbnail = decode (prepared->thumbnail);

      g_assert_cmpint (prepared->width, ==, cases[i].kept_width);
      g_assert_cmpint (prepared->height, ==, cases[i].kept_height);
      g_assert_cmpint (gdk_pixbuf_get_width (thumbnail), ==, cases[i].small_width);
      g_assert_cmpint (gdk_pixbuf_get_height (thumbnail), ==, cases[i].small_height);
    }
}

/* Half transparent green over white. */
static void
test_transparent (void)
{
  g_autoptr (GBytes) file = gla_test_png (40, 30);
  g_autoptr (GlaPhotoPrepared) prepared = prepare (file);
  g_autoptr (GdkPixbuf) picture = decode (prepared->picture);
  const guint8 *pixel = gdk_pixbuf_read_pixels (picture);

  g_assert_false (gdk_pixbuf_get_has_alpha (picture));
  g_assert_cmpint (pixel[0], >, 100);
  g_assert_cmpint (pixel[0], <, 155);
  g_assert_cmpint (pixel[1], >, 240);
}

/* The same file gives the same bytes, so that it is known again. */
static void
test_same (void)
{
  g_autoptr (GBytes) file = gla_test_jpeg (800, 600, 6, 1);
  g_autoptr (GBytes) other = gla_test_jpeg (800, 600, 6, 20);
  g_autoptr (GlaPhotoPrepared) one = prepare (file);
  g_autoptr (GlaPhotoPrepared) two = prepare (file);
  g_autoptr (GlaPhotoPrepared) three = prepare (other);

  g_assert_true (g_bytes_equal (one->picture, two->picture));
  g_assert_true (g_bytes_equal (one->thumbnail, two->thumbnail));
  g_assert_false (g_bytes_equal (one->picture, three->picture));
}

/* A whole file by its parts whose content is nonsense, and one whose size is a lie. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) hollow = gla_test_png_header (100, 100);
  g_autoptr (GBytes) large = gla_test_png_header (20000, 20000);
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  const struct
  {
    GBytes *bytes;
    GlaPhotoError code;
  } cases[] = {
    { hollow, GLA_PHOTO_ERROR_DAMAGED },
    { large, GLA_PHOTO_ERROR_LARGE },
    { text, GLA_PHOTO_ERROR_KIND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_photo_prepare (cases[i].bytes, &error));
      g_assert_error (error, GLA_PHOTO_ERROR, (int) cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/prepare/stripped", test_stripped);
  g_test_add_func ("/photo/prepare/orientation", test_orientation);
  g_test_add_func ("/photo/prepare/sizes", test_sizes);
  g_test_add_func ("/photo/prepare/transparent", test_transparent);
  g_test_add_func ("/photo/prepare/same", test_same);
  g_test_add_func ("/photo/prepare/damaged", test_damaged);

  return g_test_run ();
}

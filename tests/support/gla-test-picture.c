/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* EXIF: a TIFF of two directories. The first has maker, orientation and the place of the
 * second, which has where on earth it was taken: 47° 22' 40" N. */
static GByteArray *
make_exif (int orientation)
{
  static const guint8 start[] = "Exif\0\0II*\0\x08\0\0\0\x03\0"      /* 3 entries */
                                "\x0f\x01\x02\0\x11\0\0\0\x32\0\0\0" /* Make, 17 bytes at 50 */
                                "\x12\x01\x03\0\x01\0\0\0";          /* Orientation, here */
  static const guint8 place[] = "\x25\x88\x04\0\x01\0\0\0\x44\0\0\0" /* GPS, at 68 */
                                "\0\0\0\0";
  static const guint8 gps[] = "\x02\0"                               /* 2 entries */
                              "\x01\0\x02\0\x02\0\0\0N\0\0\0"        /* latitude is north */
                              "\x02\0\x05\0\x03\0\0\0\x62\0\0\0"     /* 3 fractions at 98 */
                              "\0\0\0\0"
                              "\x2f\0\0\0\x01\0\0\0\x16\0\0\0\x01\0\0\0\x28\0\0\0\x01\0\0\0";
  const guint8 turned[] = { (guint8) orientation, 0, 0, 0 };
  GByteArray *exif = g_byte_array_new ();

  g_byte_array_append (exif, start, sizeof (start) - 1);
  g_byte_array_append (exif, turned, sizeof (turned));
  g_byte_array_append (exif, place, sizeof (place) - 1);
  g_byte_array_append (exif, (const guint8 *) GLA_TEST_CAMERA, sizeof (GLA_TEST_CAMERA));
  g_byte_array_append (exif, (const guint8 *) "", 1);
  g_byte_array_append (exif, gps, sizeof (gps) - 1);
  return exif;
}

/* The EXIF data as the first part after the start of the JPEG. */
static GBytes *
add_exif (const char *jpeg,
          gsize       size,
          int         orientation)
{
  g_autoptr (GByteArray) exif = make_exif (orientation);
  guint length = exif->len + 2;
  const guint8 head[] = { 0xff, 0xd8, 0xff, 0xe1, (guint8) (length >> 8), (guint8) length };
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, head, sizeof (head));
  g_byte_array_append (all, exif->data, exif->len);
  g_byte_array_append (all, (const guint8 *) jpeg + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (all);
}

GBytes *
gla_test_jpeg (int   width,
               int   height,
               int   orientation,
               guint seed)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) right = gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, 0, width - width / 2,
                                                          height);
  g_autoptr (GError) error = NULL;
  g_autofree char *jpeg = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0xe0202000 + (seed % 64) * 0x00010000u);
  gdk_pixbuf_fill (right, 0x2020e000 + (seed / 64 % 64) * 0x00010000u);
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);
  return add_exif (jpeg, size, orientation);
}

GBytes *
gla_test_png (int width,
              int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autoptr (GError) error = NULL;
  char *png;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x00ff0080);
  gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", &error, "tEXt::Author", GLA_TEST_CAMERA,
                             NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (png, size);
}

GBytes *
gla_test_png_header (guint32 width,
                     guint32 height)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 end[] = { 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };
  guint8 header[25] = { 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  guint32 big_width = GUINT32_TO_BE (width);
  guint32 big_height = GUINT32_TO_BE (height);
  GByteArray *all = g_byte_array_new ();

  memcpy (header + 8, &big_width, 4);
  memcpy (header + 12, &big_height, 4);
  header[16] = 8;
  header[17] = 2;
  g_byte_array_append (all, signature, sizeof (signature));
  g_byte_array_append (all, header, sizeof (header));
  g_byte_array_append (all, end, sizeof (end));
  return g_byte_array_free_to_bytes (all);
}

gboolean
gla_test_has_bytes (GBytes        *bytes,
                    gconstpointer  part,
                    gsize          size)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), part, size) != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-header.h"

#include "gla-i18n.h"
#include "gla-photo-error.h"

#include <string.h>

/* Markers of JPEG (ITU-T T.81, table B.1), each after a byte 0xff. */
#define SOF_FIRST 0xc0
#define SOF_LAST 0xcf
#define DHT 0xc4
#define JPG 0xc8
#define DAC 0xcc
#define RST_FIRST 0xd0
#define RST_LAST 0xd7
#define SOI 0xd8
#define EOI 0xd9
#define SOS 0xda
#define TEM 0x01

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

static gboolean
refuse_cut (GError **error)
{
  g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_CUT,
                       _("The file is cut short. Copy it from the camera again."));
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_DAMAGED,
                       _("The picture is damaged. Copy it from the camera again."));
  return FALSE;
}

static guint
read_16 (const guint8 *data)
{
  return (guint) data[0] << 8 | data[1];
}

static guint32
read_32 (const guint8 *data)
{
  return (guint32) read_16 (data) << 16 | read_16 (data + 2);
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= SOF_FIRST && marker <= SOF_LAST && marker != DHT && marker != JPG
         && marker != DAC;
}

/* The place of the next marker after compressed data, in which 0xff is followed by 0 or is
 * part of a restart marker; @size if there is none. */
static gsize
skip_compressed (const guint8 *data,
                 gsize         size,
                 gsize         place)
{
  while (place + 1 < size)
    {
      const guint8 *next = memchr (data + place, 0xff, size - 1 - place);

      if (next == NULL)
        return size;
      place = (gsize) (next - data);
      if (data[place + 1] != 0 && data[place + 1] != 0xff
          && (data[place + 1] < RST_FIRST || data[place + 1] > RST_LAST))
        return place;
      place += data[place + 1] == 0xff ? 1 : 2;
    }
  return size;
}

/* The marker at @place, past which @place is moved; 0 for none. */
static guint8
take_marker (const guint8 *data,
             gsize         size,
             gsize        *place)
{
  if (*place >= size || data[*place] != 0xff)
    return 0;
  while (*place < size && data[*place] == 0xff)
    (*place)++;
  return *place < size ? data[(*place)++] : 0;
}

static gboolean
read_jpeg (GlaPhotoHeader  *self,
           const guint8    *data,
           gsize            size,
           GError         **error)
{
  gsize place = 2;
  gboolean has_picture = FALSE;

  while (place < size)
    {
      guint8 marker = take_marker (data, size, &place);
      guint length;

      if (marker == EOI)
        return self->width > 0 && has_picture ? TRUE : refuse_damaged (error);
      if (marker == 0)
        return place < size ? refuse_damaged (error) : refuse_cut (error);
      if (marker == TEM || marker == SOI || (marker >= RST_FIRST && marker <= RST_LAST))
        continue;
      if (size - place < 2 || size - place < (length = read_16 (data + place)))
        return refuse_cut (error);
      if (length < 2 || (is_frame (marker) && length < 8))
        return refuse_damaged (error);
      if (is_frame (marker) && self->width == 0)
        {
          self->height = (int) read_16 (data + place + 3);
          self->width = (int) read_16 (data + place + 5);
        }
      place += length;
      if (marker == SOS)
        {
          has_picture = TRUE;
          place = skip_compressed (data, size, place);
        }
    }
  return refuse_cut (error);
}

static gboolean
read_png (GlaPhotoHeader  *self,
          const guint8    *data,
          gsize            size,
          GError         **error)
{
  gsize place = sizeof (png_signature);

  /* Length, type, content and check sum of each chunk; IHDR is the first, IEND the last. */
  while (size - place >= 12)
    {
      guint32 length = read_32 (data + place);
      const guint8 *type = data + place + 4;

      if (length > size - place - 12)
        return refuse_cut (error);
      if (place == sizeof (png_signature))
        {
          if (memcmp (type, "IHDR", 4) != 0 || length != 13)
            return refuse_damaged (error);
          self->width = (int) MIN (read_32 (type + 4), G_MAXINT);
          self->height = (int) MIN (read_32 (type + 8), G_MAXINT);
        }
      if (memcmp (type, "IEND", 4) == 0)
        return TRUE;
      place += length + 12;
    }
  return refuse_cut (error);
}

/* What cameras and clinics have besides JPEG and PNG, told apart to say what to do. */
static gboolean
refuse_kind (const guint8  *data,
             gsize          size,
             GError       **error)
{
  const char *words = _("This is not a JPEG or PNG picture. Choose another file.");

  if (size == 0)
    words = _("The file is empty. Copy it from the camera again.");
  else if (size >= 12 && memcmp (data + 4, "ftyp", 4) == 0)
    words = _("HEIC pictures and films are not taken. Save the picture as JPEG and add that.");
  else if (size >= 4 && (memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0))
    words = _("TIFF and raw pictures are not taken. Save the picture as JPEG and add that.");
  else if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    words = _("WebP pictures are not taken. Save the picture as JPEG and add that.");
  g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_KIND, words);
  return FALSE;
}

gboolean
gla_photo_header_read (GlaPhotoHeader  *self,
                       const guint8    *data,
                       gsize            size,
                       GError         **error)
{
  gboolean is_whole;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  *self = (GlaPhotoHeader) { 0 };
  if (size >= 3 && data[0] == 0xff && data[1] == SOI && data[2] == 0xff)
    {
      self->kind = GLA_PHOTO_JPEG;
      is_whole = read_jpeg (self, data, size, error);
    }
  else if (size >= sizeof (png_signature)
           && memcmp (data, png_signature, sizeof (png_signature)) == 0)
    {
      self->kind = GLA_PHOTO_PNG;
      is_whole = read_png (self, data, size, error);
    }
  else
    return refuse_kind (data, size, error);

  if (!is_whole)
    return FALSE;
  if (self->width <= 0 || self->height <= 0)
    return refuse_damaged (error);
  if ((gint64) self->width * self->height > GLA_PHOTO_MAX_PIXELS)
    {
      g_set_error (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_LARGE,
                   _("The picture has %d million pixels, more than the %d million that are taken. "
                     "Save it smaller and add that."),
                   (int) MIN ((gint64) self->width * self->height / 1000000, G_MAXINT),
                   GLA_PHOTO_MAX_PIXELS / 1000000);
      return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-prepare.h"

#include "gla-i18n.h"
#include "gla-photo-error.h"
#include "gla-photo-header.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

void
gla_photo_prepared_free (GlaPhotoPrepared *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_clear_pointer (&self->thumbnail, g_bytes_unref);
  g_free (self);
}

static void
set_decode_error (GError       **error,
                  const GError  *reason)
{
  if (g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_FAILED,
                         _("There is not enough memory for this picture. Save it smaller and add "
                           "that."));
  else if (g_error_matches (reason, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_FAILED,
                         _("This computer can’t read JPEG and PNG pictures: GDK-PixBuf is not "
                           "installed completely."));
  else
    g_set_error_literal (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_DAMAGED,
                         _("The picture is damaged. Copy it from the camera again."));
}

/* The factor by which a picture fits in a square of @edge; never larger than it is. */
static double
get_scale (int width,
           int height,
           int edge)
{
  return MIN (1.0, (double) edge / MAX (width, height));
}

static int
scale_length (int    length,
              double scale)
{
  return MAX (1, (int) (length * scale + 0.5));
}

/* JPEG is then decoded in a fraction of its size, which takes a fraction of the memory. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  double scale = get_scale (width, height, GLA_PHOTO_EDGE);

  if (scale < 1.0)
    gdk_pixbuf_loader_set_size (loader, scale_length (width, scale), scale_length (height, scale));
}

/* Only the loader of the kind that the file has begun with gets to see it. */
static GdkPixbuf *
decode (GBytes        *file,
        GlaPhotoKind   kind,
        GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GdkPixbufLoader) loader
      = gdk_pixbuf_loader_new_with_type (kind == GLA_PHOTO_JPEG ? "jpeg" : "png", &reason);
  g_autoptr (GdkPixbuf) upright = NULL;
  GdkPixbuf *pixbuf = NULL;

  if (loader == NULL)
    {
      set_decode_error (error, reason);
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, file, &reason))
    gdk_pixbuf_loader_close (loader, NULL);
  else if (gdk_pixbuf_loader_close (loader, &reason))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (upright == NULL)
    set_decode_error (error, reason);
  return g_steal_pointer (&upright);
}

/* JPEG knows no transparency. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);
  return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf),
                                            gdk_pixbuf_get_height (pixbuf), GDK_INTERP_NEAREST,
                                            255, 16, 0xffffff, 0xffffff);
}

/* No options but the quality: what the file had along with its pixels is not handed on. */
static GBytes *
encode (GdkPixbuf    *pixbuf,
        GlaPhotoKind  kind,
        GError      **error)
{
  g_autoptr (GError) reason = NULL;
  char *data;
  gsize size;

  if (!(kind == GLA_PHOTO_PNG
          ? gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", &reason, NULL)
          : gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &reason, "quality",
                                       G_STRINGIFY (GLA_PHOTO_QUALITY), NULL)))
    {
      set_decode_error (error, reason);
      return NULL;
    }
  return g_bytes_new_take (data, size);
}

static GBytes *
encode_small (GdkPixbuf    *pixbuf,
              int           edge,
              GlaPhotoKind  kind,
              GError      **error)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  double scale = get_scale (width, height, edge);
  g_autoptr (GdkPixbuf) small
      = gdk_pixbuf_scale_simple (pixbuf, scale_length (width, scale), scale_length (height, scale),
                                 GDK_INTERP_BILINEAR);

  if (small == NULL)
    {
      set_decode_error (error, NULL);
      return NULL;
    }
  return encode (small, kind, error);
}

/* (transfer full): upright */
static GdkPixbuf *
read_upright (GBytes  *file,
              GError **error)
{
  GlaPhotoHeader header;
  gconstpointer data;
  gsize size;

  data = g_bytes_get_data (file, &size);
  return gla_photo_header_read (&header, data, size, error) ? decode (file, header.kind, error)
                                                            : NULL;
}

GBytes *
gla_photo_prepare_logo (GBytes  *file,
                        int      edge,
                        GError **error)
{
  g_autoptr (GdkPixbuf) decoded = NULL;

  g_return_val_if_fail (file != NULL && edge > 0, NULL);

  decoded = read_upright (file, error);
  return decoded != NULL ? encode_small (decoded, edge, GLA_PHOTO_PNG, error) : NULL;
}

GlaPhotoPrepared *
gla_photo_prepare (GBytes  *file,
                   GError **error)
{
  g_autoptr (GlaPhotoPrepared) self = NULL;
  g_autoptr (GdkPixbuf) decoded = NULL;
  g_autoptr (GdkPixbuf) flat = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  decoded = read_upright (file, error);
  if (decoded == NULL)
    return NULL;
  flat = flatten (decoded);
  if (flat == NULL)
    {
      set_decode_error (error, NULL);
      return NULL;
    }
  self = g_new0 (GlaPhotoPrepared, 1);
  self->width = gdk_pixbuf_get_width (flat);
  self->height = gdk_pixbuf_get_height (flat);
  self->picture = encode (flat, GLA_PHOTO_JPEG, error);
  if (self->picture == NULL)
    return NULL;
  self->thumbnail = encode_small (flat, GLA_PHOTO_THUMBNAIL_EDGE, GLA_PHOTO_JPEG, error);
  return self->thumbnail != NULL ? g_steal_pointer (&self) : NULL;
}

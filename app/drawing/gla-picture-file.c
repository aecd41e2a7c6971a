/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-picture-file.h"

#include "gla-i18n.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#define MARGIN 24.0   /* points around PNG and SVG */

/* The longest side of a picture that cairo can hold, and a little less. */
#define MOST_PIXELS 32000

gboolean
gla_picture_format_from_path (const char       *path,
                              GlaPictureFormat *format)
{
  static const struct
  {
    const char *ending;
    GlaPictureFormat format;
  } formats[] =
  {
    { ".png", GLA_PICTURE_FORMAT_PNG },
    { ".svg", GLA_PICTURE_FORMAT_SVG },
    { ".pdf", GLA_PICTURE_FORMAT_PDF },
  };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = formats[i].format;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (const GlaPicture *self,
           cairo_surface_t  *surface,
           guint             page,
           double            x,
           double            y,
           double            scale,
           gboolean          opaque)
{
  cairo_t *cr = cairo_create (surface);

  if (opaque)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, x, y);
  self->draw (self->data, cr, page);
  cairo_destroy (cr);
}

static cairo_status_t
write_pdf (const GlaPicture *self,
           GByteArray       *bytes)
{
  double width = self->paper_width;
  double height = self->paper_height;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  g_autofree char *day = gla_day_to_iso (self->day);
  g_autofree char *created = g_strconcat (day, "T00:00:00", NULL);
  cairo_status_t status;

  /* Without a date of its own the file would differ each time. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Glabella");
  for (guint page = 0; page < self->n_pages; page++)
    {
      draw_page (self, surface, page, (width - self->width) / 2, (height - self->height) / 2, 1,
                 FALSE);
      cairo_surface_show_page (surface);
    }
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_svg (const GlaPicture *self,
           GByteArray       *bytes)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes,
                                                                  self->width + 2 * MARGIN,
                                                                  self->height + 2 * MARGIN);
  cairo_status_t status;

  draw_page (self, surface, 0, MARGIN, MARGIN, 1, TRUE);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_png (const GlaPicture *self,
           GByteArray       *bytes)
{
  double scale = self->scale > 0 ? self->scale : 2;
  double width = self->width + 2 * MARGIN;
  double height = self->height + 2 * MARGIN;
  cairo_surface_t *surface;
  cairo_status_t status;

  /* A picture can't be taller than this: rather coarser than none. */
  scale = MIN (scale, MOST_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  draw_page (self, surface, 0, MARGIN, MARGIN, scale, TRUE);
  cairo_surface_flush (surface);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
gla_picture_write (const GlaPicture  *self,
                   GlaPictureFormat   format,
                   const char        *path,
                   GError           **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  switch (format)
    {
    case GLA_PICTURE_FORMAT_PDF:
      status = write_pdf (self, bytes);
      break;
    case GLA_PICTURE_FORMAT_SVG:
      status = write_svg (self, bytes);
      break;
    case GLA_PICTURE_FORMAT_PNG:
    default:
      status = write_png (self, bytes);
      break;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  /* Only its owner reads what patients' records say. */
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

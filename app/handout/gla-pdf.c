/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pdf.h"

#include "gla-i18n.h"
#include "gla-pdf-tags.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

struct _GlaPdf
{
  cairo_surface_t *surface;   /* made with the first sheet */
  cairo_t *cr;
  GByteArray *bytes;
  char *title;
  char *language;
};

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GlaPdf *
gla_pdf_new (void)
{
  GlaPdf *self = g_new0 (GlaPdf, 1);

  self->bytes = g_byte_array_new ();
  return self;
}

void
gla_pdf_free (GlaPdf *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

void
gla_pdf_add (GlaPdf   *self,
             GlaPages *pages)
{
  double width, height;

  g_return_if_fail (self != NULL && pages != NULL);

  gla_pages_get_paper_size (pages, &width, &height);
  if (self->surface == NULL)
    {
      self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, width, height);
      self->cr = cairo_create (self->surface);
      self->title = g_strdup (gla_pages_get_title (pages));
      self->language = g_strdup (gla_pages_get_language (pages));
    }
  cairo_pdf_surface_set_size (self->surface, width, height);
  for (guint page = 0; page < gla_pages_get_n_pages (pages); page++)
    {
      gla_pages_draw (pages, self->cr, page);
      cairo_show_page (self->cr);
    }
}

GBytes *
gla_pdf_finish (GlaPdf  *self,
                GlaDay   day,
                GError **error)
{
  g_autofree char *iso = gla_day_to_iso (day);
  g_autofree char *created = g_strconcat (iso, "T00:00:00", NULL);
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && self->surface != NULL, NULL);

  /* Without a date of its own the file would differ each time. */
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Glabella");
  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The sheet could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  gla_pdf_tags_complete (self->bytes, self->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

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

/* The last place of @word before @end; the file has bytes of all values. */
static const char *
find_last (const char *begin,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  for (const char *at = end - length; at >= begin; at--)
    if (memcmp (at, word, length) == 0)
      return at;
  return NULL;
}

/* Only letters, digits and hyphens go into the file. */
static char *
clean_language (const char *language)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = language; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-')
      g_string_append_c (clean, *at);
    else if (*at == '_')
      g_string_append_c (clean, '-');
  return g_string_free (clean, FALSE);
}

/*
 * The library tags parts but says in the catalogue of the file neither that it
 * did nor the language, so that readers take it for untagged. A newer catalogue
 * is put behind, as an incremental update; a file of another form is left alone.
 */
static void
mark_as_tagged (GByteArray *bytes,
                const char *language)
{
  const char *begin = (const char *) bytes->data;
  const char *end = begin + bytes->len;
  const char *trailer = find_last (begin, end, "trailer\n");
  const char *startxref = find_last (begin, end, "startxref\n");
  const char *catalog, *object, *catalog_end;
  g_autofree char *tag = clean_language (language);
  g_autoptr (GString) update = g_string_new (NULL);
  unsigned int size = 0, root = 0, info = 0;
  gsize offset, table;
  const char *at;

  if (trailer == NULL || startxref == NULL || startxref < trailer ||
      (at = strstr (trailer, "/Size ")) == NULL || sscanf (at, "/Size %u", &size) != 1 ||
      (at = strstr (trailer, "/Root ")) == NULL || sscanf (at, "/Root %u", &root) != 1 ||
      (at = strstr (trailer, "/Info ")) == NULL || sscanf (at, "/Info %u", &info) != 1)
    return;
  catalog = find_last (begin, trailer, "/Type /Catalog");
  object = catalog != NULL ? find_last (begin, catalog, " 0 obj") : NULL;
  while (object != NULL && object > begin && g_ascii_isdigit (object[-1]))
    object--;
  catalog_end = catalog != NULL ? strstr (catalog, "\n>>\nendobj") : NULL;
  if (object == NULL || catalog_end == NULL || catalog_end > trailer ||
      g_strstr_len (object, catalog_end - object, "/MarkInfo") != NULL)
    return;

  offset = bytes->len;
  g_string_append_len (update, object, catalog_end - object);
  g_string_append_printf (update,
                          "\n   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                          "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          tag);
  table = offset + update->len;
  g_string_append_printf (update,
                          "xref\n%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                          "   /Prev %u\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          root, offset, size, root, info,
                          (unsigned int) g_ascii_strtoull (startxref + strlen ("startxref\n"),
                                                           NULL, 10),
                          table);
  g_byte_array_append (bytes, (const guint8 *) update->str, (guint) update->len);
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
  /* The end of the last text that is searched. */
  g_byte_array_append (self->bytes, (const guint8 *) "", 1);
  g_byte_array_set_size (self->bytes, self->bytes->len - 1);
  mark_as_tagged (self->bytes, self->language);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}

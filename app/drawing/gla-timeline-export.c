/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 24.0   /* points around PNG and SVG */

/* The longest side of a picture that cairo can hold, and a little less. */
#define MOST_PIXELS 32000

gboolean
gla_timeline_format_from_path (const char        *path,
                               GlaTimelineFormat *format)
{
  static const struct
  {
    const char *ending;
    GlaTimelineFormat format;
  } formats[] =
  {
    { ".png", GLA_TIMELINE_FORMAT_PNG },
    { ".svg", GLA_TIMELINE_FORMAT_SVG },
    { ".pdf", GLA_TIMELINE_FORMAT_PDF },
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
draw_page (GlaTimelineSheet *sheet,
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
  gla_timeline_sheet_draw (sheet, cr, page);
  cairo_destroy (cr);
}

static cairo_status_t
write_pdf (GlaTimelineSheet              *sheet,
           const GlaTimelineSheetOptions *options,
           GByteArray                    *bytes)
{
  double width = options->paper == GLA_PAPER_LETTER ? 612 : 210 * 72 / 25.4;
  double height = options->paper == GLA_PAPER_LETTER ? 792 : 297 * 72 / 25.4;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  g_autofree char *title = gla_timeline_sheet_dup_title (sheet);
  g_autofree char *day = gla_day_to_iso (options->printed_on);
  g_autofree char *created = g_strconcat (day, "T00:00:00", NULL);
  cairo_status_t status;

  /* Without a date of its own the file would differ each time. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Glabella");
  for (guint page = 0; page < gla_timeline_sheet_get_n_pages (sheet); page++)
    {
      draw_page (sheet, surface, page, (width - GLA_SHEET_WIDTH) / 2,
                 (height - GLA_SHEET_HEIGHT) / 2, 1, FALSE);
      cairo_surface_show_page (surface);
    }
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_svg (GlaTimelineSheet *sheet,
           GByteArray       *bytes)
{
  double height = gla_timeline_sheet_get_height (sheet) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes,
                                                                  GLA_SHEET_WIDTH + 2 * MARGIN,
                                                                  height);
  cairo_status_t status;

  draw_page (sheet, surface, 0, MARGIN, MARGIN, 1, TRUE);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_png (GlaTimelineSheet              *sheet,
           const GlaTimelineSheetOptions *options,
           GByteArray                    *bytes)
{
  double scale = options->scale > 0 ? options->scale : 2;
  double width = GLA_SHEET_WIDTH + 2 * MARGIN;
  double height = gla_timeline_sheet_get_height (sheet) + 2 * MARGIN;
  cairo_surface_t *surface;
  cairo_status_t status;

  /* A picture can't be taller than this: rather coarser than none. */
  scale = MIN (scale, MOST_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  draw_page (sheet, surface, 0, MARGIN, MARGIN, scale, TRUE);
  cairo_surface_flush (surface);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
gla_timeline_export (GlaCycles                     *cycles,
                     GlaCatalogue                  *catalogue,
                     const GlaTimelineSheetOptions *options,
                     GlaTimelineFormat              format,
                     const char                    *path,
                     GError                       **error)
{
  g_autoptr (GlaTimelineSheet) sheet = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (cycles != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (options != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sheet = gla_timeline_sheet_new (cycles, catalogue, options,
                                  format == GLA_TIMELINE_FORMAT_PDF ? GLA_SHEET_HEIGHT : 0);
  switch (format)
    {
    case GLA_TIMELINE_FORMAT_PDF:
      status = write_pdf (sheet, options, bytes);
      break;
    case GLA_TIMELINE_FORMAT_SVG:
      status = write_svg (sheet, bytes);
      break;
    case GLA_TIMELINE_FORMAT_PNG:
    default:
      status = write_png (sheet, options, bytes);
      break;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The timeline could not be drawn: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  /* Only its owner reads a patient's data. */
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-export.h"

#include "gla-picture-file.h"

gboolean
gla_timeline_format_from_path (const char        *path,
                               GlaTimelineFormat *format)
{
  GlaPictureFormat found;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  if (!gla_picture_format_from_path (path, &found))
    return FALSE;
  switch (found)
    {
    case GLA_PICTURE_FORMAT_PDF:
      *format = GLA_TIMELINE_FORMAT_PDF;
      break;
    case GLA_PICTURE_FORMAT_SVG:
      *format = GLA_TIMELINE_FORMAT_SVG;
      break;
    case GLA_PICTURE_FORMAT_PNG:
    default:
      *format = GLA_TIMELINE_FORMAT_PNG;
      break;
    }
  return TRUE;
}

static GlaPictureFormat
get_picture_format (GlaTimelineFormat format)
{
  switch (format)
    {
    case GLA_TIMELINE_FORMAT_PDF:
      return GLA_PICTURE_FORMAT_PDF;
    case GLA_TIMELINE_FORMAT_SVG:
      return GLA_PICTURE_FORMAT_SVG;
    case GLA_TIMELINE_FORMAT_PNG:
    default:
      return GLA_PICTURE_FORMAT_PNG;
    }
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr,
         guint     page)
{
  gla_timeline_sheet_draw (data, cr, page);
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
  g_autofree char *title = NULL;
  GlaPicture picture = { .width = GLA_SHEET_WIDTH };

  g_return_val_if_fail (cycles != NULL && catalogue != NULL, FALSE);
  g_return_val_if_fail (options != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sheet = gla_timeline_sheet_new (cycles, catalogue, options,
                                  format == GLA_TIMELINE_FORMAT_PDF ? GLA_SHEET_HEIGHT : 0);
  title = gla_timeline_sheet_dup_title (sheet);
  picture.height = gla_timeline_sheet_get_height (sheet);
  gla_paper_get_size (options->paper, &picture.paper_width, &picture.paper_height);
  picture.n_pages = gla_timeline_sheet_get_n_pages (sheet);
  picture.title = title;
  picture.day = options->printed_on;
  picture.scale = options->scale;
  picture.draw = draw_cb;
  picture.data = sheet;
  return gla_picture_write (&picture, get_picture_format (format), path, error);
}

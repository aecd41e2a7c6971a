/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "gla-day.h"

G_BEGIN_DECLS

/** GlaPictureFormat: what a picture is written as. */
typedef enum
{
  GLA_PICTURE_FORMAT_PNG,
  GLA_PICTURE_FORMAT_SVG,
  GLA_PICTURE_FORMAT_PDF,
} GlaPictureFormat;

/**
 * GlaPicture:
 * @width: of the live area in points
 * @height: of the live area
 * @paper_width: of a page of a PDF
 * @paper_height: of a page of a PDF
 * @n_pages: only a PDF has more than one
 * @title: for the file's metadata
 * @day: likewise
 * @scale: for PNG: pixels per point, 2 if 0
 * @draw: draws one page, its live area's corner at the origin
 * @data: for @draw
 *
 * What is to be written.
 */
typedef struct
{
  double width;
  double height;
  double paper_width;
  double paper_height;
  guint n_pages;
  const char *title;
  GlaDay day;
  double scale;
  void (*draw) (gpointer data, cairo_t *cr, guint page);
  gpointer data;
} GlaPicture;

/** gla_picture_format_from_path: by the ending of @path, in any case; %FALSE for any other. */
gboolean  gla_picture_format_from_path (const char        *path,
                                        GlaPictureFormat  *format);

/**
 * gla_picture_write:
 * @path: file to write, which only its owner may read; replaced in one step when it exists
 * @error: of %G_FILE_ERROR, or %G_IO_ERROR_FAILED if it could not be drawn
 *
 * The same input gives the same bytes (of an SVG but for the numbers of its inner names).
 */
gboolean  gla_picture_write            (const GlaPicture  *self,
                                        GlaPictureFormat   format,
                                        const char        *path,
                                        GError           **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-page-picture.h"

#include <math.h>

#define SCALE (30.0 / 72.0)
#define FINER 4     /* points that are drawn for one that is kept, in a row */
#define CELL 8
#define STEP 4      /* cells overlap by half, so that nothing hides on an edge */

static int
get_grey (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_A8)
    return row[x];
  return (int) ((((const guint32 *) (gconstpointer) row)[x] >> 8) & 0xff);
}

static cairo_surface_t *
draw_fine (GlaPages          *pages,
           guint              page,
           int                width,
           int                height,
           double             shift,
           cairo_antialias_t  antialias)
{
  cairo_surface_t *fine =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * FINER, height * FINER);
  cairo_t *cr = cairo_create (fine);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_antialias (cr, antialias);
  cairo_scale (cr, SCALE * FINER, SCALE * FINER);
  cairo_translate (cr, shift, 0);
  gla_pages_draw (pages, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (fine);
  return fine;
}

static int
get_mean (cairo_surface_t *fine,
          int              x,
          int              y)
{
  int sum = 0;

  for (int i = 0; i < FINER; i++)
    for (int j = 0; j < FINER; j++)
      {
        const guint32 *row = (const guint32 *) (gconstpointer) (
          cairo_image_surface_get_data (fine) +
          (y * FINER + i) * cairo_image_surface_get_stride (fine));
        guint32 pixel = row[x * FINER + j];

        sum += (int) (((pixel >> 16 & 0xff) * 3 + (pixel >> 8 & 0xff) * 6 + (pixel & 0xff)) / 10);
      }
  return sum / (FINER * FINER);
}

cairo_surface_t *
gla_page_picture_new (GlaPages          *pages,
                      guint              page,
                      double             shift,
                      cairo_antialias_t  antialias)
{
  double paper_width, paper_height;
  int width, height;
  cairo_surface_t *fine, *picture;

  gla_pages_get_paper_size (pages, &paper_width, &paper_height);
  width = (int) floor (paper_width * SCALE);
  height = (int) floor (paper_height * SCALE);
  fine = draw_fine (pages, page, width, height, shift, antialias);
  picture = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      cairo_image_surface_get_data (picture)[y * cairo_image_surface_get_stride (picture) + x] =
        (guint8) get_mean (fine, x, y);
  cairo_surface_mark_dirty (picture);
  cairo_surface_destroy (fine);
  return picture;
}

cairo_surface_t *
gla_page_picture_read (const char *path)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    return picture;
  cairo_surface_destroy (picture);
  return NULL;
}

static double
get_cell (cairo_surface_t *surface,
          int              left,
          int              top)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int sum = 0, n = 0;

  for (int y = top; y < MIN (top + CELL, height); y++)
    for (int x = left; x < MIN (left + CELL, width); x++, n++)
      sum += get_grey (surface, x, y);
  return n > 0 ? (double) sum / n : 0;
}

double
gla_page_picture_compare (cairo_surface_t *first,
                          cairo_surface_t *second)
{
  int width = cairo_image_surface_get_width (first);
  int height = cairo_image_surface_get_height (first);
  double most = 0;

  if (width != cairo_image_surface_get_width (second) ||
      height != cairo_image_surface_get_height (second))
    return 255;
  for (int y = 0; y < height; y += STEP)
    for (int x = 0; x < width; x += STEP)
      most = MAX (most, fabs (get_cell (first, x, y) - get_cell (second, x, y)));
  return most;
}

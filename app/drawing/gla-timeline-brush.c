/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-brush.h"

#include "gla-timeline-layout.h"

#include <math.h>

#define HATCH_STEP 6.0
#define CROSS_STEP 6.0
#define HATCH_LINE 0.9
#define CROSS_LINE 1.1

/* Diagonals at 45 degrees on a square tile, seamless to all sides. */
static void
add_diagonals (cairo_t  *cr,
               double    size,
               gboolean  cross)
{
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, i * size - 1, size + 1);
      cairo_line_to (cr, i * size + size + 1, -1);
      if (cross)
        {
          cairo_move_to (cr, i * size - 1, -1);
          cairo_line_to (cr, i * size + size + 1, size + 1);
        }
    }
}

static cairo_pattern_t *
new_tile (GlaTimelineBrush *self,
          gboolean          cross)
{
  double scale = self->pixels;
  int size = MAX ((int) round ((cross ? CROSS_STEP : HATCH_STEP) * self->u * scale), 3);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  cairo_pattern_t *pattern;

  gla_palette_set_source (self->palette, cross ? GLA_COLOR_SEEN : GLA_COLOR_WAITING_LINE, cr);
  cairo_set_line_width (cr, (cross ? CROSS_LINE : HATCH_LINE) * self->u * scale);
  add_diagonals (cr, size, cross);
  cairo_stroke (cr);
  cairo_destroy (cr);

  cairo_surface_set_device_scale (surface, scale, scale);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (surface);
  return pattern;
}

void
gla_timeline_brush_init (GlaTimelineBrush *self,
                         cairo_t          *cr,
                         GlaText          *text,
                         GlaPalette        palette,
                         double            u,
                         gboolean          rtl,
                         double            pixels)
{
  *self = (GlaTimelineBrush) { cr, text, palette, u, rtl, pixels <= 0, pixels, NULL, NULL };
  if (self->vector)
    return;
  self->hatch = new_tile (self, FALSE);
  self->cross = new_tile (self, TRUE);
}

void
gla_timeline_brush_clear (GlaTimelineBrush *self)
{
  g_clear_pointer (&self->hatch, cairo_pattern_destroy);
  g_clear_pointer (&self->cross, cairo_pattern_destroy);
}

static void
hatch_with_lines (GlaTimelineBrush *self,
                  gboolean          cross,
                  double            x,
                  double            y,
                  double            width,
                  double            height)
{
  cairo_t *cr = self->cr;
  double step = (cross ? CROSS_STEP : HATCH_STEP) * self->u;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double along = -height; along < width; along += step)
    {
      cairo_move_to (cr, x + along, y + height);
      cairo_line_to (cr, x + along + height, y);
      if (cross)
        {
          cairo_move_to (cr, x + along, y);
          cairo_line_to (cr, x + along + height, y + height);
        }
    }
  gla_palette_set_source (self->palette, cross ? GLA_COLOR_SEEN : GLA_COLOR_WAITING_LINE, cr);
  cairo_set_line_width (cr, (cross ? CROSS_LINE : HATCH_LINE) * self->u);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
gla_timeline_brush_hatch (GlaTimelineBrush *self,
                          gboolean          cross,
                          double            x,
                          double            y,
                          double            width,
                          double            height)
{
  cairo_pattern_t *pattern = cross ? self->cross : self->hatch;
  cairo_matrix_t matrix;

  if (pattern == NULL)
    {
      hatch_with_lines (self, cross, x, y, width, height);
      return;
    }

  /* The pattern moves with its bar. */
  cairo_matrix_init_translate (&matrix, -x, -y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (self->cr, pattern);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
gla_timeline_brush_set_color (GlaTimelineBrush *self,
                              GlaColorRole      role)
{
  gla_palette_set_source (self->palette, role, self->cr);
}

/* A line of whole pixels is sharp only between two of their edges. */
double
gla_timeline_brush_get_sharp (GlaTimelineBrush *self,
                              double            value)
{
  return self->vector ? value : floor (value) + 0.5;
}

void
gla_timeline_brush_line (GlaTimelineBrush *self,
                         GlaColorRole      role,
                         double            width,
                         double            x1,
                         double            y1,
                         double            x2,
                         double            y2)
{
  gla_timeline_brush_set_color (self, role);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, gla_timeline_brush_get_sharp (self, x1),
                 gla_timeline_brush_get_sharp (self, y1));
  cairo_line_to (self->cr, gla_timeline_brush_get_sharp (self, x2),
                 gla_timeline_brush_get_sharp (self, y2));
  cairo_stroke (self->cr);
}

double
gla_timeline_brush_get_hair (GlaTimelineBrush *self)
{
  return self->vector ? 0.7 * self->u : 1;
}

void
gla_timeline_brush_fill (GlaTimelineBrush      *self,
                         GlaColorRole           role,
                         const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (self, role);
  cairo_rectangle (self->cr, item->x, item->y, item->width, item->height);
  cairo_fill (self->cr);
}

void
gla_timeline_brush_outline (GlaTimelineBrush      *self,
                            GlaColorRole           role,
                            double                 width,
                            const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (self, role);
  cairo_set_line_width (self->cr, width);
  cairo_rectangle (self->cr, item->x + width / 2, item->y + width / 2,
                   MAX (item->width - width, 0.1), item->height - width);
  cairo_stroke (self->cr);
}

void
gla_timeline_brush_centre (GlaTimelineBrush      *self,
                           GlaTextStyle           style,
                           GlaColorRole           role,
                           const char            *words,
                           const GlaTimelineItem *item)
{
  double width = gla_text_get_width (self->text, style, words);
  double height = gla_text_get_height (self->text, style);

  gla_timeline_brush_set_color (self, role);
  gla_text_draw (self->text, self->cr, style, words, item->x + (item->width - width) / 2,
                 item->y + (item->height - height) / 2);
}

void
gla_timeline_brush_words (GlaTimelineBrush      *self,
                          GlaColorRole           role,
                          const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (self, role);
  gla_text_draw (self->text, self->cr, gla_timeline_item_get_style (item->kind), item->text,
                 item->x, item->y);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Time of one redraw of the map of a face with 60 points, at the size of the editor and of a
 * thumbnail, as the widget does it after any change: picture and regions, which it keeps as
 * one image, then danger zones and points. Beside it, all of it anew, as for a sheet. Prints medians in milliseconds, and their ratio to filling as many pixels with one colour in
 * the same run.
 */

#include "config.h"

#include "gla-map-paint.h"

#include <stdlib.h>

#define POINTS 60
#define ROUNDS 201

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a;
  const double *second = b;

  return (*first > *second) - (*first < *second);
}

static double
get_median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

/* The first @POINTS of usual points, in turn of all areas. */
static GArray *
make_marks (const GlaFace *face)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));

  for (guint i = 0; i < face->spots->len && marks->len < POINTS; i++)
    {
      const GlaFaceSpot *spot = g_ptr_array_index (face->spots, i);
      GlaMapMark mark = { spot->area, GLA_SIDE_BOTH, i % 2,
                          { face->key, spot->x, spot->y, 25 * (1 + i % 30) } };

      g_array_append_val (marks, mark);
    }
  return marks;
}

static double
fill (cairo_surface_t *surface)
{
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure (int width,
         int height)
{
  const GlaFace *face = gla_faces_find (gla_faces_get_default (), "front");
  g_autoptr (GArray) marks = make_marks (face);
  GlaMapPicture picture = { .marks = (GlaMapMark *) (gpointer) marks->data, .n_marks = marks->len,
                            .regions = TRUE, .danger_area = "GLAB", .selected = 3 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *kept = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GlaText) text = NULL;
  GlaMapScene scene;
  double redraw[ROUNDS], full[ROUNDS], filled[ROUNDS];
  double redraw_median, fill_median;

  gla_map_scene_init (&scene, face, width, height);
  text = gla_text_new (NULL, gla_map_get_text_size (&scene), FALSE);
  for (guint i = 0; i < ROUNDS; i++)
    {
      cairo_t *cr = cairo_create (surface);
      gint64 start;

      filled[i] = fill (surface);
      start = g_get_monotonic_time ();
      cairo_set_source_surface (cr, kept, 0, 0);
      cairo_paint (cr);
      gla_map_paint_marks (&scene, &picture, GLA_PALETTE_LIGHT, text, cr);
      cairo_surface_flush (surface);
      redraw[i] = (g_get_monotonic_time () - start) / 1000.0;
      start = g_get_monotonic_time ();
      gla_map_paint_face (&scene, GLA_PALETTE_LIGHT, cr);
      gla_map_paint_regions (&scene, GLA_PALETTE_LIGHT, cr);
      gla_map_paint_marks (&scene, &picture, GLA_PALETTE_LIGHT, text, cr);
      cairo_surface_flush (surface);
      full[i] = (g_get_monotonic_time () - start) / 1000.0;
      cairo_destroy (cr);
    }
  redraw_median = get_median (redraw);
  fill_median = get_median (filled);
  g_print ("%d x %d, %u points\t%.2f\t%.2f\t%.3f\t%.0f\n", width, height, marks->len,
           redraw_median, get_median (full), fill_median, redraw_median / fill_median);
  cairo_surface_destroy (kept);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  g_print ("map\tredraw ms\tanew ms\tfill ms\tredraw/fill\n");
  measure (480, 600);
  measure (220, 275);
  return EXIT_SUCCESS;
}

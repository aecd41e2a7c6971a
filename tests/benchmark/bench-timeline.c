/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Time of one full redraw of the timeline at 1920 pixels (layout and painting
 * into a picture in memory) and of one step of a pan, for 10, 100 and 500
 * cycles. Prints medians in milliseconds, and their ratio to filling as many
 * pixels with one colour in the same run.
 */

#include "config.h"

#include "gla-drawn.h"
#include "gla-timeline-paint.h"

#include <stdlib.h>

#define WIDTH 1920
#define ROUNDS 101

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

/* One frame: as the widget does it after a pan or zoom. */
static double
draw (GlaTimelineModel         *model,
      GlaText                  *text,
      const GlaTimelineOptions *options,
      cairo_surface_t          *surface)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GlaTimelineScene) scene = gla_timeline_scene_new (model, text, options);
  cairo_t *cr = cairo_create (surface);

  gla_palette_set_source (GLA_PALETTE_LIGHT, GLA_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  gla_timeline_paint (scene, text, GLA_PALETTE_LIGHT, 1, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return (g_get_monotonic_time () - start) / 1000.0;
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
measure (guint n)
{
  int today;
  g_autofree char *script = gla_drawn_long_script (n, &today);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GlaTimelineModel) model = gla_drawn_model (script, today);
  double model_time = (g_get_monotonic_time () - start) / 1000.0;
  g_autoptr (GlaText) text = gla_text_new (NULL, 14, FALSE);
  GlaTimelineOptions options = { .width = WIDTH, .strip = TRUE, .area = "GLAB" };
  g_autoptr (GlaTimelineScene) scene = NULL;
  cairo_surface_t *surface;
  double full[ROUNDS], pan[ROUNDS], filled[ROUNDS], first;
  double from, to, full_median, pan_median, fill_median;

  gla_timeline_range_get_span (GLA_TIMELINE_RANGE_ALL, model, GLA_TIMELINE_CALENDAR, &from, &to,
                               &options.since);
  options.from = from;
  options.to = to;
  scene = gla_timeline_scene_new (model, text, &options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) scene->height + 1);

  first = draw (model, text, &options, surface);
  for (guint i = 0; i < ROUNDS; i++)
    {
      filled[i] = fill (surface);
      options.from = from;
      options.to = to;
      full[i] = draw (model, text, &options, surface);
      /* Two years in view, moved by a few pixels each frame. */
      options.from = from + i * 6;
      options.to = options.from + 730;
      pan[i] = draw (model, text, &options, surface);
    }
  full_median = get_median (full);
  pan_median = get_median (pan);
  fill_median = get_median (filled);
  g_print ("%u\t%.2f\t%.2f\t%.2f\t%.2f\t%.3f\t%.1f\n", n, model_time, first, full_median,
           pan_median, fill_median, full_median / fill_median);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  static const guint lengths[] = { 10, 100, 500 };

  gla_drawn_catalogue ();
  g_print ("cycles\tmodel ms\tfirst ms\tredraw ms\tpan ms\tfill ms\tredraw/fill\n");
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    measure (lengths[i]);
  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-frame.h"

static const GlaPhotoBox box = { 100, 50, 400, 300 };

/* The point of the picture, 0 to 1, that is seen at @x, @y. */
static void
find_point (const GlaPhotoFrame *frame,
            double               width,
            double               height,
            double               x,
            double               y,
            double              *px,
            double              *py)
{
  GlaPhotoBox place = gla_photo_frame_place (frame, width, height, &box);

  *px = (x - place.x) / place.width;
  *py = (y - place.y) / place.height;
}

static void
test_whole (void)
{
  static const struct
  {
    double width, height;
    GlaPhotoBox place;
  } cases[] = {
    { 800, 600, { 100, 50, 400, 300 } },
    { 600, 800, { 187.5, 50, 225, 300 } },
    { 2000, 500, { 100, 150, 400, 100 } },
    { 4, 3, { 100, 50, 400, 300 } },
  };
  GlaPhotoFrame frame;

  gla_photo_frame_reset (&frame);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaPhotoBox place = gla_photo_frame_place (&frame, cases[i].width, cases[i].height, &box);

      g_assert_cmpfloat_with_epsilon (place.x, cases[i].place.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.y, cases[i].place.y, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.width, cases[i].place.width, 1e-9);
      g_assert_cmpfloat_with_epsilon (place.height, cases[i].place.height, 1e-9);
    }
}

/* What is under the pointer stays there, and the other picture shows the same part. */
static void
test_zoom (void)
{
  GlaPhotoFrame frame;
  double before_x, before_y, x, y;

  gla_photo_frame_reset (&frame);
  for (int i = 0; i < 5; i++)
    {
      find_point (&frame, 800, 600, 230, 90, &before_x, &before_y);
      gla_photo_frame_zoom (&frame, 1.25, 230, 90, 800, 600, &box);
      find_point (&frame, 800, 600, 230, 90, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, before_x, 1e-9);
      g_assert_cmpfloat_with_epsilon (y, before_y, 1e-9);
      find_point (&frame, 2000, 1500, 230, 90, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, before_x, 1e-9);
      g_assert_cmpfloat_with_epsilon (y, before_y, 1e-9);
    }
  gla_photo_frame_zoom (&frame, 1000, 230, 90, 800, 600, &box);
  g_assert_cmpfloat (frame.zoom, ==, GLA_PHOTO_MAX_ZOOM);
  gla_photo_frame_zoom (&frame, 1e-6, 230, 90, 800, 600, &box);
  g_assert_cmpfloat (frame.zoom, ==, 1.0);
}

/* However it is moved and zoomed, no edge of a picture that fills the frame comes into it. */
static void
test_edges (void)
{
  GlaPhotoFrame frame;

  gla_photo_frame_reset (&frame);
  for (int i = 0; i < 2000; i++)
    {
      GlaPhotoBox place;

      if (g_test_rand_bit ())
        gla_photo_frame_zoom (&frame, g_test_rand_double_range (0.5, 2.0),
                              g_test_rand_double_range (100, 500),
                              g_test_rand_double_range (50, 350), 800, 600, &box);
      else
        gla_photo_frame_pan (&frame, g_test_rand_double_range (-300, 300),
                             g_test_rand_double_range (-300, 300), 800, 600, &box);
      place = gla_photo_frame_place (&frame, 800, 600, &box);
      g_assert_cmpfloat (place.x, <=, box.x + 1e-6);
      g_assert_cmpfloat (place.y, <=, box.y + 1e-6);
      g_assert_cmpfloat (place.x + place.width, >=, box.x + box.width - 1e-6);
      g_assert_cmpfloat (place.y + place.height, >=, box.y + box.height - 1e-6);
    }
}

/* A pan beyond the edge is not remembered: the way back begins at once. */
static void
test_pan (void)
{
  GlaPhotoFrame frame;
  GlaPhotoBox before, after;

  gla_photo_frame_reset (&frame);
  gla_photo_frame_zoom (&frame, 2, 300, 200, 800, 600, &box);
  gla_photo_frame_pan (&frame, 10000, 0, 800, 600, &box);
  before = gla_photo_frame_place (&frame, 800, 600, &box);
  g_assert_cmpfloat_with_epsilon (before.x, box.x, 1e-9);
  gla_photo_frame_pan (&frame, -30, 0, 800, 600, &box);
  after = gla_photo_frame_place (&frame, 800, 600, &box);
  g_assert_cmpfloat_with_epsilon (after.x, before.x - 30, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/photo-frame/whole", test_whole);
  g_test_add_func ("/widgets/photo-frame/zoom", test_zoom);
  g_test_add_func ("/widgets/photo-frame/edges", test_edges);
  g_test_add_func ("/widgets/photo-frame/pan", test_pan);

  return g_test_run ();
}

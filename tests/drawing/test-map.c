/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-paint.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#define WIDTH 400
#define HEIGHT 500

static const char *const view_keys[] = { "front", "left", "right", "neck", "axilla", "palms",
                                         "trapezius", "calf" };

static const GlaFace *
get_face (const char *key)
{
  return gla_faces_find (gla_faces_get_default (), key);
}

/* Every usual point of a picture, two units each. */
static GArray *
make_all (const GlaFace *face)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));

  for (guint i = 0; i < face->regions->len; i++)
    {
      g_autoptr (GArray) some = gla_map_make_spots (face, g_ptr_array_index (face->regions, i), 0,
                                                    100, GLA_UNITS_UNKNOWN);

      for (guint k = 0; k < some->len; k++)
        g_array_index (some, GlaMapMark, k).point.units = GLA_UNITS (2);
      g_array_append_vals (marks, some->data, some->len);
    }
  return marks;
}

static cairo_surface_t *
paint (const char          *view,
       const GlaMapPicture *picture,
       GlaPalette           palette,
       int                  width,
       int                  height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  gla_palette_set_source (palette, GLA_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  gla_map_paint (get_face (view), picture, palette, width, height, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface)
                             + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] & 0xffffff;
}

static guint32
get_color (GlaPalette   palette,
           GlaColorRole role)
{
  GlaColor color = gla_palette_get (palette, role);

  return ((guint32) (color.red * 255 + 0.5) << 16) | ((guint32) (color.green * 255 + 0.5) << 8)
         | (guint32) (color.blue * 255 + 0.5);
}

/* There and back again, whatever the shape of the place. */
static void
test_places (void)
{
  static const struct { double width, height; } sizes[] = { { 400, 500 }, { 900, 300 }, { 77, 901 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int at = 0; at <= 1000; at += 125)
      {
        GlaMapPoint point = { "front", at, 1000 - at, 0 };
        GlaMapScene scene;
        double x, y;
        int back_x, back_y;

        gla_map_scene_init (&scene, get_face ("front"), sizes[i].width, sizes[i].height);
        gla_map_scene_get_place (&scene, &point, &x, &y);
        g_assert_cmpfloat (x, >=, 0);
        g_assert_cmpfloat (x, <=, sizes[i].width);
        g_assert_cmpfloat (y, >=, 0);
        g_assert_cmpfloat (y, <=, sizes[i].height);
        gla_map_scene_get_point (&scene, x, y, &back_x, &back_y);
        g_assert_cmpint (back_x, ==, at);
        g_assert_cmpint (back_y, ==, 1000 - at);
      }
}

/* Each usual point of each area, on each picture, is hit where it is painted, and a click on
 * an empty picture hits the area. */
static void
test_hits (void)
{
  for (gsize v = 0; v < G_N_ELEMENTS (view_keys); v++)
    {
      const GlaFace *face = get_face (view_keys[v]);
      g_autoptr (GArray) marks = make_all (face);
      GlaMapScene scene;

      gla_map_scene_init (&scene, face, WIDTH, HEIGHT);
      g_assert_cmpuint (marks->len, ==, face->spots->len);
      for (guint i = 0; i < marks->len; i++)
        {
          const GlaMapMark *mark = &g_array_index (marks, GlaMapMark, i);
          double x, y;

          gla_map_scene_get_place (&scene, &mark->point, &x, &y);
          g_test_message ("%s: %s at %g, %g", face->key, mark->area, x, y);
          g_assert_cmpint (gla_map_scene_pick_mark (&scene, mark, 1, x + scene.radius - 1, y, 0),
                           ==, 0);
          g_assert_cmpint (gla_map_scene_pick_mark (&scene, mark, 1, x + scene.radius + 1, y, 0),
                           ==, -1);
          g_assert_cmpint (gla_map_scene_pick_mark (&scene, mark, 1, x + scene.radius + 1, y, 3),
                           ==, 0);
          g_assert_nonnull (gla_map_scene_pick_region (&scene, x, y));
        }
      for (guint i = 0; i < face->regions->len; i++)
        {
          const GlaFaceRegion *region = g_ptr_array_index (face->regions, i);
          g_autoptr (GArray) one = gla_map_make_spots (face, region, 0, 1, 100);
          double x, y;

          gla_map_scene_get_place (&scene, &g_array_index (one, GlaMapMark, 0).point, &x, &y);
          g_assert_true (gla_map_scene_pick_region (&scene, x, y) == region);
        }
      g_assert_null (gla_map_scene_pick_region (&scene, 1, 1));
    }
}

/* Of points that touch, the nearer one is hit; points of other pictures are not there. */
static void
test_nearest (void)
{
  const GlaMapMark marks[] = {
    { "GLAB", GLA_SIDE_BOTH, 0, { "front", 500, 400, 400 } },
    { "GLAB", GLA_SIDE_BOTH, 0, { "front", 520, 400, 400 } },
    { "GLAB", GLA_SIDE_BOTH, 0, { "left", 505, 400, 400 } },
  };
  GlaMapScene scene;

  gla_map_scene_init (&scene, get_face ("front"), WIDTH, HEIGHT);
  g_assert_cmpint (gla_map_scene_pick_mark (&scene, marks, 3, 202, 200, 0), ==, 0);
  g_assert_cmpint (gla_map_scene_pick_mark (&scene, marks, 3, 206, 200, 0), ==, 1);
  g_assert_cmpint (gla_map_scene_pick_mark (&scene, marks, 0, 202, 200, 0), ==, -1);
}

static GlaUnits
sum_units (const GArray *marks)
{
  GlaUnits sum = 0;

  for (guint i = 0; i < marks->len; i++)
    sum += g_array_index (marks, GlaMapMark, i).point.units;
  return sum;
}

static void
test_spots (void)
{
  const GlaFace *face = get_face ("front");
  const GlaFaceRegion *region = gla_face_find_region (face, "PERIORAL", GLA_AREA_SIDE_NONE);
  g_autoptr (GArray) marks = gla_map_make_spots (face, region, 1, 4, 750);
  g_autoptr (GArray) many = gla_map_make_spots (face, region, 0, 1000, 750);
  const GlaMapMark *first = &g_array_index (marks, GlaMapMark, 0);

  g_assert_cmpuint (marks->len, ==, 4);
  g_assert_cmpstr (first->area, ==, "PERIORAL");
  g_assert_cmpint (first->side, ==, GLA_SIDE_BOTH);
  g_assert_cmpuint (first->source, ==, 1);
  g_assert_cmpint (first->point.units, ==, 200);
  g_assert_cmpint (g_array_index (marks, GlaMapMark, 3).point.units, ==, 150);
  g_assert_cmpint (sum_units (marks), ==, 750);
  /* No more than there are places for; the units are all given. */
  g_assert_cmpuint (many->len, >=, 4);
  g_assert_cmpuint (many->len, <, 1000);
  g_assert_cmpint (sum_units (many), ==, 750);
}

/* A point is in its colour where it should be, in each look and size. */
static void
test_points (void)
{
  static const int sizes[] = { 110, 400, 800 };

  for (guint palette = 0; palette < GLA_N_PALETTES; palette++)
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
      for (gsize v = 0; v < G_N_ELEMENTS (view_keys); v++)
        {
          GlaMapMark mark = { "GLAB", GLA_SIDE_BOTH, 0, { view_keys[v], 300, 300, 400 } };
          GlaMapPicture picture = { .marks = &mark, .n_marks = 1, .selected = -1 };
          int height = sizes[i] * 5 / 4;
          cairo_surface_t *surface = paint (view_keys[v], &picture, palette, sizes[i], height);
          GlaMapScene scene;
          double x, y;

          gla_map_scene_init (&scene, get_face (view_keys[v]), sizes[i], height);
          gla_map_scene_get_place (&scene, &mark.point, &x, &y);
          g_assert_cmphex (get_pixel (surface, x - 0.7 * scene.radius, y), ==,
                           get_color (palette, GLA_COLOR_ACCENT));
          cairo_surface_destroy (surface);
        }
}

/* What was planned is hollow, and told from what was given without its colour. */
static void
test_plan (void)
{
  GlaMapMark mark = { "GLAB", GLA_SIDE_BOTH, 0, { "front", 300, 300, 400 } };
  GlaMapPicture picture = { .plan = &mark, .n_plan = 1, .selected = -1 };
  cairo_surface_t *surface = paint ("front", &picture, GLA_PALETTE_PAPER, WIDTH, HEIGHT);
  GlaMapScene scene;
  double x, y;

  gla_map_scene_init (&scene, get_face ("front"), WIDTH, HEIGHT);
  gla_map_scene_get_place (&scene, &mark.point, &x, &y);
  g_assert_cmphex (get_pixel (surface, x - 0.7 * scene.radius, y), ==,
                   get_color (GLA_PALETTE_PAPER, GLA_COLOR_BACKGROUND));
  cairo_surface_destroy (surface);
}

static guint
count_difference (cairo_surface_t *a,
                  cairo_surface_t *b)
{
  guint count = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      count += get_pixel (a, x, y) != get_pixel (b, x, y) ? 1 : 0;
  return count;
}

/* Regions, danger zones, a selection and a total are seen; danger zones are those of one area. */
static void
test_zones (void)
{
  GlaMapMark mark = { "GLAB", GLA_SIDE_BOTH, 0, { "front", 500, 446, 400 } };
  GlaMapTotal total = { "MENT", GLA_SIDE_BOTH, 800 };
  GlaMapTotal elsewhere = { "CALF", GLA_SIDE_LEFT, 800 };
  GlaMapPicture plain = { .marks = &mark, .n_marks = 1, .selected = -1 };
  GlaMapPicture pictures[] = { plain, plain, plain, plain, plain };
  cairo_surface_t *before = paint ("front", &plain, GLA_PALETTE_LIGHT, WIDTH, HEIGHT);
  cairo_surface_t *after;

  pictures[0].regions = TRUE;
  pictures[1].danger_area = "GLAB";
  pictures[2].selected = 0;
  pictures[3].totals = &total;
  pictures[3].n_totals = 1;
  pictures[4].active = gla_face_find_region (get_face ("front"), "LCL", GLA_AREA_SIDE_LEFT);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      after = paint ("front", &pictures[i], GLA_PALETTE_LIGHT, WIDTH, HEIGHT);
      g_test_message ("picture %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (count_difference (before, after), >, 60);
      cairo_surface_destroy (after);
    }
  plain.danger_area = "MENT";   /* the catalogue names no place for it */
  plain.totals = &elsewhere;
  plain.n_totals = 1;
  after = paint ("front", &plain, GLA_PALETTE_LIGHT, WIDTH, HEIGHT);
  g_assert_cmpuint (count_difference (before, after), ==, 0);
  cairo_surface_destroy (after);
  cairo_surface_destroy (before);
}

/* Units are letters on paper, not pictures of letters: they can be searched and copied. */
static void
test_paper (void)
{
  g_autofree char *folder = g_dir_make_tmp ("glabella-map-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  GlaMapMark marks[] = {
    { "GLAB", GLA_SIDE_BOTH, 0, { "front", 500, 446, 1725 } },
    { "LCL", GLA_SIDE_LEFT, 1, { "front", 756, 468, GLA_UNITS_UNKNOWN } },
  };
  GlaMapPicture picture = { .marks = marks, .n_marks = 2, .selected = -1 };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 200, 250);
  cairo_t *cr = cairo_create (surface);

  gla_map_paint (get_face ("front"), &picture, GLA_PALETTE_PAPER, 200, 250, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  if (program != NULL)
    {
      const char *argv[] = { program, path, "-", NULL };
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                    &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, "17.25"));
      g_assert_nonnull (strchr (text, '?'));
    }
  else
    g_test_skip ("pdftotext is not installed");
  g_unlink (path);
  g_rmdir (folder);
}

/* With GLA_TEST_PICTURES: each picture in each look as PNG, to look at. */
static void
write_pictures (const char *folder)
{
  for (guint palette = 0; palette < GLA_N_PALETTES; palette++)
    for (gsize v = 0; v < G_N_ELEMENTS (view_keys); v++)
      {
        const GlaFace *face = get_face (view_keys[v]);
        g_autoptr (GArray) marks = make_all (face);
        g_autofree char *name = g_strdup_printf ("%s-%u.png", view_keys[v], palette);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        GlaMapPicture picture = { .marks = (GlaMapMark *) (gpointer) marks->data,
                                  .n_marks = marks->len, .regions = palette != GLA_PALETTE_PAPER,
                                  .danger_area = "GLAB", .selected = 0 };
        cairo_surface_t *surface = paint (view_keys[v], &picture, palette, WIDTH, HEIGHT);

        cairo_surface_write_to_png (surface, path);
        cairo_surface_destroy (surface);
      }
}

int
main (int    argc,
      char **argv)
{
  const char *folder = g_getenv ("GLA_TEST_PICTURES");

  g_test_init (&argc, &argv, NULL);
  if (folder != NULL)
    write_pictures (folder);
  g_test_add_func ("/map/places", test_places);
  g_test_add_func ("/map/hits", test_hits);
  g_test_add_func ("/map/nearest", test_nearest);
  g_test_add_func ("/map/spots", test_spots);
  g_test_add_func ("/map/points", test_points);
  g_test_add_func ("/map/plan", test_plan);
  g_test_add_func ("/map/zones", test_zones);
  g_test_add_func ("/map/paper", test_paper);
  return g_test_run ();
}

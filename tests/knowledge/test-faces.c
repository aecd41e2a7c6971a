/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"
#include "gla-face.h"

#include <math.h>

static GlaFaces *faces;

static void
test_outlines (void)
{
  static const struct
  {
    const char *data;
    guint n_steps;   /* 0: refused */
  } cases[] = {
    { "M0,0 L10,0 L10,10 Z", 4 },
    { "M0 0 10 0 10 10z", 4 },
    { "m5,5 l-1-1 h2 v3.5 c1,1 2,2 3,3 s1,1 2,2 z", 7 },
    { "M1e1,0L-.5,+2", 2 },
    { "", 0 },
    { "L1,1", 0 },
    { "M1", 0 },
    { "M0,0 L1", 0 },
    { "M0,0 A1,1 0 0 0 2,2", 0 },
    { "M0,0 Q1,1 2,2", 0 },
    { "M0,0 Lnan,1", 0 },
    { "M0,0 Linf,1", 0 },
    { "M0,0 L0x10,1", 0 },
    { "M0,0 Z 1,1", 0 },
    { "M0,0 L1,1 hello", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaOutline) outline = gla_outline_parse (cases[i].data);
      guint n_steps = 0;

      g_test_message ("%s", cases[i].data);
      if (outline != NULL)
        gla_outline_get_steps (outline, &n_steps);
      g_assert_cmpuint (n_steps, ==, cases[i].n_steps);
    }
}

/* Relative commands, and the handle that S takes over, arrive where they should. */
static void
test_relative (void)
{
  g_autoptr (GlaOutline) outline = gla_outline_parse ("m10,20 h5 v-5 c1,0 2,1 3,2 s4,4 5,5 z l1,1");
  guint n_steps;
  const GlaOutlineStep *steps = gla_outline_get_steps (outline, &n_steps);

  g_assert_cmpuint (n_steps, ==, 7);
  g_assert_cmpfloat (steps[2].x[0], ==, 15);
  g_assert_cmpfloat (steps[2].y[0], ==, 15);
  g_assert_cmpfloat (steps[3].x[2], ==, 18);
  g_assert_cmpfloat (steps[3].y[2], ==, 17);
  g_assert_cmpfloat (steps[4].x[0], ==, 19);   /* reflects 17,16 about 18,17 */
  g_assert_cmpfloat (steps[4].y[0], ==, 18);
  g_assert_cmpfloat (steps[6].x[0], ==, 11);   /* from where the part began */
  g_assert_cmpfloat (steps[6].y[0], ==, 21);
}

static void
test_contains (void)
{
  static const struct
  {
    const char *data;
    double x, y;
    gboolean inside;
  } cases[] = {
    { "M0,0 H10 V10 H0 Z", 5, 5, TRUE },
    { "M0,0 H10 V10 H0 Z", 11, 5, FALSE },
    { "M0,0 H10 V10 H0", 1, 5, TRUE },             /* open counts as closed */
    { "M0,0 H10 V10 H0 Z M2,2 H8 V8 H2 Z", 5, 5, FALSE },   /* a hole */
    { "M0,0 H10 V10 H0 Z M2,2 H8 V8 H2 Z", 1, 5, TRUE },
    { "M0,0 C0,20 20,20 20,0 Z", 10, 14, TRUE },   /* the curve's belly reaches 15 */
    { "M0,0 C0,20 20,20 20,0 Z", 10, 16, FALSE },
    { "M0,0 C0,20 20,20 20,0 Z", 1, 12, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaOutline) outline = gla_outline_parse (cases[i].data);

      g_test_message ("%s: %g, %g", cases[i].data, cases[i].x, cases[i].y);
      g_assert_cmpint (gla_outline_contains (outline, cases[i].x, cases[i].y), ==,
                       cases[i].inside);
    }
}

/* Every area of the catalogue is on a picture, on the sides it is recorded with, with enough
 * usual points for what the catalogue says. */
static void
test_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);
  const GPtrArray *areas = gla_catalogue_get_areas (catalogue);

  g_assert_no_error (error);
  for (guint i = 0; i < areas->len; i++)
    {
      const GlaArea *area = g_ptr_array_index (areas, i);
      const char *key = gla_area_get_key (area);
      const GlaFace *face = gla_faces_find_for_area (faces, key);
      const GlaAreaSides sides[2] = {
        gla_area_is_paired (area) ? GLA_AREA_SIDE_LEFT : GLA_AREA_SIDE_NONE,
        gla_area_is_paired (area) ? GLA_AREA_SIDE_RIGHT : GLA_AREA_SIDE_NONE,
      };

      g_test_message ("%s", key);
      g_assert_nonnull (face);
      for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
        {
          g_autoptr (GPtrArray) spots = gla_face_get_spots (face, key, sides[k]);
          int wanted = gla_area_get_points_high (area);

          g_assert_nonnull (gla_face_find_region (face, key, sides[k]));
          g_assert_cmpint ((int) spots->len, >=, MIN (wanted, 20));
        }
    }
}

/* What is hit at a usual point is its own region, in every picture: a click there is for that
 * area. Where areas overlap, as at the jaw, the point still lies within its own. */
static void
test_hits (void)
{
  const GPtrArray *all = gla_faces_get_all (faces);

  for (guint i = 0; i < all->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (all, i);

      for (guint k = 0; k < face->spots->len; k++)
        {
          const GlaFaceSpot *spot = g_ptr_array_index (face->spots, k);
          const GlaFaceRegion *own = gla_face_find_region (face, spot->area, spot->side);
          const GlaFaceRegion *hit = gla_face_pick_region (face, spot->x, spot->y);

          g_test_message ("%s: %s at %d, %d", face->key, spot->area, spot->x, spot->y);
          g_assert_nonnull (own);
          g_assert_true (gla_outline_contains (own->outline, spot->x * face->width / 1000,
                                               spot->y * face->height / 1000));
          g_assert_nonnull (hit);
        }
      for (guint k = 0; k < face->regions->len; k++)
        {
          const GlaFaceRegion *region = g_ptr_array_index (face->regions, k);
          g_autoptr (GPtrArray) spots = gla_face_get_spots (face, region->area, region->side);
          const GlaFaceSpot *first = g_ptr_array_index (spots, 0);

          g_test_message ("%s: first of %s", face->key, region->area);
          g_assert_true (gla_face_pick_region (face, first->x, first->y) == region);
        }
      g_assert_null (gla_face_pick_region (face, 999, 1));
    }
}

/* A danger zone is of an area that the picture shows, and usual points keep out of it. */
static void
test_dangers (void)
{
  const GPtrArray *all = gla_faces_get_all (faces);
  guint n_zones = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (all, i);

      for (guint k = 0; k < face->dangers->len; k++)
        {
          const GlaFaceRegion *zone = g_ptr_array_index (face->dangers, k);

          n_zones++;
          g_assert_nonnull (gla_face_find_region (face, zone->area, GLA_AREA_SIDE_NONE));
          for (guint s = 0; s < face->spots->len; s++)
            {
              const GlaFaceSpot *spot = g_ptr_array_index (face->spots, s);

              if (!g_str_equal (spot->area, zone->area))
                continue;
              g_test_message ("%s: %s at %d, %d", face->key, spot->area, spot->x, spot->y);
              g_assert_false (gla_outline_contains (zone->outline, spot->x * face->width / 1000,
                                                    spot->y * face->height / 1000));
            }
        }
    }
  g_assert_cmpuint (n_zones, >, 0);
}

static const GlaFaceSpot *
find_near (const GlaFace *face,
           const char    *area,
           int            x,
           int            y)
{
  for (guint i = 0; i < face->spots->len; i++)
    {
      const GlaFaceSpot *spot = g_ptr_array_index (face->spots, i);

      if (g_str_equal (spot->area, area) && ABS (spot->x - x) <= 1 && ABS (spot->y - y) <= 1)
        return spot;
    }
  return NULL;
}

/* Each picture and its mirror image have the same points, with sides exchanged: what Mirror
 * copies lands where the other side's usual points are. */
static void
test_mirrored (void)
{
  const GPtrArray *all = gla_faces_get_all (faces);

  for (guint i = 0; i < all->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (all, i);
      const GlaFace *other = gla_faces_find_mirrored (faces, face);

      g_assert_true (gla_faces_find_mirrored (faces, other) == face);
      g_assert_cmpfloat (face->height / face->width, ==, 1.25);
      for (guint k = 0; k < face->spots->len; k++)
        {
          const GlaFaceSpot *spot = g_ptr_array_index (face->spots, k);
          const GlaFaceSpot *found = find_near (other, spot->area, 1000 - spot->x, spot->y);

          g_test_message ("%s: %s at %d, %d", face->key, spot->area, spot->x, spot->y);
          g_assert_nonnull (found);
          g_assert_cmpint (found->side == GLA_AREA_SIDE_NONE, ==,
                           spot->side == GLA_AREA_SIDE_NONE);
          if (spot->side != GLA_AREA_SIDE_NONE)
            g_assert_cmpint (found->side, !=, spot->side);
        }
    }
}

static void
test_names (void)
{
  const GPtrArray *all = gla_faces_get_all (faces);

  g_assert_cmpuint (all->len, ==, 8);
  for (guint i = 0; i < all->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (all, i);

      g_assert_true (gla_faces_find (faces, face->key) == face);
      g_assert_cmpstr (gla_face_get_name (face), !=, face->key);
    }
  g_assert_null (gla_faces_find (faces, "back"));
  g_assert_null (gla_faces_find (faces, NULL));
  g_assert_null (gla_faces_find_for_area (faces, "NONE"));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  faces = gla_faces_load_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/faces/outlines", test_outlines);
  g_test_add_func ("/faces/relative", test_relative);
  g_test_add_func ("/faces/contains", test_contains);
  g_test_add_func ("/faces/areas", test_areas);
  g_test_add_func ("/faces/hits", test_hits);
  g_test_add_func ("/faces/dangers", test_dangers);
  g_test_add_func ("/faces/mirrored", test_mirrored);
  g_test_add_func ("/faces/names", test_names);
  result = g_test_run ();
  gla_faces_unref (faces);
  return result;
}

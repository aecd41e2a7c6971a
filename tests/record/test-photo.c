/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo.h"

/* Every place of the checklist is another view with another name, and back again. */
static void
test_places (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int place = 0; place < GLA_PHOTO_N_VIEWS; place++)
    {
      GlaPhotoView view = gla_photo_view_from_place (place);
      GlaPhoto photo = { .expression = view.expression, .angle = view.angle };

      g_assert_cmpint (gla_photo_view_get_place (gla_photo_get_view (&photo)), ==, place);
      g_hash_table_add (names, gla_photo_view_get_name (view));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, GLA_PHOTO_N_VIEWS);
}

static void
test_names (void)
{
  static const struct
  {
    GlaPhotoView view;
    const char *name;
    int place;
  } cases[] = {
    { { GLA_PHOTO_REST, GLA_PHOTO_FRONT }, "At rest, front", 0 },
    { { GLA_PHOTO_FROWN, GLA_PHOTO_LEFT_OBLIQUE }, "Frown, left oblique", 4 },
    { { GLA_PHOTO_SMILE, GLA_PHOTO_RIGHT_OBLIQUE }, "Smile, right oblique", 11 },
    { { GLA_PHOTO_EXPRESSION_NONE, GLA_PHOTO_ANGLE_NONE }, "Not sorted", -1 },
    { { GLA_PHOTO_RAISE, GLA_PHOTO_ANGLE_NONE }, "Brows raised", -1 },
    { { GLA_PHOTO_EXPRESSION_NONE, GLA_PHOTO_FRONT }, "front", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = gla_photo_view_get_name (cases[i].view);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (gla_photo_view_get_place (cases[i].view), ==, cases[i].place);
    }
}

/* A record keeps its own copy of every text. */
static void
test_copy (void)
{
  char note[] = "hair tied back";
  GlaPhoto fields = { .id = "f1", .patient = "p1", .note = note, .checksum = "c", .width = 3 };
  g_autoptr (GlaPhoto) photo = gla_photo_new (&fields);

  note[0] = 'H';
  g_assert_cmpstr (photo->note, ==, "hair tied back");
  g_assert_cmpstr (photo->checksum, ==, "c");
  g_assert_cmpint (photo->width, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/photo/places", test_places);
  g_test_add_func ("/record/photo/names", test_names);
  g_test_add_func ("/record/photo/copy", test_copy);

  return g_test_run ();
}

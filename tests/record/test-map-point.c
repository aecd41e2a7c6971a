/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-point.h"

/* Texts that are written as they were read. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "front 500,446,400",
    "front 500,446,400 438,408,250 left 612,500,?",
    "front 0,0,0 1000,1000,100000000",
    "left 1,2,3 front 4,5,6 left 7,8,9",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) points = gla_map_points_parse (texts[i]);
      g_autofree char *text
          = gla_map_points_to_text ((GlaMapPoint *) (gpointer) points->data, points->len);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_values (void)
{
  g_autoptr (GArray) points = gla_map_points_parse ("front 500,446,425 left 612,7,?");
  const GlaMapPoint *first = &g_array_index (points, GlaMapPoint, 0);
  const GlaMapPoint *second = &g_array_index (points, GlaMapPoint, 1);

  g_assert_cmpuint (points->len, ==, 2);
  g_assert_cmpstr (first->view, ==, "front");
  g_assert_cmpint (first->x, ==, 500);
  g_assert_cmpint (first->y, ==, 446);
  g_assert_cmpint (first->units, ==, GLA_UNITS (4.25));
  g_assert_cmpstr (second->view, ==, "left");
  g_assert_cmpint (second->y, ==, 7);
  g_assert_cmpint (second->units, ==, GLA_UNITS_UNKNOWN);
  g_assert_null (gla_map_points_to_text (NULL, 0));
}

/* A file can hold anything; what is no point is passed over. */
static void
test_faulty (void)
{
  static const struct
  {
    const char *text;
    guint n_points;
  } cases[] = {
    { NULL, 0 },
    { "", 0 },
    { "front", 0 },
    { "500,446,400", 0 },
    { "front 500,446", 0 },
    { "front 500,446,400,1", 0 },
    { "front 1001,446,400", 0 },
    { "front -1,446,400", 0 },
    { "front 5e2,446,400", 0 },
    { "front 500,446,100000001", 0 },
    { "front 500,446,99999999999999999999", 0 },
    { "front 500,446,4.5", 0 },
    { "front  500,446,400", 1 },
    { "front x,y,z 500,446,400", 1 },
    { "FRONT 500,446,400", 0 },
    { "front\n500,446,400", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) points = gla_map_points_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (points->len, ==, cases[i].n_points);
    }
}

/* A hostile text costs no more than a face full of points. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("front");
  g_autoptr (GArray) points = NULL;

  for (guint i = 0; i < 10 * GLA_MAP_MAX_POINTS; i++)
    g_string_append (text, " 1,1,1");
  points = gla_map_points_parse (text->str);
  g_assert_cmpuint (points->len, ==, GLA_MAP_MAX_POINTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-point/round-trip", test_round_trip);
  g_test_add_func ("/map-point/values", test_values);
  g_test_add_func ("/map-point/faulty", test_faulty);
  g_test_add_func ("/map-point/many", test_many);
  return g_test_run ();
}

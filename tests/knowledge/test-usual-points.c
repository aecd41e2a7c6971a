/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-usual-points.h"

static GlaCatalogue *catalogue;

/* Labels and starting doses of products-and-areas, A3 and B2, per side or whole area. */
static const struct
{
  const char *product;
  const char *area;
  GlaAreaSides side;
  GlaRegion region;
  GlaDoseFor patient;
  int count;
  GlaUnits units;
  gboolean from_label;
  GlaMarkFlags marks;
} cases[] = {
  { "ona", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 5, 2000, TRUE, 0 },
  { "daxi", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 5, 4000, TRUE, 0 },
  { "abo-p", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_EU, GLA_DOSE_FOR_MEN, 5, 5000, TRUE, 0 },
  { "rela", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_UK, GLA_DOSE_FOR_ANYONE, 5, 5000, TRUE,
    GLA_MARK_UNVERIFIED },
  { "ona", "LCL", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 3, 1200, TRUE, 0 },
  { "ona", "LCL", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 6, 2400, TRUE, 0 },
  { "inco", "FRON", GLA_AREA_SIDE_NONE, GLA_REGION_EU, GLA_DOSE_FOR_WOMEN, 5, 1000, TRUE, 0 },
  /* The US label of the same product names a dose and no points. */
  { "inco", "FRON", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 5, 2000, TRUE,
    GLA_MARK_UNVERIFIED },
  { "inco", "LCL", GLA_AREA_SIDE_RIGHT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 3, 1200, TRUE,
    GLA_MARK_UNVERIFIED },
  /* Points without units each: the label's dose is shared out. */
  { "lanz", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_CN, GLA_DOSE_FOR_WOMEN, 5, 2000, TRUE, 0 },
  { "ona", "AXIL", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 10, 5000, TRUE, 0 },
  { "ona", "PLATB", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 3, 1300, TRUE, 0 },
  /* Off label: starting doses. */
  { "ona", "GUMMY", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 1, 300, FALSE, 0 },
  { "ona", "PERIORAL", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 4, 750, FALSE, 0 },
  { "ona", "NASAL", GLA_AREA_SIDE_RIGHT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 1, 200, FALSE,
    GLA_MARK_UNVERIFIED },
  { "ona", "MASS", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_MEN, 3, 3000, FALSE,
    GLA_MARK_UNVERIFIED },
  { "leti", "MASS", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 3, 2400, FALSE, 0 },
  { "pra", "CALF", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_WOMEN, 3, 8000, FALSE, 0 },
  /* No figure known, or no product. */
  { "ona", "CALF", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_MEN, 3, GLA_UNITS_UNKNOWN,
    FALSE, 0 },
  { "rima", "GLAB", GLA_AREA_SIDE_NONE, GLA_REGION_US, GLA_DOSE_FOR_MEN, 5, GLA_UNITS_UNKNOWN,
    FALSE, 0 },
  { NULL, "LCL", GLA_AREA_SIDE_LEFT, GLA_REGION_US, GLA_DOSE_FOR_MEN, 3, GLA_UNITS_UNKNOWN,
    FALSE, 0 },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaUsualPoints usual;

      g_test_message ("%s, %s, side %d", cases[i].product, cases[i].area, cases[i].side);
      g_assert_true (gla_usual_points_find (catalogue, cases[i].product, cases[i].area,
                                            cases[i].side, cases[i].region, cases[i].patient,
                                            &usual));
      g_assert_cmpint (usual.count, ==, cases[i].count);
      g_assert_cmpint (usual.units, ==, cases[i].units);
      g_assert_cmpint (usual.from_label, ==, cases[i].from_label);
      g_assert_cmpint (usual.mark != NULL, ==, cases[i].units != GLA_UNITS_UNKNOWN);
      if (usual.mark != NULL)
        g_assert_cmpint (usual.mark->marks, ==, cases[i].marks);
    }
}

/* A clinic's own area has no points in the catalogue. */
static void
test_unknown (void)
{
  GlaUsualPoints usual;

  g_assert_false (gla_usual_points_find (catalogue, "ona", "OWN", GLA_AREA_SIDE_NONE,
                                         GLA_REGION_US, GLA_DOSE_FOR_ANYONE, &usual));
}

static void
test_words (void)
{
  static const struct
  {
    const char *product;
    const char *area;
    const char *words;
  } words[] = {
    { "ona", "GLAB", "usual: 20 U in 5 points (label)" },
    { "ona", "PERIORAL", "usual: 7.5 U in 4 points (literature)" },
    { "ona", "MENT", "usual: 4 U in 1 point (unverified)" },
    { "rima", "GLAB", "usual: 5 points, units not known" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GlaUsualPoints usual;
      g_autofree char *text = NULL;

      gla_usual_points_find (catalogue, words[i].product, words[i].area, GLA_AREA_SIDE_NONE,
                             GLA_REGION_US, GLA_DOSE_FOR_WOMEN, &usual);
      text = gla_usual_points_describe (&usual);
      g_assert_cmpstr (text, ==, words[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/usual-points/find", test_find);
  g_test_add_func ("/usual-points/unknown", test_unknown);
  g_test_add_func ("/usual-points/words", test_words);
  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

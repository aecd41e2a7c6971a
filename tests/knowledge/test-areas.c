/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"

static GlaCatalogue *catalogue;

/* Figures of the reference tables B2, in hundredths; -1: no figure known, -2: not used there. */
static const struct
{
  const char   *area;
  const char   *group;
  const char   *product;
  GlaDoseFor    patient;
  int           low;
  int           high;
  gboolean      per_side;
  GlaMarkFlags  marks;
} doses[] = {
  { "GLAB", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 2000, 2000, FALSE, GLA_MARK_NONE },
  { "GLAB", "ona-type", NULL, GLA_DOSE_FOR_MEN, 2000, 2000, FALSE, GLA_MARK_NONE },
  { "GLAB", "ona-type", NULL, GLA_DOSE_FOR_ANYONE, 2000, 2000, FALSE, GLA_MARK_NONE },
  { "GLAB", "abo", "abo-p", GLA_DOSE_FOR_WOMEN, 5000, 5000, FALSE, GLA_MARK_NONE },
  { "GLAB", "daxi", NULL, GLA_DOSE_FOR_MEN, 4000, 4000, FALSE, GLA_MARK_NONE },
  { "GLAB", "rela", NULL, GLA_DOSE_FOR_WOMEN, 5000, 5000, FALSE, GLA_MARK_NONE },
  { "FRON", "ona-type", "ona", GLA_DOSE_FOR_WOMEN, 2000, 2000, FALSE, GLA_MARK_NONE },
  { "FRON", "ona-type", "inco", GLA_DOSE_FOR_WOMEN, 1000, 2000, FALSE, GLA_MARK_NONE },
  { "FRON", "ona-type", "pra", GLA_DOSE_FOR_WOMEN, 2000, 2000, FALSE, GLA_MARK_NONE },
  { "FRON", "ona-type", "ona", GLA_DOSE_FOR_MEN, 1000, 2000, FALSE, GLA_MARK_UNVERIFIED },
  { "FRON", "daxi", NULL, GLA_DOSE_FOR_WOMEN, 1600, 3200, FALSE, GLA_MARK_UNVERIFIED },
  { "FRON", "rela", NULL, GLA_DOSE_FOR_WOMEN, -2, -2, FALSE, GLA_MARK_NONE },
  { "LCL", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 2400, 2400, FALSE, GLA_MARK_NONE },
  { "LCL", "daxi", NULL, GLA_DOSE_FOR_WOMEN, 4800, 4800, FALSE, GLA_MARK_UNVERIFIED },
  { "LCL", "rela", NULL, GLA_DOSE_FOR_MEN, 6000, 6000, FALSE, GLA_MARK_NONE },
  { "NASAL", "daxi", NULL, GLA_DOSE_FOR_WOMEN, -1, -1, FALSE, GLA_MARK_UNVERIFIED },
  { "INFRA", "ona-type", NULL, GLA_DOSE_FOR_MEN, 50, 200, TRUE, GLA_MARK_UNVERIFIED },
  { "GUMMY", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 300, 300, TRUE, GLA_MARK_NONE },
  { "GUMMY", "abo", NULL, GLA_DOSE_FOR_WOMEN, 500, 750, TRUE, GLA_MARK_UNVERIFIED },
  { "PERIORAL", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 750, 750, FALSE, GLA_MARK_NONE },
  { "DAO", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 200, 300, TRUE, GLA_MARK_NONE },
  { "MASS", "ona-type", "ona", GLA_DOSE_FOR_WOMEN, 2400, 3600, TRUE, GLA_MARK_UNVERIFIED },
  { "MASS", "ona-type", "leti", GLA_DOSE_FOR_WOMEN, 4800, 4800, FALSE, GLA_MARK_NONE },
  { "MASS", "abo", NULL, GLA_DOSE_FOR_WOMEN, 6000, 9000, TRUE, GLA_MARK_ESTIMATE },
  { "PLATB", "ona-type", NULL, GLA_DOSE_FOR_MEN, 2600, 3600, FALSE, GLA_MARK_NONE },
  { "NEFER", "abo", NULL, GLA_DOSE_FOR_WOMEN, 12490, 12490, FALSE, GLA_MARK_NONE },
  { "AXIL", "ona-type", NULL, GLA_DOSE_FOR_MEN, 5000, 5000, TRUE, GLA_MARK_NONE },
  { "PALM", "abo", NULL, GLA_DOSE_FOR_WOMEN, 12000, 12000, TRUE, GLA_MARK_NONE },
  { "TRAP", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 5000, 5000, TRUE, GLA_MARK_NONE },
  { "CALF", "ona-type", NULL, GLA_DOSE_FOR_WOMEN, 3200, 7200, TRUE, GLA_MARK_NONE },
  { "CALF", "ona-type", "pra", GLA_DOSE_FOR_WOMEN, 16000, 20000, FALSE, GLA_MARK_NONE },
  { "CALF", "ona-type", NULL, GLA_DOSE_FOR_MEN, -1, -1, FALSE, GLA_MARK_UNVERIFIED },
  { "CALF", "rela", NULL, GLA_DOSE_FOR_MEN, -2, -2, FALSE, GLA_MARK_NONE },
};

static void
test_starting_doses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      GlaArea *area = gla_catalogue_find_area (catalogue, doses[i].area);
      const GlaStartingDose *dose = gla_area_find_starting_dose (area, doses[i].group,
                                                                 doses[i].product,
                                                                 doses[i].patient);

      g_test_message ("%s %s", doses[i].area, doses[i].group);
      if (doses[i].low == -2)
        {
          g_assert_null (dose);
          continue;
        }
      g_assert_cmpint (dose->low, ==, doses[i].low < 0 ? GLA_UNITS_UNKNOWN : doses[i].low);
      g_assert_cmpint (dose->high, ==, doses[i].high < 0 ? GLA_UNITS_UNKNOWN : doses[i].high);
      g_assert_cmpint (dose->per_side, ==, doses[i].per_side);
      g_assert_cmpint (dose->mark.marks, ==, doses[i].marks);
    }
}

/* Weeks of the reference table B3. */
static const struct
{
  const char   *area;
  int           low;
  int           high;
  GlaMarkFlags  marks;
} durations[] = {
  { "GLAB", 12, 26, GLA_MARK_ESTIMATE },
  { "FRON", 12, 22, GLA_MARK_ESTIMATE },
  { "LCL", 10, 20, GLA_MARK_ESTIMATE },
  { "NASAL", 10, 18, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "BROW", 10, 18, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "INFRA", 10, 18, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "GUMMY", 16, 26, GLA_MARK_ESTIMATE },
  { "PERIORAL", 8, 20, GLA_MARK_ESTIMATE },
  { "DAO", 10, 18, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "MENT", 10, 18, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "MASS", 16, 30, GLA_MARK_ESTIMATE },
  { "PLATB", 12, 20, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "NEFER", 12, 20, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "AXIL", 16, 36, GLA_MARK_ESTIMATE },
  { "PALM", 16, 39, GLA_MARK_ESTIMATE },
  { "TRAP", 20, 36, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
  { "CALF", 20, 36, GLA_MARK_ESTIMATE | GLA_MARK_UNVERIFIED },
};

static void
test_durations (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      GlaArea *area = gla_catalogue_find_area (catalogue, durations[i].area);
      const GPtrArray *facts = gla_area_get_facts (area, GLA_AREA_FACT_DURATION);
      const GlaMarked *fact = g_ptr_array_index (facts, 0);
      int low;
      int high;

      g_assert_true (gla_area_get_duration_weeks (area, &low, &high));
      g_assert_cmpint (low, ==, durations[i].low);
      g_assert_cmpint (high, ==, durations[i].high);
      g_assert_cmpint (fact->marks, ==, durations[i].marks);
      g_assert_cmpuint (g_strv_length (fact->sources), >=, 1);
    }
}

static void
test_anatomy (void)
{
  const GPtrArray *areas = gla_catalogue_get_areas (catalogue);
  GlaArea *lcl = gla_catalogue_find_area (catalogue, "LCL");
  GlaArea *glab = gla_catalogue_find_area (catalogue, "GLAB");
  GlaArea *palm = gla_catalogue_find_area (catalogue, "PALM");
  const GlaMarked *fact;

  for (guint i = 0; i < areas->len; i++)
    for (int kind = 0; kind < GLA_N_AREA_FACTS; kind++)
      g_assert_cmpuint (gla_area_get_facts (areas->pdata[i], kind)->len, >=, 1);

  g_assert_cmpint (gla_area_get_sides (lcl), ==, GLA_AREA_SIDE_LEFT | GLA_AREA_SIDE_RIGHT);
  g_assert_cmpint (gla_area_get_sides (glab), ==,
                   GLA_AREA_SIDE_LEFT | GLA_AREA_SIDE_RIGHT | GLA_AREA_SIDE_MIDLINE);
  g_assert_cmpint (gla_area_get_points_low (palm), ==, 20);
  g_assert_true (gla_area_get_points_per_side (palm));
  g_assert_cmpstr (gla_area_get_full_name (lcl), ==, "Lateral canthal lines");
  g_assert_cmpstr (gla_area_get_scale (glab), ==, "fws");
  g_assert_cmpstr (gla_area_get_scale (palm), ==, "hdss");
  g_assert_null (gla_area_get_scale (gla_catalogue_find_area (catalogue, "CALF")));

  fact = g_ptr_array_index (gla_area_get_facts (glab, GLA_AREA_FACT_DEPTH), 0);
  g_assert_cmpint (fact->marks, ==, GLA_MARK_UNVERIFIED);
  fact = g_ptr_array_index (gla_area_get_facts (glab, GLA_AREA_FACT_DANGER), 0);
  g_assert_cmpint (fact->marks, ==, GLA_MARK_NONE);
  g_assert_cmpstr (fact->sources[0], ==, "L16");
}

/* Each product with a dose group finds figures, and only it. */
static void
test_groups (void)
{
  const GPtrArray *products = gla_catalogue_get_products (catalogue);
  GlaArea *glab = gla_catalogue_find_area (catalogue, "GLAB");

  for (guint i = 0; i < products->len; i++)
    {
      const char *group = gla_product_get_dose_group (products->pdata[i]);

      g_assert_cmpint (gla_area_find_starting_dose (glab, group, NULL, GLA_DOSE_FOR_WOMEN) != NULL,
                       ==, group[0] != '\0');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/knowledge/areas/starting-doses", test_starting_doses);
  g_test_add_func ("/knowledge/areas/durations", test_durations);
  g_test_add_func ("/knowledge/areas/anatomy", test_anatomy);
  g_test_add_func ("/knowledge/areas/groups", test_groups);

  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

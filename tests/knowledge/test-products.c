/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"

#define UNKNOWN GLA_UNITS_UNKNOWN

static GlaCatalogue *catalogue;

/* Figures of the reference tables A1 to A3, written out once more. */

static const struct
{
  const char   *key;
  const char   *product;
  int           units;
  int           volume_ul;
  GlaMarkFlags  marks;
  const char   *source;
} vials[] = {
  { "ona-botox-50", "ona", 50, 0, GLA_MARK_NONE, "L1" },
  { "ona-botox-100", "ona", 100, 0, GLA_MARK_NONE, "L1" },
  { "ona-vistabel-50", "ona", 50, 0, GLA_MARK_NONE, "L5" },
  { "abo-dysport-300", "abo-p", 300, 0, GLA_MARK_NONE, "L6" },
  { "abo-dysport-500", "abo-p", 500, 0, GLA_MARK_NONE, "L19" },
  { "abo-azzalure-125", "abo-p", 125, 0, GLA_MARK_NONE, "L7" },
  { "abo-alluzience-125", "abo-l", 125, 625, GLA_MARK_NONE, "L9" },
  { "inco-xeomin-200", "inco", 200, 0, GLA_MARK_UNVERIFIED, NULL },
  { "pra-nabota-200", "pra", 200, 0, GLA_MARK_NONE, "L16" },
  { "daxi-daxxify-100", "daxi", 100, 0, GLA_MARK_NONE, "L13" },
  { "leti-botulax-300", "leti", 300, 0, GLA_MARK_UNVERIFIED, NULL },
  { "rela-relfydess-150", "rela", 150, 1500, GLA_MARK_NONE, "L15" },
  { "inno-innotox-25", "inno", 25, 625, GLA_MARK_UNVERIFIED | GLA_MARK_ESTIMATE, NULL },
  { "rima-myobloc-10000", "rima", 10000, 2000, GLA_MARK_NONE, "L17" },
};

static gboolean
has_source (const GlaMarked *mark,
            const char      *key)
{
  return g_strv_contains ((const char * const *) mark->sources, key);
}

static void
test_vials (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vials); i++)
    {
      GlaProduct *product = NULL;
      const GlaPresentation *vial
          = gla_catalogue_find_presentation (catalogue, vials[i].key, &product);

      g_test_message ("%s", vials[i].key);
      g_assert_nonnull (vial);
      g_assert_cmpstr (gla_product_get_key (product), ==, vials[i].product);
      g_assert_cmpint (vial->units, ==, GLA_UNITS (vials[i].units));
      g_assert_cmpint (vial->volume_ul, ==, vials[i].volume_ul);
      g_assert_cmpint (vial->form, ==, vials[i].volume_ul > 0 ? GLA_FORM_LIQUID : GLA_FORM_POWDER);
      g_assert_cmpint (vial->mark.marks, ==, vials[i].marks);
      if (vials[i].source != NULL)
        g_assert_true (has_source (&vial->mark, vials[i].source));
    }
  g_assert_null (gla_catalogue_find_presentation (catalogue, "ona-botox-75", NULL));
  g_assert_null (gla_catalogue_find_presentation (catalogue, NULL, NULL));
}

static const struct
{
  const char   *presentation;
  int           diluent_ul;
  int           per_100ul;
  GlaMarkFlags  marks;
} dilutions[] = {
  { "ona-botox-50", 1250, 4, GLA_MARK_NONE },
  { "ona-botox-100", 2500, 4, GLA_MARK_NONE },
  { "ona-vistabel-50", 1250, 4, GLA_MARK_NONE },
  { "abo-dysport-300", 1500, 20, GLA_MARK_NONE },
  { "abo-azzalure-125", 630, 20, GLA_MARK_NONE },
  { "abo-alluzience-125", 0, 20, GLA_MARK_ESTIMATE },
  { "inco-bocouture-50", 1250, 4, GLA_MARK_NONE },
  { "inco-xeomin-100", 2500, 4, GLA_MARK_UNVERIFIED },
  { "pra-jeuveau-100", 2500, 4, GLA_MARK_NONE },
  { "pra-nabota-200", 5000, 4, GLA_MARK_NONE },
  { "daxi-daxxify-50", 600, 8, GLA_MARK_UNVERIFIED },
  { "leti-letybo-100", 2500, 4, GLA_MARK_UNVERIFIED },
  { "rela-relfydess-150", 0, 10, GLA_MARK_NONE },
  { "inno-innotox-50", 0, 4, GLA_MARK_UNVERIFIED },
  { "lanz-hengli-100", 2500, 4, GLA_MARK_UNVERIFIED },
  { "rima-myobloc-2500", 0, 500, GLA_MARK_NONE },
};

static void
test_dilutions (void)
{
  GlaProduct *abo = gla_catalogue_find_product (catalogue, "abo-p");
  const GlaDilution *second = g_ptr_array_index (gla_product_get_dilutions (abo), 1);

  for (gsize i = 0; i < G_N_ELEMENTS (dilutions); i++)
    {
      const GlaDilution *dilution
          = gla_catalogue_find_dilution (catalogue, dilutions[i].presentation);

      g_test_message ("%s", dilutions[i].presentation);
      g_assert_nonnull (dilution);
      g_assert_cmpint (dilution->diluent_ul, ==, dilutions[i].diluent_ul);
      g_assert_cmpint (dilution->units_per_100ul, ==, GLA_UNITS (dilutions[i].per_100ul));
      g_assert_cmpint (dilution->mark.marks, ==, dilutions[i].marks);
    }
  /* Dysport 300 U has two on its label. */
  g_assert_cmpint (second->diluent_ul, ==, 2500);
  g_assert_cmpint (second->units_per_100ul, ==, GLA_UNITS (12));
  /* No dilution was seen for these. */
  g_assert_null (gla_catalogue_find_dilution (catalogue, "abo-dysport-500"));
  g_assert_null (gla_catalogue_find_dilution (catalogue, "leti-botulax-300"));
}

static const struct
{
  const char   *presentation;
  int           hours;
  int           months;
  GlaMarkFlags  marks;
} storages[] = {
  { "ona-botox-100", 24, 36, GLA_MARK_NONE },
  { "abo-dysport-500", 24, 24, GLA_MARK_UNVERIFIED },
  { "abo-azzalure-125", 24, 24, GLA_MARK_NONE },
  { "abo-alluzience-125", 0, 12, GLA_MARK_NONE },
  { "inco-bocouture-50", 24, 36, GLA_MARK_NONE },
  { "pra-jeuveau-100", 24, 36, GLA_MARK_NONE },
  { "daxi-daxxify-100", 72, 0, GLA_MARK_UNVERIFIED },
  { "leti-letybo-50", 24, 36, GLA_MARK_NONE },
  { "rela-relfydess-150", 0, 24, GLA_MARK_UNVERIFIED },
  { "lanz-lanzox-100", 4, 36, GLA_MARK_UNVERIFIED },
  { "rima-neurobloc-5000", 4, 36, GLA_MARK_UNVERIFIED },
};

static void
test_storage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (storages); i++)
    {
      GlaProduct *product = NULL;
      const GlaStorage *storage;

      gla_catalogue_find_presentation (catalogue, storages[i].presentation, &product);
      storage = gla_product_find_storage (product, storages[i].presentation);
      g_test_message ("%s", storages[i].presentation);
      g_assert_cmpint (storage->in_use_hours, ==, storages[i].hours);
      g_assert_cmpint (storage->shelf_months_low, ==, storages[i].months);
      g_assert_cmpint (storage->in_use.marks, ==, storages[i].marks);
      g_assert_nonnull (gla_marked_get_text (&storage->in_use));
    }
}

/* Lowest and highest dose, points and interval of the labels; -1: no figure. */
static const struct
{
  const char   *product;
  const char   *area;
  GlaRegion     region;
  int           low;
  int           high;
  int           points;
  int           per_point;
  int           months;
  int           days;
  int           below;
  GlaMarkFlags  dose_marks;
} labels[] = {
  { "ona", "GLAB", GLA_REGION_US, 20, 20, 5, 4, 0, 90, 0, GLA_MARK_NONE },
  { "ona", "LCL", GLA_REGION_US, 24, 24, 3, 4, 0, 90, 0, GLA_MARK_NONE },
  { "ona", "FRON", GLA_REGION_US, 20, 20, 5, 4, 0, 90, 0, GLA_MARK_NONE },
  { "ona", "PLATB", GLA_REGION_US, 26, 36, -1, -1, 0, 90, 0, GLA_MARK_NONE },
  { "ona", "GLAB", GLA_REGION_UK, 20, 20, 5, 4, 3, 0, 66, GLA_MARK_NONE },
  { "ona", "FRON", GLA_REGION_EU, 20, 20, 5, 4, 3, 0, 66, GLA_MARK_UNVERIFIED },
  { "abo-p", "GLAB", GLA_REGION_US, 50, 50, 5, 10, 3, 0, 0, GLA_MARK_NONE },
  { "abo-p", "GLAB", GLA_REGION_EU, 50, 50, 5, 10, 3, 0, 65, GLA_MARK_NONE },
  { "abo-p", "LCL", GLA_REGION_UK, 60, 60, 3, 10, 3, 0, 65, GLA_MARK_UNVERIFIED },
  { "abo-l", "GLAB", GLA_REGION_EU, 50, 50, 5, 10, 3, 0, 65, GLA_MARK_NONE },
  { "inco", "GLAB", GLA_REGION_US, 20, 20, 5, 4, 3, 0, 0, GLA_MARK_NONE },
  { "inco", "FRON", GLA_REGION_US, 20, 20, -1, -1, 3, 0, 0, GLA_MARK_UNVERIFIED },
  { "inco", "GLAB", GLA_REGION_EU, 20, 30, 5, 4, 3, 0, 65, GLA_MARK_NONE },
  { "inco", "FRON", GLA_REGION_UK, 10, 20, 5, 2, 3, 0, 65, GLA_MARK_NONE },
  { "pra", "GLAB", GLA_REGION_US, 20, 20, 5, 4, 3, 0, 0, GLA_MARK_NONE },
  { "pra", "LCL", GLA_REGION_KR, -1, -1, -1, -1, 3, 0, 66, GLA_MARK_NONE },
  { "daxi", "GLAB", GLA_REGION_US, 40, 40, 5, 8, 3, 0, 0, GLA_MARK_NONE },
  { "leti", "GLAB", GLA_REGION_EU, 20, 20, 5, 4, 3, 0, 75, GLA_MARK_NONE },
  { "leti", "GLAB", GLA_REGION_KR, 20, 20, 5, 4, 0, 84, 66, GLA_MARK_NONE },
  { "rela", "GLAB", GLA_REGION_EU, 50, 50, 5, 10, 3, 0, 65, GLA_MARK_NONE },
  { "rela", "LCL", GLA_REGION_UK, 60, 60, 3, 10, 3, 0, 65, GLA_MARK_NONE },
  { "hutox", "GLAB", GLA_REGION_KR, 20, 20, 5, 4, 0, 84, 66, GLA_MARK_NONE },
  { "core", "GLAB", GLA_REGION_KR, 20, 20, 5, 4, 0, 84, 66, GLA_MARK_UNVERIFIED },
  { "lanz", "GLAB", GLA_REGION_CN, 20, 20, 5, -1, 0, 0, 0, GLA_MARK_NONE },
};

static void
check_label (gsize i)
{
  const GlaIndication *label = gla_catalogue_find_indication (catalogue, labels[i].product,
                                                              labels[i].area, labels[i].region);
  const GlaLabelPoints *points;
  const GlaInterval *interval;
  GlaUnits low = UNKNOWN;
  GlaUnits high = UNKNOWN;

  g_test_message ("%s %s %s", labels[i].product, labels[i].area,
                  gla_region_get_key (labels[i].region));
  g_assert_nonnull (label);
  g_assert_cmpint (gla_indication_get_limits (label, &low, &high), ==, labels[i].low > 0);
  g_assert_cmpint (low, ==, labels[i].low > 0 ? GLA_UNITS (labels[i].low) : UNKNOWN);
  g_assert_cmpint (high, ==, labels[i].high > 0 ? GLA_UNITS (labels[i].high) : UNKNOWN);
  if (labels[i].low > 0)
    g_assert_cmpint (gla_indication_get_dose (label)->mark.marks, ==, labels[i].dose_marks);

  points = gla_indication_get_points (label);
  g_assert_cmpint (points != NULL ? points->count : -1, ==, labels[i].points);
  if (points != NULL)
    g_assert_cmpint (points->low, ==,
                     labels[i].per_point > 0 ? GLA_UNITS (labels[i].per_point) : UNKNOWN);

  interval = gla_indication_get_interval (label);
  g_assert_cmpint (interval != NULL ? interval->months : 0, ==, labels[i].months);
  g_assert_cmpint (interval != NULL ? interval->days : 0, ==, labels[i].days);
  g_assert_cmpint (gla_indication_get_age_limit (label)->below, ==, labels[i].below);
  g_assert_cmpint (gla_indication_get_age_limit (label)->from, >=, 18);
}

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    check_label (i);
}

static void
test_off_label (void)
{
  g_assert_null (gla_catalogue_find_indication (catalogue, "rima", "GLAB", GLA_REGION_ANY));
  g_assert_null (gla_catalogue_find_indication (catalogue, "ona", "MASS", GLA_REGION_ANY));
  g_assert_null (gla_catalogue_find_indication (catalogue, "daxi", "GLAB", GLA_REGION_EU));
  g_assert_null (gla_catalogue_find_indication (catalogue, "abo-p", "LCL", GLA_REGION_US));
  g_assert_null (gla_catalogue_find_indication (catalogue, "other", "GLAB", GLA_REGION_ANY));
  g_assert_true (gla_catalogue_find_indication (catalogue, "ona", "AXIL", GLA_REGION_US)
                     ->therapeutic);
}

/* Off label the interval of the label's other areas holds, else of other regions. */
static void
test_intervals (void)
{
  const GlaInterval *interval;

  interval = gla_catalogue_find_interval (catalogue, "ona", "MASS", GLA_REGION_US);
  g_assert_cmpint (interval->days, ==, 90);
  g_assert_true (has_source (&interval->mark, "BC-HCP"));
  interval = gla_catalogue_find_interval (catalogue, "ona", "MASS", GLA_REGION_UK);
  g_assert_cmpint (interval->months, ==, 3);
  interval = gla_catalogue_find_interval (catalogue, "daxi", NULL, GLA_REGION_EU);
  g_assert_cmpint (interval->months, ==, 3);
  interval = gla_catalogue_find_interval (catalogue, "rima", "GLAB", GLA_REGION_US);
  g_assert_cmpint (interval->days, ==, 84);
  interval = gla_catalogue_find_interval (catalogue, "abo-p", "GLAB", GLA_REGION_US);
  g_assert_cmpint (interval->mark.marks, ==, GLA_MARK_UNVERIFIED);
  g_assert_null (gla_catalogue_find_interval (catalogue, "lanz", "GLAB", GLA_REGION_CN));
  g_assert_null (gla_catalogue_find_interval (catalogue, "other", NULL, GLA_REGION_ANY));
}

static void
test_maxima (void)
{
  const GlaIndication *label;
  const GlaMaximum *maximum;

  label = gla_catalogue_find_indication (catalogue, "rela", "LCL", GLA_REGION_EU);
  maximum = g_ptr_array_index (label->maxima, 0);
  g_assert_cmpint (maximum->kind, ==, GLA_MAXIMUM_SESSION);
  g_assert_cmpint (maximum->units, ==, GLA_UNITS (110));
  g_assert_cmpuint (g_strv_length (maximum->areas), ==, 0);

  label = gla_catalogue_find_indication (catalogue, "ona", "LCL", GLA_REGION_US);
  maximum = g_ptr_array_index (label->maxima, 0);
  g_assert_true (maximum->units == UNKNOWN);
  maximum = g_ptr_array_index (label->maxima, 1);
  g_assert_cmpint (maximum->units, ==, GLA_UNITS (44));
  g_assert_cmpstr (maximum->areas[0], ==, "GLAB");
  maximum = g_ptr_array_index (label->maxima, 3);
  g_assert_cmpint (maximum->kind, ==, GLA_MAXIMUM_PERIOD);
  g_assert_cmpint (maximum->units, ==, GLA_UNITS (400));
  g_assert_cmpint (maximum->months, ==, 3);

  label = gla_catalogue_find_indication (catalogue, "leti", "GLAB", GLA_REGION_UK);
  g_assert_true (gla_indication_get_age_limit (label)->contraindicated);
}

/* Who is asked about human albumin (F, question 5), cow's milk (4) and gelatin (6). */
static void
test_screening (void)
{
  static const char * const albumin[] = { "ona", "abo-p", "inco", "pra", "leti", "medy", "hutox",
                                          "rima", NULL };
  const GPtrArray *products = gla_catalogue_get_products (catalogue);

  for (guint i = 0; i < products->len; i++)
    {
      GlaProduct *product = g_ptr_array_index (products, i);
      const char *key = gla_product_get_key (product);

      g_assert_cmpint (gla_product_screens_for (product, "human-albumin"), ==,
                       g_strv_contains (albumin, key));
      g_assert_cmpint (gla_product_screens_for (product, "milk-protein"), ==,
                       g_str_equal (key, "abo-p"));
      g_assert_cmpint (gla_product_screens_for (product, "gelatin"), ==,
                       g_str_equal (key, "lanz"));
    }
}

static void
test_licences_and_facts (void)
{
  GlaProduct *rima = gla_catalogue_find_product (catalogue, "rima");
  GlaProduct *ona = gla_catalogue_find_product (catalogue, "ona");
  GlaProduct *medy = gla_catalogue_find_product (catalogue, "medy");
  const GlaLicence *licence = g_ptr_array_index (gla_product_get_licences (rima), 0);
  const GlaFact *fact = g_ptr_array_index (gla_product_get_facts (ona, GLA_FACT_DURATION), 0);

  g_assert_cmpint (licence->region, ==, GLA_REGION_US);
  g_assert_cmpint (licence->status, ==, GLA_LICENCE_THERAPEUTIC);
  g_assert_cmpstr (gla_product_get_family (rima), ==, "RIMA-B");
  g_assert_cmpstr (gla_product_get_dose_group (rima), ==, "");
  g_assert_cmpstr (gla_product_get_name (ona), ==, "BOTOX Cosmetic, Vistabel");
  g_assert_cmpstr (gla_product_get_unit_name (ona), ==, "Allergan units");
  g_assert_nonnull (g_strrstr (gla_marked_get_text (&fact->mark), "median 120 d"));
  g_assert_true (has_source (&fact->mark, "P1"));
  fact = g_ptr_array_index (gla_product_get_facts (ona, GLA_FACT_ANTIBODIES), 0);
  g_assert_cmpint (fact->mark.marks, ==, GLA_MARK_UNVERIFIED);
  g_assert_cmpstr (gla_product_get_generic (medy), ==, "");
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

  g_test_add_func ("/knowledge/products/vials", test_vials);
  g_test_add_func ("/knowledge/products/dilutions", test_dilutions);
  g_test_add_func ("/knowledge/products/storage", test_storage);
  g_test_add_func ("/knowledge/products/labels", test_labels);
  g_test_add_func ("/knowledge/products/off-label", test_off_label);
  g_test_add_func ("/knowledge/products/intervals", test_intervals);
  g_test_add_func ("/knowledge/products/maxima", test_maxima);
  g_test_add_func ("/knowledge/products/screening", test_screening);
  g_test_add_func ("/knowledge/products/licences-and-facts", test_licences_and_facts);

  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

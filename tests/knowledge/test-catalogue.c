/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"

static GlaCatalogue *catalogue;

static const char * const product_keys[] = {
  "ona", "abo-p", "abo-l", "inco", "pra", "daxi", "leti",
  "rela", "medy", "core", "inno", "hutox", "lanz", "rima",
};

/* Order of the timeline with the codes to type. */
static const struct
{
  const char *key;
  const char *code;
  const char *name;
  gboolean    paired;
} area_keys[] = {
  { "FRON", "fo", "Forehead", FALSE },
  { "GLAB", "gl", "Glabella", FALSE },
  { "LCL", "cf", "Crow's feet", TRUE },
  { "NASAL", "bu", "Bunny lines", TRUE },
  { "BROW", "br", "Brow lift", TRUE },
  { "INFRA", "in", "Lower lid", TRUE },
  { "GUMMY", "gu", "Gummy smile", TRUE },
  { "PERIORAL", "pe", "Lip lines", FALSE },
  { "DAO", "da", "Mouth corners", TRUE },
  { "MENT", "ch", "Chin", FALSE },
  { "MASS", "ma", "Masseter", TRUE },
  { "PLATB", "pl", "Platysma bands", TRUE },
  { "NEFER", "ne", "Nefertiti lift", TRUE },
  { "AXIL", "ax", "Armpits", TRUE },
  { "PALM", "pa", "Palms", TRUE },
  { "TRAP", "tr", "Trapezius", TRUE },
  { "CALF", "ca", "Calf", TRUE },
};

static void
test_everything_is_there (void)
{
  const GPtrArray *products = gla_catalogue_get_products (catalogue);
  const GPtrArray *areas = gla_catalogue_get_areas (catalogue);
  guint indications = 0;

  g_assert_cmpuint (products->len, ==, G_N_ELEMENTS (product_keys));
  for (guint i = 0; i < products->len; i++)
    {
      GlaProduct *product = g_ptr_array_index (products, i);

      g_assert_cmpstr (gla_product_get_key (product), ==, product_keys[i]);
      g_assert_true (gla_catalogue_find_product (catalogue, product_keys[i]) == product);
      g_assert_false (gla_product_is_own (product));
      g_assert_cmpuint (gla_product_get_licences (product)->len, ==, 5);
      g_assert_cmpuint (gla_product_get_storages (product)->len, >=, 1);
      g_assert_cmpuint (gla_product_get_dilutions (product)->len, >=, 1);
      indications += gla_product_get_indications (product)->len;
    }
  g_assert_cmpuint (indications, ==, 32);

  g_assert_cmpuint (areas->len, ==, G_N_ELEMENTS (area_keys));
  g_assert_cmpuint (gla_catalogue_get_priors (catalogue)->len, ==, 32);
  /* Three areas of seven products, and the row for unknown ones. */
  g_assert_cmpuint (gla_catalogue_get_forecast_priors (catalogue)->len, ==, 7 * 3 + 1);
  g_assert_cmpuint (gla_catalogue_get_scales (catalogue)->len, ==, 15);
  g_assert_cmpuint (gla_catalogue_get_constants (catalogue)->len, ==, 53);
  g_assert_cmpuint (gla_catalogue_get_sources (catalogue)->len, ==, 284);
}

static void
test_areas_in_order (void)
{
  const GPtrArray *areas = gla_catalogue_get_areas (catalogue);

  for (guint i = 0; i < areas->len; i++)
    {
      GlaArea *area = g_ptr_array_index (areas, i);

      g_assert_cmpstr (gla_area_get_key (area), ==, area_keys[i].key);
      g_assert_cmpstr (gla_area_get_code (area), ==, area_keys[i].code);
      g_assert_cmpstr (gla_area_get_name (area), ==, area_keys[i].name);
      g_assert_cmpint (gla_area_is_paired (area), ==, area_keys[i].paired);
      g_assert_cmpint (gla_area_get_order (area), ==, (int) i + 1);
      g_assert_true (gla_catalogue_find_area (catalogue, area_keys[i].key) == area);
      g_assert_true (gla_catalogue_find_area_by_code (catalogue, area_keys[i].code) == area);
    }
  g_assert_null (gla_catalogue_find_area (catalogue, "glab"));
  g_assert_null (gla_catalogue_find_area (catalogue, NULL));
  g_assert_null (gla_catalogue_find_area_by_code (catalogue, "zz"));
  g_assert_true (gla_catalogue_find_area_by_code (catalogue, "GL")
                 == gla_catalogue_find_area (catalogue, "GLAB"));
}

/* What lists of other programs call products and areas; NULL: unknown or ambiguous. */
static const struct
{
  const char *name;
  const char *product;
  const char *area;
} names[] = {
  { "Botox", "ona", NULL },
  { "BOTOX® Cosmetic", "ona", NULL },
  { "vistabel", "ona", NULL },
  { "onabotulinumtoxinA", "ona", NULL },
  { "ABO", "abo-p", NULL },
  { "Azzalure", "abo-p", NULL },
  { "alluzience", "abo-l", NULL },
  { "abobotulinumtoxinA", NULL, NULL },
  { "letibotulinumtoxina", "leti", NULL },
  { "BTX-A", "lanz", NULL },
  { "NeuroBloc", "rima", NULL },
  { "Neuronox", "medy", NULL },
  { "none", NULL, NULL },
  { "", NULL, NULL },
  { "®", NULL, NULL },
  { "Crow’s Feet", NULL, "LCL" },
  { "crows feet", NULL, "LCL" },
  { "lateral canthal lines", NULL, "LCL" },
  { "Glabellar Lines", NULL, "GLAB" },
  { "frown", NULL, "GLAB" },
  { "GLAB", NULL, "GLAB" },
  { "mentalis", NULL, "MENT" },
  { "ax", NULL, "AXIL" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GlaProduct *product = gla_catalogue_find_product_by_name (catalogue, names[i].name);
      GlaArea *area = gla_catalogue_find_area_by_name (catalogue, names[i].name);

      g_test_message ("%s", names[i].name);
      g_assert_cmpstr (product != NULL ? gla_product_get_key (product) : NULL, ==,
                       names[i].product);
      g_assert_cmpstr (area != NULL ? gla_area_get_key (area) : NULL, ==, names[i].area);
    }
}

/* Alluzience and the powders share units; nothing else may. */
static void
test_units_are_never_shared (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (product_keys); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (product_keys); j++)
      {
        gboolean both_abo = g_str_has_prefix (product_keys[i], "abo-")
                            && g_str_has_prefix (product_keys[j], "abo-");

        g_assert_cmpint (gla_catalogue_shares_units (catalogue, product_keys[i], product_keys[j]),
                         ==, i == j || both_abo);
      }
  g_assert_false (gla_catalogue_shares_units (catalogue, "ona", "unknown"));
  g_assert_false (gla_catalogue_shares_units (catalogue, NULL, NULL));
  g_assert_true (gla_catalogue_shares_units (catalogue, "unknown", "unknown"));
}

static void
test_codes_differ (void)
{
  const GPtrArray *products = gla_catalogue_get_products (catalogue);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < products->len; i++)
    g_assert_true (g_hash_table_add (codes,
                                     (gpointer) gla_product_get_code (products->pdata[i])));
  g_assert_true (g_hash_table_contains (codes, "ONA"));
  g_assert_true (g_hash_table_contains (codes, "ABO"));
}

static void
test_sources (void)
{
  const GlaSource *source = gla_catalogue_find_source (catalogue, "VIS-PL");

  g_assert_nonnull (source);
  g_assert_cmpstr (source->document, ==, "evidence");
  g_assert_cmpstr (source->kind, ==, "LABEL");
  /* Two documents print G12 for two sources. */
  g_assert_nonnull (g_strrstr (gla_catalogue_find_source (catalogue, "G12")->reference, "Glogau"));
  source = gla_catalogue_find_source (catalogue, "BAR-G12");
  g_assert_cmpstr (source->code, ==, "G12");
  g_assert_cmpstr (source->kind, ==, "BARCODE");
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "AL14")->ties, ==, "Galderma co-authors");
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "AZZ-OLD")->kind, ==, "LABEL");
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "L1")->document, ==,
                   "products-and-areas");
  g_assert_cmpstr (gla_catalogue_find_source (catalogue, "ST-21")->code, ==, "21");
  g_assert_null (gla_catalogue_find_source (catalogue, "P3"));
}

static void
test_words_of_marks (void)
{
  g_autofree char *none = gla_marks_dup_text (GLA_MARK_NONE);
  g_autofree char *two = gla_marks_dup_text (GLA_MARK_UNVERIFIED | GLA_MARK_ESTIMATE);

  g_assert_cmpstr (gla_mark_get_word (GLA_MARK_UNVERIFIED), ==, "unverified");
  g_assert_cmpstr (gla_mark_get_word (GLA_MARK_DEFAULT), ==, "program setting");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "estimate, unverified");
}

static gpointer
read_in_thread (gpointer data)
{
  for (int i = 0; i < 1000; i++)
    {
      GlaCatalogue *own = gla_catalogue_ref (catalogue);
      g_autoptr (GlaProduct) product = gla_product_ref (gla_catalogue_find_product (own, "daxi"));

      g_assert_cmpstr (gla_product_get_family (product), ==, "DAXI");
      gla_catalogue_unref (own);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
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

  g_test_add_func ("/knowledge/catalogue/everything-is-there", test_everything_is_there);
  g_test_add_func ("/knowledge/catalogue/areas-in-order", test_areas_in_order);
  g_test_add_func ("/knowledge/catalogue/names", test_names);
  g_test_add_func ("/knowledge/catalogue/units-are-never-shared", test_units_are_never_shared);
  g_test_add_func ("/knowledge/catalogue/codes-differ", test_codes_differ);
  g_test_add_func ("/knowledge/catalogue/sources", test_sources);
  g_test_add_func ("/knowledge/catalogue/words-of-marks", test_words_of_marks);
  g_test_add_func ("/knowledge/catalogue/threads", test_threads);

  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

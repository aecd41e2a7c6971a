/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue.h"

#include <string.h>

#include <glib/gstdio.h>

static const GlaOwnProduct own_products[] = {
  { "own-1", "Wrinkleton", "newbotulinumtoxinA", NULL, NULL, GLA_UNITS (100), GLA_FORM_POWDER, 84 },
  { "own-2", "Wrinkle Liquid", NULL, "ONA", NULL, GLA_UNITS_UNKNOWN, GLA_FORM_LIQUID, 0 },
  { "own-3", "Dysport import", NULL, "DYSI", "ABO", GLA_UNITS (500), GLA_FORM_POWDER, 0 },
};

static const GlaOwnArea own_areas[] = {
  { "own-temple", "Temples", "te", TRUE },
  { "own-nape", "Nape", "GL", FALSE },
};

static GlaCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  GlaCatalogue *catalogue = gla_catalogue_load_builtin (&error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_products_by_hand (void)
{
  g_autoptr (GlaCatalogue) base = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) merged
      = gla_catalogue_new_with_own (base, own_products, G_N_ELEMENTS (own_products), NULL, 0,
                                    &error);
  const GlaForecastPrior *prior;
  GlaProduct *second;
  GlaProduct *first;
  const GlaPresentation *vial;

  g_assert_no_error (error);
  g_assert_cmpuint (gla_catalogue_get_products (merged)->len, ==, 17);
  g_assert_cmpuint (gla_catalogue_get_products (base)->len, ==, 14);
  first = gla_catalogue_find_product (merged, "own-1");
  g_assert_true (gla_product_is_own (first));
  g_assert_cmpstr (gla_product_get_name (first), ==, "Wrinkleton");
  g_assert_cmpstr (gla_product_get_code (first), ==, "WRIN");
  g_assert_true (gla_catalogue_find_product_by_name (merged, "wrinkleton") == first);
  vial = gla_catalogue_find_presentation (merged, "own-1", NULL);
  g_assert_cmpint (vial->units, ==, GLA_UNITS (100));
  g_assert_cmpint (vial->mark.marks, ==, GLA_MARK_OWN);
  g_assert_cmpint (gla_catalogue_find_interval (merged, "own-1", "GLAB", GLA_REGION_ANY)->days, ==,
                   84);
  g_assert_null (gla_catalogue_find_interval (merged, "own-2", "GLAB", GLA_REGION_ANY));
  /* A code that is taken is not given twice. */
  second = gla_catalogue_find_product (merged, "own-2");
  g_assert_cmpstr (gla_product_get_code (second), ==, "WRIN2");

  g_assert_false (gla_catalogue_shares_units (merged, "own-1", "own-2"));
  g_assert_false (gla_catalogue_shares_units (merged, "own-2", "ona"));
  g_assert_true (gla_catalogue_shares_units (merged, "own-3", "abo-p"));
  prior = gla_catalogue_find_forecast_prior (merged, "ABO", "GLAB");
  g_assert_cmpfloat (prior->median_days, ==, 130.0);
  g_assert_nonnull (gla_catalogue_find_product (merged, "daxi"));
}

static void
test_areas_by_hand (void)
{
  GlaCatalogue *base = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) merged
      = gla_catalogue_new_with_own (base, NULL, 0, own_areas, G_N_ELEMENTS (own_areas), &error);
  GlaArea *area;

  g_assert_no_error (error);
  /* The merged catalogue lives on its own. */
  gla_catalogue_unref (base);

  area = gla_catalogue_find_area_by_code (merged, "te");
  g_assert_cmpstr (gla_area_get_name (area), ==, "Temples");
  g_assert_cmpint (gla_area_get_order (area), ==, 18);
  g_assert_true (gla_area_is_paired (area));
  g_assert_true (gla_area_is_own (area));
  g_assert_null (gla_area_get_scale (area));
  area = gla_catalogue_find_area (merged, "own-nape");
  g_assert_cmpstr (gla_area_get_code (area), ==, "");
  g_assert_cmpint (gla_area_get_order (area), ==, 19);
  g_assert_cmpstr (gla_area_get_key (gla_catalogue_find_area_by_code (merged, "gl")), ==, "GLAB");
  g_assert_cmpuint (gla_catalogue_get_areas (merged)->len, ==, 19);
}

static void
test_refused_by_hand (void)
{
  static const struct
  {
    GlaOwnProduct product;
    int           code;
  } refused[] = {
    { { "ona", "Second Botox" }, GLA_KNOWLEDGE_ERROR_DUPLICATE },
    { { "ona-botox-100", "Vial" }, GLA_KNOWLEDGE_ERROR_DUPLICATE },
    { { "", "Nameless key" }, GLA_KNOWLEDGE_ERROR_VALUE },
    { { "own-x", "" }, GLA_KNOWLEDGE_ERROR_VALUE },
    { { NULL, "No key" }, GLA_KNOWLEDGE_ERROR_VALUE },
    { { "own-x", "caf\xe9" }, GLA_KNOWLEDGE_ERROR_VALUE },
  };
  static const GlaOwnArea twice[] = { { "own-a", "A" }, { "own-a", "B" } };
  g_autoptr (GlaCatalogue) base = load ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) fault = NULL;

      g_assert_null (gla_catalogue_new_with_own (base, &refused[i].product, 1, NULL, 0, &fault));
      g_assert_error (fault, GLA_KNOWLEDGE_ERROR, refused[i].code);
    }
  g_assert_null (gla_catalogue_new_with_own (base, NULL, 0, twice, 2, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_DUPLICATE);
}

#define AREAS(content) "<?xml version='1.0'?>\n<areas date='2026-11'>\n" content "\n</areas>"
#define AREA(attributes, content) \
  "<area sides='left right' paired='yes' " attributes "><name>Temples</name>" content "</area>"
#define PRODUCTS(content) "<products date='2026-11'>\n" content "\n</products>"
#define PRODUCT(attributes, content) \
  "<product code='NEW' family='NEW' " attributes "><brand>New</brand>\n" \
  "<presentation key='new-100' brand='New' units='100' form='powder'/>" content "</product>"

/* Files of a clinic that are well-formed and fit the schema, yet can't be right. */
static const struct
{
  const char *name;
  const char *file;
  const char *text;
  int         code;
  const char *line;
} refused_files[] = {
  { "truncated", "areas.xml", "<areas date='2026-11'>\n<area", GLA_KNOWLEDGE_ERROR_SYNTAX,
    "line 2" },
  { "wrong-root", "areas.xml", PRODUCTS (""), GLA_KNOWLEDGE_ERROR_SCHEMA, "line 1" },
  { "unknown-element", "areas.xml", AREAS ("<zone/>"), GLA_KNOWLEDGE_ERROR_SCHEMA, "line 3" },
  { "doctype", "areas.xml", "<!DOCTYPE areas>\n<areas date='2026-11'/>",
    GLA_KNOWLEDGE_ERROR_DOCTYPE, "line 1" },
  { "unknown-source", "areas.xml", AREAS (AREA ("key='T'", "<depth sources='X99'>deep</depth>")),
    GLA_KNOWLEDGE_ERROR_REFERENCE, "line 3" },
  { "unknown-scale", "areas.xml", AREAS (AREA ("key='T' grading='none'", "")),
    GLA_KNOWLEDGE_ERROR_REFERENCE, "line 3" },
  { "code-taken", "areas.xml", AREAS (AREA ("key='T' code='gl'", "")),
    GLA_KNOWLEDGE_ERROR_DUPLICATE, "line 3" },
  { "key-twice", "areas.xml", AREAS (AREA ("key='T'", "") "\n" AREA ("key='T'", "")),
    GLA_KNOWLEDGE_ERROR_DUPLICATE, "line 4" },
  { "range", "areas.xml", AREAS (AREA ("key='T'", "<duration low='9' high='8'>weeks</duration>")),
    GLA_KNOWLEDGE_ERROR_VALUE, "line 3" },
  { "unknown-area", "products.xml",
    PRODUCTS (PRODUCT ("key='new'", "\n<indication area='KNEE' regions='US'/>")),
    GLA_KNOWLEDGE_ERROR_REFERENCE, "line 4" },
  { "foreign-vial", "products.xml",
    PRODUCTS (PRODUCT ("key='new'", "\n<dilution presentations='ona-botox-50' diluent-ml='1' "
                                    "units-per-0.1ml='4'/>")),
    GLA_KNOWLEDGE_ERROR_REFERENCE, "line 4" },
  { "vial-taken", "products.xml",
    PRODUCTS ("<product code='NEW' family='NEW' key='new'><brand>New</brand>\n"
              "<presentation key='daxi-daxxify-50' brand='New' units='100' form='powder'/>"
              "</product>"),
    GLA_KNOWLEDGE_ERROR_DUPLICATE, "line 3" },
  { "timeline-code-taken", "products.xml",
    PRODUCTS ("<product code='ONA' family='NEW' key='new'><brand>New</brand>\n"
              "<presentation key='new-100' brand='New' units='100' form='powder'/></product>"),
    GLA_KNOWLEDGE_ERROR_DUPLICATE, "line 2" },
};

static GFile *
make_folder (const char *file,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("gla-own-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (folder);
}

static void
remove_folder (GFile      *folder,
               const char *file)
{
  g_autoptr (GFile) child = g_file_get_child (folder, file);

  g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_refused_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused_files); i++)
    {
      g_autoptr (GFile) folder = make_folder (refused_files[i].file, refused_files[i].text);
      g_autofree char *place = g_file_get_path (folder);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused_files[i].name);
      g_assert_null (gla_catalogue_load (folder, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, GLA_KNOWLEDGE_ERROR, refused_files[i].code);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, refused_files[i].line));
      remove_folder (folder, refused_files[i].file);
    }
}

static void
test_own_area_file (void)
{
  g_autoptr (GFile) folder
      = make_folder ("areas.xml", AREAS (AREA ("key='TEMPLE' code='te' grading='fws'",
                                               "<depth sources='L1'>deep</depth>")
                                         AREA ("key='CALF'", "")));
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load (folder, &error);
  GlaArea *area;
  const GlaMarked *depth;

  g_assert_no_error (error);
  g_assert_cmpuint (gla_catalogue_get_areas (catalogue)->len, ==, 18);
  area = gla_catalogue_find_area_by_code (catalogue, "te");
  g_assert_true (gla_area_is_own (area));
  g_assert_cmpint (gla_area_get_order (area), ==, 18);
  depth = g_ptr_array_index (gla_area_get_facts (area, GLA_AREA_FACT_DEPTH), 0);
  g_assert_cmpint (depth->marks, ==, GLA_MARK_OWN);
  g_assert_cmpstr (gla_marked_get_text (depth), ==, "deep");
  /* A known key replaces the entry in its place. */
  area = gla_catalogue_find_area (catalogue, "CALF");
  g_assert_cmpstr (gla_area_get_name (area), ==, "Temples");
  g_assert_cmpint (gla_area_get_order (area), ==, 17);
  remove_folder (folder, "areas.xml");
}

static void
test_own_product_file (void)
{
  g_autoptr (GFile) folder
      = make_folder ("products.xml",
                     PRODUCTS (PRODUCT ("key='new'",
                                        "<dilution presentations='new-100' diluent-ml='2' "
                                        "units-per-0.1ml='5'/><indication area='GLAB' regions='EU'>"
                                        "<dose units='22.5' up-to='30'/></indication>")));
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load (folder, &error);
  GlaUnits low;
  GlaUnits high;

  g_assert_no_error (error);
  g_assert_cmpint (gla_catalogue_find_dilution (catalogue, "new-100")->diluent_ul, ==, 2000);
  g_assert_true (gla_indication_get_limits (
      gla_catalogue_find_indication (catalogue, "new", "GLAB", GLA_REGION_EU), &low, &high));
  g_assert_cmpint (low, ==, 2250);
  g_assert_cmpint (high, ==, 3000);
  remove_folder (folder, "products.xml");
}

static void
test_no_folder (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent");
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load (missing, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gla_catalogue_get_products (catalogue)->len, ==, 14);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/knowledge/own/products-by-hand", test_products_by_hand);
  g_test_add_func ("/knowledge/own/areas-by-hand", test_areas_by_hand);
  g_test_add_func ("/knowledge/own/refused-by-hand", test_refused_by_hand);
  g_test_add_func ("/knowledge/own/refused-files", test_refused_files);
  g_test_add_func ("/knowledge/own/area-file", test_own_area_file);
  g_test_add_func ("/knowledge/own/product-file", test_own_product_file);
  g_test_add_func ("/knowledge/own/no-folder", test_no_folder);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-knowledge.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"

static GlaStore *
open_clinic (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  GlaStore *store = gla_store_open (path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

/* A clinic that added nothing works with the very catalogue of the files. */
static void
test_nothing_of_its_own (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) files = gla_catalogue_load_builtin (&error);
  g_autoptr (GlaStore) store = open_clinic (folder);
  g_autoptr (GlaCatalogue) catalogue = gla_clinic_add_own (store, files, &error);

  g_assert_no_error (error);
  g_assert_true (catalogue == files);
  g_clear_pointer (&store, gla_store_close);
  gla_test_drop_folder (folder);
}

static void
test_products_and_areas (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) files = gla_catalogue_load_builtin (&error);
  g_autoptr (GlaStore) store = open_clinic (folder);
  g_autoptr (GlaCatalogue) catalogue = NULL;
  const GlaClinicProduct product = { .key = "own-one", .name = "Of Our Own", .code = "OOO",
                                     .content = GLA_UNITS (50), .active = TRUE };
  const GlaClinicArea area = { .key = "own-knee", .name = "Knee", .has_sides = TRUE,
                               .active = TRUE };

  g_assert_true (gla_store_put_clinic_product (store, &product, &error));
  g_assert_true (gla_store_put_clinic_area (store, &area, &error));
  catalogue = gla_clinic_add_own (store, files, &error);
  g_assert_no_error (error);
  g_assert_true (gla_product_is_own (gla_catalogue_find_product (catalogue, "own-one")));
  g_assert_nonnull (gla_catalogue_find_area (catalogue, "own-knee"));
  g_assert_nonnull (gla_catalogue_find_product (catalogue, "ona"));
  g_assert_null (gla_catalogue_find_area (files, "own-knee"));
  g_clear_pointer (&store, gla_store_close);
  gla_test_drop_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinic/knowledge/nothing-of-its-own", test_nothing_of_its_own);
  g_test_add_func ("/clinic/knowledge/products-and-areas", test_products_and_areas);
  return g_test_run ();
}

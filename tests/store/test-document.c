/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets that were given, each with the copy that prints the same later. */

#include "config.h"

#include "gla-store-document.h"
#include "store-fixture.h"

/* What was handed out comes back as it was; the audit has its sum. */
static void
test_copy (StoreFixture  *self,
           gconstpointer  data)
{
  static const char page[] = "%PDF\0\377 page";
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  const GlaDocument document = { .patient = patient, .template = "aftercare", .version = "1",
                                 .language = "en", .day = gla_day_new (2026, 1, 5) };
  const GlaDocument stranger = { .patient = "nobody", .template = "aftercare",
                                 .day = gla_day_new (2026, 1, 5) };
  g_autoptr (GBytes) copy = g_bytes_new_static (page, sizeof page);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, copy);
  g_autofree char *member = g_strdup_printf ("\"copy_sha256\":\"%s\"", sum);
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *type = NULL;
  g_autofree char *id = NULL;
  g_autofree char *plain = NULL;

  g_assert_true (gla_store_add_document_copy (self->store, &document, "application/pdf", copy,
                                              &id, &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 2, "add", "document", NULL, member);
  kept = gla_store_read_copy (self->store, id, &type, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, copy));
  g_assert_cmpstr (type, ==, "application/pdf");

  g_assert_true (gla_store_add_document (self->store, &document, &plain, &error));
  g_assert_null (gla_store_read_copy (self->store, plain, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (history->documents->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const GlaDocument *each = history->documents->pdata[i];

      g_assert_cmpint (each->has_copy, ==, g_str_equal (each->id, id));
    }
  g_assert_false (gla_store_add_document_copy (self->store, &stranger, "application/pdf", copy,
                                               NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

/* Many letters are one transaction: a fault in the last one keeps none. */
static void
test_copies (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  const GlaDocument document = { .patient = patient, .template = "lot-letter", .version = "1",
                                 .language = "en", .day = gla_day_new (2026, 1, 5) };
  const GlaDocument stranger = { .patient = "nobody", .template = "lot-letter",
                                 .day = gla_day_new (2026, 1, 5) };
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) copies
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GlaHistory) none = NULL;
  g_autoptr (GlaHistory) all = NULL;
  g_auto (GStrv) refused = NULL;
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_ptr_array_add (documents, (gpointer) (i < 2 ? &document : &stranger));
      g_ptr_array_add (copies, g_bytes_new (&i, sizeof i));
    }
  refused = gla_store_add_document_copies (self->store, documents, "application/pdf", copies,
                                           &error);
  g_assert_null (refused);
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  none = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (none->documents->len, ==, 0);
  documents->pdata[2] = (gpointer) &document;
  ids = gla_store_add_document_copies (self->store, documents, "application/pdf", copies, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 3);
  all = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (all->documents->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) kept = gla_store_read_copy (self->store, ids[i], NULL, &error);

      g_assert_true (g_bytes_equal (kept, copies->pdata[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/document/copy", test_copy);
  STORE_TEST ("/store/document/copies", test_copies);

  return g_test_run ();
}

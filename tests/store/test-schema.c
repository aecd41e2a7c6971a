/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-notice.h"

#include <glib/gstdio.h>
#include <string.h>

#define MORE_SQL "CREATE TABLE more (id TEXT) STRICT; INSERT INTO more (id) VALUES ('one');"

/* The steps of the program with @script behind them. */
static GlaSchemaSteps
add_step (const char  *script,
          const char **scripts)
{
  const GlaSchemaSteps *steps = gla_schema_get_steps ();
  GlaSchemaSteps more = { scripts, steps->n_scripts + 1 };

  for (int i = 0; i < steps->n_scripts; i++)
    scripts[i] = steps->scripts[i];
  scripts[steps->n_scripts] = script;
  return more;
}

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_bytes_new_take (content, length);
}

static void
test_new_file (StoreFixture  *self,
               gconstpointer  data)
{
  gint64 value;
  GStatBuf info;
  GDir *dir;

  g_assert_true (gla_database_get_int (self->store->database, "PRAGMA user_version", &value, NULL));
  g_assert_cmpint (value, ==, gla_schema_get_steps ()->n_scripts);
  g_assert_true (
      gla_database_get_int (self->store->database, "PRAGMA application_id", &value, NULL));
  g_assert_cmpint (value, ==, 0x474c4142);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  /* No copy is made of a new file, and nothing is left of making it. */
  g_clear_pointer (&self->store, gla_store_close);
  dir = g_dir_open (self->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "clinic.glabella");
  g_assert_null (g_dir_read_name (dir));
  g_dir_close (dir);
}

/* A file as @version wrote it is brought up to date: its steps may never change. */
static void
check_version (StoreFixture *self,
               int           version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *copy_name = g_strdup_printf ("old.glabella.version-%d", version);
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", name, NULL);
  g_autofree char *path = store_fixture_path (self, "old.glabella");
  g_autofree char *copy = store_fixture_path (self, copy_name);
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const char *query = "SELECT group_concat (name || ':' || sql, ';')"
                      " FROM (SELECT name, sql FROM sqlite_schema ORDER BY name)";

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  store_execute (path, sql);
  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  history = gla_store_read_history (store, "2f0c9d5e-0000-4000-8000-000000000001", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (history->patient->family_name, ==, "Müller");
  g_assert_cmpuint (history->injections->len, ==, 2);
  g_assert_cmpuint (history->assessments->len, ==, 1);
  faults = gla_store_check (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  /* Step by step the same as a new file, and the old one is kept beside it. */
  old_schema = gla_database_get_text (store->database, query, &error);
  new_schema = gla_database_get_text (self->store->database, query, &error);
  g_assert_cmpstr (old_schema, ==, new_schema);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
test_version_1 (StoreFixture  *self,
                gconstpointer  data)
{
  check_version (self, 1);
}

static void
test_version_2 (StoreFixture  *self,
                gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (self, "old.glabella");
  g_autofree char *cached = NULL;
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaNotice) notice = NULL;
  g_autoptr (GError) error = NULL;

  check_version (self, 2);
  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  notice = gla_store_get_notice (store, "2f0c9d5e-0000-4000-8000-000000000001",
                                 GLA_NOTICE_SHORTENING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (notice->reason, ==, "fewer units on purpose");
  g_assert_cmpstr (notice->dismissed_by, ==, "Dr A. Osei");
  cached = gla_store_get_cache (store, "model", &error);
  g_assert_cmpstr (cached, ==, "worked out");
}

static void
test_version_3 (StoreFixture  *self,
                gconstpointer  data)
{
  check_version (self, 3);
}

static void
test_version_5 (StoreFixture  *self,
                gconstpointer  data)
{
  check_version (self, 5);
}

static void
test_step (StoreFixture  *self,
           gconstpointer  data)
{
  const char *scripts[16];
  GlaSchemaSteps steps = add_step (MORE_SQL, scripts);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", self->path, steps.n_scripts - 1);
  g_autoptr (GlaStore) old = NULL;
  g_autoptr (GlaPatient) patient = NULL;
  gint64 value;

  g_clear_pointer (&self->store, gla_store_close);
  self->store = gla_store_open_with (self->path, GLA_STORE_DEFAULT, &steps, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (gla_database_get_int (self->store->database, "SELECT count (*) FROM more", &value,
                                       &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (gla_database_get_int (self->store->database, "PRAGMA foreign_keys", &value, NULL));
  g_assert_cmpint (value, ==, 1);
  /* The copy is the file as it was, and can be opened. */
  old = gla_store_open (copy, GLA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  patient = gla_store_read_patient (old, id, &error);
  g_assert_no_error (error);
  /* Opening again does nothing more. */
  g_clear_pointer (&self->store, gla_store_close);
  self->store = gla_store_open_with (self->path, GLA_STORE_DEFAULT, &steps, FALSE, &error);
  g_assert_no_error (error);
}

/* Steps that fail: wrong SQL after a change, and one that leaves a reference to nothing. */
static void
test_failing_step (StoreFixture  *self,
                   gconstpointer  data)
{
  static const char *const failing[] = {
    MORE_SQL "INSERT INTO nowhere VALUES (1);",
    MORE_SQL "DELETE FROM patient;",
  };
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", NULL, "A1");
  g_autoptr (GBytes) before = NULL;

  g_clear_pointer (&self->store, gla_store_close);
  before = read_bytes (self->path);
  for (gsize i = 0; i < G_N_ELEMENTS (failing); i++)
    {
      const char *scripts[16];
      GlaSchemaSteps steps = add_step (failing[i], scripts);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_null (gla_store_open_with (self->path, GLA_STORE_DEFAULT, &steps, FALSE, &error));
      g_assert_nonnull (error);
      after = read_bytes (self->path);
      g_assert_true (g_bytes_equal (before, after));
    }
  store_fixture_reopen (self);
  {
    g_autoptr (GlaHistory) history = gla_store_read_history (self->store, patient, NULL);

    g_assert_cmpuint (history->treatments->len, ==, 1);
  }
}

static void
test_newer (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, gla_store_close);
  store_execute (self->path, "PRAGMA user_version = 1000");
  g_assert_null (gla_store_open (self->path, GLA_STORE_DEFAULT, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "1000"));
}

static void
test_read_only_older (StoreFixture  *self,
                      gconstpointer  data)
{
  const char *scripts[16];
  GlaSchemaSteps steps = add_step (MORE_SQL, scripts);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, gla_store_close);
  g_assert_null (gla_store_open_with (self->path, GLA_STORE_READ_ONLY, &steps, FALSE, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OLDER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/schema/new-file", test_new_file);
  STORE_TEST ("/store/schema/version-1", test_version_1);
  STORE_TEST ("/store/schema/version-2", test_version_2);
  STORE_TEST ("/store/schema/version-3", test_version_3);
  STORE_TEST ("/store/schema/version-5", test_version_5);
  STORE_TEST ("/store/schema/step", test_step);
  STORE_TEST ("/store/schema/failing-step", test_failing_step);
  STORE_TEST ("/store/schema/newer", test_newer);
  STORE_TEST ("/store/schema/read-only-older", test_read_only_older);

  return g_test_run ();
}

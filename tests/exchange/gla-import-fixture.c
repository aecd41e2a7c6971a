/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fixture.h"

#include "gla-store-search.h"

#include <glib/gstdio.h>

void
gla_import_fixture_set_up (GlaImportFixture *self,
                           gconstpointer     data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("gla-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "clinic.glabella", NULL);
  self->store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
}

void
gla_import_fixture_tear_down (GlaImportFixture *self,
                              gconstpointer     data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&self->store, gla_store_close);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

char *
gla_import_fixture_write (GlaImportFixture *self,
                          const char       *name,
                          const char       *text,
                          gssize            length)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

GlaImportResult *
gla_import_fixture_run (GlaImportFixture *self,
                        const char       *text,
                        gboolean          dry_run)
{
  g_autofree char *path = gla_import_fixture_write (self, "list.csv", text, -1);
  g_autofree char *report = gla_import_report_make_path (path);
  GlaImportOptions options = { .today = gla_day_from_iso (GLA_FIXTURE_TODAY), .dry_run = dry_run,
                               .report = report };
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  GlaImportResult *result;

  g_unlink (report);
  plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, &error);
  g_assert_no_error (error);
  result = gla_import_run (plan, self->store, self->catalogue, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_file_test (report, G_FILE_TEST_EXISTS), ==, result->report != NULL);
  return result;
}

void
gla_import_fixture_check (GlaImportFixture *self,
                          const char       *text,
                          gint64            n_taken,
                          gint64            n_there,
                          gint64            n_refused)
{
  g_autoptr (GlaImportResult) result = gla_import_fixture_run (self, text, FALSE);

  for (guint i = 0; i < result->issues->len && n_refused != result->n_refused; i++)
    {
      const GlaImportIssue *issue = result->issues->pdata[i];

      g_test_message ("row %d, %s: %s", (int) issue->row, issue->column, issue->reason);
    }
  g_assert_cmpint (result->n_refused, ==, n_refused);
  g_assert_cmpint (result->n_there, ==, n_there);
  g_assert_cmpint (result->n_taken, ==, n_taken);
}

GlaHistory *
gla_import_fixture_read (GlaImportFixture *self,
                         const char       *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id
      = gla_store_find_patient (self->store, number, gla_day_from_iso (GLA_FIXTURE_TODAY), &error);
  GlaHistory *history;

  g_assert_no_error (error);
  history = gla_store_read_history (self->store, id, &error);
  g_assert_no_error (error);
  return history;
}

GlaStoreCounts
gla_import_fixture_count (GlaImportFixture *self)
{
  g_autoptr (GError) error = NULL;
  GlaStoreCounts counts;

  gla_store_count (self->store, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bad lists, bad places for the report, and being stopped. */

#include "config.h"

#include "gla-import-fixture.h"

#include "gla-csv-reader.h"
#include "gla-exchange-error.h"
#include "gla-import-backup.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *name;
  gint64 n_taken;
  gint64 n_refused;
  const char *rows;      /* that are refused, as the report says */
} files[] = {
  { "nul.csv", 2, 1, "3" },
  { "broken-quotes.csv", 3, 4, "2 4 6 8" },
  { "windows-1252.csv", 2, 0, "" },
  { "utf-16.csv", 2, 0, "" },
  { "old-mac.csv", 2, 0, "" },
  { "ragged.csv", 2, 2, "4 6" },
  { "sep-line.csv", 2, 0, "" },
  { "guarded-numbers.csv", 2, 0, "" },
  { "impossible.csv", 1, 5, "2 3 4 5 6" },
};

static GlaImportOptions
make_options (const char *report)
{
  GlaImportOptions options = { .today = gla_day_from_iso (GLA_FIXTURE_TODAY), .report = report };

  return options;
}

/* The row numbers of a report, whose header and columns are as documented. */
static char *
read_report (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCsvReader) reader = gla_csv_reader_open (path, &error);
  GString *rows = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (gla_csv_reader_next (reader, NULL, NULL), ==, GLA_CSV_ROW);
  g_assert_cmpstr (gla_csv_reader_get_field (reader, 0), ==, "row");
  g_assert_cmpstr (gla_csv_reader_get_field (reader, 1), ==, "column");
  g_assert_cmpstr (gla_csv_reader_get_field (reader, 2), ==, "result");
  g_assert_cmpstr (gla_csv_reader_get_field (reader, 3), ==, "reason");
  gla_csv_reader_expect_columns (reader, 4);
  while (gla_csv_reader_next (reader, NULL, NULL) == GLA_CSV_ROW)
    {
      g_assert_cmpstr (gla_csv_reader_get_field (reader, 2), ==, "refused");
      g_assert_cmpstr (gla_csv_reader_get_field (reader, 3), !=, "");
      g_string_append_printf (rows, "%s%s", rows->len > 0 ? " " : "",
                              gla_csv_reader_get_field (reader, 0));
    }
  return g_string_free (rows, FALSE);
}

static void
test_files (GlaImportFixture *self,
            gconstpointer     data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "faults", "csv", files[i].name, NULL);
      g_autofree char *report = g_build_filename (self->folder, "report.csv", NULL);
      GlaImportOptions options = make_options (report);
      g_autoptr (GlaImportPlan) plan = NULL;
      g_autoptr (GlaImportResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;

      g_test_message ("%s", files[i].name);
      g_unlink (report);
      options.dry_run = TRUE;
      plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, &error);
      g_assert_no_error (error);
      result = gla_import_run (plan, self->store, self->catalogue, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result->n_taken, ==, files[i].n_taken);
      g_assert_cmpint (result->n_refused, ==, files[i].n_refused);
      g_assert_cmpstr (result->report, ==, files[i].n_refused > 0 ? report : NULL);
      if (result->report != NULL)
        rows = read_report (report);
      g_assert_cmpstr (rows != NULL ? rows : "", ==, files[i].rows);
    }
}

static void
test_letters (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "faults", "csv", "windows-1252.csv", NULL);
  GlaImportOptions options = make_options (NULL);
  g_autoptr (GlaImportPlan) plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
  g_autoptr (GlaImportResult) result
      = gla_import_run (plan, self->store, self->catalogue, &options, NULL, NULL);
  g_autoptr (GlaHistory) history = NULL;

  g_assert_cmpint (result->n_taken, ==, 2);
  history = gla_import_fixture_read (self, "2");
  g_assert_cmpstr (history->patient->family_name, ==, "S\xc3\xb8rensen");
  g_assert_cmpstr (history->patient->note, ==, "\xe2\x80\x9eruhig\xe2\x80\x9c");
}

/* What was taken before the failure is not there. */
static void
test_cancelled (GlaImportFixture *self,
                gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new ("MRN,Last Name\n");
  g_autofree char *path = NULL;
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GlaImportOptions options = make_options (NULL);

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "%d,Person\n", i);
  path = gla_import_fixture_write (self, "list.csv", text->str, -1);
  plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (gla_import_run (plan, self->store, self->catalogue, &options, cancellable,
                                 &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 0);
  /* The clinic file is as usable as before. */
  gla_import_fixture_check (self, text->str, 5000, 0, 0);
}

static void
stop_at_half (double   fraction,
              gpointer cancellable)
{
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  if (fraction > 0.4)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelled_half_way (GlaImportFixture *self,
                         gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new ("MRN,Last Name\n");
  g_autofree char *path = NULL;
  g_autofree char *report = g_build_filename (self->folder, "report.csv", NULL);
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GlaImportOptions options = make_options (report);

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (text, "%d,%s\n", i, i % 7 == 0 ? "" : "Person");
  path = gla_import_fixture_write (self, "list.csv", text->str, -1);
  plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
  options.progress = stop_at_half;
  options.user_data = cancellable;
  g_assert_null (gla_import_run (plan, self->store, self->catalogue, &options, cancellable,
                                 &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 0);
  g_assert_false (g_file_test (report, G_FILE_TEST_EXISTS));
}

static void
test_report_in_no_folder (GlaImportFixture *self,
                          gconstpointer     data)
{
  g_autofree char *path = gla_import_fixture_write (self, "list.csv", "Last Name\nKaya\n", -1);
  g_autofree char *report = g_build_filename (self->folder, "no", "report.csv", NULL);
  g_autoptr (GlaImportPlan) plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GlaImportOptions options = make_options (report);

  g_assert_null (gla_import_run (plan, self->store, self->catalogue, &options, NULL, &error));
  g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_WRITE);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 0);
}

/* A file with another header than the one that was looked at is not imported. */
static void
test_changed_file (GlaImportFixture *self,
                   gconstpointer     data)
{
  static const char *const texts[] = { "First Name,Last Name\nMira,Kaya\n",
                                       "Last Name\nKaya\n", "" };
  g_autofree char *path
      = gla_import_fixture_write (self, "list.csv", "Last Name,First Name\nKaya,Mira\n", -1);
  g_autoptr (GlaImportPlan) plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
  GlaImportOptions options = make_options (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *same = gla_import_fixture_write (self, "list.csv", texts[i], -1);
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_import_run (plan, self->store, self->catalogue, &options, NULL, &error));
      g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ);
    }
  g_unlink (path);
  g_assert_null (gla_import_run (plan, self->store, self->catalogue, &options, NULL, NULL));
}

/* The result holds the first issues, the report all of them. */
static void
test_many_issues (GlaImportFixture *self,
                  gconstpointer     data)
{
  g_autoptr (GString) text = g_string_new ("MRN,Last Name\n");
  g_autoptr (GlaImportResult) result = NULL;
  g_autofree char *rows = NULL;
  g_auto (GStrv) numbers = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%d,\n", i);
  g_string_append (text, "x,Kaya\n");
  result = gla_import_fixture_run (self, text->str, FALSE);
  g_assert_cmpint (result->n_refused, ==, 3000);
  g_assert_cmpuint (result->issues->len, ==, GLA_IMPORT_ISSUES_KEPT);
  rows = read_report (result->report);
  numbers = g_strsplit (rows, " ", -1);
  g_assert_cmpuint (g_strv_length (numbers), ==, 3000);
  g_assert_cmpstr (numbers[2999], ==, "3001");
}

/* A field of a megabyte is taken as it is; a longer one costs its row. */
static void
test_long_notes (GlaImportFixture *self,
                 gconstpointer     data)
{
  g_autofree char *note = g_strnfill (1000 * 1000, 'x');
  g_autofree char *longer = g_strnfill (3000 * 1000, 'x');
  g_autofree char *text
      = g_strdup_printf ("MRN,Last Name,Notes\n1,Kaya,\"%s\"\n2,Osei,\"%s\"\n3,Lind,x\n", note,
                         longer);
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self, text, 2, 0, 1);
  history = gla_import_fixture_read (self, "1");
  g_assert_cmpuint (strlen (history->patient->note), ==, 1000 * 1000);
}

/* Whatever is in the list: the import ends, the file stays whole, and twice adds nothing. */
static void
test_mutated_lists (GlaImportFixture *self,
                    gconstpointer     data)
{
  static const char list[] =
    "MRN,Name,DOB,Date,Area,Side,Product,Lot,Units,Injector,Expiry,Notes\n"
    "1,\"Kaya, Mira\",09.02.1984,2024-03-01,Glabella,,Botox,C1,20,Dr A. Osei,2026-01-31,\"a\nb\"\n"
    "2,Sam Osei,05.01.1971,03/2024,Crow's feet,left,Dysport,D9,12.5,B. Lind,,\n"
    ",Lena Vogt,,about 3 May 2024,Chin,,?,,4,,,x\n";
  g_autoptr (GRand) random = g_rand_new_with_seed (20263);
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *path = g_build_filename (self->folder, "list.csv", NULL);
  GlaImportOptions options = make_options (NULL);
  gint64 n_taken = 0;

  for (int round = 0; round < 400; round++)
    {
      char bytes[sizeof list - 1];
      g_autoptr (GlaImportPlan) plan = NULL;
      g_autoptr (GlaImportResult) first = NULL;
      g_autoptr (GlaImportResult) second = NULL;

      memcpy (bytes, list, sizeof bytes);
      for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
        bytes[g_rand_int_range (random, 0, sizeof bytes)]
            = (char) g_rand_int_range (random, 0, 256);
      g_assert_true (g_file_set_contents (path, bytes, sizeof bytes, NULL));
      plan = gla_import_plan_new (path, GLA_IMPORT_AUTO, NULL, NULL);
      if (plan == NULL)
        continue;
      gla_import_plan_set_day_order (plan, GLA_DAY_ORDER_DMY);
      first = gla_import_run (plan, self->store, self->catalogue, &options, NULL, NULL);
      if (first == NULL)
        continue;
      second = gla_import_run (plan, self->store, self->catalogue, &options, NULL, NULL);
      g_assert_cmpint (second->n_taken, ==, 0);
      g_assert_cmpint (second->n_refused, ==, first->n_refused);
      g_assert_cmpint (second->n_there, ==, first->n_there + first->n_taken);
      n_taken += first->n_taken;
    }
  g_assert_cmpint (n_taken, >, 50);
  faults = gla_store_check (self->store, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* The last copies are kept, older ones removed, and each can be opened. */
static void
test_backups (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GlaStore) copy = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n_copies = 0;

  gla_import_fixture_check (self, "MRN,Last Name\n1,Kaya\n", 1, 0, 0);
  first = gla_import_backup (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 4; i++)
    {
      g_clear_pointer (&last, g_free);
      last = gla_import_backup (self->store, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_copies += strstr (name, "-before-import-") != NULL;
  g_assert_cmpuint (n_copies, ==, GLA_IMPORT_BACKUPS);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  copy = gla_store_open (last, GLA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
}

static void
test_report_names (void)
{
  static const char *const names[][2] = {
    { "/a/clients.csv", "/a/clients-report.csv" }, { "clients.txt", "clients-report.csv" },
    { "/a.b/clients", "/a.b/clients-report.csv" }, { ".csv", ".csv-report.csv" },
    { "a.b.csv", "a.b-report.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = gla_import_report_make_path (names[i][0]);

      g_assert_cmpstr (path, ==, names[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, GlaImportFixture, NULL, gla_import_fixture_set_up, test,                       \
              gla_import_fixture_tear_down)

  ADD ("/import-faults/files", test_files);
  ADD ("/import-faults/letters", test_letters);
  ADD ("/import-faults/cancelled", test_cancelled);
  ADD ("/import-faults/cancelled-half-way", test_cancelled_half_way);
  ADD ("/import-faults/report-in-no-folder", test_report_in_no_folder);
  ADD ("/import-faults/changed-file", test_changed_file);
  ADD ("/import-faults/many-issues", test_many_issues);
  ADD ("/import-faults/long-notes", test_long_notes);
  ADD ("/import-faults/mutated-lists", test_mutated_lists);
  ADD ("/import-faults/backups", test_backups);
  g_test_add_func ("/import-faults/report-names", test_report_names);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella check, backup and restore. */

#include "config.h"

#include "gla-test-program.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CLINIC " --clinic clinic.glabella"
#define IN_ORDER "The clinic file is in order.\n"

static char *
make_clinic (void)
{
  char *folder = gla_test_dup_folder ();

  g_free (gla_test_succeed (folder, "demo clinic.glabella --patients 20 --until 2026-06-30"));
  return folder;
}

static void
run_sql (const char *folder,
         const char *name,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* What other programs can do to a file, and a word of what check says to it. */
static void
test_check (void)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "DELETE FROM treatment WHERE patient = 1", "treatment" },
    { "DELETE FROM patient WHERE row = 3", "patient" },
    { "UPDATE audit SET reason = 'no' WHERE number = 1", "entry 1 was changed after it was written" },
    { "DELETE FROM audit WHERE number = (SELECT max (number) FROM audit)", "Audit: " },
    { "DELETE FROM patient_word WHERE patient = 2", "is not found by the family name" },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = "
      "replace (sql, 'IS NULL', 'IS NOT NULL') WHERE name = 'patient_by_name'",
      "The file is damaged: " },
  };
  g_autofree char *folder = make_clinic ();
  g_autofree char *sound = gla_test_succeed (folder, "check" CLINIC);

  g_assert_cmpstr (sound, ==, IN_ORDER);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaTestRun) run = NULL;

      gla_test_copy (folder, "clinic.glabella", "hurt.glabella");
      run_sql (folder, "hurt.glabella", cases[i].sql);
      run = gla_test_run (folder, "check --clinic hurt.glabella");
      g_assert_cmpint (run->status, ==, 1);
      gla_test_assert_complaint (run->errors, "keep this file and restore the last backup");
      if (strstr (run->output, cases[i].words) == NULL)
        g_error ("expected “%s” after %s: %s", cases[i].words, cases[i].sql, run->output);
    }
  gla_test_drop_folder (folder);
}

static void
test_backup (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *path = g_build_filename (folder, "copy.glabella", NULL);
  g_autofree char *output = gla_test_succeed (folder, "backup copy.glabella" CLINIC);
  g_autofree char *check = gla_test_succeed (folder, "check --clinic copy.glabella");
  g_autofree char *before = gla_test_succeed (folder, "cycles --today 2026-06-30" CLINIC);
  g_autofree char *after = gla_test_succeed (folder,
                                             "cycles --today 2026-06-30 --clinic copy.glabella");
  struct stat info;

  g_assert_cmpstr (check, ==, IN_ORDER);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  gla_test_drop_folder (folder);
}

/* The clinic as it was comes back, and what was there instead is kept. */
static void
test_restore (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *before = gla_test_succeed (folder, "patients" CLINIC);
  g_autofree char *backup = gla_test_succeed (folder, "backup copy.glabella" CLINIC);
  g_autofree char *changed = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept_call = NULL;
  g_autofree char *kept = NULL;
  const char *place;

  run_sql (folder, "clinic.glabella", "UPDATE patient SET given_name = 'Changed'");
  changed = gla_test_succeed (folder, "patients" CLINIC);
  g_assert_cmpstr (changed, !=, before);

  restored = gla_test_succeed (folder, "restore copy.glabella" CLINIC);
  after = gla_test_succeed (folder, "patients" CLINIC);
  g_assert_cmpstr (after, ==, before);
  place = strstr (restored, folder);
  g_assert_nonnull (place);
  kept_call = g_strdup_printf ("patients --clinic '%s'", g_strchomp ((char *) place));
  kept = gla_test_succeed (folder, kept_call);
  g_assert_cmpstr (kept, ==, changed);
  gla_test_drop_folder (folder);
}

/* Restoring where nothing is; restoring twice keeps both. */
static void
test_restore_again (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *first = gla_test_succeed (folder, "restore clinic.glabella "
                                                     "--clinic new/place.glabella");
  g_autofree char *second = gla_test_succeed (folder, "restore clinic.glabella "
                                                      "--clinic new/place.glabella");
  g_autofree char *third = gla_test_succeed (folder, "restore clinic.glabella "
                                                     "--clinic new/place.glabella");
  g_autofree char *check = gla_test_succeed (folder, "check --clinic new/place.glabella");

  g_assert_cmpstr (first, ==, "");
  g_assert_cmpstr (second, !=, third);
  g_assert_cmpstr (check, ==, IN_ORDER);
  gla_test_drop_folder (folder);
}

/* A file of an older format is read as any other; it is brought up to date on the way. */
static void
test_older (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *patients = NULL;
  g_autofree char *check = NULL;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  run_sql (folder, "clinic.glabella", sql);
  patients = gla_test_succeed (folder, "patients" CLINIC);
  g_assert_true (g_str_has_prefix (patients, "number\tname\t"));
  check = gla_test_succeed (folder, "check" CLINIC);
  g_assert_cmpstr (check, ==, IN_ORDER);
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/files/check", test_check);
  g_test_add_func ("/command/files/backup", test_backup);
  g_test_add_func ("/command/files/restore", test_restore);
  g_test_add_func ("/command/files/restore-again", test_restore_again);
  g_test_add_func ("/command/files/older", test_older);

  return g_test_run ();
}

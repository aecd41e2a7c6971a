/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How commands are called, and what they say when they can't do it. */

#include "config.h"

#include "gla-test-program.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define DEMO "demo clinic.glabella --patients 12 --until 2026-06-30"

static const char *const commands[] = {
  "backup", "check", "cycles", "demo", "import", "patients", "restore", "timeline",
};

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
run_sql (const char *folder,
         const char *name,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

/* A clinic, and files that only look like one. */
static char *
make_folder (void)
{
  char *folder = gla_test_dup_folder ();
  g_autofree char *output = gla_test_succeed (folder, DEMO);
  g_autofree char *cut = g_build_filename (folder, "cut.glabella", NULL);
  g_autofree char *inside = g_build_filename (folder, "folder.glabella", NULL);

  g_assert_cmpstr (output, ==, "");
  write_file (folder, "foreign.glabella", "A letter to the clinic, which is not a clinic file.\n");
  write_file (folder, "empty.glabella", "");
  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  gla_test_copy (folder, "clinic.glabella", "cut.glabella");
  g_assert_cmpint (truncate (cut, 20000), ==, 0);
  gla_test_copy (folder, "clinic.glabella", "newer.glabella");
  run_sql (folder, "newer.glabella", "PRAGMA user_version = 1000");
  run_sql (folder, "other.glabella", "CREATE TABLE songs (title TEXT)");
  return folder;
}

/* Opening is the same for all that read a clinic file. */
static void
test_files (void)
{
  static const char *const calls[] = {
    "backup copy.glabella", "check", "cycles", "patients", "patients --search a",
    "timeline 000001 --output x.png",
  };
  static const struct
  {
    const char *file;
    const char *words;
  } files[] = {
    { "missing.glabella", "There is no clinic file" },
    { "no/folder.glabella", "There is no clinic file" },
    { "''", "This is not a file." },
    { "foreign.glabella", "This is not a clinic file." },
    { "other.glabella", "This is a database of another program" },
    { "empty.glabella", "The file is empty." },
    { "folder.glabella", "This is not a file." },
    { "cut.glabella", "damaged or cut short" },
    { "newer.glabella", "newer version" },
  };
  g_autofree char *folder = make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (calls); k++)
      {
        g_autofree char *arguments = g_strconcat (calls[k], " --clinic ", files[i].file, NULL);

        gla_test_fail (folder, arguments, 1, files[i].words);
      }
  gla_test_drop_folder (folder);
}

/* The default file is in the data folder of the user. */
static void
test_default_file (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *demo = NULL;
  g_autofree char *named = NULL;
  g_autofree char *output = NULL;

  gla_test_fail (folder, "patients", 1, "glabella/clinic.glabella");
  demo = gla_test_succeed (folder, "demo glabella/clinic.glabella --patients 3");
  output = gla_test_succeed (folder, "patients");
  named = gla_test_succeed (folder, "patients --clinic glabella/clinic.glabella");
  g_assert_cmpstr (output, ==, named);
  gla_test_drop_folder (folder);
}

static void
test_wrong_calls (void)
{
  static const struct
  {
    const char *arguments;
    int status;
    const char *words;
  } calls[] = {
    { "nonsense", 2, "there is no command “nonsense”" },
    { "patients --nonsense", 2, "--nonsense" },
    { "patients extra", 2, "it is called as: glabella patients" },
    { "patients --today 31.02.2026", 2, "--today: “31.02.2026”" },
    { "patients --today 1/2/2025", 2, "could be read in two ways" },
    { "patients --today ''", 2, "--today" },
    { "patients --search", 2, "--search" },
    { "check extra", 2, "it is called as: glabella check" },
    { "cycles a b", 2, "it is called as: glabella cycles" },
    { "cycles no-such-patient", 1, NULL },
    { "cycles a", 1, "patients fit. Give the record number." },
    { "timeline", 2, "it is called as: glabella timeline" },
    { "timeline 000001", 2, "--output needs a file that ends in .png, .svg or .pdf" },
    { "timeline 000001 --output x.gif", 2, "--output needs a file" },
    { "timeline 000001 --output x", 2, "--output needs a file" },
    { "timeline 000001 --output x.pdf --paper a3", 2, "neither a4 nor letter" },
    { "timeline no-such-patient --output x.pdf", 1, NULL },
    { "timeline a --output x.pdf", 1, "patients fit. Give the record number." },
    { "timeline 000001 --output no/folder/x.png", 1, "No such file or directory" },
    { "demo", 2, "it is called as: glabella demo" },
    { "demo clinic.glabella", 2, "is already there" },
    { "demo new.glabella --patients -1", 2, "--patients" },
    { "demo new.glabella --patients many", 2, "many" },
    { "demo new.glabella --seed 1.5", 2, "1.5" },
    { "demo new.glabella --until soon", 2, "--until: “soon”" },
    { "demo foreign.glabella/new.glabella", 1, "Not a directory" },
    { "backup", 2, "it is called as: glabella backup" },
    { "backup no/folder/copy.glabella", 1, "No such file or directory" },
    { "restore", 2, "it is called as: glabella restore" },
    { "demo ''", 1, NULL },
    { "restore ''", 1, NULL },
    { "backup ''", 1, NULL },
    { "timeline '' --output x.png", 1, NULL },
    { "restore missing.glabella", 1, "missing.glabella" },
    { "restore foreign.glabella", 1, "not a clinic file" },
    { "restore newer.glabella", 1, "newer version" },
    { "restore cut.glabella", 1, "damaged or cut short" },
  };
  g_autofree char *folder = make_folder ();
  g_autofree char *before = gla_test_succeed (folder, "patients --clinic clinic.glabella");
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *arguments = g_strconcat (calls[i].arguments, " --clinic clinic.glabella",
                                                NULL);

      gla_test_fail (folder, calls[i].arguments[0] == 'n' ? calls[i].arguments : arguments,
                     calls[i].status, calls[i].words);
    }
  after = gla_test_succeed (folder, "patients --clinic clinic.glabella");
  g_assert_cmpstr (before, ==, after);
  gla_test_drop_folder (folder);
}

/* The usage says that options may stand on either side. */
static void
test_options_first (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *after = gla_test_succeed (folder, "patients --clinic clinic.glabella");
  g_autofree char *before = gla_test_succeed (folder, "--clinic clinic.glabella patients");
  g_autofree char *joined =
    gla_test_succeed (folder, "--clinic=clinic.glabella --today 2026-07-01 patients --search ''");

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (joined, ==, after);
  gla_test_fail (folder, "--clinic patients check", 1, "There is no clinic file");
  gla_test_fail (folder, "--clinic clinic.glabella nonsense", 2,
                 "there is no command “nonsense”");
  gla_test_drop_folder (folder);
}

/* A name from the world may hold anything; the complaint stays one line. */
static void
test_one_line (void)
{
  g_autofree char *folder = gla_test_dup_folder ();

  gla_test_fail (folder, "patients --clinic 'two\nlines'", 1, "There is no clinic file");
  gla_test_fail (folder, "patients --today '\r\n\r\n%s%n'", 2, "--today");
  gla_test_fail (folder, "'two\nlines'", 2, "there is no command");
  gla_test_fail (folder, "patients --clinic '%s%n%s'", 1, "%s%n%s");
  gla_test_drop_folder (folder);
}

static void
test_help (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *all = gla_test_succeed (folder, "--help");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *arguments = g_strconcat (commands[i], " --help", NULL);
      g_autofree char *usage = g_strconcat ("glabella ", commands[i], " [", NULL);
      g_autofree char *listed = g_strdup_printf ("\n  %-10s ", commands[i]);
      g_autofree char *output = gla_test_succeed (folder, arguments);

      g_assert_nonnull (strstr (output, "Usage:"));
      g_assert_nonnull (strstr (output, usage));
      g_assert_nonnull (strstr (output, "--clinic"));
      g_assert_nonnull (strstr (output, "--today"));
      g_assert_nonnull (strstr (all, listed));
    }
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/calls/files", test_files);
  g_test_add_func ("/command/calls/default-file", test_default_file);
  g_test_add_func ("/command/calls/wrong", test_wrong_calls);
  g_test_add_func ("/command/calls/options-first", test_options_first);
  g_test_add_func ("/command/calls/one-line", test_one_line);
  g_test_add_func ("/command/calls/help", test_help);

  return g_test_run ();
}

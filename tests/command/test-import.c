/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella import, as it is called and what it ends with. */

#include "config.h"

#include "gla-test-program.h"

#include <string.h>

#define CLINIC " --clinic clinic.glabella --today 2026-11-23"

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

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
make_folder (void)
{
  char *folder = gla_test_dup_folder ();
  g_autofree char *demo = gla_test_succeed (folder, "demo clinic.glabella --patients 0");

  write_file (folder, "patients.csv",
              "Patient ID,Last Name,First Name,DOB\nA1,Kaya,Mira,1984-02-09\n"
              "A2,Osei,Sam,1971-02-30\nA3,Lind,Berta,1969-12-01\n");
  write_file (folder, "visits.csv",
              "Patient ID,Date,Area,Product,Units\nA1,2024-03-01,Glabella,Botox Cosmetic,20\n"
              "A3,2024-03-05,Glabella,Botox Cosmetic,18\n");
  write_file (folder, "both-ways.csv", "Last Name,DOB\nVogt,03/04/1984\n");
  write_file (folder, "strange.csv", "Who,Born\nVogt,1984-04-03\n");
  write_file (folder, "useless.csv", "Last Name,DOB\n,1984-04-03\n,1984-04-04\n");
  write_file (folder, "empty.csv", "");
  return folder;
}

static void
has (const char *output,
     const char *line)
{
  g_autofree char *whole = g_strdup_printf ("%s\n", line);

  if (strstr (output, whole) == NULL)
    g_error ("“%s” is not in:\n%s", line, output);
}

/* Patients, then what was done with them; each list twice. */
static void
test_lists (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *patients = gla_test_succeed (folder, "import patients.csv" CLINIC);
  g_autofree char *again = gla_test_succeed (folder, "import patients.csv" CLINIC);
  g_autofree char *visits = gla_test_succeed (folder, "import visits.csv" CLINIC);
  g_autofree char *visits_again = gla_test_succeed (folder, "import visits.csv" CLINIC);
  g_autofree char *list = gla_test_succeed (folder, "patients" CLINIC);
  g_autofree char *check = gla_test_succeed (folder, "check" CLINIC);

  has (patients, "Patients; UTF-8, comma");
  has (patients, "  Patient ID = number");
  has (patients, "  DOB = birth-date");
  has (patients, "Rows taken: 2");
  has (patients, "Rows refused: 1");
  has (patients, "Report: patients-report.csv");
  g_assert_true (has_file (folder, "patients-report.csv"));
  has (again, "Rows taken: 0");
  has (again, "Rows already there: 2");
  has (visits, "Treatments; UTF-8, comma");
  has (visits, "  new treatments: 2");
  g_assert_null (strstr (visits, "Report"));
  g_assert_false (has_file (folder, "visits-report.csv"));
  has (visits_again, "Rows already there: 2");
  g_assert_cmpstr (list, ==,
                   "number\tname\tbirth_date\tlast_treatment\n"
                   "A1\tKaya, Mira\t1984-02-09\t2024-03-01\n"
                   "A3\tLind, Berta\t1969-12-01\t2024-03-05\n");
  gla_test_drop_folder (folder);
}

static void
test_dry_run (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *output
      = gla_test_succeed (folder, "import patients.csv --dry-run --report r.csv" CLINIC);
  g_autofree char *list = gla_test_succeed (folder, "patients" CLINIC);

  has (output, "This was a trial: nothing was changed.");
  has (output, "Rows taken: 2");
  has (output, "Report: r.csv");
  g_assert_true (has_file (folder, "r.csv"));
  g_assert_cmpstr (list, ==, "number\tname\tbirth_date\tlast_treatment\n");
  gla_test_fail (folder, "import patients.csv --dry-run --clinic new.glabella", 1,
                 "There is no clinic file");
  gla_test_drop_folder (folder);
}

/* A clinic may begin with its list. */
static void
test_new_clinic (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *output
      = gla_test_succeed (folder, "import patients.csv --clinic new.glabella --today 2026-11-23");
  g_autofree char *list = gla_test_succeed (folder, "patients --search kaya --clinic new.glabella");

  has (output, "New clinic file: new.glabella");
  g_assert_nonnull (strstr (list, "Kaya, Mira"));
  gla_test_drop_folder (folder);
}

static void
test_questions (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *dates = NULL;
  g_autofree char *mapped = NULL;
  g_autofree char *list = NULL;

  gla_test_fail (folder, "import both-ways.csv" CLINIC, 2,
                 "Add --dates dmy for the day first or --dates mdy for the month first.");
  dates = gla_test_succeed (folder, "import both-ways.csv --dates mdy" CLINIC);
  list = gla_test_succeed (folder, "patients" CLINIC);
  g_assert_nonnull (strstr (list, "Vogt\t1984-03-04"));
  gla_test_fail (folder, "import strange.csv" CLINIC, 2, "Add --map \"Header=field\".");
  mapped = gla_test_succeed (folder, "import strange.csv --map Who=family-name" CLINIC);
  has (mapped, "  Who = family-name");
  has (mapped, "Rows taken: 1");
  gla_test_drop_folder (folder);
}

static void
test_failures (void)
{
  static const struct
  {
    const char *arguments;
    int status;
    const char *words;
  } calls[] = {
    { "import", 2, "it is called as: glabella import" },
    { "import a.csv b.csv", 2, "it is called as: glabella import" },
    { "import patients.csv --as vials", 2, "none of patients, treatments, assessments" },
    { "import patients.csv --dates ymd", 2, "neither dmy nor mdy" },
    { "import patients.csv --map DOB", 2, "--map: “DOB” is not understood." },
    { "import patients.csv --map Age=number", 2, "There is no column “Age” in the file." },
    { "import patients.csv --as treatments", 2, "No column was recognised as the date." },
    { "import missing.csv", 1, "The file can't be read" },
    { "import empty.csv", 1, "This file is empty." },
    { "import clinic.glabella", 1, "This is a database, not a CSV file." },
    { "import .", 1, "This is not a file." },
    { "import patients.csv --report no/folder/r.csv", 1, "The report can't be written" },
  };
  g_autofree char *folder = make_folder ();
  g_autofree char *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *arguments = g_strconcat (calls[i].arguments, CLINIC, NULL);
      g_autoptr (GlaTestRun) run = gla_test_run (folder, arguments);

      g_test_message ("%s", arguments);
      g_assert_cmpint (run->status, ==, calls[i].status);
      gla_test_assert_complaint (run->errors, calls[i].words);
    }
  list = gla_test_succeed (folder, "patients" CLINIC);
  g_assert_cmpstr (list, ==, "number\tname\tbirth_date\tlast_treatment\n");
  gla_test_drop_folder (folder);
}

/* Rows were read and none could be taken: the counts and the report say so, and so does the status. */
static void
test_nothing_taken (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GlaTestRun) run = gla_test_run (folder, "import useless.csv" CLINIC);

  g_assert_cmpint (run->status, ==, 1);
  gla_test_assert_complaint (run->errors, "not one row could be taken");
  has (run->output, "Rows refused: 2");
  has (run->output, "Report: useless-report.csv");
  gla_test_drop_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/lists", test_lists);
  g_test_add_func ("/import/dry-run", test_dry_run);
  g_test_add_func ("/import/new-clinic", test_new_clinic);
  g_test_add_func ("/import/questions", test_questions);
  g_test_add_func ("/import/failures", test_failures);
  g_test_add_func ("/import/nothing-taken", test_nothing_taken);
  return g_test_run ();
}

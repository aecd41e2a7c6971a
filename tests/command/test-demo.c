/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella demo and glabella patients. */

#include "config.h"

#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-program.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define HEADER "number\tname\tbirth_date\tlast_treatment\n"

static char *
read_all (const char *folder,
          const char *file)
{
  g_autofree char *patients_call = g_strdup_printf ("patients --clinic %s", file);
  g_autofree char *cycles_call = g_strdup_printf ("cycles --today 2026-06-30 --clinic %s", file);
  g_autofree char *patients = gla_test_succeed (folder, patients_call);
  g_autofree char *cycles = gla_test_succeed (folder, cycles_call);

  return g_strconcat (patients, cycles, NULL);
}

static guint
count_lines (const char *text)
{
  guint count = 0;

  for (const char *p = text; *p != '\0'; p++)
    count += *p == '\n';
  return count;
}

/* The same seed gives the same clinic, more patients only add to it. */
static void
test_seed (void)
{
  static const char *const calls[] = {
    "demo one.glabella --patients 40 --until 2026-06-30",
    "demo two.glabella --patients 40 --until 2026-06-30 --seed 1 --today 2027-01-01",
    "demo three.glabella --patients 40 --until 2026-06-30 --seed 2",
    "demo four.glabella --patients 40 --until 2025-06-30",
  };
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  g_autofree char *four = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    g_free (gla_test_succeed (folder, calls[i]));
  one = read_all (folder, "one.glabella");
  two = read_all (folder, "two.glabella");
  three = read_all (folder, "three.glabella");
  four = read_all (folder, "four.glabella");
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, three);
  g_assert_cmpstr (one, !=, four);
  g_assert_cmpuint (count_lines (one), >, 40 + 2 + 100);
  g_assert_null (strstr (four, "2025-07-"));
  gla_test_drop_folder (folder);
}

static void
test_size (void)
{
  static const int sizes[] = { 0, 1, 7 };
  g_autofree char *folder = gla_test_dup_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("folder%d/%d.glabella", sizes[i], sizes[i]);
      g_autofree char *demo_call = g_strdup_printf ("demo %s --patients %d", name, sizes[i]);
      g_autofree char *list_call = g_strdup_printf ("patients --clinic %s", name);
      g_autofree char *check_call = g_strdup_printf ("check --clinic %s", name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *demo = gla_test_succeed (folder, demo_call);
      g_autofree char *list = gla_test_succeed (folder, list_call);
      g_autofree char *check = gla_test_succeed (folder, check_call);
      struct stat info;

      g_assert_true (g_str_has_prefix (list, HEADER));
      g_assert_cmpuint (count_lines (list), ==, sizes[i] + 1);
      g_assert_cmpstr (check, ==, "The clinic file is in order.\n");
      /* Nobody else may read it. */
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
    }
  gla_test_drop_folder (folder);
}

static void
write_names (const char *folder)
{
  static const struct
  {
    const char *number;
    const char *family_name;
    const char *given_name;
    const char *birth_day;
    const char *phone;
  } people[] = {
    { "7", "Nguyễn", "Zoë", "1985-05-03", "+49 30 1234567" },
    { "8", "Straße", "Øyvind", "1960-12-24", "030 7654321" },
    { "9", "山田", "花子", "1990-01-31", NULL },
    { "10", "محمد", "ليلى", NULL, NULL },
    { "11", "O'Neil-Łódź", "Tab\there", "1971-07-07", NULL },
    { "12", NULL, "Cher", "1946-05-20", NULL },
  };
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      GlaPatient patient = {
        .number = people[i].number,
        .family_name = people[i].family_name,
        .given_name = people[i].given_name,
        .birth_day = people[i].birth_day != NULL ? gla_day_from_iso (people[i].birth_day)
                                                 : GLA_DAY_NONE,
        .phone = people[i].phone,
      };

      gla_store_add_patient (store, &patient, NULL, &error);
      g_assert_no_error (error);
    }
}

/* Names of the world, found by what can be typed, one row each. */
static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "nguyen", "7\tNguyễn, Zoë\t1985-05-03\t\n" },
    { "ZOE NGUY", "7\tNguyễn, Zoë\t1985-05-03\t\n" },
    { "strasse", "8\tStraße, Øyvind\t1960-12-24\t\n" },
    { "山田", "9\t山田, 花子\t1990-01-31\t\n" },
    { "ليلى", "10\tمحمد, ليلى\t\t\n" },
    { "lodz", "11\tO'Neil-Łódź, Tab here\t1971-07-07\t\n" },
    { "cher", "12\tCher\t1946-05-20\t\n" },
    { "24.12.1960", "8\tStraße, Øyvind\t1960-12-24\t\n" },
    { "1990-01-31", "9\t山田, 花子\t1990-01-31\t\n" },
    { "4567", "7\tNguyễn, Zoë\t1985-05-03\t\n" },
    { "12", "12\tCher\t1946-05-20\t\n" },
    { "nobody", "" },
    { "zo%", "7\tNguyễn, Zoë\t1985-05-03\t\n" },
    { "\\\" OR 1=1 --", "" },
  };
  g_autofree char *folder = gla_test_dup_folder ();

  write_names (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *call = g_strdup_printf ("patients --clinic clinic.glabella --search \"%s\"",
                                               cases[i].text);
      g_autofree char *expected = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autofree char *output = gla_test_succeed (folder, call);

      g_assert_cmpstr (output, ==, expected);
    }
  gla_test_drop_folder (folder);
}

/* Every patient of a clinic is found by the own number, and is in the list once. */
static void
test_list (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *demo = gla_test_succeed (folder, "demo clinic.glabella --patients 30");
  g_autofree char *list = gla_test_succeed (folder, "patients --clinic clinic.glabella");
  g_autofree char *empty = gla_test_succeed (folder, "patients --search '' --clinic "
                                                     "clinic.glabella");
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

  g_assert_cmpstr (list, ==, empty);
  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *call = g_strdup_printf ("patients -s %s --clinic clinic.glabella", cells[0]);
      g_autofree char *output = gla_test_succeed (folder, call);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      g_assert_nonnull (strstr (output, lines[i]));
      for (guint k = 1; k < i; k++)
        g_assert_false (g_str_has_prefix (lines[k], cells[0]));
    }
  gla_test_drop_folder (folder);
}

/* A full disk or a closed pipe is not success. */
static void
test_full_output (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *demo = gla_test_succeed (folder, "demo clinic.glabella --patients 100");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GlaTestRun) run = NULL;

  g_setenv ("GLA_TEST_FOLDER", folder, TRUE);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, "sh", "-c",
                              "exec \"$GLA_PROGRAM\" cycles "
                              "--clinic \"$GLA_TEST_FOLDER/clinic.glabella\" > /dev/full", NULL);
  g_assert_no_error (error);
  run = gla_test_finish (process);
  g_assert_cmpint (run->status, ==, 1);
  gla_test_assert_complaint (run->errors, "the output could not be written");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/demo/seed", test_seed);
  g_test_add_func ("/command/demo/size", test_size);
  g_test_add_func ("/command/patients/search", test_search);
  g_test_add_func ("/command/patients/list", test_list);
  g_test_add_func ("/command/patients/full-output", test_full_output);

  return g_test_run ();
}

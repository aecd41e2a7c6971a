/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-course-files.h"

#include <string.h>

/* Checksums of all files for a seed, made by an independent program (statistics, section 9). */
static GHashTable *
load_expected (guint64 seed)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "statistics",
                                                 "generator_expected.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (g_ascii_strtoull (cells[0], NULL, 10) == seed)
        g_hash_table_insert (expected, g_strdup (cells[2]), g_strdup (cells[4]));
    }
  return expected;
}

static void
test_checksums (guint64 seed,
                int     n_patients)
{
  g_autoptr (GHashTable) expected = load_expected (seed);
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (seed);
  GString *texts[GLA_COURSE_N_FILES];
  guint number = 1;

  for (int file = 0; file < GLA_COURSE_N_FILES; file++)
    {
      texts[file] = g_string_new (NULL);
      gla_course_file_append_header (file, texts[file]);
      gla_course_file_append_clinic (file, clinic, texts[file]);
    }
  for (int i = 0; i < n_patients; i++)
    {
      g_autoptr (GlaCoursePatient) patient = gla_course_patient_new (clinic, i);

      for (int file = 0; file < GLA_COURSE_N_FILES; file++)
        gla_course_file_append_patient (file, patient, number, texts[file]);
      number += patient->treatments->len;
    }
  for (int file = 0; file < GLA_COURSE_N_FILES; file++)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[file]->str,
                                                            (gssize) texts[file]->len);

      g_test_message ("%s", gla_course_file_get_name (file));
      g_assert_cmpstr (sum, ==, g_hash_table_lookup (expected, gla_course_file_get_name (file)));
      g_string_free (texts[file], TRUE);
    }
}

static void
test_seed_1 (void)
{
  test_checksums (1, 100);
}

static void
test_seed_42 (void)
{
  test_checksums (42, 2000);
}

/* A patient is the same whichever others were made before. */
static void
test_any_order (void)
{
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (7);
  g_autoptr (GlaCoursePatient) alone = gla_course_patient_new (clinic, 12);
  g_autoptr (GlaCoursePatient) other = gla_course_patient_new (clinic, 3);
  g_autoptr (GlaCoursePatient) again = gla_course_patient_new (clinic, 12);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (int file = 0; file < GLA_COURSE_N_FILES; file++)
    {
      gla_course_file_append_patient (file, alone, 1, first);
      gla_course_file_append_patient (file, again, 1, second);
    }
  g_assert_cmpstr (first->str, ==, second->str);
  g_string_truncate (second, 0);
  for (int file = 0; file < GLA_COURSE_N_FILES; file++)
    gla_course_file_append_patient (file, other, 1, second);
  g_assert_cmpstr (first->str, !=, second->str);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/course/seed-1", test_seed_1);
  g_test_add_func ("/sample/course/seed-42", test_seed_42);
  g_test_add_func ("/sample/course/any-order", test_any_order);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* demo --course: the plain files of a made-up clinic, to the letter. */

#include "config.h"

#include "gla-test-csv.h"
#include "gla-test-program.h"

#include <string.h>

/* All files of a seed against the checksums of an independent program. */
static void
test_checksums (gconstpointer data)
{
  const char *seed = data;
  g_autoptr (GlaTestCsv) expected = gla_test_csv_load ("golden/statistics/generator_expected.csv");
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *output = NULL;
  guint n_checked = 0;

  for (guint i = 0; i < gla_test_csv_get_n_rows (expected); i++)
    {
      const char *name = gla_test_csv_get (expected, i, "file");
      g_autofree char *path = g_build_filename (folder, "new", "course", name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *sum = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (strcmp (gla_test_csv_get (expected, i, "seed"), seed) != 0)
        continue;
      if (n_checked == 0)
        {
          const char *patients = gla_test_csv_get (expected, i, "patients");
          g_autofree char *call = g_strdup_printf ("demo --course new/course --seed %s "
                                                   "--patients %s", seed, patients);

          output = gla_test_succeed (folder, call);
          g_assert_cmpstr (output, ==, "");
        }
      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, (gssize) length);
      g_test_message ("%s", name);
      g_assert_cmpstr (sum, ==, gla_test_csv_get (expected, i, "sha256"));
      n_checked++;
    }
  g_assert_cmpuint (n_checked, ==, 9);
  gla_test_drop_folder (folder);
}

/* Nothing is written over, and wrong calls are told apart from failures. */
static void
test_refused (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "course", "reports.csv", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (gla_test_succeed (folder, "demo --course course --patients 3"));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  gla_test_fail (folder, "demo --course course --patients 5", 1, "course/patients.csv");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  gla_test_fail (folder, "demo --course course/reports.csv", 1, "course/reports.csv");
  gla_test_fail (folder, "demo --course course file.glabella", 2, "--course DIRECTORY");
  gla_test_fail (folder, "demo --course course --patients -1", 2, "--patients");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/command/course/seed-1", "1", test_checksums);
  g_test_add_data_func ("/command/course/seed-42", "42", test_checksums);
  g_test_add_func ("/command/course/refused", test_refused);
  return g_test_run ();
}

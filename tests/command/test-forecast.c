/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella forecast, on a made-up clinic. */

#include "config.h"

#include "gla-day.h"
#include "gla-outlook-cache.h"
#include "gla-store-write.h"
#include "gla-test-program.h"

#include <stdlib.h>
#include <string.h>

#define HEADER "patient\tarea\tday0\tq10\tq25\tq50\tq75\tq90\tbasis"
#define USUAL "usual range for this product and area"
#define CLINIC " --clinic clinic.glabella --today 2026-06-30"

static char *
make_folder (void)
{
  char *folder = gla_test_dup_folder ();

  g_free (gla_test_succeed (folder, "demo clinic.glabella --patients 25 --until 2026-06-30"));
  return folder;
}

static GStrv
list_lines (const char *folder,
            const char *call)
{
  g_autofree char *line = g_strconcat (call, CLINIC, NULL);
  g_autofree char *output = gla_test_succeed (folder, line);

  g_assert_true (g_str_has_suffix (output, "\n"));
  return g_strsplit (g_strchomp (output), "\n", -1);
}

/* The last cycles of an area with an open end, as "patient\tarea\tday". */
static GHashTable *
list_running (const char *folder)
{
  g_auto (GStrv) lines = list_lines (folder, "cycles");
  GHashTable *last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_hash_table_replace (last, g_strjoin ("\t", cells[0], cells[1], NULL), g_strdup (lines[i]));
    }
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) cells = g_strsplit (value, "\t", -1);

      if (strcmp (cells[7], "Inf") == 0)
        g_hash_table_add (running, g_strjoin ("\t", (char *) key, cells[3], NULL));
    }
  g_hash_table_unref (last);
  return running;
}

static void
assert_row (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  GlaDay before;

  g_assert_cmpuint (g_strv_length (cells), ==, 9);
  before = gla_day_from_iso (cells[2]);
  for (guint i = 3; i < 8; i++)
    {
      GlaDay day = gla_day_from_iso (cells[i]);

      g_assert_true (day != GLA_DAY_NONE);
      g_assert_cmpint (day, >, before - (i > 3));
      before = day;
    }
  g_assert_true (strcmp (cells[8], USUAL) == 0 ||
                 (g_str_has_prefix (cells[8], "own history ") && atoi (cells[8] + 12) > 0));
}

static void
test_rows (void)
{
  g_autofree char *folder = make_folder ();
  g_auto (GStrv) lines = list_lines (folder, "forecast");
  g_autoptr (GHashTable) running = list_running (folder);
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) first = NULL;
  g_autofree char *call = NULL;
  guint n_own = 0;

  g_assert_cmpstr (lines[0], ==, HEADER);
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, g_hash_table_size (running));
  g_assert_cmpuint (g_strv_length (lines), >, 10);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *key = g_strjoin ("\t", cells[0], cells[1], cells[2], NULL);

      assert_row (lines[i]);
      g_assert_true (g_hash_table_contains (running, key));
      n_own += strcmp (cells[8], USUAL) != 0 ? 1 : 0;
    }
  g_assert_cmpuint (n_own, >, 0);

  /* One patient alone is forecast as among all. */
  first = g_strsplit (lines[1], "\t", -1);
  call = g_strconcat ("forecast ", first[0], NULL);
  one = list_lines (folder, call);
  g_assert_cmpstr (one[0], ==, HEADER);
  g_assert_cmpstr (one[1], ==, lines[1]);
  gla_test_drop_folder (folder);
}

/* Keeps a model as the window does after it looked at all records. */
static void
keep_model (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, 0, &error);
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);
  g_autoptr (GlaOutlookCache) outlook = gla_outlook_cache_read (store, catalogue);
  g_autofree char *kept = NULL;

  g_assert_no_error (error);
  gla_clinic_model_unref (outlook->model);
  outlook->model = gla_clinic_model_from_text (catalogue, text);
  g_assert_nonnull (outlook->model);
  kept = gla_outlook_cache_to_text (outlook);
  g_assert_true (gla_outlook_cache_write (store, kept, &error));
}

/* What the clinic's own records said is used if it is kept; nonsense is not. */
static void
test_model (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_auto (GStrv) before = list_lines (folder, "forecast");
  g_auto (GStrv) nonsense = NULL;
  g_auto (GStrv) after = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, 0, NULL);

  g_assert_nonnull (store);
  g_assert_true (gla_outlook_cache_write (store, "nonsense", NULL));
  g_clear_pointer (&store, gla_store_close);
  nonsense = list_lines (folder, "forecast");
  g_assert_true (g_strv_equal ((const char *const *) before, (const char *const *) nonsense));

  keep_model (path, "(1, 0, 0, 0, [('GLAB', 0.25, 0.1, 0.15, 1, [])])");
  after = list_lines (folder, "forecast");
  g_assert_cmpuint (g_strv_length (after), ==, g_strv_length (before));
  g_assert_false (g_strv_equal ((const char *const *) before, (const char *const *) after));
  gla_test_drop_folder (folder);
}

static void
test_refused (void)
{
  g_autofree char *folder = make_folder ();

  gla_test_fail (folder, "forecast one two" CLINIC, 2, "[PATIENT]");
  gla_test_fail (folder, "forecast Nobody-of-this-name" CLINIC, 1, "No patient fits");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/forecast/rows", test_rows);
  g_test_add_func ("/command/forecast/model", test_model);
  g_test_add_func ("/command/forecast/refused", test_refused);
  return g_test_run ();
}

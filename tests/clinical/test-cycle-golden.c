/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"
#include "gla-test-csv.h"
#include "gla-test-history.h"

#include <string.h>

#define CLINIC "golden/statistics/clinic_seed1/"

/* Lines of a history for each treatment that has rows in this table. */
static GHashTable *
read_lines (const char *path,
            const char *day_column,
            const char *grade_column)
{
  g_autoptr (GlaTestCsv) csv = gla_test_csv_load (path);
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < gla_test_csv_get_n_rows (csv); i++)
    {
      const char *treatment = gla_test_csv_get (csv, i, "treatment");
      const char *day = gla_test_csv_get (csv, i, day_column);
      const char *before = g_hash_table_lookup (lines, treatment);
      g_autofree char *line =
        grade_column != NULL
          ? g_strdup_printf ("g %s GLAB %s\n", day, gla_test_csv_get (csv, i, grade_column))
          : g_strdup_printf ("w %s~\n", day);

      g_hash_table_replace (lines, g_strdup (treatment),
                            g_strconcat (before != NULL ? before : "", line, NULL));
    }
  return lines;
}

/*
 * All 1001 treatments of the generated clinic as records: the baseline graded on
 * the day of the injection, what was seen later, and the next treatment.
 */
static void
test_clinic (void)
{
  g_autoptr (GlaTestCsv) treatments = gla_test_csv_load (CLINIC "treatments.csv");
  g_autoptr (GlaTestCsv) intervals = gla_test_csv_load (CLINIC "intervals.csv");
  g_autoptr (GHashTable) grades = read_lines (CLINIC "assessments.csv", "day", "grade_max");
  g_autoptr (GHashTable) reports = read_lines (CLINIC "reports.csv", "worn_off_day", NULL);
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (NULL);
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, catalogue);
  g_assert_cmpuint (gla_test_csv_get_n_rows (treatments), ==, 1001);
  for (guint i = 0; i < gla_test_csv_get_n_rows (treatments); i++)
    {
      const char *name = gla_test_csv_get (treatments, i, "treatment");
      const char *graded = g_hash_table_lookup (grades, name);
      const char *reported = g_hash_table_lookup (reports, name);
      const char *next = gla_test_csv_get (treatments, i, "next_visit_after_days");
      int wore_off = gla_test_csv_get_int (treatments, i, "next_visit_wore_off", 0);
      g_autoptr (GString) script = g_string_new (NULL);
      g_autoptr (GlaHistory) history = NULL;
      g_autoptr (GlaCycles) cycles = NULL;
      const GlaEffect *effect;

      g_string_append_printf (script, "g 0 GLAB %s\nt 0 A GLAB ona 20\n%s%s",
                              gla_test_csv_get (treatments, i, "base_grade"),
                              graded != NULL ? graded : "", reported != NULL ? reported : "");
      if (*next != '\0')
        g_string_append_printf (script, "t %s B GLAB ona 20%s\n", next,
                                wore_off != 0 ? " reason=wore-off" : " reason=unknown");
      history = gla_test_history_new (script->str);
      cycles = gla_cycles_new (history, catalogue, &settings, gla_test_history_day (4000));
      effect = &gla_cycles_find (cycles, "A", "GLAB")->effect;

      g_assert_cmpstr (name, ==, gla_test_csv_get (intervals, i, "treatment"));
      /* The file has no interval for non-response. */
      if (strcmp (gla_effect_status_to_key (effect->status),
                  gla_test_csv_get (intervals, i, "status")) != 0 ||
          (effect->status != GLA_EFFECT_NOT_SEEN &&
           (effect->left != gla_test_csv_get_int (intervals, i, "L", -1) ||
            effect->right != gla_test_csv_get_int (intervals, i, "R", -1))))
        g_error ("treatment %s: %s (%d, %d]\n%s", name, gla_effect_status_to_key (effect->status),
                 effect->left, effect->right, script->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/cycle-golden/clinic", test_clinic);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-clinic.h"

#include "gla-test-csv.h"

#include <string.h>

#define FOLDER "golden/statistics/clinic_seed1/"

struct _GlaTestClinic
{
  GlaTestCsv *treatments;
  GlaTestCsv *intervals;
  GHashTable *grades;  /* lines of a history by treatment */
  GHashTable *reports;
};

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

GlaTestClinic *
gla_test_clinic_load (void)
{
  GlaTestClinic *self = g_new0 (GlaTestClinic, 1);

  self->treatments = gla_test_csv_load (FOLDER "treatments.csv");
  self->intervals = gla_test_csv_load (FOLDER "intervals.csv");
  self->grades = read_lines (FOLDER "assessments.csv", "day", "grade_max");
  self->reports = read_lines (FOLDER "reports.csv", "worn_off_day", NULL);
  g_assert_cmpuint (gla_test_csv_get_n_rows (self->treatments), ==, 1001);
  g_assert_cmpuint (gla_test_csv_get_n_rows (self->intervals), ==, 1001);
  return self;
}

void
gla_test_clinic_free (GlaTestClinic *self)
{
  gla_test_csv_free (self->treatments);
  gla_test_csv_free (self->intervals);
  g_hash_table_unref (self->grades);
  g_hash_table_unref (self->reports);
  g_free (self);
}

guint
gla_test_clinic_get_size (GlaTestClinic *self)
{
  return gla_test_csv_get_n_rows (self->treatments);
}

const char *
gla_test_clinic_get_name (GlaTestClinic *self,
                          guint          i)
{
  return gla_test_csv_get (self->treatments, i, "treatment");
}

GlaHistory *
gla_test_clinic_make_history (GlaTestClinic *self,
                              guint          i)
{
  const char *name = gla_test_clinic_get_name (self, i);
  const char *graded = g_hash_table_lookup (self->grades, name);
  const char *reported = g_hash_table_lookup (self->reports, name);
  const char *next = gla_test_csv_get (self->treatments, i, "next_visit_after_days");
  int wore_off = gla_test_csv_get_int (self->treatments, i, "next_visit_wore_off", 0);
  const GlaPatient patient = { .number = name, .family_name = name, .birth_day = GLA_DAY_NONE };
  g_autoptr (GString) script = g_string_new (NULL);

  g_string_append_printf (script, "g 0 GLAB %s\nt 0 A GLAB ona 20\n%s%s",
                          gla_test_csv_get (self->treatments, i, "base_grade"),
                          graded != NULL ? graded : "", reported != NULL ? reported : "");
  if (*next != '\0')
    g_string_append_printf (script, "t %s B GLAB ona 20%s\n", next,
                            wore_off != 0 ? " reason=wore-off" : " reason=unknown");
  return gla_test_history_new_of (&patient, script->str);
}

void
gla_test_clinic_assert_effect (GlaTestClinic *self,
                               guint          i,
                               const char    *status,
                               int            left,
                               int            right)
{
  const char *name = gla_test_csv_get (self->intervals, i, "treatment");
  const char *expected = gla_test_csv_get (self->intervals, i, "status");

  g_assert_cmpstr (name, ==, gla_test_clinic_get_name (self, i));
  /* The file has no interval for non-response. */
  if (strcmp (status, expected) != 0
      || (strcmp (status, gla_effect_status_to_key (GLA_EFFECT_NOT_SEEN)) != 0
          && (left != gla_test_csv_get_int (self->intervals, i, "L", -1)
              || right != gla_test_csv_get_int (self->intervals, i, "R", -1))))
    g_error ("treatment %s: %s (%d, %d]", name, status, left, right);
}

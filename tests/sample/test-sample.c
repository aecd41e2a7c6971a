/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-point.h"
#include "gla-sample.h"

#include "gla-identifier.h"

#define UNTIL 20454 /* 2026-01-01 */

/* Every record of a patient as text, to compare clinics by. */
static char *
describe (const GlaHistory *history)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s|%s|%s|%d|%s\n", history->patient->id,
                          history->patient->family_name, history->patient->given_name,
                          history->patient->birth_day, history->patient->phone);
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      g_string_append_printf (text, "T %s %d %d\n", treatment->id, treatment->day,
                              treatment->reason);
    }
  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];

      g_string_append_printf (text, "I %s %s %s %s %" G_GINT64_FORMAT "\n", injection->id,
                              injection->area, injection->lot,
                              injection->vial != NULL ? injection->vial : "-", injection->units);
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      g_string_append_printf (text, "A %s %d %d\n", assessment->id, assessment->day,
                              assessment->at_maximum);
    }
  return g_string_free (text, FALSE);
}

static void
test_same_seed_same_clinic (void)
{
  g_autoptr (GlaSample) first = gla_sample_new (5, UNTIL);
  g_autoptr (GlaSample) second = gla_sample_new (5, UNTIL);
  g_autoptr (GlaSample) other = gla_sample_new (6, UNTIL);

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GlaHistory) one = gla_sample_make_history (first, i);
      g_autoptr (GlaHistory) same = gla_sample_make_history (second, i);
      g_autoptr (GlaHistory) different = gla_sample_make_history (other, i);
      g_autofree char *a = describe (one);
      g_autofree char *b = describe (same);
      g_autofree char *c = describe (different);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, !=, c);
    }
}

/* What the course says is what the records say: dates, units, grades. */
static void
test_follows_the_course (void)
{
  g_autoptr (GlaSample) sample = gla_sample_new (1, UNTIL);
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (1);
  GlaDay start = UNTIL - GLA_COURSE_HORIZON;

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GlaCoursePatient) course = gla_course_patient_new (clinic, i);
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);
      GlaUnits drawn = 0, wanted = 0;
      guint gradings = 0, reports = 0, first_areas = 0;

      g_assert_cmpint (history->treatments->len, ==, course->n_visits);
      for (guint k = 0; k < course->treatments->len; k++)
        {
          const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                                GlaCourseTreatment, k);
          const GlaTreatment *record = history->treatments->pdata[treatment->visit - 1];

          g_assert_cmpint (record->day, ==, start + treatment->day);
          wanted += (GlaUnits) treatment->units * 100;
          gradings += (guint) treatment->n_gradings;
          reports += treatment->worn_off_day >= 0 ? 1 : 0;
          first_areas += treatment->visit == 1 ? 1 : 0;
        }
      for (guint k = 0; k < history->injections->len; k++)
        drawn += ((const GlaInjection *) history->injections->pdata[k])->units;
      g_assert_cmpint (drawn, ==, wanted);
      g_assert_cmpuint (history->assessments->len, ==, gradings + first_areas);
      g_assert_cmpuint (history->reports->len, ==, reports);
    }
}

/* Identifiers are valid and never given twice; vials hold what was drawn from them. */
static void
test_records_fit_together (void)
{
  g_autoptr (GlaSample) sample = gla_sample_new (1, UNTIL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_vials = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);
      g_autoptr (GHashTable) drawn = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

      g_assert_true (gla_identifier_is_valid (history->patient->id));
      g_assert_true (g_hash_table_add (ids, g_strdup (history->patient->id)));
      for (guint k = 0; k < history->injections->len; k++)
        {
          const GlaInjection *injection = history->injections->pdata[k];
          const GlaVial *vial = gla_history_find_vial (history, injection->vial);
          GlaUnits *sum;

          g_assert_true (g_hash_table_add (ids, g_strdup (injection->id)));
          g_assert_nonnull (gla_history_find_treatment (history, injection->treatment));
          if (injection->vial == NULL)
            continue;
          g_assert_nonnull (vial);
          g_assert_cmpstr (vial->product, ==, injection->product);
          g_assert_cmpstr (vial->lot, ==, injection->lot);
          sum = g_hash_table_lookup (drawn, vial->id);
          if (sum == NULL)
            {
              sum = g_new0 (GlaUnits, 1);
              g_hash_table_insert (drawn, (gpointer) vial->id, sum);
            }
          *sum += injection->units;
          g_assert_cmpint (*sum, <=, vial->content);
        }
      for (guint k = 0; k < history->vials->len; k++)
        g_assert_true (g_hash_table_add (ids,
                                         g_strdup (((const GlaVial *)
                                                    history->vials->pdata[k])->id)));
      n_vials += history->vials->len;
    }
  g_assert_cmpuint (n_vials, >, 100);
}

static void
test_ages_and_days (void)
{
  g_autoptr (GlaSample) sample = gla_sample_new (9, UNTIL);
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (9);

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GlaCoursePatient) course = gla_course_patient_new (clinic, i);
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);
      const GlaTreatment *first = history->treatments->pdata[0];

      g_assert_cmpint (gla_day_get_age (history->patient->birth_day, first->day), ==, course->age);
      for (guint k = 0; k < history->assessments->len; k++)
        g_assert_cmpint (((const GlaAssessment *) history->assessments->pdata[k])->day, <=, UNTIL);
    }
}

/* What is charted on the map has as many points, and as many units in them, as is recorded. */
static void
test_maps (void)
{
  g_autoptr (GlaSample) sample = gla_sample_new (5, UNTIL);
  guint n_maps = 0;

  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);

      for (guint k = 0; k < history->injections->len; k++)
        {
          const GlaInjection *injection = history->injections->pdata[k];
          g_autoptr (GArray) points = gla_map_points_parse (injection->map_view);
          GlaUnits sum = 0;

          g_assert_cmpint (injection->vial != NULL, ==, points->len > 0);
          if (points->len == 0)
            continue;
          n_maps++;
          g_assert_cmpint ((int) points->len, ==, injection->points);
          for (guint p = 0; p < points->len; p++)
            {
              const GlaMapPoint *point = &g_array_index (points, GlaMapPoint, p);

              sum += point->units;
              if (injection->side == GLA_SIDE_LEFT)
                g_assert_cmpint (point->x, >, 500);
              else if (injection->side == GLA_SIDE_RIGHT)
                g_assert_cmpint (point->x, <, 500);
            }
          g_assert_cmpint (sum, ==, injection->units);
        }
    }
  g_assert_cmpuint (n_maps, >, 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/same-seed-same-clinic", test_same_seed_same_clinic);
  g_test_add_func ("/sample/follows-the-course", test_follows_the_course);
  g_test_add_func ("/sample/records-fit-together", test_records_fit_together);
  g_test_add_func ("/sample/ages-and-days", test_ages_and_days);
  g_test_add_func ("/sample/maps", test_maps);
  return g_test_run ();
}

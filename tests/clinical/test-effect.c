/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-effect.h"
#include "gla-test-csv.h"

#include <string.h>

#define GOLDEN "golden/statistics/"
#define NO_DAY GLA_EFFECT_NO_DAY
#define OPEN GLA_EFFECT_OPEN

static GlaEffectInput
input_new (int baseline)
{
  return (GlaEffectInput) {
    .baseline = baseline,
    .worn_off_day = NO_DAY,
    .next_treatment_day = NO_DAY,
    .wore_off_visit_day = NO_DAY,
    .symptom_window = 45,
  };
}

/* Gradings of one case, which follow each other nowhere in particular. */
static GArray *
read_gradings (GlaTestCsv *csv,
               const char *key_column,
               const char *key)
{
  GArray *gradings = g_array_new (FALSE, FALSE, sizeof (GlaGrading));

  for (guint i = 0; i < gla_test_csv_get_n_rows (csv); i++)
    {
      GlaGrading grading;

      if (strcmp (gla_test_csv_get (csv, i, key_column), key) != 0)
        continue;
      grading.day = gla_test_csv_get_int (csv, i, "day", NO_DAY);
      grading.grade = gla_test_csv_get_int (csv, i, "grade_max", NO_DAY);
      g_array_append_val (gradings, grading);
    }
  return gradings;
}

/* The 18 worked cases of statistics, section 1.4, to the day. */
static void
test_golden (void)
{
  g_autoptr (GlaTestCsv) cases = gla_test_csv_load (GOLDEN "rules_cases.csv");
  g_autoptr (GlaTestCsv) assessments = gla_test_csv_load (GOLDEN "rules_assessments.csv");
  g_autoptr (GlaTestCsv) expected = gla_test_csv_load (GOLDEN "rules_expected.csv");

  g_assert_cmpuint (gla_test_csv_get_n_rows (cases), ==, 18);
  g_assert_cmpuint (gla_test_csv_get_n_rows (expected), ==, 18);
  for (guint i = 0; i < gla_test_csv_get_n_rows (cases); i++)
    {
      const char *name = gla_test_csv_get (cases, i, "case");
      g_autoptr (GArray) gradings = read_gradings (assessments, "case", name);
      GlaEffectInput input = input_new (gla_test_csv_get_int (cases, i, "base", 0));
      GlaEffect effect;

      g_test_message ("%s", name);
      g_assert_cmpstr (name, ==, gla_test_csv_get (expected, i, "case"));
      input.gradings = (const GlaGrading *) gradings->data;
      input.n_gradings = gradings->len;
      input.worn_off_day = gla_test_csv_get_int (cases, i, "report_day", NO_DAY);
      input.worn_off_half_width = gla_test_csv_get_int (cases, i, "report_half", 0);
      input.next_treatment_day = gla_test_csv_get_int (cases, i, "next_treatment_day", NO_DAY);
      if (gla_test_csv_get_int (cases, i, "wore_off_visit", 0) != 0)
        input.wore_off_visit_day = input.next_treatment_day;
      gla_effect_compute (&input, &effect);

      g_assert_cmpstr (gla_effect_status_to_key (effect.status), ==,
                       gla_test_csv_get (expected, i, "status"));
      g_assert_cmpint (effect.left, ==, gla_test_csv_get_int (expected, i, "L", NO_DAY));
      g_assert_cmpint (effect.right, ==, gla_test_csv_get_int (expected, i, "R", NO_DAY));
      g_assert_cmpint (effect.reversal, ==, gla_test_csv_get_int (expected, i, "reversal", NO_DAY));
      g_assert_cmpint (effect.conflict, ==, gla_test_csv_get_int (expected, i, "conflict", NO_DAY));
      g_assert_cmpint (effect.onset_after, ==,
                       gla_test_csv_get_int (expected, i, "onset_after", NO_DAY));
      g_assert_cmpint (effect.onset_by, ==, gla_test_csv_get_int (expected, i, "onset_by", NO_DAY));
      g_assert_cmpint (effect.peak_improvement, ==,
                       gla_test_csv_get_int (expected, i, "peak_improvement", NO_DAY));
      g_assert_cmpint (effect.peak_day, ==, gla_test_csv_get_int (expected, i, "peak_day", NO_DAY));
    }
}

/* All 1001 treatments of the generated clinic of seed 1. */
static void
test_golden_clinic (void)
{
  g_autoptr (GlaTestCsv) treatments = gla_test_csv_load (GOLDEN "clinic_seed1/treatments.csv");
  g_autoptr (GlaTestCsv) assessments = gla_test_csv_load (GOLDEN "clinic_seed1/assessments.csv");
  g_autoptr (GlaTestCsv) reports = gla_test_csv_load (GOLDEN "clinic_seed1/reports.csv");
  g_autoptr (GlaTestCsv) intervals = gla_test_csv_load (GOLDEN "clinic_seed1/intervals.csv");
  g_autoptr (GHashTable) worn_off = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < gla_test_csv_get_n_rows (reports); i++)
    g_hash_table_insert (worn_off, (gpointer) gla_test_csv_get (reports, i, "treatment"),
                         GINT_TO_POINTER (gla_test_csv_get_int (reports, i, "worn_off_day", 0)));

  g_assert_cmpuint (gla_test_csv_get_n_rows (treatments), ==, 1001);
  for (guint i = 0; i < gla_test_csv_get_n_rows (treatments); i++)
    {
      const char *name = gla_test_csv_get (treatments, i, "treatment");
      g_autoptr (GArray) gradings = read_gradings (assessments, "treatment", name);
      GlaEffectInput input = input_new (gla_test_csv_get_int (treatments, i, "base_grade", 0));
      GlaEffect effect;

      g_assert_cmpstr (name, ==, gla_test_csv_get (intervals, i, "treatment"));
      input.gradings = (const GlaGrading *) gradings->data;
      input.n_gradings = gradings->len;
      input.next_treatment_day =
        gla_test_csv_get_int (treatments, i, "next_visit_after_days", NO_DAY);
      if (gla_test_csv_get_int (treatments, i, "next_visit_wore_off", 0) != 0)
        input.wore_off_visit_day = input.next_treatment_day;
      if (g_hash_table_contains (worn_off, name))
        {
          input.worn_off_day = GPOINTER_TO_INT (g_hash_table_lookup (worn_off, name));
          input.worn_off_half_width = 7;
        }
      gla_effect_compute (&input, &effect);

      /* The file has no interval for non-response. */
      if (strcmp (gla_effect_status_to_key (effect.status),
                  gla_test_csv_get (intervals, i, "status")) != 0 ||
          (effect.status != GLA_EFFECT_NOT_SEEN &&
           (effect.left != gla_test_csv_get_int (intervals, i, "L", NO_DAY) ||
            effect.right != gla_test_csv_get_int (intervals, i, "R", NO_DAY))))
        g_error ("treatment %s: %s (%d, %d]", name, gla_effect_status_to_key (effect.status),
                 effect.left, effect.right);
    }
}

typedef struct
{
  const char *name;
  GlaEffectInput input;
  GlaGrading gradings[6]; /* up to { 0, 0 } */
  GlaEffectStatus status;
  int left;
  int right;
  gboolean reversal;
  gboolean conflict;
  gboolean assumed_left;
} EffectCase;

/* Starts an input in which nothing is known; fields that follow override it. */
#define INPUT(B)                                                                                   \
  .input.baseline = (B), .input.worn_off_day = NO_DAY, .input.next_treatment_day = NO_DAY,         \
  .input.wore_off_visit_day = NO_DAY, .input.symptom_window = 45

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
static const EffectCase effect_cases[] = {
  { "nothing recorded", INPUT (3), .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN },
  { "still seen", INPUT (2), .gradings = { { 30, 1 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 30, .right = OPEN },
  { "gradings in any order", INPUT (3), .gradings = { { 130, 3 }, { 14, 1 }, { 90, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 90, .right = 130 },
  { "day 0 is not the effect of this treatment", INPUT (3),
    .gradings = { { -3, 0 }, { 0, 1 }, { 20, 1 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 20, .right = OPEN },
  { "after the next treatment nothing counts", INPUT (3), .input.next_treatment_day = 100,
    .gradings = { { 20, 1 }, { 101, 3 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 20, .right = OPEN },
  { "the day of the next treatment counts for the old one", INPUT (3),
    .input.next_treatment_day = 100, .gradings = { { 20, 1 }, { 100, 3 } },
    .status = GLA_EFFECT_ENDED, .left = 20, .right = 100 },
  { "day 13 is too early to be gone", INPUT (2), .gradings = { { 13, 2 } },
    .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN },
  { "day 14 is not", INPUT (2), .gradings = { { 14, 2 } },
    .status = GLA_EFFECT_NOT_SEEN, .right = 14 },
  { "day 45 still is non-response", INPUT (2), .gradings = { { 45, 2 } },
    .status = GLA_EFFECT_NOT_SEEN, .right = 45 },
  { "day 46 can be an early end", INPUT (2), .gradings = { { 46, 2 } },
    .status = GLA_EFFECT_GONE_BY, .right = 46 },
  { "a grade worse than baseline is gone too", INPUT (1), .gradings = { { 20, 0 }, { 60, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 20, .right = 60 },
  { "same day: worse grade, better listed last", INPUT (3),
    .gradings = { { 20, 1 }, { 80, 3 }, { 80, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 20, .right = 80 },
  { "a later effect overrules", INPUT (2), .gradings = { { 50, 2 }, { 70, 1 }, { 90, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 70, .right = 90, .reversal = TRUE },
  { "first of two days without effect", INPUT (2), .gradings = { { 20, 1 }, { 90, 2 }, { 120, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 20, .right = 90 },

  { "symptom visit without treatment", INPUT (3), .input.wore_off_visit_day = 118,
    .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 73, .right = 118, .assumed_left = TRUE },
  { "symptom visit, treated later", INPUT (3), .input.wore_off_visit_day = 118,
    .input.next_treatment_day = 150, .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 73, .right = 118, .assumed_left = TRUE },
  { "symptom visit after the next treatment is not of this one", INPUT (3),
    .input.wore_off_visit_day = 151, .input.next_treatment_day = 150, .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 14, .right = OPEN },
  { "symptom visit within the first 45 days assumes nothing", INPUT (3),
    .input.wore_off_visit_day = 40,
    .status = GLA_EFFECT_GONE_BY, .right = 40 },
  { "seen within the window: nothing to assume", INPUT (3), .input.wore_off_visit_day = 118,
    .gradings = { { 100, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 100, .right = 118 },
  { "graded gone before the symptom visit", INPUT (3), .input.wore_off_visit_day = 118,
    .gradings = { { 14, 1 }, { 90, 3 } },
    .status = GLA_EFFECT_ENDED, .left = 14, .right = 90 },
  { "symptom visit and a named day: the day decides", INPUT (3), .input.wore_off_visit_day = 118,
    .input.worn_off_day = 60, .input.worn_off_half_width = 7, .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 53, .right = 67 },
  { "another window", INPUT (3), .input.wore_off_visit_day = 118, .input.symptom_window = 30,
    .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 88, .right = 118, .assumed_left = TRUE },
  { "no window", INPUT (3), .input.wore_off_visit_day = 118, .input.symptom_window = 0,
    .gradings = { { 14, 1 } },
    .status = GLA_EFFECT_ENDED, .left = 14, .right = 118 },

  { "exact day", INPUT (0), .input.worn_off_day = 110,
    .status = GLA_EFFECT_ENDED, .left = 109, .right = 110 },
  { "about a day", INPUT (0), .input.worn_off_day = 110, .input.worn_off_half_width = 7,
    .status = GLA_EFFECT_ENDED, .left = 103, .right = 117 },
  { "in a month", INPUT (0), .input.worn_off_day = 110, .input.worn_off_half_width = 15,
    .status = GLA_EFFECT_ENDED, .left = 95, .right = 125 },
  { "in a year", INPUT (0), .input.worn_off_day = 110, .input.worn_off_half_width = 183,
    .status = GLA_EFFECT_GONE_BY, .right = 293 },
  { "worn off on the first day", INPUT (3), .input.worn_off_day = 1,
    .status = GLA_EFFECT_GONE_BY, .right = 1 },
  { "worn off before it began can't be", INPUT (3), .input.worn_off_day = 0,
    .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN, .conflict = TRUE },
  { "the report ends where the grading does", INPUT (3), .input.worn_off_day = 90,
    .gradings = { { 90, 1 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 90, .right = OPEN, .conflict = TRUE },
  { "the report narrows both ends", INPUT (3), .input.worn_off_day = 100,
    .input.worn_off_half_width = 15, .gradings = { { 90, 1 }, { 110, 3 } },
    .status = GLA_EFFECT_ENDED, .left = 90, .right = 110 },
  { "named day keeps early gradings from being non-response", INPUT (2),
    .input.worn_off_day = 15, .input.worn_off_half_width = 7, .gradings = { { 20, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 8, .right = 20 },

  { "still working, no baseline", INPUT (0), .gradings = { { 84, GLA_EFFECT_REPORTED } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 84, .right = OPEN },
  { "without a baseline grades say nothing", INPUT (0), .gradings = { { 20, 0 }, { 90, 2 } },
    .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN },
  { "still working against a grade of that day: the grade", INPUT (2),
    .gradings = { { 20, 1 }, { 90, GLA_EFFECT_REPORTED }, { 90, 2 } },
    .status = GLA_EFFECT_ENDED, .left = 20, .right = 90 },
  { "still working after gone", INPUT (2), .gradings = { { 60, 2 }, { 90, GLA_EFFECT_REPORTED } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 90, .right = OPEN, .reversal = TRUE },

  { "before the touch-up is no non-response", INPUT (2), .input.touch_up_day = 15,
    .gradings = { { 15, 2 } }, .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN },
  { "after the touch-up is", INPUT (2), .input.touch_up_day = 15,
    .gradings = { { 15, 2 }, { 30, 2 } }, .status = GLA_EFFECT_NOT_SEEN, .right = 30 },
  { "effect before the touch-up counts", INPUT (3), .input.touch_up_day = 15,
    .gradings = { { 15, 2 }, { 100, 3 } }, .status = GLA_EFFECT_ENDED, .left = 15, .right = 100 },
  { "no reversal through a touch-up", INPUT (2), .input.touch_up_day = 20,
    .gradings = { { 14, 2 }, { 40, 1 } },
    .status = GLA_EFFECT_STILL_SEEN, .left = 40, .right = OPEN },
  { "a worn-off visit for the touch-up is not the end", INPUT (2), .input.touch_up_day = 20,
    .input.wore_off_visit_day = 20, .status = GLA_EFFECT_NO_INFORMATION, .right = OPEN },
};
#pragma GCC diagnostic pop

static gsize
count_gradings (const GlaGrading *gradings,
                gsize             n)
{
  gsize count = 0;

  while (count < n && (gradings[count].day != 0 || gradings[count].grade != 0))
    count++;
  return count;
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (effect_cases); i++)
    {
      const EffectCase *expected = &effect_cases[i];
      GlaEffectInput input = expected->input;
      GlaEffect effect;

      g_test_message ("%s", expected->name);
      input.gradings = expected->gradings;
      input.n_gradings = count_gradings (expected->gradings, G_N_ELEMENTS (expected->gradings));
      gla_effect_compute (&input, &effect);
      g_assert_cmpstr (gla_effect_status_to_key (effect.status), ==,
                       gla_effect_status_to_key (expected->status));
      g_assert_cmpint (effect.left, ==, expected->left);
      g_assert_cmpint (effect.right, ==, expected->right);
      g_assert_cmpint (effect.reversal, ==, expected->reversal);
      g_assert_cmpint (effect.conflict, ==, expected->conflict);
      g_assert_cmpint (effect.assumed_left, ==, expected->assumed_left);
    }
}

typedef struct
{
  int baseline;
  GlaGrading gradings[5];
  gsize n_gradings;
  int onset_after;
  int onset_by;
  int peak_improvement;
  int peak_day;
} CourseCase;

static const CourseCase course_cases[] = {
  { 3, { { 0 } }, 0, NO_DAY, NO_DAY, NO_DAY, NO_DAY },
  { 3, { { 2, 3 }, { 4, 3 }, { 7, 2 }, { 30, 0 } }, 4, 4, 7, 3, 30 },
  { 3, { { 6, 0 }, { 61, 0 } }, 2, 0, 6, NO_DAY, NO_DAY },
  { 3, { { 7, 1 }, { 60, 1 } }, 2, 0, 7, 2, 7 },
  { 3, { { 7, 2 }, { 60, 1 } }, 2, 0, 7, 2, 60 },
  { 1, { { 30, 2 } }, 1, NO_DAY, NO_DAY, -1, 30 },
  { 2, { { 30, GLA_EFFECT_REPORTED } }, 1, 0, 30, NO_DAY, NO_DAY },
  { 2, { { 20, 1 }, { 30, GLA_EFFECT_REPORTED } }, 2, 0, 20, 1, 20 },
  { 0, { { 20, 0 }, { 30, GLA_EFFECT_REPORTED } }, 2, 0, 30, NO_DAY, NO_DAY },
  { 2, { { 30, 2 }, { 30, 0 }, { 40, 1 } }, 3, 30, 40, 1, 40 },
};

static void
test_onset_and_peak (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (course_cases); i++)
    {
      const CourseCase *expected = &course_cases[i];
      GlaEffectInput input = input_new (expected->baseline);
      GlaEffect effect;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      input.gradings = expected->gradings;
      input.n_gradings = expected->n_gradings;
      gla_effect_compute (&input, &effect);
      g_assert_cmpint (effect.onset_after, ==, expected->onset_after);
      g_assert_cmpint (effect.onset_by, ==, expected->onset_by);
      g_assert_cmpint (effect.peak_improvement, ==, expected->peak_improvement);
      g_assert_cmpint (effect.peak_day, ==, expected->peak_day);
    }
}

/* Whatever is recorded, the interval is one: 0 <= left < right. */
static void
test_always_an_interval (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260304);

  for (int i = 0; i < 20000; i++)
    {
      GlaGrading gradings[8];
      GlaEffectInput input = input_new (g_rand_int_range (random, 0, 4));
      GlaEffect effect;

      input.gradings = gradings;
      input.n_gradings = (gsize) g_rand_int_range (random, 0, 9);
      for (gsize k = 0; k < input.n_gradings; k++)
        gradings[k] = (GlaGrading) { g_rand_int_range (random, -5, 200),
                                     g_rand_int_range (random, -1, 4) };
      if (g_rand_boolean (random))
        input.worn_off_day = g_rand_int_range (random, 0, 200);
      input.worn_off_half_width = g_rand_int_range (random, 0, 30);
      if (g_rand_boolean (random))
        input.next_treatment_day = g_rand_int_range (random, 1, 200);
      if (g_rand_boolean (random))
        input.wore_off_visit_day = g_rand_int_range (random, 0, 200);
      input.touch_up_day = g_rand_boolean (random) ? g_rand_int_range (random, 1, 29) : 0;
      gla_effect_compute (&input, &effect);

      g_assert_cmpint (effect.left, >=, 0);
      g_assert_cmpint (effect.left, <, effect.right);
      g_assert_true (effect.status != GLA_EFFECT_NOT_SEEN || effect.left == 0);
      g_assert_cmpint (effect.status == GLA_EFFECT_STILL_SEEN, ==,
                       effect.left > 0 && effect.right == OPEN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/effect/golden", test_golden);
  g_test_add_func ("/clinical/effect/golden-clinic", test_golden_clinic);
  g_test_add_func ("/clinical/effect/cases", test_cases);
  g_test_add_func ("/clinical/effect/onset-and-peak", test_onset_and_peak);
  g_test_add_func ("/clinical/effect/always-an-interval", test_always_an_interval);

  return g_test_run ();
}

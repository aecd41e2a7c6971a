/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands against the course of the sample clinic, which knows who truly had what: who is
 * in a list, and who is not. Courses are made here without the program and its file. */

#include "config.h"

#include "gla-course.h"
#include "gla-day.h"
#include "gla-test-csv.h"
#include "gla-test-program.h"

#include <stdlib.h>
#include <string.h>

#define N_PATIENTS 400
#define SEED 1
#define TODAY "2026-06-30"
#define WITH " --clinic clinic.glabella --today " TODAY

/* The window in which the peak is judged, and that of touch-ups (evidence, section 3.3). */
#define JUDGE_FROM 14
#define REVIEW_UNTIL 42
#define TOUCH_UP 28

static char *folder;
static GPtrArray *courses; /* (element-type GlaCoursePatient) */

static GlaDay
get_day (int day)
{
  return gla_day_from_iso (TODAY) - GLA_COURSE_HORIZON + day;
}

static const GlaCourseTreatment *
get_treatment (const GlaCoursePatient *patient,
               guint                   index)
{
  return &g_array_index (patient->treatments, GlaCourseTreatment, index);
}

/* Lots */

static void
add_use (GPtrArray                *uses,
         const GlaCoursePatient   *patient,
         const GlaCourseTreatment *treatment,
         const char               *side,
         int                       hundredths)
{
  static const char *const areas[GLA_COURSE_N_AREAS] = { "GLAB", "FRON", "LCL" };
  char day[11];

  gla_day_write_iso (get_day (treatment->day), day);
  g_ptr_array_add (uses, g_strdup_printf ("%06d %s %s %s %d", patient->index + 1, day,
                                          areas[treatment->area], side, hundredths));
}

/* Crow's feet are one injection a side. */
static GPtrArray *
list_true_uses (int product,
                int lot)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_free);

  for (guint p = 0; p < courses->len; p++)
    {
      const GlaCoursePatient *patient = courses->pdata[p];

      for (guint i = 0; i < patient->treatments->len; i++)
        {
          const GlaCourseTreatment *treatment = get_treatment (patient, i);
          int units = 100 * treatment->units;

          if (treatment->product != product || treatment->lot != lot)
            continue;
          if (treatment->area != 2)
            add_use (uses, patient, treatment, "both", units);
          else
            {
              add_use (uses, patient, treatment, "left", units / 2);
              add_use (uses, patient, treatment, "right", units - units / 2);
            }
        }
    }
  return uses;
}

/* Patient, day, area, side and units of each line of "glabella lot". */
static GPtrArray *
list_told_uses (const char *lot)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = g_strdup_printf ("lot %s" WITH, lot);
  g_autofree char *output = gla_test_succeed (folder, line);
  g_auto (GStrv) rows = g_strsplit (output, "\n", -1);

  for (guint i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 10);
      g_assert_cmpint (g_ascii_strcasecmp (cells[9], lot), ==, 0);
      g_ptr_array_add (uses, g_strdup_printf ("%s %s %s %s %d", cells[0], cells[4], cells[5],
                                              cells[6], (int) (100.0 * g_ascii_strtod (cells[7],
                                                                                       NULL)
                                                               + 0.5)));
    }
  return uses;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
assert_same_uses (GPtrArray *told,
                  GPtrArray *truth)
{
  g_ptr_array_sort (told, compare_texts);
  g_ptr_array_sort (truth, compare_texts);
  for (guint i = 0; i < MIN (told->len, truth->len); i++)
    g_assert_cmpstr (told->pdata[i], ==, truth->pdata[i]);
  g_assert_cmpuint (told->len, ==, truth->len);
}

/* The bad lot, which is asked for in an emergency, and the lots beside it; in any spelling. */
static void
test_lot (void)
{
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (SEED);
  guint n_bad = 0, n_uses = 0;

  for (guint i = 0; i < clinic->lots[0]->len; i++)
    {
      const GlaCourseLot *lot = &g_array_index (clinic->lots[0], GlaCourseLot, i);
      g_autofree char *name = g_strdup_printf (lot->bad ? "ona-%03u" : "ONA-%03u", i + 1);
      g_autoptr (GPtrArray) truth = NULL;
      g_autoptr (GPtrArray) told = NULL;

      if (!lot->bad && i % 8 != 0)
        continue;
      truth = list_true_uses (0, (int) i);
      told = list_told_uses (name);
      assert_same_uses (told, truth);
      n_bad += lot->bad ? 1 : 0;
      n_uses += truth->len;
    }
  g_assert_cmpuint (n_bad, ==, 1);
  g_assert_cmpuint (n_uses, >, 50);
}

/* Reviews */

typedef struct
{
  guint due;
  guint missed;
} Reviews;

/* Day of the next cycle of the area: another product, or more than four weeks after day 0. */
static int
find_next (const GlaCoursePatient *patient,
           guint                   index)
{
  const GlaCourseTreatment *first = get_treatment (patient, index);

  for (guint i = index + 1; i < patient->treatments->len; i++)
    {
      const GlaCourseTreatment *later = get_treatment (patient, i);

      if (later->area == first->area
          && (later->product != first->product || later->day - first->day > TOUCH_UP))
        return later->day;
    }
  return G_MAXINT;
}

static gboolean
is_reviewed (const GlaCoursePatient *patient,
             const GlaCourseTreatment *cycle)
{
  for (guint i = 0; i < patient->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = get_treatment (patient, i);

      for (int k = 0; treatment->area == cycle->area && k < treatment->n_gradings; k++)
        {
          int day = treatment->day + treatment->gradings[k].day - cycle->day;

          if (day >= JUDGE_FROM && day <= REVIEW_UNTIL
              && treatment->day + treatment->gradings[k].day <= GLA_COURSE_HORIZON)
            return TRUE;
        }
    }
  return FALSE;
}

static void
count_patient (const GlaCoursePatient *patient,
               int                     area,
               Reviews                *reviews)
{
  int begin = -1, product = -1;

  for (guint i = 0; i < patient->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = get_treatment (patient, i);
      Reviews *one = &reviews[treatment->practitioner];

      if (treatment->area != area)
        continue;
      /* A touch-up is no cycle of its own. */
      if (begin >= 0 && treatment->day - begin <= TOUCH_UP && treatment->product == product)
        continue;
      begin = treatment->day;
      product = treatment->product;
      if (begin + REVIEW_UNTIL >= GLA_COURSE_HORIZON
          || find_next (patient, i) - begin <= REVIEW_UNTIL)
        continue;
      one->due++;
      one->missed += is_reviewed (patient, treatment) ? 0 : 1;
    }
}

/* How many reviews were missed, of how many: for each injector and of all. */
static void
test_completeness (void)
{
  /* In the order of the course. */
  static const char *const names[GLA_COURSE_N_PRACTITIONERS] = {
    "Dr A. Osei", "Dr L. Marchetti", "Dr K. Vogt", "N. Fournier", "Dr S. Aydın", "R. Whitcombe",
  };
  Reviews reviews[GLA_COURSE_N_PRACTITIONERS] = { 0 };
  g_autofree char *nothing
      = gla_test_succeed (folder, "insights durations --by injector --output reviews.csv" WITH);
  g_autofree char *path = g_build_filename (folder, "reviews.csv", NULL);
  g_autofree char *text = gla_test_succeed (folder, "insights durations" WITH);
  g_autofree char *table = NULL;
  g_autofree char *all = NULL;
  guint due = 0, missed = 0;

  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  for (guint p = 0; p < courses->len; p++)
    for (int area = 0; area < GLA_COURSE_N_AREAS; area++)
      count_patient (courses->pdata[p], area, reviews);
  for (int i = 0; i < GLA_COURSE_N_PRACTITIONERS; i++)
    {
      g_assert_cmpint ((int) gla_test_csv_find_number (table, names[i], "reviews_missed"), ==,
                       reviews[i].missed);
      due += reviews[i].due;
      missed += reviews[i].missed;
    }
  g_assert_cmpuint (missed, >, 50);
  all = g_strdup_printf ("(%u of %u)", due - missed, due);
  g_assert_nonnull (strstr (text, all));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (SEED);
  g_autofree char *made = NULL;
  g_autofree char *line = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = gla_test_dup_folder ();
  line = g_strdup_printf ("demo clinic.glabella --patients %d --until " TODAY, N_PATIENTS);
  made = gla_test_succeed (folder, line);
  courses = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_course_patient_free);
  for (int i = 0; i < N_PATIENTS; i++)
    g_ptr_array_add (courses, gla_course_patient_new (clinic, i));

  g_test_add_func ("/command/truth/lot", test_lot);
  g_test_add_func ("/command/truth/completeness", test_completeness);
  status = g_test_run ();
  g_ptr_array_unref (courses);
  gla_test_drop_folder (folder);
  g_free (folder);
  return status;
}

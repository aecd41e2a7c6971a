/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of a sample clinic against its records, read by simpler rules of their own. */

#include "config.h"

#include "gla-store-read.h"
#include "gla-test-program.h"

#include <stdlib.h>
#include <string.h>

#define TODAY "2026-06-30"
#define WITH " --clinic clinic.glabella --today " TODAY

/* One line of the list: a patient and a day of treatment that far ago. */
typedef struct
{
  char *section;
  char *number;
  GlaDay from;
  GlaDay until;
  int day;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->section);
  g_free (line->number);
  g_free (line);
}

static GPtrArray *
read_lines (const char *output)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_auto (GStrv) rows = g_strsplit (output, "\n", -1);

  g_assert_cmpstr (rows[0], ==, "section\tnumber\tname\ttelephone\tfrom\tuntil\twhat");
  for (guint i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);
      const char *day = strstr (cells[6], "(day ");
      Line *line = g_new0 (Line, 1);

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      line->section = g_strdup (cells[0]);
      line->number = g_strdup (cells[1]);
      line->from = gla_day_from_iso (cells[4]);
      line->until = gla_day_from_iso (cells[5]);
      line->day = day != NULL ? atoi (day + strlen ("(day ")) : -1;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static const Line *
find_line (GPtrArray  *lines,
           const char *section,
           const char *number,
           int         day)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      if (g_str_equal (line->section, section) && g_str_equal (line->number, number)
          && line->day == day)
        return line;
    }
  return NULL;
}

static GPtrArray *
list_today (const char *folder)
{
  g_autofree char *output = gla_test_succeed (folder, "today" WITH);

  return read_lines (output);
}

/* Day and product on which the last cycle of an area began: a session within four weeks
   of it with the same product belongs to it. */
static GlaDay
find_last_cycle (const GlaHistory *history,
                 const char       *area)
{
  GlaDay begin = GLA_DAY_NONE;
  const char *product = NULL;

  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];
      GlaDay day = gla_history_find_treatment (history, injection->treatment)->day;
      const GlaVial *vial
          = injection->vial != NULL ? gla_history_find_vial (history, injection->vial) : NULL;
      const char *used = vial != NULL ? vial->product : injection->product;

      if (!g_str_equal (injection->area, area))
        continue;
      if (begin != GLA_DAY_NONE && day - begin <= 28 && g_strcmp0 (used, product) == 0)
        continue;
      begin = day;
      product = used;
    }
  return begin;
}

static gboolean
is_graded (const GlaHistory *history,
           const char       *area,
           GlaDay            first,
           GlaDay            last)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (g_str_equal (assessment->area, area) && assessment->day >= first
          && assessment->day <= last)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  GPtrArray *lines;
  guint n_due;
} Review;

/* Every treated area whose review is due is in the list, and none that is not. */
static gboolean
check_patient (GlaStore    *store,
               const char  *patient,
               gpointer     user_data,
               GError     **error)
{
  static const char *const areas[] = { "GLAB", "FRON", "LCL" };
  Review *review = user_data;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);
  g_autoptr (GHashTable) due = g_hash_table_new (NULL, NULL);
  GlaDay today = gla_day_from_iso (TODAY);

  g_assert_nonnull (history);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      GlaDay begin = find_last_cycle (history, areas[i]);

      if (begin != GLA_DAY_NONE && today - begin >= 14 && today - begin <= 42
          && !is_graded (history, areas[i], begin + 14, begin + 42))
        g_hash_table_add (due, GINT_TO_POINTER (today - begin));
    }
  for (int day = 0; day <= 60; day++)
    {
      const Line *line = find_line (review->lines, "reviews", history->patient->number, day);
      gboolean expected = g_hash_table_contains (due, GINT_TO_POINTER (day));

      g_assert_true ((line != NULL) == expected);
      if (line == NULL)
        continue;
      g_assert_cmpint (line->from, ==, today - day + 14);
      g_assert_cmpint (line->until, ==, today - day + 42);
      review->n_due++;
    }
  return TRUE;
}

static void
test_reviews (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autofree char *made = gla_test_succeed (folder, "demo clinic.glabella --patients 300 --until "
                                                    TODAY);
  Review review = { list_today (folder), 0 };
  g_autoptr (GPtrArray) lines = review.lines;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_READ_ONLY, &error);
  guint n_listed = 0;

  g_assert_no_error (error);
  g_assert_true (gla_store_for_each_patient (store, check_patient, &review, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    n_listed += g_str_equal (((Line *) lines->pdata[i])->section, "reviews") ? 1 : 0;
  g_test_message ("%u reviews due", review.n_due);
  g_assert_cmpuint (review.n_due, >, 5);
  g_assert_cmpuint (n_listed, ==, review.n_due);
  gla_test_drop_folder (folder);
}

/* Against the forecasts: nobody is missing whose band holds today, nobody is too early,
   and the earliest loss is first. */
static void
test_endings (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *made = gla_test_succeed (folder, "demo clinic.glabella --patients 120 --until "
                                                    TODAY);
  g_autofree char *forecast = gla_test_succeed (folder, "forecast" WITH);
  g_autoptr (GPtrArray) lines = list_today (folder);
  g_auto (GStrv) rows = g_strsplit (forecast, "\n", -1);
  GlaDay today = gla_day_from_iso (TODAY);
  GlaDay last = GLA_DAY_NONE;
  guint n_listed = 0, n_expected = 0;

  for (guint i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "\t", -1);
      GlaDay day0 = gla_day_from_iso (cells[2]);
      GlaDay q10 = gla_day_from_iso (cells[3]);
      GlaDay q90 = gla_day_from_iso (cells[7]);
      const Line *line = find_line (lines, "endings", cells[0], today - day0);

      /* The longest that a label asks for here is three months. */
      if (MAX (q10, day0 + 92) > today || q90 < today)
        continue;
      n_expected++;
      g_assert_nonnull (line);
      g_assert_cmpint (line->from, <=, MAX (q10, day0 + 92));
      g_assert_cmpint (line->until, >=, q90);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      if (!g_str_equal (line->section, "endings"))
        continue;
      n_listed++;
      g_assert_cmpint (line->from, >=, today - line->day + 84);
      g_assert_cmpint (line->from, <=, today);
      g_assert_cmpint (line->until, >=, today);
      g_assert_cmpint (line->from, >=, last);
      last = line->from;
    }
  g_test_message ("%u endings listed", n_listed);
  g_assert_cmpuint (n_expected, >, 5);
  g_assert_cmpuint (n_listed, >, 5);
  gla_test_drop_folder (folder);
}

static void
test_forms (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *made = gla_test_succeed (folder, "demo clinic.glabella --patients 20 --until "
                                                    TODAY);
  g_autofree char *text = gla_test_succeed (folder, "today" WITH);
  g_autofree char *again = gla_test_succeed (folder, "today" WITH);
  g_autofree char *table = gla_test_succeed (folder, "today --csv" WITH);
  g_auto (GStrv) table_lines = NULL, text_lines = NULL;
  g_autofree char *backup = NULL, *after = NULL;
  g_autofree char *calendar = NULL, *path = NULL, *ics = NULL;

  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_str_has_prefix (table, "section,number,name,"));
  table_lines = g_strsplit (table, "\n", -1);
  text_lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (table_lines), ==, g_strv_length (text_lines));
  /* A backup is known of afterwards. */
  g_assert_nonnull (strstr (text, "No backup was made yet"));
  backup = gla_test_succeed (folder, "backup copy.glabella" WITH);
  after = gla_test_succeed (folder, "today" WITH);
  g_assert_null (strstr (after, "backup"));
  calendar = gla_test_succeed (folder, "today --ical bookings.ics" WITH);
  g_assert_cmpstr (calendar, ==, "");
  path = g_build_filename (folder, "bookings.ics", NULL);
  g_assert_true (g_file_get_contents (path, &ics, NULL, NULL));
  g_assert_true (g_str_has_prefix (ics, "BEGIN:VCALENDAR\r\n"));
  gla_test_fail (folder, "today --ical missing/bookings.ics" WITH, 1, NULL);
  gla_test_fail (folder, "today extra" WITH, 2, "is called as");
  gla_test_fail (folder, "today --clinic none.glabella", 1, NULL);
  gla_test_drop_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/today/reviews", test_reviews);
  g_test_add_func ("/command/today/endings", test_endings);
  g_test_add_func ("/command/today/forms", test_forms);

  return g_test_run ();
}

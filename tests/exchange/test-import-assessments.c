/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fixture.h"

#define PATIENTS "MRN,Last Name,First Name,DOB\n1,Kaya,Mira,1984-02-09\n2,Osei,Sam,1971-01-05\n"

#define HEADER "MRN,Assessment Date,Area,Side,At Rest,Max,Rater,Practitioner,Scale,Reason," \
               "Worn Off,Still Working,Notes\n"

static const char list[] =
  HEADER
  "1,2024-03-01,Glabella,,1,3,practitioner,Dr A. Osei,,,,,before\n"
  "1,2024-03-29,Glabella,,0,1,practitioner,Dr A. Osei,,routine,,yes,\n"
  "1,2024-03-29,Glabella,,0,0,patient,,,routine,,,\n"
  "1,2024-07-01,Glabella,,,severe,,,,wore off,20.06.2024,,\n"
  "1,2024-07-01,Masseter,left,,2,,,MMPS,,,,\n"
  "2,2024-07-01,Chin,,,1,,,,,,no,\n";

static void
set_up (GlaImportFixture *self,
        gconstpointer     data)
{
  gla_import_fixture_set_up (self, data);
  gla_import_fixture_check (self, PATIENTS, 2, 0, 0);
}

static const GlaAssessment *
find (const GlaHistory *history,
      const char       *area,
      const char       *day,
      GlaRater          rater)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (g_str_equal (assessment->area, area) && assessment->rater == rater
          && assessment->day == gla_day_from_iso (day))
        return assessment;
    }
  g_assert_not_reached ();
}

static void
test_fields (GlaImportFixture *self,
             gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaAssessment *assessment;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  g_assert_cmpuint (history->assessments->len, ==, 5);
  assessment = find (history, "GLAB", "2024-03-01", GLA_RATER_PRACTITIONER);
  g_assert_cmpint (assessment->at_rest, ==, 1);
  g_assert_cmpint (assessment->at_maximum, ==, 3);
  g_assert_cmpstr (assessment->scale, ==, "fws");
  g_assert_cmpstr (assessment->note, ==, "before");
  g_assert_cmpstr (gla_history_find_staff (history, assessment->staff)->name, ==, "Dr A. Osei");
  assessment = find (history, "GLAB", "2024-03-29", GLA_RATER_PATIENT);
  g_assert_cmpint (assessment->at_maximum, ==, 0);
  g_assert_cmpint (assessment->reason, ==, GLA_VISIT_REASON_ROUTINE);
  assessment = find (history, "GLAB", "2024-07-01", GLA_RATER_PRACTITIONER);
  g_assert_cmpint (assessment->at_rest, ==, GLA_GRADE_UNKNOWN);
  g_assert_cmpint (assessment->at_maximum, ==, 3);
  g_assert_cmpint (assessment->reason, ==, GLA_VISIT_REASON_WORE_OFF);
  assessment = find (history, "MASS", "2024-07-01", GLA_RATER_PRACTITIONER);
  g_assert_cmpint (assessment->side, ==, GLA_SIDE_LEFT);
  g_assert_cmpstr (assessment->scale, ==, "mmps");
}

static void
test_reports (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaReport *report;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  g_assert_cmpuint (history->reports->len, ==, 2);
  report = history->reports->pdata[0];
  g_assert_cmpint (report->kind, ==, GLA_REPORT_STILL_WORKING);
  g_assert_cmpint (report->day, ==, gla_day_from_iso ("2024-03-29"));
  report = history->reports->pdata[1];
  g_assert_cmpint (report->kind, ==, GLA_REPORT_WORN_OFF);
  g_assert_cmpint (report->day, ==, gla_day_from_iso ("2024-06-20"));
  g_assert_cmpint (report->told_on, ==, gla_day_from_iso ("2024-07-01"));
  g_assert_cmpstr (report->area, ==, "GLAB");
  g_clear_pointer (&history, gla_history_unref);
  history = gla_import_fixture_read (self, "2");
  g_assert_cmpuint (history->reports->len, ==, 0);
}

/* What patients say is worth keeping without a grade, and when it is not exact. */
static void
test_report_alone (GlaImportFixture *self,
                   gconstpointer     data)
{
  static const char reports[] = "Name,Area,Worn Off\nMira Kaya,Glabella,about 3 May 2024\n"
                                "Sam Osei,Chin,05/2024\n";
  g_autoptr (GlaHistory) history = NULL;
  const GlaReport *report;

  gla_import_fixture_check (self, reports, 2, 0, 0);
  gla_import_fixture_check (self, reports, 0, 2, 0);
  history = gla_import_fixture_read (self, "1");
  report = history->reports->pdata[0];
  g_assert_cmpint (report->precision, ==, GLA_DAY_ABOUT);
  g_assert_cmpint (report->told_on, ==, GLA_DAY_NONE);
}

static void
test_twice (GlaImportFixture *self,
            gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self, list, 6, 0, 0);
  gla_import_fixture_check (self, list, 0, 6, 0);
  history = gla_import_fixture_read (self, "1");
  g_assert_cmpuint (history->assessments->len, ==, 5);
  g_assert_cmpuint (history->reports->len, ==, 2);
}

static void
test_refused (GlaImportFixture *self,
              gconstpointer     data)
{
  static const struct
  {
    const char *row;
    const char *column;
  } cases[] = {
    { "1,2024-03-01,Glabella,,,4,,,,,,,", "Max" },
    { "1,2024-03-01,Glabella,,-1,,,,,,,,", "At Rest" },
    { "1,2024-03-01,Glabella,,,1.5,,,,,,,", "Max" },
    { "1,2024-03-01,Glabella,,,bad,,,,,,,", "Max" },
    { "1,2024-03-01,Masseter,,,0,,,,,,,", "Max" },
    { "1,2024-03-01,Glabella,,,2,,,Ruler,,,,", "Scale" },
    { "1,2024-03-01,Glabella,,,2,aunt,,,,,,", "Rater" },
    { "1,2024-03-01,Glabella,,,,,,,,,,", NULL },
    { "1,,Glabella,,,2,,,,,,,", "Assessment Date" },
    { "1,03/2024,Glabella,,,2,,,,,,,", "Assessment Date" },
    { "1,2027-03-01,Glabella,,,2,,,,,,,", "Assessment Date" },
    { "1,1980-03-01,Glabella,,,2,,,,,,,", "Assessment Date" },
    { "1,2024-03-01,Glabella,,,2,,,,,2027-01-01,,", "Worn Off" },
    { "1,2024-03-01,Glabella,,,2,,,,,,perhaps,", "Still Working" },
    { "1,,Glabella,,,,,,,,,yes,", "Still Working" },
    { "7,2024-03-01,Glabella,,,2,,,,,,,", "MRN" },
    { "1,2024-03-01,Knee,,,2,,,,,,,", "Area" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEADER "%s\n2,2024-01-%02d,Chin,,,1,,,,,,,\n",
                                               cases[i].row, (int) i + 1);
      g_autoptr (GlaImportResult) result = gla_import_fixture_run (self, text, FALSE);
      const GlaImportIssue *issue;

      g_assert_cmpint (result->n_taken, ==, 1);
      g_assert_cmpint (result->n_refused, ==, 1);
      issue = result->issues->pdata[0];
      g_assert_cmpstr (issue->column, ==, cases[i].column);
      g_assert_cmpstr (issue->reason, !=, "");
    }
}

/* Grades of unknown patients make no patients: there is nothing to compare them with. */
static void
test_unknown_patient (GlaImportFixture *self,
                      gconstpointer     data)
{
  gla_import_fixture_check (self, "Name,Date,Area,Grade\nLena Vogt,2024-03-01,Glabella,2\n", 0, 0,
                            1);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, GlaImportFixture, NULL, set_up, test, gla_import_fixture_tear_down)

  ADD ("/import-assessments/fields", test_fields);
  ADD ("/import-assessments/reports", test_reports);
  ADD ("/import-assessments/report-alone", test_report_alone);
  ADD ("/import-assessments/twice", test_twice);
  ADD ("/import-assessments/refused", test_refused);
  ADD ("/import-assessments/unknown-patient", test_unknown_patient);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up-editor.h"
#include "gla-identifier.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#define OSEI "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"

static const char nowhere[] =
  "No area was treated before this date. Grades of the day of treatment belong to that "
  "treatment: choose Edit… there.";

static void
open_editor (GlaTestEditor *self)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_follow_up_editor_new (self->record->context, cycles));
}

/* The assessments of today, by area. */
static const GlaAssessment *
find_today (const GlaHistory *history,
            const char       *area)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (assessment->day == gla_day_new (2026, 11, 23) && g_str_equal (assessment->area, area))
        return assessment;
    }
  return NULL;
}

static void
assert_grades (const GlaHistory *history,
               const char       *area,
               int               at_maximum,
               int               at_rest)
{
  const GlaAssessment *assessment = find_today (history, area);

  g_assert_nonnull (assessment);
  g_assert_cmpint (assessment->at_maximum, ==, at_maximum);
  g_assert_cmpint (assessment->at_rest, ==, at_rest);
  g_assert_cmpstr (assessment->staff, ==, OSEI);
}

/* Row 7 of the day in the clinic: two digits an area, then Ctrl+Enter. Ctrl+U, which
   opens the editor, is one more key. */
static void
test_review (GlaTestEditor *self,
             gconstpointer  data)
{
  static const char digits[] = "211020";
  g_autoptr (GlaHistory) history = NULL;
  guint keys = 1;

  open_editor (self);
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-new");
  gla_test_type (digits);
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-graded");
  gla_test_editor_save (self);
  keys++;
  g_test_message ("record a review of 3 areas: %u keys and %u digits", keys,
                  (guint) strlen (digits));
  g_assert_cmpuint (keys, <=, 2);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  assert_grades (history, "FRON", 2, 1);
  assert_grades (history, "GLAB", 1, 0);
  assert_grades (history, "LCL", 2, 0);
  gla_test_editor_assert_audit (self, "add", "assessment", NULL);
}

/* What the patient says, without a grade; both kinds of record are taken back by one Undo. */
static void
test_worn_off (GlaTestEditor *self,
               gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  g_autoptr (GlaHistory) undone = NULL;
  const GlaReport *report;

  open_editor (self);
  gla_test_type ("2");
  gla_test_key ("<Alt>w");
  gla_test_key ("<Alt>o");
  gla_test_await (GTK_WIDGET (self->editor), "Worn off on about");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "Give the day on which it wore off");
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-worn-off");
  gtk_widget_grab_focus (gla_test_await (GTK_WIDGET (self->editor), "Worn off on about"));
  gla_test_type ("11/2026");
  gla_test_editor_save (self);

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->reports->len, ==, before->reports->len + 1);
  g_assert_cmpuint (after->assessments->len, ==, before->assessments->len + 1);
  report = after->reports->pdata[after->reports->len - 1];
  g_assert_cmpint (report->kind, ==, GLA_REPORT_WORN_OFF);
  g_assert_cmpint (report->day, ==, gla_day_new (2026, 11, 15));
  g_assert_cmpint (report->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpint (report->told_on, ==, gla_day_new (2026, 11, 23));
  g_assert_null (report->area);
  assert_grades (after, "FRON", 2, GLA_GRADE_UNKNOWN);
  g_assert_cmpint (find_today (after, "FRON")->reason, ==, GLA_VISIT_REASON_WORE_OFF);

  gla_context_undo (self->record->context);
  gla_test_editor_wait_worker (self);
  undone = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (undone->reports->len, ==, before->reports->len);
  g_assert_cmpuint (undone->assessments->len, ==, before->assessments->len);
}

/* Areas are those that a visit on that day can judge; grades of the others stay. */
static void
test_other_day (GlaTestEditor *self,
                gconstpointer  data)
{
  GtkWidget *day;

  open_editor (self);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "day 42, before: 3"));
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), nowhere));
  day = gla_test_find (GTK_WIDGET (self->editor), "Date");
  gtk_editable_set_text (GTK_EDITABLE (day), "3.2.2025");
  gla_test_await_text (GTK_WIDGET (self->editor), "day 14, before: 3");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "Crow's feet"));
  gtk_editable_set_text (GTK_EDITABLE (day), "3.2.2020");
  gla_test_await_text (GTK_WIDGET (self->editor), nowhere);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "There was no treatment before this date");
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-fault");
}

/* Nobody treated yet: it says so at once, and the date has the keyboard. */
static void
test_no_areas (GlaTestEditor *self,
               gconstpointer  data)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_EMPTY_PATIENT);

  gla_test_editor_open (self, gla_follow_up_editor_new (self->record->context, cycles));
  gla_test_await_text (GTK_WIDGET (self->editor), nowhere);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "At rest"));
  gla_test_type ("3.2.2020");
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Monday 3 February 2020"));
}

static const GlaAssessment *
find_side (const GlaHistory *history,
           const char       *area,
           GlaSide           side)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (assessment->day == gla_day_new (2026, 11, 23) && assessment->side == side &&
          g_str_equal (assessment->area, area))
        return assessment;
    }
  return NULL;
}

/* The sides of an area can be graded apart; no digit leads to the button that does it. */
static void
test_sides (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWidget *button;

  open_editor (self);
  gla_test_type ("211020");
  button = gla_test_await (GTK_WIDGET (self->editor), "Crow's feet: grade left and right apart");
  gtk_widget_grab_focus (button);
  gla_test_key ("space");
  gla_test_await_text (GTK_WIDGET (self->editor), "Crow's feet, right");
  gtk_widget_grab_focus (gla_test_await (GTK_WIDGET (self->editor),
                                         "Crow's feet, right at maximum contraction"));
  gla_test_type ("31");
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-sides");
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_null (find_side (history, "LCL", GLA_SIDE_BOTH));
  g_assert_cmpint (find_side (history, "LCL", GLA_SIDE_LEFT)->at_maximum, ==, 2);
  g_assert_cmpint (find_side (history, "LCL", GLA_SIDE_LEFT)->at_rest, ==, 0);
  g_assert_cmpint (find_side (history, "LCL", GLA_SIDE_RIGHT)->at_maximum, ==, 3);
  g_assert_cmpint (find_side (history, "LCL", GLA_SIDE_RIGHT)->at_rest, ==, 1);
  g_assert_cmpint (find_side (history, "GLAB", GLA_SIDE_BOTH)->at_maximum, ==, 1);
}

static void
choose (GlaTestEditor *self,
        const char    *row,
        guint          answer)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (gla_test_await (GTK_WIDGET (self->editor), row)),
                              answer);
}

/* The result as a whole: kept as a draft, saved alone, with its word, and taken back by one Undo. */
static void
test_ratings (GlaTestEditor *self,
              gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaHistory) undone = NULL;
  const GlaRating *rating;

  open_editor (self);
  choose (self, "Improvement (GAIS), by the patient", 1);
  choose (self, "Satisfaction of the patient", 4);
  gla_test_editor_close (self);
  open_editor (self);
  gla_test_await_text (GTK_WIDGET (self->editor), "4 satisfied");
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-ratings");
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (history->ratings->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      gboolean gais;

      rating = history->ratings->pdata[i];
      gais = g_str_equal (rating->scale, GLA_SCALE_GAIS);
      g_assert_cmpint (rating->rater, ==, GLA_RATER_PATIENT);
      g_assert_cmpint (rating->grade, ==, gais ? 1 : 4);
      g_assert_cmpstr (rating->word, ==, gais ? "very much improved" : "satisfied");
      g_assert_cmpint (rating->day, ==, gla_day_new (2026, 11, 23));
    }
  gla_test_editor_assert_audit (self, "add", "rating", NULL);

  gla_context_undo (self->record->context);
  gla_test_editor_wait_worker (self);
  undone = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (undone->ratings->len, ==, 0);
}

static void
test_draft (GlaTestEditor *self,
            gconstpointer  data)
{
  static const char *const back = "What you typed before was brought back. It is not saved yet.";

  open_editor (self);
  gla_test_type ("31");
  gla_test_editor_close (self);

  open_editor (self);
  gla_test_await_text (GTK_WIDGET (self->editor), back);
  gla_test_await_text (GTK_WIDGET (self->editor), "severe");
  gla_test_screenshot (GTK_WIDGET (self->editor), "follow-up-draft");
  gla_test_press (GTK_WIDGET (self->editor), "Start Anew");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "severe"));
  gla_test_editor_close (self);

  open_editor (self);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), back));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/follow-up-editor/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,  \
              gla_test_editor_tear_down)
  ADD ("review", test_review);
  ADD ("worn-off", test_worn_off);
  ADD ("other-day", test_other_day);
  ADD ("no-areas", test_no_areas);
  ADD ("sides", test_sides);
  ADD ("ratings", test_ratings);
  ADD ("draft", test_draft);
  return g_test_run ();
}

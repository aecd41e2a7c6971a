/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editors of single records: treated elsewhere, adverse events, one grade. */

#include "config.h"

#include "gla-adverse-event-editor.h"
#include "gla-assessment-editor.h"
#include "gla-exposure-editor.h"
#include "gla-identifier.h"
#include "gla-rating-editor.h"
#include "gla-store-write.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

static void
open_exposure (GlaTestEditor *self,
               const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_exposure_editor_new (self->record->context, cycles, amend));
}

static void
open_event (GlaTestEditor *self,
            const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_adverse_event_editor_new (self->record->context, cycles, amend));
}

static const GlaExposure *
find_exposure (const GlaHistory *history,
               const char       *id)
{
  for (guint i = 0; i < history->exposures->len; i++)
    if (g_strcmp0 (((const GlaExposure *) history->exposures->pdata[i])->id, id) == 0)
      return history->exposures->pdata[i];
  return NULL;
}

static const GlaAdverseEvent *
find_event (const GlaHistory *history,
            const char       *id)
{
  for (guint i = 0; i < history->adverse_events->len; i++)
    if (g_strcmp0 (((const GlaAdverseEvent *) history->adverse_events->pdata[i])->id, id) == 0)
      return history->adverse_events->pdata[i];
  return NULL;
}

/* Moves on by Tab until the focus is inside the part called @label. */
static void
tab_to (GlaTestEditor *self,
        const char    *label)
{
  GtkWidget *part = gla_test_await (GTK_WIDGET (self->editor), label);

  for (int i = 0; i < 40; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (self->editor);

      if ((focus == part && !GTK_IS_LIST_BOX_ROW (part)) ||
          (focus != NULL && gtk_widget_is_ancestor (focus, part)))
        return;
      gla_test_key ("Tab");
    }
  g_error ("“%s” is not reached by Tab", label);
}

static void
test_exposure_by_keyboard (GlaTestEditor *self,
                           gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaExposure *exposure;

  open_exposure (self, NULL);
  gla_test_type ("3/2025");
  gla_test_await_text (GTK_WIDGET (self->editor), "Mar 2025");
  /* Enter goes on to the next row, past the calendar. */
  gla_test_key ("Return");
  gla_test_type ("Izmir");
  gla_test_key ("Return");
  gla_test_type ("lines");
  gla_test_key ("Return");
  gla_test_type ("gl");
  gla_test_screenshot (GTK_WIDGET (self->editor), "exposure");
  /* What is typed is taken up by saving, without leaving the entry first. */
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  exposure = find_exposure (history, self->saved);
  g_assert_nonnull (exposure);
  g_assert_cmpint (exposure->day, ==, gla_day_new (2025, 3, 15));
  g_assert_cmpint (exposure->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpstr (exposure->place, ==, "Izmir");
  g_assert_cmpstr (exposure->indication, ==, "lines");
  g_assert_cmpstr (exposure->area, ==, "GLAB");
  g_assert_null (exposure->product);
  g_assert_cmpint (exposure->units, ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (exposure->certainty, ==, GLA_CERTAINTY_TOLD);
  gla_test_editor_assert_audit (self, "add", "exposure", NULL);
}

static void
test_exposure_amend (GlaTestEditor *self,
                     gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  const GlaExposure *recorded = before->exposures->pdata[0];
  const GlaExposure *changed;

  open_exposure (self, recorded->id);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Clinic in Izmir"));
  tab_to (self, "Units of that product");
  gla_test_type ("20");
  gla_test_key ("<Control>Return");
  /* Units of no product say nothing. */
  gla_test_await_text (GTK_WIDGET (self->editor), "Units say nothing without their product.");
  gla_test_key ("BackSpace");
  gla_test_key ("BackSpace");
  gla_test_key ("<Alt>r");
  gla_test_editor_save_change (self, "letter came");

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->exposures->len, ==, before->exposures->len);
  g_assert_cmpstr (self->saved, ==, recorded->id);
  changed = find_exposure (after, recorded->id);
  g_assert_cmpint (changed->certainty, ==, GLA_CERTAINTY_SEEN_RECORD);
  g_assert_cmpint (changed->units, ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpstr (changed->indication, ==, "migraine");
  g_assert_cmpint (changed->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpint (changed->revision, ==, recorded->revision + 1);
  gla_test_editor_assert_audit (self, "amend", "exposure", "letter came");
}

static void
test_exposure_draft (GlaTestEditor *self,
                     gconstpointer  data)
{
  static const char *const back = "What you typed before was brought back. It is not saved yet.";
  g_autoptr (GlaHistory) history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  const char *recorded = ((const GlaExposure *) history->exposures->pdata[0])->id;

  /* Not the draft of a new one, and not taken for one. */
  open_exposure (self, recorded);
  tab_to (self, "Note");
  gla_test_type ("ask again");
  gla_test_editor_close (self);
  open_exposure (self, NULL);
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), back));
  gla_test_editor_close (self);

  open_exposure (self, recorded);
  gla_test_await_text (GTK_WIDGET (self->editor), back);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "ask again"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Clinic in Izmir"));
  gla_test_press (GTK_WIDGET (self->editor), "Start Anew");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "ask again"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "Clinic in Izmir"));
}

/* Saving offers Undo, which voids the record. */
static void
test_exposure_undo (GlaTestEditor *self,
                    gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;

  open_exposure (self, NULL);
  gla_test_type ("2019");
  gla_test_editor_save (self);
  gla_context_undo (self->record->context);
  gla_test_editor_wait_worker (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_null (find_exposure (history, self->saved));
}

static void
test_event_by_keyboard (GlaTestEditor *self,
                        gconstpointer  data)
{
  g_autofree char *july = gla_identifier_from_text ("2026-07-27");
  g_autoptr (GlaHistory) history = NULL;
  const GlaAdverseEvent *event;

  open_event (self, NULL);
  gla_test_screenshot (GTK_WIDGET (self->editor), "event-new");
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "12 Oct 2026"));
  gla_test_type ("Drooping lid, left");
  gla_test_await_text (GTK_WIDGET (self->editor), "What to do now");
  gla_test_screenshot (GTK_WIDGET (self->editor), "event-guide");
  gla_test_key ("<Alt>m");
  tab_to (self, "Began on about");
  /* The treatment follows the date as long as nobody chose one. */
  gla_test_type ("~3.8.2026");
  gla_test_await_text (GTK_WIDGET (self->editor), "27 Jul 2026");
  gla_test_editor_save (self);

  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  event = find_event (history, self->saved);
  g_assert_nonnull (event);
  g_assert_cmpstr (event->kind, ==, "Drooping lid, left");
  g_assert_cmpint (event->severity, ==, GLA_SEVERITY_MILD);
  g_assert_cmpint (event->onset, ==, gla_day_new (2026, 8, 3));
  g_assert_cmpint (event->precision, ==, GLA_DAY_ABOUT);
  g_assert_cmpstr (event->treatment, ==, july);
  g_assert_cmpint (event->resolved, ==, GLA_DAY_NONE);
  g_assert_null (event->area);
  gla_test_editor_assert_audit (self, "add", "adverse_event", NULL);
}

/* The usual kinds are a key away; what is no sign shows no guide. */
static void
test_event_kinds (GlaTestEditor *self,
                  gconstpointer  data)
{
  open_event (self, NULL);
  gla_test_key ("<Alt>Down");
  gla_test_await (GTK_WIDGET (self->editor), "Trouble swallowing");
  gla_test_screenshot (GTK_WIDGET (self->editor), "event-kinds");
  gla_test_key ("Return");
  gla_test_spin (50);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (gla_test_find (GTK_WIDGET (self->editor), "What happened"))),
                   ==, "Bruise");
  g_assert_false (gla_test_has_text (GTK_WIDGET (self->editor), "What to do now"));
}

static void
test_event_amend (GlaTestEditor *self,
                  gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  const GlaAdverseEvent *recorded = before->adverse_events->pdata[0];
  const GlaAdverseEvent *changed;

  open_event (self, recorded->id);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "13 Apr 2026"));
  tab_to (self, "Note");
  gla_test_type ("photo taken");
  gla_test_editor_save_change (self, "forgotten");

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->adverse_events->len, ==, before->adverse_events->len);
  changed = find_event (after, recorded->id);
  g_assert_cmpstr (changed->note, ==, "photo taken");
  g_assert_cmpstr (changed->kind, ==, recorded->kind);
  g_assert_cmpstr (changed->treatment, ==, recorded->treatment);
  g_assert_cmpint (changed->resolved, ==, recorded->resolved);
  g_assert_cmpint (changed->precision, ==, GLA_DAY_ABOUT);
  gla_test_editor_assert_audit (self, "amend", "adverse_event", "forgotten");
}

static void
test_assessment (GlaTestEditor *self,
                 gconstpointer  data)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  GPtrArray *assessments = cycles->history->assessments;
  const GlaAssessment *recorded = assessments->pdata[assessments->len - 1];
  const GlaAssessment *changed = NULL;

  gla_test_editor_open (self, gla_assessment_editor_new (self->record->context, cycles,
                                                         recorded->id));
  gla_test_screenshot (GTK_WIDGET (self->editor), "assessment");
  /* The focus is on the grade at maximum; the digit moves on to the one at rest. */
  g_assert_cmpint (recorded->at_maximum, !=, 2);
  gla_test_type ("2");
  gla_test_key ("Delete");
  gla_test_editor_save_change (self, "read wrong");

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->assessments->len, ==, assessments->len);
  for (guint i = 0; i < after->assessments->len; i++)
    if (g_str_equal (((const GlaAssessment *) after->assessments->pdata[i])->id, recorded->id))
      changed = after->assessments->pdata[i];
  g_assert_nonnull (changed);
  g_assert_cmpint (changed->at_maximum, ==, 2);
  g_assert_cmpint (changed->at_rest, ==, GLA_GRADE_UNKNOWN);
  g_assert_cmpint (changed->day, ==, recorded->day);
  g_assert_cmpint (changed->side, ==, recorded->side);
  g_assert_cmpint (changed->reason, ==, recorded->reason);
  g_assert_cmpstr (changed->staff, ==, recorded->staff);
  g_assert_cmpstr (changed->treatment, ==, recorded->treatment);
  gla_test_editor_assert_audit (self, "amend", "assessment", "read wrong");
}

static void
add_rating (GlaTestEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  const GlaRating rating = { .patient = GLA_TEST_PATIENT, .day = gla_day_new (2026, 11, 16),
                             .rater = GLA_RATER_PATIENT, .scale = GLA_SCALE_GAIS, .grade = 1,
                             .word = "very much improved" };

  g_ptr_array_add (ratings, (gpointer) &rating);
  g_assert_no_error (error);
  gla_store_add_review (store, NULL, NULL, ratings, NULL, &error);
  g_assert_no_error (error);
}

/* How the result was judged is corrected with its word; a grade that stays keeps the word it had. */
static void
test_rating (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaHistory) after = NULL;
  const GlaRating *recorded, *changed;

  add_rating (self);
  cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (cycles->history->ratings->len, ==, 1);
  recorded = cycles->history->ratings->pdata[0];
  gla_test_editor_open (self, gla_rating_editor_new (self->record->context, cycles,
                                                     recorded->id));
  gla_test_await_text (GTK_WIDGET (self->editor), "1 very much improved");
  gla_test_screenshot (GTK_WIDGET (self->editor), "rating");
  adw_combo_row_set_selected (
    ADW_COMBO_ROW (gla_test_await (GTK_WIDGET (self->editor), "Improvement (GAIS)")), 5);
  gla_test_editor_save_change (self, "heard wrong");

  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->ratings->len, ==, 1);
  changed = after->ratings->pdata[0];
  g_assert_cmpint (changed->grade, ==, 5);
  g_assert_cmpstr (changed->word, ==, "worse");
  g_assert_cmpint (changed->rater, ==, GLA_RATER_PATIENT);
  g_assert_cmpint (changed->day, ==, recorded->day);
  gla_test_editor_assert_audit (self, "amend", "rating", "heard wrong");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/record-editors/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,    \
              gla_test_editor_tear_down)
  ADD ("exposure-by-keyboard", test_exposure_by_keyboard);
  ADD ("exposure-amend", test_exposure_amend);
  ADD ("exposure-draft", test_exposure_draft);
  ADD ("exposure-undo", test_exposure_undo);
  ADD ("event-by-keyboard", test_event_by_keyboard);
  ADD ("event-kinds", test_event_kinds);
  ADD ("event-amend", test_event_amend);
  ADD ("assessment", test_assessment);
  ADD ("rating", test_rating);
  return g_test_run ();
}

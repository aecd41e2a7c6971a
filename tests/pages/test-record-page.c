/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adverse-event-editor.h"
#include "gla-exposure-editor.h"
#include "gla-follow-up-editor.h"
#include "gla-identifier.h"
#include "gla-patient-editor.h"
#include "gla-record-page.h"
#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-timeline-print.h"
#include "gla-timeline-table.h"
#include "gla-timeline.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GlaRecordPage *page;
  guint shown;
} Fixture;

static void
shown_cb (Fixture *fixture)
{
  fixture->shown++;
}

static gboolean
was_shown (gpointer data)
{
  return ((Fixture *) data)->shown > 0;
}

static void
wait_shown (Fixture *fixture)
{
  g_assert_true (gla_test_wait (was_shown, fixture, GLA_TEST_PATIENCE));
  fixture->shown = 0;
  gla_test_frames (GTK_WIDGET (fixture->page), 2);
}

static void
show_patient (Fixture    *fixture,
              const char *id)
{
  fixture->shown = 0;
  gla_record_page_set_patient (fixture->page, id);
  wait_shown (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
  fixture->page = GLA_RECORD_PAGE (gla_record_page_new (fixture->record->context));
  g_signal_connect_swapped (fixture->page, "shown", G_CALLBACK (shown_cb), fixture);
  fixture->window = g_object_new (ADW_TYPE_WINDOW,
                                  "default-width", 1100,
                                  "default-height", 700,
                                  "content", fixture->page,
                                  NULL);
  gla_test_present (fixture->window);
  if (data != NULL)
    show_patient (fixture, data);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GlaRecordPage *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gla_test_destroy (fixture->window);
  /* A load under way keeps the page until the worker is done. */
  g_assert_true (gla_test_wait (is_gone, &page, GLA_TEST_PATIENCE));
  g_settings_reset (gla_context_get_settings (fixture->record->context), "timeline-table");
  gla_test_record_free (fixture->record);
}

static void
assert_treatment (Fixture    *fixture,
                  const char *day)
{
  g_autofree char *id = gla_identifier_from_text (day);

  g_assert_cmpstr (gla_record_page_get_treatment (fixture->page), ==, id);
}

static GlaTimeline *
find_timeline (Fixture *fixture)
{
  return GLA_TIMELINE (gla_test_find_type (GTK_WIDGET (fixture->page), GLA_TYPE_TIMELINE));
}

/* The header, the chips and the rows of every part of the page. */
static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const texts[] = {
    "Kaya, Mira", "42 years · Female · born 14 Mar 1984 · No. 000184",
    "cow's milk", "speaks Turkish", "1 injection without a lot",
    "12 Oct 2026 · Dr A. Osei", "7 of 7", "BOTOX Cosmetic · C4821A2", "20",
    "BOTOX Cosmetic: 54 Allergan units", "not seen working", "at least 35 days",
    "26 Oct 2026", "Crow's feet, left", "3 severe", "Came because it wore off", "P. Lind",
    "Note: Frowns strongly to the left.",
    "unknown product, amount unknown, Forehead", "migraine", "Told by the patient",
    "drooping lid", "aftercare",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!gla_test_has_text (GTK_WIDGET (fixture->page), texts[i]))
      g_error ("The page does not show “%s”", texts[i]);
  assert_treatment (fixture, "2026-10-12");
  gla_test_assert_named (GTK_WIDGET (fixture->page));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "record-page");
}

/* Buttons of the card move the mark on the timeline, and the other way round. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  GlaTimeline *timeline = find_timeline (fixture);
  g_autofree char *december = gla_identifier_from_text ("2025-12-22");
  const GlaCycle *cycle;

  g_assert_nonnull (timeline);
  gla_test_press (GTK_WIDGET (fixture->page), "Previous Treatment");
  assert_treatment (fixture, "2026-07-27");
  gla_test_await_text (GTK_WIDGET (fixture->page), "27 Jul 2026 · Dr A. Osei");
  cycle = gla_timeline_get_selected (timeline);
  g_assert_nonnull (cycle);
  g_assert_cmpstr (cycle->area, ==, "GLAB");
  g_assert_cmpstr (cycle->treatment->id, ==, gla_record_page_get_treatment (fixture->page));

  gla_record_page_select_treatment (fixture->page, december);
  g_assert_cmpstr (gla_timeline_get_selected (timeline)->treatment->id, ==, december);
  gla_test_await_text (GTK_WIDGET (fixture->page), "BOTOX Cosmetic · lot unknown");
  gla_test_await_text (GTK_WIDGET (fixture->page), "Routine visit · asked to frown twice");
  gla_test_await_text (GTK_WIDGET (fixture->page),
                       "Unlike label or plan: Asked for earlier than planned: wedding");

  gla_test_focus (fixture->window);
  gtk_widget_child_focus (GTK_WIDGET (timeline), GTK_DIR_TAB_FORWARD);
  gla_test_key ("Left");
  gla_test_await_text (GTK_WIDGET (fixture->page), "6 Oct 2025 · Dr A. Osei");
  assert_treatment (fixture, "2025-10-06");
}

static gboolean
has_undone (gpointer data)
{
  return gla_test_has_text (GTK_WIDGET (((Fixture *) data)->page), "6 of 7");
}

static void
test_void_and_undo (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *expander;
  GtkWindow *question;

  gtk_widget_activate_action (page, "record.void-treatment", NULL);
  question = gla_test_await_window (ADW_TYPE_WINDOW);
  g_assert_true (question != fixture->window);
  gtk_editable_set_text (GTK_EDITABLE (gla_test_find_type (GTK_WIDGET (question),
                                                           ADW_TYPE_ENTRY_ROW)),
                         "entered for the wrong person");
  gla_test_press (GTK_WIDGET (question), "Void");
  gla_test_await_text (page, "6 of 6");
  assert_treatment (fixture, "2026-07-27");

  gla_context_undo (fixture->record->context);
  g_assert_true (gla_test_wait (has_undone, fixture, GLA_TEST_PATIENCE));

  expander = gla_test_find_type (page, GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gla_test_await_text (page, "Voided the treatment of 12 Oct 2026");
  gla_test_await_text (page, "Brought back the treatment of 12 Oct 2026");
  gla_test_await_text (page, "Added the treatment of 12 Oct 2026");
  gla_test_await_text (page, "entered for the wrong person");
}

static GtkWidget *
press_figure (Fixture    *fixture,
              const char *label)
{
  GtkWidget *button = gla_test_await (GTK_WIDGET (fixture->page), label);

  /* The focus scrolls it into view: a popover needs a place on the screen. */
  gtk_widget_grab_focus (button);
  gla_test_frames (button, 3);
  gla_test_press (GTK_WIDGET (fixture->page), label);
  gla_test_spin (50);
  return button;
}

/* A figure opens the rows it came from, and each row leads to its place. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *button = press_figure (fixture, "BOTOX Cosmetic: 54 Allergan units");

  gla_test_await_text (button, "Crow's feet, right: 12 Allergan units, BOTOX Cosmetic · C4821A2");
  gla_test_assert_named (button);
  gtk_popover_popdown (GTK_POPOVER (gla_test_find_type (button, GTK_TYPE_POPOVER)));
  gla_test_spin (50);
  g_assert_null (gla_test_find_type (button, GTK_TYPE_POPOVER));

  button = press_figure (fixture, "1 injection without a lot");
  gla_test_press (button, "Go to 22 Dec 2025, Glabella: 24 Allergan units, "
                          "BOTOX Cosmetic · lot unknown");
  assert_treatment (fixture, "2025-12-22");

  button = press_figure (fixture, "Glabella before treatment: 3");
  gla_test_await_text (button, "The last grade on or before the day of injection.");
}

/* A row of another treatment brings that treatment up. */
static void
test_go_to (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *april = gla_identifier_from_text ("2026-04-13");
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  const GlaReport *report;
  const GlaExposure *exposure;

  history = gla_store_read_history (gla_context_get_reader (fixture->record->context),
                                    GLA_TEST_PATIENT, &error);
  g_assert_no_error (error);
  report = g_ptr_array_index (history->reports, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.go-to", "(is)",
                              GLA_TIMELINE_RECORD_REPORT, report->id);
  assert_treatment (fixture, "2026-04-13");
  g_assert_cmpstr (gla_record_page_get_treatment (fixture->page), ==, april);
  gla_test_await_text (GTK_WIDGET (fixture->page),
                       "Patient, Forehead: worn off about 20 Jul 2026");

  exposure = g_ptr_array_index (history->exposures, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.go-to", "(is)",
                              GLA_TIMELINE_RECORD_EXPOSURE, exposure->id);
  assert_treatment (fixture, "2026-04-13");
}

/* What was shown stays until the next record is there. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  gla_record_page_set_patient (fixture->page, GLA_TEST_EMPTY_PATIENT);
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "Kaya, Mira"));
  wait_shown (fixture);
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "Nakamura, Olivia"));
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->page), "Kaya, Mira"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "No Treatments Yet"));
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->page), "12 Oct 2026 · Dr A. Osei"));
  g_assert_null (gla_record_page_get_treatment (fixture->page));
  gla_test_assert_named (GTK_WIDGET (fixture->page));

  show_patient (fixture, GLA_TEST_VAGUE_PATIENT);
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "2024 · injector not recorded"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "unknown product · lot unknown"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page),
                                    "birth date unknown · No. 000186"));

  gla_record_page_set_patient (fixture->page, NULL);
  gla_test_await_text (GTK_WIDGET (fixture->page), "Choose a Patient");
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->page), "Noor"));
}

static void
test_no_such_patient (Fixture       *fixture,
                      gconstpointer  data)
{
  gla_record_page_set_patient (fixture->page, "99999999-9999-4999-8999-999999999999");
  gla_test_await_text (GTK_WIDGET (fixture->page), "The Record Can’t Be Shown");
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->page), "Kaya, Mira"));
}

/* Another program writes to the file. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->record->path, GLA_STORE_DEFAULT, &error);
  GlaAdverseEvent event = {
    .patient = GLA_TEST_PATIENT, .kind = "headache", .onset = gla_day_new (2026, 10, 13),
    .resolved = GLA_DAY_NONE,
  };

  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.previous-treatment", NULL);
  gla_store_add_adverse_event (store, &event, NULL, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (fixture->record->context, "changed");
  gla_test_await_text (GTK_WIDGET (fixture->page), "headache");
  assert_treatment (fixture, "2026-07-27");
}

/* Every button that enters something opens its window, for this patient. */
static void
test_editors (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *action;
    GType (*get_type) (void);
  } cases[] = {
    { "record.new-treatment", gla_treatment_editor_get_type },
    { "record.edit-treatment", gla_treatment_editor_get_type },
    { "record.follow-up", gla_follow_up_editor_get_type },
    { "record.exposure", gla_exposure_editor_get_type },
    { "record.adverse-event", gla_adverse_event_editor_get_type },
    { "record.edit-patient", gla_patient_editor_get_type },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWindow *editor;

      gtk_widget_activate_action (GTK_WIDGET (fixture->page), cases[i].action, NULL);
      editor = gla_test_await_window (cases[i].get_type ());
      g_assert_true (gtk_window_get_transient_for (editor) == fixture->window);
      gla_test_destroy (editor);
    }
}

/* The choice of the table is kept for the next page. */
static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GSettings *settings = gla_context_get_settings (fixture->record->context);
  g_autoptr (GtkWidget) other = NULL;
  gboolean table;

  g_assert_null (gla_test_find_type (page, GLA_TYPE_TIMELINE_TABLE));
  gla_record_page_toggle_table (fixture->page);
  gla_test_frames (page, 2);
  g_assert_nonnull (gla_test_find_type (page, GLA_TYPE_TIMELINE_TABLE));
  g_assert_null (gla_test_find_type (page, GLA_TYPE_TIMELINE));
  g_assert_true (g_settings_get_boolean (settings, "timeline-table"));
  g_assert_true (gla_test_has_text (page, "between 36 and 56 days"));

  other = g_object_ref_sink (gla_record_page_new (fixture->record->context));
  g_object_get (other, "table", &table, NULL);
  g_assert_true (table);

  gtk_widget_activate_action (page, "record.table", NULL);
  gla_test_frames (page, 2);
  g_assert_nonnull (gla_test_find_type (page, GLA_TYPE_TIMELINE));
  g_assert_false (g_settings_get_boolean (settings, "timeline-table"));
}

/* The printed sheet as the printer would get it, read back. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->record->folder, "sheet.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", path);
  g_autofree char *text = NULL;
  GlaCycles *cycles = gla_timeline_get_cycles (find_timeline (fixture));
  int status;

  operation = gla_timeline_print_new (fixture->record->context, cycles, NULL, FALSE);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            fixture->window, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_spawn_command_line_sync (command, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (text, "Kaya"));
  g_assert_nonnull (strstr (text, "Glabella"));
  g_assert_nonnull (strstr (text, "000184"));
}

/* Another clinic is opened while a record is being read: the answer comes to a page that
   only the load still holds, and whose file is closed. */
static void
test_closed (void)
{
  GlaTestRecord *record = gla_test_record_new ();
  GlaRecordPage *page = GLA_RECORD_PAGE (gla_record_page_new (record->context));

  g_object_ref_sink (page);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gla_record_page_set_patient (page, GLA_TEST_PATIENT);
  gla_context_close (record->context);
  g_object_unref (page);
  g_assert_true (gla_test_wait (is_gone, &page, GLA_TEST_PATIENCE));
  gla_test_record_free (record);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(name, patient, func) \
  g_test_add ("/record-page/" name, Fixture, patient, set_up, func, tear_down)
  ADD ("shows", GLA_TEST_PATIENT, test_shows);
  ADD ("selection", GLA_TEST_PATIENT, test_selection);
  ADD ("void-and-undo", GLA_TEST_PATIENT, test_void_and_undo);
  ADD ("figures", GLA_TEST_PATIENT, test_figures);
  ADD ("go-to", GLA_TEST_PATIENT, test_go_to);
  ADD ("switch", GLA_TEST_PATIENT, test_switch);
  ADD ("no-such-patient", GLA_TEST_PATIENT, test_no_such_patient);
  ADD ("changed", GLA_TEST_PATIENT, test_changed);
  ADD ("editors", GLA_TEST_PATIENT, test_editors);
  ADD ("table", GLA_TEST_PATIENT, test_table);
  ADD ("print", GLA_TEST_PATIENT, test_print);
  g_test_add_func ("/record-page/closed", test_closed);

  return g_test_run ();
}

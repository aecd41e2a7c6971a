/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A review, from the record of a patient to what it says afterwards, in the whole window. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-follow-up-editor.h"
#include "gla-handout-choice.h"
#include "gla-print-window.h"
#include "gla-record-page.h"
#include "gla-sheet-list.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#include <string.h>

#define TODAY gla_day_new (2026, 11, 23)

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  char *patient;
  char *event;
  GlaWindow *window;
  guint n_wanted;
} Fixture;

/* Three areas four weeks ago, and a lid that dropped after a week. */
static void
make_clinic (Fixture *self)
{
  const GlaPatient patient = { .family_name = "Kaya", .given_name = "Mira",
                               .birth_day = gla_day_new (1984, 3, 14) };
  GlaTreatment treatment = { .day = TODAY - 28, .consent_day = GLA_DAY_NONE };
  GlaInjection injections[] = {
    { .area = "FRON", .product = "ona", .lot = "C4821A2", .units = GLA_UNITS (10) },
    { .area = "GLAB", .product = "ona", .lot = "C4821A2", .units = GLA_UNITS (20) },
    { .area = "LCL", .product = "ona", .lot = "C4821A2", .units = GLA_UNITS (24) },
  };
  GlaAdverseEvent event = { .area = "GLAB", .kind = "Drooping lid", .onset = TODAY - 21,
                            .resolved = GLA_DAY_NONE };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (gla_store_add_patient (store, &patient, &self->patient, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (injections); i++)
    g_ptr_array_add (list, &injections[i]);
  treatment.patient = self->patient;
  g_assert_true (gla_store_add_treatment (store, &treatment, list, NULL, &id, &error));
  event.patient = self->patient;
  event.treatment = id;
  g_assert_true (gla_store_add_adverse_event (store, &event, &self->event, &error));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  make_clinic (self);
  self->window = gla_window_new (application, TODAY);
  gla_window_open (self->window, self->path, TRUE);
  gla_test_present (GTK_WINDOW (self->window));
  gla_test_focus (GTK_WINDOW (self->window));
  gla_test_key ("<Control>f");
  gla_test_type ("kaya");
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->window), "Injections and effect");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (GTK_WINDOW (self->window));
  gla_test_drop_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->patient);
  g_free (self->event);
}

static GlaHistory *
read_history (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GlaContext *context = gla_window_get_context (self->window);
  GlaHistory *history = gla_store_read_history (gla_context_get_reader (context), self->patient,
                                                &error);

  g_assert_no_error (error);
  return history;
}

static gboolean
has_records (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GlaHistory) history = read_history (self);

  return history->assessments->len + history->ratings->len == self->n_wanted;
}

static GtkWidget *
open_follow_up (void)
{
  GtkWindow *editor;

  gla_test_key ("<Control>u");
  editor = gla_test_await_window (GLA_TYPE_FOLLOW_UP_EDITOR);
  gla_test_focus (editor);
  return GTK_WIDGET (editor);
}

static void
save (Fixture *self,
      guint    n_wanted)
{
  self->n_wanted = n_wanted;
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (has_records, self, GLA_TEST_PATIENCE));
  gla_test_focus (GTK_WINDOW (self->window));
}

/* Row 7 of the day in the clinic (competition, section 6): two keys and two digits an area. */
static void
test_review (Fixture       *self,
             gconstpointer  data)
{
  static const char digits[] = "211020";
  g_autoptr (GlaHistory) history = NULL;
  guint keys = 0;

  open_follow_up ();
  keys++;
  gla_test_type (digits);
  save (self, 3);
  keys++;
  g_test_message ("record a review of 3 areas: %u keys and %u digits; the target is 2 and 6", keys,
                  (guint) strlen (digits));
  g_assert_cmpuint (keys, <=, 2);
  history = read_history (self);
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *grade = history->assessments->pdata[i];

      g_assert_cmpint (grade->day, ==, TODAY);
      g_assert_cmpint (grade->at_maximum, >=, 1);
      g_assert_cmpint (grade->at_rest, <=, 1);
    }
}

static void
assert_report (GtkWindow *window)
{
  GtkWidget *list, *scroller;

  gla_test_focus (window);
  gla_test_await_text (GTK_WIDGET (window), " page");
  list = gla_test_find_type (GTK_WIDGET (window), GLA_TYPE_SHEET_LIST);
  g_assert_cmpstr (gla_sheet_list_get_shown (GLA_SHEET_LIST (list))->key, ==,
                   GLA_SHEET_ADVERSE_EVENT);
  gla_test_spin (300);
  gla_test_screenshot (GTK_WIDGET (window), "print-event");
  /* It stands far below, and is in view. */
  scroller = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpfloat (gtk_adjustment_get_value (
                       gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))),
                     >, 0);
  gla_test_destroy (window);
}

/* What the patient answers stands with the treatment; an event leads to its report. */
static void
test_afterwards (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *editor = open_follow_up ();
  GtkWidget *page;

  adw_combo_row_set_selected (
    ADW_COMBO_ROW (gla_test_await (editor, "Satisfaction of the patient")), 2);
  save (self, 1);
  gla_test_await_text (GTK_WIDGET (self->window), "2 dissatisfied");
  gla_test_assert_named (GTK_WIDGET (self->window));

  page = gla_test_find_type (GTK_WIDGET (self->window), GLA_TYPE_RECORD_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "record.report-event", "s", self->event));
  assert_report (gla_test_await_window (GLA_TYPE_PRINT_WINDOW));

  gla_test_focus (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (gla_test_await (
    GTK_WIDGET (self->window), "Adverse event: Drooping lid, Not recorded, 2 Nov 2026"));
  gla_test_key ("<Control>p");
  assert_report (gla_test_await_window (GLA_TYPE_PRINT_WINDOW));
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/window/review/three-areas", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/window/review/afterwards", Fixture, NULL, set_up, test_afterwards, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}

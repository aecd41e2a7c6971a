/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "It isn't working", from the complaint to the sheet on disk, in the whole window. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-case-panel.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#include <string.h>

#define TODAY gla_day_new (2026, 11, 23)
/* Answers that a practitioner gives at most (competition, section 6, task 10). */
#define MOST_ANSWERS 8

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  char *patient;
  GlaWindow *window;
  guint n_answers;
} Fixture;

static void
add_grade (GlaStore   *store,
           const char *patient,
           const char *treatment,
           GlaDay      day,
           int         grade)
{
  g_autoptr (GPtrArray) grades = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GlaAssessment assessment = { .patient = patient, .treatment = treatment, .area = "GLAB",
                               .day = day, .scale = "fws", .at_rest = 1, .at_maximum = grade };

  g_ptr_array_add (grades, &assessment);
  g_assert_true (gla_store_add_follow_up (store, grades, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Severe before 12 October, 10 units in the glabella, and severe four weeks later. */
static void
make_clinic (Fixture *fixture)
{
  const GlaPatient patient = { .family_name = "Kaya", .given_name = "Mira",
                               .birth_day = gla_day_new (1984, 3, 14) };
  GlaTreatment treatment = { .day = gla_day_new (2026, 10, 12), .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .lot = "C4821A2",
                             .units = GLA_UNITS (10), .points = 5 };
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_CREATE, &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (gla_store_add_patient (store, &patient, &fixture->patient, &error));
  add_grade (store, fixture->patient, NULL, treatment.day, 3);
  treatment.patient = fixture->patient;
  g_ptr_array_add (injections, &injection);
  g_assert_true (gla_store_add_treatment (store, &treatment, injections, NULL, &id, &error));
  add_grade (store, fixture->patient, id, gla_day_new (2026, 11, 9), 3);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  make_clinic (fixture);
  fixture->window = gla_window_new (application, TODAY);
  gla_window_open (fixture->window, fixture->path, TRUE);
  gla_test_present (GTK_WINDOW (fixture->window));
  gla_test_focus (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (GTK_WINDOW (fixture->window));
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->patient);
}

static GtkWidget *
get_root (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static const char *
get_step (Fixture *fixture)
{
  GtkWidget *panel = gla_test_find_type (get_root (fixture), GLA_TYPE_CASE_PANEL);
  GlaKeptCase *kept = NULL;

  if (panel != NULL)
    kept = gla_case_session_get_case (gla_case_panel_get_session (GLA_CASE_PANEL (panel)));
  return kept != NULL ? gla_case_get_step (kept->state)->id : "";
}

typedef struct
{
  Fixture *fixture;
  const char *step;
} Wanted;

static gboolean
stands (gpointer data)
{
  Wanted *wanted = data;

  return g_str_equal (get_step (wanted->fixture), wanted->step);
}

/* The record, its map and the case fit a screen of the least width (ux, the first lines). */
static void
assert_fits (Fixture *fixture)
{
  int least;

  gtk_widget_measure (get_root (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1366);
}

static void
await_step (Fixture    *fixture,
            const char *step)
{
  Wanted wanted = { fixture, step };

  if (!gla_test_wait (stands, &wanted, GLA_TEST_PATIENCE))
    g_error ("stands at %s, not at %s", get_step (fixture), step);
  /* The panel is built anew in an idle moment, with the keyboard at the question. */
  gla_test_frames (get_root (fixture), 3);
}

static void
answer (Fixture    *fixture,
        const char *key,
        const char *step)
{
  fixture->n_answers++;
  gla_test_key (key);
  await_step (fixture, step);
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static char *
read_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                     NULL, &error))
    g_error ("%s", error->message);
  return text;
}

/* The name is typed whole, as a person may do. */
static void
save_sheet (Fixture    *fixture,
            const char *what,
            const char *path)
{
  GtkWidget *panel = gla_test_find_type (get_root (fixture), GLA_TYPE_CASE_PANEL);
  GtkWindow *chooser;

  gtk_widget_activate_action (panel, "case.save", "s", what);
  chooser = gla_test_await_named_window ("GtkFileChooserDialog");
  gla_test_focus (chooser);
  gla_test_key ("<Control>a");
  gla_test_type (path);
  gla_test_key ("Return");
  if (!gla_test_wait (is_there, (gpointer) path, GLA_TEST_PATIENCE))
    g_error ("%s was not written", path);
  gla_test_focus (GTK_WINDOW (fixture->window));
}

static void
test_complaint_to_sheet (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *sheet = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *dossier = g_build_filename (fixture->folder, "dossier.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *pages = NULL;

  gla_test_key ("<Control>f");
  gla_test_type ("kaya");
  gla_test_key ("Return");
  gla_test_await_text (get_root (fixture), "Injections and effect");
  gla_test_key ("<Control>j");
  await_step (fixture, "S0");
  assert_fits (fixture);
  answer (fixture, "1", "S1");
  answer (fixture, "1", "S1a");
  answer (fixture, "1", "S6");
  gla_test_await_text (get_root (fixture), "what is left?");
  gla_test_screenshot (get_root (fixture), "case-question");
  answer (fixture, "3", "S8");
  g_test_message ("answers: %u of %u", fixture->n_answers, MOST_ANSWERS);
  g_assert_cmpuint (fixture->n_answers, <=, MOST_ANSWERS);
  gla_test_await_text (get_root (fixture), "Waiting for the next treatment");
  gla_test_await_text (get_root (fixture), "Record shows: 10 U; label 20 U");
  gla_test_assert_named (get_root (fixture));
  gla_test_screenshot (get_root (fixture), "case-plan");

  save_sheet (fixture, "sheet", sheet);
  text = read_pdf (sheet);
  g_assert_nonnull (strstr (text, "Mira Kaya"));
  g_assert_nonnull (strstr (text, "swallow"));
  /* What only professionals read is on no sheet of a patient. */
  g_assert_null (strstr (text, "BC-PI"));
  save_sheet (fixture, "dossier", dossier);
  pages = read_pdf (dossier);
  g_assert_nonnull (strstr (pages, "C4821A2"));
  g_assert_nonnull (strstr (pages, "does not diagnose"));
}

/* Planned, booked and prepared: three keys after the plan. */
static void
test_plan_repeat (Fixture       *fixture,
                  gconstpointer  data)
{
  GlaStore *reader;
  g_autoptr (GPtrArray) bookings = NULL;
  g_autofree char *draft = NULL;

  gla_test_key ("<Control>f");
  gla_test_type ("kaya");
  gla_test_key ("Return");
  gla_test_await_text (get_root (fixture), "Injections and effect");
  gla_test_key ("<Control>j");
  await_step (fixture, "S0");
  answer (fixture, "1", "S1");
  answer (fixture, "1", "S1a");
  answer (fixture, "1", "S6");
  answer (fixture, "3", "S8");
  gla_test_press (get_root (fixture), "Plan _Repeat");
  gla_test_await_text (get_root (fixture), "prepared in New Treatment");
  reader = gla_context_get_reader (gla_window_get_context (fixture->window));
  bookings = gla_store_list_bookings (reader, GLA_DAY_NONE, GLA_DAY_NONE, NULL);
  g_assert_cmpuint (bookings->len, ==, 1);
  g_assert_cmpint (((GlaBookedPatient *) bookings->pdata[0])->booking->day, >, TODAY);
  draft = gla_store_get_draft (reader, "treatment", fixture->patient, NULL);
  g_assert_nonnull (strstr (draft, "GLAB"));
  g_assert_nonnull (strstr (draft, "Another lot than C4821A2"));
  g_assert_null (strstr (draft, "lot=C4821A2"));
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/window/case/complaint-to-sheet", test_complaint_to_sheet);
  TEST ("/window/case/plan-repeat", test_plan_repeat);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}

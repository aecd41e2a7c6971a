/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patients-page.h"

#include "gla-patient-list-row.h"
#include "gla-store-write.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GlaPatientsPage *page;
  char *named;
} Fixture;

static void
new_patient_cb (Fixture    *fixture,
                const char *name)
{
  g_free (fixture->named);
  fixture->named = g_strdup (name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
  fixture->page = gla_patients_page_new (fixture->record->context);
  g_signal_connect_swapped (fixture->page, "new-patient", G_CALLBACK (new_patient_cb), fixture);
  fixture->window = g_object_new (ADW_TYPE_WINDOW,
                                  "default-width", 1366,
                                  "default-height", 768,
                                  "content", fixture->page,
                                  NULL);
  gla_test_present (fixture->window);
  gla_test_focus (fixture->window);
  gla_test_await_text (GTK_WIDGET (fixture->page), "3 patients");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_test_record_free (fixture->record);
  g_free (fixture->named);
}

static gboolean
has_patient (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (gla_patients_page_get_patient (fixture->page), GLA_TEST_PATIENT) == 0;
}

static gboolean
has_nobody (gpointer data)
{
  return gla_patients_page_get_patient (((Fixture *) data)->page) == NULL;
}

/* Ctrl+F is the window's; from there four letters and Enter. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *focus;

  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->page), "No Patient Chosen"));
  gla_patients_page_focus_search (fixture->page);
  gla_test_type ("kaya");
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (has_patient, fixture, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (fixture->page), "1 found");
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_true (GLA_IS_PATIENT_LIST_ROW (gtk_widget_get_first_child (focus)));

  /* Typing in the list searches; the rest of the word goes to the entry as well. */
  gla_test_type ("na");
  gla_test_await_text (GTK_WIDGET (fixture->page), "No patient fits “kayana”.");
  gla_test_key ("Escape");
  gla_test_await_text (GTK_WIDGET (fixture->page), "3 patients");
  g_assert_true (has_patient (fixture));
}

static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  gla_patients_page_focus_search (fixture->page);
  gla_test_key ("Down");
  first = g_strdup (gla_patients_page_get_patient (fixture->page));
  g_assert_nonnull (first);
  gla_test_key ("Down");
  second = g_strdup (gla_patients_page_get_patient (fixture->page));
  g_assert_cmpstr (first, !=, second);
  gla_test_key ("Up");
  g_assert_cmpstr (gla_patients_page_get_patient (fixture->page), ==, first);
}

static void
test_nothing_found (Fixture       *fixture,
                    gconstpointer  data)
{
  gla_patients_page_search (fixture->page, "Aiko Sato");
  gla_test_await_text (GTK_WIDGET (fixture->page), "No patient fits “Aiko Sato”.");
  gla_test_assert_named (GTK_WIDGET (fixture->page));
  gla_test_press (GTK_WIDGET (fixture->page), "New Patient with This Name");
  g_assert_cmpstr (fixture->named, ==, "Aiko Sato");
  gla_test_press (GTK_WIDGET (fixture->page), "Clear Search");
  gla_test_await_text (GTK_WIDGET (fixture->page), "3 patients");

  /* A date is no name. */
  gla_patients_page_search (fixture->page, "1901-01-01");
  gla_test_await_text (GTK_WIDGET (fixture->page), "No patient fits");
  g_assert_null (gla_test_find (GTK_WIDGET (fixture->page), "New Patient with This Name"));
}

/* Opening someone whom the search does not find clears it. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  gla_patients_page_search (fixture->page, "nakamura");
  gla_test_await_text (GTK_WIDGET (fixture->page), "1 found");
  gla_patients_page_open (fixture->page, GLA_TEST_PATIENT);
  g_assert_true (has_patient (fixture));
  gla_test_await_text (GTK_WIDGET (fixture->page), "3 patients");
}

static gpointer
void_patient (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gla_store_void (store, GLA_TABLE_PATIENT, data, "test", error);
  return NULL;
}

static void
test_taken_out (Fixture       *fixture,
                gconstpointer  data)
{
  gla_patients_page_open (fixture->page, GLA_TEST_PATIENT);
  gla_test_await_text (GTK_WIDGET (fixture->page), "Kaya, Mira");
  gla_store_worker_run_async (gla_context_get_worker (fixture->record->context), void_patient,
                              (gpointer) GLA_TEST_PATIENT, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (gla_test_wait (has_nobody, fixture, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (fixture->page), "2 patients");
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = gla_test_await (GTK_WIDGET (fixture->page),
                                   "Nakamura, Olivia, born 2 Jul 1995, no treatment yet");

  g_assert_true (gla_test_has_text (row, "b. 1995 · new"));
  gla_test_assert_named (GTK_WIDGET (fixture->page));
  gla_test_screenshot (GTK_WIDGET (fixture->page), "patients-page");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func) \
  g_test_add ("/pages/patients-page/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("find", test_find);
  ADD ("arrows", test_arrows);
  ADD ("nothing-found", test_nothing_found);
  ADD ("open", test_open);
  ADD ("taken-out", test_taken_out);
  ADD ("rows", test_rows);
#undef ADD

  return g_test_run ();
}

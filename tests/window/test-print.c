/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From Ctrl+P to a PDF on disk, in the whole window. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-lot-window.h"
#include "gla-print-window.h"
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
  GlaWindow *window;
} Fixture;

/* Treated so many days ago. */
static void
make_clinic (Fixture *fixture,
             int      days)
{
  const GlaPatient patient = { .family_name = "Kaya", .given_name = "Mira",
                               .birth_day = gla_day_new (1984, 3, 14) };
  GlaTreatment treatment = { .day = TODAY - days, .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .lot = "C4821A2",
                             .units = GLA_UNITS (20), .points = 5 };
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (gla_store_add_patient (store, &patient, &fixture->patient, &error));
  treatment.patient = fixture->patient;
  g_ptr_array_add (injections, &injection);
  g_assert_true (gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  make_clinic (fixture, 5);
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

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static guint
count_given (Fixture *fixture)
{
  GlaContext *context = gla_window_get_context (fixture->window);
  g_autoptr (GlaHistory) history =
    gla_store_read_history (gla_context_get_reader (context), fixture->patient, NULL);

  return history->documents->len;
}

static gboolean
is_noted (gpointer data)
{
  return count_given (data) == 1;
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

/* Five days after: what to wait for is chosen already; three keys and a name. */
static void
test_to_pdf (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *text = NULL;
  GtkWindow *window, *chooser;

  gla_test_key ("<Control>f");
  gla_test_type ("kaya");
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (fixture->window), "Injections and effect");
  gla_test_key ("<Control>p");
  window = gla_test_await_window (GLA_TYPE_PRINT_WINDOW);
  gla_test_focus (window);
  gla_test_await_text (GTK_WIDGET (window), " page");
  gla_test_assert_named (GTK_WIDGET (window));
  gla_test_screenshot (GTK_WIDGET (window), "print");
  gla_test_key ("<Control>s");
  chooser = gla_test_await_window (g_type_from_name ("GtkFileChooserDialog"));
  gla_test_focus (chooser);
  gla_test_key ("<Control>a");
  gla_test_type (path);
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (is_there, path, GLA_TEST_PATIENCE));
  text = read_pdf (path);
  g_assert_nonnull (strstr (text, "Mira Kaya"));
  g_assert_nonnull (strstr (text, "not-yet"));
  g_assert_true (gla_test_wait (is_noted, fixture, GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (fixture->window), "noted as given");
}

/* The dialog has a main loop of its own, so it is looked for from inside it. */
static gboolean
leave_dialog_cb (gpointer data)
{
  gboolean *was_there = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (window->data), "GtkPrintUnixDialog")
        && gtk_widget_get_mapped (window->data))
      {
        *was_there = TRUE;
        gtk_window_close (window->data);
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static gboolean
was_dialog_there (gpointer data)
{
  return *(gboolean *) data;
}

/*
 * Row 12 of the day in the clinic, from the main window: who had a lot, and the list, the call
 * sheet and a letter to each in one job. Saved instead of printed, the job can be read.
 */
static void
test_lot (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lot.pdf", NULL);
  g_autofree char *text = NULL;
  GtkWindow *window, *dialog;
  gboolean was_there = FALSE;
  guint acts = 0;

  gla_test_key ("<Control>l");
  acts++;
  window = gla_test_await_window (GLA_TYPE_LOT_WINDOW);
  gla_test_focus (window);
  gla_test_type ("c4821a2");
  gla_test_key ("Return");
  acts++;
  gla_test_await_text (GTK_WIDGET (window), "1 patient");
  gla_test_await_text (GTK_WIDGET (window), "Kaya, Mira");
  g_timeout_add (50, leave_dialog_cb, &was_there);
  gla_test_key ("<Control>p");
  acts++;
  g_assert_true (gla_test_wait (was_dialog_there, &was_there, GLA_TEST_PATIENCE));
  g_test_message ("who had a lot, and its papers: %u acts and the lot, of at most 3", acts);
  g_assert_cmpuint (acts, <=, 3);

  gla_test_focus (window);
  gla_test_key ("<Control>s");
  dialog = gla_test_await_named_window ("GtkFileChooserDialog");
  gla_test_focus (dialog);
  gla_test_key ("<Control>a");
  gla_test_type (path);
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (is_there, path, GLA_TEST_PATIENCE));
  text = read_pdf (path);
  /* The list with the number to call, and the letter after it. */
  g_assert_nonnull (strstr (text, "Everybody who had lot c4821a2."));
  g_assert_nonnull (strstr (text, "Kaya, Mira"));
  g_assert_nonnull (strstr (text, "lot-letter"));
  gla_test_focus (window);
  gla_test_key ("Escape");
  gla_test_focus (GTK_WINDOW (fixture->window));
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/window/print/to-pdf", Fixture, NULL, set_up, test_to_pdf, tear_down);
  g_test_add ("/window/print/lot", Fixture, NULL, set_up, test_lot, tear_down);
  result = g_test_run ();
  g_object_unref (application);
  return result;
}

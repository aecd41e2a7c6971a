/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-window.h"

#include <glib/gstdio.h>

#include "gla-application.h"
#include "gla-confirm.h"
#include "gla-patient-editor.h"
#include "gla-setting.h"
#include "gla-shortcuts-window.h"
#include "gla-store-read.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#define TODAY gla_day_new (2026, 11, 23)

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  GlaWindow *window;
} Fixture;

static void
open_window (Fixture  *fixture,
             gboolean  must_exist)
{
  fixture->window = gla_window_new (application, TODAY);
  gla_window_open (fixture->window, fixture->path, must_exist);
  gla_test_present (GTK_WINDOW (fixture->window));
  gla_test_focus (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gla_test_destroy (GTK_WINDOW (fixture->window));
  g_chmod (fixture->folder, 0700);
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
make_clinic (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
}

static void
await_text (Fixture    *fixture,
            const char *text)
{
  gla_test_await_text (GTK_WIDGET (fixture->window), text);
}

static char *
get_setting (Fixture    *fixture,
             const char *name)
{
  return gla_store_get_setting (
      gla_context_get_reader (gla_window_get_context (fixture->window)), name, NULL);
}

static gboolean
has_author (gpointer data)
{
  g_autofree char *author = get_setting (data, GLA_SETTING_AUTHOR);

  return author != NULL;
}

static gboolean
is_closed (gpointer data)
{
  Fixture *fixture = data;

  return gla_patients_page_get_patient (gla_window_get_patients (fixture->window)) == NULL;
}

static gboolean
is_searching (gpointer data)
{
  Fixture *fixture = data;

  return GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* From nothing to a patient who is found again, by keyboard alone. */
static void
test_first_start (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWindow *editor;

  open_window (fixture, FALSE);
  await_text (fixture, "Welcome to Glabella");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "window-start");
  gla_test_type ("Skin Clinic");
  gla_test_key ("Return");
  gla_test_type ("Dr A. Osei");
  gla_test_press (GTK_WIDGET (fixture->window), "Begin");
  await_text (fixture, "No Patients Yet");
  g_assert_true (gla_test_wait (has_author, fixture, GLA_TEST_PATIENCE));
  await_text (fixture, "Skin Clinic");
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "window-empty");

  gla_test_key ("<Control>n");
  editor = gla_test_await_window (GLA_TYPE_PATIENT_EDITOR);
  gla_test_focus (editor);
  gla_test_type ("Sato");
  gla_test_key ("Return");
  gla_test_type ("Aiko");
  gla_test_key ("Return");
  gla_test_type ("1984-05-12");
  gla_test_key ("<Control>Return");
  await_text (fixture, "Sato, Aiko: added");
  await_text (fixture, "1 patient");
  gla_test_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (gla_patients_page_get_patient (gla_window_get_patients (fixture->window)));

  gla_test_key ("<Control>f");
  gla_test_type ("aiko");
  await_text (fixture, "1 found");
  gla_test_type ("x");
  await_text (fixture, "No patient fits");
  gla_test_key ("BackSpace");
  gla_test_key ("Return");
  await_text (fixture, "42 years");
  gla_test_screenshot (GTK_WIDGET (fixture->window), "window-patient");

  /* Undo takes the patient back out, and the record closes. */
  gla_test_key ("<Control>z");
  await_text (fixture, "Undone: Sato, Aiko: added");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));
  gla_test_key ("<Control>f");
  g_assert_true (gla_test_wait (is_searching, fixture, GLA_TEST_PATIENCE));
  gla_test_key ("Escape");
  await_text (fixture, "No Patients Yet");
}

/* What was typed when the program was killed is offered at the next start. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWindow *editor;

  make_clinic (fixture);
  open_window (fixture, TRUE);
  await_text (fixture, "No Patients Yet");
  gla_test_key ("<Control>n");
  editor = gla_test_await_window (GLA_TYPE_PATIENT_EDITOR);
  gla_test_focus (editor);
  gla_test_type ("Sato");
  gla_test_spin (500);
  gtk_window_destroy (editor);
  gla_test_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));

  open_window (fixture, TRUE);
  await_text (fixture, "A new patient was typed and not saved.");
  gla_test_press (GTK_WIDGET (fixture->window), "Continue");
  editor = gla_test_await_window (GLA_TYPE_PATIENT_EDITOR);
  gla_test_await_text (GTK_WIDGET (editor), "Sato");
  gtk_window_destroy (editor);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closing the window closes the editor above it first, which keeps its draft. */
static void
test_close_with_editor (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWindow *editor;

  make_clinic (fixture);
  open_window (fixture, TRUE);
  await_text (fixture, "No Patients Yet");
  gla_test_key ("<Control>n");
  editor = gla_test_await_window (GLA_TYPE_PATIENT_EDITOR);
  gla_test_focus (editor);
  gla_test_type ("Sato");
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (gla_test_wait (is_null, &fixture->window, GLA_TEST_PATIENCE));

  open_window (fixture, TRUE);
  await_text (fixture, "A new patient was typed and not saved.");
}

/* Files that are no good */

static void
write_foreign (const char *path)
{
  g_assert_true (g_file_set_contents (path, "name;birth\nKaya;1984\n", -1, NULL));
}

static void
write_truncated (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, length / 3, NULL));
}

/* The number of the schema is in the header of the file, at byte 60. */
static void
write_newer (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[62] = 99;
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
remove_file (const char *path)
{
  g_unlink (path);
}

/* A note that another computer holds the file, as fresh as can be. */
static void
write_lock (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *lock = g_build_filename (folder, ".clinic.glabella.open", NULL);

  g_assert_true (g_file_set_contents (
      lock, "[open]\ncomputer=another one\nhost=frontdesk\nuser=anna\n", -1, NULL));
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  const struct
  {
    const char *name;
    void (*spoil) (const char *path);
    const char *title;
    const char *text;
  } cases[] = {
    { "foreign", write_foreign, "This Is Not a Clinic File", "left as it is" },
    { "truncated", write_truncated, "The Clinic File Is Damaged", "left as it is" },
    { "newer", write_newer, "The Clinic File Is From a Newer Version", "left as it is" },
    { "missing", remove_file, "The Clinic File Is Not There", fixture->path },
    { "locked", write_lock, "The Clinic Is Open Elsewhere", "frontdesk" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *picture = g_strconcat ("window-problem-", cases[i].name, NULL);

      g_test_message ("%s", cases[i].name);
      make_clinic (fixture);
      cases[i].spoil (fixture->path);
      open_window (fixture, TRUE);
      await_text (fixture, cases[i].title);
      await_text (fixture, cases[i].text);
      gla_test_assert_named (GTK_WIDGET (fixture->window));
      g_assert_nonnull (gla_test_find (GTK_WIDGET (fixture->window), "Open Another…"));
      g_assert_nonnull (gla_test_find (GTK_WIDGET (fixture->window), "Restore a Backup…"));
      g_assert_nonnull (gla_test_find (GTK_WIDGET (fixture->window), "New Clinic…"));
      g_assert_null (gla_window_get_context (fixture->window));
      gla_test_screenshot (GTK_WIDGET (fixture->window), picture);
      gla_test_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
      gla_test_drop_folder (fixture->folder);
      g_mkdir (fixture->folder, 0700);
    }
}

/* Once the trouble is over, Try Again opens the clinic. */
static void
test_try_again (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *lock = g_build_filename (fixture->folder, ".clinic.glabella.open", NULL);

  make_clinic (fixture);
  write_lock (fixture->path);
  open_window (fixture, TRUE);
  await_text (fixture, "frontdesk");
  g_unlink (lock);
  gla_test_press (GTK_WIDGET (fixture->window), "Try Again");
  await_text (fixture, "No Patients Yet");
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  gla_test_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* The dialogs of the window itself */

static void
test_dialogs (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *shortcuts;

  make_clinic (fixture);
  open_window (fixture, TRUE);
  await_text (fixture, "No Patients Yet");

  gla_test_key ("F1");
  shortcuts = gla_test_await_window (GLA_TYPE_SHORTCUTS_WINDOW);
  gla_test_assert_named (GTK_WIDGET (shortcuts));
  g_assert_true (gla_test_has_text (GTK_WIDGET (shortcuts), "Ctrl+N"));
  gla_test_focus (shortcuts);
  gla_test_key ("Escape");
  gla_test_focus (GTK_WINDOW (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.about", NULL);
  gtk_window_destroy (gla_test_await_window (GTK_TYPE_ABOUT_DIALOG));

  gla_test_focus (GTK_WINDOW (fixture->window));
  gla_test_key ("<Control>z");
  await_text (fixture, "Nothing to undo");
}

/* An error of a page stands above the window that was in front. */
static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (GLA_STORE_ERROR, GLA_STORE_ERROR_FULL,
                                                  "The disk is full & <so on>.");
  GtkWindow *editor, *message;

  make_clinic (fixture);
  open_window (fixture, TRUE);
  await_text (fixture, "No Patients Yet");
  gla_test_key ("<Control>n");
  editor = gla_test_await_window (GLA_TYPE_PATIENT_EDITOR);
  gla_context_show_error (gla_window_get_context (fixture->window), "Not saved.", error);
  message = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  g_assert_true (gtk_window_get_transient_for (message) == editor);
  g_assert_true (gla_test_has_text (GTK_WIDGET (message), "The disk is full & <so on>."));
  gla_test_press (GTK_WIDGET (message), "Close");
  gtk_window_destroy (editor);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  make_clinic (fixture);
  open_window (fixture, TRUE);
  gla_test_press (GTK_WIDGET (fixture->window), "Look at a Sample Clinic");
  await_text (fixture, "300 patients");
  await_text (fixture, "Sample Clinic");
  /* The next start opens the clinic that is one's own. */
  {
    g_autoptr (GSettings) settings = g_settings_new (GLA_APPLICATION_ID);
    g_autofree char *last = g_settings_get_string (settings, "last-clinic");

    g_assert_cmpstr (last, ==, fixture->path);
  }
}

/* A second start */

static void
test_second_start (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *program = g_getenv ("GLA_PROGRAM");
  g_autofree char *script = NULL;
  g_autofree char *output = NULL;
  g_autofree char *tool = g_find_program_in_path ("dbus-run-session");
  g_autofree char *waiter = g_find_program_in_path ("gdbus");
  const char *arguments[] = { "dbus-run-session", "--", "sh", "-c", NULL, NULL };

  if (tool == NULL || waiter == NULL || program == NULL
      || !g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("needs dbus-run-session, gdbus and the built program");
      return;
    }

  make_clinic (fixture);
  /* The second one ends at once with status 0 and leaves the first one running. */
  script = g_strdup_printf ("'%s' --clinic '%s' & first=$!\n"
                            "gdbus wait --session --timeout 20 %s || exit 1\n"
                            "timeout 20 '%s' --clinic '%s'; echo \"second $?\"\n"
                            "kill -0 $first && echo 'first runs'\n"
                            "kill $first; wait $first\n",
                            program, fixture->path, GLA_APPLICATION_ID, program, fixture->path);
  arguments[4] = script;
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &output, NULL, NULL, NULL));
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_assert_cmpstr (output, ==, "second 0\nfirst runs\n");
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("first-start", test_first_start);
  ADD ("draft", test_draft);
  ADD ("close-with-editor", test_close_with_editor);
  ADD ("problems", test_problems);
  ADD ("try-again", test_try_again);
  ADD ("dialogs", test_dialogs);
  ADD ("error", test_error);
  ADD ("sample", test_sample);
  ADD ("second-start", test_second_start);
#undef ADD

  result = g_test_run ();
  g_object_unref (application);
  return result;
}

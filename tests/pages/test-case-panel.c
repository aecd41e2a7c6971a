/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Not working?" beside a record, by keyboard, on a real clinic file. */

#include "config.h"

#include "gla-case-panel.h"
#include "gla-handout-choice.h"
#include "gla-record-split.h"
#include "gla-sheet-print.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-test-folder.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <string.h>

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GlaRecordSplit *split;
} Fixture;

static gboolean
has_data (gpointer data)
{
  Fixture *fixture = data;

  return gla_record_page_get_data (gla_record_split_get_record (fixture->split)) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
  fixture->window = GTK_WINDOW (adw_application_window_new (NULL));
  fixture->split = GLA_RECORD_SPLIT (gla_record_split_new (fixture->record->context));
  gtk_window_set_default_size (fixture->window, 1280, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window),
                                      GTK_WIDGET (fixture->split));
  gla_record_page_set_patient (gla_record_split_get_record (fixture->split), GLA_TEST_PATIENT);
  gla_test_present (fixture->window);
  g_assert_true (gla_test_wait (has_data, fixture, GLA_TEST_PATIENCE));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_test_record_free (fixture->record);
}

static GlaCaseSession *
get_session (Fixture *fixture)
{
  return gla_case_panel_get_session (
    GLA_CASE_PANEL (gla_test_find_type (GTK_WIDGET (fixture->split), GLA_TYPE_CASE_PANEL)));
}

static const char *
get_step (Fixture *fixture)
{
  GlaKeptCase *kept = gla_case_session_get_case (get_session (fixture));

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

static void
await_step (Fixture    *fixture,
            const char *step)
{
  Wanted wanted = { fixture, step };

  if (!gla_test_wait (stands, &wanted, GLA_TEST_PATIENCE))
    g_error ("stands at %s, not at %s", get_step (fixture), step);
  /* The panel is built anew in an idle moment, with the keyboard at the question. */
  gla_test_frames (GTK_WIDGET (fixture->split), 3);
}

static void
answer (Fixture    *fixture,
        const char *key,
        const char *step)
{
  gla_test_key (key);
  await_step (fixture, step);
}

static void
start (Fixture *fixture)
{
  gla_record_split_start_case (fixture->split);
  await_step (fixture, "S0");
}

/* What the file says of the patient's cases, read by another connection. */
static GlaHistory *
read_history (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->record->path, GLA_STORE_READ_ONLY, &error);
  GlaHistory *history;

  g_assert_no_error (error);
  history = gla_store_read_history (store, GLA_TEST_PATIENT, &error);
  g_assert_no_error (error);
  return history;
}

typedef struct
{
  Fixture *fixture;
  const char *step;
  GlaCaseStanding standing;
} Kept;

static gboolean
is_kept (gpointer data)
{
  Kept *wanted = data;
  g_autoptr (GlaHistory) history = read_history (wanted->fixture);
  const GlaCaseRecord *record;

  if (history->cases->len == 0)
    return FALSE;
  record = history->cases->pdata[0];
  return record->standing == wanted->standing
         && (wanted->step == NULL || g_str_equal (record->step, wanted->step));
}

static void
await_kept (Fixture         *fixture,
            const char      *step,
            GlaCaseStanding  standing)
{
  Kept wanted = { fixture, step, standing };

  g_assert_true (gla_test_wait (is_kept, &wanted, GLA_TEST_PATIENCE));
}

/* The red flags come first, every answer is in the file at once, and Esc goes back. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  start (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->split), "swallowing");
  answer (fixture, "1", "S1");
  await_kept (fixture, "S1", GLA_CASE_STANDING_ASKING);
  answer (fixture, "1", "S1a");
  await_kept (fixture, "S1a", GLA_CASE_STANDING_ASKING);
  answer (fixture, "Escape", "S1");
  gla_test_await_text (GTK_WIDGET (fixture->split), "You went back to this step");
  answer (fixture, "Escape", "S0");
  /* The same answers change nothing of what came after. */
  answer (fixture, "1", "S1a");
  gla_test_assert_named (GTK_WIDGET (fixture->split));
  gla_test_screenshot (GTK_WIDGET (fixture->split), "case-panel");
}

static void
test_red_flag (Fixture       *fixture,
               gconstpointer  data)
{
  start (fixture);
  answer (fixture, "2", "S0-stop");
  await_kept (fixture, "S0-stop", GLA_CASE_STANDING_ENDED);
  gla_test_await_text (GTK_WIDGET (fixture->split), "Stop. Emergency care.");
  gla_test_assert_named (GTK_WIDGET (fixture->split));
}

/* A case that was left goes on where it stood. */
static void
test_leave_and_resume (Fixture       *fixture,
                       gconstpointer  data)
{
  GlaRecordPage *page = gla_record_split_get_record (fixture->split);

  start (fixture);
  answer (fixture, "1", "S1");
  await_kept (fixture, "S1", GLA_CASE_STANDING_ASKING);
  gla_record_split_set_panel_shown (fixture->split, FALSE);
  gla_record_page_set_patient (page, GLA_TEST_EMPTY_PATIENT);
  gla_test_spin (200);
  gla_record_page_set_patient (page, GLA_TEST_PATIENT);
  gla_test_await_text (GTK_WIDGET (page), "Case, ");
  gla_record_split_set_panel_shown (fixture->split, TRUE);
  await_step (fixture, "S1");
  gla_test_await_text (GTK_WIDGET (fixture->split), "What does the patient say?");
  gla_test_await_text (GTK_WIDGET (fixture->split), "Too little or nothing happened");
}

static void
toast_cb (GlaContext *context,
          AdwToast   *toast,
          gboolean   *is_closed)
{
  *is_closed |= g_str_has_prefix (adw_toast_get_title (toast), "Case closed");
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* Closed with an outcome, undone, and opened again with a reason. */
static void
test_close_and_reopen (Fixture       *fixture,
                       gconstpointer  data)
{
  gboolean is_closed = FALSE;
  GtkWindow *form;

  start (fixture);
  g_signal_connect (fixture->record->context, "toast", G_CALLBACK (toast_cb), &is_closed);
  answer (fixture, "1", "S1");
  gla_test_press (GTK_WIDGET (fixture->split), "_Close Case…");
  form = gla_test_await_named_window ("GlaSmallForm");
  gla_test_focus (form);
  gla_test_key ("<Control>Return");
  await_kept (fixture, NULL, GLA_CASE_STANDING_CLOSED);
  gla_test_await_text (GTK_WIDGET (fixture->split), "Closed on 23 Nov 2026");
  /* What is undone is what was said to be done. */
  g_assert_true (gla_test_wait (is_set, &is_closed, GLA_TEST_PATIENCE));
  g_signal_handlers_disconnect_by_data (fixture->record->context, &is_closed);
  gla_context_undo (fixture->record->context);
  await_kept (fixture, "S1", GLA_CASE_STANDING_ASKING);
  gla_test_await_text (GTK_WIDGET (fixture->split), "What does the patient say?");
}

static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWindow *form;

  start (fixture);
  gtk_widget_activate_action (gla_test_find_type (GTK_WIDGET (fixture->split),
                                                  GLA_TYPE_CASE_PANEL), "case.book", NULL);
  form = gla_test_await_named_window ("GlaSmallForm");
  gla_test_focus (form);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (fixture->split), "Not working?");
  gla_test_spin (300);
  history = read_history (fixture);
  g_assert_cmpuint (history->bookings->len, ==, 1);
  g_assert_cmpint (((GlaBooking *) history->bookings->pdata[0])->kind, ==, GLA_BOOKING_REVIEW);
  g_assert_cmpint (((GlaBooking *) history->bookings->pdata[0])->day, ==,
                   gla_context_get_today (fixture->record->context));
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* The sheet for the patient and the dossier, as real files that say what the case says. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const keys[] = { GLA_SHEET_NOT_YET, GLA_SHEET_NOT_WORKING,
                                      GLA_SHEET_DOSSIER };
  g_autoptr (GlaKeptCase) kept = NULL;

  start (fixture);
  answer (fixture, "1", "S1");
  /* What is noted is a change, after which the session has another one. */
  kept = gla_kept_case_ref (gla_case_session_get_case (get_session (fixture)));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_build_filename (fixture->record->folder, keys[i], NULL);
      g_autofree char *content = NULL;
      gsize size;

      gla_sheet_print_write (fixture->record->context, keys[i], kept, path);
      g_assert_true (gla_test_wait (is_there, path, GLA_TEST_PATIENCE));
      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF"));
      g_assert_cmpuint (size, >, 10000);
    }
  gla_test_spin (300);
  {
    g_autoptr (GlaHistory) history = read_history (fixture);

    g_assert_cmpuint (history->documents->len, >=, G_N_ELEMENTS (keys));
    g_assert_true (((GlaDocument *) history->documents->pdata[history->documents->len - 1])
                     ->has_copy);
  }
}

/* The protocol of a clinic that asks why when the patient says "too little". */
static void
write_own_protocol (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *built_in = g_test_build_filename (G_TEST_DIST, "..", "data", "protocol",
                                                     "not-working.xml", NULL);
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (own));
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (built_in, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "id=\"little\"", "id=\"little\" reason=\"yes\"", 0),
                    ==, 1);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (g_file_peek_path (own), changed->str, -1, &error);
  g_assert_no_error (error);
  set_up (fixture, data);
}

static void
remove_own_protocol (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();

  tear_down (fixture, data);
  g_assert_true (g_file_delete (own, NULL, NULL));
}

/* A clinic's own protocol that is broken is told with its line, and the built-in one goes on. */
static void
write_broken_protocol (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (own));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (g_file_peek_path (own), "<protocol>\n<step/>\n</protocol>\n", -1, &error);
  g_assert_no_error (error);
  set_up (fixture, data);
}

static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  gla_record_split_set_panel_shown (fixture->split, TRUE);
  gla_test_await_text (GTK_WIDGET (fixture->split), "own protocol is not used: ");
  gla_test_await_text (GTK_WIDGET (fixture->split), "not-working.xml, line 1:");
  start (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->split), "swallowing");
}

static gboolean
is_typing (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return GTK_IS_TEXT (focus) && !gla_case_session_is_busy (get_session (fixture));
}

/* Something else changes in the record while a reason is typed: the typing goes on, and
 * digits belong to the reason. */
static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *panel;

  start (fixture);
  answer (fixture, "1", "S1");
  await_kept (fixture, "S1", GLA_CASE_STANDING_ASKING);
  gla_test_key ("1");
  g_assert_true (gla_test_wait (is_typing, fixture, GLA_TEST_PATIENCE));
  gla_test_type ("seen on da");
  panel = gla_test_find_type (GTK_WIDGET (fixture->split), GLA_TYPE_CASE_PANEL);
  gla_case_panel_show (GLA_CASE_PANEL (panel),
                       gla_record_page_get_data (gla_record_split_get_record (fixture->split)));
  gla_test_frames (panel, 3);
  g_assert_true (gla_test_wait (is_typing, fixture, GLA_TEST_PATIENCE));
  gla_test_type ("y 14");
  g_assert_cmpstr (get_step (fixture), ==, "S1");
  answer (fixture, "Return", "S1a");
  await_kept (fixture, "S1a", GLA_CASE_STANDING_ASKING);
  gla_test_await_text (GTK_WIDGET (fixture->split), "seen on day 14");
}

/* The front desk sees the next step and dates, and no question. */
static void
test_front_desk (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->record->path, GLA_STORE_DEFAULT, &error);
  const GlaStaff desk = { .name = "Front Desk", .role = GLA_ROLE_FRONT_DESK, .active = TRUE };
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (gla_store_add_staff (store, &desk, &id, &error));
  start (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->split), "swallowing");
  gla_context_set_author (fixture->record->context, id);
  gla_case_panel_show (GLA_CASE_PANEL (gla_test_find_type (GTK_WIDGET (fixture->split),
                                                           GLA_TYPE_CASE_PANEL)),
                       gla_record_page_get_data (gla_record_split_get_record (fixture->split)));
  gla_test_await_text (GTK_WIDGET (fixture->split), "Next step");
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->split), "swallowing"));
  g_assert_null (gla_test_find (GTK_WIDGET (fixture->split), "_Close Case…"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = gla_test_dup_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/pages/case-panel/answers", test_answers);
  TEST ("/pages/case-panel/red-flag", test_red_flag);
  TEST ("/pages/case-panel/leave-and-resume", test_leave_and_resume);
  TEST ("/pages/case-panel/close-and-reopen", test_close_and_reopen);
  TEST ("/pages/case-panel/book", test_book);
  TEST ("/pages/case-panel/paper", test_paper);
  TEST ("/pages/case-panel/front-desk", test_front_desk);
  g_test_add ("/pages/case-panel/refusal", Fixture, NULL, write_broken_protocol, test_refusal,
              remove_own_protocol);
  g_test_add ("/pages/case-panel/reason", Fixture, NULL, write_own_protocol, test_reason,
              remove_own_protocol);
  status = g_test_run ();
  gla_test_drop_folder (home);
  return status;
}

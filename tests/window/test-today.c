/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place Today in the whole window: the front desk works its call list by keyboard. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-confirm.h"
#include "gla-setting.h"
#include "gla-store-case.h"
#include "gla-store-today.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"
#include "gla-today-list.h"
#include "gla-today-page.h"
#include "gla-today-row.h"

#define TODAY gla_day_new (2026, 11, 23)
#define N_PATIENTS 6

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  char *patients[N_PATIENTS];
  GlaWindow *window;
  guint n_keys;
} Fixture;

/* Each a day later than the one before, so that their order is known. */
static void
add_patient (Fixture  *fixture,
             GlaStore *store,
             guint     i)
{
  static const char *const names[N_PATIENTS]
      = { "Adler", "Brandt", "Celik", "Diaz", "Ebner", "Fuchs" };
  GlaPatient patient = { .family_name = names[i], .given_name = "Mira", .phone = "030 1234567",
                         .birth_day = GLA_DAY_NONE, .may_contact = TRUE };
  GlaTreatment treatment = { .day = TODAY - 30 + (int) i, .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .units = GLA_UNITS (20) };
  g_autoptr (GPtrArray) injections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GError) error = NULL;

  gla_store_add_patient (store, &patient, &fixture->patients[i], &error);
  g_assert_no_error (error);
  treatment.patient = fixture->patients[i];
  g_ptr_array_add (injections, gla_injection_new (&injection));
  gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
make_clinic (Fixture *fixture,
             guint    n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    add_patient (fixture, store, i);
  gla_store_put_setting (store, GLA_SETTING_LAST_BACKUP, "2026-11-23", &error);
  g_assert_no_error (error);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = gla_window_new (application, TODAY);
  gla_window_open (fixture->window, fixture->path, TRUE);
  gla_test_present (GTK_WINDOW (fixture->window));
  gla_test_focus (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (GLA_APPLICATION_ID);

  g_settings_reset (settings, "place");
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gla_test_destroy (GTK_WINDOW (fixture->window));
  gla_test_drop_folder (fixture->folder);
  for (guint i = 0; i < N_PATIENTS; i++)
    g_free (fixture->patients[i]);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
press (Fixture    *fixture,
       const char *key)
{
  gla_test_key (key);
  fixture->n_keys++;
}

static void
await_text (Fixture    *fixture,
            const char *text)
{
  gla_test_await_text (GTK_WIDGET (fixture->window), text);
}

static void
assert_gone (Fixture    *fixture,
             const char *text)
{
  GtkWidget *list = gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_TODAY_LIST);

  g_assert_false (gla_test_has_text (list, text));
}

/* The name in the row that has the keyboard, or NULL. */
static const char *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GLA_TYPE_TODAY_ROW) : NULL;
  const GlaAgendaRow *shown = row != NULL ? gla_today_row_get (GLA_TODAY_ROW (row)) : NULL;

  return shown != NULL ? shown->name : NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *name;
} Focus;

static gboolean
has_focus (gpointer data)
{
  const Focus *focus = data;

  return g_strcmp0 (get_focused (focus->fixture), focus->name) == 0;
}

static void
await_focus (Fixture    *fixture,
             const char *name)
{
  Focus focus = { fixture, name };

  if (!gla_test_wait (has_focus, &focus, GLA_TEST_PATIENCE))
    g_error ("the keyboard is at %s, not at %s", get_focused (fixture), name);
}

/* What is in the file about the calls to a patient. */
static GPtrArray *
list_calls (Fixture *fixture,
            guint    i)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *calls = gla_store_list_calls (
      gla_context_get_reader (gla_window_get_context (fixture->window)), fixture->patients[i],
      &error);

  g_assert_no_error (error);
  return calls;
}

static void
assert_call (Fixture        *fixture,
             guint           i,
             GlaCallOutcome  outcome,
             GlaDay          until)
{
  g_autoptr (GPtrArray) calls = list_calls (fixture, i);
  const GlaCall *call;

  g_assert_cmpuint (calls->len, ==, 1);
  call = calls->pdata[0];
  g_assert_cmpint (call->outcome, ==, outcome);
  g_assert_cmpint (call->until, ==, until);
  g_assert_cmpint (call->day, ==, TODAY);
  g_assert_cmpint (call->reason, ==, GLA_CALL_REVIEW);
  g_assert_nonnull (call->treatment);
}

static void
assert_booking (Fixture *fixture,
                GlaDay   day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bookings = gla_store_list_bookings (
      gla_context_get_reader (gla_window_get_context (fixture->window)), GLA_DAY_NONE,
      GLA_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bookings->len, ==, 1);
  g_assert_cmpint (((GlaBookedPatient *) bookings->pdata[0])->booking->day, ==, day);
}

/* Task 9: Ctrl+R, then one key for each outcome. */
static void
test_calls (Fixture       *fixture,
            gconstpointer  data)
{
  make_clinic (fixture, N_PATIENTS);
  open_window (fixture);
  await_text (fixture, "6 patients");
  press (fixture, "<Control>r");
  await_focus (fixture, "Adler, Mira");
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "today");

  press (fixture, "r");
  await_text (fixture, "Adler, Mira: reached");
  await_focus (fixture, "Brandt, Mira");
  press (fixture, "n");
  await_text (fixture, "Brandt, Mira: no answer, again tomorrow");
  await_focus (fixture, "Celik, Mira");
  press (fixture, "l");
  await_text (fixture, "Celik, Mira: again on 30 Nov 2026");
  await_focus (fixture, "Diaz, Mira");
  press (fixture, "x");
  await_text (fixture, "Diaz, Mira: no more calls about this");
  await_focus (fixture, "Ebner, Mira");
  press (fixture, "s");
  await_text (fixture, "Ebner, Mira: not today");
  await_focus (fixture, "Fuchs, Mira");
  g_test_message ("call list: %u keys for five outcomes, Ctrl+R included", fixture->n_keys);
  g_assert_cmpuint (fixture->n_keys, ==, 6);

  assert_call (fixture, 0, GLA_CALL_REACHED, GLA_DAY_NONE);
  assert_call (fixture, 1, GLA_CALL_NO_ANSWER, TODAY + 1);
  assert_call (fixture, 2, GLA_CALL_LATER, TODAY + 7);
  assert_call (fixture, 3, GLA_CALL_STOP, GLA_DAY_NONE);
  assert_call (fixture, 4, GLA_CALL_SNOOZED, TODAY + 1);
  assert_gone (fixture, "Adler");

  /* Undo brings the last one back. */
  press (fixture, "<Control>z");
  await_text (fixture, "Undone: Ebner, Mira: not today");
  gla_test_await_text (gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_TODAY_LIST),
                       "Ebner");
}

/* An outcome that could not be saved leaves its row where it was. */
static void
test_not_saved (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) other = NULL;
  GtkWindow *message;
  GtkWidget *list;

  make_clinic (fixture, 2);
  other = gla_store_open (fixture->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  open_window (fixture);
  await_text (fixture, "2 patients");
  press (fixture, "<Control>r");
  await_focus (fixture, "Adler, Mira");
  /* What is worked out in the background would show the list anew by itself. */
  gla_test_spin (1000);
  /* Another program is writing, for longer than one waits for it. */
  g_assert_true (gla_store_begin_batch (other, &error));
  press (fixture, "n");
  await_focus (fixture, "Brandt, Mira");
  message = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (message), "The outcome was not saved");
  gla_test_focus (message);
  gla_test_key ("Escape");
  gla_test_focus (GTK_WINDOW (fixture->window));
  list = gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_TODAY_LIST);
  gla_test_await_text (list, "Adler, Mira");
  gla_store_rollback_batch (other);
}

/* A day is asked for, and Esc leaves everything as it was. */
static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  make_clinic (fixture, 2);
  open_window (fixture);
  await_text (fixture, "2 patients");
  press (fixture, "<Control>r");
  await_focus (fixture, "Adler, Mira");
  press (fixture, "b");
  await_text (fixture, "Mon");
  press (fixture, "Escape");
  await_focus (fixture, "Adler, Mira");
  {
    g_autoptr (GPtrArray) calls = list_calls (fixture, 0);

    g_assert_cmpuint (calls->len, ==, 0);
  }
  press (fixture, "b");
  await_text (fixture, "Mon");
  gla_test_type ("3.12.2026");
  await_text (fixture, "Thu");
  press (fixture, "Return");
  await_text (fixture, "Adler, Mira: booked for 3 Dec 2026");
  await_focus (fixture, "Brandt, Mira");
  assert_call (fixture, 0, GLA_CALL_BOOKED, gla_day_new (2026, 12, 4));
  assert_booking (fixture, gla_day_new (2026, 12, 3));
  press (fixture, "<Shift>l");
  await_text (fixture, "Call again on");
  press (fixture, "Return");
  await_text (fixture, "Brandt, Mira: again on 30 Nov 2026");
  await_text (fixture, "Nothing to Do Today");
  gla_test_screenshot (GTK_WIDGET (fixture->window), "today-empty");
}

static void
sign_in (Fixture *fixture,
         GlaRole  role)
{
  GlaStaff staff = { .name = "M. Lindner", .role = role, .active = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (fixture->path, GLA_STORE_DEFAULT, &error);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (gla_store_add_staff (store, &staff, &id, &error));
  g_assert_true (gla_store_put_setting (store, GLA_SETTING_AUTHOR, id, &error));
}

/* The front desk sees whom to call and when, and no more; who called is kept. */
static void
test_front_desk (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list;

  make_clinic (fixture, 1);
  sign_in (fixture, GLA_ROLE_FRONT_DESK);
  open_window (fixture);
  await_text (fixture, "1 patient");
  press (fixture, "<Control>r");
  await_focus (fixture, "Adler, Mira");
  list = gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_TODAY_LIST);
  g_assert_true (gla_test_has_text (list, "to be reviewed by 5 Dec 2026"));
  g_assert_true (gla_test_has_text (list, "030 1234567"));
  g_assert_false (gla_test_has_text (list, "Glabella"));
  press (fixture, "r");
  await_text (fixture, "Adler, Mira: reached");
  {
    g_autoptr (GPtrArray) calls = list_calls (fixture, 0);

    g_assert_cmpstr (((GlaCall *) calls->pdata[0])->staff, ==,
                     gla_context_get_author (gla_window_get_context (fixture->window)));
  }
}

static gpointer
write_draft (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  if (data != NULL)
    gla_store_put_draft (store, "follow-up", data, "typed", error);
  else
    gla_store_drop_draft (store, "follow-up", "", error);
  return NULL;
}

static void
run_draft (Fixture    *fixture,
           const char *patient)
{
  gla_store_worker_run_async (gla_context_get_worker (gla_window_get_context (fixture->window)),
                              write_draft, g_strdup (patient), g_free, NULL, NULL, NULL, NULL);
}

static gboolean
has_no_draft (gpointer data)
{
  return !gla_test_has_text (data, "A follow-up");
}

static void
test_practitioner (Fixture       *fixture,
                   gconstpointer  data)
{
  make_clinic (fixture, 1);
  sign_in (fixture, GLA_ROLE_PRACTITIONER);
  open_window (fixture);
  press (fixture, "<Control>1");
  await_text (fixture, "to be reviewed by 5 Dec 2026 · Glabella");

  /* What is begun and not saved shows at once, though nothing of the record changed. */
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->window), "A follow-up"));
  run_draft (fixture, "");
  await_text (fixture, "A follow-up");
  run_draft (fixture, NULL);
  g_assert_true (gla_test_wait (has_no_draft, fixture->window, GLA_TEST_PATIENCE));
}

/* Places by key; the last one is shown at the next start; Enter opens the patient. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  make_clinic (fixture, 1);
  open_window (fixture);
  await_text (fixture, "1 patient");
  g_assert_null (gla_test_find_type (GTK_WIDGET (fixture->window), GLA_TYPE_TODAY_PAGE));
  press (fixture, "<Control>1");
  await_text (fixture, "to be reviewed by");
  press (fixture, "<Control>2");
  await_text (fixture, "1 patient");
  press (fixture, "<Control>1");
  gla_test_destroy (GTK_WINDOW (fixture->window));

  open_window (fixture);
  await_text (fixture, "to be reviewed by");
  press (fixture, "<Control>r");
  await_focus (fixture, "Adler, Mira");
  press (fixture, "Return");
  await_text (fixture, "No. 100001");
  g_assert_cmpstr (gla_patients_page_get_patient (gla_window_get_patients (fixture->window)), ==,
                   fixture->patients[0]);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  TEST ("/window/today/calls", test_calls);
  TEST ("/window/today/not-saved", test_not_saved);
  TEST ("/window/today/day", test_day);
  TEST ("/window/today/front-desk", test_front_desk);
  TEST ("/window/today/practitioner", test_practitioner);
  TEST ("/window/today/places", test_places);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}

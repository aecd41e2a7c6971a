/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-editor.h"

#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *editor;
  char *saved;
  char *opened;
} Fixture;

static void
saved_cb (Fixture    *fixture,
          const char *id)
{
  fixture->saved = g_strdup (id);
}

static void
open_cb (Fixture    *fixture,
         const char *id)
{
  fixture->opened = g_strdup (id);
}

static void
open_editor (Fixture          *fixture,
             const GlaPatient *patient,
             const char       *name)
{
  fixture->editor = gla_patient_editor_new (fixture->record->context, patient, name);
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  g_signal_connect_swapped (fixture->editor, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect_swapped (fixture->editor, "open", G_CALLBACK (open_cb), fixture);
  gla_test_present (fixture->editor);
  gla_test_focus (fixture->editor);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->editor == NULL;
}

static void
close_editor (Fixture *fixture)
{
  gtk_window_close (fixture->editor);
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    close_editor (fixture);
  gla_test_record_free (fixture->record);
  g_free (fixture->saved);
  g_free (fixture->opened);
}

static GlaPatient *
read_patient (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  GlaPatient *patient
      = gla_store_read_patient (gla_context_get_reader (fixture->record->context), id, &error);

  g_assert_no_error (error);
  return patient;
}

/* The whole way by keyboard: names, birth date, phone; Enter moves on. */
static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlaPatient) patient = NULL;

  open_editor (fixture, NULL, NULL);
  gla_test_assert_named (GTK_WIDGET (fixture->editor));
  gla_test_type ("Sato");
  gla_test_key ("Return");
  gla_test_type ("Aiko");
  gla_test_key ("Return");
  gla_test_type ("12.5.1984");
  gla_test_await_text (GTK_WIDGET (fixture->editor), "12 May 1984");
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->editor), "42 years"));
  gla_test_key ("Return");
  gla_test_type ("0445550102");
  gla_test_screenshot (GTK_WIDGET (fixture->editor), "patient-editor");
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));

  g_assert_nonnull (fixture->saved);
  patient = read_patient (fixture, fixture->saved);
  g_assert_cmpstr (patient->family_name, ==, "Sato");
  g_assert_cmpstr (patient->given_name, ==, "Aiko");
  g_assert_cmpint (patient->birth_day, ==, gla_day_new (1984, 5, 12));
  g_assert_cmpstr (patient->phone, ==, "0445550102");
  g_assert_nonnull (patient->number);
}

static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  open_editor (fixture, NULL, NULL);
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (fixture->editor), "Give at least one name.");

  gla_test_type ("Sato");
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->editor), "Give at least one name."));
  gla_test_key ("Return");
  gla_test_key ("Return");
  gla_test_type ("31.2.1984");
  gla_test_await_text (GTK_WIDGET (fixture->editor), "no such day");
  gla_test_key ("<Control>Return");
  gla_test_await_text (GTK_WIDGET (fixture->editor), "can't be read");
  g_assert_null (fixture->saved);
}

/* A number that is taken is refused by the file; what was typed stays. */
static void
test_number_taken (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GlaPatient) other = read_patient (fixture, GLA_TEST_PATIENT);
  GtkWidget *row;

  open_editor (fixture, NULL, NULL);
  gla_test_type ("Sato");
  row = gla_test_await (GTK_WIDGET (fixture->editor), "Record number (empty: the next free one)");
  gtk_editable_set_text (GTK_EDITABLE (row), other->number);
  gla_test_key ("<Control>Return");
  gla_test_spin (300);
  g_assert_nonnull (fixture->editor);
  g_assert_null (fixture->saved);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "A-77");
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));
  g_assert_nonnull (fixture->saved);
}

/* Backing out keeps what was typed; the next opening brings it back; saving ends it. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  open_editor (fixture, NULL, NULL);
  gla_test_type ("Sato");
  gla_test_key ("Escape");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));

  open_editor (fixture, NULL, NULL);
  gla_test_await_text (GTK_WIDGET (fixture->editor), "not saved is back");
  gla_test_await_text (GTK_WIDGET (fixture->editor), "Sato");
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));
  g_assert_nonnull (fixture->saved);

  open_editor (fixture, NULL, NULL);
  gla_test_spin (300);
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->editor), "Sato"));
}

static void
test_start_afresh (Fixture       *fixture,
                   gconstpointer  data)
{
  open_editor (fixture, NULL, NULL);
  gla_test_type ("Sato");
  close_editor (fixture);
  open_editor (fixture, NULL, NULL);
  gla_test_press (GTK_WIDGET (fixture->editor), "Start Afresh");
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->editor), "Sato"));
  close_editor (fixture);
  open_editor (fixture, NULL, NULL);
  gla_test_spin (300);
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->editor), "Sato"));
}

static gpointer
get_draft (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return gla_store_get_draft (store, GLA_PATIENT_DRAFT, "", error);
}

static void
got_draft_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Without closing anything: what a kill leaves in the file. */
static void
test_draft_while_typing (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *draft = NULL;

  open_editor (fixture, NULL, NULL);
  gla_test_type ("Sato");
  gla_test_spin (500);
  gla_store_worker_run_async (gla_context_get_worker (fixture->record->context), get_draft, NULL,
                              NULL, g_free, NULL, got_draft_cb, &draft);
  g_assert_true (gla_test_wait (is_set, &draft, GLA_TEST_PATIENCE));
  g_assert_nonnull (strstr (draft, "Sato"));
}

static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlaPatient) other = read_patient (fixture, GLA_TEST_PATIENT);
  g_autofree char *name = gla_patient_get_name (other);
  g_autofree char *typed = g_strdup_printf ("%s, %s", other->family_name, other->given_name);

  open_editor (fixture, NULL, typed);
  gla_test_await_text (GTK_WIDGET (fixture->editor), "These could be the same person.");
  gla_test_screenshot (GTK_WIDGET (fixture->editor), "patient-editor-similar");
  gla_test_press (GTK_WIDGET (fixture->editor), name);
  g_assert_cmpstr (fixture->opened, ==, GLA_TEST_PATIENT);
}

static void
test_amend (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlaPatient) before = read_patient (fixture, GLA_TEST_PATIENT);
  g_autoptr (GlaPatient) after = NULL;
  GtkWidget *row;

  open_editor (fixture, before, NULL);
  row = gla_test_await (GTK_WIDGET (fixture->editor), "Note");
  gtk_editable_set_text (GTK_EDITABLE (row), "prefers mornings");
  gla_test_key ("<Control>Return");
  g_assert_true (gla_test_wait (is_closed, fixture, GLA_TEST_PATIENCE));
  g_assert_cmpstr (fixture->saved, ==, GLA_TEST_PATIENT);

  after = read_patient (fixture, GLA_TEST_PATIENT);
  g_assert_cmpstr (after->note, ==, "prefers mornings");
  g_assert_cmpstr (after->family_name, ==, before->family_name);
  g_assert_cmpint (after->birth_day, ==, before->birth_day);
  g_assert_cmpint (after->revision, ==, before->revision + 1);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func) \
  g_test_add ("/pages/patient-editor/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("keyboard", test_keyboard);
  ADD ("wrong", test_wrong);
  ADD ("number-taken", test_number_taken);
  ADD ("draft", test_draft);
  ADD ("start-afresh", test_start_afresh);
  ADD ("draft-while-typing", test_draft_while_typing);
  ADD ("similar", test_similar);
  ADD ("amend", test_amend);
#undef ADD

  return g_test_run ();
}

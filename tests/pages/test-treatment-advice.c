/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What New Treatment says before injecting, and what it can't be saved with but for a reason. */

#include "config.h"

#include "gla-identifier.h"
#include "gla-store-constant.h"
#include "gla-store-write.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

#include <string.h>

#define INTERVAL "42 days since a treatment; the label asks for 3 months"
#define NO_LOT "The lot of ONA is not known"

static void
open_editor (GlaTestEditor *self,
             const char    *patient,
             const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, patient);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, amend));
}

static const GlaTreatment *
find_saved (GlaTestEditor *self,
            GlaHistory    *history)
{
  const GlaTreatment *treatment = gla_history_find_treatment (history, self->saved);

  g_assert_nonnull (treatment);
  return treatment;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Absence;

static gboolean
is_absent (gpointer data)
{
  const Absence *absence = data;

  return !gla_test_has_text (absence->root, absence->text);
}

static void
await_absence (GlaTestEditor *self,
               const char    *text)
{
  Absence absence = { GTK_WIDGET (self->editor), text };

  g_assert_true (gla_test_wait (is_absent, &absence, GLA_TEST_PATIENCE));
}

/* Presses Tab until the focus is on what is called @label. */
static void
tab_to (GlaTestEditor *self,
        const char    *label)
{
  GtkWidget *wanted = gla_test_await (GTK_WIDGET (self->editor), label);

  for (int i = 0; i < 80; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (self->editor);

      if (focus != NULL && (focus == wanted || gtk_widget_is_ancestor (focus, wanted)))
        return;
      gla_test_key ("Tab");
    }
  g_error ("“%s” can't be reached", label);
}

/* Findings follow what is typed, with their level in words, and go when they are mended. */
static void
test_live (GlaTestEditor *self,
           gconstpointer  data)
{
  GtkWidget *root;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_await_text (root, "Before you inject");
  g_assert_false (gla_test_has_text (root, INTERVAL));
  g_assert_false (gla_test_has_text (root, "What to expect"));
  gla_test_key ("Return");
  gla_test_await_text (root, INTERVAL);
  gla_test_await_text (root, NO_LOT);
  gla_test_await_text (root, "Needs a reason to go on");
  gla_test_await_text (root, "Cow's milk: not named for ONA");
  gla_test_await_text (root, "Forehead 10\u00a0U, label 20\u00a0U");
  gla_test_await (root, "Warning: " INTERVAL);
  gla_test_screenshot (root, "advice-repeat");

  gtk_editable_set_text (GTK_EDITABLE (gla_test_await (root, "Lot, as on the carton")), "C4821A2");
  await_absence (self, NO_LOT);
  g_assert_true (gla_test_has_text (root, INTERVAL));
  gla_test_assert_named (root);
}

/* When to look and how long it will last, each as a band. */
static void
test_expect (GlaTestEditor *self,
             gconstpointer  data)
{
  GtkWidget *root;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_key ("Return");
  gla_test_await_text (root, "What to expect");
  gla_test_await (root, "Judge the effect from: 7 Dec 2026");
  gla_test_await (root, "Review visit: 21 Dec 2026\nto 23 Dec 2026");
  gla_test_await (root, "No sooner again than (label): 23 Feb 2027");
  gla_test_await_text (root, "Glabella wears off (estimate)");
  gla_test_await_text (root, "Forehead wears off (estimate)");
  gla_test_await_text (root, "Crow's feet wears off (estimate)");
}

/* An empty form says what will be looked at. */
static void
test_empty (GlaTestEditor *self,
            gconstpointer  data)
{
  open_editor (self, GLA_TEST_EMPTY_PATIENT, NULL);
  gla_test_await_text (GTK_WIDGET (self->editor), "Nothing found");
  gla_test_screenshot (GTK_WIDGET (self->editor), "advice-empty");
}

typedef struct
{
  GtkWindow *window;
  GtkWidget *wanted;
} Focus;

static gboolean
has_focus (gpointer data)
{
  const Focus *focus = data;

  return gtk_window_get_focus (focus->window) == focus->wanted;
}

static void
await_focus (GlaTestEditor *self,
             const char    *label)
{
  Focus focus = { self->editor, gla_test_await (GTK_WIDGET (self->editor), label) };

  g_assert_true (gla_test_wait (has_focus, &focus, GLA_TEST_PATIENCE));
}

/* The reason for a finding and its source, by keyboard alone; Esc leaves the window open. */
static void
test_why (GlaTestEditor *self,
          gconstpointer  data)
{
  GtkWidget *root;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_key ("Return");
  gla_test_await_text (root, INTERVAL);
  /* One key from wherever one types, and the same key for the next. */
  gla_test_key ("<Alt>y");
  await_focus (self, "Why: " NO_LOT);
  gla_test_key ("<Alt>y");
  await_focus (self, "Why: " INTERVAL);
  gla_test_key ("Return");
  gla_test_await_text (root, "The label interval ends on 12 Jan 2027.");
  gla_test_await_text (root, "[VIS]");
  gla_test_screenshot (root, "advice-why");
  g_assert_null (gla_test_find (root, "Go to"));
  gla_test_key ("Escape");
  await_absence (self, "The label interval ends on 12 Jan 2027.");
  g_assert_nonnull (self->editor);
}

/* Rows are reached by Tab as well, and open by Enter. */
static void
test_tab (GlaTestEditor *self,
          gconstpointer  data)
{
  GtkWidget *root;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_key ("Return");
  gla_test_await_text (root, INTERVAL);
  tab_to (self, "Warning: " INTERVAL);
  gla_test_key ("Return");
  gla_test_await_text (root, "The label interval ends on 12 Jan 2027.");
  gla_test_key ("Escape");
  await_absence (self, "The label interval ends on 12 Jan 2027.");
}

/* Saving without a lot asks why; backing out saves nothing; the reason is kept. */
static void
test_block (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) before = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaHistory) after = NULL;
  GtkWindow *question;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "54 U ONA");
  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  gla_test_await_text (GTK_WIDGET (question), NO_LOT ". Labels ask to record brand and batch");
  gla_test_screenshot (GTK_WIDGET (question), "advice-reason");
  gla_test_focus (question);
  gla_test_key ("Escape");
  gla_test_spin (100);
  g_assert_nonnull (self->editor);
  g_assert_cmpuint (self->n_saved, ==, 0);

  gla_test_focus (self->editor);
  gla_test_editor_save_reason (self, "carton thrown away");
  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpuint (after->treatments->len, ==, before->treatments->len + 1);
  g_assert_cmpstr (find_saved (self, after)->deviation, ==,
                   NO_LOT ". Reason: carton thrown away");
}

/* Every other alert leaves Save alone. */
static void
test_no_block (GlaTestEditor *self,
               gconstpointer  data)
{
  g_autoptr (GlaHistory) after = NULL;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), INTERVAL);
  gtk_editable_set_text (
    GTK_EDITABLE (gla_test_await (GTK_WIDGET (self->editor), "Lot, as on the carton")), "C4821A2");
  gla_test_editor_save (self);
  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_null (find_saved (self, after)->deviation);
}

/* What was recorded without a lot was decided then: a change asks for its own reason only. */
static void
test_amend (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autofree char *id = gla_identifier_from_text ("2025-12-22");
  g_autoptr (GlaHistory) after = NULL;
  GtkWindow *question;

  open_editor (self, GLA_TEST_PATIENT, id);
  gla_test_await_text (GTK_WIDGET (self->editor), NO_LOT);
  gla_test_key ("Return");
  gla_test_key ("Up");
  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  g_assert_false (gla_test_has_text (GTK_WIDGET (question), "What has no lot can't be traced."));
  gla_test_focus (question);
  gla_test_key ("Escape");
  gla_test_spin (100);
  gla_test_focus (self->editor);
  gla_test_editor_save_change (self, "misread");
  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpstr (find_saved (self, after)->deviation, ==,
                   "Asked for earlier than planned: wedding");
}

/* A lot that is taken out by a change is one reason for both. */
static void
test_amend_block (GlaTestEditor *self,
                  gconstpointer  data)
{
  g_autofree char *id = gla_identifier_from_text ("2026-10-12");
  g_autoptr (GlaHistory) after = NULL;

  open_editor (self, GLA_TEST_PATIENT, id);
  gtk_editable_set_text (
    GTK_EDITABLE (gla_test_await (GTK_WIDGET (self->editor), "Lot, as on the carton")), "");
  gla_test_await_text (GTK_WIDGET (self->editor), NO_LOT);
  gla_test_editor_save_change (self, "was another one");
  after = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_cmpstr (find_saved (self, after)->deviation, ==, NO_LOT ". Reason: was another one");
  gla_test_editor_assert_audit (self, "amend", "treatment", "was another one");
}

static gpointer
add_vial (GlaStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const GlaVial vial = {
    .product = "ona", .lot = "C4821A2", .expiry = gla_day_new (2026, 11, 22),
    .content = GLA_UNITS (100), .received = GLA_DAY_NONE, .state = GLA_VIAL_OPEN,
  };

  gla_store_add_vial (store, &vial, NULL, error);
  return NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_assert_no_error (error);
}

/* An expired vial can be used, with a reason that the record shows. */
static void
test_expired (GlaTestEditor *self,
              gconstpointer  data)
{
  g_autoptr (GlaHistory) after = NULL;
  GtkWidget *choice;

  gla_store_worker_run_async (gla_context_get_worker (self->record->context), add_vial, NULL, NULL,
                              NULL, NULL, added_cb, NULL);
  gla_test_editor_wait_worker (self);
  open_editor (self, GLA_TEST_EMPTY_PATIENT, NULL);
  choice = gla_test_await (GTK_WIDGET (self->editor), "Vial or product");
  adw_combo_row_set_selected (ADW_COMBO_ROW (gtk_widget_get_ancestor (choice, ADW_TYPE_COMBO_ROW)),
                              0);
  gla_test_type ("gl");
  gla_test_key ("Return");
  gla_test_type ("20");
  gla_test_await_text (GTK_WIDGET (self->editor), "Vial C4821A2 expired on 22 Nov 2026");
  gla_test_screenshot (GTK_WIDGET (self->editor), "advice-expired");
  gla_test_editor_save_reason (self, "last one");
  after = gla_test_editor_read_history (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_cmpstr (find_saved (self, after)->deviation, ==,
                   "Vial C4821A2 expired on 22 Nov 2026. Reason: last one");
}

static gpointer
put_constant (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gla_store_put_constant (store, "booster_window", 42, 42, NULL, error);
  return NULL;
}

/* What the clinic put in place of a constant holds here too. */
static void
test_own_constant (GlaTestEditor *self,
                   gconstpointer  data)
{
  const char *booster = "42 days since a treatment: a booster to some authors";
  GtkWidget *root;

  open_editor (self, GLA_TEST_PATIENT, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_key ("Return");
  gla_test_await_text (root, INTERVAL);
  g_assert_false (gla_test_has_text (root, booster));
  gla_test_editor_close (self);

  gla_store_worker_run_async (gla_context_get_worker (self->record->context), put_constant, NULL,
                              NULL, NULL, NULL, added_cb, NULL);
  gla_test_editor_wait_worker (self);
  open_editor (self, GLA_TEST_PATIENT, NULL);
  gla_test_await_text (GTK_WIDGET (self->editor), booster);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/treatment-advice/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,  \
              gla_test_editor_tear_down)
  ADD ("live", test_live);
  ADD ("expect", test_expect);
  ADD ("empty", test_empty);
  ADD ("why", test_why);
  ADD ("tab", test_tab);
  ADD ("block", test_block);
  ADD ("no-block", test_no_block);
  ADD ("amend", test_amend);
  ADD ("amend-block", test_amend_block);
  ADD ("expired", test_expired);
  ADD ("own-constant", test_own_constant);
  return g_test_run ();
}

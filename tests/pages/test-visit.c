/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions and consent before a treatment: asked, kept, shown, amended. */

#include "config.h"

#include "gla-asks-settings.h"
#include "gla-audit-json.h"
#include "gla-audit-fields.h"
#include "gla-record-treatment-card.h"
#include "gla-screening-window.h"
#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-session-group.h"
#include "gla-treatment-editor.h"
#include "gla-visit-group.h"
#include "gla-ui-resource.h"

#include <string.h>

static void
open_editor (GlaTestEditor *self,
             const char    *amend)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, amend));
}

/* As a scanner does: without a key. */
static void
give_lot (GlaTestEditor *self)
{
  GtkWidget *entry = gla_test_await (GTK_WIDGET (self->editor), "Lot, as on the carton");

  gtk_editable_set_text (GTK_EDITABLE (entry), "C4821A2");
}

static GtkWindow *
ask (GlaTestEditor *self)
{
  GtkWindow *window;

  gla_test_key ("<Alt>q");
  window = gla_test_await_window (GLA_TYPE_SCREENING_WINDOW);
  gla_test_focus (window);
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Presses the key and waits until the window of questions is closed by it. */
static void
close_by (GtkWindow  *window,
          const char *key)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gla_test_key (key);
  g_assert_true (gla_test_wait (is_gone, &watched, GLA_TEST_PATIENCE));
}

static const GlaTreatment *
find_saved (GlaTestEditor *self,
            GlaHistory    *history)
{
  const GlaTreatment *treatment = gla_history_find_treatment (history, self->saved);

  g_assert_nonnull (treatment);
  return treatment;
}

/* The first visit: a yes with its note, no to the rest; an alert; kept with the treatment. */
static void
save_first (GlaTestEditor *self)
{
  GtkWindow *window;
  guint acts = 0;

  open_editor (self, NULL);
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "Not asked yet");
  give_lot (self);
  window = ask (self);
  acts++;
  gla_test_assert_named (GTK_WIDGET (window));
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "An infection or inflammation"));
  /* What the planned product does not hold and other areas need is not asked. */
  g_assert_false (gla_test_has_text (GTK_WIDGET (window), "gelatin"));
  g_assert_false (gla_test_has_text (GTK_WIDGET (window), "Neck:"));
  gla_test_key ("n");
  acts++;
  gla_test_key ("y");
  acts++;
  gla_test_type ("herpes");
  gla_test_screenshot (GTK_WIDGET (window), "screening-first");
  gla_test_key ("<Alt>r");
  acts++;
  close_by (window, "Return");
  acts++;
  g_test_message ("questions at the first visit, one yes: %u acts", acts);
  gla_test_focus (self->editor);
  gla_test_await_text (GTK_WIDGET (self->editor),
                       "Asked: yes to Infection or inflammation at a planned point (herpes)");
  gla_test_await (GTK_WIDGET (self->editor),
                  "Strong warning: Infection or inflammation at a planned point");
  gla_test_screenshot (GTK_WIDGET (self->editor), "visit-asked");
  gla_test_editor_save (self);
}

static void
test_first (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const char *screening;

  save_first (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  screening = find_saved (self, history)->screening;
  g_assert_true (g_str_has_prefix (screening, "toxin-allergy no\ninfection yes herpes\n"));
  g_assert_nonnull (strstr (screening, "\neyes no"));
  g_assert_null (strstr (screening, "gelatin"));
}

/* The next visit: the last answers with their day; three keys say that nothing changed. */
static void
test_again (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  g_autofree char *first = NULL;
  g_autofree char *screening = NULL;
  GtkWindow *window;

  save_first (self);
  first = g_strdup (self->saved);
  open_editor (self, NULL);
  gla_test_key ("Return");
  give_lot (self);
  gla_test_await_text (GTK_WIDGET (self->editor), "Not asked yet. On 23 Nov 2026: yes to Infection");
  gla_test_await_text (GTK_WIDGET (self->editor),
                       "Infection or inflammation at a planned point (asked 23 Nov 2026)");
  gla_test_screenshot (GTK_WIDGET (self->editor), "visit-not-asked");
  window = ask (self);
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "23 Nov 2026: yes"));
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "23 Nov 2026: no"));
  gla_test_screenshot (GTK_WIDGET (window), "screening-again");
  /* What is asked of each visit is not answered by the last one: the rest is said no to. */
  g_assert_true (gtk_window_get_focus (window)
                 != gla_test_await (GTK_WIDGET (window), "Asked Today"));
  gla_test_key ("<Alt>r");
  close_by (window, "Return");
  gla_test_focus (self->editor);
  gla_test_await_text (GTK_WIDGET (self->editor), "Asked: yes to Infection");
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  screening = g_strdup (find_saved (self, history)->screening);
  g_assert_cmpstr (screening, ==, gla_history_find_treatment (history, first)->screening);
}

/* Backing out of the questions leaves them unasked; what is not asked is not recorded. */
static void
test_cancel (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWindow *window;

  save_first (self);
  open_editor (self, NULL);
  gla_test_key ("Return");
  give_lot (self);
  window = ask (self);
  close_by (window, "Escape");
  gla_test_focus (self->editor);
  gla_test_await_text (GTK_WIDGET (self->editor), "Not asked yet");
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_null (find_saved (self, history)->screening);
}

/* Answers are kept with what was typed and not saved. */
static void
test_draft (GlaTestEditor *self,
            gconstpointer  data)
{
  GtkWindow *window;

  open_editor (self, NULL);
  window = ask (self);
  gla_test_key ("<Alt>r");
  close_by (window, "Return");
  gla_test_focus (self->editor);
  gla_test_await_text (GTK_WIDGET (self->editor), "Asked: no to ");
  gla_test_editor_close (self);
  open_editor (self, NULL);
  gla_test_await_text (GTK_WIDGET (self->editor), "Asked: no to ");
}

static void
turn_consent_on (GlaTestEditor *self)
{
  GtkWidget *widget = gla_test_await (GTK_WIDGET (self->editor), "Consent signed that day");

  gtk_switch_set_active (GTK_SWITCH (GTK_IS_SWITCH (widget)
                                       ? widget
                                       : gla_test_find_type (widget, GTK_TYPE_SWITCH)), TRUE);
}

/* Consent with the version of its text; the version is there the next time; shown in the record. */
static void
test_consent (GlaTestEditor *self,
              gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;
  g_autofree char *id = NULL;

  open_editor (self, NULL);
  gla_test_key ("Return");
  give_lot (self);
  g_assert_null (gla_test_find (GTK_WIDGET (self->editor), "Version of the consent text"));
  turn_consent_on (self);
  gtk_editable_set_text (
    GTK_EDITABLE (gla_test_await (GTK_WIDGET (self->editor), "Version of the consent text")), "7b");
  gla_test_key ("<Alt>s");
  gla_test_screenshot (GTK_WIDGET (self->editor), "visit-consent");
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  treatment = find_saved (self, history);
  g_assert_cmpint (treatment->consent_day, ==, gla_day_new (2026, 11, 23));
  g_assert_cmpstr (treatment->consent_version, ==, "7b");
  g_assert_cmpint (treatment->consent_form, ==, GLA_CONSENT_FORM_SCANNED);

  open_editor (self, NULL);
  gla_test_key ("Return");
  turn_consent_on (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gla_test_await (
                     GTK_WIDGET (self->editor), "Version of the consent text"))), ==, "7b");
  gla_test_editor_close (self);

  /* Amended with history, in words. */
  id = g_strdup (self->saved);
  open_editor (self, id);
  gla_test_key ("<Alt>p");
  gla_test_editor_save_change (self, "paper after all");
  gla_test_editor_assert_audit (self, "amend", "treatment", "paper after all");
}

static gpointer
put_asks (GlaStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gla_store_put_setting (store, GLA_SETTING_TREATMENT_ASKS, data, error);
  return NULL;
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_assert_no_error (error);
}

/* What the house asks for and is missing is saved with a reason only. */
static void
test_house (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWidget *root;

  gla_store_worker_run_async (gla_context_get_worker (self->record->context), put_asks,
                              g_strdup ("screening consent prescriber face-to-face"), g_free, NULL,
                              NULL, put_cb, NULL);
  gla_test_editor_wait_worker (self);
  open_editor (self, NULL);
  root = GTK_WIDGET (self->editor);
  gla_test_key ("Return");
  give_lot (self);
  gla_test_await_text (root, "The questions before treatment are not answered");
  gla_test_await_text (root, "Consent is not recorded");
  gla_test_await_text (root, "Who prescribed is not recorded");
  gla_test_await_text (root, "Whether the prescriber saw the patient is not recorded");
  gla_test_await (root, "Prescribed by");
  gla_test_screenshot (root, "visit-house");
  gla_test_editor_save_reason (self, "power cut");
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_assert_nonnull (strstr (find_saved (self, history)->deviation,
                            "Consent is not recorded; Who prescribed is not recorded"));
}

/* The switches of the house are one setting. */
static void
test_settings (GlaTestEditor *self,
               gconstpointer  data)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  g_autofree char *text = NULL;

  gla_asks_settings_fill (ADW_PREFERENCES_GROUP (group), self->record->context);
  gtk_window_set_child (window, group);
  gla_test_present (window);
  gla_test_assert_named (group);
  gtk_switch_set_active (GTK_SWITCH (gla_test_find_type (
                           gla_test_await (group, "A signed consent"), GTK_TYPE_SWITCH)), TRUE);
  gla_test_editor_wait_worker (self);
  text = gla_store_get_setting (gla_context_get_reader (self->record->context),
                                GLA_SETTING_TREATMENT_ASKS, NULL);
  g_assert_cmpstr (text, ==, "consent");
  gla_test_destroy (window);
}

static GlaTreatmentForm *
collect_nothing (gpointer data)
{
  return gla_treatment_form_new (GLA_DAY_NONE);
}

/* Whoever prescribed and injected is not lost when something else is amended after they left. */
static void
test_left (GlaTestEditor *self,
           gconstpointer  data)
{
  GlaContext *context = self->record->context;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  const GlaStaff gone = { .name = "Dr Gone", .role = GLA_ROLE_PRACTITIONER, .active = FALSE };
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, GLA_TEST_PATIENT);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (gla_context_get_today (context));
  g_autoptr (GlaTreatmentForm) collected
    = gla_treatment_form_new (gla_context_get_today (context));
  g_autoptr (GtkWidget) visit = NULL;
  g_autoptr (GtkWidget) session = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (gla_store_add_staff (store, &gone, &id, &error));
  visit = g_object_ref_sink (gla_visit_group_new (context, cycles, NULL, GLA_PLAN_ASKS_NOTHING,
                                                  collect_nothing, NULL));
  session = g_object_ref_sink (gla_session_group_new (context));
  form->prescriber = g_strdup (id);
  form->injector = g_strdup (id);
  gla_visit_group_fill (GLA_VISIT_GROUP (visit), form);
  gla_session_group_fill (GLA_SESSION_GROUP (session), form);
  gla_visit_group_collect (GLA_VISIT_GROUP (visit), collected);
  gla_session_group_collect (GLA_SESSION_GROUP (session), collected);
  g_assert_cmpstr (collected->prescriber, ==, id);
  g_assert_cmpstr (collected->injector, ==, id);
}

/* A change of answers is read in words. */
static void
test_audit (GlaTestEditor *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  g_autoptr (GlaAuditJson) before = gla_audit_json_parse (
    "{\"screening\":\"eyes no\",\"consent_form\":0,\"face_to_face\":1}");
  g_autoptr (GlaAuditJson) after = gla_audit_json_parse (
    "{\"screening\":\"eyes yes lenses\",\"consent_form\":2,\"face_to_face\":3}");
  g_auto (GStrv) changes = gla_audit_fields_compare (
    "treatment", before, after, gla_context_get_catalogue (self->record->context), history);
  g_autofree char *text = g_strjoinv ("|", changes);

  g_assert_cmpstr (text, ==,
                   "Asked before treatment: no to 1 question → yes to Dry eyes, lid surgery or "
                   "contact lenses (lenses)|Consent is kept: Not recorded → Scanned in|Prescriber "
                   "saw the patient: That day → Not in person");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func)                                                                            \
  g_test_add ("/pages/visit/" path, GlaTestEditor, NULL, gla_test_editor_set_up, func,             \
              gla_test_editor_tear_down)
  ADD ("first", test_first);
  ADD ("again", test_again);
  ADD ("cancel", test_cancel);
  ADD ("draft", test_draft);
  ADD ("consent", test_consent);
  ADD ("house", test_house);
  ADD ("settings", test_settings);
  ADD ("audit", test_audit);
  ADD ("left", test_left);
  return g_test_run ();
}

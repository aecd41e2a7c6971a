/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-editor.h"

#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

/* Also keeps who writes as a setting, where the context looks when the file has changed. */
static gpointer
set_author (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  if (data != NULL)
    gla_store_put_setting (store, GLA_SETTING_AUTHOR, data, error);
  return NULL;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
run_worker (GlaTestEditor *self,
            const char    *author)
{
  gboolean done = FALSE;

  gla_store_worker_run_async (gla_context_get_worker (self->record->context), set_author,
                              g_strdup (author), g_free, NULL, NULL, done_cb, &done);
  g_assert_true (gla_test_wait (is_true, &done, GLA_TEST_PATIENCE));
}

void
gla_test_editor_wait_worker (GlaTestEditor *self)
{
  run_worker (self, NULL);
}

void
gla_test_editor_set_up (GlaTestEditor *self,
                        gconstpointer  data)
{
  static GtkCssProvider *provider;

  /* As in the program, so that sizes and pictures are true. */
  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, "/org/glabella/Glabella/ui/style.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  self->record = gla_test_record_new ();
  run_worker (self, gla_context_get_author (self->record->context));
}

void
gla_test_editor_tear_down (GlaTestEditor *self,
                           gconstpointer  data)
{
  if (self->editor != NULL)
    gla_test_editor_close (self);
  gla_test_record_free (self->record);
  g_clear_pointer (&self->saved, g_free);
}

GlaHistory *
gla_test_editor_read_history (GlaTestEditor *self,
                              const char    *patient)
{
  g_autoptr (GError) error = NULL;
  GlaHistory *history = gla_store_read_history (gla_context_get_reader (self->record->context),
                                                patient, &error);

  g_assert_no_error (error);
  return history;
}

GlaCycles *
gla_test_editor_read_cycles (GlaTestEditor *self,
                             const char    *patient)
{
  GlaContext *context = self->record->context;
  g_autoptr (GlaHistory) history = gla_test_editor_read_history (self, patient);

  return gla_cycles_new (history, gla_context_get_catalogue (context),
                         gla_context_get_cycle_settings (context),
                         gla_context_get_today (context));
}

/* A treatment editor names a string, a follow-up editor an array. */
static void
saved_cb (GtkWindow     *editor,
          gpointer       what,
          GlaTestEditor *self)
{
  GSignalQuery query;

  g_signal_query (g_signal_lookup ("saved", G_OBJECT_TYPE (editor)), &query);
  self->n_saved++;
  g_free (self->saved);
  self->saved = query.param_types[0] == G_TYPE_STRING ? g_strdup (what) : NULL;
}

void
gla_test_editor_open (GlaTestEditor *self,
                      GtkWindow     *editor)
{
  g_assert_nonnull (editor);
  g_assert_null (self->editor);
  self->editor = editor;
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &self->editor);
  g_signal_connect (editor, "saved", G_CALLBACK (saved_cb), self);
  gla_test_present (editor);
  gla_test_focus (editor);
  gla_test_assert_named (GTK_WIDGET (editor));
}

static gboolean
is_closed (gpointer data)
{
  return ((GlaTestEditor *) data)->editor == NULL;
}

static void
wait_closed (GlaTestEditor *self)
{
  if (!gla_test_wait (is_closed, self, GLA_TEST_PATIENCE))
    {
      g_autofree char *text = gla_test_dup_text (GTK_WIDGET (self->editor));
      g_error ("the editor is still there:\n%s", text);
    }
  gla_test_editor_wait_worker (self);
}

void
gla_test_editor_close (GlaTestEditor *self)
{
  gla_test_key ("Escape");
  wait_closed (self);
}

void
gla_test_editor_save (GlaTestEditor *self)
{
  guint before = self->n_saved;

  gla_test_key ("<Control>Return");
  wait_closed (self);
  g_assert_cmpuint (self->n_saved, ==, before + 1);
}

void
gla_test_editor_save_reason (GlaTestEditor *self,
                             const char    *reason)
{
  GtkWindow *question;
  guint before = self->n_saved;

  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  gla_test_focus (question);
  gla_test_type (reason);
  gla_test_key ("Return");
  wait_closed (self);
  g_assert_cmpuint (self->n_saved, ==, before + 1);
}

void
gla_test_editor_save_change (GlaTestEditor *self,
                             const char    *reason)
{
  GtkWindow *question;
  guint before = self->n_saved;

  gla_test_key ("<Control>Return");
  question = gla_test_await_named_window ("GlaConfirmWindow");
  gla_test_focus (question);
  gla_test_type (reason);
  gla_test_press (GTK_WIDGET (question), "Change");
  wait_closed (self);
  g_assert_cmpuint (self->n_saved, ==, before + 1);
}

void
gla_test_editor_assert_audit (GlaTestEditor *self,
                              const char    *action,
                              const char    *table,
                              const char    *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = gla_store_list_audit (
    gla_context_get_reader (self->record->context), GLA_TEST_PATIENT, 1, &error);
  const GlaAuditEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->action, ==, action);
  g_assert_cmpstr (entry->table, ==, table);
  g_assert_cmpstr (entry->reason, ==, reason);
  g_assert_cmpstr (entry->staff, ==, "Dr A. Osei");
  if (g_str_equal (action, "amend"))
    g_assert_nonnull (entry->before);
}

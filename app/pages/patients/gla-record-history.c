/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-history.h"

#include "gla-i18n.h"
#include "gla-record-audit.h"
#include "gla-small-table.h"
#include "gla-store-read.h"

/* The newest entries; a record of many years has more, which are in the file. */
#define MAX_ENTRIES 100

struct _GlaRecordHistory
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkExpander *expander;
  GtkStack *stack;
  AdwBin *lines_bin;
  GtkLabel *error_label;
  GtkLabel *more_label;

  /* Owned */
  GlaContext *context;
  GlaRecordData *data;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GlaRecordHistory, gla_record_history, ADW_TYPE_BIN)

/* Runs in the worker's thread; one entry more than is shown tells whether there are more. */
static gpointer
list_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return gla_store_list_audit (store, data, MAX_ENTRIES + 1, error);
}

static void
unref_entries (gpointer data)
{
  g_ptr_array_unref (data);
}

static char *
join_changes (const GlaAuditLine *line)
{
  g_autoptr (GString) text = g_string_new (line->what);

  for (guint i = 0; line->changes[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", line->changes[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_entries (GlaRecordHistory *self,
              GPtrArray        *entries)
{
  const GlaTableColumn columns[] = {
    { _("When"), FALSE, FALSE },
    { _("Who"), FALSE, FALSE },
    { _("What"), FALSE, TRUE },
    { _("Why"), FALSE, TRUE },
  };
  GtkWidget *table = gla_small_table_new (_("History of changes"), columns,
                                           G_N_ELEMENTS (columns));
  GlaHistory *history = gla_record_data_get_history (self->data);

  for (guint i = 0; i < entries->len && i < MAX_ENTRIES; i++)
    {
      const GlaAuditEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GlaProtocol) protocol = gla_audit_entry_find_protocol (
          entry, gla_context_get_shelf (self->context), gla_context_get_reader (self->context),
          history);
      g_autoptr (GlaAuditLine) line = NULL;
      g_autofree char *what = NULL;

      line = gla_audit_line_new (entry, gla_context_get_catalogue (self->context), history,
                                 protocol);
      what = join_changes (line);
      gla_small_table_begin_row (GLA_SMALL_TABLE (table), NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), line->when, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), line->who, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), what, NULL);
      gla_small_table_add_text (GLA_SMALL_TABLE (table), line->reason, "dim-label");
    }
  adw_bin_set_child (self->lines_bin, table);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), entries->len > MAX_ENTRIES);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "lines" : "empty");
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaRecordHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = gla_store_worker_run_finish (GLA_STORE_WORKER (object), result,
                                                               &error);

  if (entries != NULL && self->data != NULL)
    show_entries (self, entries);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           && !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    {
      gtk_label_set_text (self->error_label, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
}

static void
load (GlaRecordHistory *self)
{
  const GlaPatient *patient;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->data == NULL || !gtk_expander_get_expanded (self->expander))
    return;
  self->cancellable = g_cancellable_new ();
  patient = gla_record_data_get_history (self->data)->patient;
  gla_store_worker_run_async (gla_context_get_worker (self->context), list_in_worker,
                              g_strdup (patient->id), g_free, unref_entries, self->cancellable,
                              listed_cb, g_object_ref (self));
}

static void
expanded_cb (GlaRecordHistory *self)
{
  load (self);
}

static void
gla_record_history_dispose (GObject *object)
{
  GlaRecordHistory *self = GLA_RECORD_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->data, gla_record_data_unref);

  G_OBJECT_CLASS (gla_record_history_parent_class)->dispose (object);
}

static void
gla_record_history_class_init (GlaRecordHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_record_history_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-record-history.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHistory, expander);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHistory, lines_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHistory, error_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordHistory, more_label);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
gla_record_history_init (GlaRecordHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
gla_record_history_show (GlaRecordHistory *self,
                         GlaContext       *context,
                         GlaRecordData    *data)
{
  const char *before = NULL;

  g_return_if_fail (GLA_IS_RECORD_HISTORY (self));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (data != NULL);

  if (self->data != NULL)
    before = gla_record_data_get_history (self->data)->patient->id;
  /* The history of another person is not left standing while the right one is read. */
  if (g_strcmp0 (before, gla_record_data_get_history (data)->patient->id) != 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      adw_bin_set_child (self->lines_bin, NULL);
    }
  g_set_object (&self->context, context);
  gla_record_data_ref (data);
  g_clear_pointer (&self->data, gla_record_data_unref);
  self->data = data;
  load (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-editor.h"

#include "gla-confirm.h"
#include "gla-handout-own.h"
#include "gla-i18n.h"
#include "gla-sheet-options.h"
#include "gla-sheet-preview.h"
#include "gla-sheet-sample.h"

#include <string.h>

/* Milliseconds after the last letter until the text is checked and shown. */
#define WAIT 250

struct _GlaSheetEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *window_title;
  GtkTextView *text_view;
  GlaSheetPreview *preview;
  GtkWidget *fault_icon;
  GtkLabel *state_label;
  GtkLabel *line_label;

  /* Owned */
  GlaContext *context;
  GFile *folder;
  char *key;
  GlaProtocol *protocol;
  GlaSheetSample *sample;

  gboolean sound;       /* what is typed can be saved */
  gboolean discards;    /* the person said so */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (GlaSheetEditor, gla_sheet_editor, ADW_TYPE_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

GtkTextBuffer *
gla_sheet_editor_get_buffer (GlaSheetEditor *self)
{
  g_return_val_if_fail (GLA_IS_SHEET_EDITOR (self), NULL);

  return gtk_text_view_get_buffer (self->text_view);
}

static char *
dup_text (GlaSheetEditor *self)
{
  GtkTextBuffer *buffer = gla_sheet_editor_get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Checking and showing */

static GlaHandoutTemplate *
parse (GlaSheetEditor  *self,
       const char      *text,
       GError         **error)
{
  g_autofree char *name = g_strconcat (self->key, ".xml", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GlaHandoutTemplate) template =
    gla_handout_template_parse (bytes, name, TRUE, gla_context_get_catalogue (self->context),
                                self->protocol, error);

  if (template == NULL || strcmp (template->key, self->key) == 0)
    return g_steal_pointer (&template);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("the key is “%s” and must stay “%s”"), template->key, self->key);
  return NULL;
}

static void
show_state (GlaSheetEditor *self,
            const GError   *error)
{
  gboolean modified = gtk_text_buffer_get_modified (gla_sheet_editor_get_buffer (self));

  gtk_widget_set_visible (self->fault_icon, error != NULL);
  gtk_label_set_text (self->state_label,
                      error != NULL ? error->message
                      : modified    ? _("No fault. Not saved yet.")
                                    : _("No fault."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", self->sound && modified);
}

static void
check (GlaSheetEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHandoutTemplate) template = NULL;
  g_autoptr (GlaPages) pages = NULL;
  GlaHandoutOptions options;

  gla_sheet_options_read (gla_context_get_settings (self->context), &options);
  template = parse (self, text, &error);
  if (template != NULL)
    pages = gla_sheet_sample_layout (self->sample, template, &options, &error);
  self->sound = pages != NULL;
  if (pages != NULL)
    gla_sheet_preview_show (self->preview, g_steal_pointer (&pages));
  show_state (self, error);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GlaSheetEditor *self = user_data;

  self->timeout = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (GlaSheetEditor *self)
{
  if (self->context == NULL)
    return;
  /* Until it is checked nobody knows. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", FALSE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (WAIT, timeout_cb, self);
}

static void
cursor_moved_cb (GlaSheetEditor *self)
{
  GtkTextBuffer *buffer = gla_sheet_editor_get_buffer (self);
  GtkTextIter at;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  /* Translators: line of a text in which the cursor stands */
  text = g_strdup_printf (_("Line %d"), gtk_text_iter_get_line (&at) + 1);
  gtk_label_set_text (self->line_label, text);
}

/* Keeping it */

static void
save (GlaSheetEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  check (self);
  if (!self->sound)
    return;
  if (!gla_handout_write_own (self->folder, self->key, text, &error))
    {
      gla_context_show_error (self->context, _("The sheet was not saved. The one in use stays."),
                              error);
      return;
    }
  gtk_text_buffer_set_modified (gla_sheet_editor_get_buffer (self), FALSE);
  show_state (self, NULL);
  gtk_label_set_text (self->state_label, _("Saved. Our own sheet is used from now on."));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

/* As a step that can be undone. */
static void
put_text (GlaSheetEditor *self,
          const char     *text)
{
  GtkTextBuffer *buffer = gla_sheet_editor_get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GlaSheetEditor *self = GLA_SHEET_EDITOR (widget);
  g_autofree char *text = NULL;

  if (g_str_equal (name, "sheet.save"))
    {
      save (self);
      return;
    }
  text = gla_handout_dup_source (self->folder, self->key, FALSE, NULL);
  if (text != NULL)
    put_text (self, text);
}

static void
discard_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GlaSheetEditor) self = user_data;

  if (!gla_confirm_finish (result, NULL) || self->context == NULL)
    return;
  self->discards = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
gla_sheet_editor_close_request (GtkWindow *window)
{
  GlaSheetEditor *self = GLA_SHEET_EDITOR (window);

  if (!self->discards && gtk_text_buffer_get_modified (gla_sheet_editor_get_buffer (self)))
    {
      gla_confirm_async (window, _("Discard what was typed?"),
                         _("The sheet stays as it was saved last."), _("Discard"),
                         GLA_CONFIRM_DESTRUCTIVE, NULL, discard_cb, g_object_ref (self));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (gla_sheet_editor_parent_class)->close_request (window);
}

static void
gla_sheet_editor_dispose (GObject *object)
{
  GlaSheetEditor *self = GLA_SHEET_EDITOR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->context);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->protocol, gla_protocol_unref);
  g_clear_pointer (&self->sample, gla_sheet_sample_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (gla_sheet_editor_parent_class)->dispose (object);
}

static void
gla_sheet_editor_class_init (GlaSheetEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_sheet_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gla_sheet_editor_close_request;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (GLA_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-sheet-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, fault_icon);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, GlaSheetEditor, line_label);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "sheet.builtin", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheet.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gla_sheet_editor_init (GlaSheetEditor *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gla_sheet_editor_get_buffer (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What stands there before anybody types is no step to undo. */
static void
begin_text (GlaSheetEditor *self)
{
  GtkTextBuffer *buffer = gla_sheet_editor_get_buffer (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gla_handout_dup_source (self->folder, self->key, TRUE, &error);
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_set_modified (buffer, FALSE);
  if (error != NULL)
    show_state (self, error);
  else
    check (self);
  cursor_moved_cb (self);
}

GtkWindow *
gla_sheet_editor_new (GtkWindow  *parent,
                      GlaContext *context,
                      const char *key)
{
  GlaSheetEditor *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (GLA_TYPE_SHEET_EDITOR, "transient-for", parent, NULL);
  self->folder = gla_handout_dup_own_folder ();
  self->key = g_strdup (key);
  self->protocol = gla_protocol_shelf_get_current (gla_context_get_shelf (context), NULL);
  self->sample = gla_sheet_sample_new (context);
  adw_window_title_set_subtitle (self->window_title, key);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.builtin", gla_handout_is_builtin (key));
  self->context = g_object_ref (context);
  begin_text (self);
  /* The text was set with the context known: nothing is left to be checked. */
  g_clear_handle_id (&self->timeout, g_source_remove);
  return GTK_WINDOW (self);
}

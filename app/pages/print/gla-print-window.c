/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-print-window.h"

#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-sheet-batch.h"
#include "gla-sheet-list.h"
#include "gla-sheet-options.h"
#include "gla-sheet-preview.h"
#include "gla-sheet-review.h"
#include "gla-sheet-run.h"

struct _GlaPrintWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *error_page;
  GlaSheetList *list;
  GlaSheetOptions *options;
  GlaSheetReview *review;
  GlaSheetPreview *preview;
  GtkScrolledWindow *scroller;
  GtkLabel *message_label;
  GtkWidget *save_button;
  GtkWidget *print_button;

  /* Owned */
  GlaContext *context;
  GlaSheetSubject *subject;   /* NULL until it is read */
  GCancellable *reading;      /* of the subject */
  GCancellable *laying_out;   /* of the preview */
  const char *written;        /* language of the sheet that is shown */
};

G_DEFINE_FINAL_TYPE (GlaPrintWindow, gla_print_window, ADW_TYPE_WINDOW)

static void
replace_cancellable (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

/* The preview */

static void
show_page_count (GlaPrintWindow *self,
                 guint           n_pages)
{
  g_autoptr (GPtrArray) checked = gla_sheet_list_list_checked (self->list);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->print_button, checked->len > 0);
  gtk_widget_set_sensitive (self->save_button, checked->len > 0);
  if (checked->len > 1)
    text = g_strdup_printf (ngettext ("%u sheet in one job", "%u sheets in one job", checked->len),
                            checked->len);
  else if (n_pages > 0)
    text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  gtk_label_set_text (self->message_label, text != NULL ? text : "");
}

/* What it is in, and that it is not in the one that is wanted. */
static char *
describe_language (const char *wanted,
                   const char *written)
{
  const GlaLanguage *language = gla_language_load (written, NULL);
  const GlaLanguage *missing = wanted != NULL ? gla_language_load (wanted, NULL) : NULL;
  g_autofree char *name = gla_language_dup_name (language);
  g_autofree char *missing_name = NULL;

  if (wanted == NULL || missing == language)
    return g_steal_pointer (&name);
  missing_name = missing != NULL ? gla_language_dup_name (missing) : g_strdup (wanted);
  /* Translators: names of two languages; a sheet is in the first, there is no translation into the second */
  return g_strdup_printf (_("%s, since it is not there in %s"), name, missing_name);
}

static void
show_language (GlaPrintWindow *self,
               const char     *written)
{
  const GlaHandoutTemplate *template = gla_sheet_list_get_shown (self->list);
  g_autofree char *text = NULL;
  GlaHandoutOptions options;

  self->written = gla_language_get_tag (gla_language_load (written, NULL));
  gla_sheet_options_get (self->options, &options);
  text = describe_language (gla_handout_choose_language (template, &self->subject->input, &options),
                            written);
  gla_sheet_options_say_language (self->options, text);
  gla_sheet_review_show (self->review, self->subject, template, self->written);
  gtk_widget_set_sensitive (GTK_WIDGET (self->review), TRUE);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlaPrintWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GlaPages *pages = gla_sheet_layout_finish (result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&pages, gla_pages_free);
      return;
    }
  if (pages == NULL)
    gla_context_show_error (self->context, _("The sheet can’t be shown"), error);
  show_page_count (self, pages != NULL ? gla_pages_get_n_pages (pages) : 0);
  if (pages != NULL)
    show_language (self, gla_pages_get_language (pages));
  gla_sheet_preview_show (self->preview, pages);
}

static void
update_preview (GlaPrintWindow *self)
{
  GlaHandoutTemplate *template = gla_sheet_list_get_shown (self->list);
  g_autoptr (GlaSheetOrder) order = NULL;
  GlaHandoutOptions options;

  if (template == NULL || self->subject == NULL)
    return;
  order = gla_sheet_order_new (self->subject, template);
  gla_sheet_options_get (self->options, &options);
  /* What it says is about the sheet that was shown up to now. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->review), FALSE);
  replace_cancellable (&self->laying_out);
  gla_sheet_layout_async (order, &options, self->laying_out, laid_out_cb, g_object_ref (self));
}

static void
chosen_cb (GlaPrintWindow *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_preview (self);
}

/* What it is about */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaPrintWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaSheetSubject) subject = gla_sheet_subject_load_finish (result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (subject == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  self->subject = g_steal_pointer (&subject);
  gtk_stack_set_visible_child_name (self->stack, "sheets");
  gla_sheet_list_show (self->list, self->subject);
  if (self->subject->refusals != NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, self->subject->refusals);
      gla_context_show_error (self->context, _("The clinic’s own sheet has a fault; the built-in "
                                               "one is used."), error);
    }
}

/* The translation */

typedef struct
{
  GlaSheetSubject *subject;
  GlaHandoutTemplate *template;
  const char *language;
  gboolean confirmed;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *self = data;

  gla_sheet_subject_unref (self->subject);
  gla_handout_template_unref (self->template);
  g_free (self);
}

static gpointer
mark_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Mark *mark = data;

  return gla_sheet_subject_put_review (mark->subject, store, mark->template, mark->language,
                                       mark->confirmed ? mark->subject->input.staff : NULL, error);
}

static void
marked_in_store_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GlaPrintWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaSheetSubject) subject =
    gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (self->context == NULL)
    return;
  if (subject == NULL)
    {
      gla_context_show_error (self->context, _("The mark was not saved"), error);
      return;
    }
  gla_sheet_subject_unref (self->subject);
  self->subject = g_steal_pointer (&subject);
  update_preview (self);
}

static void
marked_cb (GlaPrintWindow *self,
           gboolean        confirmed)
{
  GlaHandoutTemplate *template = gla_sheet_list_get_shown (self->list);
  Mark *mark;

  if (template == NULL || self->subject == NULL)
    return;
  mark = g_new0 (Mark, 1);
  mark->subject = gla_sheet_subject_ref (self->subject);
  mark->template = gla_handout_template_ref (template);
  mark->language = self->written;
  mark->confirmed = confirmed;
  gla_store_worker_run_async (gla_context_get_worker (self->context), mark_in_worker, mark,
                              mark_free, (GDestroyNotify) gla_sheet_subject_unref, NULL,
                              marked_in_store_cb, g_object_ref (self));
}

/* Printing and saving */

static void
make_batch (GlaPrintWindow *self,
            GFile          *file)
{
  g_autoptr (GPtrArray) checked = gla_sheet_list_list_checked (self->list);
  g_autoptr (GPtrArray) orders
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_sheet_order_free);
  GlaHandoutOptions options;

  if (self->subject == NULL || checked->len == 0)
    return;
  for (guint i = 0; i < checked->len; i++)
    g_ptr_array_add (orders, gla_sheet_order_new (self->subject, checked->pdata[i]));
  gla_sheet_options_get (self->options, &options);
  gla_sheet_run (GTK_WINDOW (self), self->context, orders, &options, file, TRUE);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GlaPrintWindow) self = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && self->context != NULL)
    make_batch (self, file);
}

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GlaPrintWindow *self = GLA_PRINT_WINDOW (widget);
  g_autoptr (GPtrArray) checked = gla_sheet_list_list_checked (self->list);
  g_autofree char *file = NULL;

  if (self->subject == NULL || checked->len == 0)
    return;
  if (g_str_equal (name, "sheets.print"))
    {
      make_batch (self, NULL);
      return;
    }
  file = g_strdup_printf ("%s-%s", ((GlaHandoutTemplate *) checked->pdata[0])->key,
                          gla_sheet_subject_get_patient (self->subject)->number);
  gla_file_dialogs_save_async (GTK_WINDOW (self), _("Save the Sheet"), _("Save"), GLA_FILE_PDF,
                               NULL, file, NULL, file_chosen_cb, g_object_ref (self));
}

static void
gla_print_window_dispose (GObject *object)
{
  GlaPrintWindow *self = GLA_PRINT_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->reading);
  g_clear_object (&self->laying_out);
  g_clear_object (&self->context);
  g_clear_pointer (&self->subject, gla_sheet_subject_unref);

  G_OBJECT_CLASS (gla_print_window_parent_class)->dispose (object);
}

static void
gla_print_window_class_init (GlaPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_print_window_dispose;
  g_type_ensure (GLA_TYPE_SHEET_LIST);
  g_type_ensure (GLA_TYPE_SHEET_OPTIONS);
  g_type_ensure (GLA_TYPE_SHEET_PREVIEW);
  g_type_ensure (GLA_TYPE_SHEET_REVIEW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/print/gla-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, options);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, review);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, GlaPrintWindow, print_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, marked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
  gtk_widget_class_install_action (widget_class, "sheets.print", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "sheets.save", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheets.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sheets.save",
                                       NULL);
}

static void
gla_print_window_init (GlaPrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
gla_print_window_new (GtkWindow              *parent,
                      GlaContext             *context,
                      const GlaSheetQuestion *question)
{
  g_autofree char *name = NULL;
  GlaPrintWindow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (question != NULL && question->cycles != NULL, NULL);

  self = g_object_new (GLA_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->reading = g_cancellable_new ();
  name = gla_patient_get_spoken_name (question->cycles->history->patient);
  adw_window_title_set_subtitle (self->window_title, name);
  gla_sheet_options_take (self->options, gla_context_get_settings (context));
  gla_sheet_options_set_large (self->options, question->cycles->history->patient->large_print);
  gla_sheet_subject_load_async (context, question, self->reading, loaded_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}

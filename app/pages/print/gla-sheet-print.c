/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-print.h"

#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-print-window.h"
#include "gla-sheet-options.h"
#include "gla-sheet-run.h"

static void
ask (const char       *key,
     GlaKeptCase      *kept,
     GlaSheetQuestion *question)
{
  *question = (GlaSheetQuestion) {
    .cycles = (GlaCycles *) kept->basis->input.cycles,
    .area = kept->record->area,
    .treatment = kept->record->treatment,
    .kept = kept,
    .wanted = key,
  };
}

void
gla_sheet_print_run (GtkWidget   *parent,
                     GlaContext  *context,
                     const char  *key,
                     GlaKeptCase *kept)
{
  GlaSheetQuestion question;

  g_return_if_fail (GTK_IS_WIDGET (parent) && GLA_IS_CONTEXT (context));
  g_return_if_fail (kept != NULL);

  ask (key, kept, &question);
  gtk_window_present (gla_print_window_new (GTK_WINDOW (gtk_widget_get_root (parent)), context,
                                            &question));
}

/* Files */

/* One sheet on its way to a file. */
typedef struct
{
  GtkWindow *window;   /* that waits, or NULL */
  GlaContext *context;
  GlaKeptCase *kept;
  char *key;      /* or NULL */
  char *path;
} Saving;

static Saving *
saving_new (GlaContext  *context,
            const char  *key,
            GlaKeptCase *kept)
{
  Saving *self = g_new0 (Saving, 1);

  self->context = g_object_ref (context);
  self->kept = gla_kept_case_ref (kept);
  self->key = g_strdup (key);
  return self;
}

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_object (&self->window);
  g_object_unref (self->context);
  gla_kept_case_unref (self->kept);
  g_free (self->key);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
complain (const Saving *saving,
          const GError *error)
{
  gla_context_show_error (saving->context, _("The sheet was not saved"), error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaSheetSubject) subject = gla_sheet_subject_load_finish (result, &error);
  g_autoptr (GPtrArray) orders
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_sheet_order_free);
  GlaHandoutTemplate *template
    = subject != NULL ? gla_sheet_subject_find (subject, subject->wanted) : NULL;
  g_autoptr (GFile) file = NULL;
  GlaHandoutOptions options;

  if (subject != NULL && template == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _("There is no such sheet. Choose another one with Ctrl+P."));
  if (template == NULL)
    {
      complain (saving, error);
      return;
    }
  g_ptr_array_add (orders, gla_sheet_order_new (subject, template));
  gla_sheet_options_read (gla_context_get_settings (saving->context), &options);
  options.large = template->audience == GLA_HANDOUT_FOR_PATIENT
                  && gla_sheet_subject_get_patient (subject)->large_print;
  file = g_file_new_for_path (saving->path);
  gla_sheet_run (saving->window, saving->context, orders, &options, file, FALSE);
}

static void
start (Saving *saving)
{
  GlaSheetQuestion question;

  ask (saving->key, saving->kept, &question);
  gla_sheet_subject_load_async (saving->context, &question, NULL, loaded_cb, saving);
}

void
gla_sheet_print_write (GlaContext  *context,
                       const char  *key,
                       GlaKeptCase *kept,
                       const char  *path)
{
  Saving *saving;

  g_return_if_fail (GLA_IS_CONTEXT (context) && kept != NULL && path != NULL);

  saving = saving_new (context, key, kept);
  saving->path = g_strdup (path);
  start (saving);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  saving->path = g_file_get_path (file);
  if (saving->path != NULL)
    {
      start (g_steal_pointer (&saving));
      return;
    }
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("Choose a file on this computer."));
  complain (saving, error);
}

void
gla_sheet_print_save (GtkWidget   *parent,
                      GlaContext  *context,
                      const char  *key,
                      GlaKeptCase *kept)
{
  g_autofree char *name = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (parent) && GLA_IS_CONTEXT (context));
  g_return_if_fail (kept != NULL);

  saving = saving_new (context, key, kept);
  saving->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (parent)));
  /* Translators: name of a file, without ending, of a sheet of paper */
  name = g_strdup_printf ("%s-%s", key != NULL ? key : _("sheet"),
                          kept->basis->input.cycles->history->patient->number);
  gla_file_dialogs_save_async (saving->window, _("Save the Sheet"), _("Save"), GLA_FILE_PDF, NULL,
                               name, NULL, file_chosen_cb, saving);
}

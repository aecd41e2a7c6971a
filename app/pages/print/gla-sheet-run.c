/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-run.h"

#include "gla-copy-print.h"
#include "gla-i18n.h"

/* A job that goes on after the window is closed. */
typedef struct
{
  GlaContext *context;
  GlaProgress *progress;
  GtkWindow *window;
  gboolean closes;
  GFile *file;
  GlaSheetBatch *batch;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->progress, gla_progress_end);
  g_clear_pointer (&self->batch, gla_sheet_batch_free);
  g_clear_object (&self->file);
  g_clear_object (&self->window);
  g_object_unref (self->context);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
printed_cb (gpointer user_data)
{
  const Job *job = user_data;
  guint n = gla_sheet_batch_count_given (job->batch);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u sheet printed, and noted as given",
                                      "%u sheets printed, and noted as given", n), n);
  else
    text = g_strdup (_("Printed"));

  gla_sheet_batch_note (job->batch, job->context, text);
  if (job->closes)
    gtk_window_destroy (job->window);
}

static void
print_batch (Job *job)
{
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) n_pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < job->batch->copies->len; i++)
    {
      const GlaSheetCopy *copy = job->batch->copies->pdata[i];

      g_ptr_array_add (pdfs, g_bytes_ref (copy->pdf));
      g_array_append_val (n_pages, copy->n_pages);
    }
  gla_copy_print_run (job->window, job->context, pdfs, n_pages, job->batch->title, printed_cb, job,
                      job_free);
}

static void
save_batch (Job *job)
{
  const char *path = g_file_peek_path (job->file);
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Only its owner reads a patient's data. */
  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("Choose a file on this computer."));
  else
    g_file_set_contents_full (path, g_bytes_get_data (job->batch->joint, NULL),
                              (gssize) g_bytes_get_size (job->batch->joint),
                              G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  if (error != NULL)
    {
      gla_context_show_error (job->context, _("The sheet was not saved"), error);
      return;
    }
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (gla_sheet_batch_count_given (job->batch) > 0
                            ? _("Saved as %s, and noted as given")
                            : _("Saved as %s"), base);
  gla_sheet_batch_note (job->batch, job->context, text);
  if (job->closes)
    gtk_window_destroy (job->window);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  job->batch = gla_sheet_batch_finish (result, &error);
  g_clear_pointer (&job->progress, gla_progress_end);
  if (job->batch == NULL)
    gla_context_show_error (job->context, _("The sheet was not printed"), error);
  else if (job->file != NULL)
    save_batch (job);
  else
    print_batch (g_steal_pointer (&job));
}

void
gla_sheet_run (GtkWindow               *window,
               GlaContext              *context,
               GPtrArray               *orders,
               const GlaHandoutOptions *options,
               GFile                   *file,
               gboolean                 closes)
{
  g_autoptr (GCancellable) cancellable = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window) || (window == NULL && file != NULL && !closes));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (orders != NULL && orders->len > 0);

  cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->context = g_object_ref (context);
  g_set_object (&job->window, window);
  job->closes = closes;
  job->file = file != NULL ? g_object_ref (file) : NULL;
  if (window != NULL)
    job->progress = gla_progress_new (window, _("Making the sheets"), cancellable);
  gla_sheet_batch_async (orders, options, file != NULL, job->progress, cancellable, made_cb, job);
}

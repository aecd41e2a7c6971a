/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-batch.h"

#include "gla-i18n.h"
#include "gla-pdf.h"
#include "gla-store-document.h"

GlaSheetOrder *
gla_sheet_order_new (GlaSheetSubject    *subject,
                     GlaHandoutTemplate *template)
{
  GlaSheetOrder *self;

  g_return_val_if_fail (subject != NULL && template != NULL, NULL);

  self = g_new0 (GlaSheetOrder, 1);
  self->subject = gla_sheet_subject_ref (subject);
  self->template = gla_handout_template_ref (template);
  return self;
}

void
gla_sheet_order_free (GlaSheetOrder *self)
{
  if (self == NULL)
    return;
  gla_sheet_subject_unref (self->subject);
  gla_handout_template_unref (self->template);
  g_free (self);
}

static void
copy_free (gpointer data)
{
  GlaSheetCopy *self = data;

  g_free (self->patient);
  g_free (self->treatment);
  g_free (self->key);
  g_free (self->version);
  g_free (self->language);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

void
gla_sheet_batch_free (GlaSheetBatch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->joint, g_bytes_unref);
  g_free (self->title);
  g_free (self);
}

/* What a thread is asked to make. */
typedef struct
{
  GPtrArray *orders;
  GlaHandoutOptions options;
  gboolean joint;
  GlaProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_ptr_array_unref (self->orders);
  g_clear_object (&self->progress);
  g_free (self);
}

static Job *
job_new (GPtrArray               *orders,
         const GlaHandoutOptions *options,
         GlaProgress             *progress)
{
  Job *self = g_new0 (Job, 1);

  self->orders = g_ptr_array_ref (orders);
  self->options = *options;
  g_set_object (&self->progress, progress);
  return self;
}

static GlaPages *
make_pages (const GlaSheetOrder      *order,
            const GlaHandoutOptions  *options,
            GError                  **error)
{
  GlaHandoutOptions own = *options;

  own.large = options->large || order->large;
  return gla_handout_new (order->template, &order->subject->input, &own, error);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GlaPages *pages = make_pages (job->orders->pdata[0], &job->options, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) gla_pages_free);
  else
    g_task_return_error (task, error);
}

void
gla_sheet_layout_async (const GlaSheetOrder     *order,
                        const GlaHandoutOptions *options,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr (GPtrArray) orders
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_sheet_order_free);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (order != NULL && options != NULL);

  g_ptr_array_add (orders, gla_sheet_order_new (order->subject, order->template));
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_sheet_layout_async);
  g_task_set_task_data (task, job_new (orders, options, NULL), job_free);
  g_task_run_in_thread (task, layout_thread);
}

GlaPages *
gla_sheet_layout_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static GlaSheetCopy *
make_copy (const GlaSheetOrder  *order,
           GlaPages             *pages,
           GError              **error)
{
  const GlaHandoutInput *input = &order->subject->input;
  const GlaCycle *cycle = gla_handout_input_find_cycle (input);
  g_autoptr (GlaPdf) pdf = gla_pdf_new ();
  GlaSheetCopy *copy = g_new0 (GlaSheetCopy, 1);

  /* A list is about nobody. */
  if (order->template->needs != GLA_HANDOUT_NEEDS_LIST)
    copy->patient = g_strdup (gla_sheet_subject_get_patient (order->subject)->id);
  copy->treatment = cycle != NULL ? g_strdup (cycle->treatment->id) : NULL;
  copy->key = g_strdup (order->template->key);
  copy->version = g_strdup (order->template->version);
  copy->language = g_strdup (gla_pages_get_language (pages));
  copy->n_pages = gla_pages_get_n_pages (pages);
  gla_pdf_add (pdf, pages);
  copy->pdf = gla_pdf_finish (pdf, input->facts->cycles->today, error);
  if (copy->pdf == NULL)
    g_clear_pointer (&copy, copy_free);
  return copy;
}

static gboolean
make_one (const GlaSheetOrder      *order,
          const GlaHandoutOptions  *options,
          GlaSheetBatch            *batch,
          GlaPdf                   *joint,
          GError                  **error)
{
  g_autoptr (GlaPages) pages = make_pages (order, options, error);
  GlaSheetCopy *copy = pages != NULL ? make_copy (order, pages, error) : NULL;

  if (copy == NULL)
    return FALSE;
  if (batch->title == NULL)
    batch->title = g_strdup (gla_pages_get_title (pages));
  g_ptr_array_add (batch->copies, copy);
  if (joint != NULL)
    gla_pdf_add (joint, pages);
  return TRUE;
}

/* One sheet is drawn once; several are drawn once more, for PDFs are not joined. */
static gboolean
finish_joint (GlaSheetBatch  *self,
              GlaPdf         *joint,
              GError        **error)
{
  const GlaSheetCopy *first = self->copies->pdata[0];

  self->joint = joint != NULL ? gla_pdf_finish (joint, self->day, error) : g_bytes_ref (first->pdf);
  return self->joint != NULL;
}

static GlaSheetBatch *
make_batch (const Job     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GlaSheetBatch) self = g_new0 (GlaSheetBatch, 1);
  g_autoptr (GlaPdf) joint = job->joint && job->orders->len > 1 ? gla_pdf_new () : NULL;
  const GlaSheetOrder *first = job->orders->pdata[0];

  self->copies = g_ptr_array_new_with_free_func (copy_free);
  self->paper = job->options.paper;
  self->day = first->subject->input.facts->cycles->today;
  for (guint i = 0; i < job->orders->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !make_one (job->orders->pdata[i], &job->options, self, joint, error))
        return NULL;
      if (job->progress != NULL)
        gla_progress_report ((i + 1.0) / job->orders->len, job->progress);
    }
  if (job->joint && !finish_joint (self, joint, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
batch_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  GlaSheetBatch *batch = make_batch (data, cancellable, &error);

  if (batch != NULL)
    g_task_return_pointer (task, batch, (GDestroyNotify) gla_sheet_batch_free);
  else
    g_task_return_error (task, error);
}

void
gla_sheet_batch_async (GPtrArray               *orders,
                       const GlaHandoutOptions *options,
                       gboolean                 joint,
                       GlaProgress             *progress,
                       GCancellable            *cancellable,
                       GAsyncReadyCallback      callback,
                       gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (orders != NULL && orders->len > 0);
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_sheet_batch_async);
  job = job_new (orders, options, progress);
  job->joint = joint;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, batch_thread);
}

GlaSheetBatch *
gla_sheet_batch_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The records say what was given */

/* Documents with their copies, on their way to the file. */
typedef struct
{
  GPtrArray *documents;   /* (element-type GlaDocument) */
  GPtrArray *copies;      /* (element-type GBytes) */
} Notes;

static void
notes_free (gpointer data)
{
  Notes *self = data;

  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

typedef struct
{
  GlaContext *context;
  char *text;
} Telling;

/* Identifiers of what was kept: everything, or with a fault nothing. */
static gpointer
note_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Notes *notes = data;

  return gla_store_add_document_copies (store, notes->documents, "application/pdf", notes->copies,
                                        error);
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (ids != NULL && ids[0] == NULL)
    gla_context_show_toast (telling->context, telling->text);
  else if (ids != NULL)
    gla_context_did_add (telling->context, telling->text, GLA_TABLE_DOCUMENT,
                         (const char *const *) ids);
  else
    gla_context_show_error (telling->context, _("The record does not say that the sheet was given."),
                            error);
  g_object_unref (telling->context);
  g_free (telling->text);
  g_free (telling);
}

guint
gla_sheet_batch_count_given (const GlaSheetBatch *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->copies->len; i++)
    n += ((GlaSheetCopy *) self->copies->pdata[i])->patient != NULL ? 1 : 0;
  return n;
}

void
gla_sheet_batch_note (const GlaSheetBatch *self,
                      GlaContext          *context,
                      const char          *text)
{
  Notes *notes;
  Telling *telling;

  g_return_if_fail (self != NULL && GLA_IS_CONTEXT (context) && text != NULL);

  notes = g_new0 (Notes, 1);
  notes->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_document_unref);
  notes->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < self->copies->len; i++)
    {
      const GlaSheetCopy *copy = self->copies->pdata[i];
      const GlaDocument fields = {
        .patient = copy->patient,
        .treatment = copy->treatment,
        .template = copy->key,
        .version = copy->version,
        .language = copy->language,
        .day = self->day,
        .staff = gla_context_get_author (context),
      };

      if (copy->patient == NULL)
        continue;
      g_ptr_array_add (notes->documents, gla_document_new (&fields));
      g_ptr_array_add (notes->copies, g_bytes_ref (copy->pdf));
    }
  telling = g_new0 (Telling, 1);
  telling->context = g_object_ref (context);
  telling->text = g_strdup (text);
  gla_store_worker_run_async (gla_context_get_worker (context), note_in_worker, notes, notes_free,
                              (GDestroyNotify) g_strfreev, NULL, noted_cb, telling);
}

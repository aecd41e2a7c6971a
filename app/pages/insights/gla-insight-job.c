/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-job.h"

typedef struct
{
  GlaInsightClinic *clinic;
  GlaInsightQuestion question;
  guint32 code;
  gboolean full;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  gla_insight_clinic_unref (job->clinic);
  g_free (job);
}

void
gla_insight_result_free (GlaInsightResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheet, gla_insight_sheet_free);
  g_clear_pointer (&self->curve, gla_duration_curve_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);
  g_free (self);
}

void
gla_insight_result_get_answer (const GlaInsightResult *self,
                               GlaInsightAnswer       *answer)
{
  g_return_if_fail (self != NULL && answer != NULL);

  *answer = (GlaInsightAnswer) {
    .clinic = self->clinic,
    .sheet = self->sheet,
    .curve = self->curve,
    .curve_row = self->curve_row,
  };
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/* The likely ranges of all groups, and what their comparison says. */
static gboolean
estimate_groups (const Job         *job,
                 GPtrArray         *groups,
                 GCancellable      *cancellable,
                 GError           **error)
{
  const GlaInsightQuestion *question = &job->question;
  GlaCycleTable *table = job->clinic->table;

  if (!gla_insight_groups_estimate (groups, table, &question->filter, question->key, is_cancelled,
                                    cancellable, error))
    return FALSE;
  for (guint i = 0; i < groups->len && gla_insight_can_compare (question->key); i++)
    {
      GlaInsightGroup *group = g_ptr_array_index (groups, i);

      if (!gla_insight_compare (table, &question->filter, question->key, group->code, is_cancelled,
                                cancellable, &group->verdict, error))
        return FALSE;
      group->has_verdict = TRUE;
    }
  return TRUE;
}

static int
find_row (const GlaInsightSheet *sheet,
          guint32                code)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (((const GlaInsightRow *) g_ptr_array_index (sheet->rows, i))->code == code)
      return (int) i;
  return -1;
}

static gboolean
run (const Job         *job,
     GlaInsightResult  *result,
     GCancellable      *cancellable,
     GError           **error)
{
  const GlaInsightQuestion *question = &job->question;
  GlaCycleKey key = gla_insight_question_get_key (question);
  GlaCycleFilter filter = question->filter;

  if (job->code != GLA_CYCLE_CODE_ANY)
    filter.codes[key] = job->code;
  result->groups = gla_insight_groups_new (job->clinic->table, &question->filter, key);
  result->curve = gla_duration_curve_new (job->clinic->table, &filter, is_cancelled, cancellable,
                                          error);
  if (result->curve == NULL)
    return FALSE;
  if (job->full && question->view == GLA_INSIGHT_DURATIONS &&
      (!gla_duration_curve_estimate (result->curve, is_cancelled, cancellable, error) ||
       !estimate_groups (job, result->groups, cancellable, error)))
    return FALSE;
  result->sheet = gla_insight_sheet_new (job->clinic, question, result->groups);
  result->curve_row = find_row (result->sheet, job->code);
  result->is_full = job->full || question->view != GLA_INSIGHT_DURATIONS;
  return TRUE;
}

static void
thread_func (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GlaInsightResult) result = g_new0 (GlaInsightResult, 1);
  GError *error = NULL;

  result->clinic = gla_insight_clinic_ref (job->clinic);
  if (run (job, result, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&result),
                           (GDestroyNotify) gla_insight_result_free);
  else
    g_task_return_error (task, error);
}

void
gla_insight_job_run_async (GlaInsightClinic         *clinic,
                           const GlaInsightQuestion *question,
                           guint32                   code,
                           gboolean                  full,
                           GCancellable             *cancellable,
                           GAsyncReadyCallback       callback,
                           gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (clinic != NULL && question != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->clinic = gla_insight_clinic_ref (clinic);
  job->question = *question;
  job->code = code;
  job->full = full;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gla_insight_job_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, thread_func);
}

GlaInsightResult *
gla_insight_job_run_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

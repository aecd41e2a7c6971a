/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up-save.h"

#include "gla-i18n.h"

typedef struct
{
  GPtrArray *assessments;
  GPtrArray *reports;
  GPtrArray *ratings;
} SaveJob;

/* What the worker hands back. */
typedef struct
{
  GPtrArray *ids;
  GlaFollowUpCounts counts;
} SaveResult;

static void
job_free (SaveJob *job)
{
  g_ptr_array_unref (job->assessments);
  g_ptr_array_unref (job->reports);
  g_ptr_array_unref (job->ratings);
  g_free (job);
}

static void
result_free (SaveResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->ids, g_ptr_array_unref);
  g_free (result);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveResult, result_free)

static gpointer
save (GlaStore      *store,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SaveJob *job = data;
  g_autoptr (SaveResult) result = g_new0 (SaveResult, 1);

  result->counts = (GlaFollowUpCounts) { job->assessments->len, job->reports->len };
  if (!gla_store_add_review (store, job->assessments, job->reports, job->ratings, &result->ids,
                             error))
    return NULL;
  return g_steal_pointer (&result);
}

void
gla_follow_up_save_async (GlaContext            *context,
                          const char            *patient,
                          const GlaFollowUpForm *form,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  SaveJob *job;
  const char *author;

  g_return_if_fail (GLA_IS_CONTEXT (context) && patient != NULL && form != NULL);

  author = gla_context_get_author (context);
  job = g_new0 (SaveJob, 1);
  job->assessments = gla_follow_up_form_make_assessments (form, patient, author,
                                                          gla_context_get_catalogue (context));
  job->reports = gla_follow_up_form_make_reports (form, patient, author);
  job->ratings = gla_follow_up_form_make_ratings (form, patient, author,
                                                  gla_context_get_catalogue (context));
  gla_store_worker_run_async (gla_context_get_worker (context), save, job,
                              (GDestroyNotify) job_free, (GDestroyNotify) result_free, NULL,
                              callback, user_data);
}

GPtrArray *
gla_follow_up_save_finish (GlaContext         *context,
                           GAsyncResult       *result,
                           GlaFollowUpCounts  *counts,
                           GError            **error)
{
  g_autoptr (SaveResult) saved = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && counts != NULL, NULL);

  saved = gla_store_worker_run_finish (gla_context_get_worker (context), result, error);
  if (saved == NULL)
    return NULL;
  *counts = saved->counts;
  return g_steal_pointer (&saved->ids);
}

typedef struct
{
  GStrv ids;
  GlaFollowUpCounts counts;
} UndoJob;

static void
undo_free (UndoJob *job)
{
  g_strfreev (job->ids);
  g_free (job);
}

static gpointer
undo (GlaStore      *store,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  UndoJob *job = data;

  for (guint i = 0; job->ids[i] != NULL; i++)
    {
      GlaRecordTable table = i < job->counts.assessments ? GLA_TABLE_ASSESSMENT
                             : i < job->counts.assessments + job->counts.reports
                               ? GLA_TABLE_REPORT : GLA_TABLE_RATING;

      if (!gla_store_void (store, table, job->ids[i], _("Undone right after saving"), error))
        return NULL;
    }
  return NULL;
}

void
gla_follow_up_save_remember (GlaContext              *context,
                             GPtrArray               *ids,
                             const GlaFollowUpCounts *counts)
{
  UndoJob *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && ids != NULL && counts != NULL);

  job = g_new0 (UndoJob, 1);
  job->ids = g_new0 (char *, ids->len + 1);
  for (guint i = 0; i < ids->len; i++)
    job->ids[i] = g_strdup (ids->pdata[i]);
  job->counts = *counts;
  gla_context_did (context, _("Follow-up saved"), undo, job, (GDestroyNotify) undo_free);
}

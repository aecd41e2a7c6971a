/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-editor-draft.h"

/* Long enough not to write at every key, short enough to lose no more than a word. */
#define DELAY 300

struct _GlaEditorDraft
{
  GlaContext *context;
  char *kind;
  char *patient;
  GlaEditorDraftFunc func;
  gpointer editor;   /* borrowed */
  guint timeout;
};

typedef struct
{
  char *kind;
  char *patient;
  char *text;
} DraftJob;

static void
job_free (DraftJob *job)
{
  g_free (job->kind);
  g_free (job->patient);
  g_free (job->text);
  g_free (job);
}

static gpointer
write_draft (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  DraftJob *job = data;

  if (job->text != NULL)
    gla_store_put_draft (store, job->kind, job->patient, job->text, error);
  else
    gla_store_drop_draft (store, job->kind, job->patient, error);
  return NULL;
}

/* A draft that can't be written is no reason to interrupt: saving itself will say why. */
static void
write_done (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, NULL);
}

static void
keep (GlaEditorDraft *self,
      char           *text)
{
  DraftJob *job = g_new0 (DraftJob, 1);

  job->kind = g_strdup (self->kind);
  job->patient = g_strdup (self->patient);
  job->text = text;
  gla_store_worker_run_async (gla_context_get_worker (self->context), write_draft, job,
                              (GDestroyNotify) job_free, NULL, NULL, write_done, NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  GlaEditorDraft *self = user_data;

  self->timeout = 0;
  keep (self, self->func (self->editor));
  return G_SOURCE_REMOVE;
}

GlaEditorDraft *
gla_editor_draft_new (GlaContext         *context,
                      const char         *kind,
                      const char         *patient,
                      GlaEditorDraftFunc  func,
                      gpointer            editor)
{
  GlaEditorDraft *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && kind != NULL && patient != NULL, NULL);

  self = g_new0 (GlaEditorDraft, 1);
  self->context = g_object_ref (context);
  self->kind = g_strdup (kind);
  self->patient = g_strdup (patient);
  self->func = func;
  self->editor = editor;
  return self;
}

void
gla_editor_draft_free (GlaEditorDraft *self)
{
  if (self == NULL)
    return;
  if (self->timeout != 0)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      keep (self, self->func (self->editor));
    }
  g_object_unref (self->context);
  g_free (self->kind);
  g_free (self->patient);
  g_free (self);
}

char *
gla_editor_draft_load (GlaEditorDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gla_store_get_draft (gla_context_get_reader (self->context), self->kind, self->patient,
                              NULL);
}

void
gla_editor_draft_touch (GlaEditorDraft *self)
{
  g_return_if_fail (self != NULL);

  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

void
gla_editor_draft_drop (GlaEditorDraft *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  keep (self, NULL);
}

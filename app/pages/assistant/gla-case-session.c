/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-session.h"

#include "gla-case-load.h"
#include "gla-i18n.h"
#include "gla-store-case.h"

struct _GlaCaseSession
{
  GObject parent_instance;

  /* Owned */
  GlaContext *context;
  GlaRecordData *data;      /* or NULL */
  GlaKeptCase *kept;        /* what is shown; with a step that was gone back to */
  GPtrArray *news;          /* (element-type utf8) */
  GError *problem;          /* why the case can't be shown */
  char *wanted;             /* identifier of the case to open; NULL: none */
  GCancellable *cancellable; /* of the load that is under way; NULL: none is */
  guint n_writes;           /* that are not yet on the disk */
  gboolean is_closed;       /* none is to be open */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaCaseSession, gla_case_session, G_TYPE_OBJECT)

static void
emit_changed (GlaCaseSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_kept (GlaCaseSession *self,
          GlaKeptCase    *kept)
{
  g_clear_pointer (&self->kept, gla_kept_case_unref);
  self->kept = kept;
}

static void
forget (GlaCaseSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_kept (self, NULL);
  g_ptr_array_set_size (self->news, 0);
  g_clear_error (&self->problem);
}

/* Reading */

static void
take_news (GlaCaseSession *self,
           const GlaCase  *state)
{
  for (guint i = 0; i < state->news->len; i++)
    g_ptr_array_add (self->news, g_strdup (state->news->pdata[i]));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaCaseSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaKeptCase) kept = gla_case_load_finish (result, &error);
  gboolean is_other;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  /* Something was done meanwhile: what was read is older than what is shown. */
  if (self->n_writes > 0)
    return;
  if (kept == NULL)
    {
      set_kept (self, NULL);
      g_clear_error (&self->problem);
      self->problem = g_steal_pointer (&error);
      emit_changed (self);
      return;
    }
  is_other = self->kept == NULL || g_strcmp0 (self->kept->record->id, kept->record->id) != 0;
  if (is_other)
    g_ptr_array_set_size (self->news, 0);
  take_news (self, kept->state);
  g_clear_error (&self->problem);
  /* Somebody who went back to a step stays there while nothing else happened. */
  if (is_other || kept->record->revision != self->kept->record->revision
      || self->kept->state->cursor < 0)
    set_kept (self, g_steal_pointer (&kept));
  emit_changed (self);
}

static GlaCaseRecord *
find_record (GlaCaseSession *self,
             const char     *id)
{
  const GPtrArray *cases = gla_record_data_get_history (self->data)->cases;

  for (guint i = 0; i < cases->len; i++)
    {
      GlaCaseRecord *record = cases->pdata[i];

      if (g_strcmp0 (record->id, id) == 0)
        return record;
    }
  return NULL;
}

/* The case that asks, or is due first; NULL if none is open. */
static GlaCaseRecord *
choose_record (GlaCaseSession *self)
{
  const GPtrArray *cases = gla_record_data_get_history (self->data)->cases;
  GlaCaseRecord *chosen = NULL;

  for (guint i = 0; i < cases->len; i++)
    {
      GlaCaseRecord *record = cases->pdata[i];

      if (record->standing == GLA_CASE_STANDING_CLOSED)
        continue;
      if (chosen == NULL || (chosen->standing == GLA_CASE_STANDING_WAITING
                             && (record->standing != GLA_CASE_STANDING_WAITING
                                 || record->due < chosen->due)))
        chosen = record;
    }
  return chosen;
}

static void
load (GlaCaseSession *self)
{
  GlaCaseRecord *record = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->data == NULL || self->n_writes > 0)
    return;
  if (self->wanted != NULL)
    record = find_record (self, self->wanted);
  else if (!self->is_closed)
    record = choose_record (self);
  if (record == NULL)
    {
      forget (self);
      emit_changed (self);
      return;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (record->id);
  self->cancellable = g_cancellable_new ();
  gla_case_load_async (self->context, self->data->cycles, record, self->cancellable, loaded_cb,
                       g_object_ref (self));
}

void
gla_case_session_show (GlaCaseSession *self,
                       GlaRecordData  *data)
{
  gboolean is_other;

  g_return_if_fail (GLA_IS_CASE_SESSION (self));

  is_other = self->data == NULL || data == NULL
             || g_strcmp0 (gla_record_data_get_history (self->data)->patient->id,
                           gla_record_data_get_history (data)->patient->id) != 0;
  if (data != NULL)
    gla_record_data_ref (data);
  g_clear_pointer (&self->data, gla_record_data_unref);
  self->data = data;
  if (is_other)
    {
      forget (self);
      /* A case of this patient may have been asked for before the record was read. */
      if (data == NULL || find_record (self, self->wanted) == NULL)
        g_clear_pointer (&self->wanted, g_free);
      self->is_closed = FALSE;
      emit_changed (self);
    }
  load (self);
}

void
gla_case_session_open (GlaCaseSession *self,
                       const char     *id)
{
  g_return_if_fail (GLA_IS_CASE_SESSION (self));

  if (id != NULL && self->kept != NULL && g_strcmp0 (self->kept->record->id, id) == 0)
    return;
  forget (self);
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  self->is_closed = id == NULL;
  emit_changed (self);
  load (self);
}

/* Writing */

typedef struct
{
  GlaKeptCase *kept;
  const char *action;
  char *reason;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  gla_kept_case_unref (self->kept);
  g_free (self->reason);
  g_free (self);
}

static gpointer
write_in_worker (GlaStore      *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Write *self = data;

  gla_kept_case_write (store, self->kept, self->action, self->reason, error);
  return NULL;
}

static gpointer
undo_close (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  gla_store_amend_case (store, data, "reopen", _("Undone right after"), error);
  return NULL;
}

/* Whose case was written, and of one that was closed what takes that back. */
typedef struct
{
  GlaCaseSession *session;
  GlaCaseRecord *before;
} Written;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Written *written = user_data;
  g_autoptr (GlaCaseSession) self = written->session;
  g_autoptr (GlaCaseRecord) before = written->before;
  g_autoptr (GError) error = NULL;

  self->n_writes--;
  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error == NULL)
    {
      if (before != NULL)
        gla_context_did (self->context, _("Case closed"), undo_close, g_steal_pointer (&before),
                         (GDestroyNotify) gla_case_record_unref);
      return;
    }
  gla_context_show_error (self->context, _("This step of the case was not saved."), error);
  /* Back to what is in the file. */
  set_kept (self, NULL);
  load (self);
}

/* @kept: (transfer full); @before: (transfer full) (nullable): what takes a closing back */
static void
write_kept (GlaCaseSession *self,
            GlaKeptCase    *kept,
            const char     *action,
            const char     *reason,
            GlaCaseRecord  *before)
{
  Write *data = g_new0 (Write, 1);
  Written *written = g_new0 (Written, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  data->kept = gla_kept_case_ref (kept);
  data->action = action;
  data->reason = g_strdup (reason);
  written->session = g_object_ref (self);
  written->before = before;
  self->n_writes++;
  g_ptr_array_set_size (self->news, 0);
  set_kept (self, kept);
  gla_store_worker_run_async (gla_context_get_worker (self->context), write_in_worker, data,
                              write_free, NULL, NULL, written_cb, written);
  emit_changed (self);
}

/* @next: (transfer full) (nullable): NULL with @error */
static void
take_step (GlaCaseSession *self,
           GlaCase        *next,
           const char     *action,
           GError         *error)
{
  if (next != NULL)
    write_kept (self, gla_kept_case_with (self->kept, next), action, NULL, NULL);
  else
    gla_context_show_error (self->context, _("The case did not go on."), error);
}

void
gla_case_session_answer (GlaCaseSession *self,
                         const char     *answer,
                         const char     *reason)
{
  g_autoptr (GError) error = NULL;
  GlaCase *next;

  g_return_if_fail (GLA_IS_CASE_SESSION (self) && self->kept != NULL && answer != NULL);

  next = gla_case_answer (self->kept->state, answer, reason, &self->kept->basis->input, &error);
  take_step (self, next, "answer", error);
}

void
gla_case_session_state (GlaCaseSession *self,
                        const char     *fact,
                        const char     *value)
{
  g_autoptr (GError) error = NULL;
  GlaCase *next;

  g_return_if_fail (GLA_IS_CASE_SESSION (self) && self->kept != NULL);

  next = gla_case_state_fact (self->kept->state, fact, value, &self->kept->basis->input, &error);
  take_step (self, next, "state", error);
}

/* Looking back changes nothing in the file. */
static void
look_at (GlaCaseSession *self,
         GlaCase        *state)
{
  GlaKeptCase *kept = gla_kept_case_looking (self->kept, state);

  set_kept (self, kept);
  emit_changed (self);
}

gboolean
gla_case_session_back (GlaCaseSession *self,
                       const char     *step)
{
  GlaCase *before;

  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), FALSE);

  if (self->kept == NULL)
    return FALSE;
  before = gla_case_back (self->kept->state, step);
  if (before != NULL)
    look_at (self, before);
  return before != NULL;
}

void
gla_case_session_forward (GlaCaseSession *self)
{
  g_return_if_fail (GLA_IS_CASE_SESSION (self) && self->kept != NULL);

  if (self->kept->state->cursor >= 0)
    look_at (self, gla_case_forward (self->kept->state));
}

/* Closing, and taking that back */

void
gla_case_session_close_case (GlaCaseSession *self,
                             GlaCaseOutcome  outcome,
                             const char     *cause,
                             const char     *conclusion)
{
  GlaKeptCase *closed;

  g_return_if_fail (GLA_IS_CASE_SESSION (self) && self->kept != NULL);

  closed = gla_kept_case_closed (self->kept, outcome, cause, conclusion,
                                 gla_context_get_today (self->context));
  write_kept (self, closed, "close", conclusion,
              gla_kept_case_get_before (self->kept, closed));
}

void
gla_case_session_reopen (GlaCaseSession *self,
                         const char     *reason)
{
  g_return_if_fail (GLA_IS_CASE_SESSION (self) && self->kept != NULL);

  write_kept (self, gla_kept_case_reopened (self->kept), "reopen", reason, NULL);
}

/* Beginning */

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GlaCaseSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaKeptCase) kept = gla_case_load_finish (result, &error);

  self->n_writes--;
  if (kept == NULL)
    {
      gla_context_show_error (self->context, _("The case was not begun."), error);
      emit_changed (self);
      return;
    }
  gla_context_did_add (self->context, _("Case opened"), GLA_TABLE_CASE,
                       (const char *const[]) { kept->record->id, NULL });
  if (self->data == NULL
      || g_strcmp0 (gla_record_data_get_history (self->data)->patient->id,
                    kept->record->patient) != 0)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (kept->record->id);
  self->is_closed = FALSE;
  set_kept (self, g_steal_pointer (&kept));
  emit_changed (self);
}

void
gla_case_session_start (GlaCaseSession *self,
                        const char     *area,
                        const char     *treatment)
{
  g_return_if_fail (GLA_IS_CASE_SESSION (self) && area != NULL);

  if (self->data == NULL || self->n_writes > 0)
    return;
  forget (self);
  self->n_writes++;
  emit_changed (self);
  gla_case_start_async (self->context, self->data->cycles, area, treatment, started_cb,
                        g_object_ref (self));
}

/* What there is */

GlaContext *
gla_case_session_get_context (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), NULL);

  return self->context;
}

GlaRecordData *
gla_case_session_get_data (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), NULL);

  return self->data;
}

GlaKeptCase *
gla_case_session_get_case (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), NULL);

  return self->kept;
}

gboolean
gla_case_session_is_busy (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), FALSE);

  return self->kept == NULL && (self->n_writes > 0 || self->cancellable != NULL);
}

GPtrArray *
gla_case_session_get_news (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), NULL);

  return self->news;
}

char *
gla_case_session_dup_problem (GlaCaseSession *self)
{
  g_return_val_if_fail (GLA_IS_CASE_SESSION (self), NULL);

  return self->problem != NULL ? g_strdup (self->problem->message) : NULL;
}

static void
gla_case_session_dispose (GObject *object)
{
  GlaCaseSession *self = GLA_CASE_SESSION (object);

  forget (self);
  g_clear_pointer (&self->data, gla_record_data_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_case_session_parent_class)->dispose (object);
}

static void
gla_case_session_finalize (GObject *object)
{
  GlaCaseSession *self = GLA_CASE_SESSION (object);

  g_ptr_array_unref (self->news);
  g_free (self->wanted);

  G_OBJECT_CLASS (gla_case_session_parent_class)->finalize (object);
}

static void
gla_case_session_class_init (GlaCaseSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_case_session_dispose;
  object_class->finalize = gla_case_session_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_case_session_init (GlaCaseSession *self)
{
  self->news = g_ptr_array_new_with_free_func (g_free);
}

GlaCaseSession *
gla_case_session_new (GlaContext *context)
{
  GlaCaseSession *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_CASE_SESSION, NULL);
  self->context = g_object_ref (context);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-outlook.h"

#include "gla-outlook-cache.h"
#include "gla-survey.h"

/* Records are looked at again this long after a change, and shown progress that often. */
#define PAUSE_SECONDS 20
#define PROGRESS_MILLISECONDS 150

struct _GlaOutlook
{
  GObject parent_instance;

  /* Borrowed */
  GlaContext *context;

  /* Owned */
  GlaClinicModel *model;
  GPtrArray *lots;
  GlaCompleteness *completeness;
  GThread *thread;
  GlaSurvey *survey;  /* of the thread */
  gint64 rows;        /* records when all were looked at last; -1: never */
  char *basis;        /* settings by which that was */
  guint pause_timer;
  guint progress_timer;
  gboolean is_wanted; /* once more when the thread is done */
};

enum
{
  CHANGED,
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaOutlook, gla_outlook, G_TYPE_OBJECT)

static void start (GlaOutlook *self,
                   gboolean    always);

/* The cache */

/* What is not understood is worked out anew. */
static void
read_cache (GlaOutlook *self)
{
  g_autoptr (GlaOutlookCache) cache
      = gla_outlook_cache_read (gla_context_get_reader (self->context),
                                gla_context_get_catalogue (self->context));

  self->rows = cache->rows;
  self->basis = g_steal_pointer (&cache->basis);
  self->model = g_steal_pointer (&cache->model);
  self->lots = g_steal_pointer (&cache->lots);
}

static gpointer
put_cache (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gla_outlook_cache_write (store, data, error);
  return NULL;
}

static void
write_cache (GlaOutlook *self,
             GlaDay      day,
             guint       n_graded,
             guint       n_failures)
{
  GlaOutlookCache cache = { self->rows, self->basis, self->model, self->lots, day,
                            self->completeness->follow_up, n_graded, n_failures };

  gla_store_worker_run_async (gla_context_get_worker (self->context), put_cache,
                              gla_outlook_cache_to_text (&cache), g_free, NULL, NULL, NULL, NULL);
}

/* Looking at all records */

static void
take_result (GlaOutlook *self,
             GlaSurvey  *survey)
{
  self->rows = survey->rows;
  if (!survey->was_needed)
    return;
  g_free (self->basis);
  self->basis = g_steal_pointer (&survey->basis);
  if (survey->model != NULL)
    {
      gla_clinic_model_unref (self->model);
      self->model = g_steal_pointer (&survey->model);
    }
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  self->lots = g_steal_pointer (&survey->lots);
  g_free (self->completeness);
  self->completeness = g_memdup2 (&survey->completeness, sizeof survey->completeness);
  write_cache (self, survey->today, survey->n_graded, survey->n_failures);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In the main thread, now and then while the other one works. */
static gboolean
progress_cb (gpointer user_data)
{
  GlaOutlook *self = user_data;
  g_autoptr (GlaOutlook) kept = g_object_ref (self);
  g_autoptr (GlaSurvey) survey = NULL;
  g_autoptr (GError) error = NULL;

  if (g_atomic_int_get (&self->survey->progress) <= 1000)
    {
      g_signal_emit (self, signals[PROGRESS], 0);
      return G_SOURCE_CONTINUE;
    }
  self->progress_timer = 0;
  error = g_thread_join (g_steal_pointer (&self->thread));
  survey = g_steal_pointer (&self->survey);
  if (error == NULL)
    take_result (self, survey);
  else
    g_debug ("the records were not looked at: %s", error->message);
  g_signal_emit (self, signals[PROGRESS], 0);
  if (self->is_wanted && self->context != NULL)
    start (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gpointer
thread_func (gpointer data)
{
  GlaSurvey *survey = data;
  GError *error = NULL;

  gla_survey_run (survey, &error);
  /* Above the end: done. */
  g_atomic_int_set (&survey->progress, 1001);
  return error;
}

static void
start (GlaOutlook *self,
       gboolean    always)
{
  GlaSurvey *survey;

  g_clear_handle_id (&self->pause_timer, g_source_remove);
  if (self->thread != NULL)
    {
      self->is_wanted = self->is_wanted || always;
      return;
    }
  self->is_wanted = FALSE;
  survey = g_new0 (GlaSurvey, 1);
  survey->path = g_strdup (gla_context_get_path (self->context));
  survey->catalogue = gla_catalogue_ref (gla_context_get_catalogue (self->context));
  survey->settings = *gla_context_get_cycle_settings (self->context);
  survey->settings.region = g_intern_string (survey->settings.region);
  survey->today = gla_context_get_today (self->context);
  survey->known = gla_clinic_model_ref (self->model);
  survey->known_rows = always ? -1 : self->rows;
  survey->known_basis = g_strdup (self->basis);
  survey->cancellable = g_cancellable_new ();
  self->survey = survey;
  self->thread = g_thread_new ("gla-survey", thread_func, survey);
  self->progress_timer = g_timeout_add (PROGRESS_MILLISECONDS, progress_cb, self);
  g_signal_emit (self, signals[PROGRESS], 0);
}

static gboolean
pause_cb (gpointer user_data)
{
  GlaOutlook *self = user_data;

  self->pause_timer = 0;
  start (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Not at once: more is being typed. */
static void
schedule (GlaOutlook *self)
{
  if (self->pause_timer == 0 && self->context != NULL)
    self->pause_timer = g_timeout_add_seconds (PAUSE_SECONDS, pause_cb, self);
}

static void
gla_outlook_dispose (GObject *object)
{
  gla_outlook_close (GLA_OUTLOOK (object));

  G_OBJECT_CLASS (gla_outlook_parent_class)->dispose (object);
}

static void
gla_outlook_finalize (GObject *object)
{
  GlaOutlook *self = GLA_OUTLOOK (object);

  g_clear_pointer (&self->model, gla_clinic_model_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_free (self->completeness);
  g_free (self->basis);

  G_OBJECT_CLASS (gla_outlook_parent_class)->finalize (object);
}

static void
gla_outlook_class_init (GlaOutlookClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_outlook_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_outlook_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
gla_outlook_init (GlaOutlook *self)
{
  self->rows = -1;
}

GlaOutlook *
gla_outlook_new (GlaContext *context)
{
  GlaOutlook *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_OUTLOOK, NULL);
  self->context = context;
  read_cache (self);
  g_signal_connect_object (context, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  schedule (self);
  return self;
}

GlaClinicModel *
gla_outlook_get_model (GlaOutlook *self)
{
  g_return_val_if_fail (GLA_IS_OUTLOOK (self), NULL);

  return self->model;
}

GPtrArray *
gla_outlook_get_lots (GlaOutlook *self)
{
  g_return_val_if_fail (GLA_IS_OUTLOOK (self), NULL);

  return self->lots;
}

const GlaCompleteness *
gla_outlook_get_completeness (GlaOutlook *self)
{
  g_return_val_if_fail (GLA_IS_OUTLOOK (self), NULL);

  return self->completeness;
}

gboolean
gla_outlook_is_current (GlaOutlook *self)
{
  g_autofree char *basis = NULL;

  g_return_val_if_fail (GLA_IS_OUTLOOK (self) && self->context != NULL, FALSE);

  basis = gla_cycle_settings_to_text (gla_context_get_cycle_settings (self->context));
  return g_strcmp0 (self->basis, basis) == 0;
}

double
gla_outlook_get_progress (GlaOutlook *self)
{
  g_return_val_if_fail (GLA_IS_OUTLOOK (self), -1);

  if (self->survey == NULL)
    return -1;
  return MIN (g_atomic_int_get (&self->survey->progress), 1000) / 1000.0;
}

void
gla_outlook_refresh (GlaOutlook *self)
{
  g_return_if_fail (GLA_IS_OUTLOOK (self));

  if (self->context != NULL)
    start (self, TRUE);
}

void
gla_outlook_cancel (GlaOutlook *self)
{
  g_return_if_fail (GLA_IS_OUTLOOK (self));

  self->is_wanted = FALSE;
  if (self->survey != NULL)
    g_cancellable_cancel (self->survey->cancellable);
}

void
gla_outlook_close (GlaOutlook *self)
{
  g_return_if_fail (GLA_IS_OUTLOOK (self));

  gla_outlook_cancel (self);
  g_clear_handle_id (&self->pause_timer, g_source_remove);
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  if (self->thread != NULL)
    {
      g_autoptr (GError) error = g_thread_join (g_steal_pointer (&self->thread));

      g_clear_pointer (&self->survey, gla_survey_free);
    }
  self->context = NULL;
}

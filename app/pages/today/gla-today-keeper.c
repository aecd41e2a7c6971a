/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-keeper.h"

#include "gla-agenda-update.h"
#include "gla-outlook.h"

/* Records are looked at so long after a change, and shown progress that often. */
#define PAUSE_MILLISECONDS 150
#define PROGRESS_MILLISECONDS 1000

/* What the thread works with. */
typedef struct
{
  char *path;
  GlaCatalogue *catalogue;
  GlaClinicModel *model;
  GPtrArray *lots;
  GlaCycleSettings settings;
  GlaDay today;
  GCancellable *cancellable;
  int is_done; /* atomic */
} Work;

struct _GlaTodayKeeper
{
  GObject parent_instance;

  /* Owned */
  GlaContext *context;
  GThread *thread;
  Work *work;         /* of the thread */
  guint pause_timer;
  guint watch_timer;
  guint elapsed;      /* milliseconds since progress was told */
  gboolean is_wanted; /* once more when the thread is done */
};

enum
{
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaTodayKeeper, gla_today_keeper, G_TYPE_OBJECT)

/* How often the main thread looks whether the other one is done. */
#define WATCH_MILLISECONDS 20

static void
work_free (Work *work)
{
  g_free (work->path);
  gla_catalogue_unref (work->catalogue);
  gla_clinic_model_unref (work->model);
  g_clear_pointer (&work->lots, g_ptr_array_unref);
  g_object_unref (work->cancellable);
  g_free (work);
}

static gpointer
thread_func (gpointer data)
{
  Work *work = data;
  GlaAgendaInput input = { work->catalogue, work->model, work->lots, &work->settings, work->today };
  GError *error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (work->path, GLA_STORE_DEFAULT, &error);
  double progress = 0.0;

  if (store != NULL)
    gla_store_set_cancellable (store, work->cancellable);
  while (store != NULL && error == NULL && progress < 1.0
         && !g_cancellable_is_cancelled (work->cancellable))
    gla_agenda_update (store, &input, &progress, &error);
  /* Let go before the main thread is told. */
  g_clear_pointer (&store, gla_store_close);
  g_atomic_int_set (&work->is_done, 1);
  return error;
}

static void start (GlaTodayKeeper *self);

static void
end_thread (GlaTodayKeeper *self)
{
  g_autoptr (GError) error = g_thread_join (g_steal_pointer (&self->thread));

  g_clear_pointer (&self->work, work_free);
  if (error != NULL)
    g_debug ("what is due was not brought up to date: %s", error->message);
}

static gboolean
watch_cb (gpointer user_data)
{
  GlaTodayKeeper *self = user_data;
  g_autoptr (GlaTodayKeeper) kept = g_object_ref (self);

  if (g_atomic_int_get (&self->work->is_done) == 0)
    {
      self->elapsed += WATCH_MILLISECONDS;
      if (self->elapsed >= PROGRESS_MILLISECONDS)
        {
          self->elapsed = 0;
          g_signal_emit (self, signals[UPDATED], 0);
        }
      return G_SOURCE_CONTINUE;
    }
  self->watch_timer = 0;
  end_thread (self);
  g_signal_emit (self, signals[UPDATED], 0);
  if (self->is_wanted && self->context != NULL)
    start (self);
  return G_SOURCE_REMOVE;
}

static void
start (GlaTodayKeeper *self)
{
  GlaOutlook *outlook = gla_context_get_outlook (self->context);
  GPtrArray *lots = gla_outlook_get_lots (outlook);
  Work *work;

  if (self->thread != NULL)
    {
      self->is_wanted = TRUE;
      return;
    }
  self->is_wanted = FALSE;
  self->elapsed = 0;
  work = g_new0 (Work, 1);
  work->path = g_strdup (gla_context_get_path (self->context));
  work->catalogue = gla_catalogue_ref (gla_context_get_catalogue (self->context));
  work->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  work->lots = lots != NULL ? g_ptr_array_ref (lots) : NULL;
  work->settings = *gla_context_get_cycle_settings (self->context);
  work->settings.region = g_intern_string (work->settings.region);
  work->today = gla_context_get_today (self->context);
  work->cancellable = g_cancellable_new ();
  self->work = work;
  self->thread = g_thread_new ("gla-today", thread_func, work);
  self->watch_timer = g_timeout_add (WATCH_MILLISECONDS, watch_cb, self);
}

static gboolean
pause_cb (gpointer user_data)
{
  GlaTodayKeeper *self = user_data;

  self->pause_timer = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (GlaTodayKeeper *self)
{
  if (self->pause_timer == 0 && self->context != NULL)
    self->pause_timer = g_timeout_add (PAUSE_MILLISECONDS, pause_cb, self);
}

static void
gla_today_keeper_dispose (GObject *object)
{
  gla_today_keeper_close (GLA_TODAY_KEEPER (object));

  G_OBJECT_CLASS (gla_today_keeper_parent_class)->dispose (object);
}

static void
gla_today_keeper_class_init (GlaTodayKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_today_keeper_dispose;

  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_today_keeper_init (GlaTodayKeeper *self)
{
}

GlaTodayKeeper *
gla_today_keeper_new (GlaContext *context)
{
  GlaTodayKeeper *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_TODAY_KEEPER, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (schedule), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gla_context_get_outlook (context), "changed", G_CALLBACK (schedule),
                           self, G_CONNECT_SWAPPED);
  start (self);
  return self;
}

void
gla_today_keeper_close (GlaTodayKeeper *self)
{
  g_return_if_fail (GLA_IS_TODAY_KEEPER (self));

  g_clear_handle_id (&self->pause_timer, g_source_remove);
  g_clear_handle_id (&self->watch_timer, g_source_remove);
  if (self->thread != NULL)
    {
      g_cancellable_cancel (self->work->cancellable);
      end_thread (self);
    }
  g_clear_object (&self->context);
}

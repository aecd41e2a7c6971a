/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-dismiss.h"

#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-store-notice.h"

/* A notice on its way out: asked about, then dismissed in the worker. */
typedef struct
{
  GlaContext *context;
  char *patient;
  char *reason;
  GlaDay day;
  double probability;
} Dismissal;

static void
dismissal_free (gpointer data)
{
  Dismissal *self = data;

  g_object_unref (self->context);
  g_free (self->patient);
  g_free (self->reason);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dismissal, dismissal_free)

/* Runs in the worker's thread, while the main thread leaves @data alone. */
static gpointer
dismiss_in_worker (GlaStore      *store,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Dismissal *self = data;

  gla_store_dismiss_notice (store, self->patient, GLA_NOTICE_SHORTENING, self->day,
                            self->probability, self->reason, error);
  return NULL;
}

static void
dismissed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Dismissal) self = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error);
  if (error != NULL)
    gla_context_show_error (self->context, _("The notice was not dismissed"), error);
  else
    gla_context_show_toast (self->context, _("Notice dismissed"));
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Dismissal) self = user_data;
  GlaStoreWorker *worker;

  if (!gla_confirm_finish (result, &self->reason))
    return;
  worker = gla_context_get_worker (self->context);
  /* The same for both: the callback, which frees it, comes after the work. */
  gla_store_worker_run_async (worker, dismiss_in_worker, self, NULL, NULL, NULL, dismissed_cb,
                              self);
  g_steal_pointer (&self);
}

void
gla_record_dismiss_shortening (GtkWidget     *parent,
                               GlaContext    *context,
                               GlaRecordData *data)
{
  Dismissal *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (data != NULL && data->shortening != NULL);

  self = g_new0 (Dismissal, 1);
  self->context = g_object_ref (context);
  self->patient = g_strdup (gla_record_data_get_history (data)->patient->id);
  self->day = gla_context_get_today (context);
  self->probability = data->shortening->detection.p20;
  gla_confirm_async (GTK_WINDOW (gtk_widget_get_root (parent)), _("Dismiss This Notice?"),
                     _("It comes back only if later treatments make it clearly more likely. Your "
                       "reason is kept in the history of changes."),
                     _("Dismiss"), GLA_CONFIRM_REASON, NULL, confirmed_cb, self);
}

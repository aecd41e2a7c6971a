/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-write.h"

#include "gla-i18n.h"
#include "gla-store-lot.h"
#include "gla-store-stock.h"

typedef struct
{
  GlaVial *vial;
  char *product;
  char *lot;
  char *to;      /* of a correction */
  char *reason;  /* NULL: release */
  char *moment;
} LotJob;

static void
lot_job_free (LotJob *job)
{
  g_clear_pointer (&job->vial, gla_vial_unref);
  g_free (job->product);
  g_free (job->lot);
  g_free (job->to);
  g_free (job->reason);
  g_free (job->moment);
  g_free (job);
}

static LotJob *
lot_job_new (const char *product,
             const char *lot,
             const char *reason,
             const char *moment)
{
  LotJob *job = g_new0 (LotJob, 1);

  job->product = g_strdup (product);
  job->lot = g_strdup (lot);
  job->reason = g_strdup (reason);
  job->moment = g_strdup (moment);
  return job;
}

static gpointer
change_lot (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  LotJob *job = data;
  GPtrArray *ids = NULL;
  gboolean done = job->reason != NULL
                    ? gla_store_hold_lot (store, job->product, job->lot, job->reason, job->moment,
                                          &ids, error)
                    : gla_store_release_lot (store, job->product, job->lot, job->moment, &ids,
                                             error);

  return done ? ids : NULL;
}

static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gla_store_take_back_vial_events (store, data, _("Undone"), error);
  return NULL;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GlaContext) context = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *ids = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  g_autofree char *text = NULL;

  if (ids == NULL)
    {
      gla_context_show_error (context, _("Nothing was changed about the lot"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u vial of the lot changed", "%u vials of the lot changed",
                                    ids->len),
                          ids->len);
  gla_context_did (context, text, take_back, ids, (GDestroyNotify) g_ptr_array_unref);
}

static void
run (GlaContext *context,
     LotJob     *job)
{
  gla_store_worker_run_async (gla_context_get_worker (context), change_lot, job,
                              (GDestroyNotify) lot_job_free, (GDestroyNotify) g_ptr_array_unref,
                              NULL, changed_cb, g_object_ref (context));
}

void
gla_lot_write_hold (GlaContext *context,
                    const char *product,
                    const char *lot,
                    const char *reason,
                    const char *moment)
{
  g_return_if_fail (GLA_IS_CONTEXT (context) && product != NULL && lot != NULL);
  g_return_if_fail (reason != NULL && moment != NULL);

  run (context, lot_job_new (product, lot, reason, moment));
}

void
gla_lot_write_release (GlaContext *context,
                       const char *product,
                       const char *lot,
                       const char *moment)
{
  g_return_if_fail (GLA_IS_CONTEXT (context) && product != NULL && lot != NULL);
  g_return_if_fail (moment != NULL);

  run (context, lot_job_new (product, lot, NULL, moment));
}

static gpointer
correct_lot (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  LotJob *job = data;
  GlaVial corrected;

  if (job->lot != NULL)
    {
      gla_store_correct_lot (store, job->product, job->lot, job->to, job->reason, NULL, error);
      return NULL;
    }
  corrected = *job->vial;
  corrected.lot = job->to;
  gla_store_amend_vial (store, &corrected, job->reason, error);
  return NULL;
}

static void
corrected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GlaContext) context = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    gla_context_show_error (context, _("The lot was not corrected"), error);
  else
    gla_context_show_toast (context, _("Lot corrected"));
}

void
gla_lot_write_correction (GlaContext    *context,
                          const GlaVial *vial,
                          const char    *lot,
                          const char    *reason)
{
  LotJob *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && vial != NULL && lot != NULL && reason != NULL);

  job = lot_job_new (vial->product, vial->lot, reason, NULL);
  job->vial = gla_vial_ref (vial);
  job->to = g_strdup (lot);
  gla_store_worker_run_async (gla_context_get_worker (context), correct_lot, job,
                              (GDestroyNotify) lot_job_free, NULL, NULL, corrected_cb,
                              g_object_ref (context));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-data.h"

#include "gla-store-read.h"

/* What the worker needs for one load; all of it may be read from its thread. */
typedef struct
{
  char *patient;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  char *region;
  GlaDay today;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->patient);
  g_free (load->region);
  gla_catalogue_unref (load->catalogue);
  g_free (load);
}

static void
clear_data (gpointer data)
{
  GlaRecordData *self = data;

  gla_cycles_unref (self->cycles);
  g_ptr_array_unref (self->findings);
}

static void
unref_data (gpointer data)
{
  gla_record_data_unref (data);
}

/* Runs in the worker's thread. */
static gpointer
load_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Load *load = data;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, load->patient, error);
  GlaRecordData *self;

  if (history == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (GlaRecordData);
  self->cycles = gla_cycles_new (history, load->catalogue, &load->settings, load->today);
  self->findings = gla_findings_new (self->cycles, &load->settings);
  return self;
}

GlaRecordData *
gla_record_data_ref (GlaRecordData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_record_data_unref (GlaRecordData *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_data);
}

void
gla_record_data_load_async (GlaContext          *context,
                            const char          *patient,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Load *load;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (patient != NULL);

  load = g_new0 (Load, 1);
  load->patient = g_strdup (patient);
  load->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  load->settings = *gla_context_get_cycle_settings (context);
  load->region = g_strdup (load->settings.region);
  load->settings.region = load->region;
  load->today = gla_context_get_today (context);
  gla_store_worker_run_async (gla_context_get_worker (context), load_in_worker, load, load_free,
                              unref_data, cancellable, callback, user_data);
}

GlaRecordData *
gla_record_data_load_finish (GlaContext    *context,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  return gla_store_worker_run_finish (gla_context_get_worker (context), result, error);
}

GlaHistory *
gla_record_data_get_history (GlaRecordData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cycles->history;
}

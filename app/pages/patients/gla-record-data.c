/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-data.h"

#include "gla-clinic-knowledge.h"
#include "gla-outlook.h"
#include "gla-shortening-state.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"
#include "gla-timeline-model.h"

#include <math.h>

/* The normal quantile of 0.9: between its two sides lie 8 of 10. */
#define EIGHT_IN_TEN 1.2815515655446004

/* What the worker needs for one load; all of it may be read from its thread. */
typedef struct
{
  char *patient;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  char *region;
  GlaDay today;
  GlaClinicModel *model;
  GPtrArray *lots;   /* (element-type GlaLotFinding), or NULL */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->patient);
  g_free (load->region);
  gla_catalogue_unref (load->catalogue);
  gla_clinic_model_unref (load->model);
  g_clear_pointer (&load->lots, g_ptr_array_unref);
  g_free (load);
}

static void
clear_data (gpointer data)
{
  GlaRecordData *self = data;

  gla_cycles_unref (self->cycles);
  g_ptr_array_unref (self->findings);
  gla_clinic_model_unref (self->model);
  g_clear_pointer (&self->estimates, g_ptr_array_unref);
  g_array_unref (self->usual);
  g_clear_pointer (&self->shortening, gla_shortening_free);
}

static void
unref_data (gpointer data)
{
  gla_record_data_unref (data);
}

/* A notice stays until a person dismisses it, so that it was raised has to be remembered. A
 * file that can't be written to shows what is found today. */
static void
remember (GlaStore                 *store,
          const Load               *load,
          const GlaShorteningState *state,
          const GlaShortening      *shortening)
{
  g_autoptr (GError) error = NULL;

  if (shortening->tier == GLA_DETECTOR_OK || state->raised == shortening->tier)
    return;
  if (!gla_store_raise_notice (store, load->patient, GLA_NOTICE_SHORTENING,
                               (int) shortening->tier, &error))
    g_debug ("a notice was not kept: %s", error->message);
}

static gboolean
load_shortening (GlaStore       *store,
                 const Load     *load,
                 GlaRecordData  *self,
                 GError        **error)
{
  GlaShorteningState state;
  gboolean wanted;

  if (!gla_shortening_state_read (store, load->patient, &wanted, &state, error))
    return FALSE;
  if (!wanted)
    return TRUE;
  self->shortening = gla_shortening_new (self->cycles, load->model, load->lots, &state);
  remember (store, load, &state, self->shortening);
  return TRUE;
}

/* What is usual for a patient of whom nothing is known (statistics, section 3.1). */
static GArray *
list_usual (const GlaCycles      *cycles,
            const GlaClinicModel *model)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (GlaTimelineUsual));

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles->cycles, i);
      const char *family = gla_cycle_get_family (cycle, cycles->catalogue);
      double ratio = gla_cycle_get_log_dose_ratio (cycle, cycles->catalogue);
      double centre = gla_clinic_model_get_centre (model, family, cycle->area, ratio);
      GlaExpectation expected;
      GlaTimelineUsual usual;
      double reach;

      gla_clinic_model_expect (model, family, cycle->area, &expected);
      reach = EIGHT_IN_TEN * sqrt (expected.tau * expected.tau + expected.variance
                                   + expected.sigma * expected.sigma);
      usual.from = (int) ceil (exp (centre - reach));
      usual.to = (int) ceil (exp (centre + reach));
      g_array_append_val (list, usual);
    }
  return list;
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
  g_autoptr (GlaConstants) constants = NULL;
  g_autoptr (GlaRecordData) self = NULL;

  if (history == NULL)
    return NULL;
  constants = gla_clinic_load_constants (store, load->catalogue, error);
  if (constants == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (GlaRecordData);
  self->cycles = gla_cycles_new (history, load->catalogue, &load->settings, load->today);
  self->findings = gla_findings_new (self->cycles, &load->settings, constants, load->lots);
  self->model = gla_clinic_model_ref (load->model);
  self->usual = list_usual (self->cycles, load->model);
  if (!load_shortening (store, load, self, error))
    return NULL;
  self->estimates = gla_estimates_new (self->cycles, load->model, self->shortening);
  return g_steal_pointer (&self);
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
  GlaOutlook *outlook;
  Load *load;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (patient != NULL);

  outlook = gla_context_get_outlook (context);
  load = g_new0 (Load, 1);
  load->patient = g_strdup (patient);
  load->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  load->settings = *gla_context_get_cycle_settings (context);
  load->region = g_strdup (load->settings.region);
  load->settings.region = load->region;
  load->today = gla_context_get_today (context);
  load->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  load->lots = gla_outlook_get_lots (outlook);
  if (load->lots != NULL)
    g_ptr_array_ref (load->lots);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-survey.h"

#include "gla-clinic-knowledge.h"
#include "gla-lot-peers.h"
#include "gla-store-read.h"

#include <gio/gio.h>

/* What one pass over the patients gathers. */
typedef struct
{
  GlaSurvey *survey;
  GlaObservations *observations;
  GlaConstants *constants;
  GlaLotPeers responses; /* of no lot: all treated areas count as others */
  gint64 n_patients;
} Pass;

void
gla_survey_free (GlaSurvey *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->known_basis);
  g_free (self->basis);
  gla_catalogue_unref (self->catalogue);
  g_clear_pointer (&self->known, gla_clinic_model_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->model, gla_clinic_model_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
add_history (GlaHistory  *history,
             gpointer     user_data,
             GError     **error)
{
  Pass *pass = user_data;
  GlaSurvey *survey = pass->survey;
  g_autoptr (GlaCycles) cycles = NULL;
  guint done;

  if (g_cancellable_set_error_if_cancelled (survey->cancellable, error))
    return FALSE;
  cycles = gla_cycles_new (history, survey->catalogue, &survey->settings, survey->today);
  gla_observations_add (pass->observations, cycles);
  gla_completeness_add (&survey->completeness, cycles);
  gla_lot_peers_add (&pass->responses, cycles, &survey->settings, pass->constants);
  done = survey->completeness.n_patients;
  if (pass->n_patients > 0)
    g_atomic_int_set (&survey->progress, (int) MIN (1000 * (gint64) done / pass->n_patients, 1000));
  return TRUE;
}

static gboolean
has_other_settings (const GlaSurvey *self)
{
  return g_strcmp0 (self->basis, self->known_basis) != 0;
}

static gboolean
is_needed (const GlaSurvey *self)
{
  gint64 change = ABS (self->rows - self->known_rows);

  return self->known_rows < 0 || has_other_settings (self)
         || (change > 0
             && (double) change >= GLA_CLINIC_MODEL_NEW_PART * (double) self->known_rows);
}

/* A clinic without a single duration has nothing to fit, which is no fault. */
static gboolean
draw_conclusions (GlaSurvey        *self,
                  GlaObservations  *observations,
                  GError          **error)
{
  gsize n_durations = gla_observations_count_durations (observations);

  if (n_durations > 0
      && (has_other_settings (self) || gla_clinic_model_is_stale (self->known, n_durations)))
    {
      self->model = gla_clinic_model_fit (self->catalogue, observations, is_cancelled,
                                          self->cancellable, error);
      if (self->model == NULL)
        return FALSE;
    }
  self->lots = gla_lot_findings_new (observations,
                                     self->model != NULL ? self->model : self->known,
                                     self->today, error);
  return self->lots != NULL;
}

gboolean
gla_survey_run (GlaSurvey  *self,
                GError    **error)
{
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaObservations) observations = NULL;
  GlaStoreCounts counts;
  g_autoptr (GlaConstants) constants = NULL;
  Pass pass = { self, NULL, NULL, { "", "", NULL }, 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  store = gla_store_open (self->path, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  gla_store_set_cancellable (store, self->cancellable);
  if (!gla_store_count (store, &counts, error))
    return FALSE;
  self->rows = counts.treatments + counts.assessments;
  self->basis = gla_cycle_settings_to_text (&self->settings);
  self->was_needed = is_needed (self);
  if (!self->was_needed)
    return TRUE;

  constants = gla_clinic_load_constants (store, self->catalogue, error);
  if (constants == NULL)
    return FALSE;
  pass.constants = constants;
  observations = gla_observations_new ();
  pass.observations = observations;
  pass.n_patients = counts.patients;
  if (!gla_store_scan_histories (store, 0, 1, add_history, &pass, error))
    return FALSE;
  self->n_graded = pass.responses.n_others;
  self->n_failures = pass.responses.n_other_failures;
  return draw_conclusions (self, observations, error);
}

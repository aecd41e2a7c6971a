/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-observation.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_CLINIC_MODEL_NEW_PART: a fit is made again when the data grew by this part. */
#define GLA_CLINIC_MODEL_NEW_PART 0.05

/**
 * GlaClinicModel:
 *
 * How long effects usually last here: the prior table of the catalogue, and once
 * the clinic has data what these say about it, area by area. Immutable and
 * reference-counted; may be read from several threads.
 */
typedef struct _GlaClinicModel GlaClinicModel;

/**
 * GlaExpectation:
 * @centre: the logarithm of the median days at the reference dose
 * @variance: how uncertain @centre is, v_m
 * @beta: the exponent of the dose
 * @tau: standard deviation of log duration between patients
 * @sigma: standard deviation between treatments of a patient
 * @n_patients: patients of the clinic behind it; 0 for the table alone
 *
 * What is expected of a product in an area. Source: statistics, section 3.1.
 */
typedef struct
{
  double centre;
  double variance;
  double beta;
  double tau;
  double sigma;
  guint n_patients;
} GlaExpectation;

/** gla_clinic_model_new: (transfer full): the prior table and nothing else. */
GlaClinicModel *gla_clinic_model_new             (GlaCatalogue           *catalogue);

/**
 * gla_clinic_model_fit:
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Fits each area for which there are durations; of more than 3,000 patients those with
 * the smallest splitmix64 of their number are used, so that the result does not depend
 * on the order. Run it in a worker thread. Source: statistics, section 3.1.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL with @error set
 */
GlaClinicModel *gla_clinic_model_fit             (GlaCatalogue           *catalogue,
                                                  const GlaObservations  *observations,
                                                  GlaCancelFunc           cancel,
                                                  gpointer                cancel_data,
                                                  GError                **error);

GlaClinicModel *gla_clinic_model_ref             (const GlaClinicModel   *self);
void            gla_clinic_model_unref           (GlaClinicModel         *self);

/**
 * gla_clinic_model_is_stale:
 * @n_durations: what gla_observations_count_durations() gives today
 *
 * Whether the data changed by %GLA_CLINIC_MODEL_NEW_PART or more since the fit.
 */
gboolean        gla_clinic_model_is_stale        (const GlaClinicModel   *self,
                                                  gsize                   n_durations);

/**
 * gla_clinic_model_expect:
 * @family: family of units; "" for an unknown product
 *
 * What is expected there. An area or family that the clinic has no data of falls
 * back to the table.
 */
void            gla_clinic_model_expect          (const GlaClinicModel   *self,
                                                  const char             *family,
                                                  const char             *area,
                                                  GlaExpectation         *expectation);

/** gla_clinic_model_get_centre: M: log of the days expected for product, area and dose. */
double          gla_clinic_model_get_centre      (const GlaClinicModel   *self,
                                                  const char             *family,
                                                  const char             *area,
                                                  double                  log_dose_ratio);

/**
 * gla_clinic_model_get_spread:
 *
 * One tau and sigma for methods that look at all areas together: the root mean square
 * over the areas with data, weighted by their patients; 0.25 and 0.283 without data
 * (statistics, section 4.1).
 */
void            gla_clinic_model_get_spread      (const GlaClinicModel   *self,
                                                  double                 *tau,
                                                  double                 *sigma);

/** gla_clinic_model_get_nonresponse_rate: how often no effect is seen (statistics, section 3.3). */
double          gla_clinic_model_get_nonresponse_rate (const GlaClinicModel *self);

/** gla_clinic_model_to_text: (transfer full): for a cache; every digit is kept. */
char           *gla_clinic_model_to_text         (const GlaClinicModel   *self);

/** gla_clinic_model_from_text: (transfer full) (nullable): %NULL for what can't be a model. */
GlaClinicModel *gla_clinic_model_from_text       (GlaCatalogue           *catalogue,
                                                  const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaClinicModel, gla_clinic_model_unref)

G_END_DECLS

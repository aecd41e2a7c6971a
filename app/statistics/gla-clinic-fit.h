/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_CLINIC_FIT_MAX_PATIENTS: of more patients a fixed random part is used. */
#define GLA_CLINIC_FIT_MAX_PATIENTS 3000

/* The range of the estimates: what lies outside is bad data. */
#define GLA_CLINIC_FIT_MIN_TAU 0.10
#define GLA_CLINIC_FIT_MAX_TAU 0.40
#define GLA_CLINIC_FIT_MIN_SIGMA 0.15
#define GLA_CLINIC_FIT_MAX_SIGMA 0.50

/**
 * GlaClinicPrior:
 * @centre: m0, the logarithm of the prior median days of a product in the area
 * @deviation: s, its standard deviation, above 0
 *
 * What is known of a product before the clinic has data. Source: statistics, section 3.1.
 */
typedef struct
{
  double centre;
  double deviation;
} GlaClinicPrior;

/**
 * GlaClinicCommonPrior:
 * @beta: the exponent of the dose
 * @beta_deviation: its standard deviation, above 0
 * @tau: standard deviation between patients, above 0
 * @tau_weight: how many patients @tau counts for, above 0
 * @sigma: standard deviation between treatments of a patient, above 0
 * @sigma_weight: how many records @sigma counts for, above 0
 *
 * What is the same for all products and areas before the clinic has data.
 * Source: statistics, section 3.1.
 */
typedef struct
{
  double beta;
  double beta_deviation;
  double tau;
  double tau_weight;
  double sigma;
  double sigma_weight;
} GlaClinicCommonPrior;

/** GLA_CLINIC_COMMON_PRIOR_INIT: the values of statistics, section 3.1. */
#define GLA_CLINIC_COMMON_PRIOR_INIT { 0.25, 0.10, 0.25, 20.0, 0.28, 40.0 }

/**
 * GlaClinicRecord:
 * @patient: the patient
 * @product: the number of the product among the priors, from 0
 * @log_dose_ratio: log (units / reference units of the same product)
 * @interval: when the effect ended; non-responses do not enter
 *
 * One completed treatment of the area that is fitted.
 */
typedef struct
{
  gint64 patient;
  guint product;
  double log_dose_ratio;
  GlaDuration interval;
} GlaClinicRecord;

/**
 * GlaClinicFit:
 * @n_products: how many products there are
 * @centre: (array length=n_products): m, the logarithm of the median days of each
 * @variance: (array length=n_products): v_m = 1 / (1/s^2 + P/(tau^2 + sigma^2)), what
 *   remains uncertain about it; add it to tau^2 for a forecast
 * @n_patients: (array length=n_products): P, patients with an informative record of it
 * @beta: the exponent of the dose
 * @tau: standard deviation of log duration between patients
 * @sigma: standard deviation between treatments of a patient
 * @objective: the maximum of the penalised log-likelihood
 * @n_used: how many patients were used in all
 * @iterations: how many times the expectations were taken
 *
 * What the clinic's own records say about one area, mixed with the priors.
 */
typedef struct
{
  guint n_products;
  double *centre;
  double *variance;
  guint *n_patients;
  double beta;
  double tau;
  double sigma;
  double objective;
  guint n_used;
  guint iterations;
} GlaClinicFit;

/**
 * gla_clinic_fit_new:
 * @records: (array length=n_records): completed treatments of one area
 * @n_records: how many there are, also 0: then the priors are the result
 * @priors: (array length=n_products): the priors of the products
 * @n_products: how many there are, at least 1
 * @cancel: (nullable): asked before each step
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Empirical Bayes: maximises
 *   Q = sum over patients of log Int N(u; 0, tau^2) Prod_i [Phi((log R_i-M_i-u)/sigma)
 *       - Phi((log L_i-M_i-u)/sigma)] du - sum_r (m_r-m0_r)^2/(2 s_r^2)
 *       - (beta-0.25)^2/(2 0.10^2) - 10 [log tau^2 + 0.25^2/tau^2]
 *       - 20 [log sigma^2 + 0.28^2/sigma^2],   M_i = m_product + beta log dose ratio,
 * by EM with u on 41 points in +-5 tau, sped up by squared extrapolation (Varadhan and
 * Roland 2008) wherever that raises Q, until the parameters stand still within 1e-7.
 * Of more than %GLA_CLINIC_FIT_MAX_PATIENTS patients those with the smallest splitmix64
 * of their id are used. Run it in a worker thread. Source: statistics, section 3.1.
 *
 * Returns: (transfer full) (nullable): the fit, or %NULL with @error set
 */
GlaClinicFit  *gla_clinic_fit_new  (const GlaClinicRecord *records,
                                    gsize                  n_records,
                                    const GlaClinicPrior  *priors,
                                    guint                  n_products,
                                    GlaCancelFunc          cancel,
                                    gpointer               cancel_data,
                                    GError               **error);

/**
 * gla_clinic_fit_new_with_prior:
 * @common: takes the place of %GLA_CLINIC_COMMON_PRIOR_INIT
 *
 * The same with another prior of the exponent and of the deviations.
 *
 * Returns: (transfer full) (nullable): the fit, or %NULL with @error set
 */
GlaClinicFit  *gla_clinic_fit_new_with_prior (const GlaClinicRecord       *records,
                                              gsize                        n_records,
                                              const GlaClinicPrior        *priors,
                                              guint                        n_products,
                                              const GlaClinicCommonPrior  *common,
                                              GlaCancelFunc                cancel,
                                              gpointer                     cancel_data,
                                              GError                     **error);

void           gla_clinic_fit_free (GlaClinicFit          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaClinicFit, gla_clinic_fit_free)

G_END_DECLS

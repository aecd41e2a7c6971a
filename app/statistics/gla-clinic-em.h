/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-fit.h"

G_BEGIN_DECLS

/**
 * GlaClinicRow:
 * @product: the number of the product
 * @dose: the logarithm of the dose ratio
 * @log_left: log L, minus infinity for 0
 * @log_right: log R, plus infinity for Inf
 *
 * An informative record, ready for the sums.
 */
typedef struct
{
  guint product;
  double dose;
  double log_left;
  double log_right;
} GlaClinicRow;

/**
 * GlaClinicData:
 * @rows: (array): the rows, those of a patient side by side
 * @n_patients: how many patients there are
 * @first: (array length=n_patients+1): the first row of each patient, and the end
 * @priors: (array length=n_products): the priors
 * @n_products: how many products there are
 * @common: the prior of the exponent and of the deviations
 *
 * The data of a fit. Its parameters are an array of @n_products + 3 numbers: m of each
 * product, beta, log tau, log sigma.
 */
typedef struct
{
  const GlaClinicRow *rows;
  guint n_patients;
  const gsize *first;
  const GlaClinicPrior *priors;
  guint n_products;
  const GlaClinicCommonPrior *common;
} GlaClinicData;

/**
 * gla_clinic_em_start:
 * @data: the data
 * @parameters: (out caller-allocates): the priors
 */
void    gla_clinic_em_start (const GlaClinicData *data,
                             double              *parameters);

/**
 * gla_clinic_em_clamp:
 * @data: the data
 * @parameters: (inout): are brought into their range
 */
void    gla_clinic_em_clamp (const GlaClinicData *data,
                             double              *parameters);

/**
 * gla_clinic_em_step:
 * @data: the data
 * @parameters: the present parameters
 * @next: (out caller-allocates): the parameters after one EM step
 *
 * E: per patient, weights w_k ~ exp (-u^2/2tau^2) Prod of Phi-differences on 41 points;
 * with y = M + u + sigma z, the moments of z given its bounds a, b and P = Phi(b)-Phi(a)
 * are E[z] = (phi(a)-phi(b))/P and E[z^2] = 1 + (a phi(a) - b phi(b))/P. M: ridge least
 * squares of E[y]-E[u] on products and dose, tau^2 = (20 0.25^2 + sum E[u^2]) / (20 +
 * patients), sigma^2 = (40 0.28^2 + sum E[(y-M-u)^2]) / (40 + n), with the numbers of
 * the common prior. Source: section 3.1.
 *
 * Returns: Q at @parameters
 */
double  gla_clinic_em_step  (const GlaClinicData *data,
                             const double        *parameters,
                             double              *next);

G_END_DECLS

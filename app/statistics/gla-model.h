/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_model_get_centre:
 * @median: the median of the product and area in days, at its reference dose, above 0
 * @beta: the exponent of the dose
 * @dose_ratio: units / reference units of the same product, above 0
 *
 * M = log median + beta log (units / reference units). Units of different products are
 * never converted: only the ratio to the product's own reference enters.
 * Source: statistics, section 3.1.
 *
 * Returns: M
 */
double    gla_model_get_centre   (double median,
                                  double beta,
                                  double dose_ratio);

/**
 * gla_model_is_centre:
 * @centre: M, or another logarithm of days or of a ratio
 *
 * Returns: whether exp (@centre) is a number: finite and at most 700 from 0
 */
gboolean  gla_model_is_centre    (double centre);

/**
 * gla_model_is_deviation:
 * @deviation: a standard deviation of logarithms
 *
 * Returns: whether it can be divided by and squared: from 1e-6 to 1000
 */
gboolean  gla_model_is_deviation (double deviation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaNonresponse:
 * @a: first parameter of the Beta distribution of the probability
 * @b: second parameter; limits come from gla_beta_quantile()
 * @probability: its mean, a / (a + b)
 *
 * How probable it is that the next treatment has no effect at all; a line of its own
 * beside the forecast, which is about treatments that work. Source: section 3.3.
 */
typedef struct
{
  double a;
  double b;
  double probability;
} GlaNonresponse;

/**
 * gla_nonresponse_get_clinic_rate:
 * @n_assessable: treatments of the clinic graded on day 14-45 or with an effect seen, k_c
 * @n_failed: those without effect, r_c, at most @n_assessable
 *
 * pi = (1 + r_c) / (25 + k_c), which starts at 4 %. Source: statistics, section 3.3.
 *
 * Returns: the rate, above 0 and below 1
 */
double          gla_nonresponse_get_clinic_rate (guint  n_assessable,
                                                 guint  n_failed);

/**
 * gla_nonresponse_estimate:
 * @clinic_rate: pi, from 0 to 1
 * @n_assessable: assessable treatments of the patient-area, k
 * @n_failed: those without effect, r, at most @n_assessable
 *
 * Beta (25 pi + r, 25 (1 - pi) + k - r): the rate of the clinic counts as 25
 * treatments. Source: statistics, section 3.3.
 *
 * Returns: the distribution of the probability
 */
GlaNonresponse  gla_nonresponse_estimate        (double clinic_rate,
                                                 guint  n_assessable,
                                                 guint  n_failed);

G_END_DECLS

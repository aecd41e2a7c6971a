/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-nonresponse.h"

/* How many treatments the prior counts for. */
#define PRIOR_TREATMENTS 25.0

double
gla_nonresponse_get_clinic_rate (guint n_assessable,
                                 guint n_failed)
{
  g_return_val_if_fail (n_failed <= n_assessable, 1.0 / PRIOR_TREATMENTS);

  return (1.0 + n_failed) / (PRIOR_TREATMENTS + n_assessable);
}

GlaNonresponse
gla_nonresponse_estimate (double clinic_rate,
                          guint  n_assessable,
                          guint  n_failed)
{
  GlaNonresponse result = { 1.0, PRIOR_TREATMENTS - 1.0, 1.0 / PRIOR_TREATMENTS };

  g_return_val_if_fail (clinic_rate >= 0.0 && clinic_rate <= 1.0, result);
  g_return_val_if_fail (n_failed <= n_assessable, result);

  result.a = PRIOR_TREATMENTS * clinic_rate + n_failed;
  result.b = PRIOR_TREATMENTS * (1.0 - clinic_rate) + (n_assessable - n_failed);
  result.probability = result.a / (PRIOR_TREATMENTS + n_assessable);

  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-model.h"

#include <math.h>

double
gla_model_get_centre (double median,
                      double beta,
                      double dose_ratio)
{
  g_return_val_if_fail (median > 0.0 && isfinite (median), 0.0);
  g_return_val_if_fail (isfinite (beta), 0.0);
  g_return_val_if_fail (dose_ratio > 0.0 && isfinite (dose_ratio), 0.0);

  return log (median) + beta * log (dose_ratio);
}

gboolean
gla_model_is_centre (double centre)
{
  return fabs (centre) <= 700.0;
}

gboolean
gla_model_is_deviation (double deviation)
{
  return deviation >= 1e-6 && deviation <= 1e3;
}

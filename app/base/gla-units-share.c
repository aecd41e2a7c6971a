/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-units-share.h"

/* Amounts that a syringe can be read to, in hundredths of a unit; the last one fits always. */
static const GlaUnits steps[] = { 100, 50, 25, 1 };

/* The coarsest one in which @units can be counted and every point gets some. */
static GlaUnits
choose_step (GlaUnits units,
             int      count)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (units % steps[i] == 0 && units / steps[i] >= count)
      return steps[i];
  return 1;
}

GlaUnits
gla_units_share (GlaUnits units,
                 int      count,
                 int      index)
{
  GlaUnits step;

  g_return_val_if_fail (count > 0 && index >= 0 && index < count, GLA_UNITS_UNKNOWN);

  if (units == GLA_UNITS_UNKNOWN)
    return GLA_UNITS_UNKNOWN;
  step = choose_step (units, count);
  return step * (units / step / count + (index < units / step % count ? 1 : 0));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-session-quality.h"

#include "gla-vial-use.h"

static gboolean
is_traceable (const GlaCycle     *cycle,
              const GlaHistory   *history,
              const GlaConstants *constants)
{
  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = cycle->injections->pdata[i];
      const GlaVial *vial = gla_history_find_vial (history, injection->vial);
      const char *lot = vial != NULL ? vial->lot : injection->lot;
      int hours, least, most;

      if (lot == NULL || lot[0] == '\0')
        return FALSE;
      if (vial == NULL)
        continue;
      if (vial->expiry != GLA_DAY_NONE && cycle->day > vial->expiry)
        return FALSE;
      hours = gla_vial_get_in_use_hours (vial, constants);
      if (hours != GLA_HOURS_UNKNOWN &&
          gla_vial_get_hours (vial, cycle->day, GLA_MINUTE_UNKNOWN, &least, &most) &&
          least > hours)
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_cycle_is_adequate (const GlaCycle     *self,
                       const GlaCycles    *cycles,
                       GlaRegion           region,
                       const GlaConstants *constants)
{
  const GlaIndication *indication;
  const GlaLabelDose *dose;

  g_return_val_if_fail (self != NULL && cycles != NULL && constants != NULL, FALSE);

  indication = gla_catalogue_find_indication (cycles->catalogue, self->product, self->area, region);
  dose = indication != NULL ? gla_indication_get_dose (indication) : NULL;
  if (self->units == GLA_UNITS_UNKNOWN || self->product == NULL ||
      (dose != NULL && self->units < dose->low))
    return FALSE;
  return is_traceable (self, cycles->history, constants);
}

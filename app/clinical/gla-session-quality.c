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
gla_cycle_get_label_limits (const GlaCycle      *self,
                            const GlaIndication *indication,
                            GlaUnits            *low,
                            GlaUnits            *high)
{
  g_return_val_if_fail (self != NULL && indication != NULL, FALSE);
  g_return_val_if_fail (low != NULL && high != NULL, FALSE);

  if (!gla_indication_get_limits (indication, low, high))
    return FALSE;
  if (self->side == GLA_SIDE_LEFT || self->side == GLA_SIDE_RIGHT)
    {
      *low /= 2;
      *high /= 2;
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
  GlaUnits low, high;

  g_return_val_if_fail (self != NULL && cycles != NULL && constants != NULL, FALSE);

  indication = gla_catalogue_find_indication (cycles->catalogue, self->product, self->area, region);
  if (self->units == GLA_UNITS_UNKNOWN || self->product == NULL ||
      (indication != NULL && gla_cycle_get_label_limits (self, indication, &low, &high) &&
       self->units < low))
    return FALSE;
  return is_traceable (self, cycles->history, constants);
}

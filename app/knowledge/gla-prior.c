/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-prior.h"

void
gla_prior_free (GlaPrior *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->group);
  g_strfreev (self->families);
  g_strfreev (self->products);
  g_strfreev (self->areas);
  g_free (self->dose);
  g_free (self->event);
  gla_marked_clear (&self->mark);
  g_free (self);
}

void
gla_forecast_prior_free (GlaForecastPrior *self)
{
  if (self == NULL)
    return;
  g_free (self->family);
  g_free (self->area);
  g_free (self->date);
  gla_marked_clear (&self->mark);
  g_free (self);
}

gboolean
gla_prior_holds_for (const GlaPrior *self,
                     const char     *family,
                     const char     *product,
                     const char     *area)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (family != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (!g_strv_contains ((const char * const *) self->families, family)
      || !g_strv_contains ((const char * const *) self->areas, area))
    return FALSE;
  if (self->products[0] == NULL)
    return TRUE;
  return product != NULL && g_strv_contains ((const char * const *) self->products, product);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-figures.h"

#include "gla-clinic-knowledge.h"
#include "gla-outlook-cache.h"
#include "gla-outlook.h"

void
gla_figures_init (GlaFigures *self,
                  GlaContext *context)
{
  GlaOutlook *outlook;

  g_return_if_fail (self != NULL && GLA_IS_CONTEXT (context));

  outlook = gla_context_get_outlook (context);
  self->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  self->settings = *gla_context_get_cycle_settings (context);
  self->settings.region = g_intern_string (self->settings.region);
  self->model = gla_clinic_model_ref (gla_outlook_get_model (outlook));
  self->lots = gla_outlook_get_lots (outlook);
  if (self->lots != NULL)
    g_ptr_array_ref (self->lots);
}

void
gla_figures_clear (GlaFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  g_clear_pointer (&self->model, gla_clinic_model_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
}

gboolean
gla_figures_read (const GlaFigures  *self,
                  GlaStore          *store,
                  GlaClinicFigures  *figures,
                  GError           **error)
{
  g_autoptr (GlaOutlookCache) cache = NULL;

  g_return_val_if_fail (self != NULL && store != NULL && figures != NULL, FALSE);

  cache = gla_outlook_cache_read (store, self->catalogue);
  gla_outlook_cache_get_figures (cache, store, figures);
  /* What the window has, which is at least as new. */
  figures->model = self->model;
  figures->lots = self->lots;
  figures->settings = &self->settings;
  figures->constants = gla_clinic_load_constants (store, self->catalogue, error);
  return figures->constants != NULL;
}

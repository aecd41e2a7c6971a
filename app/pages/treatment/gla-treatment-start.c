/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-start.h"

const GlaTreatment *
gla_treatment_start_find_last (const GlaHistory *history)
{
  g_return_val_if_fail (history != NULL, NULL);

  return history->treatments->len > 0 ? history->treatments->pdata[history->treatments->len - 1]
                                      : NULL;
}

GlaTreatmentForm *
gla_treatment_start_new_form (GlaContext       *context,
                              const GlaHistory *history,
                              const char       *amend)
{
  GlaTreatmentForm *form;
  const GlaTreatment *last;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && history != NULL, NULL);

  form = gla_treatment_form_new (gla_context_get_today (context));
  last = gla_treatment_start_find_last (history);
  if (amend != NULL)
    {
      gla_treatment_form_fill (form, history, amend, FALSE);
      return form;
    }
  form->injector = g_strdup (gla_context_get_author (context));
  if (last != NULL)
    {
      g_autoptr (GlaTreatmentForm) repeat = gla_treatment_form_new (GLA_DAY_NONE);

      gla_treatment_form_fill (repeat, history, last->id, TRUE);
      if (repeat->sources->len > 0)
        gla_treatment_form_add_source (form, NULL,
                                       ((GlaFormSource *) repeat->sources->pdata[0])->product,
                                       NULL);
    }
  return form;
}

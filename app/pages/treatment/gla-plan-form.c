/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-form.h"

#include "gla-pattern-form.h"

GPtrArray *
gla_plan_lines_from_form (const GlaTreatmentForm *form)
{
  GPtrArray *lines = gla_pattern_lines_new ();

  g_return_val_if_fail (form != NULL, lines);

  for (guint i = 0; i < form->injections->len; i++)
    {
      const GlaFormInjection *injection = form->injections->pdata[i];
      const GlaFormSource *source = injection->source < form->sources->len
                                      ? form->sources->pdata[injection->source]
                                      : NULL;

      if (injection->area != NULL)
        gla_pattern_lines_gather (lines, &(GlaPatternLine) {
          .product = source != NULL ? source->product : NULL,
          .area = injection->area,
          .side = injection->side,
          .units = injection->units,
          .points = injection->points,
          .map = injection->map,
          .depth = injection->depth,
          .needle = injection->needle,
          .technique = injection->technique,
        });
    }
  return lines;
}

char *
gla_plan_from_form (const GlaTreatmentForm *form)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (form != NULL, NULL);

  lines = gla_plan_lines_from_form (form);
  return gla_pattern_lines_to_text (lines);
}

static gboolean
is_used (const GlaTreatmentForm *form,
         guint                   source)
{
  for (guint i = 0; i < form->injections->len; i++)
    if (((const GlaFormInjection *) form->injections->pdata[i])->source == source)
      return TRUE;
  return FALSE;
}

/* The form has the lines before this one by now. */
static guint
choose_source (GlaTreatmentForm *form,
               GlaCatalogue     *catalogue,
               const char       *product)
{
  guint found;

  if (gla_pattern_find_source (form, catalogue, product, &found))
    return found;
  for (guint i = 0; i < form->sources->len; i++)
    {
      GlaFormSource *source = form->sources->pdata[i];

      if (source->vial == NULL && source->lot == NULL && !is_used (form, i))
        {
          g_free (source->product);
          source->product = g_strdup (product);
          return i;
        }
    }
  return gla_treatment_form_add_source (form, NULL, product, NULL);
}

void
gla_plan_apply (const char       *content,
                GlaCatalogue     *catalogue,
                GlaTreatmentForm *form)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (content != NULL && catalogue != NULL && form != NULL);

  lines = gla_pattern_lines_parse (content);
  g_ptr_array_set_size (form->injections, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const GlaPatternLine *line = lines->pdata[i];
      guint source = choose_source (form, catalogue, line->product);

      gla_treatment_form_add_injection (form, &(GlaFormInjection) {
        .area = line->area,
        .side = line->side,
        .source = source,
        .units = line->units,
        .points = line->points,
        .map = line->map,
        .depth = line->depth,
        .needle = line->needle,
        .technique = line->technique,
      });
    }
}

char *
gla_plan_describe (const char   *content,
                   GlaCatalogue *catalogue)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  g_return_val_if_fail (content != NULL && catalogue != NULL, NULL);

  gla_plan_apply (content, catalogue, form);
  return gla_pattern_describe_form (form, catalogue);
}

gboolean
gla_plan_is_all (const char             *content,
                 const GlaTreatmentForm *form)
{
  g_autofree char *filled = NULL;
  GlaTreatmentForm rest;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_val_if_fail (content != NULL && form != NULL, FALSE);

  filled = gla_plan_from_form (form);
  for (guint i = 0; i < form->sources->len; i++)
    {
      const GlaFormSource *source = form->sources->pdata[i];

      if (source->vial != NULL || source->lot != NULL)
        return FALSE;
    }
  if (form->consent || form->consent_version != NULL || form->prescriber != NULL
      || form->face_to_face != GLA_FACE_TO_FACE_UNKNOWN)
    return FALSE;
  rest = *form;
  rest.injections = nothing;
  return g_strcmp0 (filled, content) == 0 && gla_treatment_form_is_empty (&rest);
}

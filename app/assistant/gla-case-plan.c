/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-plan.h"

#include <stdlib.h>
#include <string.h>

/* "3" before "4a" before "10": by number, then by letter; else as they were found. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const GlaCaseFinding *first = *(const GlaCaseFinding *const *) a;
  const GlaCaseFinding *second = *(const GlaCaseFinding *const *) b;
  int difference = atoi (first->place) - atoi (second->place);

  return difference != 0 ? difference : strcmp (first->place, second->place);
}

static void
sort_findings (const GlaCase *self,
               GPtrArray     *sorted)
{
  /* A short list, and equal places keep their order: insertion. */
  for (guint i = 0; i < self->findings->len; i++)
    {
      guint place = sorted->len;

      while (place > 0 &&
             compare_findings (&sorted->pdata[place - 1], &self->findings->pdata[i]) > 0)
        place--;
      g_ptr_array_insert (sorted, (int) place, self->findings->pdata[i]);
    }
}

static void
add_once (GPtrArray     *list,
          gconstpointer  entry)
{
  if (entry != NULL && !g_ptr_array_find (list, entry, NULL))
    g_ptr_array_add (list, (gpointer) entry);
}

static void
add_sources (const GlaMarked *mark,
             GlaCatalogue    *catalogue,
             GPtrArray       *sources)
{
  for (guint i = 0; mark->sources[i] != NULL; i++)
    add_once (sources, gla_catalogue_find_source (catalogue, mark->sources[i]));
}

GPtrArray *
gla_step_list_settings (const GlaStep      *step,
                        const GlaConstants *constants)
{
  GPtrArray *settings = g_ptr_array_new ();

  g_return_val_if_fail (step != NULL && constants != NULL, settings);

  for (guint i = 0; i < step->constants->len; i++)
    {
      const char *name = step->constants->pdata[i];

      if ((gla_constants_get_marks (constants, name) & (GLA_MARK_DEFAULT | GLA_MARK_OWN)) != 0)
        g_ptr_array_add (settings, (gpointer) name);
    }
  return settings;
}

static void
add_settings (GlaCasePlan        *plan,
              const GlaStep      *step,
              const GlaConstants *constants)
{
  g_autoptr (GPtrArray) settings = gla_step_list_settings (step, constants);

  for (guint i = 0; i < settings->len; i++)
    if (!g_ptr_array_find_with_equal_func (plan->settings, settings->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (plan->settings, settings->pdata[i]);
}

/* What one step of the way adds; a later outcome takes the place of one before. */
static void
add_step (GlaCasePlan        *plan,
          const GlaStep      *step,
          const GlaFactInput *input,
          const GlaFacts     *facts)
{
  GlaCatalogue *catalogue = input->cycles->catalogue;

  if (step->outcome != GLA_OUTCOME_NONE)
    plan->outcome = step;
  if (step->options->len > 0)
    plan->options = step;
  for (guint i = 0; step->facts[i] != NULL; i++)
    if (!gla_facts_find (facts, step->facts[i])->known)
      add_once (plan->missing, gla_fact_table_find (step->facts[i]));
  for (guint i = 0; i < step->why->len; i++)
    add_sources (step->why->pdata[i], catalogue, plan->sources);
  if (step->practitioner != NULL)
    add_sources (step->practitioner, catalogue, plan->sources);
  for (guint i = 0; i < step->options->len; i++)
    add_sources (&((const GlaStepOption *) step->options->pdata[i])->mark, catalogue,
                 plan->sources);
  add_settings (plan, step, input->constants);
}

static void
add_findings (GlaCasePlan   *plan,
              const GlaCase *self,
              GlaCatalogue  *catalogue)
{
  sort_findings (self, plan->findings);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const GlaCaseFinding *finding = plan->findings->pdata[i];
      const GlaStepFind *find = gla_protocol_find_find (self->protocol, finding->id);

      if (find != NULL)
        add_sources (&find->mark, catalogue, plan->sources);
    }
}

GlaCasePlan *
gla_case_plan_new (const GlaCase      *self,
                   const GlaFactInput *input)
{
  g_autoptr (GlaFacts) facts = NULL;
  GlaCasePlan *plan;

  g_return_val_if_fail (self != NULL && input != NULL, NULL);

  plan = g_new0 (GlaCasePlan, 1);
  plan->findings = g_ptr_array_new ();
  plan->missing = g_ptr_array_new ();
  plan->settings = g_ptr_array_new ();
  plan->sources = g_ptr_array_new ();
  facts = gla_case_get_facts (self, input);
  plan->earliest = gla_facts_find (facts, "label-end")->day;
  for (guint i = 0; i < self->path->len; i++)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);

      if (step != NULL)
        add_step (plan, step, input, facts);
    }
  add_step (plan, gla_protocol_find_step (self->protocol, self->step), input, facts);
  add_findings (plan, self, input->cycles->catalogue);
  if (plan->outcome != NULL)
    {
      const GlaMarked *practitioner = plan->outcome->practitioner;

      plan->outcome_text = gla_case_fill (self, plan->outcome->outcome_text, facts);
      plan->patient = gla_case_fill (self, plan->outcome->patient, facts);
      if (practitioner != NULL)
        plan->practitioner = gla_case_fill (self, practitioner->text, facts);
    }
  return plan;
}

void
gla_case_plan_free (GlaCasePlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->settings);
  g_ptr_array_unref (self->sources);
  g_free (self->outcome_text);
  g_free (self->practitioner);
  g_free (self->patient);
  g_free (self);
}

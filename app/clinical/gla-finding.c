/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"

#include <string.h>

void
gla_finding_free (GlaFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->chip);
  g_free (self->text);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const char *
gla_finding_level_get_name (GlaFindingLevel level)
{
  switch (level)
    {
    case GLA_FINDING_BLOCK:
      return _("Needs a reason to go on");
    case GLA_FINDING_STRONG:
      return _("Strong warning");
    case GLA_FINDING_WARN:
      return _("Warning");
    case GLA_FINDING_TASK:
      return _("To do");
    case GLA_FINDING_INFO:
      return C_("how strong a finding is", "Note");
    default:
      g_return_val_if_reached ("");
    }
}

GlaFinding *
gla_finding_search_add (GlaFindingSearch *self,
                        const char       *id,
                        const char       *alert,
                        GlaFindingLevel   level,
                        char             *chip,
                        char             *text)
{
  GlaFinding *finding = g_new0 (GlaFinding, 1);

  finding->id = id;
  finding->alert = alert;
  finding->level = level;
  finding->chip = chip;
  finding->text = text;
  finding->sources = g_ptr_array_new_with_free_func (g_free);
  finding->rows = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->found, finding);
  return finding;
}

static void
add_once (GPtrArray  *texts,
          const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (texts->pdata[i], text) == 0)
      return;
  g_ptr_array_add (texts, g_strdup (text));
}

void
gla_finding_add_row (GlaFinding *self,
                     const char *id)
{
  g_assert (id != NULL);

  g_ptr_array_add (self->rows, g_strdup (id));
}

void
gla_finding_add_row_once (GlaFinding *self,
                          const char *id)
{
  g_assert (id != NULL);

  add_once (self->rows, id);
}

void
gla_finding_add_source (GlaFinding *self,
                        const char *key)
{
  g_assert (key != NULL);

  add_once (self->sources, key);
}

void
gla_finding_add_mark (GlaFinding      *self,
                      const GlaMarked *mark)
{
  self->marks |= mark->marks;
  for (guint i = 0; mark->sources[i] != NULL; i++)
    add_once (self->sources, mark->sources[i]);
}

const char *
gla_finding_get_area (GlaFindingSearch *search,
                      const char       *key)
{
  GlaArea *area = gla_catalogue_find_area (search->cycles->catalogue, key);

  return area != NULL ? gla_area_get_name (area) : key;
}

const char *
gla_finding_get_product (GlaFindingSearch *search,
                         const char       *key)
{
  GlaProduct *product = gla_catalogue_find_product (search->cycles->catalogue, key);

  return product != NULL ? gla_product_get_name (product) : key;
}

char *
gla_finding_join (GPtrArray *names)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? _(", ") : "", (const char *) names->pdata[i]);
  return g_string_free (list, FALSE);
}

guint
gla_finding_first_injection (const GlaHistory *history)
{
  guint first = 0;

  /* What belongs to no treatment of the history is sorted to the front. */
  while (first < history->injections->len)
    {
      const GlaInjection *injection = history->injections->pdata[first];

      if (gla_history_find_treatment (history, injection->treatment) != NULL)
        break;
      first++;
    }
  return first;
}

guint
gla_finding_skip_injections (const GlaHistory   *history,
                             const GlaTreatment *treatment,
                             guint               first)
{
  while (first < history->injections->len)
    {
      const GlaInjection *injection = history->injections->pdata[first];

      if (strcmp (injection->treatment, treatment->id) != 0)
        break;
      first++;
    }
  return first;
}

gboolean
gla_finding_covers_product (GlaFindingSearch *search,
                            const char       *product)
{
  if (search->plan == NULL)
    return TRUE;
  for (guint i = 0; i < search->planned->planned->len; i++)
    {
      const GlaCycle *cycle = search->planned->planned->pdata[i];

      for (guint k = 0; k < cycle->injections->len; k++)
        {
          const GlaInjection *injection = cycle->injections->pdata[k];

          if (strcmp (injection->treatment, search->planned->id) == 0 &&
              g_strcmp0 (injection->product, product) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
gla_finding_covers_cycle (GlaFindingSearch *search,
                          const GlaCycle   *cycle)
{
  return search->plan == NULL || gla_cycle_has_treatment (cycle, search->planned->id);
}

double
gla_finding_get_constant (GlaFindingSearch *search,
                          GlaFinding       *finding,
                          const char       *name)
{
  const GlaConstant *constant = gla_catalogue_find_constant (search->cycles->catalogue, name);

  /* The rules name constants of the built-in catalogue, which a clinic can't take away. */
  g_assert (constant != NULL);
  if (finding != NULL)
    {
      gla_finding_add_mark (finding, &constant->mark);
      finding->marks |= gla_constants_get_marks (search->constants, name);
    }
  return gla_constants_get (search->constants, name);
}

GPtrArray *
gla_finding_search_finish (GlaFindingSearch *self)
{
  GPtrArray *sorted =
    g_ptr_array_new_full (self->found->len, (GDestroyNotify) gla_finding_free);

  for (int level = GLA_FINDING_BLOCK; level <= GLA_FINDING_INFO; level++)
    for (guint i = 0; i < self->found->len; i++)
      {
        GlaFinding *finding = self->found->pdata[i];

        if ((int) finding->level == level)
          g_ptr_array_add (sorted, finding);
      }
  return sorted;
}

GPtrArray *
gla_findings_new (const GlaCycles        *cycles,
                  const GlaCycleSettings *settings,
                  const GlaConstants     *constants,
                  const GPtrArray        *lots)
{
  g_autoptr (GPtrArray) found = NULL;
  GlaFindingSearch search = { .cycles = cycles, .settings = settings, .constants = constants };

  g_return_val_if_fail (cycles != NULL && settings != NULL && constants != NULL, NULL);

  found = g_ptr_array_new ();
  search.region = gla_cycle_settings_get_region (settings);
  search.found = found;
  gla_find_screened_words (&search);
  gla_find_age (&search);
  gla_find_elsewhere (&search);
  gla_find_answers (&search);
  gla_find_short_intervals (&search);
  gla_find_touch_ups (&search);
  gla_find_reactions (&search);
  gla_find_running_lots (&search, lots);
  gla_find_no_response (&search);
  gla_find_reviews_due (&search);
  gla_find_missing_baselines (&search);
  gla_find_unknowns (&search);
  gla_find_amounts (&search);
  return gla_finding_search_finish (&search);
}

/* What a plan is not in the record of can't be gone to. */
static void
drop_planned_rows (GPtrArray           *found,
                   const GlaPlanCycles *cycles)
{
  for (guint i = 0; i < found->len; i++)
    {
      GPtrArray *rows = ((GlaFinding *) found->pdata[i])->rows;

      for (guint k = rows->len; k > 0; k--)
        if (g_str_has_prefix (rows->pdata[k - 1], cycles->id))
          g_ptr_array_remove_index (rows, k - 1);
    }
}

GPtrArray *
gla_plan_findings_new (const GlaPlanCycles    *cycles,
                       const GlaCycleSettings *settings,
                       const GlaConstants     *constants,
                       const GlaPlan          *plan)
{
  g_autoptr (GPtrArray) found = NULL;
  GlaFindingSearch search = { .settings = settings, .constants = constants, .plan = plan };

  g_return_val_if_fail (cycles != NULL && settings != NULL, NULL);
  g_return_val_if_fail (constants != NULL && plan != NULL, NULL);

  found = g_ptr_array_new ();
  search.cycles = cycles->after;
  search.planned = cycles;
  search.region = gla_cycle_settings_get_region (settings);
  search.found = found;
  gla_find_planned_vials (&search);
  gla_find_planned_asks (&search);
  gla_find_screened_words (&search);
  gla_find_age (&search);
  gla_find_planned_intervals (&search);
  gla_find_elsewhere (&search);
  gla_find_answers (&search);
  gla_find_planned_switches (&search);
  gla_find_reactions (&search);
  gla_find_planned_limits (&search);
  gla_find_planned_doses (&search);
  gla_find_missing_baselines (&search);
  gla_find_amounts (&search);
  drop_planned_rows (found, cycles);
  return gla_finding_search_finish (&search);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts.h"

#include "gla-facts-private.h"
#include "gla-i18n.h"

#include <string.h>

static GlaCaseFact *
get_fact (GlaFactBuilder *self,
          const char     *name,
          GlaFactType     type)
{
  const GlaFactInfo *info = gla_fact_table_find (name);

  g_assert (info != NULL && info->type == type);

  return &self->facts->facts[gla_fact_info_get_index (info)];
}

GlaCaseFact *
gla_fact_builder_set_number (GlaFactBuilder *self,
                             const char     *name,
                             double          value)
{
  GlaCaseFact *fact = get_fact (self, name, GLA_FACT_TYPE_NUMBER);

  fact->known = TRUE;
  fact->number = value;
  return fact;
}

GlaCaseFact *
gla_fact_builder_set_day (GlaFactBuilder *self,
                          const char     *name,
                          GlaDay          value)
{
  GlaCaseFact *fact = get_fact (self, name, GLA_FACT_TYPE_DAY);

  fact->known = value != GLA_DAY_NONE;
  fact->day = value;
  return fact;
}

GlaCaseFact *
gla_fact_builder_set_yes_no (GlaFactBuilder *self,
                             const char     *name,
                             gboolean        value)
{
  GlaCaseFact *fact = get_fact (self, name, GLA_FACT_TYPE_YES_NO);

  fact->known = TRUE;
  fact->yes = value;
  return fact;
}

GlaCaseFact *
gla_fact_builder_set_words (GlaFactBuilder *self,
                            const char     *name,
                            const char     *value)
{
  GlaCaseFact *fact = get_fact (self, name, GLA_FACT_TYPE_WORDS);

  fact->known = value != NULL && value[0] != '\0';
  g_free (fact->words);
  fact->words = g_strdup (value);
  return fact;
}

void
gla_case_fact_add_row (GlaCaseFact *self,
                       const char  *row)
{
  for (guint i = 0; row != NULL && i < self->rows->len; i++)
    if (strcmp (self->rows->pdata[i], row) == 0)
      return;
  if (row != NULL)
    g_ptr_array_add (self->rows, g_strdup (row));
}

void
gla_case_fact_add_rows (GlaCaseFact     *self,
                        const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    gla_case_fact_add_row (self, rows->pdata[i]);
}

double
gla_fact_builder_get (GlaFactBuilder *self,
                      const char     *constant)
{
  return gla_constants_get (self->input->constants, constant);
}

gboolean
gla_fact_day_is_dated (GlaDayPrecision precision)
{
  return precision == GLA_DAY_EXACT || precision == GLA_DAY_ABOUT;
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const GlaFactSession *first = a;
  const GlaFactSession *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static void
add_session (GlaFactBuilder  *self,
             GlaDay           day,
             GlaDayPrecision  precision,
             const char      *row)
{
  GlaFactSession session = { day, row };

  if (day != GLA_DAY_NONE && day <= self->today && gla_fact_day_is_dated (precision))
    g_array_append_val (self->sessions, session);
}

static void
list_sessions (GlaFactBuilder *self)
{
  const GlaHistory *history = self->input->cycles->history;

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];
      guint first;

      if (gla_history_get_injections (history, treatment->id, &first) > 0)
        add_session (self, treatment->day, treatment->precision, treatment->id);
    }
  for (guint i = 0; i < history->exposures->len; i++)
    {
      const GlaExposure *exposure = history->exposures->pdata[i];

      if (exposure->certainty != GLA_CERTAINTY_GUESS)
        add_session (self, exposure->day, exposure->precision, exposure->id);
    }
  g_array_sort (self->sessions, compare_sessions);
  for (guint i = 1; i < self->sessions->len;)
    if (g_array_index (self->sessions, GlaFactSession, i).day ==
        g_array_index (self->sessions, GlaFactSession, i - 1).day)
      g_array_remove_index (self->sessions, i);
    else
      i++;
}

static gboolean
is_of_treatment (const GlaCycle *cycle,
                 const char     *treatment)
{
  if (g_strcmp0 (cycle->treatment->id, treatment) == 0)
    return TRUE;
  for (guint i = 0; i < cycle->touch_ups->len; i++)
    if (g_strcmp0 (g_array_index (cycle->touch_ups, GlaTouchUp, i).treatment->id, treatment) == 0)
      return TRUE;
  return FALSE;
}

static void
list_cycles (GlaFactBuilder *self)
{
  const GPtrArray *all = self->input->cycles->cycles;

  for (guint i = 0; i < all->len; i++)
    {
      const GlaCycle *cycle = all->pdata[i];

      if (g_strcmp0 (cycle->area, self->subject->area) != 0)
        continue;
      if (self->subject->treatment != NULL && is_of_treatment (cycle, self->subject->treatment))
        {
          self->cycle = cycle;
          self->index = (int) self->cycles->len;
        }
      g_ptr_array_add (self->cycles, (gpointer) cycle);
    }
}

/* What a person said stands where the record knows nothing. */
static void
add_stated (GlaFactBuilder *self)
{
  for (guint i = 0; self->subject->stated != NULL && i < self->subject->stated->len; i++)
    {
      const GlaStatedFact *stated = self->subject->stated->pdata[i];
      const GlaFactInfo *info = gla_fact_table_find (stated->name);
      GlaCaseFact *fact;

      if (info == NULL || !gla_stated_fact_is_valid (stated->name, stated->value))
        continue;
      fact = &self->facts->facts[gla_fact_info_get_index (info)];
      if (fact->known && !fact->stated)
        continue;
      if (info->type == GLA_FACT_TYPE_DAY)
        gla_fact_builder_set_day (self, stated->name, gla_day_from_iso (stated->value));
      else
        gla_fact_builder_set_yes_no (self, stated->name, strcmp (stated->value, "yes") == 0);
      fact->stated = TRUE;
    }
}

static GlaFacts *
make_empty (void)
{
  GlaFacts *self = g_new0 (GlaFacts, 1);
  const GlaFactInfo *table = gla_fact_table_get (&self->n_facts);

  self->facts = g_new0 (GlaCaseFact, self->n_facts);
  for (guint i = 0; i < self->n_facts; i++)
    {
      self->facts[i].info = &table[i];
      self->facts[i].day = GLA_DAY_NONE;
      self->facts[i].rows = g_ptr_array_new_with_free_func (g_free);
    }
  return self;
}

GlaFacts *
gla_facts_new (const GlaFactInput   *input,
               const GlaFactSubject *subject)
{
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (GlaFactSession));
  GlaFactBuilder builder = { NULL, input, subject };

  g_return_val_if_fail (input != NULL && input->cycles != NULL, NULL);
  g_return_val_if_fail (subject != NULL && subject->area != NULL, NULL);

  builder.facts = make_empty ();
  builder.facts->constants = gla_constants_ref (input->constants);
  builder.region = gla_cycle_settings_get_region (input->settings);
  builder.today = input->cycles->today;
  builder.cycles = cycles;
  builder.sessions = sessions;
  builder.index = -1;
  list_cycles (&builder);
  list_sessions (&builder);

  add_stated (&builder);
  gla_facts_add_session (&builder);
  gla_facts_add_response (&builder);
  gla_facts_add_amount (&builder);
  gla_facts_add_vial (&builder);
  gla_facts_add_lot (&builder);
  gla_facts_add_exposure (&builder);
  gla_facts_add_duration (&builder);
  gla_facts_add_later (&builder);
  gla_fact_builder_set_number (&builder, "findings", subject->n_findings);
  gla_fact_builder_set_number (&builder, "findings-to-correct", subject->n_to_correct);
  return builder.facts;
}

void
gla_facts_free (GlaFacts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_facts; i++)
    {
      g_free (self->facts[i].words);
      g_ptr_array_unref (self->facts[i].rows);
    }
  g_free (self->facts);
  gla_constants_unref (self->constants);
  g_free (self);
}

const GlaCaseFact *
gla_facts_find (const GlaFacts *self,
                const char     *name)
{
  const GlaFactInfo *info = gla_fact_table_find (name);

  g_return_val_if_fail (self != NULL && info != NULL, NULL);

  return &self->facts[gla_fact_info_get_index (info)];
}

const GlaConstants *
gla_facts_get_constants (const GlaFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->constants;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-input.h"

void
gla_handout_input_init (GlaHandoutInput    *self,
                        const GlaFactInput *facts)
{
  const GPtrArray *cycles;
  const GlaCycle *last = NULL;

  g_return_if_fail (self != NULL && facts != NULL);

  *self = (GlaHandoutInput) { .facts = facts, .review_day = GLA_DAY_NONE,
                               .checked_day = GLA_DAY_NONE };
  cycles = facts->cycles->cycles;
  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];

      if (last == NULL || cycle->day > last->day)
        last = cycle;
    }
  if (last != NULL)
    {
      self->area = last->area;
      self->treatment = last->treatment->id;
    }
}

void
gla_handout_input_set_letterhead (GlaHandoutInput     *self,
                                  const GlaLetterhead *letterhead)
{
  g_return_if_fail (self != NULL && letterhead != NULL);

  self->clinic_name = letterhead->name;
  self->clinic_address = letterhead->address;
  self->clinic_phone = letterhead->phone;
  self->clinic_after_hours = letterhead->after_hours;
  self->clinic_web = letterhead->web;
  self->clinic_logo = letterhead->logo;
  self->reviewed = letterhead->reviewed;
}

const GlaCycle *
gla_handout_input_find_cycle (const GlaHandoutInput *self)
{
  const char *area, *treatment;

  g_return_val_if_fail (self != NULL, NULL);

  area = self->walk != NULL ? self->walk->area : self->area;
  treatment = self->walk != NULL ? self->walk->treatment : self->treatment;
  return area != NULL && treatment != NULL
           ? gla_cycles_find (self->facts->cycles, treatment, area)
           : NULL;
}

const GlaAdverseEvent *
gla_handout_input_find_event (const GlaHandoutInput *self)
{
  const GPtrArray *events;

  g_return_val_if_fail (self != NULL && self->facts != NULL, NULL);

  events = self->facts->cycles->history->adverse_events;
  for (guint i = 0; self->event != NULL && i < events->len; i++)
    {
      const GlaAdverseEvent *event = events->pdata[i];

      if (g_strcmp0 (event->id, self->event) == 0)
        return event;
    }
  return events->len > 0 ? events->pdata[events->len - 1] : NULL;
}

GlaFacts *
gla_handout_input_make_facts (const GlaHandoutInput *self)
{
  GlaFactSubject subject = { NULL };

  g_return_val_if_fail (self != NULL && self->facts != NULL, NULL);

  if (self->walk != NULL)
    return gla_case_get_facts (self->walk, self->facts);
  subject.area = self->area != NULL ? self->area : "";
  subject.treatment = self->treatment;
  subject.since = self->facts->cycles->today;
  return gla_facts_new (self->facts, &subject);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-private.h"

#include "gla-i18n.h"

#include <string.h>

GlaCase *
gla_case_start (GlaProtocol         *protocol,
                const GlaFactInput  *input,
                const char          *area,
                const char          *treatment,
                GError             **error)
{
  g_autoptr (GlaCase) self = NULL;

  g_return_val_if_fail (protocol != NULL && input != NULL && area != NULL, NULL);

  self = gla_case_new (protocol, area, treatment, input->cycles->today);
  return gla_case_walk (self, input, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

/* The step and its visit that an answer is for. */
static void
get_place (const GlaCase  *self,
           const char    **step,
           int            *visit)
{
  *step = self->step;
  *visit = self->visit;
  if (self->cursor >= 0)
    {
      const GlaCaseVisit *entry = self->path->pdata[self->cursor];

      *step = entry->step;
      *visit = entry->visit;
    }
}

static gboolean
check_answer (const GlaCase       *self,
              const char          *answer,
              const char          *reason,
              GError             **error)
{
  const GlaStep *step = gla_case_get_step (self);
  const GlaStepAnswer *known = gla_step_find_answer (step, answer);

  if (known == NULL)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("the step “%s” has no answer “%s”"), step->id, answer);
      return FALSE;
    }
  if (known->needs_reason && (reason == NULL || reason[0] == '\0'))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("the answer “%s” needs a reason"), answer);
      return FALSE;
    }
  if (self->cursor < 0 && self->state != GLA_CASE_ASKING)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("the step “%s” is not to be answered yet"), step->id);
      return FALSE;
    }
  return TRUE;
}

GlaCase *
gla_case_answer (const GlaCase       *self,
                 const char          *answer,
                 const char          *reason,
                 const GlaFactInput  *input,
                 GError             **error)
{
  g_autoptr (GlaCase) next = NULL;
  const GlaCaseAnswer *before;
  const char *step;
  int visit;

  g_return_val_if_fail (self != NULL && answer != NULL && input != NULL, NULL);

  if (!check_answer (self, answer, reason, error))
    return NULL;
  next = gla_case_copy (self);
  get_place (self, &step, &visit);
  before = gla_case_find_answer (self, step, visit);
  if (self->cursor >= 0)
    {
      next->cursor = -1;
      /* The same answer changes nothing of what came after it. */
      if (before != NULL && strcmp (before->answer, answer) == 0)
        return g_steal_pointer (&next);
      gla_case_rewind (next, self->cursor);
    }
  gla_case_put_answer (next, step, visit, answer, reason, input->cycles->today);
  return gla_case_walk (next, input, FALSE, error) ? g_steal_pointer (&next) : NULL;
}

GlaCase *
gla_case_back (const GlaCase *self,
               const char    *step)
{
  int from;

  g_return_val_if_fail (self != NULL, NULL);

  from = self->cursor >= 0 && step == NULL ? self->cursor : (int) self->path->len;
  for (int i = from - 1; i >= 0; i--)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];
      const GlaStep *known = gla_protocol_find_step (self->protocol, visit->step);

      if (known != NULL && known->question != NULL &&
          (step == NULL || strcmp (visit->step, step) == 0))
        {
          GlaCase *next = gla_case_copy (self);

          next->cursor = i;
          return next;
        }
    }
  return NULL;
}

GlaCase *
gla_case_forward (const GlaCase *self)
{
  GlaCase *next;

  g_return_val_if_fail (self != NULL, NULL);

  next = gla_case_copy (self);
  next->cursor = -1;
  return next;
}

/* Facts that are computed from one that was stated. */
static gboolean
depends_on (const GlaStep *step,
            const char    *name)
{
  static const char *const from_session[] = { "days", "days-last", "last-injection-day" };

  /* A test is something new; it does not change what was decided before. */
  if (strcmp (name, "test-day") == 0)
    return FALSE;
  if (g_ptr_array_find_with_equal_func (step->names, name, g_str_equal, NULL))
    return TRUE;
  for (gsize i = 0; strcmp (name, "session-day") == 0 && i < G_N_ELEMENTS (from_session); i++)
    if (g_ptr_array_find_with_equal_func (step->names, from_session[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_later_test (const GlaCase *self,
               const char    *name,
               const char    *value,
               GlaDay         today)
{
  GlaDay day = gla_day_from_iso (value);

  if (strcmp (name, "test-day") != 0 && strcmp (name, "session-day") != 0)
    return TRUE;
  return day <= today;
}

GlaCase *
gla_case_state_fact (const GlaCase       *self,
                     const char          *name,
                     const char          *value,
                     const GlaFactInput  *input,
                     GError             **error)
{
  g_autoptr (GlaCase) next = NULL;

  g_return_val_if_fail (self != NULL && name != NULL && value != NULL && input != NULL, NULL);

  if (!gla_stated_fact_is_valid (name, value) ||
      !is_later_test (self, name, value, input->cycles->today))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("“%s” can’t be stated as “%s”"), name, value);
      return NULL;
    }
  next = gla_case_copy (self);
  g_ptr_array_add (next->stated, gla_stated_fact_new (name, value, input->cycles->today));
  for (guint i = 0; i < self->path->len; i++)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);

      if (step == NULL || !depends_on (step, name))
        continue;
      gla_case_rewind (next, (int) i);
      next->cursor = -1;
      break;
    }
  return gla_case_walk (next, input, FALSE, error) ? g_steal_pointer (&next) : NULL;
}

GlaCase *
gla_case_advance (const GlaCase       *self,
                  const GlaFactInput  *input,
                  GError             **error)
{
  g_autoptr (GlaCase) next = NULL;

  g_return_val_if_fail (self != NULL && input != NULL, NULL);

  next = gla_case_copy (self);
  /* A clock that was set back decides nothing. */
  if (input->cycles->today < self->reached)
    {
      g_ptr_array_add (next->news,
                       g_strdup (_("The computer’s date is before the last day of this case.")));
      return g_steal_pointer (&next);
    }
  return gla_case_walk (next, input, TRUE, error) ? g_steal_pointer (&next) : NULL;
}

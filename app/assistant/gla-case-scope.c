/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-scope.h"

#include "gla-case-private.h"

#include <math.h>
#include <string.h>

static const GlaCase *
get_case (gpointer user_data)
{
  return ((const GlaCaseScope *) user_data)->walk;
}

static gboolean
is_known_cb (const char *fact,
             gpointer    user_data)
{
  const GlaCaseScope *self = user_data;

  return self->is_known (fact, self->user_data);
}

/* The last visit of a step counts. */
static const char *
get_answer_cb (const char *step,
               gpointer    user_data)
{
  const GlaCase *walk = get_case (user_data);
  const GlaCaseAnswer *answer = NULL;

  if (walk != NULL)
    answer = gla_case_find_answer (walk, step, gla_case_count_visits (walk, step));
  return answer != NULL ? answer->answer : NULL;
}

static double
get_visits_cb (const char *step,
               gpointer    user_data)
{
  const GlaCase *walk = get_case (user_data);

  return walk != NULL ? gla_case_count_visits (walk, step) : 0;
}

/* The day on which the case came to a step, for the first or the last time. */
static GlaDay
find_reached (const GlaCase *walk,
              const char    *step,
              gboolean       first)
{
  GlaDay day = GLA_DAY_NONE;

  if (walk == NULL)
    return day;
  for (guint i = 0; i < walk->path->len; i++)
    {
      const GlaCaseVisit *visit = walk->path->pdata[i];

      if (strcmp (visit->step, step) == 0 && (day == GLA_DAY_NONE || !first))
        day = visit->reached;
    }
  if (strcmp (walk->step, step) == 0 && (day == GLA_DAY_NONE || !first))
    day = walk->reached;
  return day;
}

static double
get_days_since_cb (const char *step,
                   gpointer    user_data)
{
  const GlaCaseScope *self = user_data;
  GlaDay day = find_reached (self->walk, step, FALSE);

  return day != GLA_DAY_NONE ? self->input->cycles->today - day : NAN;
}

/* Of what goes on for long, such as a pause: since it began. */
static double
get_months_since_cb (const char *step,
                     gpointer    user_data)
{
  const GlaCaseScope *self = user_data;
  GlaDay day = find_reached (self->walk, step, TRUE);
  int months = 0;

  if (day == GLA_DAY_NONE)
    return NAN;
  while (gla_day_add_months (day, months + 1) <= self->input->cycles->today)
    months++;
  return months;
}

static gboolean
has_finding_cb (const char *id,
                gpointer    user_data)
{
  const GlaCase *walk = get_case (user_data);

  for (guint i = 0; walk != NULL && i < walk->findings->len; i++)
    if (strcmp (((const GlaCaseFinding *) walk->findings->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static double
get_constant_cb (const char *name,
                 gboolean    upper,
                 gpointer    user_data)
{
  const GlaConstants *constants = ((const GlaCaseScope *) user_data)->input->constants;

  return upper ? gla_constants_get_upper (constants, name) : gla_constants_get (constants, name);
}

gboolean
gla_case_scope_evaluate (const GlaCaseScope  *self,
                         const GlaCondition  *condition,
                         GlaXmlDoc           *doc,
                         gboolean            *holds,
                         GError             **error)
{
  const GlaConditionScope scope = {
    is_known_cb, get_answer_cb, get_visits_cb, get_days_since_cb, get_months_since_cb,
    has_finding_cb, get_constant_cb, (gpointer) self,
  };

  g_return_val_if_fail (self != NULL && condition != NULL && holds != NULL, FALSE);

  return gla_condition_evaluate (condition, doc, &scope, holds, error);
}

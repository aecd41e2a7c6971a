/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-stages.h"

#include "gla-i18n.h"

static GlaCaseStage *
stage_new (const char        *title,
           GlaCaseStageState  state)
{
  GlaCaseStage *self = g_new0 (GlaCaseStage, 1);

  self->title = title;
  self->state = state;
  self->visits = g_ptr_array_new ();
  self->findings = g_ptr_array_new ();
  return self;
}

static void
stage_free (gpointer data)
{
  GlaCaseStage *self = data;

  g_free (self->result);
  g_ptr_array_unref (self->visits);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static gboolean
looks_for_something (const GlaCase  *self,
                     const GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const GlaCaseVisit *visit = visits->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);

      if (step != NULL && step->finds->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* What was answered last in a stage; NULL if nothing was asked. */
static const char *
find_answer (const GlaCase   *self,
             const GPtrArray *visits)
{
  for (guint i = visits->len; i > 0; i--)
    {
      const GlaCaseVisit *visit = visits->pdata[i - 1];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);
      const GlaCaseAnswer *answer = gla_case_find_answer (self, visit->step, visit->visit);
      const GlaStepAnswer *given =
        step != NULL && answer != NULL ? gla_step_find_answer (step, answer->answer) : NULL;

      if (given != NULL)
        return gla_protocol_get_text (self->protocol, given->text);
    }
  return NULL;
}

/* What was found or answered, or where the last step led and why. */
static char *
describe_result (const GlaCase      *self,
                 const GlaCaseStage *stage)
{
  guint n = stage->findings->len;
  const char *answer;

  if (n == 1)
    return g_strdup (((const GlaCaseFinding *) stage->findings->pdata[0])->says);
  if (n > 1)
    return g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);
  if (looks_for_something (self, stage->visits))
    return g_strdup (_("Nothing found"));
  answer = find_answer (self, stage->visits);
  if (answer != NULL)
    return g_strdup (answer);
  if (stage->visits->len == 0)
    return NULL;
  return g_strdup (((const GlaCaseVisit *) stage->visits->pdata[stage->visits->len - 1])->words);
}

static void
add_findings (const GlaCase *self,
              const char    *step,
              GPtrArray     *findings)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      GlaCaseFinding *finding = self->findings->pdata[i];

      if (g_str_equal (finding->step, step) && !g_ptr_array_find (findings, finding, NULL))
        g_ptr_array_add (findings, finding);
    }
}

/* A step whose findings were made at a visit, or where the case stands now. */
static void
take_visit (const GlaCase *self,
            GlaCaseStage  *stage,
            GlaCaseVisit  *visit)
{
  g_ptr_array_add (stage->visits, visit);
  add_findings (self, visit->step, stage->findings);
}

static GPtrArray *
list_steps (const GlaCase *self,
            const GlaStep *present)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (stage_free);

  for (guint i = 0; i < self->path->len; i++)
    {
      GlaCaseVisit *visit = self->path->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);
      GlaCaseStage *stage;

      if (step == NULL)
        continue;
      stage = stage_new (gla_protocol_get_text (self->protocol, step->title),
                         (int) i == self->cursor ? GLA_CASE_STAGE_PRESENT : GLA_CASE_STAGE_DONE);
      take_visit (self, stage, visit);
      g_ptr_array_add (list, stage);
    }
  if (self->cursor < 0)
    g_ptr_array_add (list, stage_new (gla_protocol_get_text (self->protocol, present->title),
                                      GLA_CASE_STAGE_PRESENT));
  for (guint i = 0; i < list->len; i++)
    ((GlaCaseStage *) list->pdata[i])->result = describe_result (self, list->pdata[i]);
  return list;
}

static GlaCaseStage *
make_stage (const GlaCase  *self,
            const GlaStage *of,
            const GlaStep  *present)
{
  GlaCaseStage *stage = stage_new (gla_protocol_get_text (self->protocol, of->title),
                                   GLA_CASE_STAGE_AHEAD);

  for (guint i = 0; i < self->path->len; i++)
    {
      GlaCaseVisit *visit = self->path->pdata[i];
      const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);

      /* What came after the step that is looked back at is not what led to it. */
      if (step != NULL && step->stage == of
          && (present->stage != of || self->cursor < 0 || (int) i < self->cursor))
        take_visit (self, stage, visit);
    }
  if (stage->visits->len > 0)
    stage->state = GLA_CASE_STAGE_DONE;
  if (present->stage == of)
    {
      stage->state = GLA_CASE_STAGE_PRESENT;
      add_findings (self, present->id, stage->findings);
    }
  return stage;
}

GPtrArray *
gla_case_list_stages (const GlaCase *self)
{
  const GlaStep *present;
  GPtrArray *list;
  gboolean is_past = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  present = gla_case_get_step (self);
  if (self->protocol->stages->len == 0)
    return list_steps (self, present);
  list = g_ptr_array_new_with_free_func (stage_free);
  for (guint i = 0; i < self->protocol->stages->len; i++)
    {
      GlaCaseStage *stage = make_stage (self, self->protocol->stages->pdata[i], present);

      if (stage->state == GLA_CASE_STAGE_AHEAD
          && (!is_past || self->state == GLA_CASE_ENDED))
        {
          stage_free (stage);
          continue;
        }
      is_past = is_past || stage->state == GLA_CASE_STAGE_PRESENT;
      stage->result = describe_result (self, stage);
      g_ptr_array_add (list, stage);
    }
  return list;
}

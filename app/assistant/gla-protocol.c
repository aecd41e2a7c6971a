/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol.h"

#include "gla-i18n.h"
#include "gla-protocol-private.h"

#include <string.h>

static void
answer_free (gpointer data)
{
  GlaStepAnswer *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static void
branch_free (gpointer data)
{
  GlaStepBranch *self = data;

  gla_condition_free (self->condition);
  g_free (self->to);
  g_free (self->text);
  g_free (self);
}

static void
find_free (gpointer data)
{
  GlaStepFind *self = data;

  g_free (self->id);
  gla_condition_free (self->condition);
  g_free (self->place);
  g_free (self->says);
  g_free (self->correct);
  g_free (self->patient);
  gla_marked_clear (&self->mark);
  g_free (self);
}

static void
option_free (gpointer data)
{
  GlaStepOption *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->suits);
  g_free (self->course);
  g_free (self->limits);
  gla_marked_clear (&self->mark);
  g_free (self);
}

static void
stage_free (gpointer data)
{
  GlaStage *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static void
wait_free (GlaStepWait *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->constant);
  g_free (self->until);
  g_free (self);
}

static void
step_free (gpointer data)
{
  GlaStep *self = data;

  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->why);
  g_strfreev (self->facts);
  g_free (self->question);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->finds);
  g_ptr_array_unref (self->branches);
  g_free (self->outcome_text);
  wait_free (self->wait);
  gla_marked_free (self->practitioner);
  g_free (self->patient);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->constants);
  g_free (self);
}

GlaStep *
gla_step_new (void)
{
  GlaStep *self = g_new0 (GlaStep, 1);

  self->why = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->finds = g_ptr_array_new_with_free_func (find_free);
  self->branches = g_ptr_array_new_with_free_func (branch_free);
  self->options = g_ptr_array_new_with_free_func (option_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->constants = g_ptr_array_new_with_free_func (g_free);
  return self;
}

GlaProtocol *
gla_protocol_new (void)
{
  GlaProtocol *self = g_atomic_rc_box_new0 (GlaProtocol);

  self->cautions = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

GlaProtocol *
gla_protocol_ref (const GlaProtocol *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaProtocol *) self);
}

static void
clear (gpointer data)
{
  GlaProtocol *self = data;

  g_free (self->key);
  g_free (self->version);
  g_free (self->title);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->stages);
}

void
gla_protocol_unref (GlaProtocol *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

const GlaStep *
gla_protocol_find_step (const GlaProtocol *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const GlaStep *step = self->steps->pdata[i];

      if (g_strcmp0 (step->id, id) == 0)
        return step;
    }
  return NULL;
}

const GlaStage *
gla_protocol_find_stage (const GlaProtocol *self,
                         const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const GlaStage *stage = self->stages->pdata[i];

      if (g_strcmp0 (stage->id, id) == 0)
        return stage;
    }
  return NULL;
}

const GlaStepFind *
gla_protocol_find_find (const GlaProtocol *self,
                        const char        *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const GlaStep *step = self->steps->pdata[i];

      for (guint k = 0; k < step->finds->len; k++)
        {
          const GlaStepFind *find = step->finds->pdata[k];

          if (g_strcmp0 (find->id, id) == 0)
            return find;
        }
    }
  return NULL;
}

const char *
gla_protocol_get_text (const GlaProtocol *self,
                       const char        *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (text == NULL || text[0] == '\0' || self->is_own)
    return text;
  return _(text);
}

const GlaStepAnswer *
gla_step_find_answer (const GlaStep *self,
                      const char    *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const GlaStepAnswer *answer = self->answers->pdata[i];

      if (g_strcmp0 (answer->id, id) == 0)
        return answer;
    }
  return NULL;
}

const char *
gla_outcome_kind_to_key (GlaOutcomeKind kind)
{
  switch (kind)
    {
    case GLA_OUTCOME_NONE:
      return "";
    case GLA_OUTCOME_STOP:
      return "stop";
    case GLA_OUTCOME_WAIT:
      return "wait";
    case GLA_OUTCOME_PLAN:
      return "plan";
    case GLA_OUTCOME_CLOSE:
      return "close";
    default:
      g_return_val_if_reached ("");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol-private.h"

#include "gla-fact-table.h"
#include "gla-i18n.h"

#include <string.h>

/* A protocol that a person can follow has fewer; it also bounds the work of checking. */
#define MAX_STEPS 400

/* Where a name is looked up, and what the step that uses it is told. */
typedef struct
{
  GlaProtocol *protocol;
  GlaCatalogue *catalogue;
  const char *name;       /* of the file */
  GlaStep *step;
  GError **error;
} Check;

static gboolean
fail (Check      *check,
      long        line,
      const char *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Check      *check,
      long        line,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (check->error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_REFERENCE,
               _("%s, line %ld: %s"), check->name, line, message);
  return FALSE;
}

static void
add_once (GPtrArray  *names,
          const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* A fact brings the constants along that it is computed with. */
static gboolean
use_fact (Check      *check,
          const char *name)
{
  const GlaFactInfo *info = gla_fact_table_find (name);
  g_auto (GStrv) constants = NULL;

  if (info == NULL)
    return FALSE;
  add_once (check->step->names, name);
  constants = g_strsplit (info->constants, " ", -1);
  for (guint i = 0; constants[i] != NULL; i++)
    if (constants[i][0] != '\0')
      add_once (check->step->constants, constants[i]);
  return TRUE;
}

static gboolean
use_constant (Check      *check,
              const char *name)
{
  if (gla_catalogue_find_constant (check->catalogue, name) == NULL)
    return FALSE;
  add_once (check->step->constants, name);
  return TRUE;
}

static gboolean
is_answer (Check      *check,
           const char *name)
{
  const char *sign = strrchr (name, '=');
  g_autofree char *id = g_strndup (name, (gsize) (sign - name));
  const GlaStep *step = gla_protocol_find_step (check->protocol, id);

  return step != NULL && gla_step_find_answer (step, sign + 1) != NULL;
}

static gboolean
name_cb (GlaConditionName  kind,
         const char       *name,
         gpointer          user_data)
{
  Check *check = user_data;

  switch (kind)
    {
    case GLA_CONDITION_FACT:
      return use_fact (check, name);
    case GLA_CONDITION_STEP:
      return gla_protocol_find_step (check->protocol, name) != NULL;
    case GLA_CONDITION_ANSWER:
      return is_answer (check, name);
    case GLA_CONDITION_FINDING:
      return gla_protocol_find_find (check->protocol, name) != NULL;
    case GLA_CONDITION_CONSTANT:
      return use_constant (check, name);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_condition (Check              *check,
                 const GlaCondition *condition,
                 long                line)
{
  g_autofree char *problem = NULL;

  if (condition == NULL || gla_condition_check (condition, name_cb, check, &problem))
    return TRUE;
  return fail (check, line, _("%s, in the condition “%s”"),
               problem != NULL ? problem : _("an odd quote"), gla_condition_get_text (condition));
}

/* Names in {braces} are facts or constants. */
static gboolean
check_text (Check      *check,
            const char *text,
            long        line)
{
  const char *at = text != NULL ? text : "";

  while ((at = strpbrk (at, "{}")) != NULL)
    {
      const char *end = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      g_autofree char *name = NULL;

      if (end == NULL || *end != '}')
        return fail (check, line, _("a brace without its partner in “%s”"), text);
      name = g_strndup (at + 1, (gsize) (end - at - 1));
      if (gla_fact_table_find (name) == NULL && !use_constant (check, name))
        return fail (check, line, _("there is no fact “%s”, named in a text"), name);
      at = end + 1;
    }
  return TRUE;
}

static gboolean
check_mark (Check           *check,
            const GlaMarked *mark,
            long             line)
{
  for (guint i = 0; mark->sources[i] != NULL; i++)
    if (gla_catalogue_find_source (check->catalogue, mark->sources[i]) == NULL)
      return fail (check, line, _("there is no source “%s”"), mark->sources[i]);
  return check_text (check, mark->text, line);
}

static gboolean
check_finds (Check *check)
{
  const GlaStep *step = check->step;

  for (guint i = 0; i < step->finds->len; i++)
    {
      const GlaStepFind *find = step->finds->pdata[i];

      if (gla_protocol_find_find (check->protocol, find->id) != find)
        return fail (check, find->line, _("the finding “%s” stands twice"), find->id);
      if (!check_condition (check, find->condition, find->line) ||
          !check_mark (check, &find->mark, find->line) ||
          !check_text (check, find->says, find->line) ||
          !check_text (check, find->correct, find->line) ||
          !check_text (check, find->patient, find->line))
        return FALSE;
    }
  return TRUE;
}

/* A question must lead on whatever is answered, so its last branch always holds. */
static gboolean
check_branches (Check *check)
{
  const GlaStep *step = check->step;
  guint n = step->branches->len;

  for (guint i = 0; i < n; i++)
    {
      const GlaStepBranch *branch = step->branches->pdata[i];

      if (gla_protocol_find_step (check->protocol, branch->to) == NULL)
        return fail (check, branch->line, _("there is no step “%s”"), branch->to);
      if (branch->condition == NULL && i + 1 < n)
        return fail (check, branch->line, _("a branch without “when” must be the last one"));
      if (!check_condition (check, branch->condition, branch->line) ||
          !check_text (check, branch->text, branch->line))
        return FALSE;
      if (branch->condition == NULL && step->wait != NULL && step->question == NULL)
        return fail (check, branch->line, _("a step that waits would not wait with this branch"));
      if (branch->condition != NULL && i + 1 == n && step->wait == NULL)
        return fail (check, branch->line, _("the last branch must be without “when”"));
      if (branch->condition != NULL && i + 1 == n && step->question != NULL)
        return fail (check, branch->line, _("the last branch must be without “when”"));
    }
  if (n == 0 && (step->question != NULL || step->wait != NULL || step->finds->len > 0))
    return fail (check, step->line, _("the step “%s” leads nowhere"), step->id);
  if (n == 0 && step->outcome != GLA_OUTCOME_STOP && step->outcome != GLA_OUTCOME_CLOSE)
    return fail (check, step->line, _("the step “%s” ends the case and does not say so"),
                 step->id);
  return TRUE;
}

static gboolean
is_duration (Check      *check,
             const char *name)
{
  static const char *const units[] = { "days", "weeks", "months", "calendar months", NULL };
  const GlaConstant *constant = gla_catalogue_find_constant (check->catalogue, name);

  return constant != NULL && g_strv_contains (units, constant->unit);
}

static gboolean
check_wait (Check *check)
{
  const GlaStep *step = check->step;
  const GlaStepWait *wait = step->wait;
  const GlaFactInfo *from;

  if (wait == NULL)
    return TRUE;
  from = gla_fact_table_find (wait->from);
  if (strcmp (wait->from, "step") != 0 && (from == NULL || from->type != GLA_FACT_TYPE_DAY))
    return fail (check, step->line, _("“%s” is no fact that is a day"), wait->from);
  if (wait->constant != NULL && !is_duration (check, wait->constant))
    return fail (check, step->line, _("“%s” is no constant in days or months"), wait->constant);
  if (wait->until != NULL && !is_duration (check, wait->until))
    return fail (check, step->line, _("“%s” is no constant in days or months"), wait->until);
  if (wait->constant != NULL)
    add_once (check->step->constants, wait->constant);
  if (wait->until != NULL)
    add_once (check->step->constants, wait->until);
  return TRUE;
}

static gboolean
check_answers (Check *check)
{
  const GlaStep *step = check->step;

  for (guint i = 0; i < step->answers->len; i++)
    {
      const GlaStepAnswer *answer = step->answers->pdata[i];

      if (gla_step_find_answer (step, answer->id) != answer)
        return fail (check, step->line, _("the answer “%s” stands twice"), answer->id);
      if (!check_text (check, answer->text, step->line))
        return FALSE;
    }
  return check_text (check, step->question, step->line);
}

static gboolean
check_texts (Check *check)
{
  const GlaStep *step = check->step;

  for (guint i = 0; step->facts[i] != NULL; i++)
    if (gla_fact_table_find (step->facts[i]) == NULL)
      return fail (check, step->line, _("there is no fact “%s”"), step->facts[i]);
  for (guint i = 0; i < step->why->len; i++)
    if (!check_mark (check, step->why->pdata[i], step->line))
      return FALSE;
  for (guint i = 0; i < step->options->len; i++)
    {
      const GlaStepOption *option = step->options->pdata[i];

      if (!check_mark (check, &option->mark, step->line) ||
          !check_text (check, option->title, step->line) ||
          !check_text (check, option->suits, step->line) ||
          !check_text (check, option->course, step->line) ||
          !check_text (check, option->limits, step->line))
        return FALSE;
    }
  if (step->practitioner != NULL && !check_mark (check, step->practitioner, step->line))
    return FALSE;
  return check_text (check, step->title, step->line) &&
         check_text (check, step->patient, step->line) &&
         check_text (check, step->outcome_text, step->line);
}

static gboolean
check_stages (Check *check)
{
  const GPtrArray *stages = check->protocol->stages;

  for (guint i = 0; i < stages->len; i++)
    {
      const GlaStage *stage = stages->pdata[i];

      if (gla_protocol_find_stage (check->protocol, stage->id) != stage)
        return fail (check, stage->line, _("the stage “%s” stands twice"), stage->id);
    }
  return TRUE;
}

static void
mark_reached (Check      *check,
              GHashTable *reached,
              const char *id)
{
  const GlaStep *step = gla_protocol_find_step (check->protocol, id);

  if (!g_hash_table_add (reached, (gpointer) step->id))
    return;
  for (guint i = 0; i < step->branches->len; i++)
    mark_reached (check, reached, ((const GlaStepBranch *) step->branches->pdata[i])->to);
}

static gboolean
check_reached (Check *check)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *steps = check->protocol->steps;

  mark_reached (check, reached, ((const GlaStep *) steps->pdata[0])->id);
  for (guint i = 0; i < steps->len; i++)
    {
      const GlaStep *step = steps->pdata[i];

      if (!g_hash_table_contains (reached, step->id))
        return fail (check, step->line, _("nothing leads to the step “%s”"), step->id);
    }
  return TRUE;
}

/* A case begins with the screen for red flags, and one of its answers stops it. */
static gboolean
check_gate (Check *check)
{
  const GlaStep *first = check->protocol->steps->pdata[0];

  if (!first->is_gate || first->question == NULL)
    return fail (check, first->line, _("the first step must be the screen for red flags"));
  for (guint i = 0; i < first->branches->len; i++)
    {
      const GlaStepBranch *branch = first->branches->pdata[i];
      const GlaStep *to = gla_protocol_find_step (check->protocol, branch->to);

      if (to != NULL && to->outcome == GLA_OUTCOME_STOP)
        return TRUE;
    }
  return fail (check, first->line, _("no answer to the screen for red flags stops the case"));
}

gboolean
gla_protocol_check (GlaProtocol   *self,
                    const char    *name,
                    GlaCatalogue  *catalogue,
                    GError       **error)
{
  Check check = { self, catalogue, name, NULL, error };

  if (self->steps->len > MAX_STEPS)
    return fail (&check, 1, _("more than %d steps"), MAX_STEPS);
  for (guint i = 0; i < self->steps->len; i++)
    {
      check.step = self->steps->pdata[i];
      if (gla_protocol_find_step (self, check.step->id) != check.step)
        return fail (&check, check.step->line, _("the step “%s” stands twice"), check.step->id);
      if (!check_answers (&check) || !check_finds (&check) || !check_branches (&check) ||
          !check_wait (&check) || !check_texts (&check))
        return FALSE;
    }
  for (guint i = 0; i < self->cautions->len; i++)
    if (!check_mark (&check, self->cautions->pdata[i], 1))
      return FALSE;
  return check_stages (&check) && check_gate (&check) && check_reached (&check);
}

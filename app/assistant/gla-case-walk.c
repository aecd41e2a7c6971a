/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-private.h"
#include "gla-case-scope.h"
#include "gla-i18n.h"

#include <string.h>

/* Steps that a case may go on at once: a protocol that goes round in circles stops here. */
#define MAX_STRIDE 300

/* A case on its way, with what its conditions ask. */
typedef struct
{
  GlaCase *self;
  const GlaFactInput *input;
  GlaFacts *facts;
  GlaXmlDoc *doc;
} Walk;

static gboolean
is_known_cb (const char *fact,
             gpointer    user_data)
{
  Walk *walk = user_data;

  return gla_fact_table_find (fact) != NULL && gla_facts_find (walk->facts, fact)->known;
}

static gboolean
evaluate (Walk                *walk,
          const GlaCondition  *condition,
          gboolean            *holds,
          GError             **error)
{
  const GlaCaseScope scope = { walk->self, walk->input, is_known_cb, walk };

  return gla_case_scope_evaluate (&scope, condition, walk->doc, holds, error);
}

static void
walk_clear (Walk *walk)
{
  g_clear_pointer (&walk->facts, gla_facts_free);
  g_clear_pointer (&walk->doc, gla_xml_doc_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* The facts change with the findings: they are put together anew after those. */
static void
renew_facts (Walk *walk)
{
  walk_clear (walk);
  walk->facts = gla_case_get_facts (walk->self, walk->input);
  walk->doc = gla_facts_to_xml (walk->facts);
}

static void
drop_finding (GlaCase    *self,
              const char *id)
{
  for (guint i = self->findings->len; i > 0; i--)
    if (strcmp (((const GlaCaseFinding *) self->findings->pdata[i - 1])->id, id) == 0)
      g_ptr_array_remove_index (self->findings, i - 1);
}

static gboolean
is_part_of_name (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.';
}

/* Whether a condition names a fact as a whole word. */
static gboolean
names_fact (const char *text,
            const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    if ((at == text || !is_part_of_name (at[-1])) && !is_part_of_name (at[length]))
      return TRUE;
  return FALSE;
}

/* The rows of all facts that the condition of a finding names. */
static void
add_rows (Walk              *walk,
          const GlaStepFind *find,
          GPtrArray         *rows)
{
  const char *condition = gla_condition_get_text (find->condition);
  guint n;
  const GlaFactInfo *table = gla_fact_table_get (&n);

  for (guint i = 0; i < n; i++)
    {
      const GPtrArray *found = gla_facts_find (walk->facts, table[i].name)->rows;

      if (found->len == 0 || !names_fact (condition, table[i].name))
        continue;
      for (guint k = 0; k < found->len; k++)
        if (!g_ptr_array_find_with_equal_func (rows, found->pdata[k], g_str_equal, NULL))
          g_ptr_array_add (rows, g_strdup (found->pdata[k]));
    }
}

static void
add_finding (Walk              *walk,
             const GlaStepFind *find)
{
  GlaCaseFinding *finding = gla_case_finding_new ();

  finding->id = g_strdup (find->id);
  finding->step = g_strdup (walk->self->step);
  finding->level = find->level;
  finding->place = g_strdup (find->place);
  finding->says = gla_case_fill (walk->self, find->says, walk->facts);
  finding->correct = gla_case_fill (walk->self, find->correct, walk->facts);
  finding->day = walk->input->cycles->today;
  add_rows (walk, find, finding->rows);
  g_ptr_array_add (walk->self->findings, finding);
}

/* Every hit of a step is kept: looking does not stop at the first (evidence, S5). */
static gboolean
look (Walk           *walk,
      const GlaStep  *step,
      GError        **error)
{
  for (guint i = 0; i < step->finds->len; i++)
    {
      const GlaStepFind *find = step->finds->pdata[i];
      gboolean holds;

      if (!evaluate (walk, find->condition, &holds, error))
        return FALSE;
      drop_finding (walk->self, find->id);
      if (holds)
        add_finding (walk, find);
    }
  if (step->finds->len > 0)
    renew_facts (walk);
  return TRUE;
}

static GlaDay
move_by_constant (Walk       *walk,
                  GlaDay      day,
                  const char *name,
                  gboolean    upper)
{
  const GlaConstant *constant =
    gla_catalogue_find_constant (gla_constants_get_catalogue (walk->input->constants), name);
  const GlaConstants *constants = walk->input->constants;
  int value = (int) (upper ? gla_constants_get_upper (constants, name)
                           : gla_constants_get (constants, name));

  if (constant == NULL)
    return day;
  if (strcmp (constant->unit, "weeks") == 0)
    return day + 7 * value;
  return strcmp (constant->unit, "days") == 0 ? day + value : gla_day_add_months (day, value);
}

/* From when and until when. A day that is not known is that on which the step was reached. */
static void
set_wait (Walk          *walk,
          const GlaStep *step)
{
  const GlaStepWait *wait = step->wait;
  GlaDay from = walk->self->reached;

  walk->self->due = walk->self->until = GLA_DAY_NONE;
  if (wait == NULL)
    return;
  if (strcmp (wait->from, "step") != 0 && gla_facts_find (walk->facts, wait->from)->known)
    from = gla_facts_find (walk->facts, wait->from)->day;
  walk->self->due = from;
  if (wait->days >= 0)
    walk->self->due = from + wait->days;
  if (wait->months >= 0)
    walk->self->due = gla_day_add_months (from, wait->months);
  if (wait->constant != NULL)
    walk->self->due = move_by_constant (walk, from, wait->constant, wait->upper);
  if (wait->until != NULL)
    walk->self->until = move_by_constant (walk, from, wait->until, TRUE);
}

/* Index of the first branch that holds, or -1. */
static gboolean
choose (Walk           *walk,
        const GlaStep  *step,
        int            *chosen,
        GError        **error)
{
  *chosen = -1;
  for (guint i = 0; i < step->branches->len && *chosen < 0; i++)
    {
      const GlaStepBranch *branch = step->branches->pdata[i];
      gboolean holds = TRUE;

      if (branch->condition != NULL &&
          !evaluate (walk, branch->condition, &holds, error))
        return FALSE;
      if (holds)
        *chosen = (int) i;
    }
  return TRUE;
}

static void
go (Walk          *walk,
    const GlaStep *step,
    int            index,
    gboolean       by_itself)
{
  const GlaStepBranch *branch = step->branches->pdata[index];
  GlaCase *self = walk->self;
  GlaCaseVisit *visit = gla_case_visit_new ();

  visit->step = g_steal_pointer (&self->step);
  visit->visit = self->visit;
  visit->reached = self->reached;
  visit->left = walk->input->cycles->today;
  visit->to = g_strdup (branch->to);
  visit->branch = index;
  visit->words = gla_case_fill (self, branch->text, walk->facts);
  visit->by_itself = by_itself;
  if (by_itself)
    g_ptr_array_add (self->news, g_strdup (visit->words));
  g_ptr_array_add (self->path, visit);
  self->step = g_strdup (branch->to);
  self->visit = gla_case_count_visits (self, branch->to);
  self->reached = walk->input->cycles->today;
}

/* What stands in the way of going on at once: a question, or a time that is not over. */
static gboolean
stands (Walk          *walk,
        const GlaStep *step)
{
  GlaCase *self = walk->self;

  if (step->branches->len == 0)
    {
      self->state = GLA_CASE_ENDED;
      return TRUE;
    }
  if (step->question == NULL)
    return FALSE;
  if (step->wait != NULL && walk->input->cycles->today < self->due)
    {
      self->state = GLA_CASE_WAITING;
      return TRUE;
    }
  self->state = GLA_CASE_ASKING;
  return gla_case_find_answer (self, self->step, self->visit) == NULL;
}

/* Answers to questions that the case no longer comes to are kept and marked. */
static void
mark_answers (GlaCase *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      GlaCaseAnswer *answer = self->answers->pdata[i];

      answer->follows = answer->visit <= gla_case_count_visits (self, answer->step);
    }
}

gboolean
gla_case_walk (GlaCase             *self,
               const GlaFactInput  *input,
               gboolean             by_itself,
               GError             **error)
{
  g_auto (Walk) walk = { self, input };

  renew_facts (&walk);
  for (guint i = 0; i < MAX_STRIDE; i++)
    {
      const GlaStep *step = gla_protocol_find_step (self->protocol, self->step);
      int branch = -1;

      if (!look (&walk, step, error))
        return FALSE;
      set_wait (&walk, step);
      if (!stands (&walk, step) && !choose (&walk, step, &branch, error))
        return FALSE;
      if (branch < 0)
        {
          if (step->question == NULL && step->branches->len > 0)
            self->state = GLA_CASE_WAITING;
          mark_answers (self);
          return TRUE;
        }
      go (&walk, step, branch, by_itself);
    }
  g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
               _("the protocol goes round in circles at the step “%s”"), self->step);
  return FALSE;
}

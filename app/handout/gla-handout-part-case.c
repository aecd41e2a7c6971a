/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a sheet that come from a case of the assistant. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-i18n.h"
#include "gla-language.h"

#include <string.h>

/* What a case needs to be told; clear with part_clear(). */
typedef struct
{
  const GlaHandoutInput *input;
  const GlaCase *walk;
  const GlaFacts *facts;
  GlaCasePlan *plan;
} Part;

static gboolean
part_init (Part                  *part,
           const GlaHandoutFacts *facts)
{
  part->input = gla_handout_facts_get_input (facts);
  part->walk = part->input->walk;
  part->facts = gla_handout_facts_get_facts (facts);
  part->plan = part->walk != NULL ? gla_case_plan_new (part->walk, part->input->facts) : NULL;
  return part->walk != NULL;
}

static void
part_clear (Part *part)
{
  g_clear_pointer (&part->plan, gla_case_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

/* Several findings can mean the same to a patient: said once. */
void
gla_handout_add_findings (const GlaHandoutFacts *facts,
                          GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!part_init (&part, facts))
    return;
  for (guint i = 0; i < part.plan->findings->len; i++)
    {
      const GlaCaseFinding *finding = part.plan->findings->pdata[i];
      const GlaStepFind *find = gla_protocol_find_find (part.walk->protocol, finding->id);
      char *text = find != NULL ? gla_case_fill (part.walk, find->patient, part.facts) : NULL;

      if (text == NULL || text[0] == '\0' || g_hash_table_contains (said, text))
        {
          g_free (text);
          continue;
        }
      gla_block_add_item (blocks, GLA_BLOCK_BULLET, text);
      g_hash_table_add (said, text);
    }
}

static char *
join_sources (const GlaMarked *mark)
{
  g_autofree char *keys = g_strjoinv (", ", mark->sources);
  g_autofree char *marks = gla_marks_dup_text (mark->marks & ~GLA_MARK_OWN);

  if (marks[0] == '\0')
    return g_steal_pointer (&keys);
  return keys[0] == '\0' ? g_steal_pointer (&marks) : g_strdup_printf ("%s (%s)", keys, marks);
}

void
gla_handout_add_findings_in_full (const GlaHandoutFacts *facts,
                                  GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  GlaBlock *table;

  if (!part_init (&part, facts))
    return;
  if (part.plan->findings->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("Nothing was found so far."));
      return;
    }
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("What the record shows"), 4.2, FALSE);
  gla_block_add_column (table, _("What can be put right"), 3.2, FALSE);
  gla_block_add_column (table, _("Sources"), 1.6, FALSE);
  for (guint i = 0; i < part.plan->findings->len; i++)
    {
      const GlaCaseFinding *finding = part.plan->findings->pdata[i];
      const GlaStepFind *find = gla_protocol_find_find (part.walk->protocol, finding->id);

      gla_block_add_row (table, g_strdup (finding->says),
                         g_strdup (finding->correct != NULL ? finding->correct : "–"),
                         find != NULL ? join_sources (&find->mark) : NULL);
    }
}

/* What was answered, with its reason, and why the case went on. */
static char *
describe_visit (const Part         *part,
                const GlaCaseVisit *visit)
{
  const GlaStep *step = gla_protocol_find_step (part->walk->protocol, visit->step);
  const GlaCaseAnswer *answer = gla_case_find_answer (part->walk, visit->step, visit->visit);
  const GlaStepAnswer *given =
    step != NULL && answer != NULL ? gla_step_find_answer (step, answer->answer) : NULL;
  const char *text;

  if (given == NULL)
    return g_strdup (visit->words);
  text = gla_protocol_get_text (part->walk->protocol, given->text);
  if (answer->reason != NULL && answer->reason[0] != '\0')
    /* Translators: an answer, the reason given for it, and why the case went on */
    return g_strdup_printf (_("“%s” (%s). %s"), text, answer->reason, visit->words);
  /* Translators: an answer, and why the case went on */
  return g_strdup_printf (_("“%s”. %s"), text, visit->words);
}

/* A step of the record's review that asks nothing and leads on in one way. */
static gboolean
is_passed_through (const Part         *part,
                   const GlaCaseVisit *visit)
{
  const GlaStep *step = gla_protocol_find_step (part->walk->protocol, visit->step);

  return step != NULL && step->question == NULL && step->branches->len == 1 &&
         step->outcome == GLA_OUTCOME_NONE;
}

static void
add_visit (const Part         *part,
           const GlaCaseVisit *visit,
           GlaBlock           *table)
{
  const GlaStep *step = gla_protocol_find_step (part->walk->protocol, visit->step);
  const char *title =
    step != NULL ? gla_protocol_get_text (part->walk->protocol, step->title) : "";

  gla_block_add_row (table, g_strdup_printf ("%s  %s", visit->step, title),
                     gla_day_format (visit->left, GLA_DAY_EXACT), describe_visit (part, visit));
}

/* Steps that were only passed through, from @first on, in one row; how many. */
static guint
add_passed (const Part *part,
            guint       first,
            GlaBlock   *table)
{
  const GPtrArray *path = part->walk->path;
  const GlaCaseVisit *begin = path->pdata[first];
  const GlaStep *step = gla_protocol_find_step (part->walk->protocol, begin->step);
  guint n = 1;

  while (first + n < path->len && is_passed_through (part, path->pdata[first + n]))
    n++;
  if (n == 1)
    {
      add_visit (part, begin, table);
      return n;
    }
  gla_block_add_row (table,
                     g_strdup_printf ("%s–%s  %s", begin->step,
                                      ((const GlaCaseVisit *) path->pdata[first + n - 1])->step,
                                      gla_protocol_get_text (part->walk->protocol, step->title)),
                     gla_day_format (begin->left, GLA_DAY_EXACT),
                     g_strdup (_("Looked through; what was found stands above.")));
  return n;
}

static const char *
get_state (const GlaCase *walk)
{
  switch (walk->state)
    {
    case GLA_CASE_ASKING:
      return _("Not answered yet.");
    case GLA_CASE_WAITING:
      return _("The case waits here.");
    case GLA_CASE_ENDED:
      return _("The case ended here.");
    default:
      g_return_val_if_reached ("");
    }
}

void
gla_handout_add_steps (const GlaHandoutFacts *facts,
                       GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  const GlaStep *stands;
  GlaBlock *table;

  if (!part_init (&part, facts))
    return;
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Step"), 3.4, FALSE);
  gla_block_add_column (table, _("Day"), 1.2, FALSE);
  gla_block_add_column (table, _("Answer, and why it went on"), 5.4, FALSE);
  for (guint i = 0; i < part.walk->path->len;)
    {
      const GlaCaseVisit *visit = part.walk->path->pdata[i];

      if (is_passed_through (&part, visit))
        {
          i += add_passed (&part, i, table);
          continue;
        }
      add_visit (&part, visit, table);
      i++;
    }
  stands = gla_protocol_find_step (part.walk->protocol, part.walk->step);
  gla_block_add_row (table,
                     g_strdup_printf ("%s  %s", stands->id,
                                      gla_protocol_get_text (part.walk->protocol, stands->title)),
                     gla_day_format (part.walk->reached, GLA_DAY_EXACT),
                     g_strdup (get_state (part.walk)));
}

void
gla_handout_add_missing (const GlaHandoutFacts *facts,
                         GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  g_autoptr (GString) line = g_string_new (NULL);

  if (!part_init (&part, facts))
    return;
  for (guint i = 0; i < part.plan->missing->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? "; " : "",
                            gla_fact_info_get_meaning (part.plan->missing->pdata[i]));
  gla_block_add (blocks, GLA_BLOCK_NOTE,
                 line->len > 0 ? line->str : _("Every fact that was asked for is known."));
}

void
gla_handout_add_options (const GlaHandoutFacts *facts,
                         GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  GlaBlock *table;

  if (!part_init (&part, facts) || part.plan->options == NULL)
    return;
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Option"), 1.7, FALSE);
  gla_block_add_column (table, _("Suits"), 2.2, FALSE);
  gla_block_add_column (table, _("Course"), 2.6, FALSE);
  gla_block_add_column (table, _("Limits"), 2.6, FALSE);
  gla_block_add_column (table, _("Sources"), 1.3, FALSE);
  for (guint i = 0; i < part.plan->options->options->len; i++)
    {
      const GlaStepOption *option = part.plan->options->options->pdata[i];

      gla_block_add_row (table, gla_case_fill (part.walk, option->title, part.facts),
                         gla_case_fill (part.walk, option->suits, part.facts),
                         gla_case_fill (part.walk, option->course, part.facts),
                         gla_case_fill (part.walk, option->limits, part.facts),
                         join_sources (&option->mark));
    }
}

void
gla_handout_add_settings (const GlaHandoutFacts *facts,
                          GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  g_autoptr (GString) line = g_string_new (NULL);

  if (!part_init (&part, facts) || part.plan->settings->len == 0)
    return;
  for (guint i = 0; i < part.plan->settings->len; i++)
    {
      const GlaConstants *constants = part.input->facts->constants;
      const char *name = part.plan->settings->pdata[i];
      double low = gla_constants_get (constants, name);
      double high = gla_constants_get_upper (constants, name);

      g_autofree char *low_text = gla_number_format_short (low);
      g_autofree char *high_text = gla_number_format_short (high);

      g_string_append_printf (line, "%s%s = %s", i > 0 ? "; " : "", name, low_text);
      if (high > low)
        g_string_append_printf (line, "–%s", high_text);
      g_string_append_printf (line, " (%s)", gla_constants_is_edited (constants, name)
                                               ? _("the clinic’s own")
                                               : gla_mark_get_word (GLA_MARK_DEFAULT));
    }
  gla_block_add (blocks, GLA_BLOCK_NOTE, line->str);
}

void
gla_handout_add_cautions (const GlaHandoutFacts *facts,
                          GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };

  if (!part_init (&part, facts))
    return;
  for (guint i = 0; i < part.walk->protocol->cautions->len; i++)
    {
      const GlaMarked *caution = part.walk->protocol->cautions->pdata[i];
      g_autofree char *keys = join_sources (caution);
      g_autofree char *text =
        keys[0] == '\0'
          ? g_strdup (gla_protocol_get_text (part.walk->protocol, caution->text))
          : g_strdup_printf ("%s [%s]", gla_protocol_get_text (part.walk->protocol, caution->text),
                             keys);

      gla_block_add (blocks, GLA_BLOCK_NOTE, text);
    }
}

/* "K25 (REV) Kroumpouzos G, … Ties: …": run in, for there are many; kind and ties always. */
void
gla_handout_add_sources (const GlaHandoutFacts *facts,
                         GPtrArray             *blocks)
{
  g_auto (Part) part = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  if (!part_init (&part, facts) || part.plan->sources->len == 0)
    return;
  for (guint i = 0; i < part.plan->sources->len; i++)
    {
      const GlaSource *source = part.plan->sources->pdata[i];

      g_string_append_printf (text, "%s%s (%s) %s.", i > 0 ? " · " : "", source->key, source->kind,
                              source->reference);
      if (source->ties[0] != '\0')
        /* Translators: ties of a source to makers, behind its reference */
        g_string_append_printf (text, _(" Ties: %s."), source->ties);
    }
  gla_block_add (blocks, GLA_BLOCK_NOTE, text->str);
  gla_block_add (blocks, GLA_BLOCK_NOTE,
                 _("In brackets the kind of evidence: LABEL product label, RCT randomised trial, MA "
                   "meta-analysis, OBS observation, CONS consensus, REV review, CASE single cases, "
                   "SURV survey, BASIC laboratory. Without “Ties” none to makers were noted."));
}

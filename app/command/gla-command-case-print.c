/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-case-print.h"

#include "gla-i18n.h"

#include <stdio.h>

/* One text in one line behind its name. */
static void
print_line (const char *indent,
            const char *name,
            const char *text)
{
  if (text != NULL && text[0] != '\0')
    printf ("%s%s %s\n", indent, name, text);
}

static void
print_day (const char *name,
           GlaDay      day)
{
  g_autofree char *text = gla_day_format (day, GLA_DAY_EXACT);

  if (day != GLA_DAY_NONE)
    print_line ("  ", name, text);
}

/* "days: 17 days [treatment-1]", and whether somebody stated it. */
static void
print_fact (const GlaCaseFact *fact)
{
  g_autofree char *value = gla_case_fact_format (fact);

  printf ("  %s: %s", fact->info->name, value);
  if (fact->known && fact->info->unit[0] != '\0')
    printf (" %s", fact->info->unit);
  if (fact->stated)
    printf (" (%s)", _("stated"));
  for (guint i = 0; i < fact->rows->len; i++)
    printf ("%s%s", i == 0 ? " [" : " ", (const char *) fact->rows->pdata[i]);
  printf ("%s\n", fact->rows->len > 0 ? "]" : "");
}

/* "[REV, maker: …] K25" and marks: what a statement rests on. */
static void
print_basis (const GlaMarked *mark,
             GlaCatalogue    *catalogue)
{
  g_autofree char *marks = gla_marks_dup_text (mark->marks & ~GLA_MARK_OWN);

  for (guint i = 0; mark->sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, mark->sources[i]);

      if (source != NULL)
        printf (" [%s %s%s%s]", mark->sources[i], source->kind,
                source->ties[0] != '\0' ? "; " : "", source->ties);
    }
  if (marks[0] != '\0')
    printf (" (%s)", marks);
  putchar ('\n');
}

static void
print_settings (const GlaStep      *step,
                const GlaConstants *constants)
{
  g_autoptr (GPtrArray) settings = gla_step_list_settings (step, constants);

  for (guint i = 0; i < settings->len; i++)
    {
      const char *name = settings->pdata[i];

      printf ("  %s %s = %.10g\n",
              gla_constants_is_edited (constants, name) ? _("clinic setting:")
                                                        : _("program setting:"),
              name, gla_constants_get (constants, name));
    }
}

static void
print_step (const GlaCase      *self,
            const GlaStep      *step,
            const GlaFactInput *input,
            const GlaFacts     *facts)
{
  printf ("\n%s  %s\n", step->id, gla_protocol_get_text (self->protocol, step->title));
  for (guint i = 0; i < step->why->len; i++)
    {
      const GlaMarked *why = step->why->pdata[i];
      g_autofree char *text = gla_case_fill (self, why->text, facts);

      printf ("  %s %s", _("Why:"), text);
      print_basis (why, input->cycles->catalogue);
    }
  for (guint i = 0; step->facts[i] != NULL; i++)
    print_fact (gla_facts_find (facts, step->facts[i]));
  print_settings (step, input->constants);
}

static void
print_findings_of (const GlaCase *self,
                   const GlaStep *step)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const GlaCaseFinding *finding = self->findings->pdata[i];

      if (g_str_equal (finding->step, step->id))
        printf ("  ! %s: %s\n", finding->id, finding->says);
    }
}

static void
print_visit (const GlaCase      *self,
             const GlaCaseVisit *visit,
             const GlaFactInput *input,
             const GlaFacts     *facts)
{
  const GlaStep *step = gla_protocol_find_step (self->protocol, visit->step);
  const GlaCaseAnswer *answer = gla_case_find_answer (self, visit->step, visit->visit);
  const GlaStepAnswer *given = answer != NULL ? gla_step_find_answer (step, answer->answer) : NULL;

  print_step (self, step, input, facts);
  print_findings_of (self, step);
  if (given != NULL)
    {
      print_line ("  ", "?", gla_protocol_get_text (self->protocol, step->question));
      printf ("  = %s: %s\n", given->id, gla_protocol_get_text (self->protocol, given->text));
      print_line ("  ", _("Reason:"), answer->reason);
    }
  printf ("  -> %s: %s\n", visit->to, visit->words);
}

static void
print_question (const GlaCase *self,
                const GlaStep *step)
{
  print_line ("  ", "?", gla_protocol_get_text (self->protocol, step->question));
  for (guint i = 0; i < step->answers->len; i++)
    {
      const GlaStepAnswer *answer = step->answers->pdata[i];

      printf ("    %u  %s: %s\n", i + 1, answer->id,
              gla_protocol_get_text (self->protocol, answer->text));
    }
}

static void
print_stand (const GlaCase      *self,
             const GlaFactInput *input,
             const GlaFacts     *facts)
{
  const GlaStep *step = gla_protocol_find_step (self->protocol, self->step);

  print_step (self, step, input, facts);
  print_findings_of (self, step);
  switch (self->state)
    {
    case GLA_CASE_ASKING:
      print_question (self, step);
      break;
    case GLA_CASE_WAITING:
      print_day (_("Waiting, from:"), self->due);
      print_day (_("Best until:"), self->until);
      break;
    case GLA_CASE_ENDED:
      printf ("  %s\n", _("The case ends here."));
      break;
    default:
      g_return_if_reached ();
    }
}

static void
print_options (const GlaCase      *self,
               const GlaStep      *step,
               const GlaFactInput *input,
               const GlaFacts     *facts)
{
  for (guint i = 0; i < step->options->len; i++)
    {
      const GlaStepOption *option = step->options->pdata[i];
      g_autofree char *suits = gla_case_fill (self, option->suits, facts);
      g_autofree char *course = gla_case_fill (self, option->course, facts);
      g_autofree char *limits = gla_case_fill (self, option->limits, facts);

      printf ("  %s  %s", option->id, gla_protocol_get_text (self->protocol, option->title));
      print_basis (&option->mark, input->cycles->catalogue);
      print_line ("    ", _("Suits:"), suits);
      print_line ("    ", _("Course:"), course);
      print_line ("    ", _("Limits:"), limits);
    }
}

static void
print_plan (const GlaCase      *self,
            const GlaFactInput *input,
            const GlaFacts     *facts)
{
  g_autoptr (GlaCasePlan) plan = gla_case_plan_new (self, input);

  printf ("\n%s\n", _("Plan"));
  print_line ("  ", _("Outcome:"), plan->outcome_text);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const GlaCaseFinding *finding = plan->findings->pdata[i];

      printf ("  %u. %s\n", i + 1, finding->says);
      print_line ("     ", _("To correct:"), finding->correct);
    }
  print_day (_("Label interval ends on:"), plan->earliest);
  print_line ("  ", _("For the practitioner:"), plan->practitioner);
  print_line ("  ", _("For the patient:"), plan->patient);
  if (plan->options != NULL)
    print_options (self, plan->options, input, facts);
  for (guint i = 0; i < plan->missing->len; i++)
    {
      const GlaFactInfo *info = plan->missing->pdata[i];

      printf ("  %s %s: %s\n", _("Not known:"), info->name, gla_fact_info_get_meaning (info));
    }
  for (guint i = 0; i < self->protocol->cautions->len; i++)
    {
      const GlaMarked *caution = self->protocol->cautions->pdata[i];

      printf ("  * %s", gla_protocol_get_text (self->protocol, caution->text));
      print_basis (caution, input->cycles->catalogue);
    }
}

void
gla_command_print_case (const GlaCase      *self,
                        const GlaFactInput *input)
{
  g_autoptr (GlaFacts) facts = gla_case_get_facts (self, input);

  printf ("%s (%s, %s)\n", gla_protocol_get_text (self->protocol, self->protocol->title),
          self->protocol->key, self->protocol->version);
  print_fact (gla_facts_find (facts, "area-name"));
  print_fact (gla_facts_find (facts, "session-day"));
  for (guint i = 0; i < self->path->len; i++)
    print_visit (self, self->path->pdata[i], input, facts);
  print_stand (self, input, facts);
  print_plan (self, input, facts);
}

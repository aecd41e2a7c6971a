/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a case besides answering: going back, keeping, replaying, planning. */

#include "config.h"

#include "gla-case-play.h"

#include "gla-xml.h"

#include <string.h>

#define BASE "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3 rest=2;"
#define LITTLE "S0=none S1=little S1a=none "

static GlaCase *
answer (const GlaCase      *self,
        const char         *id,
        const GlaFactInput *input)
{
  g_autoptr (GError) error = NULL;
  GlaCase *next = gla_case_answer (self, id, NULL, input, &error);

  g_assert_no_error (error);
  return next;
}

static void
assert_refused (const GlaCase      *self,
                const char         *id,
                const GlaFactInput *input,
                const char         *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_case_answer (self, id, NULL, input, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, words));
}

/* Going back keeps answers; another answer marks those that no longer follow. */
static void
back_cb (GlaCase            *self,
         const GlaFactInput *input,
         gpointer            user_data)
{
  g_autoptr (GlaCase) back = gla_case_back (self, "S1");
  g_autoptr (GlaCase) other = NULL;
  g_autoptr (GlaCase) again = NULL;
  g_autoptr (GlaCase) returned = NULL;

  g_assert_cmpstr (gla_case_get_step (back)->id, ==, "S1");
  g_assert_cmpuint (back->answers->len, ==, self->answers->len);
  g_assert_cmpuint (back->path->len, ==, self->path->len);
  g_assert_cmpint (gla_case_get_complaint (back), ==, 'a');

  other = answer (back, "rest", input);
  g_assert_cmpuint (other->answers->len, ==, self->answers->len);
  g_assert_false (gla_case_find_answer (other, "S1a", 1)->follows);
  g_assert_true (gla_case_find_answer (other, "S0", 1)->follows);
  g_assert_cmpint (gla_case_get_complaint (other), ==, 'f');
  /* The answer at S6 still holds where the case comes there again. */
  g_assert_true (gla_case_find_answer (other, "S6", 1)->follows);
  g_assert_cmpstr (other->step, ==, self->step);

  again = gla_case_back (other, "S1");
  returned = answer (again, "little", input);
  g_assert_true (gla_case_find_answer (returned, "S1a", 1)->follows);
  g_assert_cmpstr (returned->step, ==, self->step);
  g_assert_cmpuint (returned->path->len, ==, self->path->len);
  g_assert_null (gla_case_back (returned, "S99"));
}

static void
test_back (void)
{
  const GlaCasePlay play = { "back", BASE "g 28 GLAB 3 rest=2", NULL, 28, LITTLE "S6=diffuse",
                             "S0 S1 S1a S2 S3 S4 S5* S6 S7b S8 W91", "" };

  gla_case_play_with (&play, back_cb, NULL);
}

static void
refusals_cb (GlaCase            *self,
             const GlaFactInput *input,
             gpointer            user_data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (self, "none", input, "has no answer “none”");
  g_assert_null (gla_case_state_fact (self, "units", "20", input, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (gla_case_state_fact (self, "sport", "often", input, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE);
  g_clear_error (&error);
  /* A test can't be in the time to come. */
  g_assert_null (gla_case_state_fact (self, "test-day", "2030-01-01", input, &error));
  g_assert_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE);
}

/* The question of a step that waits is not answered before its day. */
static void
too_early_cb (GlaCase            *self,
              const GlaFactInput *input,
              gpointer            user_data)
{
  assert_refused (self, "weaker", input, "not to be answered yet");
}

static void
test_refusals (void)
{
  const GlaCasePlay ended = { "ended", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" };
  const GlaCasePlay waiting = { "waiting", BASE, "tier=red", 100,
                                "S0=none S1=faded S11-consent=forehead !test-day=100 @113",
                                "S0 S1 S9 S9-pattern S11 S11-consent S12 S12-read W114", "" };

  gla_case_play_with (&ended, refusals_cb, NULL);
  gla_case_play_with (&waiting, too_early_cb, NULL);
}

static void
constants_cb (GlaCase            *self,
              const GlaFactInput *input,
              gpointer            user_data)
{
  g_autoptr (GlaFacts) facts = gla_case_get_facts (self, input);
  const GlaStep *step = gla_protocol_find_step (self->protocol, "S12e");
  g_autoptr (GPtrArray) settings = gla_step_list_settings (step, input->constants);
  g_autofree char *text = gla_case_fill (self, "{edb_units} U, {edb_read} days, {days}, {none}",
                                         facts);
  gboolean is_own = gla_constants_is_edited (input->constants, "edb_units");

  g_assert_cmpstr (text, ==, user_data);
  g_assert_true (g_ptr_array_find_with_equal_func (settings, "edb_units", g_str_equal, NULL)
                 == is_own);
}

/* A text has the constants that it names; a value of the clinic is told of with the step. */
static void
test_constants (void)
{
  const GlaCasePlay play = { "constants", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" };
  const GlaCasePlay own = { "own", BASE, "edb_units:30", 3, "S0=any", "S0 S0-stop E", "" };

  gla_case_play_with (&play, constants_cb, (gpointer) "25 U, 21 to 28 days, 3, none");
  gla_case_play_with (&own, constants_cb, (gpointer) "30 U, 21 to 28 days, 3, none");
}

/* It says that and how it went on by itself. */
static void
news_cb (GlaCase            *self,
         const GlaFactInput *input,
         gpointer            user_data)
{
  const GlaCaseVisit *moved = NULL;

  for (guint i = 0; i < self->path->len; i++)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];

      if (moved == NULL && visit->by_itself)
        moved = visit;
    }
  g_assert_nonnull (moved);
  g_assert_cmpstr (moved->step, ==, "S2-early");
  g_assert_cmpstr (moved->words, ==, "Graded on day 20.");
  g_assert_cmpint (moved->reached, ==, gla_test_history_day (5));
  g_assert_cmpint (moved->left, ==, gla_test_history_day (20));
  g_assert_cmpuint (self->news->len, >=, 3);
  g_assert_cmpstr (self->news->pdata[0], ==, moved->words);
}

static void
clock_cb (GlaCase            *self,
          const GlaFactInput *input,
          gpointer            user_data)
{
  g_assert_cmpuint (self->news->len, ==, 1);
  g_assert_nonnull (strstr (self->news->pdata[0], "date is before"));
}

static void
test_news (void)
{
  const GlaCasePlay play = { "news", BASE "g 20 GLAB 3", NULL, 5, LITTLE "@20",
                             "S0 S1 S1a S2 S2-early S3 S4 S5* S6 A", "" };
  const GlaCasePlay clock = { "clock", BASE, NULL, 5, LITTLE "@4", "S0 S1 S1a S2 S2-early W14",
                              "" };

  gla_case_play_with (&play, news_cb, NULL);
  gla_case_play_with (&clock, clock_cb, NULL);
}

static GlaXmlDoc *
write_and_read (GlaCase *self)
{
  g_autoptr (GlaXmlDoc) doc = gla_case_to_xml (self);
  g_autofree char *text = gla_xml_to_text (doc);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GlaXmlDoc *read = gla_xml_parse (bytes, "case.xml", &error);

  g_assert_no_error (error);
  return read;
}

/* Kept and read back it is the same case, and goes on from there. */
static void
keep_cb (GlaCase            *self,
         const GlaFactInput *input,
         gpointer            user_data)
{
  g_autoptr (GlaXmlDoc) doc = write_and_read (self);
  g_autoptr (GlaXmlDoc) first = gla_case_to_xml (self);
  g_autofree char *text = gla_xml_to_text (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCase) read =
    gla_case_from_xml (doc, "case.xml", gla_case_play_protocol (), &error);
  g_autoptr (GlaXmlDoc) second = NULL;
  g_autofree char *text_again = NULL;
  g_autoptr (GlaCase) replayed = NULL;
  g_autoptr (GlaCase) advanced = NULL;

  g_assert_no_error (error);
  second = gla_case_to_xml (read);
  text_again = gla_xml_to_text (second);
  g_assert_cmpstr (text, ==, text_again);
  advanced = gla_case_advance (read, input, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (advanced->step, ==, self->step);
  g_assert_cmpint (advanced->state, ==, self->state);

  replayed = gla_case_replay (doc, "case.xml", gla_case_play_protocol (), input, self->area,
                              self->treatment, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (replayed->step, ==, self->step);
  g_assert_cmpuint (replayed->path->len, ==, self->path->len);
  g_assert_cmpuint (replayed->findings->len, ==, self->findings->len);
}

static void
test_keep (void)
{
  const GlaCasePlay plays[] = {
    { "asking", "t 0 a GLAB ona 10;g 0 GLAB 3;g 28 GLAB 3", "male", 28, LITTLE "!sport=yes",
      "S0 S1 S1a S2 S3 S4 S5* S6 A", "dose-low dose-muscle lot-unknown sport" },
    { "waiting", BASE "g 28 GLAB 2", NULL, 28, LITTLE "S6=local S7a=touch-up",
      "S0 S1 S1a S2 S3 S4 S5* S6 S7a S7-touched W14", "" },
    { "ended", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plays); i++)
    gla_case_play_with (&plays[i], keep_cb, NULL);
}

/* Files with answers that can't be: one line each. */
static void
broken_cb (GlaCase            *self,
           const GlaFactInput *input,
           gpointer            user_data)
{
  static const struct
  {
    const char *content;
    const char *problem;
  } broken[] = {
    { "<answers/>", "line 1: the first element is “answers”" },
    { "<case>\n<answer step='S99' answer='x'/></case>", "line 2: the protocol has no such step" },
    { "<case>\n<answer step='S0' answer='x'/></case>", "line 2: the step has no such answer" },
    { "<case><answer step='S7a' answer='touch-up'/></case>", "this answer needs a reason" },
    { "<case><stated fact='units' value='20'/></case>", "no fact that can be stated so" },
    { "<case><stated fact='sport' value='often'/></case>", "no fact that can be stated so" },
    { "<case><answer step='S0' answer='none'/><answer step='S0' answer='any'/></case>",
      "answered twice" },
    { "<case><answer step='S0' answer='none' when='1'/></case>", "does not fit the schema" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].content,
                                                     strlen (broken[i].content));
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaXmlDoc) doc = gla_xml_parse (bytes, "answers.xml", &error);

      g_assert_no_error (error);
      g_assert_null (gla_case_replay (doc, "answers.xml", gla_case_play_protocol (), input,
                                      "GLAB", "a", &error));
      g_assert_nonnull (error);
      if (strstr (error->message, broken[i].problem) == NULL)
        g_error ("%s", error->message);
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_broken (void)
{
  const GlaCasePlay play = { "broken", BASE, NULL, 28, "S0=none", "S0 S1 A", "" };

  gla_case_play_with (&play, broken_cb, NULL);
}

/* A case goes on with the version of the protocol that it began with. */
static void
version_cb (GlaCase            *self,
            const GlaFactInput *input,
            gpointer            user_data)
{
  g_autoptr (GlaXmlDoc) doc = gla_case_to_xml (self);
  g_autoptr (GError) error = NULL;

  xmlSetProp (gla_xml_root (doc), (const xmlChar *) "version", (const xmlChar *) "2020-1");
  g_assert_null (gla_case_from_xml (doc, "case.xml", gla_case_play_protocol (), &error));
  g_assert_nonnull (strstr (error->message, "another version of the protocol: “2020-1”"));
}

static void
test_version (void)
{
  const GlaCasePlay play = { "version", BASE, NULL, 28, "S0=none", "S0 S1 A", "" };

  gla_case_play_with (&play, version_cb, NULL);
}

static gboolean
has_name (const GPtrArray *names,
          const char      *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
plan_cb (GlaCase            *self,
         const GlaFactInput *input,
         gpointer            user_data)
{
  g_autoptr (GlaCasePlan) plan = gla_case_plan_new (self, input);
  const GlaCaseFinding *first = plan->findings->pdata[0];
  gboolean lot_flag = FALSE;

  g_assert_cmpuint (plan->findings->len, ==, 2);
  g_assert_cmpstr (first->id, ==, "dose-low");
  g_assert_cmpstr (first->says, ==,
                   "Record shows: 10 U; label 20 U (Glabella, BOTOX Cosmetic, Vistabel).");
  g_assert_cmpstr (first->rows->pdata[0], ==, "a");
  g_assert_cmpint (plan->earliest, ==, gla_test_history_day (91));
  g_assert_cmpint (self->due, ==, plan->earliest);
  g_assert_cmpstr (plan->outcome->id, ==, "S8");
  g_assert_nonnull (strstr (plan->outcome_text, "1 Apr 2024"));
  g_assert_null (strchr (plan->practitioner, '{'));
  g_assert_true (has_name (plan->settings, "assess_late"));
  g_assert_true (has_name (plan->settings, "unitmix_ona_high"));
  /* What the clinic changed is said as well, a plain constant of a label is not. */
  g_assert_true (has_name (plan->settings, "assess_max_peak"));
  g_assert_false (has_name (plan->settings, "onset_expected_latest"));
  for (guint i = 0; i < plan->missing->len; i++)
    lot_flag |= plan->missing->pdata[i] == gla_fact_table_find ("lot-flag");
  g_assert_true (lot_flag);
  g_assert_cmpuint (plan->sources->len, >, 20);
}

static void
options_cb (GlaCase            *self,
            const GlaFactInput *input,
            gpointer            user_data)
{
  g_autoptr (GlaCasePlan) plan = gla_case_plan_new (self, input);

  g_assert_cmpstr (plan->options->id, ==, "S14");
  g_assert_cmpuint (plan->options->options->len, ==, 5);
}

static void
test_plan (void)
{
  const GlaCasePlay play = { "plan", "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3;g 28 GLAB 3",
                             "male assess_max_peak:40", 28, LITTLE "S6=none",
                             "S0 S1 S1a S2 S3 S4 S5* S6 S7c S8 W91", "dose-low dose-muscle" };
  const GlaCasePlay options = { "options", BASE, "tier=red", 100,
                                "S0=none S1=faded S11-consent=no S14=accept",
                                "S0 S1 S9 S9-pattern S11 S11-consent S14 S14-end E", "" };

  gla_case_play_with (&play, plan_cb, NULL);
  gla_case_play_with (&options, options_cb, NULL);
}

/* A protocol that goes round in circles ends in an error, not in a program that hangs. */
static void
test_circle (void)
{
  static const char content[] =
    "<protocol key='p' version='1' date='2026-11'><title>T</title><caution>C</caution>"
    "<step id='S0' gate='red-flags'><title>T</title><why>W</why><question>Q</question>"
    "<answer id='none'>N</answer><answer id='any'>A</answer>"
    "<branch when=\"answer('S0') = 'any'\" to='X'>B</branch><branch to='Y'>B</branch></step>"
    "<step id='X'><title>T</title><why>W</why><outcome kind='stop'>O</outcome></step>"
    "<step id='Y'><title>T</title><why>W</why><branch to='Z'>B</branch></step>"
    "<step id='Z'><title>T</title><why>W</why><branch to='Y'>B</branch></step></protocol>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, sizeof content - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) protocol =
    gla_protocol_parse (bytes, "own.xml", TRUE, gla_case_play_catalogue (), &error);
  g_autoptr (GlaHistory) history = gla_test_history_new (BASE);
  g_autoptr (GlaConstants) constants = gla_constants_new (gla_case_play_catalogue ());
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaCase) self = NULL;
  GlaCycleSettings settings;
  GlaFactInput input = { NULL, &settings, constants, .vial_drawn = GLA_UNITS_UNKNOWN };

  g_assert_no_error (error);
  gla_cycle_settings_init (&settings, gla_case_play_catalogue ());
  cycles = gla_cycles_new (history, gla_case_play_catalogue (), &settings,
                           gla_test_history_day (20));
  input.cycles = cycles;
  self = gla_case_start (protocol, &input, "GLAB", "a", &error);
  g_assert_no_error (error);
  g_assert_null (gla_case_answer (self, "none", NULL, &input, &error));
  g_assert_nonnull (strstr (error->message, "goes round in circles"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  g_test_add_func ("/assistant/case/back", test_back);
  g_test_add_func ("/assistant/case/refusals", test_refusals);
  g_test_add_func ("/assistant/case/constants", test_constants);
  g_test_add_func ("/assistant/case/news", test_news);
  g_test_add_func ("/assistant/case/keep", test_keep);
  g_test_add_func ("/assistant/case/broken", test_broken);
  g_test_add_func ("/assistant/case/version", test_version);
  g_test_add_func ("/assistant/case/plan", test_plan);
  g_test_add_func ("/assistant/case/circle", test_circle);
  return g_test_run ();
}

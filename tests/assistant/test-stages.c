/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a case in a few lines. */

#include "config.h"

#include "gla-case-play.h"
#include "gla-case-stages.h"

#define BASE "t 0 a GLAB ona 20 lot=L;g 0 GLAB 3 rest=2;"
#define LITTLE "S0=none S1=little S1a=none"

/* "done Is it safe?: None of these" and so on, one a line. */
static char *
describe (const GlaCase *self)
{
  static const char *const states[] = { "done", "now", "ahead" };
  g_autoptr (GPtrArray) stages = gla_case_list_stages (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const GlaCaseStage *stage = stages->pdata[i];

      g_string_append_printf (text, "%s %s", states[stage->state], stage->title);
      if (stage->result != NULL && stage->state == GLA_CASE_STAGE_DONE)
        g_string_append_printf (text, ": %s", stage->result);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
compare_cb (GlaCase            *self,
            const GlaFactInput *input,
            gpointer            user_data)
{
  g_autofree char *text = describe (self);

  g_assert_cmpstr (text, ==, user_data);
}

/* Answered, waiting: what is ahead may come, and what was not needed is left out. */
static void
test_waiting (void)
{
  const GlaCasePlay play = { "waiting", BASE, NULL, 5, LITTLE, "S0 S1 S1a S2 S2-early W14", "" };

  gla_case_play_with (&play, compare_cb,
                      (gpointer) "done Is it safe?: None of these\n"
                      "done What is the complaint?: No effect\n"
                      "now Is it too early?\n"
                      "ahead Is it a line that toxin can treat?\n"
                      "ahead Did it fade early?\n"
                      "ahead Dose and units\n"
                      "ahead Product, storage and lot\n"
                      "ahead Earlier treatments and the patient\n"
                      "ahead Where does it still move?\n"
                      "ahead Repeat once, with a review\n"
                      "ahead A different injector\n"
                      "ahead Resistance test\n"
                      "ahead Options\n");
}

/* Looked through: what was found, and that nothing was. */
static void
test_looked_through (void)
{
  const GlaCasePlay play = { "looked through", "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3 rest=2;"
                             "g 28 GLAB 3", NULL, 28, LITTLE, "S0 S1 S1a S2 S3 S4 S5* S6 A",
                             "dose-low" };

  gla_case_play_with (&play, compare_cb,
                      (gpointer) "done Is it safe?: None of these\n"
                      "done What is the complaint?: No effect\n"
                      "done Is it too early?: Day 28: in the time in which it can be judged.\n"
                      "done Is it a line that toxin can treat?: Nothing found\n"
                      "done Dose and units: Record shows: 10 U; label 20 U (Glabella, BOTOX "
                      "Cosmetic, Vistabel).\n"
                      "done Product, storage and lot: Nothing found\n"
                      "done Earlier treatments and the patient: Nothing found\n"
                      "now Where does it still move?\n"
                      "ahead Repeat once, with a review\n"
                      "ahead A different injector\n"
                      "ahead Resistance test\n"
                      "ahead Options\n");
}

/* An end: nothing is ahead any more. */
static void
test_ended (void)
{
  const GlaCasePlay play = { "ended", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" };

  gla_case_play_with (&play, compare_cb,
                      (gpointer) "now Is it safe?\n");
}

/* The step that is looked back at is not among those that led to it. */
static void
back_cb (GlaCase            *self,
         const GlaFactInput *input,
         gpointer            user_data)
{
  g_autoptr (GlaCase) back = gla_case_back (self, "S1a");
  g_autoptr (GPtrArray) stages = gla_case_list_stages (back);
  g_autoptr (GlaCase) forward = gla_case_forward (back);
  const GlaCaseStage *stage = stages->pdata[1];

  g_assert_cmpint (stage->state, ==, GLA_CASE_STAGE_PRESENT);
  g_assert_cmpuint (stage->visits->len, ==, 1);
  g_assert_cmpstr (((const GlaCaseVisit *) stage->visits->pdata[0])->step, ==, "S1");
  g_assert_cmpint (forward->cursor, ==, -1);
  g_assert_cmpstr (gla_case_get_step (forward)->id, ==, "S2-early");
}

static void
test_back (void)
{
  const GlaCasePlay play = { "back", BASE, NULL, 5, LITTLE, "S0 S1 S1a S2 S2-early W14", "" };

  gla_case_play_with (&play, back_cb, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  g_test_add_func ("/assistant/stages/waiting", test_waiting);
  g_test_add_func ("/assistant/stages/looked-through", test_looked_through);
  g_test_add_func ("/assistant/stages/ended", test_ended);
  g_test_add_func ("/assistant/stages/back", test_back);
  return g_test_run ();
}

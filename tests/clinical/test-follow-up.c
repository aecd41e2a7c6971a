/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-due.h"
#include "gla-finding.h"
#include "gla-follow-up.h"
#include "gla-test-history.h"

typedef struct
{
  const char *script;
  guint due;
  guint reviewed;
  guint open;
} FollowUpCase;

/* Today is day 400. */
static const FollowUpCase cases[] = {
  { "", 0, 0, 0 },
  { "t 0 A GLAB ona 20", 1, 0, 0 },
  { "t 0 A GLAB ona 20; g 14 GLAB 1", 1, 1, 0 },
  { "t 0 A GLAB ona 20; g 13 GLAB 1; g 43 GLAB 1", 1, 0, 0 },
  { "t 357 A GLAB ona 20", 1, 0, 0 },
  { "t 358 A GLAB ona 20", 0, 0, 1 },
  { "t 358 A GLAB ona 20; g 380 GLAB 1", 0, 0, 0 },
  { "t 0 A GLAB ona 20; g 20 GLAB 1; t 0 A FRON ona 10; t 200 B GLAB ona 20; g 230 GLAB 0",
    3, 2, 0 },
  { "t 0 A GLAB ona 20; g 14 GLAB 1; t 42 B GLAB abo-p 20", 1, 0, 0 },
  { "t 0 A GLAB ona 20; g 14 GLAB 1; t 43 B GLAB abo-p 20", 2, 1, 0 },
  { "t 0 A GLAB ona 20; x 30 GLAB - -", 0, 0, 0 },
  /* Known to a week counts, to a month or a year not. */
  { "t 0~ A GLAB ona 20", 1, 0, 0 },
  { "t 370m A GLAB ona 20", 0, 0, 0 },
  { "t 0y A GLAB ona 20", 0, 0, 0 },
};

static void
test_cases (void)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (NULL);
  GlaFollowUp all = { 0 };
  GlaCycleSettings settings;
  guint due = 0, reviewed = 0;

  gla_cycle_settings_init (&settings, catalogue);
  g_assert_cmpfloat (gla_follow_up_get_share (&all), ==, -1.0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new (cases[i].script);
      g_autoptr (GlaCycles) cycles =
        gla_cycles_new (history, catalogue, &settings, gla_test_history_day (400));
      GlaFollowUp one = { 0 };

      g_test_message ("%s", cases[i].script);
      gla_follow_up_add (&one, cycles);
      g_assert_cmpuint (one.due, ==, cases[i].due);
      g_assert_cmpuint (one.reviewed, ==, cases[i].reviewed);
      g_assert_cmpuint (one.open, ==, cases[i].open);
      gla_follow_up_add (&all, cycles);
      due += one.due;
      reviewed += one.reviewed;
    }
  g_assert_cmpuint (all.due, ==, due);
  g_assert_cmpfloat (gla_follow_up_get_share (&all), ==, (double) reviewed / due);
}

/* One rule for the header of a record, for the list of a day and for the share of reviews. */
static void
test_boundaries (void)
{
  static const struct
  {
    const char *script;
    GlaFollowUpState state;
    gboolean is_due;    /* named in the record now */
    gboolean is_listed; /* in the lists of this day or a later one */
  } cases_due[] = {
    { "t 400 A GLAB ona 20", GLA_FOLLOW_UP_OPEN, FALSE, TRUE },
    { "t 387 A GLAB ona 20", GLA_FOLLOW_UP_OPEN, FALSE, TRUE },
    { "t 386 A GLAB ona 20", GLA_FOLLOW_UP_OPEN, TRUE, TRUE },
    { "t 358 A GLAB ona 20", GLA_FOLLOW_UP_OPEN, TRUE, TRUE },
    { "t 357 A GLAB ona 20", GLA_FOLLOW_UP_MISSED, FALSE, FALSE },
    { "t 386~ A GLAB ona 20", GLA_FOLLOW_UP_OPEN, TRUE, TRUE },
    { "t 375m A GLAB ona 20", GLA_FOLLOW_UP_NOT_COUNTED, FALSE, FALSE },
    { "t 370 A GLAB ona 20; g 384 GLAB 1", GLA_FOLLOW_UP_EARLY, FALSE, FALSE },
    { "t 370 A GLAB ona 20; g 383 GLAB 1", GLA_FOLLOW_UP_OPEN, TRUE, TRUE },
    { "t 370 A GLAB ona 20; x 380 GLAB - -", GLA_FOLLOW_UP_NOT_COUNTED, FALSE, FALSE },
  };
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (NULL);
  g_autoptr (GlaConstants) constants = gla_constants_new (catalogue);
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (cases_due); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new (cases_due[i].script);
      g_autoptr (GlaCycles) cycles =
        gla_cycles_new (history, catalogue, &settings, gla_test_history_day (400));
      g_autoptr (GPtrArray) estimates = g_ptr_array_new ();
      g_autoptr (GPtrArray) dues = gla_dues_new (cycles, estimates, &settings);
      g_autoptr (GPtrArray) findings = gla_findings_new (cycles, &settings, constants, NULL);
      const GlaCycle *cycle = cycles->cycles->pdata[0];
      gboolean is_named = FALSE;

      g_test_message ("%s", cases_due[i].script);
      for (guint k = 0; k < findings->len; k++)
        is_named |= g_str_equal (((GlaFinding *) findings->pdata[k])->id, "review-due");
      g_assert_cmpint (gla_follow_up_judge (cycle, cycles->today), ==, cases_due[i].state);
      g_assert_cmpint (gla_follow_up_is_due (cycle, cycles->today), ==, cases_due[i].is_due);
      g_assert_cmpint (is_named, ==, cases_due[i].is_due);
      g_assert_cmpint (dues->len > 0, ==, cases_due[i].is_listed);
      if (dues->len > 0)
        g_assert_cmpint (gla_due_is_on (dues->pdata[0], cycles->today), ==, cases_due[i].is_due);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/follow-up/cases", test_cases);
  g_test_add_func ("/clinical/follow-up/boundaries", test_boundaries);

  return g_test_run ();
}

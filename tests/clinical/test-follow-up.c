/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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
      gla_follow_up_add (&one, cycles, &settings);
      g_assert_cmpuint (one.due, ==, cases[i].due);
      g_assert_cmpuint (one.reviewed, ==, cases[i].reviewed);
      g_assert_cmpuint (one.open, ==, cases[i].open);
      gla_follow_up_add (&all, cycles, &settings);
      due += one.due;
      reviewed += one.reviewed;
    }
  g_assert_cmpuint (all.due, ==, due);
  g_assert_cmpfloat (gla_follow_up_get_share (&all), ==, (double) reviewed / due);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/follow-up/cases", test_cases);

  return g_test_run ();
}

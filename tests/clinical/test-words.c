/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"
#include "gla-test-history.h"

typedef struct
{
  const char *script;
  const char *duration;
  const char *weeks;
  const char *line;
} WordsCase;

/* The first cycle in words; 400 days later. */
static const WordsCase cases[] = {
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 15 GLAB 1; g 84 GLAB 2; g 112 GLAB 3",
    "between 85 and 112 days", "12–16 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, seen working at day 15 and day 84, "
    "gone by day 112." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 14 GLAB 1; g 90 GLAB 2; g 130 GLAB 3",
    "between 91 and 130 days", "13–19 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, seen working at day 14 and day 90, "
    "gone by day 130." },
  { "t 0 A GLAB ona 20; w 112", "about 112 days", "16 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, worn off on day 112." },
  { "t 0 A GLAB ona 20; w 1", "gone by day 1", "≤ 1 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, gone by day 1." },
  { "t 0 A GLAB ona 20; w 112~", "between 106 and 119 days", "15–17 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, worn off between day 106 and day 119." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 84 GLAB 1", "at least 84 days", "12+ wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, seen working at day 84, "
    "end not known yet." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 5 GLAB 1; t 120 B GLAB ona 20", "at least 5 days", "5+ d",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, seen working at day 5, end not recorded." },
  { "g 0 GLAB 3; t 0 A GLAB ona 1; g 1 GLAB 1", "at least 1 day", "1+ d",
    "Glabella, 1 unit of BOTOX Cosmetic, 1 Jan 2024, seen working at day 1, end not known yet." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 120 GLAB 3", "gone by day 120", "≤ 18 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, gone by day 120." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 30 GLAB 3", "not seen working", "NS",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, not seen working at day 30." },
  { "t 0 A GLAB ona 20", "not known", "?",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, effect not recorded." },
  { "t 0 A GLAB ona 20; t 118 B GLAB ona 20 reason=wore-off", "assumed between 74 and 118 days",
    "10–17 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, "
    "assumed to have worn off between day 74 and day 118." },
  { "g 0 GLAB 3; t 0 A GLAB ona 20; g 90 GLAB 1; w 60", "at least 90 days", "12+ wk",
    "Glabella, 20 units of BOTOX Cosmetic, 1 Jan 2024, seen working at day 90, end not known yet, "
    "report and grades disagree." },
  { "t 0 A LCL ona 12.5 side=left; t 20 B LCL ona 2 side=left; s 60", "at least 60 days", "8+ wk",
    "Crow's feet, left, 14.5 units of BOTOX Cosmetic, 1 Jan 2024, 1 touch-up included, "
    "seen working at day 60, end not known yet." },

  { "t 0 A GLAB - 20", "not known", "?",
    "Glabella, 20 units of an unknown product, 1 Jan 2024, effect not recorded." },
  { "t 0 A GLAB ona -", "not known", "?",
    "Glabella, unknown amount of BOTOX Cosmetic, 1 Jan 2024, effect not recorded." },
  { "t 0 A GLAB - -", "not known", "?",
    "Glabella, unknown amount of an unknown product, 1 Jan 2024, effect not recorded." },
  { "t 0 A GLAB ona 20; t 0 A GLAB abo-p 50", "not known", "?",
    "Glabella, several products, 1 Jan 2024, effect not recorded." },
  { "t 0 A own-area own-toxin 3", "not known", "?",
    "own-area, 3 units of own-toxin, 1 Jan 2024, effect not recorded." },

  /* A doubt about day 0 is a doubt about every duration from it. */
  { "g 0 GLAB 3; t 0~ A GLAB ona 20; g 90 GLAB 2; g 130 GLAB 3", "between 84 and 137 days",
    "12–20 wk",
    "Glabella, 20 units of BOTOX Cosmetic, about 1 Jan 2024, seen working at day 90, "
    "gone by day 130." },
  { "g 0 GLAB 3; t 0m A GLAB ona 20; g 90 GLAB 2", "at least 75 days", "10+ wk",
    "Glabella, 20 units of BOTOX Cosmetic, Jan 2024, seen working at day 90, end not known yet." },
  { "t 0y A GLAB ona 20; w 112", "gone by day 295", "≤ 43 wk",
    "Glabella, 20 units of BOTOX Cosmetic, 2024, worn off on day 112." },
};

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);
  GlaCycleSettings settings;

  g_assert_no_error (error);
  gla_cycle_settings_init (&settings, catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new (cases[i].script);
      g_autoptr (GlaCycles) cycles =
        gla_cycles_new (history, catalogue, &settings, gla_test_history_day (400));
      const GlaCycle *cycle = cycles->cycles->pdata[0];
      g_autofree char *duration = gla_cycle_describe_duration (cycle);
      g_autofree char *weeks = gla_cycle_describe_weeks (cycle);
      g_autofree char *line = gla_cycle_describe (cycle, catalogue);

      g_test_message ("%s", cases[i].script);
      g_assert_cmpstr (duration, ==, cases[i].duration);
      g_assert_cmpstr (weeks, ==, cases[i].weeks);
      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

/* The second cycle of an early treatment says so. */
static void
test_inside_label (void)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (NULL);
  g_autoptr (GlaHistory) history = gla_test_history_new ("t 0 A GLAB ona 20; t 60 B GLAB ona 20");
  g_autoptr (GlaCycles) cycles = NULL;
  g_autofree char *line = NULL;
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, catalogue);
  cycles = gla_cycles_new (history, catalogue, &settings, gla_test_history_day (400));
  line = gla_cycle_describe (cycles->cycles->pdata[1], catalogue);
  g_assert_cmpstr (line, ==,
                   "Glabella, 20 units of BOTOX Cosmetic, 1 Mar 2024, effect not recorded, "
                   "injected within the label interval.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/words/cycles", test_words);
  g_test_add_func ("/clinical/words/inside-label", test_inside_label);

  return g_test_run ();
}

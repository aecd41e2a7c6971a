/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which sheet is wanted, on which day, and which ones can be had at all. */

#include "config.h"

#include "gla-handout-choice.h"

#include "gla-case-play.h"

typedef struct
{
  const char *record;
  int today;
  const char *key;
} Choice;

/* Without a case: before, on the day, until day 14, and after. */
static const Choice choices[] = {
  { "", 0, GLA_SHEET_CONSENT },
  { "t 0 a GLAB ona 20", 0, GLA_SHEET_AFTERCARE },
  { "t 0 a GLAB ona 20", 1, GLA_SHEET_NOT_YET },
  { "t 0 a GLAB ona 20", 13, GLA_SHEET_NOT_YET },
  { "t 0 a GLAB ona 20", 14, GLA_SHEET_TIMELINE },
  { "t 0 a GLAB ona 20", 400, GLA_SHEET_TIMELINE },
  { "t 0 a GLAB ona 20;t 120 b FRON ona 10", 121, GLA_SHEET_NOT_YET },
  { "x 0 GLAB ona 20", 5, GLA_SHEET_CONSENT },
};

static void
input_init (GlaHandoutInput  *input,
            GlaFactInput     *facts,
            GlaCycles        *cycles,
            GlaCycleSettings *settings,
            GlaConstants     *constants)
{
  *facts = (GlaFactInput) { .vial_drawn = GLA_UNITS_UNKNOWN };
  facts->cycles = cycles;
  facts->settings = settings;
  facts->constants = constants;
  gla_handout_input_init (input, facts);
}

static void
check_fits (const GlaHandoutInput *input,
            gboolean               treated)
{
  static const struct
  {
    const char *key;
    gboolean record;
    gboolean treatment;
  } sheets[] = {
    { GLA_SHEET_CONSENT, TRUE, TRUE },
    { GLA_SHEET_AFTERCARE, FALSE, TRUE },
    { "card", FALSE, TRUE },
    { GLA_SHEET_DOSSIER, FALSE, FALSE },
    { GLA_SHEET_LOT_LETTER, FALSE, FALSE },
    { "full-record", TRUE, TRUE },
    { GLA_SHEET_ADVERSE_EVENT, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaHandoutTemplate) template =
        gla_handout_template_load (sheets[i].key, NULL, gla_case_play_catalogue (),
                                   gla_case_play_protocol (), NULL, &error);

      g_assert_no_error (error);
      if (gla_handout_fits (template, input)
          != (treated ? sheets[i].treatment : sheets[i].record))
        {
          g_test_message ("%s, %s", sheets[i].key, treated ? "treated" : "not treated");
          g_test_fail ();
        }
    }
}

static void
test_record (void)
{
  g_autoptr (GlaConstants) constants = gla_constants_new (gla_case_play_catalogue ());
  GlaCycleSettings settings;

  gla_cycle_settings_init (&settings, gla_case_play_catalogue ());
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new (choices[i].record);
      g_autoptr (GlaCycles) cycles =
        gla_cycles_new (history, gla_case_play_catalogue (), &settings,
                        gla_test_history_day (choices[i].today));
      g_autoptr (GlaFacts) known = NULL;
      GlaHandoutInput input;
      GlaFactInput facts;

      input_init (&input, &facts, cycles, &settings, constants);
      known = gla_handout_input_make_facts (&input);
      g_test_message ("%s, day %d", choices[i].record, choices[i].today);
      g_assert_cmpstr (gla_handout_choose (&input, known), ==, choices[i].key);
      check_fits (&input, cycles->cycles->len > 0);
    }
}

typedef struct
{
  const char *key;
} Wanted;

static void
check_case_cb (GlaCase            *self,
               const GlaFactInput *facts,
               gpointer            user_data)
{
  const Wanted *wanted = user_data;
  g_autoptr (GlaFacts) known = NULL;
  GlaHandoutInput input;

  gla_handout_input_init (&input, facts);
  input.walk = self;
  known = gla_handout_input_make_facts (&input);
  g_assert_cmpstr (gla_handout_choose (&input, known), ==, wanted->key);
}

static void
test_case (void)
{
  static const struct
  {
    GlaCasePlay play;
    Wanted wanted;
  } cases[] = {
    { { "on day 5", "t 0 a GLAB ona 20;g 0 GLAB 3", NULL, 5, "", "S0 A", "" },
      { GLA_SHEET_NOT_YET } },
    { { "on day 14", "t 0 a GLAB ona 20;g 0 GLAB 3", NULL, 14, "", "S0 A", "" },
      { GLA_SHEET_NOT_WORKING } },
    { { "on day 100", "t 0 a GLAB ona 20;g 0 GLAB 3", NULL, 100, "", "S0 A", "" },
      { GLA_SHEET_NOT_WORKING } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    gla_case_play_with (&cases[i].play, check_case_cb, (gpointer) &cases[i].wanted);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_case_play_begin ();
  g_test_add_func ("/handout/choice/record", test_record);
  g_test_add_func ("/handout/choice/case", test_case);
  return g_test_run ();
}

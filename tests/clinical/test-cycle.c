/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"
#include "gla-test-history.h"

#include <string.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gla_catalogue_unref (fixture->catalogue);
}

static GlaCycles *
make_cycles (Fixture    *fixture,
             const char *script,
             int         today)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);

  return gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                         gla_test_history_day (today));
}

static int
days_from_start (GlaDay day)
{
  return day - gla_test_history_day (0);
}

static void
append_flags (GString        *text,
              const GlaCycle *cycle)
{
  for (guint i = 0; i < cycle->touch_ups->len; i++)
    g_string_append_printf (text, " touch=%d", g_array_index (cycle->touch_ups, GlaTouchUp, i).day);
  if (cycle->next != NULL)
    g_string_append_printf (text, " next=%d", days_from_start (cycle->next_day));
  if (cycle->elsewhere != NULL)
    g_string_append_printf (text, " elsewhere=%d", days_from_start (cycle->elsewhere->day));
  if (cycle->mixed_products)
    g_string_append (text, " mixed");
  if (cycle->effect.assumed_left)
    g_string_append (text, " assumed");
  if (cycle->effect.conflict)
    g_string_append (text, " conflict");
  if (cycle->effect.reversal)
    g_string_append (text, " reversal");
}

/* "GLAB 0 ona 20 B3 INTERVAL 90 130", one line a cycle; "b3" is a baseline carried over. */
static char *
write_cycles (const GlaCycles *cycles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];
      g_autofree char *units = gla_units_format (cycle->units);

      g_string_append_printf (text, "%s%s %d %s %s ", i > 0 ? "; " : "", cycle->area,
                              days_from_start (cycle->day),
                              cycle->product != NULL ? cycle->product : "-", units);
      if (cycle->baseline_kind == GLA_BASELINE_MISSING)
        g_string_append (text, "B? ");
      else
        g_string_append_printf (text, "%c%d ",
                                cycle->baseline_kind == GLA_BASELINE_CARRIED ? 'b' : 'B',
                                cycle->baseline);
      g_string_append_printf (text, "%s %d", gla_effect_status_to_key (cycle->effect.status),
                              cycle->effect.left);
      if (cycle->effect.right != GLA_EFFECT_OPEN)
        g_string_append_printf (text, " %d", cycle->effect.right);
      append_flags (text, cycle);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  const char *script;
  const char *cycles;
} CycleCase;

static const CycleCase cases[] = {
  { "nothing", "", "" },
  { "an interval",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 14 GLAB 1; g 90 GLAB 2; g 130 GLAB 3",
    "GLAB 0 ona 20 B3 INTERVAL 90 130" },
  { "order of the catalogue, then days",
    "t 0 A LCL ona 24; t 0 A GLAB ona 20; t 200 B GLAB ona 20; t 0 A FRON ona 10",
    "FRON 0 ona 10 B? NOINFO 0; GLAB 0 ona 20 B? NOINFO 0 next=200; "
    "GLAB 200 ona 20 B? NOINFO 0; LCL 0 ona 24 B? NOINFO 0" },
  { "an area that the catalogue does not know comes last",
    "t 0 A own-1 ona 4; t 0 A AXIL ona 20",
    "AXIL 0 ona 20 B? NOINFO 0; own-1 0 ona 4 B? NOINFO 0" },
  { "after today nothing is known",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 1; g 401 GLAB 3; t 401 B GLAB ona 20; w 390 told=401",
    "GLAB 0 ona 20 B3 RIGHT 30" },
  { "an unknown day is in no cycle", "t - A GLAB ona 20; t 5 B GLAB ona 20",
    "GLAB 5 ona 20 B? NOINFO 0" },

  { "the day of the next treatment ends the old and starts the new",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 20 GLAB 1; t 120 B GLAB ona 20; g 120 GLAB 3; g 150 GLAB 2",
    "GLAB 0 ona 20 B3 INTERVAL 20 120 next=120; GLAB 120 ona 20 B3 RIGHT 30" },
  { "graded before the injection, not on its day",
    "g -10 GLAB 2; t 0 A GLAB ona 20; g 20 GLAB 1", "GLAB 0 ona 20 B2 RIGHT 20" },
  { "the last graded day before it counts",
    "g -30 GLAB 3; g -10 GLAB 2; t 0 A GLAB ona 20", "GLAB 0 ona 20 B2 NOINFO 0" },
  { "too old to be a baseline", "g -731 GLAB 2; t 0 A GLAB ona 20", "GLAB 0 ona 20 B? NOINFO 0" },
  { "a better grade under the old effect does not replace the baseline",
    "t 0 A GLAB ona 20; g 0 GLAB 3; t 100 B GLAB ona 20; g 100 GLAB 1; g 130 GLAB 2",
    "GLAB 0 ona 20 B3 RIGHT 100 next=100; GLAB 100 ona 20 b3 RIGHT 30" },
  { "a worse one does",
    "t 0 A GLAB ona 20; g 0 GLAB 2; t 100 B GLAB ona 20; g 100 GLAB 3",
    "GLAB 0 ona 20 B2 LEFT 0 100 next=100; GLAB 100 ona 20 B3 NOINFO 0" },
  { "carried on and on, each step within 730 days",
    "g 0 GLAB 2; t 0 A GLAB ona 20; t 200 B GLAB ona 20; t 390 C GLAB ona 20",
    "GLAB 0 ona 20 B2 NOINFO 0 next=200; GLAB 200 ona 20 b2 NOINFO 0 next=390; "
    "GLAB 390 ona 20 b2 NOINFO 0" },
  { "carried over 730 days",
    "g -330 GLAB 2; t -330 A GLAB ona 20; t 400 B GLAB ona 20",
    "GLAB -330 ona 20 B2 NOINFO 0 next=400; GLAB 400 ona 20 b2 NOINFO 0" },
  { "not over 731",
    "g -331 GLAB 2; t -331 A GLAB ona 20; t 400 B GLAB ona 20",
    "GLAB -331 ona 20 B2 NOINFO 0 next=400; GLAB 400 ona 20 B? NOINFO 0" },
  { "a review judges its own cycle and is no baseline of the next",
    "t 0 A GLAB ona 20; g 14 GLAB 1; t 120 B GLAB ona 20; g 150 GLAB 1",
    "GLAB 0 ona 20 B? NOINFO 0 next=120; GLAB 120 ona 20 B? NOINFO 0" },
  { "a later visit is",
    "t 0 A GLAB ona 20; g 110 GLAB 2; t 120 B GLAB ona 20; g 150 GLAB 1",
    "GLAB 0 ona 20 B? NOINFO 0 next=120; GLAB 120 ona 20 B2 RIGHT 30" },
  { "preventive: grades can't tell, the patient can",
    "t 0 A GLAB ona 20; g 0 GLAB 0; g 30 GLAB 0; s 60; w 100~",
    "GLAB 0 ona 20 B0 INTERVAL 93 107" },

  { "touch-up on day 28",
    "t 0 A GLAB ona 20; g 0 GLAB 2; g 14 GLAB 2; t 28 B GLAB ona 5; g 60 GLAB 1",
    "GLAB 0 ona 25 B2 RIGHT 60 touch=28" },
  { "a grade before the touch-up is no non-response",
    "t 0 A GLAB ona 20; g 0 GLAB 2; t 20 B GLAB ona 5; g 20 GLAB 2",
    "GLAB 0 ona 25 B2 NOINFO 0 touch=20" },
  { "two touch-ups, both counted from day 0",
    "t 0 A GLAB ona 20; t 14 B GLAB ona 4; t 28 C GLAB ona 2; t 29 D GLAB ona 1",
    "GLAB 0 ona 26 B? NOINFO 0 touch=14 touch=28 next=29; GLAB 29 ona 1 B? NOINFO 0" },
  { "another product is no touch-up",
    "t 0 A GLAB ona 20; t 14 B GLAB abo-p 10",
    "GLAB 0 ona 20 B? NOINFO 0 next=14; GLAB 14 abo-p 10 B? NOINFO 0" },
  { "an unknown product is not known to be the same",
    "t 0 A GLAB - 20; t 14 B GLAB - 10",
    "GLAB 0 - 20 B? NOINFO 0 next=14; GLAB 14 - 10 B? NOINFO 0" },
  { "another area is no touch-up", "t 0 A GLAB ona 20; t 14 B FRON ona 10",
    "FRON 14 ona 10 B? NOINFO 0; GLAB 0 ona 20 B? NOINFO 0" },
  { "a day known to a month makes no touch-up", "t 0m A GLAB ona 20; t 14 B GLAB ona 10",
    "GLAB 0 ona 20 B? NOINFO 0 next=14; GLAB 14 ona 10 B? NOINFO 0" },
  { "unknown units make an unknown sum", "t 0 A GLAB ona 20; t 14 B GLAB ona -",
    "GLAB 0 ona ? B? NOINFO 0 touch=14" },

  { "sessions of one day are one", "t 0 A GLAB ona 20; t 0 B GLAB ona 5",
    "GLAB 0 ona 25 B? NOINFO 0" },
  { "but not of one year", "t 0y A GLAB ona 20; t 0y B GLAB ona 5",
    "GLAB 0 ona 20 B? NOINFO 0 next=0; GLAB 0 ona 5 B? NOINFO 0" },
  { "both sides are one cycle", "t 0 A LCL ona 12 side=left; t 0 A LCL ona 10 side=right",
    "LCL 0 ona 22 B? NOINFO 0" },
  { "two products make no sum", "t 0 A GLAB ona 20; t 0 A GLAB abo-p 50",
    "GLAB 0 - ? B? NOINFO 0 mixed" },
  { "the worse side counts",
    "t 0 A LCL ona 24; g 0 LCL 2 side=left; g 0 LCL 3 side=right; "
    "g 30 LCL 1 side=left; g 30 LCL 2 side=right; g 90 LCL 1 side=left; g 90 LCL 3 side=right",
    "LCL 0 ona 24 B3 INTERVAL 30 90" },
  { "a side that was not treated does not",
    "t 0 A LCL ona 12 side=left; g 0 LCL 3; g 30 LCL 1 side=left; g 30 LCL 3 side=right",
    "LCL 0 ona 12 B3 RIGHT 30" },
  { "the practitioner's grade before the patient's",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 3 by=patient; g 30 GLAB 1; g 60 GLAB 2 by=patient",
    "GLAB 0 ona 20 B3 RIGHT 60" },
  { "each scale has its own baseline",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 0 GLAB 4 scale=merz; g 30 GLAB 3 scale=merz; "
    "g 90 GLAB 4 scale=merz",
    "GLAB 0 ona 20 B3 INTERVAL 30 90" },
  { "and without one says nothing",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 0 scale=merz", "GLAB 0 ona 20 B3 NOINFO 0" },

  { "still working is an effect on that day",
    "t 0 A GLAB ona 20; g 0 GLAB 3; s 84", "GLAB 0 ona 20 B3 RIGHT 84" },
  { "known to a month: on its first day that it can mean",
    "t 0 A GLAB ona 20; s 84m", "GLAB 0 ona 20 B? RIGHT 69" },
  { "worn off, exact", "t 0 A GLAB ona 20; w 110", "GLAB 0 ona 20 B? INTERVAL 109 110" },
  { "worn off, about", "t 0 A GLAB ona 20; w 110~", "GLAB 0 ona 20 B? INTERVAL 103 117" },
  { "worn off, in a month", "t 0 A GLAB ona 20; w 110m", "GLAB 0 ona 20 B? INTERVAL 95 125" },
  { "worn off, in a year", "t 0 A GLAB ona 20; w 110y", "GLAB 0 ona 20 B? LEFT 0 293" },
  { "worn off, who knows when", "t 0 A GLAB ona 20; w - told=111", "GLAB 0 ona 20 B? LEFT 0 111" },
  { "of one area", "t 0 A GLAB ona 20; t 0 A FRON ona 10; w 110 area=FRON",
    "FRON 0 ona 10 B? INTERVAL 109 110; GLAB 0 ona 20 B? NOINFO 0" },
  { "of all areas of the last treatment",
    "t 0 A GLAB ona 20; t 0 A FRON ona 10; t 40 B LCL ona 24; w 110",
    "FRON 0 ona 10 B? NOINFO 0; GLAB 0 ona 20 B? NOINFO 0; LCL 40 ona 24 B? INTERVAL 69 70" },
  { "a touch-up is not the last treatment",
    "t 0 A GLAB ona 20; t 0 A FRON ona 10; t 14 B GLAB ona 4; w 110",
    "FRON 0 ona 10 B? INTERVAL 109 110; GLAB 0 ona 24 B? INTERVAL 109 110 touch=14" },
  { "of a named treatment",
    "t 0 A GLAB ona 20; t 0 A FRON ona 10; t 40 B LCL ona 24; w 110 of=A",
    "FRON 0 ona 10 B? INTERVAL 109 110; GLAB 0 ona 20 B? INTERVAL 109 110; "
    "LCL 40 ona 24 B? NOINFO 0" },
  { "of a treatment by its touch-up",
    "t 0 A GLAB ona 20; t 14 B GLAB ona 4; w 110 of=B",
    "GLAB 0 ona 24 B? INTERVAL 109 110 touch=14" },
  { "of a treatment that was voided", "t 0 A GLAB ona 20; w 110 of=Z",
    "GLAB 0 ona 20 B? NOINFO 0" },
  { "on the day of the next treatment it speaks of the old one",
    "t 0 A GLAB ona 20; t 110 B GLAB ona 20; w 110",
    "GLAB 0 ona 20 B? INTERVAL 109 110 next=110; GLAB 110 ona 20 B? NOINFO 0" },
  { "one of the area goes before one of all", "t 0 A GLAB ona 20; w 90; w 110~ area=GLAB",
    "GLAB 0 ona 20 B? INTERVAL 103 117" },
  { "the better known day goes first", "t 0 A GLAB ona 20; w 90~; w 110",
    "GLAB 0 ona 20 B? INTERVAL 109 110" },
  { "then the one told first", "t 0 A GLAB ona 20; w 90 told=130; w 110 told=111",
    "GLAB 0 ona 20 B? INTERVAL 109 110" },
  { "a report against a grade",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 90 GLAB 1; w 60", "GLAB 0 ona 20 B3 RIGHT 90 conflict" },

  { "came because it wore off, treated",
    "t 0 A GLAB ona 20; t 130 B GLAB ona 20 reason=wore-off",
    "GLAB 0 ona 20 B? INTERVAL 85 130 next=130 assumed; GLAB 130 ona 20 B? NOINFO 0" },
  { "came because it wore off, only graded",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 14 GLAB 1; g 118 GLAB 3 reason=wore-off",
    "GLAB 0 ona 20 B3 INTERVAL 73 118 assumed" },
  { "came because it wore off, only looked at rest",
    "t 0 A GLAB ona 20; g 118 GLAB - rest=2 reason=wore-off",
    "GLAB 0 ona 20 B? INTERVAL 73 118 assumed" },
  { "the first such visit counts",
    "t 0 A GLAB ona 20; g 118 GLAB - reason=wore-off; t 160 B GLAB ona 20 reason=wore-off",
    "GLAB 0 ona 20 B? INTERVAL 73 118 next=160 assumed; GLAB 160 ona 20 B? NOINFO 0" },
  { "unless it was seen working then",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 118 GLAB 2 reason=wore-off; "
    "t 160 B GLAB ona 20 reason=wore-off",
    "GLAB 0 ona 20 B3 INTERVAL 118 160 next=160; GLAB 160 ona 20 b3 NOINFO 0" },
  { "the visit for a touch-up is not the end",
    "t 0 A GLAB ona 20; t 20 B GLAB ona 5 reason=wore-off; g 20 GLAB 2 reason=wore-off",
    "GLAB 0 ona 25 B? NOINFO 0 touch=20" },

  { "treated elsewhere ends the cycle",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 1; x 60 GLAB - -; g 100 GLAB 3",
    "GLAB 0 ona 20 B3 RIGHT 30 elsewhere=60" },
  { "another area elsewhere does not",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 1; x 60 FRON - -; g 100 GLAB 3",
    "GLAB 0 ona 20 B3 INTERVAL 30 100" },
  { "nor a guess, nor some day of a year",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 1; x 60 GLAB - - guess; x 70y GLAB - -; g 100 GLAB 3",
    "GLAB 0 ona 20 B3 INTERVAL 30 100" },
  { "a grade soon after treatment elsewhere is no baseline",
    "x 0 GLAB - -; g 20 GLAB 0; t 100 A GLAB ona 20", "GLAB 100 ona 20 B? NOINFO 0" },
};

static void
test_cases (Fixture       *fixture,
            gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaCycles) cycles = make_cycles (fixture, cases[i].script, 400);
      g_autofree char *written = write_cycles (cycles);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (written, ==, cases[i].cycles);
    }
}

/* Days in reach of each window move with the settings of the clinic. */
static void
test_settings (Fixture       *fixture,
               gconstpointer  unused)
{
  static const char script[] =
    "g 0 GLAB 3; t 0 A GLAB ona 20; t 20 B GLAB ona 4; t 150 C GLAB ona 20 reason=wore-off";
  g_autoptr (GlaCycles) usual = make_cycles (fixture, script, 400);
  g_autoptr (GlaCycles) changed = NULL;
  g_autofree char *usual_text = write_cycles (usual);
  g_autofree char *changed_text = NULL;

  g_assert_cmpint (fixture->settings.touch_up_window, ==, 28);
  g_assert_cmpint (fixture->settings.symptom_window, ==, 45);
  g_assert_cmpint (fixture->settings.baseline_window, ==, 730);
  g_assert_cmpint (fixture->settings.judge_from, ==, 14);
  g_assert_cmpint (fixture->settings.review_until, ==, 42);
  g_assert_cmpstr (usual_text, ==,
                   "GLAB 0 ona 24 B3 INTERVAL 105 150 touch=20 next=150 assumed; "
                   "GLAB 150 ona 20 b3 NOINFO 0");

  fixture->settings.touch_up_window = 14;
  fixture->settings.symptom_window = 30;
  fixture->settings.baseline_window = 100;
  changed = make_cycles (fixture, script, 400);
  changed_text = write_cycles (changed);
  g_assert_cmpstr (changed_text, ==,
                   "GLAB 0 ona 20 B3 NOINFO 0 next=20; "
                   "GLAB 20 ona 4 b3 INTERVAL 100 130 next=150 assumed; "
                   "GLAB 150 ona 20 B? NOINFO 0");
}

/* Each of the clinic's own constants reaches its place, and the cycles with it. */
static void
test_own_constants (Fixture       *fixture,
                    gconstpointer  unused)
{
  static const char script[] =
    "g 0 GLAB 3; t 0 A GLAB ona 20; t 20 B GLAB ona 4; t 150 C GLAB ona 20 reason=wore-off";
  static const struct
  {
    const char *name;
    double value;
  } own[] = {
    { "touchup_window", 14 }, { "symptom_window", 30 }, { "baseline_window", 100 },
    { "assess_min", 10 }, { "assess_max_peak", 50 }, { "response_grade_min", 2 },
    { "dose_comparable", 0.2 }, { "due_horizon", 300 }, { "insight_min_judged", 8 },
  };
  g_autoptr (GlaConstants) constants = gla_constants_new (fixture->catalogue);
  g_autoptr (GlaCycles) cycles = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_true (gla_constants_override (constants, own[i].name, own[i].value, own[i].value));
  gla_cycle_settings_init_with (&fixture->settings, constants);
  g_assert_cmpstr (fixture->settings.region, ==, "eu");
  fixture->settings.region = "us";
  g_assert_cmpint (fixture->settings.touch_up_window, ==, 14);
  g_assert_cmpint (fixture->settings.symptom_window, ==, 30);
  g_assert_cmpint (fixture->settings.baseline_window, ==, 100);
  g_assert_cmpint (fixture->settings.judge_from, ==, 10);
  g_assert_cmpint (fixture->settings.review_until, ==, 50);
  g_assert_cmpint (fixture->settings.response_min, ==, 2);
  g_assert_cmpfloat (fixture->settings.comparable, ==, 0.2);
  g_assert_cmpint (fixture->settings.due_horizon, ==, 300);
  g_assert_cmpint (fixture->settings.least_judged, ==, 8);
  basis = gla_cycle_settings_to_text (&fixture->settings);
  g_assert_cmpstr (basis, ==, "14 30 100 10 50 2 0.20000000000000001 300 8 us");

  cycles = make_cycles (fixture, script, 400);
  text = write_cycles (cycles);
  g_assert_cmpstr (text, ==,
                   "GLAB 0 ona 20 B3 NOINFO 0 next=20; "
                   "GLAB 20 ona 4 b3 INTERVAL 100 130 next=150 assumed; "
                   "GLAB 150 ona 20 B? NOINFO 0");
}

/* Every figure names its rows. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GlaCycles) cycles = make_cycles (
    fixture,
    "g 0 LCL 3; t 0 A LCL ona 12 side=left points=3; t 0 A LCL ona 12 side=right points=3; "
    "g 14 LCL 2; t 14 B LCL ona 4 points=1; g 30 LCL 1; g 30 LCL 1 by=patient; w 100~; s 60; "
    "t 120 C LCL ona 24; g 120 LCL 2; g 150 LCL 1",
    400);
  const GlaCycle *first = cycles->cycles->pdata[0];
  const GlaCycle *second = cycles->cycles->pdata[1];
  static const int days[] = { 0, 14, 30, 30, 120 };

  g_assert_cmpuint (cycles->cycles->len, ==, 2);
  g_assert_cmpuint (cycles->areas->len, ==, 1);
  g_assert_cmpuint (first->injections->len, ==, 3);
  g_assert_cmpint (first->units, ==, GLA_UNITS (28));
  g_assert_cmpint (first->first_units, ==, GLA_UNITS (24));
  g_assert_cmpint (first->points, ==, 6);
  g_assert_cmpint (first->side, ==, GLA_SIDE_BOTH);
  g_assert_cmpstr (first->scale, ==, "fws");
  g_assert_cmpstr (g_array_index (first->touch_ups, GlaTouchUp, 0).treatment->id, ==, "B");
  g_assert_cmpint (g_array_index (first->touch_ups, GlaTouchUp, 0).units, ==, GLA_UNITS (4));
  g_assert_cmpstr (first->baseline_row->id, ==, "assessment-000");
  g_assert_cmpuint (first->gradings->len, ==, G_N_ELEMENTS (days));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const GlaCycleGrading *grading = &g_array_index (first->gradings, GlaCycleGrading, i);

      g_assert_cmpint (grading->day, ==, days[i]);
      g_assert_cmpint (grading->assessment->day, ==, first->day + days[i]);
    }
  g_assert_cmpuint (first->reports->len, ==, 2);
  g_assert_cmpint (g_array_index (first->reports, GlaCycleReport, 0).day, ==, 60);
  g_assert_cmpint (g_array_index (first->reports, GlaCycleReport, 1).day, ==, 100);

  /* The second carries the baseline of the first, and its row. */
  g_assert_cmpint (second->baseline_kind, ==, GLA_BASELINE_CARRIED);
  g_assert_true (second->baseline_row == first->baseline_row);
  g_assert_cmpuint (second->gradings->len, ==, 2);
  g_assert_cmpint (g_array_index (second->gradings, GlaCycleGrading, 0).day, ==, 0);

  g_assert_true (gla_cycles_find (cycles, "A", "LCL") == first);
  g_assert_true (gla_cycles_find (cycles, "B", "LCL") == first);
  g_assert_true (gla_cycles_find (cycles, "C", "LCL") == second);
  g_assert_null (gla_cycles_find (cycles, "C", "GLAB"));
  g_assert_null (gla_cycles_find (cycles, "Z", "LCL"));
  g_assert_null (gla_cycles_find (cycles, NULL, "LCL"));
}

typedef struct
{
  const char *script;
  const char *region;
  int label_end;         /* of the first cycle, from the start, or -1 */
  gboolean inside_label; /* of the last cycle */
  gboolean running;      /* of the last cycle */
  gboolean reviewed;     /* of the first cycle */
} StateCase;

/* Three calendar months from 1 January 2024 are 91 days. */
static const StateCase state_cases[] = {
  { "t 0 A GLAB ona 20", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20", "us", 90, FALSE, TRUE, FALSE },
  { "t 0 A GLAB leti 20", "kr", 84, FALSE, TRUE, FALSE },
  { "t 0 A GLAB lanz 20", "cn", -1, FALSE, TRUE, FALSE },
  { "t 0 A GLAB - 20", "eu", -1, FALSE, TRUE, FALSE },
  { "t 0m A GLAB ona 20", "eu", -1, FALSE, TRUE, FALSE },
  { "t 0~ A GLAB ona 20", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; t 90 B GLAB ona 20", "eu", 91, TRUE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; t 90 B GLAB ona 20", "us", 90, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; t 91 B GLAB ona 20", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; t 60m B GLAB ona 20", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; t 20 B GLAB ona 2; t 100 C GLAB ona 20", "eu", 111, TRUE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 14 GLAB 1", "eu", 91, FALSE, TRUE, TRUE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 13 GLAB 1", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 42 GLAB 1", "eu", 91, FALSE, TRUE, TRUE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 43 GLAB 1", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; g 30 GLAB - rest=1", "eu", 91, FALSE, TRUE, FALSE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 30 GLAB 3", "eu", 91, FALSE, FALSE, TRUE },
  { "t 0 A GLAB ona 20; w 90", "eu", 91, FALSE, FALSE, FALSE },
  { "t 0 A GLAB ona 20; x 60 GLAB - -", "eu", 91, FALSE, FALSE, FALSE },
};

static void
test_states (Fixture       *fixture,
             gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_cases); i++)
    {
      const StateCase *expected = &state_cases[i];
      g_autoptr (GlaCycles) cycles = NULL;
      const GlaCycle *first, *last;

      fixture->settings.region = expected->region;
      cycles = make_cycles (fixture, expected->script, 400);
      first = cycles->cycles->pdata[0];
      last = cycles->cycles->pdata[cycles->cycles->len - 1];
      g_test_message ("%s, %s", expected->script, expected->region);
      g_assert_cmpint (first->label_end == GLA_DAY_NONE ? -1 : days_from_start (first->label_end),
                       ==, expected->label_end);
      g_assert_cmpint (last->inside_label, ==, expected->inside_label);
      g_assert_cmpint (last->running, ==, expected->running);
      g_assert_cmpint (first->reviewed, ==, expected->reviewed);
      g_assert_cmpint (first->judge_from, ==, first->day + 14);
    }
}

/* Forty years and more: the shape must hold, whatever the size. */
static void
test_many (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (GlaCycles) cycles = NULL;

  for (int i = 0; i < 500; i++)
    g_string_append_printf (script,
                            "t %d T%d GLAB ona 20;g %d GLAB 3;g %d GLAB 1;g %d GLAB 2;w %d~;",
                            i * 120, i, i * 120, i * 120 + 20, i * 120 + 80, i * 120 + 100);
  cycles = make_cycles (fixture, script->str, 500 * 120);
  g_assert_cmpuint (cycles->cycles->len, ==, 500);
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      g_assert_cmpint (cycle->effect.status, ==, GLA_EFFECT_ENDED);
      g_assert_cmpint (cycle->effect.left, ==, 93);
      g_assert_cmpint (cycle->effect.right, ==, 107);
      g_assert_cmpint (cycle->baseline, ==, 3);
      g_assert_cmpuint (cycle->gradings->len, ==, i < 499 ? 4 : 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinical/cycle/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/clinical/cycle/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/clinical/cycle/own-constants", Fixture, NULL, set_up, test_own_constants,
              tear_down);
  g_test_add ("/clinical/cycle/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/clinical/cycle/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/clinical/cycle/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}

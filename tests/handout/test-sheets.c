/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of the program, filled in for made-up patients and read back from PDF. */

#include "config.h"

#include "gla-sheet.h"

#include "gla-handout-call.h"

#include <string.h>

#define BASE "t 0 a GLAB ona 20 lot=C4102A1;g 0 GLAB 3 rest=2;"
#define LITTLE "S0=none S1=little S1a=none"
#define BEGIN "S0 S1 S1a S2 "

#define TESTED "S0=none S1=faded S11-consent=brow S12u=same S12b=worked S13=none"
#define TO14 "S0 S1 S9 S9-pattern S11 S11-consent S12u S12b S13 S14 "

/* Cases at their beginning, half-way and at their end. */
static const GlaCasePlay plays[] = {
  { "just begun", BASE, NULL, 20, "", "S0 A", "" },
  { "a red flag", BASE, NULL, 3, "S0=any", "S0 S0-stop E", "" },
  { "too early", BASE, NULL, 5, LITTLE, BEGIN "S2-early W14", "" },
  { "to be graded", BASE, NULL, 14, LITTLE, BEGIN "S3 S3-grade W14", "" },
  { "examined", BASE "g 20 GLAB 3", NULL, 20, LITTLE, BEGIN "S3 S4 S5* S6 A", "" },
  { "at its options", BASE, "tier=red", 100, TESTED, TO14 "A", "" },
  { "decided", BASE, "tier=red", 100, TESTED " S14=accept S15=told", TO14 "S15 S14-end E", "" },
};

static const GlaHandoutOptions options[] = {
  { GLA_PAPER_A4, FALSE, FALSE, NULL },
  { GLA_PAPER_A4, TRUE, FALSE, NULL },
  { GLA_PAPER_LETTER, FALSE, TRUE, "en-US" },
  { GLA_PAPER_LETTER, TRUE, TRUE, NULL },
};

/* Sheets and cases with every mark, as a script: see gla-test-history.h. */
static const char *const scripts[] = {
  "",
  BASE,
  BASE "g 16 GLAB 1;g 84 GLAB 2;g 112 GLAB 3;t 120 b GLAB abo-p 50;t 120 b FRON abo-p 20;"
       "x 60 MASS - -;e 125 GLAB drooping;w 200;t 300 c LCL inco 24 side=left",
};

static char *
make_long_script (int *today)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (int i = 0; i < 120; i++)
    g_string_append_printf (script, "t %d t%d GLAB ona 20;g %d GLAB 3;g %d GLAB 1;", i * 120, i,
                            i * 120, i * 120 + 20);
  *today = 120 * 120;
  return g_string_free (g_steal_pointer (&script), FALSE);
}

/* A sheet for patients has two sides, four in large print; a dossier three or so; a record any. */
static guint
get_most_pages (const char *key,
                gboolean    large)
{
  if (g_str_equal (key, "dossier"))
    return large ? 7 : 4;
  if (g_str_equal (key, "card"))
    return 1;
  if (g_str_equal (key, "full-record") || g_str_equal (key, "record-reply"))
    return 9;
  if (g_str_equal (key, "downtime") || g_str_equal (key, "adverse-event"))
    return large ? 3 : 2;
  return large ? 4 : 2;
}

static void
check (const char              *key,
       GlaPages                *pages,
       const char              *name,
       const GlaHandoutOptions *option)
{
  g_autofree char *what =
    g_strdup_printf ("%s, %s, %s%s", key, name, option->paper == GLA_PAPER_A4 ? "A4" : "Letter",
                     option->large ? ", large" : "");

  gla_sheet_assert_inside (pages, what);
  if (gla_pages_get_n_pages (pages) > get_most_pages (key, option->large))
    {
      g_test_message ("%s: %u pages", what, gla_pages_get_n_pages (pages));
      g_test_fail ();
    }
}

/* Every sheet, on each paper and in each size, for records and cases. */
static void
test_all (void)
{
  const char *const *keys = gla_handout_list_builtin ();

  for (guint i = 0; keys[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (options); j++)
      {
        for (gsize k = 0; k < G_N_ELEMENTS (plays); k++)
          {
            g_autoptr (GlaPages) pages = gla_sheet_of_play (keys[i], &plays[k], &options[j]);

            check (keys[i], pages, plays[k].name, &options[j]);
          }
        for (gsize k = 0; k < G_N_ELEMENTS (scripts); k++)
          {
            g_autoptr (GlaPages) pages =
              gla_sheet_of_script (keys[i], NULL, scripts[k], 320, &options[j]);

            gla_sheet_assert_inside (pages, keys[i]);
          }
      }
}

static void
test_not_working (void)
{
  static const char *const words[] = {
    "Praxis am Markt <&>", "12 Lindenhof · 8001 Zürich · 044 000 00 00",
    "When your treatment does not seem to work", "frown lines between the brows",
    "Monday 1 January 2024", "What to do now", "Ask us for a check-up", "Your check-up",
    "Call emergency services now", "044 000 00 00", "Your treatments", "Jan 2024",
    "What we checked together", "Enough time has passed", "What it may mean",
    "What may come next", "This sheet supports the talk", "not-working 2026-11-2",
    NULL,
  };
  g_autoptr (GlaPages) pages = gla_sheet_of_play ("not-working", &plays[4], &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text == NULL)
    return;
  gla_sheet_assert_order (text, words);
  /* Sources and steps are for professionals. */
  g_assert_null (strstr (text, "BC-PI"));
  g_assert_null (strstr (text, "S5"));
}

static void
test_not_yet (void)
{
  static const char *const words[] = {
    "It has not worked yet", "Today is day 5", "Wait until Monday 15 January 2024", "Judge from",
    "Your check-up", "Monday 15 January", "Call emergency services now",
    "What is normal, and when", "Did you do something wrong?", "Page 1 of 1", NULL,
  };
  g_autoptr (GlaPages) pages = gla_sheet_of_script ("not-yet", NULL, BASE, 5, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text != NULL)
    gla_sheet_assert_order (text, words);
}

static void
test_dossier (void)
{
  static const char *const words[] = {
    "Missing effect: dossier", "Area in question", "Facts missing:", "Findings", "Timeline",
    "20 ONA", "C4102A1", "Doses and lots", "1 Jan 2024", "Grades", "Facial Wrinkle Scale",
    "Treatments elsewhere and adverse events", "Steps done", "S0", "“None of these”", "S5",
    "Facts missing", "What to keep in mind", "chooses no dose", "Sources", "BC-PI (LABEL)",
    "Ties: Allergan", NULL,
  };
  static const char *const foot[] = { "does not diagnose or recommend a dose", "Page 1 of ", NULL };
  g_autoptr (GlaPages) pages = gla_sheet_of_play ("dossier", &plays[4], &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text == NULL)
    return;
  gla_sheet_assert_order (text, words);
  gla_sheet_assert_order (text, foot);
}

/* What a form asks for, with initials in place of the name, and what is not recorded named as such. */
static void
test_adverse_event (void)
{
  static const char *const words[] = {
    "Report of a suspected adverse reaction", "no form of an authority", "Not recorded",
    "The treatment after which it happened", "Severity", "Outcome", "Other medicines",
    "Whether it was serious", "Initials", "MK", "Age when it began", "39 years", "Female",
    "What happened", "drooping", "5 Jan 2024", "4 days after the treatment of 1 Jan 2024",
    "Suspected product", "the last treatment before it began", "C4102A1", "Glabella", "20",
    "Reporter", "Praxis am Markt", "adverse-event 2026-11-1", NULL,
  };
  const GlaPatient patient = { .family_name = "Kaya", .given_name = "Mira", .number = "000184",
                               .birth_day = gla_day_new (1984, 3, 14), .sex = GLA_SEX_FEMALE };
  g_autoptr (GlaPages) pages =
    gla_sheet_of_script ("adverse-event", &patient, BASE "e 4 GLAB drooping", 20, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  static const char *const private[] = { "Kaya", "Mira", "14 Mar 1984", "000184" };

  if (text == NULL)
    return;
  gla_sheet_assert_order (text, words);
  for (gsize i = 0; i < G_N_ELEMENTS (private); i++)
    g_assert_null (strstr (text, private[i]));
}

/* How the result as a whole was judged stands with the grades, of each side where they differ. */
static void
test_ratings (void)
{
  static const char *const words[] = {
    "Full record", "Grades", "Glabella, left", "The result as a whole", "Improvement (GAIS)",
    "1 very much improved", "By patient", "Satisfaction", "2", "Treatments elsewhere", NULL,
  };
  g_autoptr (GlaPages) pages =
    gla_sheet_of_script ("full-record", NULL,
                         BASE "g 16 GLAB 1 side=left;g 16 GLAB 2 side=right;"
                              "r 16 gais 1 very_much_improved by=patient;"
                              "r 17 satisfaction 2 dissatisfied by=patient",
                         20, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text != NULL)
    gla_sheet_assert_order (text, words);
}

/* Resistance is spoken of only behind a test, and then as one of several reasons. */
static void
test_options (void)
{
  g_autoptr (GlaPages) sheet = gla_sheet_of_play ("not-working", &plays[5], &options[0]);
  g_autoptr (GlaPages) before = gla_sheet_of_play ("not-working", &plays[4], &options[0]);
  g_autoptr (GlaPages) dossier = gla_sheet_of_play ("dossier", &plays[5], &options[0]);
  g_autofree char *text = gla_sheet_read (sheet, "pdftotext");
  g_autofree char *early = gla_sheet_read (before, "pdftotext");
  g_autofree char *all = gla_sheet_read (dossier, "pdftotext");

  if (text == NULL || early == NULL || all == NULL)
    return;
  g_assert_nonnull (strstr (text, "Possible resistance is one of several"));
  g_assert_nonnull (strstr (text, "or have none"));
  g_assert_null (strstr (early, "resistance"));
  g_assert_nonnull (strstr (all, "Options, side by side"));
  g_assert_nonnull (strstr (all, "Accept and stop"));
}

static void
test_form (void)
{
  g_autoptr (GlaPages) pages = gla_sheet_of_play ("not-working", &plays[4], &options[2]);
  g_autofree char *about = gla_sheet_read (pages, "pdfinfo");
  g_autofree char *fonts = gla_sheet_read (pages, "pdffonts");
  g_autoptr (GBytes) bytes = gla_sheet_pdf (pages);
  g_auto (GStrv) lines = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  static const char *const marks[] = { "/MarkInfo << /Marked true >>", "/Lang (en-US)", "/H1",
                                       "/H2", "/LI", "/Figure", "/S /Document" };

  if (about == NULL || fonts == NULL)
    return;
  g_assert_nonnull (strstr (about, "When your treatment does not seem to work"));
  g_assert_nonnull (strstr (about, "612 x 792 pts (letter)"));
  g_assert_nonnull (strstr (about, "Tagged:          yes"));
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (memmem (data, length, marks[i], strlen (marks[i])) == NULL)
      g_error ("the file has no %s", marks[i]);
  /* Two lines of head, then one a font: embedded, subset, with Unicode. */
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

static void
test_same_bytes (void)
{
  g_autoptr (GlaPages) one = gla_sheet_of_play ("dossier", &plays[4], &options[0]);
  g_autoptr (GlaPages) two = gla_sheet_of_play ("dossier", &plays[4], &options[0]);
  g_autoptr (GBytes) first = gla_sheet_pdf (one);
  g_autoptr (GBytes) second = gla_sheet_pdf (two);

  g_assert_true (g_bytes_equal (first, second));
}

/* Names from one letter to 200, of all scripts, and a record with nothing in it. */
static void
test_names (void)
{
  g_autofree char *endless = g_strnfill (200, 'w');
  const char *const names[] = { "I", endless, "שרה כהן", "محمد", "Zoë e\u0301\u0302\u0303\u0304",
                                "李小龍", "*{name}*", "<b>&amp;" };
  const char *const *keys = gla_handout_list_builtin ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; keys[j] != NULL; j++)
      for (gsize k = 0; k < 2; k++)
        {
          const GlaPatient patient = { .number = names[i], .family_name = names[i],
                                       .birth_day = GLA_DAY_NONE };
          g_autoptr (GlaPages) pages =
            gla_sheet_of_script (keys[j], &patient, i % 2 == 0 ? BASE : "", 20, &options[k]);

          gla_sheet_assert_inside (pages, names[i]);
        }
}

/* The weeks below the bars of a patient are those of the timeline: whole ones that enclose the days. */
static void
test_weeks (void)
{
  static const struct
  {
    const char *grades;
    const char *weeks;
  } cases[] = {
    { "g 14 GLAB 1;g 90 GLAB 1;g 112 GLAB 3", "13–16 wk" },
    { "g 14 GLAB 1;g 91 GLAB 1;g 115 GLAB 3", "13–17 wk" },
    { "g 14 GLAB 1;g 55 GLAB 1;g 62 GLAB 3", "8–9 wk" },
    { "g 14 GLAB 1;w 90", "13 wk" },
    { "g 14 GLAB 1;g 90 GLAB 1", "12+ wk" },
    { "g 14 GLAB 3;g 28 GLAB 3", "none seen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf (BASE "%s;t 200 b GLAB ona 20", cases[i].grades);
      g_autoptr (GlaPages) pages =
        gla_sheet_of_script ("not-working", NULL, script, 230, &options[0]);
      g_autofree char *text = gla_sheet_read (pages, "pdftotext");

      if (text == NULL)
        return;
      if (strstr (text, cases[i].weeks) == NULL)
        {
          g_test_message ("%s: not “%s” in\n%s", cases[i].grades, cases[i].weeks, text);
          g_test_fail ();
        }
    }
}

/* How an injection was given stands in the whole record, with the day of a touch-up. */
static void
test_how (void)
{
  static const char *const words[] = {
    "Depth, needle and technique, where noted:", "1 Jan 2024, Glabella: dermal · 30-G",
    "15 Jan 2024, Glabella: 32-G", NULL,
  };
  g_autoptr (GlaPages) pages = gla_sheet_of_script (
    "full-record", NULL,
    "t 0 a GLAB ona 20 depth=dermal needle=30-G;t 14 b GLAB ona 4 needle=32-G", 60, &options[0]);
  g_autoptr (GlaPages) without =
    gla_sheet_of_script ("full-record", NULL, BASE, 60, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_autofree char *nothing = gla_sheet_read (without, "pdftotext");

  if (text == NULL)
    return;
  gla_sheet_assert_order (text, words);
  g_assert_null (strstr (nothing, "where noted"));
}

/* The letter names the lot that is checked and the day of it, not all that a treatment had. */
static void
test_lot (void)
{
  g_autoptr (GlaPages) pages =
    gla_sheet_of_lot ("t 0 a GLAB ona 20 lot=C4102A1; t 14 b GLAB ona 4 lot=C9999Z9",
                      "C9999Z9", 14, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_autofree char *day = gla_day_format_long (gla_test_history_day (14));
  g_autofree char *line = g_strdup_printf ("You had it on %s.", day);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "We are checking lot C9999Z9."));
  g_strdelimit (text, "\n", ' ');
  g_assert_nonnull (strstr (text, line));
}

/* Eighty patients over some pages, each once, whoever has no telephone or does not want calls. */
static void
test_calls (void)
{
  static const char *const words[] = {
    "Call list", "Whom to call on Monday.", "Kaya 0, Mira", "Kaya 1, Mira", "Kaya 79, Mira",
    "Outcome: R reached", "call-list 2026-11-1", NULL,
  };
  /* Cells of a table are read column by column. */
  static const char *const others[] = {
    "Outcome and day", "000100", "044 555 01 00", "Review due", "no phone", "calls: not agreed",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GPtrArray) calls = gla_handout_call_list_new ();
      g_autoptr (GlaPages) pages = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; j < 80; j++)
        {
          g_autofree char *name = g_strdup_printf ("Kaya %u, Mira", j);
          g_autofree char *number = g_strdup_printf ("%06u", 100 + j);

          gla_handout_call_list_add (calls, name, number, j % 2 == 0 ? "044 555 01 00" : NULL,
                                     /* One may be called and has no telephone. */
                                     j % 2 == 0 || j == 1, "Review due\nTreated 16 days ago");
        }
      pages = gla_sheet_of_calls (calls, "Whom to call on Monday.", &options[i]);
      gla_sheet_assert_inside (pages, "call list");
      g_assert_cmpuint (gla_pages_get_n_pages (pages), >, 2);
      text = i == 0 ? gla_sheet_read (pages, "pdftotext") : NULL;
      if (text == NULL)
        continue;
      gla_sheet_assert_order (text, words);
      for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
        g_assert_nonnull (strstr (text, others[j]));
    }
}

/* What stands in a record is never taken for a mark of a template. */
static void
test_marks_in_names (void)
{
  const GlaPatient patient = { .number = "1", .given_name = "*{patient-number}*",
                               .family_name = "<&>", .birth_day = GLA_DAY_NONE };
  g_autoptr (GlaPages) pages =
    gla_sheet_of_script ("not-yet", &patient, BASE, 5, &options[0]);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text != NULL)
    g_assert_nonnull (strstr (text, "*{patient-number}* <&>"));
}

static void
test_forty_years (void)
{
  const char *const *keys = gla_handout_list_builtin ();
  int today;
  g_autofree char *script = make_long_script (&today);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaPages) pages =
        gla_sheet_of_script (keys[i], NULL, script, today, &options[i % 2]);

      gla_sheet_assert_inside (pages, keys[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/sheets/not-working", test_not_working);
  g_test_add_func ("/handout/sheets/not-yet", test_not_yet);
  g_test_add_func ("/handout/sheets/dossier", test_dossier);
  g_test_add_func ("/handout/sheets/adverse-event", test_adverse_event);
  g_test_add_func ("/handout/sheets/ratings", test_ratings);
  g_test_add_func ("/handout/sheets/how", test_how);
  g_test_add_func ("/handout/sheets/options", test_options);
  g_test_add_func ("/handout/sheets/form", test_form);
  g_test_add_func ("/handout/sheets/same-bytes", test_same_bytes);
  g_test_add_func ("/handout/sheets/names", test_names);
  g_test_add_func ("/handout/sheets/calls", test_calls);
  g_test_add_func ("/handout/sheets/lot", test_lot);
  g_test_add_func ("/handout/sheets/weeks", test_weeks);
  g_test_add_func ("/handout/sheets/marks-in-names", test_marks_in_names);
  g_test_add_func ("/handout/sheets/forty-years", test_forty_years);
  g_test_add_func ("/handout/sheets/all", test_all);
  return gla_sheet_end (g_test_run ());
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding.h"
#include "gla-test-history.h"

#include <string.h>

#define TODAY 400

typedef struct
{
  GlaCatalogue *catalogue;
  GlaConstants *constants;
  GlaCycleSettings settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  fixture->constants = gla_constants_new (fixture->catalogue);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gla_constants_unref (fixture->constants);
  gla_catalogue_unref (fixture->catalogue);
}

static GPtrArray *
make_findings (Fixture          *fixture,
               const GlaPatient *patient,
               const char       *script)
{
  g_autoptr (GlaHistory) history = gla_test_history_new_of (patient, script);
  g_autoptr (GlaCycles) cycles = gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                                                 gla_test_history_day (TODAY));

  return gla_findings_new (cycles, &fixture->settings, fixture->constants, NULL);
}

static const GlaFinding *
find (GPtrArray  *findings,
      const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];

      if (strcmp (finding->id, id) == 0)
        return finding;
    }
  return NULL;
}

/* Nothing is said without words, and every source exists. */
static void
check_all (Fixture   *fixture,
           GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];

      g_assert_cmpstr (finding->chip, !=, "");
      g_assert_true (g_str_has_suffix (finding->text, "."));
      g_assert_cmpuint (finding->rows->len, >, 0);
      g_assert_cmpstr (gla_finding_level_get_name (finding->level), !=, "");
      for (guint k = 0; k < finding->sources->len; k++)
        {
          const char *key = finding->sources->pdata[k];

          if (gla_catalogue_find_source (fixture->catalogue, key) == NULL)
            g_error ("%s: no source %s", finding->id, key);
        }
      if (i > 0)
        g_assert_cmpint (((const GlaFinding *) findings->pdata[i - 1])->level, <=, finding->level);
    }
}

typedef struct
{
  const char *allergies;
  const char *conditions;
  const char *medicines;
  const char *chips;    /* level number, id and chip of each */
} ScreenCase;

static const ScreenCase screen_cases[] = {
  { NULL, NULL, NULL, "" },
  { "", " \n ", ";", "" },
  { "cow's-milk allergy", NULL, NULL, "1 screen-milk cow's-milk allergy" },
  { "Cow milk protein\npenicillin", NULL, NULL,
    "1 screen-milk Cow milk protein; 4 allergy penicillin" },
  { "No known allergies", NULL, NULL, "" },
  { "NKDA", "denies pregnancy", "none", "" },
  { "Human albumin; GELATINE", NULL, NULL,
    "1 screen-gelatin GELATINE; 2 screen-albumin Human albumin" },
  { "rash after Dysport 2019", NULL, NULL, "1 screen-toxin rash after Dysport 2019" },
  { "polysorbate 80", NULL, NULL, "2 screen-polysorbate polysorbate 80" },
  { "an allergy with a name so long that it can't stand on a chip", NULL, NULL,
    "4 allergy an allergy with a name so long…" },
  { NULL, "Myasthenia gravis", NULL, "1 screen-muscle Myasthenia gravis" },
  { NULL, "ALS", NULL, "1 screen-muscle ALS" },
  { NULL, "also hypertension", NULL, "" },
  { NULL, "Pregnant, week 12", NULL, "1 screen-pregnancy Pregnant, week 12" },
  { NULL, "breast-feeding", NULL, "1 screen-breast-feeding breast-feeding" },
  { NULL, "breast cancer 2015", NULL, "" },
  { NULL, "dysphagia", NULL, "2 screen-swallowing dysphagia" },
  { NULL, NULL, "Gentamicin eye drops\nvitamin D",
    "2 screen-junction Gentamicin eye drops" },
  { NULL, NULL, "baclofen", "2 screen-relaxants baclofen" },
  { NULL, "von Willebrand disease", "Aspirin 100",
    "2 screen-bleeding von Willebrand disease; 2 screen-bleeding Aspirin 100" },
  { NULL, NULL, "milk thistle", "" },
};

static void
test_screen (Fixture       *fixture,
             gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (screen_cases); i++)
    {
      GlaPatient patient = {
        .birth_day = GLA_DAY_NONE,
        .allergies = screen_cases[i].allergies,
        .conditions = screen_cases[i].conditions,
        .medicines = screen_cases[i].medicines,
      };
      g_autoptr (GPtrArray) findings = make_findings (fixture, &patient, "");
      g_autoptr (GString) chips = g_string_new (NULL);

      for (guint k = 0; k < findings->len; k++)
        {
          const GlaFinding *finding = findings->pdata[k];

          g_string_append_printf (chips, "%s%d %s %s", k > 0 ? "; " : "", finding->level,
                                  finding->id, finding->chip);
        }
      g_assert_cmpstr (chips->str, ==, screen_cases[i].chips);
      check_all (fixture, findings);
    }
}

/* The text names what was written, the rule, and the products of the catalogue. */
static void
test_screen_text (Fixture       *fixture,
                  gconstpointer  unused)
{
  GlaPatient patient = { .birth_day = GLA_DAY_NONE, .allergies = "cow's milk" };
  g_autoptr (GPtrArray) findings = make_findings (fixture, &patient, "");
  const GlaFinding *finding = findings->pdata[0];

  g_assert_cmpstr (finding->text, ==,
                   "Recorded: cow's milk. Contraindication on a label of products that can hold "
                   "traces of cow's milk protein. Products: Dysport, Azzalure.");
  g_assert_cmpuint (finding->sources->len, ==, 1);
  g_assert_cmpstr (finding->sources->pdata[0], ==, "L6");
  g_assert_cmpstr (finding->rows->pdata[0], ==, "patient");
}

typedef struct
{
  const char *name;
  const char *script;
  const char *id;
  GlaFindingLevel level;
  const char *chip;     /* NULL: no such finding */
  const char *text;     /* NULL: any */
  guint n_rows;
} FindingCase;

static const FindingCase finding_cases[] = {
  { "three months and no shorter", "t 0 A GLAB ona 20; t 91 B GLAB ona 20", "label-interval" },
  { "one day short", "t 0 A GLAB ona 20; t 90 B GLAB ona 20", "label-interval", GLA_FINDING_WARN,
    "1 interval under 3 months",
    "In the last 2 years 1 of 1 interval between treatments was shorter than the label of the "
    "product given first. The shortest was 90 days. Treatments within 21 days of the one before "
    "are not counted here.", 2 },
  { "any area", "t 0 A GLAB ona 20; t 60 B FRON ona 10; t 120 C GLAB ona 20; t 300 D GLAB ona 20",
    "label-interval", GLA_FINDING_WARN, "2 intervals under 3 months",
    "In the last 2 years 2 of 3 intervals between treatments were shorter than the label of the "
    "product given first. The shortest was 60 days. Treatments within 21 days of the one before "
    "are not counted here.", 3 },
  { "more than two years ago", "t -500 A GLAB ona 20; t -440 B GLAB ona 20", "label-interval" },
  { "a day known to a month does not count", "t 0 A GLAB ona 20; t 60m B GLAB ona 20",
    "label-interval" },
  { "an unknown product has no label", "t 0 A GLAB - 20; t 60 B GLAB ona 20", "label-interval" },
  { "after today", "t 390 A GLAB ona 20; t 420 B GLAB ona 20", "label-interval" },

  { "touch-up on day 21", "t 0 A GLAB ona 20; t 21 B GLAB ona 4", "touch-ups", GLA_FINDING_WARN,
    "1 treatment within 21 days", NULL, 1 },
  { "on day 22", "t 0 A GLAB ona 20; t 22 B GLAB ona 4", "touch-ups" },
  { "two of them", "t 0 A GLAB ona 20; t 14 B GLAB ona 4; t 28 C FRON ona 4", "touch-ups",
    GLA_FINDING_WARN, "2 treatments within 21 days", NULL, 2 },
  { "a touch-up is no short interval", "t 0 A GLAB ona 20; t 14 B GLAB ona 4", "label-interval" },
  { "two sessions of a day are one", "t 0 A GLAB ona 20; t 0 B GLAB ona 4", "touch-ups" },

  { "day 13", "t 387 A GLAB ona 20", "review-due" },
  { "day 14", "t 386 A GLAB ona 20; t 386 A FRON ona 10", "review-due", GLA_FINDING_TASK,
    "review due until 4 Mar 2025",
    "Not graded yet since the last treatment: Forehead, Glabella. The effect at its peak can be "
    "judged from day 14 to day 42.", 1 },
  { "day 42", "t 358 A GLAB ona 20", "review-due", GLA_FINDING_TASK, "review due until 4 Feb 2025",
    NULL, 1 },
  { "day 43", "t 357 A GLAB ona 20", "review-due" },
  { "graded", "t 370 A GLAB ona 20; g 384 GLAB 1", "review-due" },
  { "treated elsewhere since", "t 370 A GLAB ona 20; x 380 GLAB - -", "review-due" },
  { "some day of a month", "t 370m A GLAB ona 20", "review-due" },

  { "no grade before", "t 300 A GLAB ona 20", "no-baseline", GLA_FINDING_INFO,
    "no grade before treatment",
    "No grade was recorded before the last treatment of: Glabella. Without it later grades can't "
    "show an effect.", 1 },
  { "graded before", "g 300 GLAB 2; t 300 A GLAB ona 20", "no-baseline" },
  { "known to be over", "t 200 A GLAB ona 20; w 300", "no-baseline" },

  { "lots and products", "t 0 A GLAB - 20; t 0 A FRON ona 10 lot=C1; t 0 A LCL ona 24",
    "unknown-lot", GLA_FINDING_INFO, "2 injections without a lot", NULL, 2 },
  { "one product", "t 0 A GLAB - 20; t 0 A FRON ona 10", "unknown-product", GLA_FINDING_INFO,
    "1 injection of an unknown product", NULL, 1 },
  { "all known", "t 0 A GLAB ona 20 lot=C1", "unknown-lot" },
  { "days", "t 0~ A GLAB ona 20; t 200 B GLAB ona 20; t - C GLAB ona 20", "inexact-date",
    GLA_FINDING_INFO, "2 treatments without an exact date", NULL, 2 },

  { "sums", "t 0 A GLAB ona 20; t 36 B GLAB ona 10; t 36 B FRON ona 2.5; t 200 C GLAB ona -",
    "amount", GLA_FINDING_INFO, "ONA: at least 12.5 units in a year",
    "BOTOX Cosmetic, Vistabel: 0 units in the last 90 days, 12.5 in the last 365 days, 32.5 in "
    "all. 1 amount that is not known is left out.", 4 },
  { "ninety days", "t 310 A GLAB ona 20; t 311 B GLAB ona 10", "amount", GLA_FINDING_INFO,
    "ONA: 30 units in a year",
    "BOTOX Cosmetic, Vistabel: 10 units in the last 90 days, 30 in the last 365 days, 30 in all.",
    2 },
  { "the day a year ago is out", "t 35 A GLAB ona 20", "amount" },
  { "not known", "t 100 A GLAB ona -", "amount", GLA_FINDING_INFO,
    "ONA: amount in a year not known", NULL, 1 },
  { "not known before", "t 0 A GLAB ona -; t 100 B GLAB ona 20", "amount", GLA_FINDING_INFO,
    "ONA: 20 units in a year", NULL, 2 },
  { "elsewhere too", "t 100 A GLAB ona 20; x 150 GLAB ona 30", "amount", GLA_FINDING_INFO,
    "ONA: 50 units in a year",
    "BOTOX Cosmetic, Vistabel: 0 units in the last 90 days, 50 in the last 365 days, 50 in all. "
    "1 treatment elsewhere is included.", 2 },
  { "no product, no sum", "t 100 A GLAB - 20", "amount" },

  { "graded without an effect", "g 300 GLAB 3; t 300 A GLAB ona 20 lot=C1; g 328 GLAB 3",
    "no-response", GLA_FINDING_TASK, "no effect seen: Glabella", NULL, 1 },
  { "one grade better", "g 300 GLAB 3; t 300 A GLAB ona 20 lot=C1; g 328 GLAB 2", "no-response" },
  { "half the label dose", "g 300 GLAB 3; t 300 A GLAB ona 10 lot=C1; g 328 GLAB 3",
    "no-response" },
  { "half the label dose on one side",
    "g 300 GLAB 3; t 300 A GLAB ona 10 side=left lot=C1; g 328 GLAB 3", "no-response",
    GLA_FINDING_TASK, "no effect seen: Glabella", NULL, 1 },
  { "less than that on one side",
    "g 300 GLAB 3; t 300 A GLAB ona 9 side=left lot=C1; g 328 GLAB 3", "no-response" },
  { "without a lot", "g 300 GLAB 3; t 300 A GLAB ona 20; g 328 GLAB 3", "no-response" },
  { "an expired vial",
    "v V ona 100 expiry=299; g 300 GLAB 3; t 300 A GLAB ona 20 lot=C1 vial=V; g 328 GLAB 3",
    "no-response" },
  { "treated since",
    "g 200 GLAB 3; t 200 A GLAB ona 20 lot=C1; g 228 GLAB 3; t 300 B GLAB ona 20 lot=C2",
    "no-response" },

  { "a reaction after a touch-up that did not work",
    "g 300 GLAB 3; t 300 A GLAB ona 20 lot=C1; t 315 B GLAB ona 5 lot=C1; e 318 GLAB Swelling; "
    "g 343 GLAB 3", "reaction", GLA_FINDING_WARN, "Swelling after a touch-up, 14 Nov 2024", NULL,
    2 },
  { "on the day of the touch-up",
    "g 300 GLAB 3; t 300 A GLAB ona 20; t 315 B GLAB ona 5; e 315 GLAB erythema; g 343 GLAB 3",
    "reaction", GLA_FINDING_WARN, "erythema after a touch-up, 11 Nov 2024", NULL, 2 },
  { "before the touch-up",
    "g 300 GLAB 3; t 300 A GLAB ona 20; t 315 B GLAB ona 5; e 314 GLAB Swelling; g 343 GLAB 3",
    "reaction" },
  { "a touch-up that worked",
    "g 300 GLAB 3; t 300 A GLAB ona 20; t 315 B GLAB ona 5; e 318 GLAB Swelling; g 343 GLAB 1",
    "reaction" },
  { "without a touch-up", "g 300 GLAB 3; t 300 A GLAB ona 20; e 318 GLAB Swelling; g 343 GLAB 3",
    "reaction" },
  { "another event",
    "g 300 GLAB 3; t 300 A GLAB ona 20; t 315 B GLAB ona 5; e 318 GLAB Bruise; g 343 GLAB 3",
    "reaction" },
  { "in another area",
    "g 300 GLAB 3; t 300 A GLAB ona 20; t 315 B GLAB ona 5; e 318 LCL Swelling; g 343 GLAB 3",
    "reaction" },

  { "84 days ago", "x 316 GLAB - -", "elsewhere" },
  { "83 days ago", "x 317 GLAB - -", "elsewhere", GLA_FINDING_WARN, "elsewhere: 13 Nov 2024",
    "Botulinum toxin elsewhere: 13 Nov 2024, product not known. Trials and labels ask about any in "
    "the last 12 weeks.", 1 },
  { "type B, 111 days ago", "x 289 GLAB rima 2500", "elsewhere", GLA_FINDING_WARN,
    "elsewhere: 16 Oct 2024",
    "Botulinum toxin elsewhere: 16 Oct 2024, Myobloc, NeuroBloc. Trials and labels ask about any "
    "in the last 16 weeks.", 1 },
  { "about 90 days ago", "x 310~ GLAB - -", "elsewhere", GLA_FINDING_WARN,
    "elsewhere: about 6 Nov 2024", NULL, 1 },
};

static void
test_findings (Fixture       *fixture,
               gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      const FindingCase *expected = &finding_cases[i];
      g_autoptr (GPtrArray) findings = make_findings (fixture, &patient, expected->script);
      const GlaFinding *finding = find (findings, expected->id);

      g_test_message ("%s: %s", expected->id, expected->name);
      check_all (fixture, findings);
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, expected->chip);
      if (finding == NULL)
        continue;
      g_assert_cmpint (finding->level, ==, expected->level);
      g_assert_cmpuint (finding->rows->len, ==, expected->n_rows);
      if (expected->text != NULL)
        g_assert_cmpstr (finding->text, ==, expected->text);
    }
}

/* Each product has a finding of its own: no sum over products. */
static void
test_amounts_apart (Fixture       *fixture,
                    gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };
  g_autoptr (GPtrArray) findings =
    make_findings (fixture, &patient,
                   "t 100 A GLAB ona 20; t 200 B GLAB abo-p 50; t 300 C GLAB abo-l 50");
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];

      if (strcmp (finding->id, "amount") != 0)
        continue;
      count++;
      g_assert_cmpuint (finding->rows->len, ==, 1);
      g_assert_true (strstr (finding->chip, " 20 ") != NULL ||
                     strstr (finding->chip, " 50 ") != NULL);
    }
  g_assert_cmpuint (count, ==, 3);
}

/* Intervals of several labels have no common time to name. */
static void
test_mixed_labels (Fixture       *fixture,
                   gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };
  g_autoptr (GPtrArray) findings = NULL;
  const GlaFinding *finding;

  fixture->settings.region = "kr";
  findings = make_findings (fixture, &patient,
                            "t 0 A GLAB leti 20; t 60 B GLAB pra 20; t 130 C GLAB pra 20");
  finding = find (findings, "label-interval");
  g_assert_cmpstr (finding->chip, ==, "2 intervals below the label's");
  g_assert_true ((finding->marks & GLA_MARK_DEFAULT) != 0);
}

typedef struct
{
  int years;             /* old today; below 0: not known */
  const char *product;
  const char *region;
  const char *chip;
  GlaFindingLevel level;
} AgeCase;

static const AgeCase age_cases[] = {
  { -1, "ona", "eu", NULL },
  { 17, "ona", "eu", "17 years old", GLA_FINDING_STRONG },
  { 18, "ona", "eu", NULL },
  { 65, "ona", "eu", NULL },
  { 66, "ona", "eu", "66 years old", GLA_FINDING_INFO },
  { 66, "ona", "us", NULL },
  { 66, "-", "eu", NULL },
  { 75, "leti", "eu", "75 years old", GLA_FINDING_STRONG },
};

static void
test_age (Fixture       *fixture,
          gconstpointer  unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (age_cases); i++)
    {
      const AgeCase *expected = &age_cases[i];
      g_autofree char *script = g_strdup_printf ("t 300 A GLAB %s 20", expected->product);
      GlaPatient patient = { .birth_day = GLA_DAY_NONE };
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      if (expected->years >= 0)
        patient.birth_day =
          gla_day_add_months (gla_test_history_day (TODAY), -12 * expected->years);
      fixture->settings.region = expected->region;
      findings = make_findings (fixture, &patient, script);
      finding = find (findings, "age");
      g_test_message ("%d, %s, %s", expected->years, expected->product, expected->region);
      check_all (fixture, findings);
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, expected->chip);
      if (finding != NULL)
        g_assert_cmpint (finding->level, ==, expected->level);
    }
}

/* Words that no finding may use (evidence, section 8.1). */
static void
test_no_judgement (Fixture       *fixture,
                   gconstpointer  unused)
{
  static const char *const forbidden[] = {
    "immune", "antibod", "resistan", "defective", "fake", "guarantee", "safe to",
  };
  GlaPatient patient = {
    .birth_day = GLA_DAY_NONE,
    .allergies = "milk\nalbumin\ndysport",
    .conditions = "myasthenia",
    .medicines = "gentamicin",
  };
  g_autoptr (GPtrArray) findings = make_findings (
    fixture, &patient,
    "t 0 A GLAB ona 20; t 14 B GLAB ona 5; t 60 C GLAB - 20; x 350 GLAB - -; t 380 D FRON ona 10");

  g_assert_cmpuint (findings->len, >=, 10);
  check_all (fixture, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];
      g_autofree char *text = g_utf8_casefold (finding->text, -1);

      for (gsize k = 0; k < G_N_ELEMENTS (forbidden); k++)
        g_assert_null (strstr (text, forbidden[k]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/clinical/findings/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("screen", test_screen);
  ADD ("screen-text", test_screen_text);
  ADD ("course", test_findings);
  ADD ("amounts-apart", test_amounts_apart);
  ADD ("mixed-labels", test_mixed_labels);
  ADD ("age", test_age);
  ADD ("no-judgement", test_no_judgement);
#undef ADD

  return g_test_run ();
}

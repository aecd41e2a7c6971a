/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alerts before a planned treatment: each at its boundary, and quiet on the other side. */

#include "config.h"

#include "gla-finding.h"
#include "gla-lot-finding.h"
#include "gla-plan-dates.h"
#include "gla-plan.h"
#include "gla-test-history.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaConstants *constants;
  GlaCycleSettings settings;
  GPtrArray *lots;
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
  g_clear_pointer (&fixture->lots, g_ptr_array_unref);
  gla_constants_unref (fixture->constants);
  gla_catalogue_unref (fixture->catalogue);
}

/* The first treatment of @script, with its vials and grades, is the plan. */
static GPtrArray *
judge (Fixture          *fixture,
       const GlaPatient *patient,
       const char       *record,
       const char       *script,
       int               minute,
       const char       *amends)
{
  g_autoptr (GlaHistory) history = gla_test_history_new_of (patient, record);
  g_autoptr (GlaHistory) planned = gla_test_history_new (script);
  GlaPlan plan = {
    .treatment = planned->treatments->pdata[0],
    .minute = minute,
    .injections = planned->injections,
    .assessments = planned->assessments,
    .vials = planned->vials,
    .lots = fixture->lots,
    .amends = amends,
  };
  g_autoptr (GlaCycles) cycles = gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                                                 plan.treatment->day);
  g_autoptr (GlaPlanCycles) both = gla_plan_cycles_new (cycles, &fixture->settings, &plan);

  return gla_plan_findings_new (both, &fixture->settings, fixture->constants, &plan);
}

static const GlaFinding *
find (GPtrArray  *findings,
      const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((GlaFinding *) findings->pdata[i])->id, id) == 0)
      return findings->pdata[i];
  return NULL;
}

/* Nothing is said without words or in words that judge, and every source and row exists. */
static void
check_all (Fixture   *fixture,
           GPtrArray *findings)
{
  static const char *const forbidden[] = {
    "immune", "antibod", "resistan", "defective", "fake", "guarantee", "safe to", "inject 1",
    "inject 2", "give ",
  };

  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];
      g_autofree char *text = g_utf8_casefold (finding->text, -1);

      g_assert_cmpstr (finding->chip, !=, "");
      g_assert_true (g_str_has_suffix (finding->text, "."));
      for (gsize k = 0; k < G_N_ELEMENTS (forbidden); k++)
        if (strstr (text, forbidden[k]) != NULL && strcmp (finding->id, "lot-unknown") != 0)
          g_error ("“%s” in “%s”", forbidden[k], finding->text);
      for (guint k = 0; k < finding->sources->len; k++)
        g_assert_nonnull (gla_catalogue_find_source (fixture->catalogue,
                                                     finding->sources->pdata[k]));
      for (guint k = 0; k < finding->rows->len; k++)
        g_assert_false (g_str_has_prefix (finding->rows->pdata[k], "plan"));
      if (i > 0)
        g_assert_cmpint (((GlaFinding *) findings->pdata[i - 1])->level, <=, finding->level);
    }
}

typedef struct
{
  const char *name;
  const char *record;
  const char *plan;
  const char *id;
  const char *alert;       /* NULL with a chip: no number; see chip */
  GlaFindingLevel level;
  const char *chip;        /* NULL: no such finding */
  const char *text;        /* NULL: any */
  const char *region;      /* NULL: eu */
} PlanCase;

static const PlanCase cases[] = {
  /* A1: the label interval, of any area */
  { "three months", "t 0 A GLAB ona 20", "t 91 P GLAB ona 20 lot=C", "planned-interval" },
  { "a day less", "t 0 A GLAB ona 20", "t 90 P GLAB ona 20 lot=C", "planned-interval", "A1",
    GLA_FINDING_WARN, "90 days since a treatment; the label asks for 3 months",
    "Treated before: 1 Jan 2024, Glabella. Shorter than the label interval (90 days). The label "
    "interval ends on 1 Apr 2024." },
  { "another area", "t 0 A FRON ona 20", "t 90 P GLAB ona 20 lot=C", "planned-interval", "A1",
    GLA_FINDING_WARN, "90 days since a treatment; the label asks for 3 months" },
  { "90 days in the US", "t 0 A GLAB ona 20", "t 90 P GLAB ona 20 lot=C", "planned-interval",
    .region = "us" },
  { "89 days in the US", "t 0 A GLAB ona 20", "t 89 P GLAB ona 20 lot=C", "planned-interval", "A1",
    GLA_FINDING_WARN, "89 days since a treatment; the label asks for 90 days", .region = "us" },
  { "an unknown product", "t 0 A GLAB - 20", "t 90 P GLAB ona 20 lot=C", "planned-interval", "A1",
    GLA_FINDING_WARN, "90 days since a treatment; the label asks for 3 months" },
  { "the longer one counts", "t 0 A GLAB ona 20; t 80 B FRON ona 20", "t 95 P GLAB ona 20 lot=C",
    "planned-interval", "A1", GLA_FINDING_WARN,
    "15 days since a treatment; the label asks for 3 months" },
  { "never treated", "", "t 90 P GLAB ona 20 lot=C", "planned-interval" },
  { "same day", "t 90 A FRON ona 20", "t 90 P GLAB ona 20 lot=C", "planned-interval" },
  { "later ones do not count", "t 120 A GLAB ona 20", "t 90 P GLAB ona 20 lot=C",
    "planned-interval" },
  { "a day known to a month", "t 60m A GLAB ona 20", "t 90 P GLAB ona 20 lot=C",
    "planned-interval" },
  { "84 days elsewhere", "x 0 GLAB - -", "t 84 P GLAB ona 20 lot=C", "elsewhere" },
  { "83 days elsewhere", "x 1 GLAB - -", "t 84 P GLAB ona 20 lot=C", "elsewhere", "A1",
    GLA_FINDING_WARN, "elsewhere: 2 Jan 2024" },

  /* A2: within three weeks */
  { "day 21", "t 0 A GLAB ona 20", "t 21 P GLAB ona 5 lot=C", "planned-booster", "A2",
    GLA_FINDING_WARN, "21 days since a treatment: a booster to some authors",
    "Treated before: 1 Jan 2024, Glabella. A treatment within 21 days of another falls in what "
    "some authors call a booster. What is the reason? It can be written under “Why unlike label "
    "or plan”." },
  { "day 22", "t 0 A GLAB ona 20", "t 22 P GLAB ona 5 lot=C", "planned-booster" },
  { "day 1", "t 0 A GLAB ona 20", "t 1 P FRON ona 5 lot=C", "planned-booster", "A2",
    GLA_FINDING_WARN, "1 day since a treatment: a booster to some authors" },
  { "day 0", "t 0 A GLAB ona 20", "t 0 P GLAB ona 5 lot=C", "planned-booster" },

  /* A3: before the effect can be judged */
  { "day 13", "t 0 A GLAB ona 20", "t 13 P GLAB ona 5 lot=C", "planned-early", "A3",
    GLA_FINDING_STRONG, "Glabella: day 13, effect not yet assessable",
    "The effect of the treatment before can be judged from day 14, which is 15 Jan 2024. Before "
    "that it is still growing." },
  { "day 14", "t 0 A GLAB ona 20", "t 14 P GLAB ona 5 lot=C", "planned-early" },
  { "day 13 of another area", "t 0 A FRON ona 20", "t 13 P GLAB ona 5 lot=C", "planned-early" },
  { "day 13 of a touch-up", "t 0 A GLAB ona 20; t 14 B GLAB ona 5", "t 27 P GLAB ona 5 lot=C",
    "planned-early", "A3", GLA_FINDING_STRONG, "Glabella: day 13, effect not yet assessable" },
  { "day 0", "t 13 A GLAB ona 20", "t 13 P GLAB ona 5 lot=C", "planned-early" },

  /* A4: below and above the label */
  { "the label dose", "", "t 0 P GLAB ona 20 lot=C", "below-label" },
  { "a hundredth below", "", "t 0 P GLAB ona 19.99 lot=C", "below-label", "A4", GLA_FINDING_INFO,
    "Glabella 19.99 U, label 20 U" },
  { "half of it", "", "t 0 P GLAB ona 10 lot=C", "below-label", "A4", GLA_FINDING_INFO,
    "Glabella 10 U, label 20 U",
    "Planned: 10 units, label: 20 units (Glabella, BOTOX Cosmetic, Vistabel). That is 0.5 times "
    "the label's." },
  { "most of a label", "", "t 0 P GLAB inco 30 lot=C", "above-label" },
  { "above it", "", "t 0 P GLAB inco 30.01 lot=C", "above-label", "A4", GLA_FINDING_WARN,
    "Glabella 30.01 U, label at most 30 U" },
  { "twice the label", "", "t 0 P GLAB ona 40 lot=C", "above-label", "A4", GLA_FINDING_WARN,
    "Glabella 40 U, label at most 20 U",
    "Planned: 40 units, label: 20 units (Glabella, BOTOX Cosmetic, Vistabel). That is 2 times the "
    "label's." },
  { "two sides", "", "t 0 P LCL ona 12 lot=C side=left; t 0 P LCL ona 12 lot=C side=right",
    "below-label" },
  { "one side", "", "t 0 P LCL ona 12 lot=C side=left", "below-label" },
  { "one side, less", "", "t 0 P LCL ona 10 lot=C side=left", "below-label", "A4",
    GLA_FINDING_INFO, "Crow's feet 10 U, label 12 U" },
  { "two rows of an area", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB ona 12 lot=D", "above-label",
    "A4", GLA_FINDING_WARN, "Glabella 24 U, label at most 20 U" },
  { "two products are never added", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB inco 12 lot=D",
    "above-label" },
  { "nor compared in parts", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB inco 12 lot=D",
    "below-label" },
  { "a touch-up is no low dose", "t 0 A GLAB ona 20", "t 15 P GLAB ona 4 lot=C", "below-label" },
  { "but adds up", "t 0 A GLAB ona 20", "t 15 P GLAB ona 4 lot=C", "above-label", "A4",
    GLA_FINDING_WARN, "Glabella 24 U, label at most 20 U" },
  { "unknown units", "", "t 0 P GLAB ona - lot=C", "below-label" },
  { "unknown product", "", "t 0 P GLAB - 10", "below-label" },
  { "off label", "", "t 0 P MASS ona 40 lot=C", "off-label", NULL, GLA_FINDING_INFO,
    "Masseter is not on the label of ONA here" },
  { "on label", "", "t 0 P GLAB ona 20 lot=C", "off-label" },
  { "the most of a session", "", "t 0 P GLAB rela 50 lot=C; t 0 P LCL rela 60 lot=C",
    "session-maximum" },
  { "more than that", "", "t 0 P GLAB rela 50 lot=C; t 0 P LCL rela 61 lot=C", "session-maximum",
    "A4", GLA_FINDING_STRONG, "RELA: 111 U in this session, label at most 110 U" },
  { "the most of three months", "t 0 A AXIL ona 380", "t 60 P GLAB ona 20 lot=C",
    "period-maximum", .region = "us" },
  { "more than that in three months", "t 0 A AXIL ona 381", "t 60 P GLAB ona 20 lot=C",
    "period-maximum", "A4", GLA_FINDING_STRONG, "ONA: 401 U in 3 months, label at most 400 U",
    .region = "us" },
  { "three months are over", "t 0 A AXIL ona 381", "t 91 P GLAB ona 20 lot=C", "period-maximum",
    .region = "us" },

  /* A5: another product, the same number */
  { "same number", "t 0 A GLAB ona 20", "t 120 P GLAB abo-p 20 lot=C", "same-units", "A5",
    GLA_FINDING_STRONG, "Glabella: another product, and 20 units as before",
    "On 1 Jan 2024 it was 20 units of BOTOX Cosmetic, Vistabel; now the same number is planned of "
    "Dysport, Azzalure. Units are not interchangeable between products and can't be converted." },
  { "another number", "t 0 A GLAB ona 20", "t 120 P GLAB abo-p 50 lot=C", "same-units" },
  { "same product", "t 0 A GLAB ona 20", "t 120 P GLAB ona 20 lot=C", "same-units" },
  { "same units of one family", "t 0 A GLAB abo-p 50", "t 120 P GLAB abo-l 50 lot=C",
    "same-units" },
  { "another area", "t 0 A FRON ona 20", "t 120 P GLAB abo-p 20 lot=C", "same-units" },
  { "back again", "t 0 A GLAB abo-p 50; t 120 B GLAB ona 20", "t 240 P GLAB abo-p 50 lot=C",
    "same-units" },
  { "25 U ABO", "", "t 0 P GLAB abo-p 25 lot=C", "unit-mix", "A5", GLA_FINDING_STRONG,
    "Glabella 25 U: units of which brand?" },
  { "25.01 U ABO", "", "t 0 P GLAB abo-p 25.01 lot=C", "unit-mix" },
  { "50 U ONA", "", "t 0 P GLAB ona 50 lot=C", "unit-mix", "A5", GLA_FINDING_STRONG,
    "Glabella 50 U: units of which brand?" },
  { "49.99 U ONA", "", "t 0 P GLAB ona 49.99 lot=C", "unit-mix" },
  { "50 U of a product that is given so", "", "t 0 P GLAB rela 50 lot=C", "unit-mix" },

  /* A6: the vial, which needs a reason */
  { "last day of use", "", "v V ona 100 lot=C expiry=100; t 100 P GLAB ona 20 vial=V",
    "vial-expired" },
  { "a day later", "", "v V ona 100 lot=C4821A2 expiry=99; t 100 P GLAB ona 20 vial=V",
    "vial-expired", "A6", GLA_FINDING_BLOCK, "Vial C4821A2 expired on 9 Apr 2024",
    "Vial C4821A2 expired on 9 Apr 2024. Choose another vial, or record why it is used." },
  { "no expiry", "", "v V ona 100 lot=C; t 100 P GLAB ona 20 vial=V", "vial-expired" },
  { "no lot", "", "t 0 P GLAB ona 20", "lot-unknown", "A6", GLA_FINDING_BLOCK,
    "The lot of ONA is not known" },
  { "no product either", "", "t 0 P GLAB - 20", "lot-unknown", "A6", GLA_FINDING_BLOCK,
    "Product and lot are not known" },
  { "a vial without a lot", "", "v V ona 100; t 0 P GLAB ona 20 vial=V", "lot-unknown", "A6",
    GLA_FINDING_BLOCK, "The lot of ONA is not known" },
  { "the lot of the vial", "", "v V ona 100 lot=C; t 0 P GLAB ona 20 vial=V", "lot-unknown" },
  { "a lot that is typed", "", "t 0 P GLAB ona 20 lot=C", "lot-unknown" },
  { "on hold", "", "v V ona 100 lot=C held; t 0 P GLAB ona 20 vial=V", "vial-held", "A6",
    GLA_FINDING_BLOCK, "Vial C is on hold" },
  { "a lot on hold", "", "v V ona 100 lot=Cx held; t 0 P GLAB ona 20 lot=cX", "vial-held", "A6",
    GLA_FINDING_BLOCK, "Vial cX is on hold" },
  { "another lot on hold", "", "v V ona 100 lot=D held; t 0 P GLAB ona 20 lot=C", "vial-held" },
  { "of another product", "", "v V abo-p 125 lot=C held; t 0 P GLAB ona 20 lot=C", "vial-held" },
  { "not on hold", "", "v V ona 100 lot=C; t 0 P GLAB ona 20 vial=V", "vial-held" },
  { "a lot of the alert", "", "t 0 P GLAB ona 20 lot=c3709c3", "lot-alerted", "A6",
    GLA_FINDING_BLOCK, "Lot c3709c3 was named in a public alert" },
  { "nearly", "", "t 0 P GLAB ona 20 lot=C3709C4", "lot-alerted" },
  { "a pack of the alert", "", "v V ona 150 lot=C; t 0 P GLAB ona 20 vial=V", "pack-unusual", "A6",
    GLA_FINDING_BLOCK, "150 U is no pack of ONA" },
  { "150 U of another product", "", "v V rela 150 lot=C; t 0 P GLAB rela 50 vial=V",
    "pack-unusual" },

  /* A8: hours since mixing; the hour of the treatment is not known, so the least counts */
  { "a day after noon", "", "v V ona 100 lot=C made=9,12; t 10 P GLAB ona 20 vial=V",
    "vial-hours" },
  { "two days and no more than 24 hours later", "",
    "v V ona 100 lot=C made=8,23; t 10 P GLAB ona 20 vial=V", "vial-hours", "A8",
    GLA_FINDING_INFO, "Vial C was mixed 25 hours ago" },
  { "28 days", "", "v V ona 100 lot=C made=2,0; t 30 P GLAB ona 20 vial=V", "vial-hours", "A8",
    GLA_FINDING_INFO, "Vial C was mixed 672 hours ago" },
  { "and more", "", "v V ona 100 lot=C made=1,23; t 30 P GLAB ona 20 vial=V", "vial-hours", "A8",
    GLA_FINDING_WARN, "Vial C was mixed 673 hours ago",
    "The label allows 24 hours. Beyond what a consensus accepts; one study saw no difference." },
  { "beyond six weeks", "", "v V ona 100 lot=C made=0,22; t 43 P GLAB ona 20 vial=V", "vial-hours",
    "A8", GLA_FINDING_WARN, "Vial C was mixed 1010 hours ago",
    "The label allows 24 hours. No source was found for so long a time." },
  { "72 hours allowed", "", "v V daxi 100 lot=C made=7,0; t 10 P GLAB daxi 40 vial=V",
    "vial-hours" },
  { "not mixed", "", "v V ona 100 lot=C; t 10 P GLAB ona 20 vial=V", "vial-hours" },

  /* A11: no grade before */
  { "not graded", "", "t 0 P GLAB ona 20 lot=C; t 0 P FRON ona 20 lot=C", "no-baseline", "A11",
    GLA_FINDING_INFO, "no grade before treatment",
    "No grade was recorded before the last treatment of: Forehead, Glabella. Without it later "
    "grades can't show an effect." },
  { "graded today", "", "t 0 P GLAB ona 20 lot=C; g 0 GLAB 3", "no-baseline" },
  { "graded last week", "g 0 GLAB 3", "t 7 P GLAB ona 20 lot=C", "no-baseline" },
  { "not the planned one", "t 0 A FRON ona 20", "t 120 P GLAB ona 20 lot=C; g 120 GLAB 2",
    "no-baseline" },

  /* A13 */
  { "a reaction after a touch-up",
    "g 0 GLAB 3; t 0 A GLAB ona 20; t 15 B GLAB ona 5; e 18 GLAB Swelling; g 43 GLAB 3",
    "t 120 P GLAB ona 20 lot=C", "reaction", "A13", GLA_FINDING_WARN,
    "Swelling after a touch-up, 19 Jan 2024" },
  { "that worked",
    "g 0 GLAB 3; t 0 A GLAB ona 20; t 15 B GLAB ona 5; e 18 GLAB Swelling; g 43 GLAB 1",
    "t 120 P GLAB ona 20 lot=C", "reaction" },

  /* A15: each product by itself, with the plan */
  { "sums", "t 0 A GLAB ona 20; t 100 B GLAB ona 10; t 150 C GLAB abo-p 50",
    "t 189 P GLAB ona 20 lot=C", "amount", "A15", GLA_FINDING_INFO,
    "ONA: 30 units in 90 days, with this treatment",
    "BOTOX Cosmetic, Vistabel: 30 units in the last 90 days, 50 in the last 365 days, 50 in all. "
    "This treatment is included." },
  { "the ninetieth day is out", "t 99 B GLAB ona 10", "t 189 P GLAB ona 20 lot=C", "amount", "A15",
    GLA_FINDING_INFO, "ONA: 20 units in 90 days, with this treatment" },
  { "no units yet", "t 0 A GLAB ona 20", "t 189 P GLAB ona - lot=C", "amount" },
};

static void
test_cases (Fixture       *fixture,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlanCase *expected = &cases[i];
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      fixture->settings.region = expected->region != NULL ? expected->region : "eu";
      findings = judge (fixture, &patient, expected->record, expected->plan, GLA_MINUTE_UNKNOWN,
                        NULL);
      finding = find (findings, expected->id);
      g_test_message ("%s: %s", expected->id, expected->name);
      check_all (fixture, findings);
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, expected->chip);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, expected->alert);
      g_assert_cmpint (finding->level, ==, expected->level);
      if (expected->text != NULL)
        g_assert_cmpstr (finding->text, ==, expected->text);
    }
}

/* A treatment by the book says no more than what it adds up to. */
static void
test_quiet (Fixture       *fixture,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000),
                               .allergies = "No known allergies" };
  g_autoptr (GPtrArray) findings = judge (
    fixture, &patient, "g 0 GLAB 3; t 0 A GLAB ona 20 lot=B; g 28 GLAB 1; w 110",
    "v V ona 100 lot=C expiry=300 made=120,8; t 120 P GLAB ona 20 vial=V; g 120 GLAB 3", 600, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((GlaFinding *) findings->pdata[0])->id, ==, "amount");
}

/* Only what the planned product holds is warned of; what it does not hold is a note. */
static void
test_material (Fixture       *fixture,
               gconstpointer  unused)
{
  static const struct
  {
    const char *product;
    GlaFindingLevel level;
    const char *end;
  } rows[] = {
    { "abo-p", GLA_FINDING_STRONG, "Products: Dysport, Azzalure." },
    { "abo-l", GLA_FINDING_INFO, "The catalogue does not name it for the planned product." },
    { "ona", GLA_FINDING_INFO, "The catalogue does not name it for the planned product." },
    { "-", GLA_FINDING_STRONG, "Products: Dysport, Azzalure." },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE, .allergies = "cow's milk protein" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plan = g_strdup_printf ("t 0 P GLAB %s 20 lot=C", rows[i].product);
      g_autoptr (GPtrArray) findings = judge (fixture, &patient, "", plan, -1, NULL);
      const GlaFinding *finding = find (findings, "screen-milk");

      g_test_message ("%s", rows[i].product);
      check_all (fixture, findings);
      g_assert_nonnull (finding);
      g_assert_cmpint (finding->level, ==, rows[i].level);
      g_assert_true (g_str_has_suffix (finding->text, rows[i].end));
    }
}

/* What the record says of the patient: A12, A14 and the questions of a label. */
static void
test_patient (Fixture       *fixture,
              gconstpointer  unused)
{
  static const struct
  {
    int years;               /* old on the day of the plan */
    const char *conditions;
    const char *medicines;
    const char *product;
    const char *id;
    const char *alert;
    GlaFindingLevel level;
    gboolean found;
  } rows[] = {
    { 40, NULL, "gentamicin", "ona", "screen-junction", "A12", GLA_FINDING_WARN, TRUE },
    { 40, NULL, "baclofen", "ona", "screen-relaxants", "A12", GLA_FINDING_WARN, TRUE },
    { 40, NULL, "aspirin 100", "ona", "screen-bleeding", "A12", GLA_FINDING_WARN, TRUE },
    { 40, "haemophilia", NULL, "ona", "screen-bleeding", NULL, GLA_FINDING_WARN, TRUE },
    { 40, NULL, "vitamin D", "ona", "screen-junction", NULL, GLA_FINDING_INFO, FALSE },
    { 40, "pregnant", NULL, "ona", "screen-pregnancy", NULL, GLA_FINDING_STRONG, TRUE },
    { 40, "denies pregnancy", NULL, "ona", "screen-pregnancy", NULL, GLA_FINDING_INFO, FALSE },
    { 40, "myasthenia gravis", NULL, "ona", "screen-muscle", NULL, GLA_FINDING_STRONG, TRUE },
    { 17, NULL, NULL, "ona", "age", "A14", GLA_FINDING_STRONG, TRUE },
    { 18, NULL, NULL, "ona", "age", NULL, GLA_FINDING_INFO, FALSE },
    { 65, NULL, NULL, "ona", "age", NULL, GLA_FINDING_INFO, FALSE },
    { 66, NULL, NULL, "ona", "age", "A14", GLA_FINDING_INFO, TRUE },
    { 64, NULL, NULL, "abo-p", "age", NULL, GLA_FINDING_INFO, FALSE },
    { 65, NULL, NULL, "abo-p", "age", "A14", GLA_FINDING_INFO, TRUE },
    { 75, NULL, NULL, "leti", "age", "A14", GLA_FINDING_WARN, TRUE },
    { 80, NULL, NULL, "-", "age", NULL, GLA_FINDING_INFO, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaPatient patient = { .conditions = rows[i].conditions, .medicines = rows[i].medicines };
      g_autofree char *plan = g_strdup_printf ("t 400 P GLAB %s 20 lot=C", rows[i].product);
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      patient.birth_day = gla_day_add_months (gla_test_history_day (400), -12 * rows[i].years);
      findings = judge (fixture, &patient, "t 0 A GLAB abo-p 50", plan, -1, NULL);
      finding = find (findings, rows[i].id);
      g_test_message ("%s, %d, %s", rows[i].id, rows[i].years, rows[i].product);
      check_all (fixture, findings);
      g_assert_true ((finding != NULL) == rows[i].found);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, rows[i].alert);
      g_assert_cmpint (finding->level, ==, rows[i].level);
    }
}

/* A7: a lot that stands out among those of the clinic. */
static void
test_lots (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct
  {
    GlaLotFlag flag;
    const char *lot;
    gboolean found;
  } rows[] = {
    { GLA_LOT_OK, "C", FALSE },  { GLA_LOT_TOO_FEW, "C", FALSE }, { GLA_LOT_AMBER, "C", TRUE },
    { GLA_LOT_RED, "C", TRUE },  { GLA_LOT_RED, "D", FALSE },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  fixture->lots = g_ptr_array_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaLotFinding verdict = {
        .product = (char *) "ona", .lot = (char *) "C",
        .counts = { .flag = rows[i].flag, .n_sessions = 20, .n_failed = 12,
                    .has_more_failures = TRUE },
        .rate_others = 15,
      };
      g_autofree char *plan = g_strdup_printf ("t 0 P GLAB ona 20 lot=%s", rows[i].lot);
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      g_ptr_array_set_size (fixture->lots, 0);
      g_ptr_array_add (fixture->lots, &verdict);
      findings = judge (fixture, &patient, "", plan, -1, NULL);
      finding = find (findings, "lot-signal");
      g_assert_true ((finding != NULL) == rows[i].found);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, "A7");
      g_assert_cmpint (finding->level, ==, GLA_FINDING_WARN);
      g_assert_nonnull (strstr (finding->text, "12 of 20"));
    }
}

/* A8 with the time of the treatment, and with the clinic's own limit. */
static void
test_hours (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    int minute;
    double house;          /* 0: not edited */
    const char *chip;
    GlaFindingLevel level;
  } rows[] = {
    { 12 * 60, 0, NULL, 0 },
    { 12 * 60 + 59, 0, NULL, 0 },
    { 13 * 60, 0, "Vial C was mixed 25 hours ago", GLA_FINDING_INFO },
    { 13 * 60, 48, "Vial C was mixed 25 hours ago", GLA_FINDING_INFO },
    { 13 * 60, 25, "Vial C was mixed 25 hours ago", GLA_FINDING_INFO },
    { 14 * 60, 25, "Vial C was mixed 26 hours ago", GLA_FINDING_WARN },
    { 12 * 60, 8, "Vial C was mixed 24 hours ago", GLA_FINDING_WARN },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      if (rows[i].house > 0)
        g_assert_true (gla_constants_override (fixture->constants, "recon_house", rows[i].house,
                                               rows[i].house));
      findings = judge (fixture, &patient, "",
                        "v V ona 100 lot=C made=9,12; t 10 P GLAB ona 20 vial=V", rows[i].minute,
                        NULL);
      finding = find (findings, "vial-hours");
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, rows[i].chip);
      if (finding == NULL)
        continue;
      g_assert_cmpint (finding->level, ==, rows[i].level);
      if (rows[i].level == GLA_FINDING_WARN)
        g_assert_true ((finding->marks & GLA_MARK_OWN) != 0);
    }
}

/* What the clinic put in place of a constant decides, and is marked as its own. */
static void
test_constants (Fixture       *fixture,
                gconstpointer  unused)
{
  static const struct
  {
    const char *name;
    double value;
    const char *record;
    const char *plan;
    const char *id;
  } rows[] = {
    { "assess_min", 21, "t 0 A GLAB ona 20", "t 20 P GLAB ona 5 lot=C", "planned-early" },
    { "booster_window", 28, "t 0 A GLAB ona 20", "t 28 P GLAB ona 5 lot=C", "planned-booster" },
    { "interval_min_eu", 4, "t 0 A GLAB ona 20", "t 120 P GLAB ona 20 lot=C", "planned-interval" },
    { "unitmix_ona_high", 40, "", "t 0 P GLAB ona 40 lot=C", "unit-mix" },
    { "unitmix_abo_low", 30, "", "t 0 P GLAB abo-p 30 lot=C", "unit-mix" },
    { "recon_label_ona", 12, "", "v V ona 100 lot=C made=9,0; t 10 P GLAB ona 20 vial=V",
      "vial-hours" },
    { "elsewhere_window", 100, "x 0 GLAB - -", "t 90 P GLAB ona 20 lot=C", "elsewhere" },
    { "alert_pack_ona", 200, "", "v V ona 200 lot=C; t 0 P GLAB ona 20 vial=V", "pack-unusual" },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) before = judge (fixture, &patient, rows[i].record, rows[i].plan, -1,
                                            NULL);
      g_autoptr (GPtrArray) after = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_null (find (before, rows[i].id));
      g_assert_true (gla_constants_override (fixture->constants, rows[i].name, rows[i].value,
                                             rows[i].value));
      after = judge (fixture, &patient, rows[i].record, rows[i].plan, -1, NULL);
      g_assert_nonnull (find (after, rows[i].id));
      g_assert_true ((find (after, rows[i].id)->marks & GLA_MARK_OWN) != 0);
    }
}

/* A treatment that is amended does not stand in its own way. */
static void
test_amend (Fixture       *fixture,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };
  const char *record = "t 0 A GLAB ona 20 lot=B; t 120 B GLAB ona 20 lot=C";
  g_autoptr (GPtrArray) amended =
    judge (fixture, &patient, record, "t 121 P GLAB ona 20 lot=C", -1, "B");
  g_autoptr (GPtrArray) added =
    judge (fixture, &patient, record, "t 121 P GLAB ona 20 lot=C", -1, NULL);

  g_assert_null (find (amended, "planned-interval"));
  g_assert_null (find (amended, "planned-early"));
  g_assert_null (find (amended, "above-label"));
  g_assert_cmpstr (find (amended, "amount")->chip, ==,
                   "ONA: 20 units in 90 days, with this treatment");
  g_assert_nonnull (find (added, "planned-interval"));
  g_assert_nonnull (find (added, "planned-early"));
}

/* When to look, and from when on the label allows another treatment. */
static void
test_dates (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *region;
    const char *record;
    const char *plan;
    int earliest;           /* 0: not known */
  } rows[] = {
    { "eu", "", "t 0 P GLAB ona 20", 91 },
    { "us", "", "t 0 P GLAB ona 20", 90 },
    { "eu", "", "t 0 P GLAB - 20", 0 },
    { "eu", "", "t 0 P GLAB - 20; t 0 P FRON ona 20", 91 },
    { "eu", "t -40 A GLAB ona 20", "t 0 P GLAB - 20", 0 },
    { "eu", "t -10 A GLAB ona 20", "t 0 P GLAB ona 5", 91 },
  };
  const GlaDay day = gla_test_history_day (0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new (rows[i].record);
      g_autoptr (GlaHistory) planned = gla_test_history_new (rows[i].plan);
      g_autoptr (GlaCycles) cycles = gla_cycles_new (history, fixture->catalogue,
                                                     &fixture->settings, day);
      GlaPlan plan = { .treatment = planned->treatments->pdata[0],
                       .injections = planned->injections };
      g_autoptr (GlaPlanCycles) both = NULL;
      GlaPlanDates dates;

      fixture->settings.region = rows[i].region;
      both = gla_plan_cycles_new (cycles, &fixture->settings, &plan);
      gla_plan_get_dates (both, &fixture->settings, fixture->constants, &plan, &dates);
      g_assert_cmpint (dates.judge_from, ==, day + 14);
      g_assert_cmpint (dates.review_from, ==, day + 28);
      g_assert_cmpint (dates.review_until, ==, day + 30);
      g_assert_cmpint (dates.review_last, ==, day + 42);
      g_assert_cmpint (dates.earliest, ==,
                       rows[i].earliest > 0 ? day + rows[i].earliest : GLA_DAY_NONE);
    }
}

/* Each alert of the table has been seen. */
static void
test_all_numbers (Fixture       *fixture,
                  gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = gla_test_history_day (-2000), .medicines = "colistin" };
  GlaLotFinding verdict = {
    .product = (char *) "ona", .lot = (char *) "C3709C3",
    .counts = { .flag = GLA_LOT_RED, .n_sessions = 20, .n_failed = 12, .has_more_failures = TRUE },
  };
  static const char *const numbers[] = { "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A11",
                                         "A12", "A13", "A14", "A15" };
  g_autoptr (GPtrArray) findings = NULL;

  fixture->lots = g_ptr_array_new ();
  g_ptr_array_add (fixture->lots, &verdict);
  findings = judge (
    fixture, &patient,
    "g 0 GLAB 3; t 0 A GLAB abo-p 50; t 15 B GLAB abo-p 5; e 16 GLAB redness; g 43 GLAB 3; "
    "t 110 C GLAB abo-p 50",
    "v V ona 100 lot=C3709C3 expiry=100 made=117,0; t 120 P GLAB ona 50 vial=V; "
    "t 120 P FRON ona 10 vial=V", -1, NULL);
  check_all (fixture, findings);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < findings->len; k++)
        found |= g_strcmp0 (((GlaFinding *) findings->pdata[k])->alert, numbers[i]) == 0;
      if (!found)
        g_error ("no finding %s", numbers[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/clinical/plan/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("cases", test_cases);
  ADD ("quiet", test_quiet);
  ADD ("material", test_material);
  ADD ("patient", test_patient);
  ADD ("lots", test_lots);
  ADD ("hours", test_hours);
  ADD ("constants", test_constants);
  ADD ("amend", test_amend);
  ADD ("dates", test_dates);
  ADD ("all-numbers", test_all_numbers);
#undef ADD

  return g_test_run ();
}

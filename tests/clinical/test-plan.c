/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alerts before a planned treatment: each at its boundary, and quiet on the other side. */

#include "config.h"

#include "gla-test-plan.h"

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
    "Glabella 19.99\u00a0U, label 20\u00a0U" },
  { "half of it", "", "t 0 P GLAB ona 10 lot=C", "below-label", "A4", GLA_FINDING_INFO,
    "Glabella 10\u00a0U, label 20\u00a0U",
    "Planned: 10 units, label: 20 units (Glabella, BOTOX Cosmetic, Vistabel). That is 0.5 times "
    "the label's." },
  { "most of a label", "", "t 0 P GLAB inco 30 lot=C", "above-label" },
  { "above it", "", "t 0 P GLAB inco 30.01 lot=C", "above-label", "A4", GLA_FINDING_WARN,
    "Glabella 30.01\u00a0U, label at most 30\u00a0U" },
  { "twice the label", "", "t 0 P GLAB ona 40 lot=C", "above-label", "A4", GLA_FINDING_WARN,
    "Glabella 40\u00a0U, label at most 20\u00a0U",
    "Planned: 40 units, label: 20 units (Glabella, BOTOX Cosmetic, Vistabel). That is 2 times the "
    "label's." },
  { "two sides", "", "t 0 P LCL ona 12 lot=C side=left; t 0 P LCL ona 12 lot=C side=right",
    "below-label" },
  { "one side", "", "t 0 P LCL ona 12 lot=C side=left", "below-label" },
  { "one side, less", "", "t 0 P LCL ona 10 lot=C side=left", "below-label", "A4",
    GLA_FINDING_INFO, "Crow's feet 10\u00a0U, label 12\u00a0U" },
  { "two rows of an area", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB ona 12 lot=D", "above-label",
    "A4", GLA_FINDING_WARN, "Glabella 24\u00a0U, label at most 20\u00a0U" },
  { "two products are never added", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB inco 12 lot=D",
    "above-label" },
  { "nor compared in parts", "", "t 0 P GLAB ona 12 lot=C; t 0 P GLAB inco 12 lot=D",
    "below-label" },
  { "a touch-up is no low dose", "t 0 A GLAB ona 20", "t 15 P GLAB ona 4 lot=C", "below-label" },
  { "but adds up", "t 0 A GLAB ona 20", "t 15 P GLAB ona 4 lot=C", "above-label", "A4",
    GLA_FINDING_WARN, "Glabella 24\u00a0U, label at most 20\u00a0U" },
  { "unknown units", "", "t 0 P GLAB ona - lot=C", "below-label" },
  { "unknown product", "", "t 0 P GLAB - 10", "below-label" },
  { "off label", "", "t 0 P MASS ona 40 lot=C", "off-label", NULL, GLA_FINDING_INFO,
    "Masseter is not on the label of ONA here" },
  { "on label", "", "t 0 P GLAB ona 20 lot=C", "off-label" },
  { "the most of a session", "", "t 0 P GLAB rela 50 lot=C; t 0 P LCL rela 60 lot=C",
    "session-maximum" },
  { "more than that", "", "t 0 P GLAB rela 50 lot=C; t 0 P LCL rela 61 lot=C", "session-maximum",
    "A4", GLA_FINDING_STRONG, "RELA: 111\u00a0U in this session, label at most 110\u00a0U" },
  { "the most of three months", "t 0 A AXIL ona 380", "t 60 P GLAB ona 20 lot=C",
    "period-maximum", .region = "us" },
  { "more than that in three months", "t 0 A AXIL ona 381", "t 60 P GLAB ona 20 lot=C",
    "period-maximum", "A4", GLA_FINDING_STRONG,
    "ONA: 401\u00a0U in 3 months, label at most 400\u00a0U",
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
    "Glabella 25\u00a0U: units of which brand?" },
  { "25.01 U ABO", "", "t 0 P GLAB abo-p 25.01 lot=C", "unit-mix" },
  { "50 U ONA", "", "t 0 P GLAB ona 50 lot=C", "unit-mix", "A5", GLA_FINDING_STRONG,
    "Glabella 50\u00a0U: units of which brand?" },
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
test_cases (GlaTestPlan   *self,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlanCase *expected = &cases[i];
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      self->settings.region = expected->region != NULL ? expected->region : "eu";
      findings = gla_test_plan_judge (self, &patient, expected->record, expected->plan,
                                      GLA_MINUTE_UNKNOWN, NULL);
      finding = gla_test_plan_find (findings, expected->id);
      g_test_message ("%s: %s", expected->id, expected->name);
      gla_test_plan_check (self, findings);
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, expected->chip);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, expected->alert);
      g_assert_cmpint (finding->level, ==, expected->level);
      if (expected->text != NULL)
        g_assert_cmpstr (finding->text, ==, expected->text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/clinical/plan/" name, GlaTestPlan, NULL, gla_test_plan_set_up, function,           \
              gla_test_plan_tear_down)
  ADD ("cases", test_cases);
#undef ADD

  return g_test_run ();
}

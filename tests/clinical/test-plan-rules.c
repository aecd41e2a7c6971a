/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alerts before a planned treatment that a line of a table can't say. */

#include "config.h"

#include "gla-lot-finding.h"
#include "gla-plan-dates.h"
#include "gla-fridge-past.h"
#include "gla-test-plan.h"

#include <string.h>

/* A treatment by the book says no more than what it adds up to. */
static void
test_quiet (GlaTestPlan   *self,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000),
                               .allergies = "No known allergies" };
  g_autoptr (GPtrArray) findings = gla_test_plan_judge (
    self, &patient, "g 0 GLAB 3; t 0 A GLAB ona 20 lot=B; g 28 GLAB 1; w 110",
    "v V ona 100 lot=C expiry=300 made=120,8; t 120 P GLAB ona 20 vial=V; g 120 GLAB 3", 600, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((GlaFinding *) findings->pdata[0])->id, ==, "amount");
}

/* Only what the planned product holds is warned of; what it does not hold is a note. */
static void
test_material (GlaTestPlan   *self,
               gconstpointer  unused)
{
  static const struct
  {
    const char *plan;
    GlaFindingLevel level;
    const char *chip;
    const char *end;
  } rows[] = {
    { "t 0 P GLAB abo-p 20 lot=C", GLA_FINDING_STRONG,
      "cow's milk protein: asked about before ABO", "Products: Dysport, Azzalure." },
    { "t 0 P GLAB ona 20 lot=C; t 0 P FRON abo-p 30 lot=D", GLA_FINDING_STRONG,
      "cow's milk protein: asked about before ABO", "Products: Dysport, Azzalure." },
    { "t 0 P GLAB ona 20 lot=C; t 0 P FRON inco 20 lot=D", GLA_FINDING_INFO,
      "cow's milk protein: not named for ONA, INCO",
      "The catalogue does not name it for the planned product." },
    { "t 0 P GLAB ona 20 lot=C", GLA_FINDING_INFO, "cow's milk protein: not named for ONA",
      "The catalogue does not name it for the planned product." },
    { "t 0 P GLAB - 20 lot=C", GLA_FINDING_STRONG, "cow's milk protein",
      "Products: Dysport, Azzalure." },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE, .allergies = "cow's milk protein" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings =
        gla_test_plan_judge (self, &patient, "", rows[i].plan, -1, NULL);
      const GlaFinding *finding = gla_test_plan_find (findings, "screen-milk");

      g_test_message ("%s", rows[i].plan);
      gla_test_plan_check (self, findings);
      g_assert_nonnull (finding);
      g_assert_cmpint (finding->level, ==, rows[i].level);
      g_assert_cmpstr (finding->chip, ==, rows[i].chip);
      g_assert_true (g_str_has_suffix (finding->text, rows[i].end));
    }
}

/* What the record says of the patient: A12, A14 and the questions of a label. */
static void
test_patient (GlaTestPlan   *self,
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
    { 40, NULL, "ibuprofen 400", "ona", "screen-bleeding", "A12", GLA_FINDING_WARN, TRUE },
    { 40, NULL, "warfarin", "ona", "screen-thinners-stop", "A12", GLA_FINDING_INFO, FALSE },
    { 40, NULL, "warfarin", "lanz", "screen-thinners-stop", "A12", GLA_FINDING_STRONG, TRUE },
    { 40, NULL, "penicillamine", "lanz", "screen-penicillamine", "A12", GLA_FINDING_STRONG, TRUE },
    { 40, NULL, "penicillamine", "ona", "screen-penicillamine", "A12", GLA_FINDING_INFO, FALSE },
    { 40, "cardiac pacemaker", NULL, "ona", "screen-heart", NULL, GLA_FINDING_WARN, TRUE },
    { 40, "cardiac pacemaker", NULL, "inco", "screen-heart", NULL, GLA_FINDING_INFO, FALSE },
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
    { 75, NULL, NULL, "leti", "age", "A14", GLA_FINDING_STRONG, TRUE },
    { 80, NULL, NULL, "-", "age", NULL, GLA_FINDING_INFO, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaPatient patient = { .conditions = rows[i].conditions, .medicines = rows[i].medicines };
      g_autofree char *plan = g_strdup_printf ("t 400 P GLAB %s 20 lot=C", rows[i].product);
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      patient.birth_day = gla_day_add_months (gla_test_history_day (400), -12 * rows[i].years);
      findings = gla_test_plan_judge (self, &patient, "t 0 A GLAB abo-p 50", plan, -1, NULL);
      finding = gla_test_plan_find (findings, rows[i].id);
      g_test_message ("%s, %d, %s", rows[i].id, rows[i].years, rows[i].product);
      gla_test_plan_check (self, findings);
      g_assert_true ((finding != NULL) == rows[i].found);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, rows[i].alert);
      g_assert_cmpint (finding->level, ==, rows[i].level);
    }
}

/* A7: a lot that stands out among those of the clinic. */
static void
test_lots (GlaTestPlan   *self,
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

  self->lots = g_ptr_array_new ();
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

      g_ptr_array_set_size (self->lots, 0);
      g_ptr_array_add (self->lots, &verdict);
      findings = gla_test_plan_judge (self, &patient, "", plan, -1, NULL);
      finding = gla_test_plan_find (findings, "lot-signal");
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
test_hours (GlaTestPlan   *self,
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
        g_assert_true (gla_constants_override (self->constants, "recon_house", rows[i].house,
                                               rows[i].house));
      findings = gla_test_plan_judge (self, &patient, "",
                        "v V ona 100 lot=C made=9,12; t 10 P GLAB ona 20 vial=V", rows[i].minute,
                        NULL);
      finding = gla_test_plan_find (findings, "vial-hours");
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, rows[i].chip);
      if (finding == NULL)
        continue;
      g_assert_cmpint (finding->level, ==, rows[i].level);
      if (rows[i].level == GLA_FINDING_WARN)
        g_assert_true ((finding->marks & GLA_MARK_OWN) != 0);
    }
}

/* A vial that stood too warm is a finding, each product by its own rule (evidence, 6b). */
static void
test_fridge (GlaTestPlan   *self,
             gconstpointer  unused)
{
  static const struct
  {
    const char *product;
    int high;              /* hundredths of a degree */
    int answer;            /* -1: none */
    const char *chip;
    GlaFindingLevel level;
  } rows[] = {
    { "ona", 800, -1, NULL, 0 },
    { "ona", 1500, -1, "Vial C stood too warm or too cold; it may be used", GLA_FINDING_INFO },
    { "ona", 3500, -1, "Vial C stood too warm or too cold: ask the manufacturer",
      GLA_FINDING_WARN },
    { "medy", 1500, -1, "Vial C stood too warm or too cold: ask the manufacturer",
      GLA_FINDING_WARN },
    { "medy", 1500, 1, "Vial C stood too warm or too cold; it may be used", GLA_FINDING_INFO },
    { "medy", 1500, 0, "Vial C: the manufacturer said not to use it", GLA_FINDING_BLOCK },
  };
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plan = g_strdup_printf (
        "v V %s 100 lot=C made=9,12; t 10 P GLAB %s 20 vial=V", rows[i].product, rows[i].product);
      GlaFridgePast *past = gla_fridge_past_new ();
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      g_clear_pointer (&self->fridges, g_hash_table_unref);
      self->fridges = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) gla_fridge_past_unref);
      g_ptr_array_add (past->readings, gla_fridge_reading_new (&(GlaFridgeReading) {
        .id = "r", .since = "2020-01-01T08:00", .moment = "2020-01-01T09:00", .low = 500,
        .high = rows[i].high }));
      if (rows[i].answer >= 0)
        g_ptr_array_add (past->answers, gla_fridge_answer_new (&(GlaFridgeAnswer) {
          .id = "a", .fridge = GLA_FRIDGE_FIRST, .product = rows[i].product,
          .moment = "2020-01-01T09:00", .may_use = rows[i].answer == 1,
          .day = gla_day_new (2020, 1, 2), .answer = "Q 4711" }));
      g_hash_table_insert (self->fridges, (gpointer) "V", past);
      findings = gla_test_plan_judge (self, &patient, "", plan, 13 * 60, NULL);
      gla_test_plan_check (self, findings);
      finding = gla_test_plan_find (findings, "vial-excursion");
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, rows[i].chip);
      if (finding != NULL)
        g_assert_cmpint (finding->level, ==, rows[i].level);
    }
}

/* The hours of a label that nobody checked are shown as such (products and areas, 6a). */
static void
test_hours_of_label (GlaTestPlan   *self,
                     gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };
  static const struct
  {
    const char *product;
    const char *source;    /* of the label's hours, or NULL: unverified */
  } rows[] = { { "pra", "L12" }, { "leti", "L14" }, { "medy", NULL }, { "daxi", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *plan = g_strdup_printf (
        "v V %s 100 lot=C made=5,12; t 10 P GLAB %s 20 vial=V", rows[i].product, rows[i].product);
      g_autoptr (GPtrArray) findings = gla_test_plan_judge (self, &patient, "", plan, 13 * 60, NULL);
      const GlaFinding *finding = gla_test_plan_find (findings, "vial-hours");

      g_assert_nonnull (finding);
      g_test_message ("%s: %s", rows[i].product, finding->text);
      if (rows[i].source == NULL)
        g_assert_cmpuint (finding->marks & GLA_MARK_UNVERIFIED, ==, GLA_MARK_UNVERIFIED);
      else
        g_assert_true (g_ptr_array_find_with_equal_func (finding->sources, rows[i].source,
                                                         g_str_equal, NULL));
    }
}

/* What the clinic put in place of a constant decides, and is marked as its own. */
static void
test_constants (GlaTestPlan   *self,
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
      g_autoptr (GPtrArray) before =
        gla_test_plan_judge (self, &patient, rows[i].record, rows[i].plan, -1, NULL);
      g_autoptr (GPtrArray) after = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_null (gla_test_plan_find (before, rows[i].id));
      g_assert_true (gla_constants_override (self->constants, rows[i].name, rows[i].value,
                                             rows[i].value));
      after = gla_test_plan_judge (self, &patient, rows[i].record, rows[i].plan, -1, NULL);
      g_assert_nonnull (gla_test_plan_find (after, rows[i].id));
      g_assert_true ((gla_test_plan_find (after, rows[i].id)->marks & GLA_MARK_OWN) != 0);
    }
}

/* A treatment that is amended does not stand in its own way. */
static void
test_amend (GlaTestPlan   *self,
            gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = GLA_DAY_NONE };
  const char *record = "t 0 A GLAB ona 20 lot=B; t 120 B GLAB ona 20 lot=C";
  g_autoptr (GPtrArray) amended =
    gla_test_plan_judge (self, &patient, record, "t 121 P GLAB ona 20 lot=C", -1, "B");
  g_autoptr (GPtrArray) added =
    gla_test_plan_judge (self, &patient, record, "t 121 P GLAB ona 20 lot=C", -1, NULL);

  g_assert_null (gla_test_plan_find (amended, "planned-interval"));
  g_assert_null (gla_test_plan_find (amended, "planned-early"));
  g_assert_null (gla_test_plan_find (amended, "above-label"));
  g_assert_cmpstr (gla_test_plan_find (amended, "amount")->chip, ==,
                   "ONA: 20 units in 90 days, with this treatment");
  g_assert_nonnull (gla_test_plan_find (added, "planned-interval"));
  g_assert_nonnull (gla_test_plan_find (added, "planned-early"));
}

/* When to look, and from when on the label allows another treatment. */
static void
test_dates (GlaTestPlan   *self,
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
      g_autoptr (GlaCycles) cycles = gla_cycles_new (history, self->catalogue,
                                                     &self->settings, day);
      GlaPlan plan = { .treatment = planned->treatments->pdata[0],
                       .injections = planned->injections };
      g_autoptr (GlaPlanCycles) both = NULL;
      GlaPlanDates dates;

      self->settings.region = rows[i].region;
      both = gla_plan_cycles_new (cycles, &self->settings, &plan);
      gla_plan_get_dates (both, &self->settings, self->constants, &plan, &dates);
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
test_all_numbers (GlaTestPlan   *self,
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

  self->lots = g_ptr_array_new ();
  g_ptr_array_add (self->lots, &verdict);
  findings = gla_test_plan_judge (
    self, &patient,
    "g 0 GLAB 3; t 0 A GLAB abo-p 50; t 15 B GLAB abo-p 5; e 16 GLAB redness; g 43 GLAB 3; "
    "t 110 C GLAB abo-p 50",
    "v V ona 100 lot=C3709C3 expiry=100 made=117,0; t 120 P GLAB ona 50 vial=V; "
    "t 120 P FRON ona 10 vial=V", -1, NULL);
  gla_test_plan_check (self, findings);
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
  g_test_add ("/clinical/plan-rules/" name, GlaTestPlan, NULL, gla_test_plan_set_up, function,    \
              gla_test_plan_tear_down)
  ADD ("quiet", test_quiet);
  ADD ("material", test_material);
  ADD ("patient", test_patient);
  ADD ("lots", test_lots);
  ADD ("hours", test_hours);
  ADD ("hours-of-label", test_hours_of_label);
  ADD ("fridge", test_fridge);
  ADD ("constants", test_constants);
  ADD ("amend", test_amend);
  ADD ("dates", test_dates);
  ADD ("all-numbers", test_all_numbers);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions before a treatment: what is asked, and what a yes says. */

#include "config.h"

#include "gla-screening-question.h"
#include "gla-test-plan.h"

#include <string.h>

/* Every question has a key of its own, and sources that are known. */
static void
test_table (GlaTestPlan   *self,
            gconstpointer  unused)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_questions;
  const GlaScreeningQuestion *questions = gla_screening_get_questions (&n_questions);

  g_assert_cmpuint (n_questions, ==, 33);
  for (guint i = 0; i < n_questions; i++)
    {
      const GlaScreeningQuestion *question = &questions[i];
      g_auto (GStrv) sources = g_strsplit (question->sources, " ", -1);
      g_auto (GStrv) areas = g_strsplit (question->areas != NULL ? question->areas : "", " ", -1);
      g_auto (GStrv) products =
        g_strsplit (question->products != NULL ? question->products : "", " ", -1);

      g_test_message ("%s", question->key);
      g_assert_true (g_hash_table_add (keys, (gpointer) question->key));
      g_assert_true (gla_screening_find_question (question->key) == question);
      g_assert_cmpint (question->number, >=, i > 0 ? questions[i - 1].number : 1);
      g_assert_true (strchr (question->question, '?') != NULL);
      g_assert_true (g_str_has_suffix (question->rule, "."));
      g_assert_true (question->sources[0] != '\0' || question->marks == GLA_MARK_UNVERIFIED);
      for (guint k = 0; sources[k] != NULL; k++)
        g_assert_nonnull (gla_catalogue_find_source (self->catalogue, sources[k]));
      for (guint k = 0; areas[k] != NULL; k++)
        g_assert_nonnull (gla_catalogue_find_area (self->catalogue, areas[k]));
      for (guint k = 0; products[k] != NULL; k++)
        g_assert_nonnull (gla_catalogue_find_product (self->catalogue, products[k]));
    }
  g_assert_null (gla_screening_find_question ("nothing"));
  g_assert_null (gla_screening_find_question (NULL));
}

/* What is planned and of whom decides what is asked. */
static void
test_list (GlaTestPlan   *self,
           gconstpointer  unused)
{
  static const struct
  {
    const char *areas;
    const char *products;
    GlaSex sex;
    gboolean has_birth_day;
    const char *key;
    gboolean asked;
  } rows[] = {
    { "", "", GLA_SEX_FEMALE, TRUE, "toxin-allergy", TRUE },
    { "", "", GLA_SEX_FEMALE, TRUE, "neck", TRUE },
    { "GLAB", "", GLA_SEX_FEMALE, TRUE, "neck", FALSE },
    { "GLAB PLATB", "", GLA_SEX_FEMALE, TRUE, "neck", TRUE },
    { "GLAB", "", GLA_SEX_FEMALE, TRUE, "upper-face", TRUE },
    { "MASS", "", GLA_SEX_FEMALE, TRUE, "upper-face", FALSE },
    { "LCL", "", GLA_SEX_FEMALE, TRUE, "eyes", TRUE },
    { "PALM", "", GLA_SEX_FEMALE, TRUE, "hands", TRUE },
    { "", "ona", GLA_SEX_FEMALE, TRUE, "milk-protein", FALSE },
    { "", "abo-p", GLA_SEX_FEMALE, TRUE, "milk-protein", TRUE },
    { "", "ona abo-p", GLA_SEX_FEMALE, TRUE, "milk-protein", TRUE },
    { "", "", GLA_SEX_FEMALE, TRUE, "milk-protein", TRUE },
    { "", "ona", GLA_SEX_FEMALE, TRUE, "albumin", TRUE },
    { "", "daxi", GLA_SEX_FEMALE, TRUE, "albumin", FALSE },
    { "", "rela", GLA_SEX_FEMALE, TRUE, "potassium", TRUE },
    { "", "ona", GLA_SEX_FEMALE, TRUE, "heart", TRUE },
    { "", "inco", GLA_SEX_FEMALE, TRUE, "heart", FALSE },
    { "", "lanz", GLA_SEX_FEMALE, TRUE, "penicillamine", TRUE },
    { "", "ona", GLA_SEX_FEMALE, TRUE, "penicillamine", FALSE },
    { "", "", GLA_SEX_MALE, TRUE, "pregnancy", FALSE },
    { "", "", GLA_SEX_UNKNOWN, TRUE, "pregnancy", TRUE },
    { "", "", GLA_SEX_FEMALE, TRUE, "under-18", FALSE },
    { "", "", GLA_SEX_FEMALE, FALSE, "under-18", TRUE },
    { "", "abo-l", GLA_SEX_FEMALE, FALSE, "from-65", TRUE },
    { "", "ona", GLA_SEX_FEMALE, FALSE, "from-65", TRUE },
    { "", "daxi", GLA_SEX_FEMALE, FALSE, "from-65", FALSE },
    { "", "leti", GLA_SEX_FEMALE, FALSE, "from-65", FALSE },
    { "", "leti", GLA_SEX_FEMALE, FALSE, "from-75", TRUE },
    { "", "leti", GLA_SEX_FEMALE, TRUE, "from-75", FALSE },
    { "", "lanz", GLA_SEX_FEMALE, TRUE, "gelatin-objection", TRUE },
    { "", "lanz", GLA_SEX_FEMALE, TRUE, "thinners-stop", TRUE },
    { "", "ona", GLA_SEX_FEMALE, TRUE, "thinners-stop", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GlaPatient patient = {
        .sex = rows[i].sex,
        .birth_day = rows[i].has_birth_day ? gla_test_history_day (-9000) : GLA_DAY_NONE,
      };
      g_auto (GStrv) areas = g_strsplit (rows[i].areas, " ", -1);
      g_auto (GStrv) products = g_strsplit (rows[i].products, " ", -1);
      g_autoptr (GPtrArray) list = gla_screening_list_questions (
        self->catalogue, &patient, (const char *const *) areas, (const char *const *) products);

      g_test_message ("%s before %s with %s", rows[i].key, rows[i].areas, rows[i].products);
      g_assert_true (g_ptr_array_find (list, gla_screening_find_question (rows[i].key), NULL)
                     == rows[i].asked);
    }
}

static void
test_describe (GlaTestPlan   *self,
               gconstpointer  unused)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { NULL, NULL },
    { "milk-protein no", "no to 1 question" },
    { "milk-protein no\nheart no", "no to 2 questions" },
    { "heart yes", "yes to Heart disease" },
    { "heart yes pacemaker\nmilk-protein no", "yes to Heart disease (pacemaker); no to 1 question" },
    { "heart yes\nfainting yes\nmilk-protein no\nneck no",
      "yes to Heart disease, Faints with needles; no to 2 questions" },
    { "of-the-future yes", "yes to of-the-future" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = gla_screening_describe (rows[i].text);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* A yes says what the label says, at the level of section F, where it matters for the plan. */
static void
test_findings (GlaTestPlan   *self,
               gconstpointer  unused)
{
  static const struct
  {
    const char *record;
    const char *answers;
    const char *plan;
    const char *id;
    const char *alert;
    GlaFindingLevel level;
    const char *chip;         /* NULL: not found */
  } rows[] = {
    { "", "pregnancy yes", "t 200 P GLAB ona 20 lot=C", "screen-pregnancy", NULL,
      GLA_FINDING_STRONG, "Pregnant, or may be" },
    { "", "pregnancy no", "t 200 P GLAB ona 20 lot=C", "screen-pregnancy", NULL, 0, NULL },
    { "", "junction-medicines yes gentamicin", "t 200 P GLAB ona 20 lot=C", "screen-junction",
      "A12", GLA_FINDING_WARN, "Medicine that acts where nerve and muscle meet" },
    { "", "toxin-elsewhere yes", "t 200 P GLAB ona 20 lot=C", "elsewhere", "A1", GLA_FINDING_WARN,
      "Botulinum toxin elsewhere lately" },
    { "", "milk-protein yes", "t 200 P GLAB abo-p 50 lot=C", "screen-milk", NULL,
      GLA_FINDING_STRONG, "Allergy to cow’s milk protein: asked about before ABO" },
    { "", "milk-protein yes", "t 200 P GLAB ona 20 lot=C", "screen-milk", NULL, GLA_FINDING_INFO,
      "Allergy to cow’s milk protein: not named for ONA" },
    { "", "neck yes", "t 200 P GLAB ona 20 lot=C", "screen-neck", NULL, 0, NULL },
    { "", "neck yes", "t 200 P PLATB ona 20 lot=C", "screen-neck", NULL, GLA_FINDING_WARN,
      "Neck: swallowing, thin neck or work with the voice" },
    { "", "heart yes", "t 200 P GLAB inco 20 lot=C", "screen-heart", NULL, 0, NULL },
    { "", "heart yes", "t 200 P GLAB - 20 lot=C", "screen-heart", NULL, GLA_FINDING_WARN,
      "Heart disease" },
    { "", "from-75 yes", "t 200 P GLAB leti 20 lot=C", "age-75", "A14", GLA_FINDING_STRONG,
      "75 years old or more" },
    { "", "gelatin yes", "t 200 P GLAB lanz 20 lot=C", "screen-gelatin", NULL,
      GLA_FINDING_STRONG, "Allergy to gelatin: asked about before LANZ" },
    { "", "gelatin-objection yes", "t 200 P GLAB lanz 20 lot=C", "screen-gelatin-objection", NULL,
      GLA_FINDING_WARN, "Objection to gelatin: asked about before LANZ" },
    /* Not asked today: the last answer holds, with its day. */
    { "t 0 A GLAB ona 20 lot=B yes=fainting", NULL, "t 200 P GLAB ona 20 lot=C",
      "screen-fainting", NULL, GLA_FINDING_WARN, "Faints with needles (asked 1 Jan 2024)" },
    { "t 0 A GLAB ona 20 lot=B yes=fainting", "fainting no", "t 200 P GLAB ona 20 lot=C",
      "screen-fainting", NULL, 0, NULL },
    /* An allergy that a visit with another product did not ask about still holds. */
    { "t 0 A GLAB abo-p 50 lot=B yes=milk-protein; t 100 B GLAB ona 20 lot=B yes=fainting", NULL,
      "t 200 P GLAB abo-p 50 lot=C", "screen-milk", NULL, GLA_FINDING_STRONG,
      "Allergy to cow’s milk protein (asked 1 Jan 2024): asked about before ABO" },
    { "t 0 A GLAB abo-p 50 lot=B yes=milk-protein", "fainting no", "t 200 P GLAB abo-p 50 lot=C",
      "screen-milk", NULL, GLA_FINDING_STRONG,
      "Allergy to cow’s milk protein (asked 1 Jan 2024): asked about before ABO" },
    /* A visit long ago does not say that somebody is pregnant now. */
    { "t 0 A GLAB ona 20 lot=B yes=pregnancy; t 100 B GLAB ona 20 lot=B yes=fainting", NULL,
      "t 200 P GLAB ona 20 lot=C", "screen-pregnancy", NULL, 0, NULL },
    /* What comes after the day of the plan was not known then. */
    { "t 300 A GLAB ona 20 lot=B yes=fainting", NULL, "t 200 P GLAB ona 20 lot=C",
      "screen-fainting", NULL, 0, NULL },
  };
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *finding;

      self->fields.screening = rows[i].answers;
      findings = gla_test_plan_judge (self, &patient, rows[i].record, rows[i].plan, -1, NULL);
      finding = gla_test_plan_find (findings, rows[i].id);
      g_test_message ("%s, %s", rows[i].answers, rows[i].plan);
      gla_test_plan_check (self, findings);
      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, rows[i].chip);
      if (finding == NULL)
        continue;
      g_assert_cmpstr (finding->alert, ==, rows[i].alert);
      g_assert_cmpint (finding->level, ==, rows[i].level);
    }
}

/* What is written of the patient says it already: it is not said twice. */
static void
test_once (GlaTestPlan   *self,
           gconstpointer  unused)
{
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000),
                               .conditions = "pregnant" };
  g_autoptr (GPtrArray) findings = NULL;
  guint n_found = 0;

  self->fields.screening = "pregnancy yes";
  findings = gla_test_plan_judge (self, &patient, "", "t 0 P GLAB ona 20 lot=C", -1, NULL);
  for (guint i = 0; i < findings->len; i++)
    n_found += strcmp (((GlaFinding *) findings->pdata[i])->id, "screen-pregnancy") == 0 ? 1 : 0;
  g_assert_cmpuint (n_found, ==, 1);
}

/* Beside the name of a patient stands what goes on to hold. */
static void
test_record (GlaTestPlan   *self,
             gconstpointer  unused)
{
  static const struct
  {
    const char *record;
    const char *id;
    const char *chip;
  } rows[] = {
    { "t 0 A GLAB ona 20 yes=heart", "screen-heart", "Heart disease (asked 1 Jan 2024)" },
    { "t 0 A GLAB ona 20 yes=pregnancy", "screen-pregnancy", NULL },
    { "t 0 A GLAB ona 20 yes=heart; t 100 B GLAB ona 20 yes=eyes", "screen-heart", NULL },
    { "t 0 A GLAB abo-p 50 yes=milk-protein; t 100 B GLAB ona 20 yes=eyes", "screen-milk",
      "Allergy to cow’s milk protein (asked 1 Jan 2024)" },
  };
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_history_new_of (&patient, rows[i].record);
      g_autoptr (GlaCycles) cycles = gla_cycles_new (history, self->catalogue, &self->settings,
                                                     gla_test_history_day (200));
      g_autoptr (GPtrArray) findings =
        gla_findings_new (cycles, &self->settings, self->constants, NULL);
      const GlaFinding *finding = gla_test_plan_find (findings, rows[i].id);

      g_assert_cmpstr (finding != NULL ? finding->chip : NULL, ==, rows[i].chip);
      if (finding != NULL)
        g_assert_cmpuint (finding->rows->len, ==, 1);
    }
}

/* Nothing is missing when each question that the plan is asked about has an answer. */
static void
check_all_answered (GlaTestPlan      *self,
                    const GlaPatient *patient)
{
  const char *const areas[] = { "GLAB", NULL };
  const char *const products[] = { "ona", NULL };
  g_autoptr (GPtrArray) questions =
    gla_screening_list_questions (self->catalogue, patient, areas, products);
  g_autoptr (GPtrArray) answers = gla_screening_parse (NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < questions->len; i++)
    gla_screening_set (answers, ((const GlaScreeningQuestion *) questions->pdata[i])->key,
                       GLA_ANSWER_NO, NULL);
  text = gla_screening_to_text (answers);
  self->asks = GLA_PLAN_ASKS_SCREENING;
  self->fields = (GlaTreatment) { .consent_day = GLA_DAY_NONE, .screening = text };
  findings = gla_test_plan_judge (self, patient, "", "t 0 P GLAB ona 20 lot=C", -1, NULL);
  g_assert_null (gla_test_plan_find (findings, "asks-screening"));
}

/* What the clinic wants recorded is asked for once, and needs a reason where it is missing. */
static void
test_asks (GlaTestPlan   *self,
           gconstpointer  unused)
{
  static const struct
  {
    const char *setting;
    GlaTreatment fields;
    const char *id;           /* NULL: nothing is missing */
  } rows[] = {
    { "", { .consent_day = GLA_DAY_NONE }, NULL },
    { "screening", { .consent_day = GLA_DAY_NONE }, "asks-screening" },
    /* One answer is none to the others. */
    { "screening", { .consent_day = GLA_DAY_NONE, .screening = "heart no" }, "asks-screening" },
    { "consent", { .consent_day = GLA_DAY_NONE }, "asks-consent" },
    { "consent", { .consent_day = 0 }, NULL },
    { "prescriber", { .consent_day = GLA_DAY_NONE }, "asks-prescriber" },
    { "prescriber", { .consent_day = GLA_DAY_NONE, .prescriber = "s" }, NULL },
    { "face-to-face", { .consent_day = GLA_DAY_NONE }, "asks-face-to-face" },
    { "face-to-face", { .consent_day = 0, .face_to_face = GLA_FACE_TO_FACE_REMOTE },
      "asks-face-to-face" },
    { "face-to-face", { .consent_day = 0, .face_to_face = GLA_FACE_TO_FACE_EARLIER }, NULL },
    { "nonsense", { .consent_day = GLA_DAY_NONE }, NULL },
  };
  const GlaPatient patient = { .birth_day = gla_test_history_day (-12000) };
  g_autofree char *all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      const GlaFinding *first;

      self->asks = gla_plan_asks_from_text (rows[i].setting);
      self->fields = rows[i].fields;
      findings = gla_test_plan_judge (self, &patient, "", "t 0 P GLAB ona 20 lot=C", -1, NULL);
      first = findings->pdata[0];
      g_test_message ("%s", rows[i].setting);
      g_assert_true ((first->level == GLA_FINDING_BLOCK) == (rows[i].id != NULL));
      if (rows[i].id != NULL)
        g_assert_cmpstr (first->id, ==, rows[i].id);
    }
  check_all_answered (self, &patient);
  all = gla_plan_asks_to_text (gla_plan_asks_from_text ("face-to-face consent"));
  g_assert_cmpstr (all, ==, "consent face-to-face");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add ("/screening/" path, GlaTestPlan, NULL, gla_test_plan_set_up, func,                   \
              gla_test_plan_tear_down)
  ADD ("table", test_table);
  ADD ("list", test_list);
  ADD ("describe", test_describe);
  ADD ("findings", test_findings);
  ADD ("once", test_once);
  ADD ("record", test_record);
  ADD ("asks", test_asks);
  return g_test_run ();
}

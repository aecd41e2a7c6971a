/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is filled in about treatments elsewhere, adverse events and grades, without a widget. */

#include "config.h"

#include "gla-adverse-event-form.h"
#include "gla-assessment-form.h"
#include "gla-event-guide.h"
#include "gla-exposure-form.h"

#define TODAY (gla_day_new (2026, 11, 23))
#define PATIENT "11111111-1111-4111-8111-111111111111"

static GlaHistory *
make_history (void)
{
  GlaHistory *history = gla_history_new (gla_patient_new (&(GlaPatient) {
    .id = PATIENT, .birth_day = gla_day_new (1984, 3, 14) }));

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "first", .patient = PATIENT, .day = gla_day_new (2026, 4, 13),
    .consent_day = GLA_DAY_NONE }));
  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "second", .patient = PATIENT, .day = gla_day_new (2026, 10, 12),
    .consent_day = GLA_DAY_NONE }));
  gla_history_finish (history);
  return history;
}

static void
test_exposure (void)
{
  static const struct
  {
    GlaExposure exposure;
    const char *day;
    const char *fault;
  } cases[] = {
    { { .units = GLA_UNITS_UNKNOWN, .place = "Izmir" }, "2025-03-15", NULL },
    { { .units = GLA_UNITS_UNKNOWN, .place = "Izmir" }, "", "A year is enough" },
    { { .units = GLA_UNITS_UNKNOWN }, "2026-11-24", "future" },
    { { .units = GLA_UNITS_UNKNOWN }, "1984-03-13", "birth" },
    { { .units = GLA_UNITS_UNKNOWN, .precision = GLA_DAY_YEAR }, "1984-01-01", NULL },
    { { .units = 2000 }, "2025-03-15", "their product" },
    { { .units = 2000, .product = "ona", .certainty = GLA_CERTAINTY_GUESS }, "2025-03-15", NULL },
    { { .units = 0, .product = "ona" }, "2025-03-15", "empty" },
  };
  g_autoptr (GlaHistory) history = make_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaExposure fields = cases[i].exposure;
      g_autoptr (GlaExposure) back = NULL;
      g_autofree char *fault = NULL;
      g_autofree char *draft = NULL;
      g_autofree char *again = NULL;

      fields.day = gla_day_from_iso (cases[i].day);
      fault = gla_exposure_form_find_fault (&fields, history->patient, TODAY);
      if (cases[i].fault == NULL ? fault != NULL
                                 : fault == NULL || strstr (fault, cases[i].fault) == NULL)
        g_error ("case %" G_GSIZE_FORMAT ": “%s” instead of “%s”", i, fault, cases[i].fault);
      draft = gla_exposure_form_to_draft (&fields);
      back = gla_exposure_form_from_draft (draft);
      again = gla_exposure_form_to_draft (back);
      g_assert_cmpstr (again, ==, draft);
      g_assert_cmpint (back->units, ==, fields.units);
      g_assert_cmpint (back->certainty, ==, fields.certainty);
    }
  g_assert_null (gla_exposure_form_from_draft ("[treatment]\nversion=1\n"));
}

static void
test_adverse_event (void)
{
  static const struct
  {
    const char *kind;
    const char *onset;
    GlaDayPrecision precision;
    const char *resolved;
    const char *treatment;
    const char *fault;
  } cases[] = {
    { "Bruise", "2026-10-12", GLA_DAY_EXACT, "", "second", NULL },
    { NULL, "2026-10-12", GLA_DAY_EXACT, "", "second", "what happened" },
    { "Bruise", "", GLA_DAY_EXACT, "", NULL, "began" },
    { "Bruise", "2026-11-24", GLA_DAY_EXACT, "", NULL, "future" },
    { "Bruise", "2026-10-20", GLA_DAY_EXACT, "2026-10-19", NULL, "before it began" },
    { "Bruise", "2026-10-15", GLA_DAY_MONTH, "2026-10-14", NULL, NULL },
    { "Bruise", "2026-10-11", GLA_DAY_EXACT, "", "second", "before the treatment" },
    { "Bruise", "2026-10-11", GLA_DAY_ABOUT, "", "second", NULL },
  };
  g_autoptr (GlaHistory) history = make_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaAdverseEvent fields = { .kind = cases[i].kind, .precision = cases[i].precision,
                                 .treatment = cases[i].treatment,
                                 .severity = GLA_SEVERITY_MODERATE };
      g_autoptr (GlaAdverseEvent) back = NULL;
      g_autofree char *fault = NULL;
      g_autofree char *draft = NULL;
      g_autofree char *again = NULL;

      fields.onset = gla_day_from_iso (cases[i].onset);
      fields.resolved = gla_day_from_iso (cases[i].resolved);
      fault = gla_adverse_event_form_find_fault (&fields, history, TODAY);
      if (cases[i].fault == NULL ? fault != NULL
                                 : fault == NULL || strstr (fault, cases[i].fault) == NULL)
        g_error ("case %" G_GSIZE_FORMAT ": “%s” instead of “%s”", i, fault, cases[i].fault);
      draft = gla_adverse_event_form_to_draft (&fields);
      back = gla_adverse_event_form_from_draft (draft);
      again = gla_adverse_event_form_to_draft (back);
      g_assert_cmpstr (again, ==, draft);
      g_assert_cmpint (back->severity, ==, GLA_SEVERITY_MODERATE);
    }
}

static void
test_event_treatment (void)
{
  static const struct
  {
    const char *onset;
    const char *treatment;
  } cases[] = {
    { "2026-04-12", NULL },      { "2026-04-13", "first" }, { "2026-10-11", "first" },
    { "2026-10-12", "second" },  { "2026-11-23", "second" }, { "", NULL },
  };
  g_autoptr (GlaHistory) history = make_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaTreatment *treatment = gla_adverse_event_form_find_treatment (
        history, gla_day_from_iso (cases[i].onset));

      g_assert_cmpstr (treatment != NULL ? treatment->id : NULL, ==, cases[i].treatment);
    }
}

/* Each sign of the clinical evidence, section 5.4, and what is no sign. */
static void
test_guide (void)
{
  static const struct
  {
    const char *kind;
    const char *text;
  } cases[] = {
    { "Trouble swallowing", "emergency services now" },
    { "HOARSE voice", "emergency services now" },
    { "can hardly breathe", "emergency services now" },
    { "Hives on both arms", "anaphylaxis" },
    { "general weakness", "does not drive" },
    { "Double vision", "public health" },
    { "eye pain", "eye doctor" },
    { "drooping eyelid", "prescriber" },
    { "Ptosis right", "prescriber" },
    { "pus at one point", "infections" },
    { "Swelling or redness", "delayed allergy" },
    { "Heavy brow", "before a review" },
    { "severe headache", "does not settle" },
    { "Bruise", NULL },
    { "solid as a rock", NULL },    /* "lid" only begins words */
    { "", NULL },
    { NULL, NULL },
  };
  g_autofree char *two = gla_event_guide_find ("drooping lid and trouble swallowing");
  g_auto (GStrv) kinds = gla_event_guide_dup_kinds ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gla_event_guide_find (cases[i].kind);

      if (cases[i].text == NULL ? text != NULL
                                : text == NULL || strstr (text, cases[i].text) == NULL)
        g_error ("“%s”: “%s” instead of “%s”", cases[i].kind, text, cases[i].text);
    }
  /* The most urgent comes first. */
  g_assert_true (g_str_has_prefix (two, "The patient calls the emergency services"));
  g_assert_nonnull (strstr (two, "prescriber"));
  g_assert_cmpuint (g_strv_length (kinds), >, 8);
}

static void
test_assessment (void)
{
  static const GlaAssessment recorded = { .id = "a", .treatment = "second", .area = "GLAB",
                                          .scale = "fws", .at_rest = 1, .at_maximum = 2,
                                          .revision = 4 };
  static const struct
  {
    const char *day;
    int rest;
    int maximum;
    const char *fault;
  } cases[] = {
    { "2026-10-26", 0, 1, NULL },        { "2026-10-26", -1, 1, NULL },
    { "2026-10-26", -1, -1, "void it" }, { "", 0, 1, "date" },
    { "2026-11-24", 0, 1, "future" },    { "2026-10-11", 0, 1, "before the treatment" },
  };
  g_autoptr (GlaHistory) history = make_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaAssessment fields = recorded;
      g_autoptr (GlaAssessment) back = NULL;
      g_autofree char *fault = NULL;
      g_autofree char *draft = NULL;

      fields.day = gla_day_from_iso (cases[i].day);
      fields.at_rest = cases[i].rest;
      fields.at_maximum = cases[i].maximum;
      fields.rater = GLA_RATER_PATIENT;
      fault = gla_assessment_form_find_fault (&fields, history, TODAY);
      if (cases[i].fault == NULL ? fault != NULL
                                 : fault == NULL || strstr (fault, cases[i].fault) == NULL)
        g_error ("case %" G_GSIZE_FORMAT ": “%s” instead of “%s”", i, fault, cases[i].fault);
      draft = gla_assessment_form_to_draft (&fields);
      back = gla_assessment_form_from_draft (draft, &recorded);
      g_assert_cmpint (back->day, ==, fields.day);
      g_assert_cmpint (back->at_rest, ==, fields.at_rest);
      g_assert_cmpint (back->at_maximum, ==, fields.at_maximum);
      g_assert_cmpint (back->rater, ==, GLA_RATER_PATIENT);
      g_assert_cmpint (back->revision, ==, 4);
      g_assert_cmpstr (back->treatment, ==, "second");
    }
  g_assert_null (gla_assessment_form_from_draft ("", &recorded));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/record-forms/exposure", test_exposure);
  g_test_add_func ("/pages/record-forms/adverse-event", test_adverse_event);
  g_test_add_func ("/pages/record-forms/event-treatment", test_event_treatment);
  g_test_add_func ("/pages/record-forms/guide", test_guide);
  g_test_add_func ("/pages/record-forms/assessment", test_assessment);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-audit-json.h"
#include "gla-record-audit.h"
#include "gla-record-words.h"

static GlaCatalogue *catalogue;

/* A history of one treatment with injections of two products and of an unknown one. */
static GlaHistory *
new_history (void)
{
  const GlaPatient patient = { .id = "p", .number = "000184", .family_name = "Kaya",
                               .birth_day = gla_day_new (1984, 3, 14), .sex = GLA_SEX_FEMALE };
  const GlaStaff staff = { .id = "s1", .name = "Dr A. Osei" };
  const GlaVial vial = { .id = "v1", .product = "inco", .lot = "X12" };
  const GlaTreatment treatment = { .id = "t1", .patient = "p", .day = gla_day_new (2026, 10, 12),
                                   .injector = "s1", .consent_day = GLA_DAY_NONE };
  const GlaInjection injections[] = {
    { .id = "i1", .area = "GLAB", .product = "ona", .lot = "A1", .units = GLA_UNITS (20) },
    { .id = "i2", .area = "LCL", .side = GLA_SIDE_LEFT, .product = "abo-p",
      .units = GLA_UNITS (30) },
    { .id = "i3", .area = "FRON", .product = "ona", .lot = "A1", .units = GLA_UNITS (10.5) },
    { .id = "i4", .area = "BROW", .product = "ona", .units = GLA_UNITS_UNKNOWN },
    { .id = "i5", .area = "MENT", .units = GLA_UNITS (4) },
    { .id = "i6", .area = "MENT", .units = GLA_UNITS_UNKNOWN },
  };
  GlaHistory *history = gla_history_new (gla_patient_new (&patient));

  gla_history_take_staff (history, gla_staff_new (&staff));
  gla_history_take_vial (history, gla_vial_new (&vial));
  gla_history_take_treatment (history, gla_treatment_new (&treatment));
  for (gsize i = 0; i < G_N_ELEMENTS (injections); i++)
    {
      GlaInjection injection = injections[i];

      injection.treatment = "t1";
      injection.position = (int) i;
      gla_history_take_injection (history, gla_injection_new (&injection));
    }
  gla_history_finish (history);
  return history;
}

static void
test_patient (void)
{
  static const struct
  {
    GlaPatient patient;
    const char *words;
  } cases[] = {
    { { .number = "000184", .sex = GLA_SEX_FEMALE },
      "42 years · Female · born 14 Mar 1984 · No. 000184" },
    { { .number = "7" }, "42 years · born 14 Mar 1984 · No. 7" },
    { { .number = "7", .birth_day = GLA_DAY_NONE }, "birth date unknown · No. 7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaPatient patient = cases[i].patient;
      g_autofree char *words = NULL;

      if (patient.birth_day != GLA_DAY_NONE)
        patient.birth_day = gla_day_new (1984, 3, 14);
      words = gla_record_words_patient (&patient, gla_day_new (2026, 11, 23));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_totals (void)
{
  static const char *const wanted[] = {
    "BOTOX Cosmetic: 30.5 Allergan units and 1 unknown amount",
    "Dysport: 30 Speywood units",
    "Unknown product: 2 injections, not added up",
  };
  g_autoptr (GlaHistory) history = new_history ();
  g_autoptr (GArray) totals = gla_record_words_sum (history, "t1");

  g_assert_cmpuint (totals->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < totals->len; i++)
    {
      g_autofree char *words = gla_record_words_total (
        catalogue, &g_array_index (totals, GlaProductTotal, i));

      g_assert_cmpstr (words, ==, wanted[i]);
    }
}

static void
test_injections (void)
{
  static const char *const wanted[] = {
    "Glabella: 20 Allergan units, BOTOX Cosmetic · A1",
    "Crow's feet, left: 30 Speywood units, Dysport · lot unknown",
    "Forehead: 10.5 Allergan units, BOTOX Cosmetic · A1",
  };
  g_autoptr (GlaHistory) history = new_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *words = gla_record_words_injection (
        catalogue, g_ptr_array_index (history->injections, i));

      g_assert_cmpstr (words, ==, wanted[i]);
    }
}

static void
test_reports (void)
{
  static const struct
  {
    const char *area;
    GlaReportKind kind;
    GlaDayPrecision precision;
    const char *words;
  } cases[] = {
    { NULL, GLA_REPORT_WORN_OFF, GLA_DAY_ABOUT, "Patient: worn off about 3 May 2026" },
    { NULL, GLA_REPORT_STILL_WORKING, GLA_DAY_EXACT, "Patient: still working 3 May 2026" },
    { "GLAB", GLA_REPORT_WORN_OFF, GLA_DAY_MONTH, "Patient, Glabella: worn off May 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaReport report = { .area = cases[i].area, .kind = cases[i].kind,
                           .day = gla_day_new (2026, 5, 3), .precision = cases[i].precision };
      g_autofree char *words = gla_record_words_report (catalogue, &report);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_grades (void)
{
  static const struct
  {
    const char *scale;
    int grade;
    const char *words;
  } cases[] = {
    { "fws", 2, "2 moderate" },
    { "fws", 0, "0 none" },
    { "fws", GLA_GRADE_UNKNOWN, "–" },
    { "no such scale", 2, "2" },
    { NULL, 3, "3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = gla_record_words_grade (catalogue, cases[i].scale, cases[i].grade);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What an audit entry becomes; changes are joined by "|". */
static const struct
{
  const char *table;
  const char *action;
  const char *before;
  const char *after;
  const char *what;
  const char *changes;
} audit_cases[] = {
  { "patient", "add", NULL, "{\"number\":\"7\"}", "Added the patient", "" },
  { "patient", "amend", "{\"phone\":\"044 1\",\"sex\":0,\"may_contact\":0}",
    "{\"phone\":\"044 2\",\"sex\":1,\"may_contact\":1,\"revision\":2}",
    "Changed the patient’s details",
    "Telephone: 044 1 → 044 2|Sex: Not recorded → Female|May be contacted: no → yes" },
  { "patient", "amend", "{\"allergies\":\"latex\",\"language\":\"tr\"}", "{\"language\":\"de\"}",
    "Changed the patient’s details", "Language: Turkish → German|Allergies: latex → nothing" },
  { "treatment", "add", NULL, "{\"day\":\"2026-10-12\",\"precision\":0}",
    "Added the treatment of 12 Oct 2026", "" },
  { "treatment", "amend", "{\"day\":\"2026-10-12\",\"injector\":\"s1\",\"injections\":[]}",
    "{\"day\":\"2026-10-13\",\"precision\":1,\"injections\":[{\"area\":\"GLAB\",\"side\":0,"
    "\"vial\":\"v1\",\"units\":2000},{\"area\":\"LCL\",\"side\":1}]}",
    "Changed the treatment of about 13 Oct 2026",
    "Date: 12 Oct 2026 → about 13 Oct 2026|"
    "How well the date is known: nothing → within a week or so|"
    "What was injected: nothing → Glabella: 20 units, Xeomin · X12; "
    "Crow's feet, left: unknown, unknown product · lot unknown|"
    "Injector: Dr A. Osei → nothing" },
  { "treatment", "void", "{\"day\":\"2024-07-01\",\"precision\":3}", NULL,
    "Voided the treatment of 2024", "" },
  { "assessment", "amend",
    "{\"area\":\"GLAB\",\"day\":\"2026-11-16\",\"scale\":\"fws\",\"at_maximum\":1}",
    "{\"area\":\"GLAB\",\"day\":\"2026-11-16\",\"scale\":\"fws\",\"at_maximum\":3,\"reason\":2}",
    "Changed the grade of Glabella on 16 Nov 2026",
    "Grade at maximum: 1 mild → 3 severe|"
    "Reason of the visit: nothing → Came because it wore off" },
  { "report", "restore", NULL, "{\"day\":\"2026-05-03\",\"precision\":1,\"kind\":0}",
    "Brought back the patient’s report of about 3 May 2026", "" },
  { "rating", "amend",
    "{\"day\":\"2026-11-16\",\"scale\":\"gais\",\"grade\":1,\"word\":\"very much improved\"}",
    "{\"day\":\"2026-11-16\",\"scale\":\"gais\",\"grade\":5,\"word\":\"worse\"}",
    "Changed how the result was judged on 16 Nov 2026", "Answer: 1 very much improved → 5 worse" },
  { "exposure", "amend",
    "{\"day\":\"2025-03-15\",\"precision\":2,\"product\":\"ona\",\"units\":4000}",
    "{\"day\":\"2025-03-15\",\"precision\":2,\"product\":\"ona\",\"units\":5000,\"certainty\":1}",
    "Changed the treatment elsewhere of Mar 2025",
    "Units: 40 Allergan units → 50 Allergan units|"
    "How it is known: nothing → Seen in a record" },
  { "adverse_event", "add", NULL, "{\"kind\":\"drooping lid %s\"}",
    "Added the adverse event “drooping lid %s”", "" },
  { "document", "void", "{\"template\":\"aftercare\"}", NULL,
    "Voided the entry of the document “aftercare”", "" },
  { "case_record", "add", NULL, "{\"area\":\"GLAB\",\"standing\":0}",
    "Opened a case about Glabella", "" },
  { "case_record", "answer",
    "{\"area\":\"GLAB\",\"standing\":0,\"step\":\"S1\",\"content\":\"<case/>\",\"revision\":1}",
    "{\"area\":\"GLAB\",\"standing\":1,\"step\":\"S2-early\",\"due\":\"2026-12-07\","
    "\"until\":\"2026-12-21\",\"content\":\"<case>1</case>\",\"revision\":2}",
    "Answered a question in the case about Glabella",
    "State: Question open → Waiting|Due: nothing → 7 Dec 2026|Until: nothing → 21 Dec 2026" },
  { "case_record", "back", "{\"area\":\"GLAB\",\"step\":\"S2\"}",
    "{\"area\":\"GLAB\",\"step\":\"S1\"}", "Went back in the case about Glabella", "" },
  { "case_record", "state", "{\"area\":\"GLAB\"}", "{\"area\":\"GLAB\"}",
    "Filled in what was not known in the case about Glabella", "" },
  { "case_record", "advance", "{\"area\":\"GLAB\",\"standing\":1}",
    "{\"area\":\"GLAB\",\"standing\":2}", "The case about Glabella moved on by itself",
    "State: Waiting → Plan ready" },
  { "case_record", "close", "{\"area\":\"GLAB\",\"standing\":2,\"outcome\":0}",
    "{\"area\":\"GLAB\",\"standing\":3,\"outcome\":3,\"cause\":\"low-units\","
    "\"conclusion\":\"fewer units than usual\",\"closed\":\"2026-11-29\"}",
    "Closed the case about Glabella as “Options given”",
    "State: Plan ready → Closed|Conclusion: nothing → fewer units than usual|"
    "Closed on: nothing → 29 Nov 2026" },
  { "case_record", "reopen", "{\"area\":\"GLAB\",\"standing\":3,\"outcome\":3}",
    "{\"area\":\"GLAB\",\"standing\":0,\"outcome\":0}", "Reopened the case about Glabella",
    "State: Closed → Question open" },
  { "case_record", "amend", "{\"area\":\"GLAB\"}", "{\"area\":\"FRON\"}",
    "Changed the case about Forehead", "Area: Glabella → Forehead" },
  { "case_record", "close", NULL, "{\"outcome\":99}",
    "Closed the case about area not recorded as “Opened by mistake”", "" },
  { "booking", "add", NULL, "{\"kind\":0,\"day\":\"2026-12-07\"}",
    "Booked “Review” for 7 Dec 2026", "" },
  { "booking", "amend",
    "{\"kind\":3,\"day\":\"2026-12-07\",\"minute\":545,\"state\":0,\"case_id\":\"c1\"}",
    "{\"kind\":2,\"day\":\"2026-12-07\",\"state\":2}",
    "Changed the booking “Resistance test” for 7 Dec 2026",
    "Booked for: Reading of the test → Resistance test|State: Planned → Missed|"
    "Time: 09:05 → nothing" },
  { "booking", "void", "{\"kind\":99,\"day\":\"2026-12-07\"}", NULL,
    "Voided the booking “Contact” for 7 Dec 2026", "" },
  { "call", "add", NULL,
    "{\"reason\":0,\"day\":\"2026-11-23\",\"outcome\":1,\"until\":\"2026-11-24\",\"staff\":\"s9\"}",
    "Added the call of 23 Nov 2026", "" },
  { "call", "amend", "{\"reason\":0,\"day\":\"2026-11-23\",\"outcome\":1}",
    "{\"reason\":1,\"day\":\"2026-11-23\",\"outcome\":5,\"until\":\"2026-11-24\",\"case_id\":\"c\"}",
    "Changed the call of 23 Nov 2026",
    "Called about: A review that is due → An effect that may be ending|"
    "Outcome: No answer → Put aside without a call|Comes up again on: nothing → 24 Nov 2026" },
  { "call", "void", "{\"day\":\"2026-11-23\"}", NULL, "Took back the call of 23 Nov 2026", "" },
  { "somewhere", "batch", NULL, NULL, "Took records in from a file", "" },
  { "somewhere", "unheard-of", NULL, "no JSON {", "Changed the record", "" },
  { "patient", "amend", "{\"new_field\":\"a\"}", "{\"new_field\":\"b\"}",
    "Changed the patient’s details", "new_field: a → b" },
};

static void
test_audit (void)
{
  g_autoptr (GlaHistory) history = new_history ();

  for (gsize i = 0; i < G_N_ELEMENTS (audit_cases); i++)
    {
      GlaAuditEntry entry = {
        .when = (char *) "2026-10-12T14:05:00Z", .staff = (char *) "Dr A. Osei",
        .action = (char *) audit_cases[i].action, .table = (char *) audit_cases[i].table,
        .before = (char *) audit_cases[i].before, .after = (char *) audit_cases[i].after,
        .reason = (char *) (i == 0 ? "" : "typed wrongly"),
      };
      g_autoptr (GlaAuditLine) line = gla_audit_line_new (&entry, catalogue, history, NULL);
      g_autofree char *changes = g_strjoinv ("|", line->changes);

      g_assert_cmpstr (line->what, ==, audit_cases[i].what);
      g_assert_cmpstr (changes, ==, audit_cases[i].changes);
      g_assert_cmpstr (line->when, ==, "12 Oct 2026, 14:05");
      g_assert_cmpstr (line->who, ==, "Dr A. Osei");
      g_assert_cmpstr (line->reason, ==, i == 0 ? NULL : "typed wrongly");
    }
}

static void
test_json (void)
{
  static const struct
  {
    const char *json;
    const char *text; /* of the member "a"; NULL with the rest: not JSON */
    gboolean valid;
  } cases[] = {
    { "{\"a\":\"b\"}", "b", TRUE },
    { " { \"a\" : 12.5 , \"c\":[1,{\"d\":null}] } ", "12.5", TRUE },
    { "{\"a\":\"\\u00e4\\n\\\"\\\\\\ud83d\\ude00\"}", "ä\n\"\\😀", TRUE },
    { "{\"a\":true}", "true", TRUE },
    { "{\"a\":null}", NULL, TRUE },
    { "{}", NULL, TRUE },
    { "", NULL, FALSE },
    { "{", NULL, FALSE },
    { "{\"a\":}", NULL, FALSE },
    { "{\"a\":\"b\"} x", NULL, FALSE },
    { "{\"a\":\"b", NULL, FALSE },
    { "{\"a\":\"\\ud83d\"}", NULL, FALSE },
    { "{\"a\":\"\\u00\"}", NULL, FALSE },
    { "{\"a\":\"b\",}", NULL, FALSE },
    { "{a:1}", NULL, FALSE },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaAuditJson) json = gla_audit_json_parse (cases[i].json);

      g_assert_cmpint (json != NULL, ==, cases[i].valid);
      if (json != NULL)
        g_assert_cmpstr (gla_audit_json_get_text (json, "a"), ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);

  g_test_add_func ("/record-words/patient", test_patient);
  g_test_add_func ("/record-words/totals", test_totals);
  g_test_add_func ("/record-words/injections", test_injections);
  g_test_add_func ("/record-words/reports", test_reports);
  g_test_add_func ("/record-words/grades", test_grades);
  g_test_add_func ("/record-words/audit", test_audit);
  g_test_add_func ("/record-words/json", test_json);
  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

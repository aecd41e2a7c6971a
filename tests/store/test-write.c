/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-how.h"

#include <string.h>

static void
test_patient (StoreFixture  *self,
              gconstpointer  data)
{
  const GlaPatient fields = {
    .number = "A-17",
    .family_name = "O’Brien",
    .given_name = "Şule",
    .birth_day = gla_day_new (1991, 12, 31),
    .sex = GLA_SEX_FEMALE,
    .phone = "+44 20 7946 0000",
    .email = "s@example.org",
    .address = "1 Road\nTown",
    .language = "tr",
    .may_contact = TRUE,
    .large_print = TRUE,
    .allergies = "egg \"white\"",
    .conditions = "none",
    .medicines = "aspirin",
    .note = "'; DROP TABLE patient; --",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaPatient) read = NULL;
  g_autofree char *id = NULL;

  g_assert_true (gla_store_add_patient (self->store, &fields, &id, &error));
  g_assert_no_error (error);
  store_fixture_reopen (self);
  read = gla_store_read_patient (self->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, id);
  g_assert_cmpstr (read->number, ==, fields.number);
  g_assert_cmpstr (read->family_name, ==, fields.family_name);
  g_assert_cmpstr (read->given_name, ==, fields.given_name);
  g_assert_cmpint (read->birth_day, ==, fields.birth_day);
  g_assert_cmpint (read->sex, ==, fields.sex);
  g_assert_cmpstr (read->phone, ==, fields.phone);
  g_assert_cmpstr (read->email, ==, fields.email);
  g_assert_cmpstr (read->address, ==, fields.address);
  g_assert_cmpstr (read->language, ==, fields.language);
  g_assert_true (read->may_contact);
  g_assert_true (read->large_print);
  g_assert_cmpstr (read->allergies, ==, fields.allergies);
  g_assert_cmpstr (read->conditions, ==, fields.conditions);
  g_assert_cmpstr (read->medicines, ==, fields.medicines);
  g_assert_cmpstr (read->note, ==, fields.note);
  g_assert_cmpint (read->revision, ==, 1);
  store_check_audit (self->store, 1, "add", "patient", NULL, "\"allergies\":\"egg \\\"white\\\"\"");
}

static void
test_patient_rules (StoreFixture  *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaPatient patient = { .number = "5", .family_name = "A", .birth_day = GLA_DAY_NONE };

  g_assert_true (gla_store_add_patient (self->store, &patient, NULL, &error));
  g_assert_false (gla_store_add_patient (self->store, &patient, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "record number"));
  g_clear_error (&error);
  patient.number = NULL;
  patient.family_name = "";
  g_assert_false (gla_store_add_patient (self->store, &patient, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  patient.family_name = "B";
  patient.sex = 99;
  g_assert_false (gla_store_add_patient (self->store, &patient, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (store_count_audit (self->store), ==, 1);
}

static void
test_numbers (StoreFixture  *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *given;
    const char *expected;
  } cases[] = {
    { NULL, "100001" },
    { NULL, "100002" },
    { "100004", "100004" },
    { NULL, "100005" },
    { "1000099", "1000099" }, /* seven digits don't count */
    { "99999x", "99999x" },
    { NULL, "100006" },
    { "999999", "999999" },
    { NULL, "100003" }, /* the first gap */
    { NULL, "100007" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaPatient patient = { .number = cases[i].given, .family_name = "X" };
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaPatient) read = NULL;
      g_autofree char *id = NULL;

      gla_store_add_patient (self->store, &patient, &id, &error);
      g_assert_no_error (error);
      read = gla_store_read_patient (self->store, id, &error);
      g_assert_cmpstr (read->number, ==, cases[i].expected);
    }
}

static void
test_amend_patient (StoreFixture  *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = store_add_patient (self->store, "Kaya", "Mira", "1984-03-12");
  g_autoptr (GlaPatient) read = gla_store_read_patient (self->store, id, &error);
  g_autoptr (GlaPatient) again = NULL;
  GlaPatient fields = *read;

  fields.family_name = "Demir";
  g_assert_true (gla_store_amend_patient (self->store, &fields, "married", &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 2, "amend", "patient", "\"family_name\":\"Kaya\"",
                     "\"family_name\":\"Demir\"");
  again = gla_store_read_patient (self->store, id, &error);
  g_assert_cmpstr (again->family_name, ==, "Demir");
  g_assert_cmpint (again->revision, ==, 2);

  /* The revision that was read first is old now; nothing changes. */
  fields.family_name = "Third";
  g_assert_false (gla_store_amend_patient (self->store, &fields, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpuint (store_count_audit (self->store), ==, 2);

  fields.id = "nobody";
  g_assert_false (gla_store_amend_patient (self->store, &fields, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_author (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaStaff staff = { .name = "Dr A. Osei", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  g_autofree char *id = NULL;
  g_autofree char *patient = NULL;
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (gla_store_add_staff (self->store, &staff, &id, &error));
  gla_store_set_author (self->store, id);
  patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->staff, ==, "Dr A. Osei");
  g_assert_cmpstr (entry->patient, ==, patient);
  g_assert_cmpuint (strlen (entry->when), ==, strlen ("2026-01-01T00:00:00Z"));
  list = gla_store_list_audit (self->store, patient, 10, &error);
  g_assert_cmpuint (list->len, ==, 1);
}

/* What was asked, agreed and noted. */
static void
assert_visit (const GlaTreatment *kept,
              const GlaTreatment *given)
{
  g_assert_cmpstr (kept->deviation, ==, given->deviation);
  g_assert_cmpstr (kept->consent_version, ==, given->consent_version);
  g_assert_cmpint (kept->consent_day, ==, given->consent_day);
  g_assert_cmpint (kept->consent_form, ==, given->consent_form);
  g_assert_cmpint (kept->face_to_face, ==, given->face_to_face);
  g_assert_cmpstr (kept->screening, ==, given->screening);
  g_assert_cmpstr (kept->note, ==, given->note);
}

/* A whole visit: everything comes back as it was given. */
static void
test_treatment (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-12");
  g_autofree char *vial = store_add_vial (self->store, "C1234", GLA_UNITS (100));
  g_autofree char *id = NULL;
  GlaStaff staff = { .name = "Dr A. Osei", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  g_autofree char *injector = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  GlaInjection first = { .area = "glabella", .vial = vial, .units = GLA_UNITS (12.5), .points = 5,
                         .volume = 500, .technique = "deep", .map_view = "front", .map_x = 500,
                         .map_y = 300 };
  GlaInjection second = { .area = "crows-feet", .side = GLA_SIDE_LEFT,
                          .units = GLA_UNITS_UNKNOWN };
  GlaAssessment grade = { .area = "glabella", .day = gla_day_new (2026, 1, 5), .scale = "fwc",
                          .at_rest = GLA_GRADE_UNKNOWN, .at_maximum = 3,
                          .reason = GLA_VISIT_REASON_WORE_OFF };
  GlaTreatment treatment = { .patient = patient, .day = gla_day_new (2026, 1, 5),
                             .precision = GLA_DAY_ABOUT, .reason = GLA_VISIT_REASON_WORE_OFF,
                             .deviation = "patient's wish", .consent_version = "3",
                             .consent_day = gla_day_new (2026, 1, 4),
                             .consent_form = GLA_CONSENT_FORM_SCANNED,
                             .face_to_face = GLA_FACE_TO_FACE_EARLIER,
                             .screening = "pregnancy no\nlid yes drops", .note = "calm" };
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *t;
  const GlaInjection *i;
  const GlaAssessment *a;

  g_assert_true (gla_store_add_staff (self->store, &staff, &injector, &error));
  treatment.injector = injector;
  g_ptr_array_add (injections, &first);
  g_ptr_array_add (injections, &second);
  g_ptr_array_add (assessments, &grade);
  gla_store_add_treatment (self->store, &treatment, injections, assessments, &id, &error);
  g_assert_no_error (error);
  store_check_audit (self->store, 4, "add", "treatment", NULL, "\"injections\":[{\"position\":0");

  store_fixture_reopen (self);
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->treatments->len, ==, 1);
  g_assert_cmpuint (history->injections->len, ==, 2);
  g_assert_cmpuint (history->assessments->len, ==, 1);
  g_assert_cmpuint (history->vials->len, ==, 1);
  g_assert_cmpuint (history->staff->len, ==, 1);
  t = history->treatments->pdata[0];
  g_assert_cmpstr (t->id, ==, id);
  g_assert_cmpstr (t->patient, ==, patient);
  g_assert_cmpint (t->day, ==, treatment.day);
  g_assert_cmpint (t->precision, ==, GLA_DAY_ABOUT);
  g_assert_cmpstr (t->injector, ==, injector);
  g_assert_null (t->prescriber);
  g_assert_cmpint (t->reason, ==, GLA_VISIT_REASON_WORE_OFF);
  assert_visit (t, &treatment);
  i = history->injections->pdata[0];
  g_assert_cmpstr (i->treatment, ==, id);
  g_assert_cmpstr (i->product, ==, "botox-cosmetic"); /* that of the vial */
  g_assert_cmpstr (i->lot, ==, "C1234");
  g_assert_cmpint (i->units, ==, 1250);
  g_assert_cmpint (i->points, ==, 5);
  g_assert_cmpint (i->volume, ==, 500);
  g_assert_cmpstr (i->technique, ==, "deep");
  g_assert_cmpstr (i->map_view, ==, "front");
  g_assert_cmpint (i->map_x, ==, 500);
  g_assert_cmpint (i->map_y, ==, 300);
  i = history->injections->pdata[1];
  g_assert_cmpint (i->units, ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (i->side, ==, GLA_SIDE_LEFT);
  g_assert_cmpint (i->position, ==, 1);
  g_assert_cmpint (i->points, ==, 0);
  g_assert_null (i->lot);
  g_assert_null (i->product);
  a = history->assessments->pdata[0];
  g_assert_cmpint (a->at_rest, ==, GLA_GRADE_UNKNOWN);
  g_assert_cmpint (a->at_maximum, ==, 3);
  g_assert_cmpstr (a->patient, ==, patient);
  g_assert_cmpint (a->reason, ==, GLA_VISIT_REASON_WORE_OFF);
}

/* All or nothing: the second injection names a vial that does not exist. */
static void
test_treatment_whole (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaInjection first = { .area = "glabella", .units = 100 };
  GlaInjection second = { .area = "glabella", .units = 100, .vial = "none" };
  GlaTreatment treatment = { .patient = patient, .consent_day = GLA_DAY_NONE };
  g_autoptr (GlaHistory) history = NULL;

  g_ptr_array_add (injections, &first);
  g_ptr_array_add (injections, &second);
  g_assert_false (
      gla_store_add_treatment (self->store, &treatment, injections, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  history = gla_store_read_history (self->store, patient, NULL);
  g_assert_cmpuint (history->treatments->len, ==, 0);
  g_assert_cmpuint (history->injections->len, ==, 0);
  g_assert_cmpuint (store_count_audit (self->store), ==, 1);

  g_clear_error (&error);
  treatment.patient = "nobody";
  g_ptr_array_set_size (injections, 1);
  g_assert_false (
      gla_store_add_treatment (self->store, &treatment, injections, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_amend_treatment (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *id = store_add_treatment (self->store, patient, "2026-01-05", NULL, "A1");
  g_autoptr (GlaHistory) history = gla_store_read_history (self->store, patient, &error);
  g_autoptr (GlaHistory) after = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaTreatment treatment = *(const GlaTreatment *) history->treatments->pdata[0];
  GlaInjection injection = *(const GlaInjection *) history->injections->pdata[0];

  injection.units = GLA_UNITS (25);
  g_ptr_array_add (injections, &injection);
  treatment.day = gla_day_new (2026, 1, 6);
  g_assert_true (
      gla_store_amend_treatment (self->store, &treatment, injections, "wrong day", &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 3, "amend", "treatment", "\"units\":2000", "\"units\":2500");
  after = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (after->injections->len, ==, 1);
  g_assert_cmpint (((GlaInjection *) after->injections->pdata[0])->units, ==, 2500);
  g_assert_cmpint (((GlaTreatment *) after->treatments->pdata[0])->day, ==, treatment.day);
  g_assert_false (
      gla_store_amend_treatment (self->store, &treatment, injections, "again", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
}

static void
test_follow_up (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", NULL, NULL);
  GlaAssessment grade = { .patient = patient, .treatment = treatment, .area = "glabella",
                          .day = gla_day_new (2026, 2, 1), .at_rest = 0, .at_maximum = 1 };
  GlaReport said = { .patient = patient, .treatment = treatment, .kind = GLA_REPORT_WORN_OFF,
                     .day = gla_day_new (2026, 4, 1), .precision = GLA_DAY_ABOUT,
                     .told_on = gla_day_new (2026, 5, 1), .note = "slowly" };
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GlaHistory) history = NULL;
  GlaAssessment amended;
  GlaReport amended_report;

  g_ptr_array_add (assessments, &grade);
  g_ptr_array_add (reports, &said);
  gla_store_add_follow_up (self->store, assessments, reports, &ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpstr (((GlaAssessment *) history->assessments->pdata[0])->id, ==, ids->pdata[0]);
  g_assert_cmpstr (((GlaReport *) history->reports->pdata[0])->id, ==, ids->pdata[1]);
  g_assert_cmpint (((GlaReport *) history->reports->pdata[0])->told_on, ==, said.told_on);

  amended = *(const GlaAssessment *) history->assessments->pdata[0];
  amended.at_maximum = 2;
  g_assert_true (gla_store_amend_assessment (self->store, &amended, "mistyped", &error));
  store_check_audit (self->store, 5, "amend", "assessment", "\"at_maximum\":1", "\"at_maximum\":2");
  amended_report = *(const GlaReport *) history->reports->pdata[0];
  amended_report.note = "at once";
  g_assert_true (gla_store_amend_report (self->store, &amended_report, "mistyped", &error));
  store_check_audit (self->store, 6, "amend", "report", "slowly", "at once");
  g_assert_no_error (error);
}

/* What was judged of the whole: written with the rest of the visit, amended, voided, brought back. */
static void
test_ratings (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaReport said = { .patient = patient, .kind = GLA_REPORT_STILL_WORKING,
                     .day = gla_day_new (2026, 2, 1), .told_on = gla_day_new (2026, 2, 1) };
  GlaRating rating = { .patient = patient, .day = gla_day_new (2026, 2, 1),
                       .rater = GLA_RATER_PATIENT, .scale = GLA_SCALE_GAIS, .grade = 1,
                       .word = "very much improved" };
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GPtrArray) ratings = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaHistory) voided = NULL;
  GlaRating amended;

  g_ptr_array_add (reports, &said);
  g_ptr_array_add (ratings, &rating);
  gla_store_add_review (self->store, NULL, reports, ratings, &ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->ratings->len, ==, 1);
  amended = *(const GlaRating *) history->ratings->pdata[0];
  g_assert_cmpstr (amended.id, ==, ids->pdata[1]);
  g_assert_cmpint (amended.day, ==, rating.day);
  g_assert_cmpint (amended.rater, ==, GLA_RATER_PATIENT);
  g_assert_cmpstr (amended.scale, ==, GLA_SCALE_GAIS);
  g_assert_cmpint (amended.grade, ==, 1);
  g_assert_cmpstr (amended.word, ==, "very much improved");

  amended.grade = 5;
  amended.word = "worse";
  g_assert_true (gla_store_amend_rating (self->store, &amended, "mistyped", &error));
  store_check_audit (self->store, 4, "amend", "rating", "\"grade\":1", "\"grade\":5");
  g_assert_true (gla_store_void (self->store, GLA_TABLE_RATING, amended.id, "other person",
                                 &error));
  voided = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (voided->ratings->len, ==, 0);
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_RATING, amended.id, "was right",
                                           &error));
  g_clear_pointer (&voided, gla_history_unref);
  voided = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (voided->ratings->len, ==, 1);
  g_assert_no_error (error);

  rating.grade = -1;
  g_assert_false (gla_store_add_review (self->store, NULL, reports, ratings, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
}

static void
test_others (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaExposure exposure = { .patient = patient, .day = gla_day_new (2024, 7, 1),
                           .precision = GLA_DAY_YEAR, .place = "abroad",
                           .units = GLA_UNITS_UNKNOWN, .certainty = GLA_CERTAINTY_GUESS };
  GlaAdverseEvent event = { .patient = patient, .kind = "drooping lid",
                            .severity = GLA_SEVERITY_MILD, .onset = gla_day_new (2026, 1, 9),
                            .resolved = GLA_DAY_NONE };
  GlaDocument document = { .patient = patient, .template = "consent", .version = "3",
                           .language = "de", .day = gla_day_new (2026, 1, 5) };
  g_autoptr (GlaHistory) history = NULL;
  GlaExposure amended;
  GlaAdverseEvent resolved;

  g_assert_true (gla_store_add_exposure (self->store, &exposure, NULL, &error));
  g_assert_true (gla_store_add_adverse_event (self->store, &event, NULL, &error));
  g_assert_true (gla_store_add_document (self->store, &document, NULL, &error));
  g_assert_no_error (error);
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (history->exposures->len, ==, 1);
  g_assert_cmpuint (history->adverse_events->len, ==, 1);
  g_assert_cmpuint (history->documents->len, ==, 1);
  g_assert_cmpstr (((GlaDocument *) history->documents->pdata[0])->template, ==, "consent");
  amended = *(const GlaExposure *) history->exposures->pdata[0];
  g_assert_cmpint (amended.units, ==, GLA_UNITS_UNKNOWN);
  amended.units = GLA_UNITS (30);
  g_assert_true (gla_store_amend_exposure (self->store, &amended, NULL, &error));
  store_check_audit (self->store, 5, "amend", "exposure", "abroad", "\"units\":3000");
  resolved = *(const GlaAdverseEvent *) history->adverse_events->pdata[0];
  resolved.resolved = gla_day_new (2026, 2, 20);
  g_assert_true (gla_store_amend_adverse_event (self->store, &resolved, NULL, &error));
  store_check_audit (self->store, 6, "amend", "adverse_event", "drooping", "2026-02-20");
}

static void
test_vials (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *vial = store_add_vial (self->store, "WRONG", GLA_UNITS (100));
  g_autofree char *full = store_add_vial (self->store, "FULL", GLA_UNITS_UNKNOWN);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", vial, NULL);
  g_autofree char *voided = store_add_treatment (self->store, patient, "2026-01-06", vial, NULL);
  g_autoptr (GPtrArray) list = gla_store_list_vials (self->store, FALSE, &error);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GlaHistory) history = NULL;
  GlaVial amended = { 0 };
  GlaUnits left;

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (gla_store_get_units_left (self->store, vial, &left, &error));
  g_assert_cmpint (left, ==, GLA_UNITS (60));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, voided, "not given", &error));
  g_assert_true (gla_store_get_units_left (self->store, vial, &left, &error));
  g_assert_cmpint (left, ==, GLA_UNITS (80));
  g_assert_true (gla_store_get_units_left (self->store, full, &left, &error));
  g_assert_cmpint (left, ==, GLA_UNITS_UNKNOWN);

  /* A corrected lot follows to what was injected from the vial. */
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((GlaVial *) list->pdata[i])->id, vial) == 0)
      amended = *(const GlaVial *) list->pdata[i];
  amended.lot = "RIGHT";
  amended.state = GLA_VIAL_FINISHED;
  g_assert_true (gla_store_amend_vial (self->store, &amended, "misread", &error));
  history = gla_store_read_history (self->store, patient, &error);
  g_assert_cmpuint (history->injections->len, ==, 1);
  g_assert_cmpstr (((GlaInjection *) history->injections->pdata[0])->lot, ==, "RIGHT");
  after = gla_store_list_vials (self->store, FALSE, &error);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_false (gla_store_get_units_left (self->store, "none", &left, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_staff (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaStaff first = { .name = "beata", .role = GLA_ROLE_FRONT_DESK, .active = TRUE };
  GlaStaff second = { .name = "Anna", .role = GLA_ROLE_OWNER, .active = TRUE };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) active = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GlaStaff left;

  g_assert_true (gla_store_add_staff (self->store, &first, NULL, &error));
  g_assert_true (gla_store_add_staff (self->store, &second, NULL, &error));
  list = gla_store_list_staff (self->store, FALSE, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((GlaStaff *) list->pdata[0])->name, ==, "Anna");
  left = *(const GlaStaff *) list->pdata[0];
  left.active = FALSE;
  g_assert_true (gla_store_amend_staff (self->store, &left, NULL, &error));
  active = gla_store_list_staff (self->store, FALSE, &error);
  all = gla_store_list_staff (self->store, TRUE, &error);
  g_assert_cmpuint (active->len, ==, 1);
  g_assert_cmpuint (all->len, ==, 2);
}

/* What was written before is offered again, the most frequent first. */
static void
test_how (StoreFixture  *self,
          gconstpointer  data)
{
  static const char *const needles[] = { "30 G", "32 G", NULL, "32 G", "27 G" };
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-12");
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) none = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GlaHistory) history = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      GlaTreatment treatment = { .patient = patient, .day = gla_day_new (2026, 1, 5) + (int) i,
                                 .consent_day = GLA_DAY_NONE };
      GlaInjection injection = { .area = "GLAB", .units = GLA_UNITS (20), .needle = needles[i] };
      g_autoptr (GPtrArray) injections = g_ptr_array_new ();

      g_ptr_array_add (injections, &injection);
      gla_store_add_treatment (self->store, &treatment, injections, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  history = store_read_history (self->store, patient);
  g_assert_cmpstr (((GlaInjection *) history->injections->pdata[0])->needle, ==, "30 G");
  g_assert_null (((GlaInjection *) history->injections->pdata[0])->depth);
  words = gla_store_list_how (self->store, GLA_HOW_NEEDLE, 2, &error);
  g_assert_no_error (error);
  list = g_strjoinv ("|", words);
  g_assert_cmpstr (list, ==, "32 G|27 G");
  none = gla_store_list_how (self->store, GLA_HOW_DEPTH, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/write/patient", test_patient);
  STORE_TEST ("/store/write/patient-rules", test_patient_rules);
  STORE_TEST ("/store/write/numbers", test_numbers);
  STORE_TEST ("/store/write/amend-patient", test_amend_patient);
  STORE_TEST ("/store/write/author", test_author);
  STORE_TEST ("/store/write/treatment", test_treatment);
  STORE_TEST ("/store/write/treatment-whole", test_treatment_whole);
  STORE_TEST ("/store/write/how", test_how);
  STORE_TEST ("/store/write/amend-treatment", test_amend_treatment);
  STORE_TEST ("/store/write/follow-up", test_follow_up);
  STORE_TEST ("/store/write/ratings", test_ratings);
  STORE_TEST ("/store/write/others", test_others);
  STORE_TEST ("/store/write/vials", test_vials);
  STORE_TEST ("/store/write/staff", test_staff);

  return g_test_run ();
}

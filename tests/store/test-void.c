/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

/* Every table: void hides, the audit says why, restore brings back. */
static void
test_void (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", NULL, "A");
  g_autofree char *vial = store_add_vial (self->store, "V", 100);
  GlaExposure exposure = { .patient = patient, .day = GLA_DAY_NONE, .units = GLA_UNITS_UNKNOWN };
  g_autofree char *exposure_id = NULL;
  GlaStaff staff = { .name = "A", .active = TRUE };
  g_autofree char *staff_id = NULL;
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord record = store_make_case (patient, protocol);
  GlaBooking booking = { .patient = patient, .day = gla_day_new (2026, 12, 1) };
  g_autofree char *case_id = NULL;
  g_autofree char *booking_id = NULL;

  gla_store_add_exposure (self->store, &exposure, &exposure_id, &error);
  gla_store_add_staff (self->store, &staff, &staff_id, &error);
  gla_store_add_case (self->store, &record, &case_id, &error);
  gla_store_add_booking (self->store, &booking, &booking_id, &error);
  g_assert_no_error (error);
  {
    const struct
    {
      GlaRecordTable table;
      const char *id;
      const char *name;
    } cases[] = {
      { GLA_TABLE_EXPOSURE, exposure_id, "exposure" },
      { GLA_TABLE_TREATMENT, treatment, "treatment" },
      { GLA_TABLE_VIAL, vial, "vial" },
      { GLA_TABLE_STAFF, staff_id, "staff" },
      { GLA_TABLE_CASE, case_id, "case_record" },
      { GLA_TABLE_BOOKING, booking_id, "booking" },
      { GLA_TABLE_PATIENT, patient, "patient" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        guint entries = store_count_audit (self->store);
        g_autoptr (GlaAuditEntry) entry = NULL;

        g_assert_false (gla_store_void (self->store, cases[i].table, cases[i].id, "  ", &error));
        g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
        g_clear_error (&error);
        g_assert_true (
            gla_store_void (self->store, cases[i].table, cases[i].id, "wrong person", &error));
        store_check_audit (self->store, entries + 1, "void", cases[i].name, "{",
                           "\"void_reason\":\"wrong person\"");
        entry = store_get_audit (self->store);
        g_assert_cmpstr (entry->reason, ==, "wrong person");
        g_assert_false (
            gla_store_void (self->store, cases[i].table, cases[i].id, "again", &error));
        g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
        g_clear_error (&error);
        g_assert_true (
            gla_store_restore_voided (self->store, cases[i].table, cases[i].id, "mine", &error));
        store_check_audit (self->store, entries + 2, "restore", cases[i].name, "void_reason", "{");
        g_assert_false (
            gla_store_restore_voided (self->store, cases[i].table, cases[i].id, "mine", &error));
        g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
        g_clear_error (&error);
      }
  }
}

static void
test_void_patient (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) back = NULL;

  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, patient, "twice", &error));
  g_assert_null (gla_store_read_history (self->store, patient, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  found = gla_store_search (self->store, "kaya", 0, 0, &error);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpint (gla_store_find_row (self->store, patient, &error), ==, 0);
  g_assert_true (
      gla_store_restore_voided (self->store, GLA_TABLE_PATIENT, patient, NULL, &error));
  back = gla_store_search (self->store, "kaya", 0, 0, &error);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_no_error (error);
}

/* Grades entered with a treatment go and come with it; others stay without it. */
static void
test_void_visit (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  GlaTreatment treatment = { .patient = patient, .day = gla_day_new (2026, 1, 5),
                             .consent_day = GLA_DAY_NONE };
  GlaAssessment baseline = { .area = "glabella", .day = gla_day_new (2026, 1, 5),
                             .at_maximum = 3 };
  GlaAssessment later = { .patient = patient, .area = "glabella", .day = gla_day_new (2026, 2, 5),
                          .at_maximum = 0 };

  g_ptr_array_add (assessments, &baseline);
  gla_store_add_treatment (self->store, &treatment, injections, assessments, &id, &error);
  g_assert_no_error (error);
  later.treatment = id;
  assessments->pdata[0] = &later;
  g_assert_true (gla_store_add_follow_up (self->store, assessments, NULL, NULL, &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, id, "undone", &error));
  {
    g_autoptr (GlaHistory) history = gla_store_read_history (self->store, patient, &error);

    g_assert_cmpuint (history->treatments->len, ==, 0);
    g_assert_cmpuint (history->assessments->len, ==, 1);
    g_assert_cmpint (((GlaAssessment *) history->assessments->pdata[0])->day, ==, later.day);
    g_assert_null (((GlaAssessment *) history->assessments->pdata[0])->treatment);
  }
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_TREATMENT, id, NULL, &error));
  {
    g_autoptr (GlaHistory) history = gla_store_read_history (self->store, patient, &error);

    g_assert_cmpuint (history->treatments->len, ==, 1);
    g_assert_cmpuint (history->assessments->len, ==, 2);
    g_assert_cmpstr (((GlaAssessment *) history->assessments->pdata[1])->treatment, ==, id);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/void/all", test_void);
  STORE_TEST ("/store/void/patient", test_void_patient);
  STORE_TEST ("/store/void/visit", test_void_visit);

  return g_test_run ();
}

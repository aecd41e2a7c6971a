/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

static void
test_settings (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_null (gla_store_get_setting (self->store, "clinic-name", &error));
  g_assert_no_error (error);
  g_assert_true (gla_store_put_setting (self->store, "clinic-name", "One \"A\"", &error));
  store_check_audit (self->store, 1, "setting", "setting", NULL, "{\"value\":\"One \\\"A\\\"\"}");
  g_assert_true (gla_store_put_setting (self->store, "clinic-name", "One \"A\"", &error));
  g_assert_cmpuint (store_count_audit (self->store), ==, 1); /* nothing changed */
  store_fixture_reopen (self);
  value = gla_store_get_setting (self->store, "clinic-name", &error);
  g_assert_cmpstr (value, ==, "One \"A\"");
  g_assert_true (gla_store_put_setting (self->store, "clinic-name", NULL, &error));
  store_check_audit (self->store, 2, "setting", "setting", "One", NULL);
  g_assert_null (gla_store_get_setting (self->store, "clinic-name", &error));
  g_assert_no_error (error);
}

static void
test_drafts (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;

  g_assert_true (gla_store_put_draft (self->store, "treatment", "p1", "half", &error));
  g_assert_true (gla_store_put_draft (self->store, "treatment", "p1", "half a", &error));
  g_assert_true (gla_store_put_draft (self->store, "treatment", "", "none", &error));
  store_fixture_reopen (self);
  first = gla_store_get_draft (self->store, "treatment", "p1", &error);
  g_assert_cmpstr (first, ==, "half a");
  g_assert_true (gla_store_drop_draft (self->store, "treatment", "p1", &error));
  g_assert_null (gla_store_get_draft (self->store, "treatment", "p1", &error));
  other = gla_store_get_draft (self->store, "treatment", "", &error);
  g_assert_cmpstr (other, ==, "none");
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_audit (self->store), ==, 0);
}

static void
test_clinic_catalogue (StoreFixture  *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GlaClinicProduct product = { .key = "own", .name = "Own", .content = GLA_UNITS (50),
                               .active = TRUE };
  GlaClinicArea area = { .key = "knee", .name = "Knee", .has_sides = TRUE, .active = TRUE };
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  GlaClinicProduct amended;

  g_assert_true (gla_store_put_clinic_product (self->store, &product, &error));
  store_check_audit (self->store, 1, "add", "clinic_product", NULL, "\"content\":5000");
  g_assert_true (gla_store_put_clinic_area (self->store, &area, &error));
  products = gla_store_list_clinic_products (self->store, &error);
  areas = gla_store_list_clinic_areas (self->store, &error);
  g_assert_cmpuint (products->len, ==, 1);
  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_true (((GlaClinicArea *) areas->pdata[0])->has_sides);
  amended = *(const GlaClinicProduct *) products->pdata[0];
  amended.name = "Ours";
  g_assert_true (gla_store_put_clinic_product (self->store, &amended, &error));
  store_check_audit (self->store, 3, "amend", "clinic_product", "Own", "Ours");
  g_assert_false (gla_store_put_clinic_product (self->store, &amended, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
}

/* A case that is open and one that is closed, a booking that is planned and one that was kept. */
static void
add_agreements (GlaStore   *store,
                const char *patient,
                const char *protocol)
{
  GlaCaseRecord record = store_make_case (patient, protocol);
  GlaBooking booking = { .patient = patient, .day = gla_day_new (2026, 12, 1) };
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_case (store, &record, NULL, &error));
  record.standing = GLA_CASE_STANDING_CLOSED;
  record.outcome = GLA_CASE_OUTCOME_STOPPED;
  record.closed = record.opened;
  g_assert_true (gla_store_add_case (store, &record, NULL, &error));
  g_assert_true (gla_store_add_booking (store, &booking, NULL, &error));
  booking.state = GLA_BOOKING_KEPT;
  g_assert_true (gla_store_add_booking (store, &booking, NULL, &error));
}

static void
test_counts (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *other = store_add_patient (self->store, "Voided", "Person", NULL);
  g_autofree char *vial = store_add_vial (self->store, NULL, GLA_UNITS_UNKNOWN);
  g_autofree char *a = store_add_treatment (self->store, patient, "2026-01-05", NULL, "L");
  g_autofree char *b = store_add_treatment (self->store, patient, "2026-01-05", NULL, NULL);
  g_autofree char *c = store_add_treatment (self->store, patient, "2026-01-05", vial, NULL);
  g_autofree char *d = store_add_treatment (self->store, patient, "2026-01-05", NULL, NULL);
  g_autofree char *e = store_add_treatment (self->store, other, "2026-01-05", NULL, NULL);
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaStoreCounts counts;

  add_agreements (self->store, patient, protocol);
  add_agreements (self->store, other, protocol);
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, d, "x", &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, other, "x", &error));
  g_assert_true (gla_store_count (self->store, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.patients, ==, 1);
  g_assert_cmpint (counts.treatments, ==, 3);
  g_assert_cmpint (counts.injections, ==, 3);
  g_assert_cmpint (counts.unknown_lots, ==, 2);
  g_assert_cmpint (counts.unknown_products, ==, 0);
  g_assert_cmpint (counts.unknown_units, ==, 0);
  g_assert_cmpint (counts.inexact_days, ==, 0);
  g_assert_cmpint (counts.open_cases, ==, 1);
  g_assert_cmpint (counts.bookings, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/clinic/settings", test_settings);
  STORE_TEST ("/store/clinic/drafts", test_drafts);
  STORE_TEST ("/store/clinic/clinic-catalogue", test_clinic_catalogue);
  STORE_TEST ("/store/clinic/counts", test_counts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-notice.h"

#define DAY "2026-11-23"

static GlaNotice *
get_notice (StoreFixture *self,
            const char   *patient)
{
  g_autoptr (GError) error = NULL;
  GlaNotice *notice = gla_store_get_notice (self->store, patient, GLA_NOTICE_SHORTENING, &error);

  g_assert_no_error (error);
  return notice;
}

static void
test_raise (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *other = store_add_patient (self->store, "Lind", "Jon", NULL);
  guint entries = store_count_audit (self->store);
  g_autoptr (GError) error = NULL;

  for (int tier = 0; tier <= 2; tier++)
    {
      g_autoptr (GlaNotice) notice = NULL;

      if (tier > 0)
        g_assert_true (gla_store_raise_notice (self->store, patient, GLA_NOTICE_SHORTENING, tier,
                                               &error));
      g_assert_no_error (error);
      notice = get_notice (self, patient);
      g_assert_cmpint (notice->raised, ==, tier);
      g_assert_cmpint (notice->dismissed_on, ==, GLA_DAY_NONE);
      g_assert_null (notice->reason);
    }
  {
    g_autoptr (GlaNotice) notice = get_notice (self, other);

    g_assert_cmpint (notice->raised, ==, 0);
  }
  g_assert_cmpuint (store_count_audit (self->store), ==, entries); /* nothing a person did */
}

static void
test_dismiss (StoreFixture  *self,
              gconstpointer  data)
{
  GlaStaff fields = { .name = "Dr A. Osei", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GlaStaff) staff = gla_staff_new (&fields);
  g_autoptr (GlaNotice) dismissed = NULL, again = NULL;
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *osei = NULL;
  GlaDay day = gla_day_from_iso (DAY);

  g_assert_true (gla_store_add_staff (self->store, staff, &osei, &error));
  gla_store_set_author (self->store, osei);
  g_assert_true (gla_store_raise_notice (self->store, patient, GLA_NOTICE_SHORTENING, 1, &error));
  g_assert_true (gla_store_dismiss_notice (self->store, patient, GLA_NOTICE_SHORTENING, day,
                                           0.6371234, "lower dose on purpose", &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 3, "dismiss", "notice", "\"raised\":1",
                     "\"dismissed_on\":\"" DAY "\"");
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->reason, ==, "lower dose on purpose");
  g_assert_cmpstr (entry->patient, ==, patient);
  g_assert_cmpstr (entry->staff, ==, "Dr A. Osei");

  store_fixture_reopen (self);
  dismissed = get_notice (self, patient);
  g_assert_cmpint (dismissed->raised, ==, 0);
  g_assert_cmpint (dismissed->dismissed_on, ==, day);
  g_assert_cmpstr (dismissed->dismissed_by, ==, "Dr A. Osei");
  g_assert_cmpfloat_with_epsilon (dismissed->dismissed_at, 0.6371234, 1e-6);
  g_assert_cmpstr (dismissed->reason, ==, "lower dose on purpose");

  /* Raised once more: the dismissal is history, which the audit keeps. */
  g_assert_true (gla_store_raise_notice (self->store, patient, GLA_NOTICE_SHORTENING, 2, &error));
  again = get_notice (self, patient);
  g_assert_cmpint (again->raised, ==, 2);
  g_assert_cmpint (again->dismissed_on, ==, GLA_DAY_NONE);
  g_assert_null (again->reason);
  g_assert_cmpuint (store_count_audit (self->store), ==, 3);
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_nobody (StoreFixture  *self,
             gconstpointer  data)
{
  const char *nobody = "2f0c9d5e-0000-4000-8000-0000000000ff";
  g_autoptr (GError) reading = NULL, raising = NULL, dismissing = NULL;

  g_assert_null (gla_store_get_notice (self->store, nobody, GLA_NOTICE_SHORTENING, &reading));
  g_assert_error (reading, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_assert_false (gla_store_raise_notice (self->store, nobody, GLA_NOTICE_SHORTENING, 1,
                                          &raising));
  g_assert_error (raising, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_assert_false (gla_store_dismiss_notice (self->store, nobody, GLA_NOTICE_SHORTENING,
                                            gla_day_from_iso (DAY), 0.5, "why", &dismissing));
  g_assert_error (dismissing, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (store_count_audit (self->store), ==, 0);
}

static void
test_cache (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  g_assert_null (gla_store_get_cache (self->store, "model", &error));
  g_assert_no_error (error);
  g_assert_true (gla_store_put_cache (self->store, "model", "one", &error));
  g_assert_true (gla_store_put_cache (self->store, "model", "two\nlines", &error));
  store_fixture_reopen (self);
  first = gla_store_get_cache (self->store, "model", &error);
  g_assert_cmpstr (first, ==, "two\nlines");
  g_assert_true (gla_store_put_cache (self->store, "model", NULL, &error));
  g_assert_null (gla_store_get_cache (self->store, "model", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_audit (self->store), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/notice/raise", test_raise);
  STORE_TEST ("/store/notice/dismiss", test_dismiss);
  STORE_TEST ("/store/notice/nobody", test_nobody);
  STORE_TEST ("/store/notice/cache", test_cache);

  return g_test_run ();
}

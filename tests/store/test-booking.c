/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <string.h>

/* Everything that is given is there again; what has no value has none. */
static void
test_fields (StoreFixture  *self,
             gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-10-12", NULL, "A");
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord record = store_make_case (patient, protocol);
  GlaStaff staff = { .name = "B. Lind", .active = TRUE };
  GlaBooking bare = { .patient = patient, .day = gla_day_new (2026, 12, 1),
                      .minute = GLA_BOOKING_NO_TIME };
  g_autofree char *case_id = NULL, *lind = NULL, *full_id = NULL;
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  const GlaBooking *read;
  GlaBooking full;

  g_assert_true (gla_store_add_case (self->store, &record, &case_id, &error));
  g_assert_true (gla_store_add_staff (self->store, &staff, &lind, &error));
  full = (GlaBooking) {
    .patient = patient, .kind = GLA_BOOKING_CONTACT, .day = gla_day_new (2026, 12, 7),
    .minute = 1439, .case_id = case_id, .treatment = treatment, .note = "after work",
    .state = GLA_BOOKING_CANCELLED, .staff = lind,
  };
  g_assert_true (gla_store_add_booking (self->store, &bare, NULL, &error));
  g_assert_true (gla_store_add_booking (self->store, &full, &full_id, &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 7, "add", "booking", NULL, "\"minute\":1439");

  store_fixture_reopen (self);
  history = store_read_history (self->store, patient);
  g_assert_cmpuint (history->bookings->len, ==, 2);
  g_assert_nonnull (gla_history_find_staff (history, lind));
  read = history->bookings->pdata[0];
  g_assert_cmpint (read->kind, ==, GLA_BOOKING_REVIEW);
  g_assert_cmpint (read->day, ==, bare.day);
  g_assert_cmpint (read->minute, ==, GLA_BOOKING_NO_TIME);
  g_assert_cmpint (read->state, ==, GLA_BOOKING_PLANNED);
  g_assert_null (read->case_id);
  g_assert_null (read->treatment);
  g_assert_null (read->note);
  g_assert_null (read->staff);
  read = history->bookings->pdata[1];
  g_assert_cmpstr (read->id, ==, full_id);
  g_assert_cmpstr (read->patient, ==, patient);
  g_assert_cmpint (read->kind, ==, GLA_BOOKING_CONTACT);
  g_assert_cmpint (read->day, ==, full.day);
  g_assert_cmpint (read->minute, ==, 1439);
  g_assert_cmpstr (read->case_id, ==, case_id);
  g_assert_cmpstr (read->treatment, ==, treatment);
  g_assert_cmpstr (read->note, ==, "after work");
  g_assert_cmpint (read->state, ==, GLA_BOOKING_CANCELLED);
  g_assert_cmpstr (read->staff, ==, lind);
  g_assert_cmpint (read->revision, ==, 1);
}

static void
test_amend (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaBooking booking = { .patient = patient, .kind = GLA_BOOKING_TEST,
                         .day = gla_day_new (2026, 12, 1), .minute = 0 };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_booking (self->store, &booking, &id, &error));
  booking.id = id;
  booking.revision = 1;
  booking.minute = GLA_BOOKING_NO_TIME;
  booking.state = GLA_BOOKING_MISSED;
  g_assert_true (gla_store_amend_booking (self->store, &booking, "did not come", &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 3, "amend", "booking", "\"minute\":0", "\"state\":2");
  g_assert_false (gla_store_amend_booking (self->store, &booking, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  store_assert_sound (self->store);

  store_execute (self->path, "UPDATE booking SET state = 1, revision = 9");
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (faults->pdata[0], id));
}

static void
test_refusals (StoreFixture  *self,
               gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *other = store_add_patient (self->store, "Lind", "Jon", NULL);
  g_autofree char *theirs = store_add_treatment (self->store, other, "2026-10-12", NULL, "A");
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord record = store_make_case (other, protocol);
  g_autofree char *their_case = NULL;
  GlaDay day = gla_day_new (2026, 12, 1);
  g_autoptr (GError) error = NULL;
  guint entries;

  g_assert_true (gla_store_add_case (self->store, &record, &their_case, &error));
  entries = store_count_audit (self->store);
  {
    const GlaBooking cases[] = {
      { .patient = patient, .day = GLA_DAY_NONE, .minute = GLA_BOOKING_NO_TIME },
      { .patient = patient, .day = day, .minute = 1440 },
      { .patient = patient, .day = day, .minute = -2 },
      { .patient = patient, .day = day, .kind = (GlaBookingKind) 5 },
      { .patient = patient, .day = day, .state = (GlaBookingState) 4 },
      { .patient = patient, .day = day, .treatment = theirs },
      { .patient = patient, .day = day, .case_id = their_case },
      { .patient = patient, .day = day, .staff = "nobody" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_assert_false (gla_store_add_booking (self->store, &cases[i], NULL, &error));
        g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
        g_clear_error (&error);
      }
  }
  g_assert_cmpuint (store_count_audit (self->store), ==, entries);
}

/* The notes of the list, one letter each. */
static char *
list_notes (GlaStore   *store,
            const char *from,
            const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GPtrArray) list = gla_store_list_bookings (
      store, from != NULL ? gla_day_from_iso (from) : GLA_DAY_NONE,
      to != NULL ? gla_day_from_iso (to) : GLA_DAY_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append (notes, ((GlaBookedPatient *) list->pdata[i])->booking->note);
  return g_string_free (g_steal_pointer (&notes), FALSE);
}

/* By day and time; only what is planned, of patients that are there. */
static void
test_list (StoreFixture  *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *note;
    const char *day;
    int minute;
    GlaBookingState state;
  } rows[] = {
    { "e", "2026-12-02", 0, GLA_BOOKING_PLANNED },
    { "d", "2026-12-01", GLA_BOOKING_NO_TIME, GLA_BOOKING_PLANNED },
    { "b", "2026-12-01", 540, GLA_BOOKING_PLANNED },
    { "c", "2026-12-01", 600, GLA_BOOKING_PLANNED },
    { "a", "2026-11-30", 600, GLA_BOOKING_PLANNED },
    { "k", "2026-12-01", 600, GLA_BOOKING_KEPT },
    { "m", "2026-12-01", 600, GLA_BOOKING_MISSED },
    { "x", "2026-12-01", 600, GLA_BOOKING_CANCELLED },
    { "v", "2026-12-01", 600, GLA_BOOKING_PLANNED }, /* is voided */
  };
  static const struct
  {
    const char *from;
    const char *to;
    const char *wanted;
  } spans[] = {
    { NULL, NULL, "abcde" },
    { "2026-12-01", "2026-12-01", "bcd" },
    { "2026-12-01", NULL, "bcde" },
    { NULL, "2026-11-30", "a" },
    { "2026-12-02", "2026-12-01", "" },
    { "2026-12-03", NULL, "" },
  };
  GlaPatient person = { .family_name = "Kaya", .given_name = "Mira", .phone = "044 123 45 67",
                        .birth_day = gla_day_new (1984, 3, 12), .may_contact = TRUE };
  g_autofree char *other = store_add_patient (self->store, "Voided", "Person", NULL);
  g_autofree char *patient = NULL;
  GlaBooking booking = { .patient = other, .note = "o", .day = gla_day_new (2026, 12, 1) };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const GlaBookedPatient *first;

  g_assert_true (gla_store_add_booking (self->store, &booking, NULL, &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, other, "twice", &error));
  g_assert_true (gla_store_add_patient (self->store, &person, &patient, &error));
  booking.patient = patient;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = NULL;

      booking.note = rows[i].note;
      booking.day = gla_day_from_iso (rows[i].day);
      booking.minute = rows[i].minute;
      booking.state = rows[i].state;
      g_assert_true (gla_store_add_booking (self->store, &booking, &id, &error));
      if (g_str_equal (rows[i].note, "v"))
        g_assert_true (gla_store_void (self->store, GLA_TABLE_BOOKING, id, "wrong", &error));
    }
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *notes = list_notes (self->store, spans[i].from, spans[i].to);

      g_assert_cmpstr (notes, ==, spans[i].wanted);
    }
  list = gla_store_list_bookings (self->store, GLA_DAY_NONE, GLA_DAY_NONE, &error);
  first = list->pdata[0];
  g_assert_cmpstr (first->booking->patient, ==, patient);
  g_assert_cmpstr (first->patient, ==, patient);
  g_assert_cmpstr (first->number, !=, NULL);
  g_assert_cmpstr (first->family_name, ==, "Kaya");
  g_assert_cmpstr (first->given_name, ==, "Mira");
  g_assert_cmpstr (first->phone, ==, person.phone);
  g_assert_cmpint (first->birth_day, ==, person.birth_day);
  g_assert_true (first->may_contact);
}

/* A booking that is refused leaves no draft behind. */
static void
test_with_draft (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  g_autofree char *draft = NULL;
  GlaBooking booking = { .patient = patient, .day = gla_day_new (2026, 12, 1),
                         .minute = GLA_BOOKING_NO_TIME, .case_id = "no such case" };

  g_assert_false (gla_store_add_booking_with_draft (self->store, &booking, "treatment", "text",
                                                    &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  none = gla_store_get_draft (self->store, "treatment", patient, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  booking.case_id = NULL;
  gla_store_add_booking_with_draft (self->store, &booking, "treatment", "text", &error);
  g_assert_no_error (error);
  draft = gla_store_get_draft (self->store, "treatment", patient, &error);
  g_assert_cmpstr (draft, ==, "text");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/booking/fields", test_fields);
  STORE_TEST ("/store/booking/amend", test_amend);
  STORE_TEST ("/store/booking/refusals", test_refusals);
  STORE_TEST ("/store/booking/list", test_list);
  STORE_TEST ("/store/booking/with-draft", test_with_draft);

  return g_test_run ();
}

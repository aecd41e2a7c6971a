/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calls, what patients may be called about, and what changed since. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-case.h"
#include "gla-store-today.h"

#define TODAY "2026-11-23"

static GlaDay
day (const char *iso)
{
  return gla_day_from_iso (iso);
}

/* One patient with a treatment that is due from the first to the last day. */
typedef struct
{
  char *patient;
  char *treatment;
} Due;

static void
due_clear (Due *due)
{
  g_free (due->patient);
  g_free (due->treatment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Due, due_clear)

static void
put_due (StoreFixture *self,
         const Due    *due,
         GlaCallReason reason,
         const char   *first,
         const char   *last)
{
  g_autoptr (GPtrArray) patients = g_ptr_array_new ();
  g_autoptr (GPtrArray) dues = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char areas[] = "GLAB 2026-11-20 2026-12-20 0";
  GlaDueRecord record = { due->patient, reason, due->treatment, day (first), day (last), 0, areas };

  g_ptr_array_add (patients, due->patient);
  g_ptr_array_add (dues, &record);
  g_assert_true (gla_store_put_dues (self->store, patients, dues, "state", &error));
  g_assert_no_error (error);
}

static Due
add_due (StoreFixture *self,
         const char   *name,
         const char   *first,
         const char   *last)
{
  Due due;

  due.patient = store_add_patient (self->store, name, "Mira", NULL);
  due.treatment = store_add_treatment (self->store, due.patient, "2026-11-03", NULL, NULL);
  put_due (self, &due, GLA_CALL_REVIEW, first, last);
  return due;
}

static char *
add_call (StoreFixture   *self,
          const Due      *due,
          GlaCallOutcome  outcome,
          const char     *until)
{
  GlaCall call = { .patient = due->patient, .reason = GLA_CALL_REVIEW, .treatment = due->treatment,
                   .day = day (TODAY), .outcome = outcome,
                   .until = until != NULL ? day (until) : GLA_DAY_NONE };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_true (gla_store_add_call (self->store, &call, NULL, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* The names of who is due on a day, in order. */
static char *
list (StoreFixture *self,
      const char   *today)
{
  g_autoptr (GError) error = NULL;
  guint total;
  g_autoptr (GPtrArray) rows = gla_store_list_dues (self->store, GLA_CALL_REVIEW, day (today), 100,
                                                    &total, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, total);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((GlaDueRow *) rows->pdata[i])->family_name);
  return g_string_free (names, FALSE);
}

static void
assert_list (StoreFixture *self,
             const char   *today,
             const char   *names)
{
  g_autofree char *found = list (self, today);

  g_assert_cmpstr (found, ==, names);
}

static void
test_list (StoreFixture  *self,
           gconstpointer  data)
{
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-20", "2026-12-18");
  g_auto (Due) lind = add_due (self, "Lind", "2026-11-10", "2026-11-23");
  g_auto (Due) moser = add_due (self, "Moser", "2026-11-24", "2026-12-22");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) one = NULL;
  guint total;
  const GlaDueRow *row;

  assert_list (self, TODAY, "Lind Kaya");
  assert_list (self, "2026-11-24", "Kaya Moser");
  assert_list (self, "2026-11-09", "");
  one = gla_store_list_dues (self->store, GLA_CALL_REVIEW, day (TODAY), 1, &total, &error);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (total, ==, 2);
  row = one->pdata[0];
  g_assert_cmpstr (row->due.patient, ==, lind.patient);
  g_assert_cmpstr (row->due.treatment, ==, lind.treatment);
  g_assert_cmpint (row->treated, ==, day ("2026-11-03"));
  g_assert_cmpint (row->due.first, ==, day ("2026-11-10"));
  g_assert_cmpint (row->due.last, ==, day ("2026-11-23"));

  /* What is put again replaces what was there; a voided patient is not listed. */
  put_due (self, &lind, GLA_CALL_ENDING, "2026-11-10", "2026-11-23");
  assert_list (self, TODAY, "Kaya");
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, kaya.patient, "twice", &error));
  assert_list (self, TODAY, "");
  g_assert_true (gla_store_drop_dues (self->store, day ("2026-12-01"), &error));
  assert_list (self, "2026-12-01", "Moser");
}

typedef struct
{
  GlaCallOutcome outcome;
  const char *until;
  gboolean today;     /* whether it is still listed today, tomorrow, next week */
  gboolean tomorrow;
  gboolean next_week;
} OutcomeCase;

static const OutcomeCase outcomes[] = {
  { GLA_CALL_REACHED, NULL, FALSE, FALSE, FALSE },
  { GLA_CALL_NO_ANSWER, "2026-11-24", FALSE, TRUE, TRUE },
  { GLA_CALL_BOOKED, "2026-11-26", FALSE, FALSE, TRUE },
  { GLA_CALL_LATER, "2026-11-30", FALSE, FALSE, TRUE },
  { GLA_CALL_STOP, NULL, FALSE, FALSE, FALSE },
  { GLA_CALL_SNOOZED, "2026-11-24", FALSE, TRUE, TRUE },
};

static void
test_outcomes (StoreFixture  *self,
               gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
      g_autofree char *call = add_call (self, &kaya, outcomes[i].outcome, outcomes[i].until);
      g_autoptr (GError) error = NULL;

      g_test_message ("outcome %u", outcomes[i].outcome);
      assert_list (self, TODAY, outcomes[i].today ? "Kaya" : "");
      assert_list (self, "2026-11-24", outcomes[i].tomorrow ? "Kaya" : "");
      assert_list (self, "2026-11-30", outcomes[i].next_week ? "Kaya" : "");
      /* Taken back, as if nobody had called. */
      g_assert_true (gla_store_void (self->store, GLA_TABLE_CALL, call, "undone", &error));
      g_assert_no_error (error);
      assert_list (self, TODAY, "Kaya");
      g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, kaya.patient, "next", NULL));
    }
}

/* Another treatment is another matter, other than for one who wants no calls. */
static void
test_next_treatment (StoreFixture  *self,
                     gconstpointer  data)
{
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
  g_auto (Due) lind = add_due (self, "Lind", "2026-11-17", "2026-12-15");
  g_autofree char *reached = add_call (self, &kaya, GLA_CALL_REACHED, NULL);
  g_autofree char *stop = add_call (self, &lind, GLA_CALL_STOP, NULL);

  assert_list (self, TODAY, "");
  g_free (kaya.treatment);
  kaya.treatment = store_add_treatment (self->store, kaya.patient, "2026-11-05", NULL, NULL);
  put_due (self, &kaya, GLA_CALL_REVIEW, "2026-11-19", "2026-12-17");
  g_free (lind.treatment);
  lind.treatment = store_add_treatment (self->store, lind.patient, "2026-11-05", NULL, NULL);
  put_due (self, &lind, GLA_CALL_REVIEW, "2026-11-19", "2026-12-17");
  assert_list (self, TODAY, "Kaya");
}

static void
test_calls (StoreFixture  *self,
            gconstpointer  data)
{
  GlaStaff fields = { .name = "M. Lindner", .role = GLA_ROLE_FRONT_DESK, .active = TRUE };
  g_autoptr (GlaStaff) staff = gla_staff_new (&fields);
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
  g_autofree char *lindner = NULL;
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GPtrArray) calls = NULL, faults = NULL, rows = NULL;
  g_autoptr (GError) error = NULL;
  const GlaCall *call;

  g_assert_true (gla_store_add_staff (self->store, staff, &lindner, &error));
  gla_store_set_author (self->store, lindner);
  first = add_call (self, &kaya, GLA_CALL_NO_ANSWER, TODAY);
  second = add_call (self, &kaya, GLA_CALL_NO_ANSWER, TODAY);
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->action, ==, "add");
  g_assert_cmpstr (entry->table, ==, "call");
  g_assert_cmpstr (entry->patient, ==, kaya.patient);
  g_assert_cmpstr (entry->staff, ==, "M. Lindner");

  store_fixture_reopen (self);
  calls = gla_store_list_calls (self->store, kaya.patient, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (calls->len, ==, 2);
  call = calls->pdata[0];
  g_assert_cmpstr (call->staff, ==, lindner);
  g_assert_cmpint (call->outcome, ==, GLA_CALL_NO_ANSWER);
  g_assert_cmpint (call->day, ==, day (TODAY));
  g_assert_cmpstr (call->treatment, ==, kaya.treatment);
  rows = gla_store_list_dues (self->store, GLA_CALL_REVIEW, day (TODAY), 9, NULL, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (((GlaDueRow *) rows->pdata[0])->n_unanswered, ==, 2);
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* A booking settles what it is for, other than when its day is over. */
static void
test_booking (StoreFixture  *self,
              gconstpointer  data)
{
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
  GlaCall call = { .patient = kaya.patient, .reason = GLA_CALL_REVIEW,
                   .treatment = kaya.treatment, .day = day (TODAY),
                   .outcome = GLA_CALL_BOOKED, .until = day ("2026-11-27") };
  GlaBooking booking = { .patient = kaya.patient, .kind = GLA_BOOKING_REVIEW,
                         .day = day ("2026-11-26"), .minute = GLA_BOOKING_NO_TIME,
                         .treatment = kaya.treatment };
  GlaBooking other = booking;
  g_autoptr (GPtrArray) calls = NULL, booked = NULL, left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *second = NULL;

  g_assert_true (gla_store_add_call (self->store, &call, &booking, &id, &error));
  g_assert_no_error (error);
  calls = gla_store_list_calls (self->store, kaya.patient, &error);
  booked = gla_store_list_bookings (self->store, day (TODAY), GLA_DAY_NONE, &error);
  g_assert_cmpuint (booked->len, ==, 1);
  g_assert_cmpstr (((GlaCall *) calls->pdata[0])->booking, ==,
                   ((GlaBookedPatient *) booked->pdata[0])->booking->id);
  assert_list (self, "2026-11-26", "");
  assert_list (self, "2026-11-27", "Kaya");
  /* Both go together. */
  g_assert_true (gla_store_take_back_call (self->store, id, "undone", &error));
  g_assert_no_error (error);
  left = gla_store_list_bookings (self->store, GLA_DAY_NONE, GLA_DAY_NONE, &error);
  g_assert_cmpuint (left->len, ==, 0);
  assert_list (self, TODAY, "Kaya");
  /* One that was made elsewhere counts as well; another kind does not. */
  other.kind = GLA_BOOKING_TREATMENT;
  g_assert_true (gla_store_add_booking (self->store, &other, NULL, &error));
  assert_list (self, TODAY, "Kaya");
  g_assert_true (gla_store_add_booking (self->store, &booking, &second, &error));
  assert_list (self, TODAY, "");
}

static void
assert_changed (StoreFixture *self,
                gint64       *since,
                const char   *patient,
                gboolean      expect_everybody)
{
  g_autoptr (GError) error = NULL;
  gboolean everybody;
  gint64 last;
  g_autoptr (GPtrArray) changed
      = gla_store_list_changed (self->store, *since, &last, &everybody, &error);

  g_assert_no_error (error);
  g_assert_true (everybody == expect_everybody);
  g_assert_cmpuint (changed->len, ==, patient != NULL ? 1 : 0);
  if (patient != NULL)
    g_assert_cmpstr (changed->pdata[0], ==, patient);
  *since = last;
}

static void
test_changed (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
  GlaVial vial = { .product = "ona", .lot = "A1", .content = GLA_UNITS (100),
                   .received = GLA_DAY_NONE, .expiry = GLA_DAY_NONE };
  g_autofree char *id = NULL, *other = NULL, *call = NULL, *later = NULL;
  gint64 since = -1;

  assert_changed (self, &since, NULL, TRUE);
  assert_changed (self, &since, NULL, FALSE);
  /* A call changes nothing that is due; a setting neither. */
  call = add_call (self, &kaya, GLA_CALL_REACHED, NULL);
  g_assert_true (gla_store_put_setting (self->store, "clinic-name", "Lakeside", &error));
  assert_changed (self, &since, NULL, FALSE);
  other = store_add_patient (self->store, "Lind", "Jon", NULL);
  assert_changed (self, &since, other, FALSE);
  /* A vial from which nothing was drawn concerns nobody, until it does. */
  g_assert_true (gla_store_add_vial (self->store, &vial, &id, &error));
  assert_changed (self, &since, NULL, FALSE);
  later = store_add_treatment (self->store, other, "2026-11-05", id, NULL);
  assert_changed (self, &since, other, FALSE);
  vial.id = id;
  vial.revision = 1;
  vial.product = "inco";
  g_assert_true (gla_store_amend_vial (self->store, &vial, "wrong product", &error));
  assert_changed (self, &since, other, FALSE);
  g_assert_true (gla_store_begin_batch (self->store, &error));
  g_assert_true (gla_store_commit_batch (self->store, "list.csv", &error));
  assert_changed (self, &since, NULL, TRUE);
}

static void
test_recent (StoreFixture  *self,
             gconstpointer  data)
{
  g_autofree char *none = store_add_patient (self->store, "Adler", "Jon", NULL);
  g_auto (Due) kaya = add_due (self, "Kaya", "2026-11-17", "2026-12-15");
  g_auto (Due) lind = add_due (self, "Lind", "2026-11-17", "2026-12-15");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL, second = NULL, late = NULL;
  gint64 row = 0;
  double fraction;

  first = gla_store_list_recent (self->store, &row, day ("2026-11-03"), 1, &fraction, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (first->pdata[0], ==, kaya.patient);
  g_assert_cmpfloat_with_epsilon (fraction, 2.0 / 3.0, 1e-9);
  second = gla_store_list_recent (self->store, &row, day ("2026-11-03"), 5, &fraction, &error);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (second->pdata[0], ==, lind.patient);
  row = 0;
  late = gla_store_list_recent (self->store, &row, day ("2026-11-04"), 5, &fraction, &error);
  g_assert_cmpuint (late->len, ==, 0);
}

static void
test_drafts (StoreFixture  *self,
             gconstpointer  data)
{
  g_autofree char *kaya = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const GlaDraftRow *row;

  g_assert_true (gla_store_put_draft (self->store, "treatment", kaya, "typed", &error));
  g_assert_true (gla_store_put_draft (self->store, "patient", "", "typed", &error));
  rows = gla_store_list_drafts (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[0];
  g_assert_cmpstr (row->kind, ==, "patient");
  g_assert_null (row->patient);
  row = rows->pdata[1];
  g_assert_cmpstr (row->kind, ==, "treatment");
  g_assert_cmpstr (row->family_name, ==, "Kaya");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/today/list", test_list);
  STORE_TEST ("/store/today/outcomes", test_outcomes);
  STORE_TEST ("/store/today/next-treatment", test_next_treatment);
  STORE_TEST ("/store/today/calls", test_calls);
  STORE_TEST ("/store/today/booking", test_booking);
  STORE_TEST ("/store/today/changed", test_changed);
  STORE_TEST ("/store/today/recent", test_recent);
  STORE_TEST ("/store/today/drafts", test_drafts);

  return g_test_run ();
}

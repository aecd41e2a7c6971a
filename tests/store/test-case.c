/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-add-history.h"
#include "gla-store-case.h"

#define REASON "it came back"

/* Amends the only case of @patient after @change, and wants success. */
static void
amend (GlaStore              *store,
       const GlaCaseRecord   *record,
       const char            *action,
       const char            *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_amend_case (store, record, action, reason, &error));
  g_assert_no_error (error);
}

/* Everything that is given is there again; what has no value has none. */
static void
test_fields (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-10-12", NULL, "A");
  GlaStaff staff = { .name = "Dr A. Osei", .active = TRUE };
  g_autofree char *protocol = store_keep_protocol (self->store);
  g_autofree char *osei = NULL, *bare_id = NULL, *full_id = NULL;
  GlaCaseRecord bare = store_make_case (patient, protocol);
  GlaCaseRecord full = bare;
  g_autoptr (GlaHistory) history = NULL;
  const GlaCaseRecord *read;

  g_assert_true (gla_store_add_staff (self->store, &staff, &osei, &error));
  g_assert_true (gla_store_add_case (self->store, &bare, &bare_id, &error));
  full.opened = gla_day_new (2026, 11, 24);
  full.treatment = treatment;
  full.standing = GLA_CASE_STANDING_CLOSED;
  full.step = "S14";
  full.due = gla_day_new (2026, 12, 1);
  full.until = gla_day_new (2026, 12, 15);
  full.content = "<case>\n  \"ä\" &amp; <now/></case>";
  full.outcome = GLA_CASE_OUTCOME_OPENED_BY_MISTAKE;
  full.cause = "too-few-units";
  full.conclusion = "20 units were meant, 10 were given";
  full.closed = gla_day_new (2026, 11, 29);
  full.staff = osei;
  g_assert_true (gla_store_add_case (self->store, &full, &full_id, &error));
  g_assert_no_error (error);
  store_check_audit (self->store, 6, "add", "case_record", NULL, "\"cause\":\"too-few-units\"");

  store_fixture_reopen (self);
  history = store_read_history (self->store, patient);
  g_assert_cmpuint (history->cases->len, ==, 2);
  g_assert_nonnull (gla_history_find_staff (history, osei));
  read = gla_history_find_case (history, bare_id);
  g_assert_true (read == history->cases->pdata[0]);
  g_assert_cmpstr (read->patient, ==, patient);
  g_assert_cmpstr (read->area, ==, "GLAB");
  g_assert_null (read->treatment);
  g_assert_cmpint (read->standing, ==, GLA_CASE_STANDING_ASKING);
  g_assert_cmpint (read->due, ==, GLA_DAY_NONE);
  g_assert_cmpint (read->until, ==, GLA_DAY_NONE);
  g_assert_cmpint (read->closed, ==, GLA_DAY_NONE);
  g_assert_cmpint (read->outcome, ==, GLA_CASE_OUTCOME_NONE);
  g_assert_null (read->cause);
  g_assert_null (read->staff);
  read = gla_history_find_case (history, full_id);
  g_assert_cmpstr (read->treatment, ==, treatment);
  g_assert_cmpint (read->opened, ==, full.opened);
  g_assert_cmpstr (read->protocol, ==, protocol);
  g_assert_cmpstr (read->protocol_version, ==, full.protocol_version);
  g_assert_cmpint (read->standing, ==, GLA_CASE_STANDING_CLOSED);
  g_assert_cmpstr (read->step, ==, "S14");
  g_assert_cmpint (read->due, ==, full.due);
  g_assert_cmpint (read->until, ==, full.until);
  g_assert_cmpstr (read->content, ==, full.content);
  g_assert_cmpint (read->outcome, ==, GLA_CASE_OUTCOME_OPENED_BY_MISTAKE);
  g_assert_cmpstr (read->cause, ==, full.cause);
  g_assert_cmpstr (read->conclusion, ==, full.conclusion);
  g_assert_cmpint (read->closed, ==, full.closed);
  g_assert_cmpstr (read->staff, ==, osei);
  g_assert_cmpint (read->revision, ==, 1);
}

/* Opened, answered, closed and opened again: each with its word in the audit. */
static void
test_course (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *protocol = store_keep_protocol (self->store);
  g_autofree char *id = NULL;
  GlaCaseRecord record = store_make_case (patient, protocol);
  g_autoptr (GlaCaseRecord) opened = NULL, answered = NULL, closed = NULL, reopened = NULL;
  g_autoptr (GlaAuditEntry) entry = NULL;

  g_assert_true (gla_store_add_case (self->store, &record, &id, &error));
  opened = store_read_case (self->store, patient, 0);
  record = *opened;
  record.standing = GLA_CASE_STANDING_WAITING;
  record.step = "S2-early";
  record.due = gla_day_new (2026, 12, 7);
  record.content = "<case><answer/></case>";
  amend (self->store, &record, "answer", NULL);
  store_check_audit (self->store, 4, "answer", "case_record", "<case/>", "<answer/>");

  /* The one that was read before can't take its place. */
  g_assert_false (gla_store_amend_case (self->store, opened, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);

  answered = store_read_case (self->store, patient, 0);
  g_assert_cmpint (answered->revision, ==, 2);
  record = *answered;
  record.standing = GLA_CASE_STANDING_CLOSED;
  record.due = GLA_DAY_NONE;
  record.outcome = GLA_CASE_OUTCOME_RESOLVED;
  record.closed = gla_day_new (2026, 11, 29);
  amend (self->store, &record, "close", NULL);
  store_check_audit (self->store, 5, "close", "case_record", "\"outcome\":0", "\"outcome\":1");

  closed = store_read_case (self->store, patient, 0);
  record = *closed;
  record.standing = GLA_CASE_STANDING_ASKING;
  record.outcome = GLA_CASE_OUTCOME_NONE;
  record.closed = GLA_DAY_NONE;
  g_assert_false (gla_store_amend_case (self->store, &record, "reopen", " ", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpuint (store_count_audit (self->store), ==, 5);
  amend (self->store, &record, "reopen", REASON);
  store_check_audit (self->store, 6, "reopen", "case_record", "\"standing\":3", "\"standing\":0");
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->reason, ==, REASON);
  g_assert_cmpstr (entry->patient, ==, patient);
  g_assert_cmpstr (entry->record, ==, id);

  reopened = store_read_case (self->store, patient, 0);
  amend (self->store, reopened, NULL, NULL);
  store_check_audit (self->store, 7, "amend", "case_record", "{", "{");
  store_assert_sound (self->store);
}

typedef struct
{
  const char *what;
  void (*change) (GlaCaseRecord *record);
} Refusal;

static void no_area (GlaCaseRecord *record) { record->area = NULL; }
static void no_step (GlaCaseRecord *record) { record->step = ""; }
static void no_content (GlaCaseRecord *record) { record->content = NULL; }
static void no_day (GlaCaseRecord *record) { record->opened = GLA_DAY_NONE; }
static void no_copy (GlaCaseRecord *record) { record->protocol = "none"; }
static void no_treatment (GlaCaseRecord *record) { record->treatment = "none"; }
static void no_staff (GlaCaseRecord *record) { record->staff = "none"; }
static void bad_standing (GlaCaseRecord *record) { record->standing = (GlaCaseStanding) 4; }
static void only_outcome (GlaCaseRecord *record) { record->outcome = GLA_CASE_OUTCOME_RESOLVED; }
static void only_closed (GlaCaseRecord *record) { record->closed = record->opened; }

static void
only_standing (GlaCaseRecord *record)
{
  record->standing = GLA_CASE_STANDING_CLOSED;
}

static void
no_closing_day (GlaCaseRecord *record)
{
  record->standing = GLA_CASE_STANDING_CLOSED;
  record->outcome = GLA_CASE_OUTCOME_RESOLVED;
}

static void
bad_outcome (GlaCaseRecord *record)
{
  record->standing = GLA_CASE_STANDING_CLOSED;
  record->closed = record->opened;
  record->outcome = (GlaCaseOutcome) 7;
}

/* What the file refuses, new or amended, leaves nothing behind. */
static void
test_refusals (StoreFixture  *self,
               gconstpointer  data)
{
  static const Refusal cases[] = {
    { "no area", no_area }, { "no step", no_step }, { "no content", no_content },
    { "no day", no_day }, { "no copy of the protocol", no_copy },
    { "a treatment that is not there", no_treatment }, { "staff that is not there", no_staff },
    { "an unknown standing", bad_standing }, { "an outcome of an open case", only_outcome },
    { "a day of closing of an open case", only_closed },
    { "closed without outcome and day", only_standing }, { "closed without a day", no_closing_day },
    { "an unknown outcome", bad_outcome },
  };
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *other = store_add_patient (self->store, "Lind", "Jon", NULL);
  g_autofree char *theirs = store_add_treatment (self->store, other, "2026-10-12", NULL, "A");
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord good = store_make_case (patient, protocol);
  g_autoptr (GError) error = NULL;
  guint entries;

  g_assert_true (gla_store_add_case (self->store, &good, NULL, &error));
  entries = store_count_audit (self->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaCaseRecord added = good;
      g_autoptr (GlaCaseRecord) read = store_read_case (self->store, patient, 0);
      GlaCaseRecord amended = *read;

      g_test_message ("%s", cases[i].what);
      cases[i].change (&added);
      cases[i].change (&amended);
      g_assert_false (gla_store_add_case (self->store, &added, NULL, &error));
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
      g_assert_false (gla_store_amend_case (self->store, &amended, NULL, NULL, &error));
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
      g_clear_error (&error);
    }
  /* Nor the treatment of somebody else. */
  good.treatment = theirs;
  g_assert_false (gla_store_add_case (self->store, &good, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (store_count_audit (self->store), ==, entries);
  store_assert_sound (self->store);
}

/* Due ones first, the earliest of them first; what is closed or voided is not there. */
static void
test_open_cases (StoreFixture  *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *area;
    const char *opened;
    const char *due;    /* NULL: none */
    GlaCaseStanding standing;
  } rows[] = {
    { "third", "2026-11-01", NULL, GLA_CASE_STANDING_ASKING },
    { "second", "2026-11-05", "2026-12-24", GLA_CASE_STANDING_WAITING },
    { "closed", "2026-11-01", NULL, GLA_CASE_STANDING_CLOSED },
    { "first", "2026-11-20", "2026-12-01", GLA_CASE_STANDING_WAITING },
    { "fourth", "2026-11-02", NULL, GLA_CASE_STANDING_ENDED },
    { "voided", "2026-10-02", NULL, GLA_CASE_STANDING_ENDED },
  };
  static const char *const wanted[] = { "first", "second", "third", "fourth" };
  GlaPatient person = { .family_name = "Kaya", .given_name = "Mira", .phone = "044 123 45 67",
                        .birth_day = gla_day_new (1984, 3, 12), .may_contact = TRUE };
  g_autofree char *other = store_add_patient (self->store, "Voided", "Person", NULL);
  g_autofree char *protocol = store_keep_protocol (self->store);
  g_autofree char *patient = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  GlaCaseRecord record;

  g_assert_true (gla_store_add_patient (self->store, &person, &patient, &error));
  record = store_make_case (patient, protocol);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = NULL;

      record.area = rows[i].area;
      record.opened = gla_day_from_iso (rows[i].opened);
      record.due = rows[i].due != NULL ? gla_day_from_iso (rows[i].due) : GLA_DAY_NONE;
      record.standing = rows[i].standing;
      record.closed = record.standing == GLA_CASE_STANDING_CLOSED ? record.opened : GLA_DAY_NONE;
      record.outcome = record.standing == GLA_CASE_STANDING_CLOSED ? GLA_CASE_OUTCOME_EXPLAINED
                                                                   : GLA_CASE_OUTCOME_NONE;
      g_assert_true (gla_store_add_case (self->store, &record, &id, &error));
      if (g_str_equal (rows[i].area, "voided"))
        g_assert_true (gla_store_void (self->store, GLA_TABLE_CASE, id, "wrong", &error));
    }
  record = store_make_case (other, protocol);
  g_assert_true (gla_store_add_case (self->store, &record, NULL, &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, other, "twice", &error));

  list = gla_store_list_open_cases (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < list->len; i++)
    {
      const GlaOpenCase *open = list->pdata[i];

      g_assert_cmpstr (open->record->area, ==, wanted[i]);
      g_assert_cmpstr (open->record->patient, ==, patient);
      g_assert_cmpstr (open->record->content, ==, "<case/>");
      g_assert_cmpstr (open->patient, ==, patient);
      g_assert_cmpstr (open->number, !=, NULL);
      g_assert_cmpstr (open->family_name, ==, "Kaya");
      g_assert_cmpstr (open->given_name, ==, "Mira");
      g_assert_cmpstr (open->phone, ==, person.phone);
      g_assert_cmpint (open->birth_day, ==, person.birth_day);
      g_assert_true (open->may_contact);
    }
}

/* A case keeps the treatment that it began with when that is voided. */
static void
test_voided_treatment (StoreFixture  *self,
                       gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-10-12", NULL, "A");
  g_autofree char *protocol = store_keep_protocol (self->store);
  GlaCaseRecord record = store_make_case (patient, protocol);
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaCaseRecord) amended = NULL;
  g_autoptr (GError) error = NULL;

  record.treatment = treatment;
  g_assert_true (gla_store_add_case (self->store, &record, NULL, &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, treatment, "wrong", &error));
  history = store_read_history (self->store, patient);
  g_assert_cmpuint (history->treatments->len, ==, 0);
  amend (self->store, history->cases->pdata[0], "advance", NULL);
  amended = store_read_case (self->store, patient, 0);
  g_assert_cmpstr (amended->treatment, ==, treatment);
}

/* A history from elsewhere with its case, as a batch; the second time nothing is added. */
static void
test_batch (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GlaHistory) history
      = gla_history_new (gla_patient_new (&(GlaPatient) {
          .id = "11111111-1111-4111-8111-111111111111", .family_name = "Kaya",
          .birth_day = GLA_DAY_NONE }));
  const char *patient = history->patient->id;
  g_autoptr (GError) error = NULL;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GlaHistory) read = NULL;
      g_autofree char *protocol = NULL;

      g_assert_true (gla_store_begin_batch (self->store, &error));
      if (round == 0)
        {
          GlaCaseRecord record;
          GlaBooking booking = { .id = "b1", .patient = patient, .case_id = "c1",
                                 .day = gla_day_new (2026, 12, 7),
                                 .minute = GLA_BOOKING_NO_TIME };

          protocol = store_keep_protocol (self->store);
          record = store_make_case (patient, protocol);
          record.id = "c1";
          gla_history_take_case (history, gla_case_record_new (&record));
          gla_history_take_booking (history, gla_booking_new (&booking));
          gla_history_finish (history);
        }
      g_assert_true (gla_store_add_history (self->store, history, &error));
      g_assert_cmpint (gla_store_batch_was_added (self->store), ==, round == 0);
      g_assert_true (gla_store_commit_batch (self->store, "one patient", &error));
      g_assert_no_error (error);
      g_assert_cmpuint (store_count_audit (self->store), ==, round + 1);
      read = store_read_history (self->store, patient);
      g_assert_cmpuint (read->cases->len, ==, 1);
      g_assert_cmpuint (read->bookings->len, ==, 1);
    }
  store_assert_sound (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/case/fields", test_fields);
  STORE_TEST ("/store/case/course", test_course);
  STORE_TEST ("/store/case/refusals", test_refusals);
  STORE_TEST ("/store/case/open-cases", test_open_cases);
  STORE_TEST ("/store/case/voided-treatment", test_voided_treatment);
  STORE_TEST ("/store/case/batch", test_batch);

  return g_test_run ();
}

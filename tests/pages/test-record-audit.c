/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole case in a real clinic file, and what the history of changes says of it. */

#include "config.h"

#include "gla-record-audit.h"
#include "gla-store-backup.h"
#include "gla-store-case.h"
#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-xml.h"

#include <string.h>

#define AREA "GLAB"
#define CAUSE "units-low"
#define CONTENT(answers)                                                                           \
  "<?xml version=\"1.0\"?>\n<case protocol=\"not-working\" area=\"" AREA "\">" answers "</case>\n"

typedef struct
{
  GlaTestRecord *record;
  GlaStore *store;
  char *copy;            /* identifier of the kept protocol */
  char *id;              /* of the case */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GBytes) content = gla_xml_get_builtin (GLA_PROTOCOL_BUILTIN, NULL);
  g_autoptr (GError) error = NULL;

  self->record = gla_test_record_new ();
  self->store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  gla_store_set_author (self->store, gla_context_get_author (self->record->context));
  g_assert_true (gla_store_keep_protocol (self->store, g_bytes_get_data (content, NULL), &self->copy,
                                          &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_store_close (self->store);
  gla_test_record_free (self->record);
  g_free (self->copy);
  g_free (self->id);
}

static void
open_case (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GlaCaseRecord record = {
    .patient = GLA_TEST_PATIENT, .area = AREA, .opened = gla_day_new (2026, 11, 23),
    .protocol = self->copy, .protocol_version = "not-working 2026-11-1", .step = "S0",
    .due = GLA_DAY_NONE, .until = GLA_DAY_NONE, .content = CONTENT (""),
    .closed = GLA_DAY_NONE,
  };

  g_assert_true (gla_store_add_case (self->store, &record, &self->id, &error));
  g_assert_no_error (error);
}

/* The case goes on to where @to stands. */
static void
amend (Fixture             *self,
       const GlaCaseRecord *to,
       const char          *action,
       const char          *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHistory) history
      = gla_store_read_history (self->store, GLA_TEST_PATIENT, &error);
  GlaCaseRecord record = *(const GlaCaseRecord *) history->cases->pdata[0];

  record.standing = to->standing;
  record.step = to->step;
  record.due = to->due;
  record.outcome = to->outcome;
  record.cause = to->cause;
  record.closed = to->outcome == GLA_CASE_OUTCOME_NONE ? GLA_DAY_NONE : record.opened;
  record.content = to->outcome == GLA_CASE_OUTCOME_NONE
                       ? CONTENT ("<answer step=\"S1\" answer=\"little\"/>")
                       : CONTENT ("<answer step=\"S1\" answer=\"faded\"/>");
  g_assert_true (gla_store_amend_case (self->store, &record, action, reason, &error));
  g_assert_no_error (error);
}

static void
book (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  GlaBooking booking = {
    .patient = GLA_TEST_PATIENT, .kind = GLA_BOOKING_REVIEW, .day = gla_day_new (2026, 12, 7),
    .minute = 570, .case_id = self->id,
  };

  gla_store_add_booking (self->store, &booking, &id, &error);
  booking.id = id;
  booking.revision = 1;
  booking.state = GLA_BOOKING_KEPT;
  gla_store_amend_booking (self->store, &booking, NULL, &error);
  gla_store_void (self->store, GLA_TABLE_BOOKING, id, "booked twice", &error);
  g_assert_no_error (error);
}

/* What no person should have to read. */
static void
assert_plain (Fixture    *self,
              const char *text)
{
  static const char *const raw[] = { "<", "{", "_", AREA, CAUSE, "S2-early", "S14" };

  for (gsize i = 0; i < G_N_ELEMENTS (raw); i++)
    if (strstr (text, raw[i]) != NULL)
      g_error ("“%s” in “%s”", raw[i], text);
  g_assert_null (strstr (text, self->copy));
  g_assert_null (strstr (text, self->id));
}

typedef struct
{
  const char *what;
  const char *changes;
  const char *reason;
} Line;

static void
assert_line (Fixture             *self,
             const GlaHistory    *history,
             const GlaAuditEntry *entry,
             const Line          *wanted)
{
  g_autoptr (GlaProtocol) protocol = gla_audit_entry_find_protocol (
      entry, gla_context_get_shelf (self->record->context), self->store, history);
  g_autoptr (GlaAuditLine) line = gla_audit_line_new (
      entry, gla_context_get_catalogue (self->record->context), history, protocol);
  g_autofree char *changes = g_strjoinv ("|", line->changes);

  assert_plain (self, line->what);
  assert_plain (self, changes);
  g_assert_cmpstr (line->who, ==, "Dr A. Osei");
  g_assert_cmpstr (line->what, ==, wanted->what);
  g_assert_cmpstr (changes, ==, wanted->changes);
  g_assert_cmpstr (line->reason, ==, wanted->reason);
}

static void
test_course (Fixture       *self,
             gconstpointer  data)
{
  static const Line lines[] = {
    { "Voided the booking “Review” for 7 Dec 2026", "", "booked twice" },
    { "Changed the booking “Review” for 7 Dec 2026", "State: Planned → Kept", NULL },
    { "Booked “Review” for 7 Dec 2026", "", NULL },
    { "Reopened the case about Glabella",
      "“What does the patient say?” – It worked and faded early → Too little or nothing happened|"
      "State: Closed → Plan ready|Closed on: 23 Nov 2026 → nothing", "it came back" },
    { "Closed the case about Glabella as “Referred”",
      "“What does the patient say?” – Too little or nothing happened → It worked and faded early|"
      "State: Plan ready → Closed|Closed on: nothing → 23 Nov 2026", NULL },
    { "The case about Glabella moved on by itself",
      "State: Waiting → Plan ready|Due: 7 Dec 2026 → nothing", NULL },
    { "Answered a question in the case about Glabella",
      "“What does the patient say?” – Too little or nothing happened|"
      "State: Question open → Waiting|Due: nothing → 7 Dec 2026", NULL },
    { "Opened a case about Glabella", "", NULL },
  };
  const GlaCaseRecord waiting = { .standing = GLA_CASE_STANDING_WAITING, .step = "S2-early",
                                  .due = gla_day_new (2026, 12, 7) };
  const GlaCaseRecord ended = { .standing = GLA_CASE_STANDING_ENDED, .step = "S14",
                                .due = GLA_DAY_NONE };
  const GlaCaseRecord closed = { .standing = GLA_CASE_STANDING_CLOSED, .step = "S14",
                                 .due = GLA_DAY_NONE, .outcome = GLA_CASE_OUTCOME_REFERRED,
                                 .cause = CAUSE };
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GPtrArray) entries = NULL, faults = NULL;
  g_autoptr (GError) error = NULL;

  open_case (self);
  amend (self, &waiting, "answer", NULL);
  amend (self, &ended, "advance", NULL);
  amend (self, &closed, "close", NULL);
  amend (self, &ended, "reopen", "it came back");
  book (self);

  history = gla_store_read_history (self->store, GLA_TEST_PATIENT, &error);
  g_assert_no_error (error);
  entries = gla_store_list_audit (self->store, GLA_TEST_PATIENT, G_N_ELEMENTS (lines), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < entries->len; i++)
    assert_line (self, history, entries->pdata[i], &lines[i]);
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

  g_test_add ("/record-audit/course", Fixture, NULL, set_up, test_course, tear_down);

  return g_test_run ();
}

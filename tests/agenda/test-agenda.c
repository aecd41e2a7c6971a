/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic file of a few patients: what the agenda lists, for whom, and how it is kept. */

#include "config.h"

#include "gla-agenda-calendar.h"
#include "gla-agenda-table.h"
#include "gla-agenda-update.h"
#include "gla-protocol.h"
#include "gla-setting.h"
#include "gla-store-case.h"
#include "gla-store-constant.h"
#include "gla-store-today.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"

#include <libical/ical.h>
#include <string.h>

/* Ten o'clock on the day of the tests. */
#define TODAY "2026-11-23"
#define MINUTE (10 * 60)

typedef struct
{
  char *folder;
  GlaStore *store;
  GlaCatalogue *catalogue;
  GlaClinicModel *model;
  GlaCycleSettings settings;
  GlaAgendaInput input;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = gla_test_dup_folder ();
  path = g_build_filename (self->folder, "clinic.glabella", NULL);
  self->store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  self->model = gla_clinic_model_new (self->catalogue);
  gla_cycle_settings_init (&self->settings, self->catalogue);
  self->input = (GlaAgendaInput) { self->catalogue, self->model, NULL, &self->settings,
                                   gla_day_from_iso (TODAY) };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_clinic_model_unref (self->model);
  gla_catalogue_unref (self->catalogue);
  gla_store_close (self->store);
  gla_test_drop_folder (self->folder);
  g_free (self->folder);
}

static char *
add_patient (Fixture    *self,
             const char *name,
             gboolean    may_contact)
{
  GlaPatient patient = { .family_name = name, .given_name = "Mira", .birth_day = GLA_DAY_NONE,
                         .phone = "030 1234567", .may_contact = may_contact };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_true (gla_store_add_patient (self->store, &patient, &id, &error));
  g_assert_no_error (error);
  return id;
}

/* 20 units into the glabella @days before today. */
static char *
add_treatment (Fixture    *self,
               const char *patient,
               int         days)
{
  GlaTreatment treatment = { .patient = patient, .day = self->input.today - days,
                             .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .units = GLA_UNITS (20) };
  g_autoptr (GPtrArray) injections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_ptr_array_add (injections, gla_injection_new (&injection));
  g_assert_true (gla_store_add_treatment (self->store, &treatment, injections, NULL, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_vial (Fixture      *self,
          const char   *lot,
          GlaVialState  state,
          const char   *reconstituted,
          int           days)
{
  GlaVial vial = { .product = "ona", .lot = lot, .content = GLA_UNITS (100), .state = state,
                   .reconstituted = reconstituted, .received = GLA_DAY_NONE,
                   .expiry = days == G_MAXINT ? GLA_DAY_NONE : self->input.today + days };
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_vial (self->store, &vial, NULL, &error));
  g_assert_no_error (error);
}

/* Steps until all is up to date; tells how many. */
static guint
update (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  double progress = 0.0;
  guint n = 0;

  while (progress < 1.0)
    {
      g_assert_true (gla_agenda_update (self->store, &self->input, &progress, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (++n, <, 100);
    }
  return n;
}

static GlaAgenda *
read_agenda (Fixture *self,
      GlaRole  role)
{
  GlaAgendaQuery query = { .today = self->input.today, .minute = MINUTE, .role = role,
                           .limit = GLA_AGENDA_ALL };
  g_autoptr (GError) error = NULL;
  GlaAgenda *agenda = gla_agenda_new (self->store, self->catalogue, &query, &error);

  g_assert_no_error (error);
  return agenda;
}

/* The titles of a section, as "Kaya, Mira; Lind, Mira". */
static char *
list (const GlaAgenda  *agenda,
      GlaAgendaSection  section)
{
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (agenda->totals[section], ==, agenda->rows[section]->len);
  for (guint i = 0; i < agenda->rows[section]->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((GlaAgendaRow *) agenda->rows[section]->pdata[i])->title);
  return g_string_free (text, FALSE);
}

static void
assert_section (Fixture          *self,
                GlaAgendaSection  section,
                const char       *titles)
{
  g_autoptr (GlaAgenda) agenda = read_agenda (self, GLA_ROLE_PRACTITIONER);
  g_autofree char *found = list (agenda, section);

  g_assert_cmpstr (found, ==, titles);
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GlaAgenda) agenda = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpuint (update (self), ==, 1);
  agenda = read_agenda (self, GLA_ROLE_OWNER);
  /* Only that there is no backup. */
  g_assert_cmpuint (gla_agenda_count (agenda), ==, 1);
  g_assert_cmpuint (agenda->rows[GLA_AGENDA_BACKUP]->len, ==, 1);
  g_assert_cmpfloat (agenda->progress, ==, 1.0);
  words = gla_agenda_describe_follow_up (agenda);
  g_assert_nonnull (strstr (words, "not counted yet"));
}

/* The same number as in the insights: 37.9 % are 38 %. */
static void
test_share (Fixture       *self,
            gconstpointer  data)
{
  const GlaAgenda agenda = { .follow_up = { .due = 3924, .reviewed = 1487 },
                             .follow_up_day = gla_day_new (2026, 11, 23) };
  g_autofree char *words = gla_agenda_describe_follow_up (&agenda);

  g_assert_cmpstr (words, ==,
                   "1487 of 3924 treated areas were reviewed in their window (38 %).");
}

static void
test_calls (Fixture       *self,
            gconstpointer  data)
{
  static const int days[] = { 13, 14, 42, 43, 100 };
  static const char *const names[] = { "Adler", "Brandt", "Celik", "Diaz", "Ebner" };
  g_autoptr (GlaAgenda) before = NULL, again = NULL, after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *patient = add_patient (self, names[i], TRUE);
      g_autofree char *treatment = add_treatment (self, patient, days[i]);
    }
  before = read_agenda (self, GLA_ROLE_PRACTITIONER);
  again = read_agenda (self, GLA_ROLE_PRACTITIONER);
  g_assert_true (gla_agenda_has_same_rows (before, again));
  g_assert_cmpfloat (before->progress, <, 1.0);
  g_assert_cmpuint (before->totals[GLA_AGENDA_REVIEWS], ==, 0);
  update (self);
  /* The one whose window closes first is first. */
  assert_section (self, GLA_AGENDA_REVIEWS, "Celik, Mira; Brandt, Mira");
  assert_section (self, GLA_AGENDA_ENDINGS, "Ebner, Mira");
  after = read_agenda (self, GLA_ROLE_PRACTITIONER);
  g_assert_false (gla_agenda_has_same_rows (before, after));
  /* The next day brings the next, without looking at any record again. */
  self->input.today++;
  assert_section (self, GLA_AGENDA_REVIEWS, "Brandt, Mira; Adler, Mira");
}

/* A change of one record is taken up in one step, and nothing else is written. */
static void
test_update (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *first = add_treatment (self, kaya, 20);
  g_autofree char *lind = add_patient (self, "Lind", TRUE);
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) grades
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_assessment_unref);
  GlaAssessment grade = { .patient = kaya, .area = "GLAB", .day = self->input.today, .scale = "fws",
                          .at_rest = 0, .at_maximum = 1 };
  g_autoptr (GError) error = NULL;
  gint64 changes;

  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "Kaya, Mira");
  changes = gla_store_get_change_count (self->store);
  g_assert_cmpuint (update (self), ==, 1);
  g_assert_cmpint (gla_store_get_change_count (self->store), ==, changes);

  second = add_treatment (self, lind, 30);
  g_assert_cmpuint (update (self), ==, 1);
  assert_section (self, GLA_AGENDA_REVIEWS, "Lind, Mira; Kaya, Mira");
  g_ptr_array_add (grades, gla_assessment_new (&grade));
  g_assert_true (gla_store_add_follow_up (self->store, grades, NULL, NULL, &error));
  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "Lind, Mira");
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, second, "wrong patient",
                                 &error));
  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "");
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_TREATMENT, second, "it was right",
                                           &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, lind, "twice", &error));
  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "");
}

/* The clinic's own window counts as soon as it is set. */
static void
test_settings (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *treatment = add_treatment (self, kaya, 10);

  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "");
  self->settings.judge_from = 10;
  update (self);
  assert_section (self, GLA_AGENDA_REVIEWS, "Kaya, Mira");
}

static void
test_roles (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *lind = add_patient (self, "Lind", FALSE);
  g_autofree char *first = add_treatment (self, kaya, 20);
  g_autofree char *second = add_treatment (self, lind, 100);
  g_autoptr (GlaAgenda) full = NULL, desk = NULL;
  const GlaAgendaRow *row;

  add_vial (self, "A1", GLA_VIAL_SEALED, NULL, 5);
  update (self);
  full = read_agenda (self, GLA_ROLE_PRACTITIONER);
  desk = read_agenda (self, GLA_ROLE_FRONT_DESK);
  g_assert_cmpuint (full->totals[GLA_AGENDA_VIALS], ==, 1);
  g_assert_cmpuint (desk->totals[GLA_AGENDA_VIALS], ==, 0);
  row = full->rows[GLA_AGENDA_REVIEWS]->pdata[0];
  g_assert_nonnull (strstr (row->text, "Glabella"));
  g_assert_nonnull (strstr (row->text, "day 20"));
  g_assert_cmpstr (row->phone, ==, "030 1234567");
  row = full->rows[GLA_AGENDA_ENDINGS]->pdata[0];
  g_assert_nonnull (strstr (row->text, "Glabella"));
  g_assert_nonnull (strstr (row->text, "usual range"));
  /* Who has not agreed to be called is listed without a number. */
  g_assert_false (row->may_contact);
  g_assert_null (row->phone);
  for (int section = GLA_AGENDA_REVIEWS; section <= GLA_AGENDA_ENDINGS; section++)
    {
      row = desk->rows[section]->pdata[0];
      g_assert_null (strstr (row->text, "Glabella"));
      g_assert_null (strstr (row->text, "usual range"));
      g_assert_nonnull (strstr (row->text, "2026"));
    }
}

static void
test_vials (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GlaAgenda) agenda = NULL;
  g_autofree char *titles = NULL;
  const GPtrArray *rows;

  /* Reconstituted for 24 hours: one minute within, one minute beyond. */
  add_vial (self, "IN", GLA_VIAL_OPEN, "2026-11-22T10:00", 300);
  add_vial (self, "OUT", GLA_VIAL_OPEN, "2026-11-22T09:59", 300);
  add_vial (self, "DONE", GLA_VIAL_FINISHED, "2026-11-20T09:59", 300);
  add_vial (self, "D60", GLA_VIAL_SEALED, NULL, 60);
  add_vial (self, "D61", GLA_VIAL_SEALED, NULL, 61);
  add_vial (self, "D7", GLA_VIAL_SEALED, NULL, 7);
  add_vial (self, "PAST", GLA_VIAL_HELD, NULL, -1);
  add_vial (self, "UNKNOWN", GLA_VIAL_SEALED, NULL, G_MAXINT);
  agenda = read_agenda (self, GLA_ROLE_PRACTITIONER);
  titles = list (agenda, GLA_AGENDA_VIALS);
  g_assert_cmpstr (titles, ==, "BOTOX Cosmetic · PAST; BOTOX Cosmetic · OUT; BOTOX Cosmetic · D7;"
                               " BOTOX Cosmetic · D60");
  rows = agenda->rows[GLA_AGENDA_VIALS];
  g_assert_nonnull (strstr (((GlaAgendaRow *) rows->pdata[0])->text, "yesterday"));
  g_assert_nonnull (strstr (((GlaAgendaRow *) rows->pdata[1])->text, "24 hours"));
  g_assert_true (((GlaAgendaRow *) rows->pdata[2])->is_urgent);
  g_assert_false (((GlaAgendaRow *) rows->pdata[3])->is_urgent);
}

/* The clinic's own hours hold here as they do in the alert A8 and in the stock. */
static void
test_own_hours (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  add_vial (self, "OUT", GLA_VIAL_OPEN, "2026-11-22T09:59", 300);
  assert_section (self, GLA_AGENDA_VIALS, "BOTOX Cosmetic · OUT");
  g_assert_true (gla_store_put_constant (self->store, "recon_label_ona", 25, 25, NULL, &error));
  assert_section (self, GLA_AGENDA_VIALS, "");
  g_assert_true (gla_store_put_constant (self->store, "recon_label_ona", 24, 24, NULL, &error));
  assert_section (self, GLA_AGENDA_VIALS, "BOTOX Cosmetic · OUT");
}

static void
test_left (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_put_draft (self->store, "follow-up", kaya, "typed", &error));
  assert_section (self, GLA_AGENDA_DRAFTS, "Kaya, Mira");
  g_assert_true (gla_store_put_setting (self->store, GLA_SETTING_LAST_BACKUP, "2026-11-16",
                                        &error));
  assert_section (self, GLA_AGENDA_BACKUP, "");
  g_assert_true (gla_store_put_setting (self->store, GLA_SETTING_LAST_BACKUP, "2026-11-15",
                                        &error));
  assert_section (self, GLA_AGENDA_BACKUP, "Last backup on 15 Nov 2026, 8 days ago");
}

/* A case whose protocol is a copy of the built-in one, at its first step. */
static char *
add_case (Fixture    *self,
          const char *patient,
          int         days)
{
  g_autoptr (GlaProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "protocol",
                                                 "not-working.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;
  GlaCaseRecord record = { .patient = patient, .area = "GLAB", .opened = self->input.today - 1,
                           .protocol_version = "not-working 1", .content = "<case/>",
                           .standing = GLA_CASE_STANDING_WAITING,
                           .due = self->input.today + days, .until = GLA_DAY_NONE,
                           .closed = GLA_DAY_NONE };
  char *id = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, &error));
  protocol = gla_protocol_load_builtin (self->catalogue, &error);
  g_assert_no_error (error);
  g_assert_true (gla_store_keep_protocol (self->store, text, &copy, &error));
  record.protocol = copy;
  record.step = ((GlaStep *) protocol->steps->pdata[0])->id;
  g_assert_true (gla_store_add_case (self->store, &record, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_cases (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *lind = add_patient (self, "Lind", TRUE);
  g_autofree char *later = add_case (self, kaya, 5);
  g_autofree char *now = add_case (self, lind, 0);
  g_autoptr (GlaProtocol) protocol = gla_protocol_load_builtin (self->catalogue, NULL);
  const char *step = ((GlaStep *) protocol->steps->pdata[0])->title;
  g_autoptr (GlaAgenda) full = read_agenda (self, GLA_ROLE_PRACTITIONER);
  g_autoptr (GlaAgenda) desk = read_agenda (self, GLA_ROLE_FRONT_DESK);
  const GlaAgendaRow *row = full->rows[GLA_AGENDA_CASES]->pdata[0];

  assert_section (self, GLA_AGENDA_CASES, "Lind, Mira; Kaya, Mira");
  g_assert_cmpstr (row->case_id, ==, now);
  g_assert_cmpstr (row->patient, ==, lind);
  g_assert_true (row->is_urgent);
  g_assert_false (((GlaAgendaRow *) full->rows[GLA_AGENDA_CASES]->pdata[1])->is_urgent);
  g_assert_nonnull (strstr (row->text, "Glabella"));
  g_assert_nonnull (strstr (row->text, step));
  g_assert_nonnull (strstr (row->text, "next on 23 Nov 2026, today"));
  row = desk->rows[GLA_AGENDA_CASES]->pdata[0];
  g_assert_null (strstr (row->text, "Glabella"));
  g_assert_nonnull (strstr (row->text, step));
}

static void
add_booking (Fixture    *self,
             const char *patient,
             int         days,
             int         minute)
{
  GlaBooking booking = { .patient = patient, .kind = GLA_BOOKING_REVIEW,
                         .day = self->input.today + days, .minute = minute };
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_booking (self->store, &booking, NULL, &error));
  g_assert_no_error (error);
}

static void
test_bookings (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *lind = add_patient (self, "Lind", TRUE);
  g_autoptr (GlaAgenda) agenda = NULL;
  const GlaAgendaRow *row;

  add_booking (self, kaya, 7, GLA_BOOKING_NO_TIME);
  add_booking (self, lind, 0, 9 * 60 + 5);
  add_booking (self, lind, 8, GLA_BOOKING_NO_TIME);
  add_booking (self, lind, -1, GLA_BOOKING_NO_TIME);
  agenda = read_agenda (self, GLA_ROLE_FRONT_DESK);
  assert_section (self, GLA_AGENDA_BOOKINGS, "Lind, Mira; Kaya, Mira");
  row = agenda->rows[GLA_AGENDA_BOOKINGS]->pdata[0];
  g_assert_cmpstr (row->text, ==, "Review on 23 Nov 2026, 09:05, today");
}

/* Read back by the library, as a calendar program would. */
static icalcomponent *
read_calendar (const char *text)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static char *
write_calendar (Fixture *self)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bookings
      = gla_store_list_bookings (self->store, self->input.today, GLA_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (gla_agenda_write_calendar (bookings, 1795428000, stream, &error));
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
test_calendar (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya; \"Müller\", a name that is much too long for"
                                             " one line of such a file", TRUE);
  g_autofree char *empty = write_calendar (self);
  g_autofree char *text = NULL, *again = NULL;
  icalcomponent *calendar = read_calendar (empty);
  icalcomponent *event;
  struct icaltimetype start;

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 0);
  icalcomponent_free (calendar);

  add_booking (self, kaya, 3, 9 * 60 + 5);
  add_booking (self, kaya, 40, GLA_BOOKING_NO_TIME);
  text = write_calendar (self);
  again = write_calendar (self);
  g_assert_cmpstr (text, ==, again);
  calendar = read_calendar (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 2);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  g_assert_nonnull (strstr (icalcomponent_get_summary (event), "Review: Kaya; \"Müller\", a name"));
  g_assert_nonnull (strstr (icalcomponent_get_uid (event), "@glabella"));
  start = icalcomponent_get_dtstart (event);
  g_assert_cmpint (start.is_date, ==, 0);
  g_assert_cmpint (start.day * 10000 + start.hour * 100 + start.minute, ==, 260905);
  event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  start = icalcomponent_get_dtstart (event);
  g_assert_cmpint (start.is_date, ==, 1);
  g_assert_cmpint (start.year * 10000 + start.month * 100 + start.day, ==, 20270102);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270102\r\n"));
  g_assert_nonnull (strstr (text, "CLASS:PRIVATE\r\n"));
  icalcomponent_free (calendar);
}

static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *kaya = add_patient (self, "Kaya", TRUE);
  g_autofree char *treatment = add_treatment (self, kaya, 20);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GlaAgenda) agenda = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  update (self);
  agenda = read_agenda (self, GLA_ROLE_PRACTITIONER);
  g_assert_true (gla_agenda_write_table (agenda, stream, &error));
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "section,number,name,birth_date,telephone,may_contact,from,until,"
                                 "what");
  g_assert_true (g_str_has_prefix (lines[1], "reviews,100001,\"Kaya, Mira\",,030 1234567,yes,"
                                             "2026-11-17,2026-12-15,"));
  g_assert_true (g_str_has_prefix (lines[2], "backup,"));
  g_assert_cmpstr (lines[3], ==, "");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/agenda/empty", test_empty);
  TEST ("/agenda/share", test_share);
  TEST ("/agenda/calls", test_calls);
  TEST ("/agenda/update", test_update);
  TEST ("/agenda/settings", test_settings);
  TEST ("/agenda/roles", test_roles);
  TEST ("/agenda/vials", test_vials);
  TEST ("/agenda/own-hours", test_own_hours);
  TEST ("/agenda/left", test_left);
  TEST ("/agenda/cases", test_cases);
  TEST ("/agenda/bookings", test_bookings);
  TEST ("/agenda/calendar", test_calendar);
  TEST ("/agenda/table", test_table);

  return g_test_run ();
}

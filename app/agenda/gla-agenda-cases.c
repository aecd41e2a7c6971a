/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bookings and open cases: what was agreed with a patient for a day. */

#include "config.h"

#include "gla-agenda-private.h"

#include "gla-i18n.h"
#include "gla-kept-case.h"
#include "gla-store-case.h"
#include "gla-words.h"

static char *
describe_day (GlaDay day,
              int    minute,
              GlaDay today)
{
  g_autofree char *date = gla_day_format (day, GLA_DAY_EXACT);
  g_autofree char *days = gla_agenda_words_days (day, today);

  if (minute == GLA_BOOKING_NO_TIME)
    /* Translators: a date, and in how many days it is */
    return g_strdup_printf (_("%s, %s"), date, days);
  /* Translators: a date, a time of day, and in how many days it is */
  return g_strdup_printf (_("%s, %02d:%02d, %s"), date, minute / 60, minute % 60, days);
}

/* Bookings */

static void
add_booking (GlaAgenda              *self,
             const GlaBookedPatient *booked,
             GlaDay                  today)
{
  const GlaBooking *booking = booked->booking;
  GlaAgendaRow *row = gla_agenda_add (self, GLA_AGENDA_BOOKINGS, booking->id);
  g_autofree char *day = describe_day (booking->day, booking->minute, today);

  row->patient = g_strdup (booked->patient);
  row->name = gla_agenda_words_name (booked->family_name, booked->given_name);
  row->number = g_strdup (booked->number);
  row->phone = booked->may_contact ? g_strdup (booked->phone) : NULL;
  row->birth_day = booked->birth_day;
  row->may_contact = booked->may_contact;
  row->treatment = g_strdup (booking->treatment);
  row->case_id = g_strdup (booking->case_id);
  row->first = booking->day;
  row->last = booking->day;
  row->title = g_strdup (row->name);
  /* Translators: what is booked, such as “Review”, and when */
  row->text = g_strdup_printf (_("%s on %s"), gla_booking_kind_get_name (booking->kind), day);
}

gboolean
gla_agenda_add_bookings (GlaAgenda             *self,
                         GlaStore              *store,
                         const GlaAgendaQuery  *query,
                         GError               **error)
{
  g_autoptr (GPtrArray) list
      = gla_store_list_bookings (store, query->today, query->today + GLA_AGENDA_BOOKED_DAYS, error);

  if (list == NULL)
    return FALSE;
  self->totals[GLA_AGENDA_BOOKINGS] = list->len;
  for (guint i = 0; i < MIN (list->len, query->limit); i++)
    add_booking (self, list->pdata[i], query->today);
  return TRUE;
}

/* Cases */

static char *
describe_case (const GlaCaseRecord  *record,
               const char           *step,
               GlaCatalogue         *catalogue,
               const GlaAgendaQuery *query)
{
  GString *text = g_string_new (NULL);

  if (query->role != GLA_ROLE_FRONT_DESK)
    g_string_append_printf (text, "%s · ", gla_agenda_words_area (catalogue, record->area));
  g_string_append (text, step != NULL ? step : gla_case_standing_get_name (record->standing));
  if (record->due != GLA_DAY_NONE)
    {
      g_autofree char *day = describe_day (record->due, GLA_BOOKING_NO_TIME, query->today);

      /* Translators: %s is a date, and in how many days it is */
      g_string_append (text, " · ");
      g_string_append_printf (text, _("next on %s"), day);
    }
  return g_string_free (text, FALSE);
}

/* What the step is called; NULL if the protocol of the case can't be read. */
static char *
dup_step_title (GlaStore            *store,
                GlaProtocolShelf    *shelf,
                const GlaCaseRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaProtocol) protocol = gla_kept_case_read_protocol (store, shelf, record, &error);
  const GlaStep *step;

  if (protocol == NULL)
    {
      g_debug ("the steps of a protocol are not known: %s", error->message);
      return NULL;
    }
  step = gla_protocol_find_step (protocol, record->step);
  return step != NULL ? g_strdup (gla_protocol_get_text (protocol, step->title)) : NULL;
}

static void
add_case (GlaAgenda             *self,
          const GlaOpenCase     *open,
          GlaStore              *store,
          GlaProtocolShelf      *shelf,
          GlaCatalogue          *catalogue,
          const GlaAgendaQuery  *query)
{
  const GlaCaseRecord *record = open->record;
  GlaAgendaRow *row = gla_agenda_add (self, GLA_AGENDA_CASES, record->id);
  g_autofree char *step = dup_step_title (store, shelf, record);

  row->patient = g_strdup (open->patient);
  row->name = gla_agenda_words_name (open->family_name, open->given_name);
  row->number = g_strdup (open->number);
  row->phone = open->may_contact ? g_strdup (open->phone) : NULL;
  row->birth_day = open->birth_day;
  row->may_contact = open->may_contact;
  row->treatment = g_strdup (record->treatment);
  row->case_id = g_strdup (record->id);
  row->first = record->due;
  row->last = record->until;
  row->title = g_strdup (row->name);
  row->text = describe_case (record, step, catalogue, query);
  row->is_urgent = record->due != GLA_DAY_NONE && record->due <= query->today;
}

gboolean
gla_agenda_add_cases (GlaAgenda             *self,
                      GlaStore              *store,
                      GlaCatalogue          *catalogue,
                      const GlaAgendaQuery  *query,
                      GError               **error)
{
  g_autoptr (GPtrArray) list = gla_store_list_open_cases (store, error);
  g_autoptr (GlaProtocolShelf) shelf = NULL;

  if (list == NULL)
    return FALSE;
  shelf = query->shelf != NULL ? gla_protocol_shelf_ref (query->shelf)
                               : gla_protocol_shelf_new (catalogue, NULL);
  self->totals[GLA_AGENDA_CASES] = list->len;
  for (guint i = 0; i < MIN (list->len, query->limit); i++)
    add_case (self, list->pdata[i], store, shelf, catalogue, query);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-agenda-calendar.h"

#include "gla-patient.h"
#include "gla-store-case.h"
#include "gla-words.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

static char *
describe (const GlaBookedPatient *booked)
{
  GlaPatient patient = { .family_name = booked->family_name, .given_name = booked->given_name };
  g_autofree char *name = gla_patient_get_name (&patient);
  const char *kind = gla_booking_kind_get_name (booked->booking->kind);

  if (booked->number == NULL)
    return g_strdup_printf ("%s: %s", kind, name);
  return g_strdup_printf ("%s: %s (%s)", kind, name, booked->number);
}

/* Of the clinic's own wall clock, in whatever zone it stands. */
static struct icaltimetype
get_start (const GlaBooking *booking)
{
  struct icaltimetype start = icaltime_null_time ();

  gla_day_split (booking->day, &start.year, &start.month, &start.day);
  start.is_date = booking->minute < 0 ? 1 : 0;
  if (booking->minute >= 0)
    {
      start.hour = booking->minute / 60;
      start.minute = booking->minute % 60;
    }
  return start;
}

static icalcomponent *
new_event (const GlaBookedPatient *booked,
           gint64                  moment)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *summary = describe (booked);
  g_autofree char *uid = g_strconcat (booked->booking->id, "@glabella", NULL);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (
      event, icalproperty_new_dtstamp (icaltime_from_timet_with_zone (
                 (time_t) moment, 0, icaltimezone_get_utc_timezone ())));
  icalcomponent_add_property (event, icalproperty_new_dtstart (get_start (booked->booking)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  icalcomponent_add_property (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  return event;
}

static char *
write_text (const GPtrArray *bookings,
            gint64           moment)
{
  icalcomponent *calendar = icalcomponent_new_vcalendar ();
  char *text;

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar,
                              icalproperty_new_prodid ("-//Glabella//Glabella " GLA_VERSION "//EN"));
  for (guint i = 0; i < bookings->len; i++)
    icalcomponent_add_component (calendar, new_event (bookings->pdata[i], moment));
  text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);
  return text;
}

gboolean
gla_agenda_write_calendar (const GPtrArray  *bookings,
                           gint64            moment,
                           GOutputStream    *stream,
                           GError          **error)
{
  char *text;
  gboolean written;

  g_return_val_if_fail (bookings != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  text = write_text (bookings, moment);
  written = g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error)
            && g_output_stream_close (stream, NULL, error);
  icalmemory_free_buffer (text);
  return written;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-day.h"

G_BEGIN_DECLS

/**
 * gla_agenda_write_calendar:
 * @bookings: (element-type GlaBookedPatient): as gla_store_list_bookings() gives them
 * @moment: seconds since 1970, for the stamp that tells which of two files is newer
 *
 * Writes bookings as an iCalendar file (RFC 5545): an event of the day, or of the minute
 * where a time was agreed, named by what it is, the patient and the record number, and
 * marked as private. The same booking has the same identifier in every file, so that a
 * calendar which takes the file in twice has it once. Nothing of what was injected is in
 * it. Closes @stream.
 */
gboolean  gla_agenda_write_calendar  (const GPtrArray  *bookings,
                                      gint64            moment,
                                      GOutputStream    *stream,
                                      GError          **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-booking.h"
#include "gla-case-record.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * Cases of the assistant with the protocols they went by, and bookings. Writing is
 * as in gla-store-write.h: one transaction with its audit entry, and the revision
 * that was read. Voiding is gla_store_void() with %GLA_TABLE_CASE or
 * %GLA_TABLE_BOOKING.
 */

/**
 * gla_store_keep_protocol:
 * @text: a whole protocol, not empty
 * @id: (out) (optional) (transfer full): the SHA-256 of @text
 *
 * Keeps one copy of each text: a text that is there already is not written again.
 */
gboolean   gla_store_keep_protocol   (GlaStore             *self,
                                      const char           *text,
                                      char                **id,
                                      GError              **error);

/** gla_store_read_protocol: (transfer full): fails with NOT_FOUND, or CORRUPT if it was changed. */
char      *gla_store_read_protocol   (GlaStore             *self,
                                      const char           *id,
                                      GError              **error);

/** gla_store_add_case: its protocol was kept before. @id: (out) (optional) (transfer full). */
gboolean   gla_store_add_case        (GlaStore             *self,
                                      const GlaCaseRecord  *record,
                                      char                **id,
                                      GError              **error);

/**
 * gla_store_amend_case:
 * @action: (nullable): word of the audit entry: "answer", "back", "state", "advance",
 *   "close" or "reopen"; %NULL: "amend"
 * @reason: (nullable): why; a closed case is not opened again without one
 */
gboolean   gla_store_amend_case      (GlaStore             *self,
                                      const GlaCaseRecord  *record,
                                      const char           *action,
                                      const char           *reason,
                                      GError              **error);

/** GlaOpenCase: a case that is not closed, and whose it is. */
typedef struct
{
  GlaCaseRecord *record;
  char *patient;      /* identifier */
  char *number;
  char *family_name;  /* or NULL */
  char *given_name;   /* or NULL */
  char *phone;        /* or NULL */
  GlaDay birth_day;
  gboolean may_contact;
} GlaOpenCase;

void       gla_open_case_free        (GlaOpenCase          *self);

/**
 * gla_store_list_open_cases:
 *
 * The cases that are neither closed nor voided, of patients that are not voided: by
 * the day on which they are due, and those without one after them by the day on
 * which they were opened.
 *
 * Returns: (transfer full) (element-type GlaOpenCase): or %NULL with @error set
 */
GPtrArray *gla_store_list_open_cases (GlaStore             *self,
                                      GError              **error);

/** gla_store_add_booking: @id: (out) (optional) (transfer full). */
gboolean   gla_store_add_booking     (GlaStore             *self,
                                      const GlaBooking     *booking,
                                      char                **id,
                                      GError              **error);

/** gla_store_add_booking_with_draft: with a draft of what is planned, of @kind and for the same patient; both or neither. */
gboolean   gla_store_add_booking_with_draft (GlaStore          *self,
                                             const GlaBooking  *booking,
                                             const char        *kind,
                                             const char        *draft,
                                             GError           **error);
gboolean   gla_store_amend_booking   (GlaStore             *self,
                                      const GlaBooking     *booking,
                                      const char           *reason,
                                      GError              **error);

/** GlaBookedPatient: a booking, and whose it is. */
typedef struct
{
  GlaBooking *booking;
  char *patient;      /* identifier */
  char *number;
  char *family_name;  /* or NULL */
  char *given_name;   /* or NULL */
  char *phone;        /* or NULL */
  GlaDay birth_day;
  gboolean may_contact;
} GlaBookedPatient;

void       gla_booked_patient_free   (GlaBookedPatient     *self);

/**
 * gla_store_list_bookings:
 * @from: first day, or %GLA_DAY_NONE for the earliest
 * @to: last day, or %GLA_DAY_NONE for the latest
 *
 * The planned ones of patients that are not voided, by day and time of day; those
 * without a time come last on their day.
 *
 * Returns: (transfer full) (element-type GlaBookedPatient): or %NULL with @error set
 */
GPtrArray *gla_store_list_bookings   (GlaStore             *self,
                                      GlaDay                from,
                                      GlaDay                to,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaOpenCase, gla_open_case_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaBookedPatient, gla_booked_patient_free)

G_END_DECLS

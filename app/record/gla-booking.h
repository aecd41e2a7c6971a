/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/** GLA_BOOKING_NO_TIME: a booking for a day without a time of day. */
#define GLA_BOOKING_NO_TIME (-1)

/**
 * GlaBookingKind:
 * @GLA_BOOKING_REVIEW: of a treatment
 * @GLA_BOOKING_TREATMENT: a treatment
 * @GLA_BOOKING_TEST: a test for resistance is given
 * @GLA_BOOKING_TEST_READING: such a test is read
 * @GLA_BOOKING_CONTACT: the clinic calls or writes
 *
 * What a booking is for.
 */
typedef enum
{
  GLA_BOOKING_REVIEW = 0,
  GLA_BOOKING_TREATMENT = 1,
  GLA_BOOKING_TEST = 2,
  GLA_BOOKING_TEST_READING = 3,
  GLA_BOOKING_CONTACT = 4,
} GlaBookingKind;

/** GlaBookingState: what became of a booking. */
typedef enum
{
  GLA_BOOKING_PLANNED = 0,
  GLA_BOOKING_KEPT = 1,
  GLA_BOOKING_MISSED = 2,
  GLA_BOOKING_CANCELLED = 3,
} GlaBookingState;

/**
 * GlaBooking:
 *
 * Something that was agreed with a patient for a day.
 */
typedef struct
{
  const char *id;
  const char *patient;    /* identifier */
  GlaBookingKind kind;
  GlaDay day;
  int minute;             /* of the day, from 0, or GLA_BOOKING_NO_TIME */
  const char *case_id;    /* identifier of the case it belongs to, or NULL */
  const char *treatment;  /* identifier of the one that it reviews, or NULL */
  const char *note;
  GlaBookingState state;
  const char *staff;      /* identifier of who booked it, or NULL */
  gint64 revision;
} GlaBooking;

GLA_DECLARE_RECORD (GlaBooking, gla_booking)

G_END_DECLS

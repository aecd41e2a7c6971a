/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaCallReason:
 * @GLA_CALL_REVIEW: a treatment was not yet graded in its review window
 * @GLA_CALL_ENDING: an effect may be ending
 * @GLA_CALL_CASE: a case of the assistant has a date
 * @GLA_CALL_BOOKING: something is booked
 *
 * Why a patient is called. Stored, append-only.
 */
typedef enum
{
  GLA_CALL_REVIEW = 0,
  GLA_CALL_ENDING = 1,
  GLA_CALL_CASE = 2,
  GLA_CALL_BOOKING = 3,
} GlaCallReason;

/**
 * GlaCallOutcome:
 * @GLA_CALL_REACHED: spoke to the patient; nothing more to do for this treatment
 * @GLA_CALL_NO_ANSWER: comes up again the next day
 * @GLA_CALL_BOOKED: a visit was arranged; comes up again if it passes without effect
 * @GLA_CALL_LATER: comes up again on a later day
 * @GLA_CALL_STOP: the patient does not want to be called about this
 * @GLA_CALL_SNOOZED: nobody called; put aside until a later day
 *
 * What came of it. Stored, append-only.
 */
typedef enum
{
  GLA_CALL_REACHED = 0,
  GLA_CALL_NO_ANSWER = 1,
  GLA_CALL_BOOKED = 2,
  GLA_CALL_LATER = 3,
  GLA_CALL_STOP = 4,
  GLA_CALL_SNOOZED = 5,
} GlaCallOutcome;

#define GLA_CALL_N_OUTCOMES 6

/** GLA_CALL_LATER_DAYS: when a call comes up again that was put off without a day. */
#define GLA_CALL_LATER_DAYS 7

/**
 * GlaCall:
 *
 * One attempt to reach a patient about one thing, and its outcome.
 */
typedef struct
{
  const char *id;
  const char *patient;       /* identifier */
  GlaCallReason reason;
  const char *treatment;     /* identifier of the one it is about, or NULL */
  const char *case_id;       /* likewise a case, or NULL */
  const char *booking;       /* likewise the booking that was made with it, or NULL */
  GlaDay day;
  GlaCallOutcome outcome;
  GlaDay until;              /* comes up again on this day; GLA_DAY_NONE: never */
  const char *staff;         /* identifier of who called */
  const char *note;
  gint64 revision;
} GlaCall;

GLA_DECLARE_RECORD (GlaCall, gla_call)

/**
 * gla_call_get_return_day:
 * @day: day of the call
 * @chosen: the day that was booked or asked for, %GLA_DAY_NONE if none was named
 *
 * Returns: the day on which what was called about comes up again, %GLA_DAY_NONE
 *   for never
 */
GlaDay  gla_call_get_return_day  (GlaCallOutcome  outcome,
                                  GlaDay          day,
                                  GlaDay          chosen);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaCaseStanding:
 * @GLA_CASE_STANDING_ASKING: for an answer to the question of its step
 * @GLA_CASE_STANDING_WAITING: for a day or a record
 * @GLA_CASE_STANDING_ENDED: came to its plan and was not closed yet
 * @GLA_CASE_STANDING_CLOSED: with an outcome; can be reopened with a reason
 *
 * Where a case stands.
 */
typedef enum
{
  GLA_CASE_STANDING_ASKING = 0,
  GLA_CASE_STANDING_WAITING = 1,
  GLA_CASE_STANDING_ENDED = 2,
  GLA_CASE_STANDING_CLOSED = 3,
} GlaCaseStanding;

/**
 * GlaCaseOutcome:
 * @GLA_CASE_OUTCOME_NONE: of a case that is not closed
 * @GLA_CASE_OUTCOME_RESOLVED: the complaint is settled
 * @GLA_CASE_OUTCOME_EXPLAINED: a cause was found
 * @GLA_CASE_OUTCOME_OPTIONS_GIVEN: the patient was told what can be done
 * @GLA_CASE_OUTCOME_REFERRED: to somebody else
 * @GLA_CASE_OUTCOME_STOPPED: the patient or the clinic stopped
 * @GLA_CASE_OUTCOME_OPENED_BY_MISTAKE: there was no complaint
 *
 * How a case was closed.
 */
typedef enum
{
  GLA_CASE_OUTCOME_NONE = 0,
  GLA_CASE_OUTCOME_RESOLVED = 1,
  GLA_CASE_OUTCOME_EXPLAINED = 2,
  GLA_CASE_OUTCOME_OPTIONS_GIVEN = 3,
  GLA_CASE_OUTCOME_REFERRED = 4,
  GLA_CASE_OUTCOME_STOPPED = 5,
  GLA_CASE_OUTCOME_OPENED_BY_MISTAKE = 6,
} GlaCaseOutcome;

/**
 * GlaCaseRecord:
 *
 * One run of the assistant for a patient's area, as the clinic file keeps it: what
 * lists and the record show of it, and the case itself as a text that only the
 * assistant reads. A closed case has an outcome other than
 * %GLA_CASE_OUTCOME_NONE and a day of closing, any other has neither.
 */
typedef struct
{
  const char *id;
  const char *patient;          /* identifier */
  const char *area;             /* catalogue key */
  const char *treatment;        /* identifier, or NULL: treated elsewhere */
  GlaDay opened;
  const char *protocol;         /* identifier of the kept copy of the protocol it follows */
  const char *protocol_version; /* name and version of that protocol, for people */
  GlaCaseStanding standing;
  const char *step;             /* id of the step at which it stands */
  GlaDay due;                   /* of a case that waits, or GLA_DAY_NONE */
  GlaDay until;                 /* end of the time for it, or GLA_DAY_NONE */
  const char *content;          /* XML of the whole case */
  GlaCaseOutcome outcome;
  const char *cause;            /* id of a finding of the protocol, or NULL */
  const char *conclusion;       /* in words, or NULL */
  GlaDay closed;                /* or GLA_DAY_NONE */
  const char *staff;            /* identifier of who opened it, or NULL */
  gint64 revision;
} GlaCaseRecord;

GLA_DECLARE_RECORD (GlaCaseRecord, gla_case_record)

G_END_DECLS

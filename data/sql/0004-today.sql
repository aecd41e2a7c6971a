-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 4: calls to patients, and what they are to be called about.

-- One attempt to reach a patient and what came of it. The day on which its matter
-- comes up again (until) is NULL if it does not: for this treatment or case, and after
-- outcome 4 (stop) for this reason altogether.
CREATE TABLE call (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  reason INTEGER NOT NULL CONSTRAINT call_reason CHECK (reason BETWEEN 0 AND 3),
  treatment TEXT,
  case_id TEXT,
  booking TEXT,             -- that was made with it
  day TEXT NOT NULL CONSTRAINT call_day CHECK (date (day, '+0 days') IS day),
  outcome INTEGER NOT NULL CONSTRAINT call_outcome CHECK (outcome BETWEEN 0 AND 5),
  until TEXT CONSTRAINT call_until CHECK (date (until, '+0 days') IS until),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  FOREIGN KEY (patient, case_id) REFERENCES case_record (patient, id),
  FOREIGN KEY (patient, booking) REFERENCES booking (patient, id)
) STRICT, WITHOUT ROWID;

-- What a patient may be called about and when, worked out from the records and worked
-- out again when they change; no part of the medical record. It holds for any day.
CREATE TABLE due (
  patient INTEGER NOT NULL REFERENCES patient (row),
  reason INTEGER NOT NULL CONSTRAINT due_reason CHECK (reason BETWEEN 0 AND 1),
  treatment TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  n_own INTEGER NOT NULL,   -- earlier treatments of the patient behind it
  areas TEXT NOT NULL,      -- a line for each: key, first and last day, n_own
  PRIMARY KEY (patient, reason, treatment)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_day ON due (reason, first_day, last_day);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: cases of the assistant, bookings, and the clinic's own constants.

-- The protocols that cases went by, one copy of each text. The identifier is the
-- SHA-256 of the text, so that a copy can't change under a case.
CREATE TABLE protocol_copy (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CONSTRAINT protocol_copy_id CHECK (length (id) = 64),
  content TEXT NOT NULL CONSTRAINT protocol_copy_content CHECK (content <> '')
) STRICT;

-- One run of the assistant. Its content can be long, so that this table is not one of
-- those clustered by key.
CREATE TABLE case_record (
  row INTEGER PRIMARY KEY,
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  area TEXT NOT NULL,
  treatment TEXT,           -- NULL: treated elsewhere
  opened TEXT NOT NULL
    CONSTRAINT case_record_opened CHECK (date (opened, '+0 days') IS opened),
  protocol TEXT NOT NULL REFERENCES protocol_copy (id),
  protocol_version TEXT NOT NULL,
  standing INTEGER NOT NULL
    CONSTRAINT case_record_standing CHECK (standing BETWEEN 0 AND 3),
  step TEXT NOT NULL,       -- of the protocol, at which it stands
  due TEXT CONSTRAINT case_record_due CHECK (date (due, '+0 days') IS due),
  until TEXT CONSTRAINT case_record_until CHECK (date (until, '+0 days') IS until),
  outcome INTEGER NOT NULL DEFAULT 0
    CONSTRAINT case_record_outcome CHECK (outcome BETWEEN 0 AND 6),
  cause TEXT,               -- finding of the protocol
  conclusion TEXT,
  closed TEXT CONSTRAINT case_record_closed CHECK (date (closed, '+0 days') IS closed),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  content TEXT NOT NULL,    -- the whole case, as XML
  UNIQUE (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  CONSTRAINT case_record_is_closed CHECK ((standing = 3) = (closed IS NOT NULL)
                                          AND (standing = 3) = (outcome <> 0))
) STRICT;
CREATE INDEX case_record_open ON case_record (due, opened)
  WHERE standing <> 3 AND void_reason IS NULL;

CREATE TABLE booking (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL CONSTRAINT booking_kind CHECK (kind BETWEEN 0 AND 4),
  day TEXT NOT NULL CONSTRAINT booking_day CHECK (date (day, '+0 days') IS day),
  minute INTEGER            -- of the day; NULL: no time was agreed
    CONSTRAINT booking_minute CHECK (minute BETWEEN 0 AND 1439),
  case_id TEXT,
  treatment TEXT,           -- which it reviews
  note TEXT,
  state INTEGER NOT NULL DEFAULT 0 CONSTRAINT booking_state CHECK (state BETWEEN 0 AND 3),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, case_id) REFERENCES case_record (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_planned ON booking (day) WHERE state = 0 AND void_reason IS NULL;

-- What the clinic put in place of constants of the catalogue, in their units. Who did
-- it and when is in the audit, which keeps earlier values too.
CREATE TABLE clinic_constant (
  name TEXT NOT NULL PRIMARY KEY,
  low REAL NOT NULL,
  high REAL NOT NULL,       -- the same for a single value
  CONSTRAINT clinic_constant_range CHECK (low <= high AND low > -1e12 AND high < 1e12)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_of_constant ON audit (record, number) WHERE subject = 'clinic_constant';

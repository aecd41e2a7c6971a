-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 2: notices of patterns, and what the program keeps to be quick.

-- A notice about a patient: the tier that is shown until a person dismisses it, and
-- how it was dismissed last. Earlier dismissals are in the audit.
CREATE TABLE notice (
  patient INTEGER NOT NULL REFERENCES patient (row),
  kind INTEGER NOT NULL CONSTRAINT notice_kind CHECK (kind = 0),
  raised INTEGER NOT NULL DEFAULT 0 CONSTRAINT notice_raised CHECK (raised BETWEEN 0 AND 2),
  dismissed_on TEXT
    CONSTRAINT notice_dismissed_on CHECK (date (dismissed_on, '+0 days') IS dismissed_on),
  dismissed_by TEXT REFERENCES staff (id),
  dismissed_at INTEGER      -- how probable it was then, in millionths
    CONSTRAINT notice_dismissed_at CHECK (dismissed_at BETWEEN 0 AND 1000000),
  reason TEXT,
  PRIMARY KEY (patient, kind),
  CONSTRAINT notice_has_reason CHECK (dismissed_on IS NULL OR (reason <> '' AND raised = 0
                                                              AND dismissed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Worked out from the records and thrown away at will; no part of the medical record.
CREATE TABLE cache (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 1: what a clinic writes down.
--
-- Identifiers (id) are UUIDs as text. Days are ISO dates, units are hundredths,
-- volumes microlitres. NULL means "not known" or "not recorded". Enumerations
-- are the numbers of app/record/gla-record.h, which are append-only. Records are
-- never deleted: a record with a void_reason is hidden from all views.
--
-- Everything about a patient is keyed by patient.row first, so that a chart lies
-- together in the file and is read in one go.
--
-- A step is immutable once released: later changes are new files.

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role INTEGER NOT NULL CONSTRAINT staff_role CHECK (role BETWEEN 0 AND 2),
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT staff_active CHECK (active IN (0, 1)),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE patient (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  family_name TEXT,
  given_name TEXT,
  birth_day TEXT CONSTRAINT patient_birth_day CHECK (date (birth_day, '+0 days') IS birth_day),
  sex INTEGER NOT NULL DEFAULT 0 CONSTRAINT patient_sex CHECK (sex BETWEEN 0 AND 3),
  phone TEXT,
  email TEXT,
  address TEXT,
  language TEXT,
  may_contact INTEGER NOT NULL DEFAULT 0
    CONSTRAINT patient_may_contact CHECK (may_contact IN (0, 1)),
  allergies TEXT,
  conditions TEXT,
  medicines TEXT,
  note TEXT,
  name_key TEXT NOT NULL,   -- folded name by which lists are sorted; worked out by the program
  phone_key TEXT,           -- digits of the telephone number, last first; worked out by the program
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT patient_has_name CHECK (coalesce (family_name, given_name) IS NOT NULL)
) STRICT;
CREATE INDEX patient_by_name ON patient (name_key, row) WHERE void_reason IS NULL;
CREATE INDEX patient_by_birth_day ON patient (birth_day) WHERE birth_day IS NOT NULL;
CREATE INDEX patient_by_phone ON patient (phone_key) WHERE phone_key IS NOT NULL;

-- The words of the names in folded form, for the search box. Worked out by the program.
CREATE TABLE patient_word (
  word TEXT NOT NULL,
  patient INTEGER NOT NULL,
  PRIMARY KEY (word, patient)
) STRICT, WITHOUT ROWID;

CREATE TABLE vial (
  id TEXT NOT NULL PRIMARY KEY,
  product TEXT NOT NULL,
  presentation TEXT,
  lot TEXT,
  expiry TEXT CONSTRAINT vial_expiry CHECK (date (expiry, '+0 days') IS expiry),
  content INTEGER CONSTRAINT vial_content CHECK (content BETWEEN 0 AND 100000000),
  received TEXT CONSTRAINT vial_received CHECK (date (received, '+0 days') IS received),
  supplier TEXT,
  diluent TEXT,
  diluent_volume INTEGER CONSTRAINT vial_diluent_volume CHECK (diluent_volume > 0),
  reconstituted TEXT,       -- local time, YYYY-MM-DDTHH:MM
  state INTEGER NOT NULL DEFAULT 0 CONSTRAINT vial_state CHECK (state BETWEEN 0 AND 4),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX vial_by_lot ON vial (lower (lot)) WHERE lot IS NOT NULL;

CREATE TABLE treatment (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  day TEXT CONSTRAINT treatment_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT treatment_precision CHECK (precision BETWEEN 0 AND 3),
  injector TEXT REFERENCES staff (id),
  prescriber TEXT REFERENCES staff (id),
  reason INTEGER NOT NULL DEFAULT 0 CONSTRAINT treatment_reason CHECK (reason BETWEEN 0 AND 2),
  deviation TEXT,
  consent_version TEXT,
  consent_day TEXT
    CONSTRAINT treatment_consent_day CHECK (date (consent_day, '+0 days') IS consent_day),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_voided ON treatment (patient, id) WHERE void_reason IS NOT NULL;

-- Product and lot of an injection from a recorded vial are those of the vial.
CREATE TABLE injection (
  patient INTEGER NOT NULL,
  treatment TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  area TEXT NOT NULL,
  side INTEGER NOT NULL DEFAULT 0 CONSTRAINT injection_side CHECK (side BETWEEN 0 AND 3),
  vial TEXT REFERENCES vial (id),
  product TEXT,
  lot TEXT,
  units INTEGER CONSTRAINT injection_units CHECK (units BETWEEN 0 AND 100000000),
  points INTEGER CONSTRAINT injection_points CHECK (points > 0),
  volume INTEGER CONSTRAINT injection_volume CHECK (volume > 0),
  technique TEXT,
  map_view TEXT,
  map_x INTEGER,
  map_y INTEGER,
  PRIMARY KEY (patient, treatment, position),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  CONSTRAINT injection_vial CHECK (vial IS NULL OR (product IS NULL AND lot IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX injection_by_vial ON injection (vial, units) WHERE vial IS NOT NULL;
CREATE INDEX injection_by_lot ON injection (lower (lot)) WHERE lot IS NOT NULL;

CREATE TABLE assessment (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,           -- which it judges
  visit TEXT,               -- treatment with which it was entered
  area TEXT NOT NULL,
  side INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_side CHECK (side BETWEEN 0 AND 3),
  day TEXT CONSTRAINT assessment_day CHECK (date (day, '+0 days') IS day),
  rater INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_rater CHECK (rater BETWEEN 0 AND 1),
  scale TEXT,
  at_rest INTEGER CONSTRAINT assessment_at_rest CHECK (at_rest BETWEEN 0 AND 100),
  at_maximum INTEGER CONSTRAINT assessment_at_maximum CHECK (at_maximum BETWEEN 0 AND 100),
  reason INTEGER NOT NULL DEFAULT 0 CONSTRAINT assessment_reason CHECK (reason BETWEEN 0 AND 2),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id),
  FOREIGN KEY (patient, visit) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  area TEXT,
  kind INTEGER NOT NULL CONSTRAINT report_kind CHECK (kind BETWEEN 0 AND 1),
  day TEXT CONSTRAINT report_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT report_precision CHECK (precision BETWEEN 0 AND 3),
  told_on TEXT CONSTRAINT report_told_on CHECK (date (told_on, '+0 days') IS told_on),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exposure (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  day TEXT CONSTRAINT exposure_day CHECK (date (day, '+0 days') IS day),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT exposure_precision CHECK (precision BETWEEN 0 AND 3),
  place TEXT,
  indication TEXT,
  area TEXT,
  product TEXT,
  units INTEGER CONSTRAINT exposure_units CHECK (units BETWEEN 0 AND 100000000),
  certainty INTEGER NOT NULL DEFAULT 0
    CONSTRAINT exposure_certainty CHECK (certainty BETWEEN 0 AND 2),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE adverse_event (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  area TEXT,
  kind TEXT,
  severity INTEGER NOT NULL DEFAULT 0
    CONSTRAINT adverse_event_severity CHECK (severity BETWEEN 0 AND 3),
  onset TEXT CONSTRAINT adverse_event_onset CHECK (date (onset, '+0 days') IS onset),
  precision INTEGER NOT NULL DEFAULT 0
    CONSTRAINT adverse_event_precision CHECK (precision BETWEEN 0 AND 3),
  resolved TEXT CONSTRAINT adverse_event_resolved CHECK (date (resolved, '+0 days') IS resolved),
  outcome TEXT,
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;

-- The copy can be large, so that this table is not one of those clustered by key.
CREATE TABLE document (
  row INTEGER PRIMARY KEY,
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  template TEXT NOT NULL,
  version TEXT,
  language TEXT,
  day TEXT CONSTRAINT document_day CHECK (date (day, '+0 days') IS day),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  copy_type TEXT,           -- media type of the copy
  copy BLOB,                -- what was handed out, as it was
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT;
CREATE INDEX document_by_patient ON document (patient);

-- What the clinic adds to the catalogue.
CREATE TABLE clinic_product (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  unit_family TEXT,
  content INTEGER CONSTRAINT clinic_product_content CHECK (content BETWEEN 0 AND 100000000),
  active INTEGER NOT NULL DEFAULT 1
    CONSTRAINT clinic_product_active CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic_area (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  code TEXT,
  has_sides INTEGER NOT NULL DEFAULT 0
    CONSTRAINT clinic_area_has_sides CHECK (has_sides IN (0, 1)),
  scale TEXT,
  active INTEGER NOT NULL DEFAULT 1 CONSTRAINT clinic_area_active CHECK (active IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Typed and not yet saved; no part of the medical record.
CREATE TABLE draft (
  kind TEXT NOT NULL,
  patient TEXT NOT NULL,    -- identifier, or empty
  content TEXT NOT NULL,
  PRIMARY KEY (kind, patient)
) STRICT, WITHOUT ROWID;

-- Who changed what and when. Each entry has the SHA-256 of the one before and of
-- itself, and audit_head the last of them, so that a changed, missing or cut
-- chain is noticed.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,     -- UTC, YYYY-MM-DDTHH:MM:SSZ
  staff TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,    -- table
  record TEXT,
  patient TEXT,
  before TEXT,              -- JSON objects
  after TEXT,
  reason TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_patient ON audit (patient, number) WHERE patient IS NOT NULL;

CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CONSTRAINT audit_head_one CHECK (one = 1),
  number INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (one, number, hash) VALUES (1, 0, '');

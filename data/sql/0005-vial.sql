-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 5: the life of a vial, and what the codes on cartons mean.

-- Which pack it came in: product number and serial number of the carton.
ALTER TABLE vial ADD COLUMN gtin TEXT;
ALTER TABLE vial ADD COLUMN serial TEXT;
CREATE UNIQUE INDEX vial_by_serial ON vial (gtin, serial)
  WHERE serial IS NOT NULL AND void_reason IS NULL;

-- What happened to a vial, in order. Units left are its content less what was
-- charted (injection) and what was wasted or discarded here. Values of kind are
-- those of app/record/gla-vial-event.h.
CREATE TABLE vial_event (
  vial TEXT NOT NULL REFERENCES vial (id),
  number INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL CONSTRAINT vial_event_kind CHECK (kind BETWEEN 0 AND 6),
  moment TEXT NOT NULL,     -- local time, YYYY-MM-DDTHH:MM
  units INTEGER CONSTRAINT vial_event_units CHECK (units BETWEEN 0 AND 100000000),
  diluent TEXT,
  diluent_volume INTEGER CONSTRAINT vial_event_diluent_volume CHECK (diluent_volume > 0),
  reason TEXT,
  staff TEXT REFERENCES staff (id),
  state_before INTEGER NOT NULL
    CONSTRAINT vial_event_state_before CHECK (state_before BETWEEN 0 AND 4),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (vial, number),
  CONSTRAINT vial_event_waste CHECK (units IS NULL OR kind IN (2, 4)),
  CONSTRAINT vial_event_wasted CHECK (kind <> 2 OR units > 0),
  CONSTRAINT vial_event_reason CHECK (kind NOT IN (2, 4, 5) OR reason <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX vial_event_by_moment ON vial_event (moment);

-- Learned once for each product number (GTIN, 14 digits) by a person's choice.
CREATE TABLE carton (
  gtin TEXT NOT NULL PRIMARY KEY CONSTRAINT carton_gtin CHECK (length (gtin) = 14),
  product TEXT NOT NULL,
  presentation TEXT,
  content INTEGER CONSTRAINT carton_content CHECK (content BETWEEN 0 AND 100000000),
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 14: several fridges, what a logger wrote of them, and what a delivery cost.

-- Each clinic has a first one; its name may be empty. What names no fridge is about it.
CREATE TABLE fridge (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
INSERT INTO fridge (id, name) VALUES ('00000000-0000-4000-8000-000000000001', '');

-- A file of a logger that was taken in; its readings count while it is not voided.
CREATE TABLE fridge_import (
  id TEXT NOT NULL PRIMARY KEY,
  fridge TEXT NOT NULL REFERENCES fridge (id),
  file TEXT NOT NULL,       -- its name, without the folder
  imported TEXT NOT NULL,   -- local time, YYYY-MM-DDTHH:MM
  since TEXT NOT NULL,      -- likewise: of the first reading
  moment TEXT NOT NULL,     -- of the last
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  n_readings INTEGER NOT NULL,
  n_gaps INTEGER NOT NULL,
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT fridge_import_order CHECK (since <= moment AND low <= high)
) STRICT, WITHOUT ROWID;

ALTER TABLE fridge_reading ADD COLUMN fridge TEXT REFERENCES fridge (id);
ALTER TABLE fridge_reading ADD COLUMN source TEXT REFERENCES fridge_import (id);
CREATE INDEX fridge_reading_by_source ON fridge_reading (source, since) WHERE source IS NOT NULL;

-- Where a vial was put; until the first move it stood in the first fridge.
CREATE TABLE vial_move (
  id TEXT NOT NULL PRIMARY KEY,
  vial TEXT NOT NULL REFERENCES vial (id),
  fridge TEXT NOT NULL REFERENCES fridge (id),
  moment TEXT NOT NULL,     -- local time, YYYY-MM-DDTHH:MM
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX vial_move_by_vial ON vial_move (vial, moment);

-- What the manufacturer said to the temperatures of a fridge up to a moment, for one product.
CREATE TABLE fridge_answer (
  id TEXT NOT NULL PRIMARY KEY,
  fridge TEXT NOT NULL REFERENCES fridge (id),
  product TEXT NOT NULL,
  moment TEXT NOT NULL,     -- local time, YYYY-MM-DDTHH:MM: up to when it holds
  may_use INTEGER NOT NULL CONSTRAINT fridge_answer_may_use CHECK (may_use IN (0, 1)),
  day TEXT NOT NULL CONSTRAINT fridge_answer_day CHECK (date (day, '+0 days') IS day),
  answer TEXT NOT NULL CONSTRAINT fridge_answer_answer CHECK (answer <> ''),
  staff TEXT REFERENCES staff (id),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- What came with a vial: the number of the delivery note, and what its pack cost, in hundredths
-- of the clinic's currency.
CREATE TABLE vial_purchase (
  id TEXT NOT NULL PRIMARY KEY,
  vial TEXT NOT NULL UNIQUE REFERENCES vial (id),
  delivery TEXT,
  price INTEGER CONSTRAINT vial_purchase_price CHECK (price >= 0),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

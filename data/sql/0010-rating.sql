-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 10: how the result as a whole was judged.

-- One answer on a scale that belongs to no area: improvement (GAIS) and satisfaction. The
-- word is kept beside the number, since the numbers of GAIS differ between its users.
CREATE TABLE rating (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,           -- which it judges
  day TEXT CONSTRAINT rating_day CHECK (date (day, '+0 days') IS day),
  rater INTEGER NOT NULL DEFAULT 0 CONSTRAINT rating_rater CHECK (rater BETWEEN 0 AND 1),
  scale TEXT NOT NULL,
  grade INTEGER NOT NULL CONSTRAINT rating_grade CHECK (grade BETWEEN 0 AND 100),
  word TEXT,
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;

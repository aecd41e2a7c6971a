-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 12: what is planned for a patient before it is given.

-- A plan is no treatment: it draws on no vial and begins no cycle. The content is that
-- of app/record/gla-pattern.h, each line with its product.
CREATE TABLE treatment_plan (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  day TEXT CONSTRAINT treatment_plan_day CHECK (date (day, '+0 days') IS day),
  staff TEXT REFERENCES staff (id),
  content TEXT NOT NULL CONSTRAINT treatment_plan_content CHECK (content <> ''),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id)
) STRICT, WITHOUT ROWID;

-- The plan that a treatment began with; what was given may differ from it.
ALTER TABLE treatment ADD COLUMN plan TEXT REFERENCES treatment_plan (id);
CREATE INDEX treatment_by_plan ON treatment (plan) WHERE plan IS NOT NULL;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 11: who reads large print.

-- Whether the patient's own sheets are printed in large letters.
ALTER TABLE patient ADD COLUMN large_print INTEGER NOT NULL DEFAULT 0
  CONSTRAINT patient_large_print CHECK (large_print IN (0, 1));

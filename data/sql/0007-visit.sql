-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 7: what is asked and agreed before a treatment. Values of consent_form
-- and face_to_face are those of app/record/gla-record.h.

-- Answers to the questions before a treatment, as app/record/gla-screening.h has them.
-- They are written, amended and voided with their treatment and never looked for alone.
ALTER TABLE treatment ADD COLUMN screening TEXT;

-- How the consent is kept, and whether the prescriber saw the patient.
ALTER TABLE treatment ADD COLUMN consent_form INTEGER NOT NULL DEFAULT 0
  CONSTRAINT treatment_consent_form CHECK (consent_form BETWEEN 0 AND 2);
ALTER TABLE treatment ADD COLUMN face_to_face INTEGER NOT NULL DEFAULT 0
  CONSTRAINT treatment_face_to_face CHECK (face_to_face BETWEEN 0 AND 3);

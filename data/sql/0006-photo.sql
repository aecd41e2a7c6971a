-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 6: photos. Expressions and angles are the numbers of
-- app/record/gla-photo.h.

-- What is known of a photo; day is that of the visit.
CREATE TABLE photo (
  patient INTEGER NOT NULL REFERENCES patient (row),
  id TEXT NOT NULL UNIQUE,
  treatment TEXT,
  day TEXT NOT NULL CONSTRAINT photo_day CHECK (date (day, '+0 days') IS day),
  expression INTEGER NOT NULL DEFAULT 0
    CONSTRAINT photo_expression CHECK (expression BETWEEN 0 AND 4),
  angle INTEGER NOT NULL DEFAULT 0 CONSTRAINT photo_angle CHECK (angle BETWEEN 0 AND 3),
  note TEXT,
  -- The patient agreed to marketing use of this photo; NULL: did not.
  marketing_day TEXT
    CONSTRAINT photo_marketing_day CHECK (date (marketing_day, '+0 days') IS marketing_day),
  staff TEXT REFERENCES staff (id),
  width INTEGER NOT NULL CONSTRAINT photo_width CHECK (width > 0),
  height INTEGER NOT NULL CONSTRAINT photo_height CHECK (height > 0),
  size INTEGER NOT NULL CONSTRAINT photo_size CHECK (size > 0),
  checksum TEXT NOT NULL CONSTRAINT photo_checksum CHECK (length (checksum) = 64),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (patient, id),
  FOREIGN KEY (patient, treatment) REFERENCES treatment (patient, id)
) STRICT, WITHOUT ROWID;

-- The picture of a photo, which is never changed: JPEG without anything but pixels.
-- Apart from the rest, so that a list of photos does not read over pictures. The small
-- one comes first and is read without the large one behind it.
CREATE TABLE photo_picture (
  row INTEGER PRIMARY KEY,
  photo TEXT NOT NULL UNIQUE REFERENCES photo (id),
  thumbnail BLOB NOT NULL,
  picture BLOB NOT NULL
) STRICT;

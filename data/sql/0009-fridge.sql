-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 9: how warm the fridge was.

-- One look at the thermometer: the lowest and highest temperature, in hundredths of a
-- degree Celsius, from one moment to another. Both moments are the same if nothing is
-- known of the time before. It counts for every vial that was in stock then.
CREATE TABLE fridge_reading (
  id TEXT NOT NULL PRIMARY KEY,
  since TEXT NOT NULL,      -- local time, YYYY-MM-DDTHH:MM
  moment TEXT NOT NULL,     -- likewise: of the look
  low INTEGER NOT NULL CONSTRAINT fridge_reading_low CHECK (low BETWEEN -30000 AND 10000),
  high INTEGER NOT NULL CONSTRAINT fridge_reading_high CHECK (high BETWEEN -30000 AND 10000),
  staff TEXT REFERENCES staff (id),
  note TEXT,
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT fridge_reading_order CHECK (since <= moment AND low <= high)
) STRICT, WITHOUT ROWID;
CREATE INDEX fridge_reading_by_moment ON fridge_reading (moment);

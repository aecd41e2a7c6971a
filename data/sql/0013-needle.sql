-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 13: how an injection was given, in free words beside its technique.

ALTER TABLE injection ADD COLUMN depth TEXT;
ALTER TABLE injection ADD COLUMN needle TEXT;

-- Words that were written before are offered again: only the rows that have some are kept.
CREATE INDEX injection_by_technique ON injection (technique) WHERE technique IS NOT NULL;
CREATE INDEX injection_by_depth ON injection (depth) WHERE depth IS NOT NULL;
CREATE INDEX injection_by_needle ON injection (needle) WHERE needle IS NOT NULL;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 8: patterns of injections that are used again.

-- What is injected where, in units of one product, under a name. Without staff it is
-- everybody's. The content is that of app/record/gla-pattern.h.
CREATE TABLE pattern (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT pattern_name CHECK (name <> ''),
  product TEXT,             -- whose units they are; NULL: not known
  staff TEXT REFERENCES staff (id),
  content TEXT NOT NULL CONSTRAINT pattern_content CHECK (content <> ''),
  void_reason TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

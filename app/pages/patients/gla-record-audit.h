/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-history.h"
#include "gla-store-read.h"

G_BEGIN_DECLS

/**
 * GlaAuditLine:
 * @when: local date and time
 * @who: name of a member of staff, or that nobody was named
 * @what: one sentence without a full stop, such as "Changed the treatment of 12 Oct 2026"
 * @changes: what changed from what to what, one line each; empty for an addition
 * @reason: (nullable): why
 * @record: (nullable): identifier of the record that was changed
 *
 * One entry of the audit in plain words.
 */
typedef struct
{
  char *when;
  char *who;
  char *what;
  GStrv changes;
  char *reason;
  char *record;
} GlaAuditLine;

/**
 * gla_audit_line_new:
 * @history: for the names of staff and for lots of vials
 *
 * Returns: (transfer full): @entry in the user's language
 */
GlaAuditLine *gla_audit_line_new  (const GlaAuditEntry *entry,
                                   GlaCatalogue        *catalogue,
                                   const GlaHistory    *history);
void          gla_audit_line_free (GlaAuditLine        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaAuditLine, gla_audit_line_free)

G_END_DECLS

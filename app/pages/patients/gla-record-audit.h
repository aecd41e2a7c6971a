/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-history.h"
#include "gla-protocol-shelf.h"
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
 * @protocol: (nullable): by which the case of @entry went, see gla_audit_entry_find_protocol()
 *
 * Returns: (transfer full): @entry in the user's language
 */
GlaAuditLine *gla_audit_line_new  (const GlaAuditEntry *entry,
                                   GlaCatalogue        *catalogue,
                                   const GlaHistory    *history,
                                   const GlaProtocol   *protocol);

/**
 * gla_audit_entry_find_protocol:
 *
 * Returns: (transfer full) (nullable): the protocol of the case of @entry, for the words of its
 *   questions; %NULL for other entries and for one that can't be read
 */
GlaProtocol  *gla_audit_entry_find_protocol (const GlaAuditEntry *entry,
                                             GlaProtocolShelf    *shelf,
                                             GlaStore            *store,
                                             const GlaHistory    *history);
void          gla_audit_line_free (GlaAuditLine        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaAuditLine, gla_audit_line_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-audit-json.h"
#include "gla-catalogue.h"
#include "gla-history.h"

G_BEGIN_DECLS

/**
 * gla_audit_fields_compare:
 * @table: table of the record, as in the audit
 * @before: (nullable): the record as it was
 * @after: (nullable): the record as it became
 *
 * What changed, field by field, as in "Telephone: 044 1 → 044 2". Fields that
 * the program keeps for itself are left out; one that is not known here is shown
 * under its own name.
 *
 * Returns: (transfer full): one line for each change
 */
GStrv  gla_audit_fields_compare (const char       *table,
                                 const GlaAuditJson    *before,
                                 const GlaAuditJson    *after,
                                 GlaCatalogue     *catalogue,
                                 const GlaHistory *history);

G_END_DECLS

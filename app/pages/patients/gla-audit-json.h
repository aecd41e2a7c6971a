/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GLA_AUDIT_JSON_NULL,
  GLA_AUDIT_JSON_BOOLEAN,
  GLA_AUDIT_JSON_NUMBER,
  GLA_AUDIT_JSON_TEXT,
  GLA_AUDIT_JSON_ARRAY,
  GLA_AUDIT_JSON_OBJECT,
} GlaAuditJsonKind;

/**
 * GlaAuditJson:
 *
 * One value of what an audit entry holds: a record before or after a change.
 */
typedef struct _GlaAuditJson GlaAuditJson;

struct _GlaAuditJson
{
  GlaAuditJsonKind kind;
  char *name;        /* name within its object, NULL elsewhere */
  char *text;        /* text, or digits of a number, or "true" or "false"; NULL for the others */
  GPtrArray *items;  /* (element-type GlaAuditJson): of arrays and objects, NULL for the others */
};

/**
 * gla_audit_json_parse:
 *
 * Reads one JSON value (RFC 8259) of at most 32 levels.
 *
 * Returns: (transfer full) (nullable): %NULL if @text is not JSON
 */
GlaAuditJson       *gla_audit_json_parse      (const char         *text);
void                gla_audit_json_free       (GlaAuditJson       *self);

/** gla_audit_json_find: (nullable): the member @name of an object. */
const GlaAuditJson *gla_audit_json_find       (const GlaAuditJson *self,
                                               const char         *name);

/** gla_audit_json_get_text: (nullable): of the member @name, %NULL if it is missing or null. */
const char         *gla_audit_json_get_text   (const GlaAuditJson *self,
                                               const char         *name);

/** gla_audit_json_get_number: the member @name as a whole number, @fallback if it is none. */
gint64              gla_audit_json_get_number (const GlaAuditJson *self,
                                               const char         *name,
                                               gint64              fallback);

/** gla_audit_json_equal: same kind and content, members in the same order. Either may be NULL. */
gboolean            gla_audit_json_equal      (const GlaAuditJson *self,
                                               const GlaAuditJson *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaAuditJson, gla_audit_json_free)

G_END_DECLS

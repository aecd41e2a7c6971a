/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GLA_JSON_NULL,
  GLA_JSON_BOOLEAN,
  GLA_JSON_NUMBER,
  GLA_JSON_TEXT,
  GLA_JSON_ARRAY,
  GLA_JSON_OBJECT,
} GlaJsonKind;

/**
 * GlaJson:
 *
 * One value of what an audit entry holds: a record before or after a change.
 */
typedef struct _GlaJson GlaJson;

struct _GlaJson
{
  GlaJsonKind kind;
  char *name;        /* name within its object, NULL elsewhere */
  char *text;        /* text, or digits of a number, or "true" or "false"; NULL for the others */
  GPtrArray *items;  /* (element-type GlaJson): of arrays and objects, in their order; NULL for the others */
};

/**
 * gla_json_parse:
 *
 * Reads one JSON value (RFC 8259) of at most 32 levels.
 *
 * Returns: (transfer full) (nullable): %NULL if @text is not JSON
 */
GlaJson       *gla_json_parse       (const char    *text);
void           gla_json_free        (GlaJson       *self);

/** gla_json_find: (nullable): the member @name of an object. */
const GlaJson *gla_json_find        (const GlaJson *self,
                                     const char    *name);

/** gla_json_get_text: (nullable): text of the member @name, %NULL if it is missing or null. */
const char    *gla_json_get_text    (const GlaJson *self,
                                     const char    *name);

/** gla_json_get_number: the member @name as a whole number, @fallback if it is none. */
gint64         gla_json_get_number  (const GlaJson *self,
                                     const char    *name,
                                     gint64         fallback);

/** gla_json_equal: same kind and content, members in the same order. Either may be %NULL. */
gboolean       gla_json_equal       (const GlaJson *self,
                                     const GlaJson *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaJson, gla_json_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaFactType:
 * @GLA_FACT_TYPE_NUMBER: a number in the unit of the table
 * @GLA_FACT_TYPE_DAY: a date
 * @GLA_FACT_TYPE_YES_NO: "yes" or "no"
 * @GLA_FACT_TYPE_WORDS: a key of the catalogue, a name or a sentence
 */
typedef enum
{
  GLA_FACT_TYPE_NUMBER,
  GLA_FACT_TYPE_DAY,
  GLA_FACT_TYPE_YES_NO,
  GLA_FACT_TYPE_WORDS,
} GlaFactType;

/**
 * GlaFactInfo:
 * @name: as conditions, texts and files name it; never translated, never changed
 * @type: what it is
 * @unit: of a number, such as "days"; empty if it has none
 * @meaning: one line; show it through gla_fact_info_get_meaning()
 * @constants: constants of the catalogue that it is computed with, separated by blanks
 * @can_be_stated: whether a person can fill it in when the record does not know it
 *
 * One fact that the assistant can know about a case.
 */
typedef struct
{
  const char *name;
  GlaFactType type;
  const char *unit;
  const char *meaning;
  const char *constants;
  gboolean can_be_stated;
} GlaFactInfo;

/** gla_fact_table_get: (array length=n_facts): all facts, in the order to list them. */
const GlaFactInfo  *gla_fact_table_get         (guint             *n_facts);

/** gla_fact_table_find: (nullable): by name. */
const GlaFactInfo  *gla_fact_table_find        (const char        *name);

/** gla_fact_info_get_index: its place in the table. */
guint               gla_fact_info_get_index    (const GlaFactInfo *info);

/** gla_fact_info_get_meaning: in the user's language. */
const char         *gla_fact_info_get_meaning  (const GlaFactInfo *info);

/** gla_fact_type_to_key: "number", "day", "yes-no", "words", for files. */
const char         *gla_fact_type_to_key       (GlaFactType        type);

G_END_DECLS

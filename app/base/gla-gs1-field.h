/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GlaGs1FieldKind: what a field of a code holds, as far as anything depends on it. */
typedef enum
{
  GLA_GS1_FIELD_OTHER,
  GLA_GS1_FIELD_GTIN,
  GLA_GS1_FIELD_LOT,
  GLA_GS1_FIELD_SERIAL,
  GLA_GS1_FIELD_MADE,
  GLA_GS1_FIELD_EXPIRY,
  GLA_GS1_FIELD_DATE,      /* another date: looked at, not kept */
  GLA_GS1_FIELD_NATIONAL,
} GlaGs1FieldKind;

/** GlaGs1Field: one application identifier, or those of a row that are alike. */
typedef struct
{
  const char *first;   /* the digits of the identifier, first and last of the row */
  const char *last;
  guint8 least;        /* length of the value */
  guint8 most;
  gboolean is_numeric;
  gboolean is_fixed;   /* of predefined length: no separator follows */
  GlaGs1FieldKind kind;
} GlaGs1Field;

/**
 * gla_gs1_field_find:
 * @ai_length: (out): digits of the identifier, 2 to 4
 *
 * Returns: the field whose identifier begins @data, or %NULL if there is none
 */
const GlaGs1Field  *gla_gs1_field_find  (const char  *data,
                                         gsize        length,
                                         gsize       *ai_length);

G_END_DECLS

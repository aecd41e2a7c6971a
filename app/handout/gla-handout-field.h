/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-fact-table.h"
#include "gla-handout-input.h"

G_BEGIN_DECLS

/*
 * Fields: what sheets and their conditions can name beside the facts of the
 * assistant (gla-fact-table.h).
 */

/**
 * GlaHandoutValue:
 * @known: whether anything is known; if not, the rest means nothing
 */
typedef struct
{
  gboolean known;
  double number;
  GlaDay day;
  gboolean yes;
  char *words;
} GlaHandoutValue;

/** gla_handout_field_get_table: (array length=n_fields): all fields. */
const GlaFactInfo  *gla_handout_field_get_table  (guint                  *n_fields);

/** gla_handout_field_find: (nullable): by name. */
const GlaFactInfo  *gla_handout_field_find       (const char             *name);

/**
 * gla_handout_field_get:
 * @info: one of the table
 * @facts: of the area in question
 * @value: (out): clear with gla_handout_value_clear()
 */
void                gla_handout_field_get        (const GlaFactInfo      *info,
                                                  const GlaHandoutInput  *input,
                                                  const GlaFacts         *facts,
                                                  GlaHandoutValue        *value);
void                gla_handout_value_clear      (GlaHandoutValue        *self);

/** gla_handout_area_get_words: (nullable): an area in everyday words, such as “frown lines between the brows”. */
const char         *gla_handout_area_get_words   (const char             *area,
                                                  GlaCatalogue           *catalogue);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-block.h"
#include "gla-handout-facts.h"

G_BEGIN_DECLS

/*
 * Parts: what a template can insert that is made from the record or the case and
 * not from a text. A part of which there is nothing says so in a line, or adds
 * nothing where the template asks before.
 */

/** GlaHandoutPartFunc: adds blocks at the end of a list. */
typedef void (*GlaHandoutPartFunc) (const GlaHandoutFacts *facts, GPtrArray *blocks);

/**
 * GlaHandoutPart:
 * @meaning: one line; show it through gettext
 * @professional: not for the sheet of a patient: names sources, terms or judgements
 */
typedef struct
{
  const char *name;
  const char *meaning;
  gboolean professional;
  GlaHandoutPartFunc add;
} GlaHandoutPart;

/** gla_handout_part_get_table: (array length=n_parts): all parts. */
const GlaHandoutPart  *gla_handout_part_get_table (guint       *n_parts);

/** gla_handout_part_find: (nullable): by name. */
const GlaHandoutPart  *gla_handout_part_find      (const char  *name);

G_END_DECLS

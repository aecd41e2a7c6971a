/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gla-condition.h"
#include "gla-handout-input.h"

G_BEGIN_DECLS

/**
 * GlaHandoutFacts:
 *
 * Everything that one sheet can name: the facts of the assistant and the fields
 * of sheets, worked out once.
 */
typedef struct _GlaHandoutFacts GlaHandoutFacts;

/** gla_handout_facts_new: (transfer full): @input must outlive it. */
GlaHandoutFacts        *gla_handout_facts_new       (const GlaHandoutInput  *input);
void                    gla_handout_facts_free      (GlaHandoutFacts        *self);

const GlaHandoutInput  *gla_handout_facts_get_input (const GlaHandoutFacts  *self);

/** gla_handout_facts_get_facts: (transfer none): those of the assistant. */
const GlaFacts         *gla_handout_facts_get_facts (const GlaHandoutFacts  *self);

/** gla_handout_facts_format: (transfer full) (nullable): for paper; %NULL: not known. */
char                   *gla_handout_facts_format    (const GlaHandoutFacts  *self,
                                                     const char             *name);

/** gla_handout_facts_test: whether a condition holds; as gla_condition_evaluate(). */
gboolean                gla_handout_facts_test      (const GlaHandoutFacts  *self,
                                                     const GlaCondition     *condition,
                                                     gboolean               *holds,
                                                     GError                **error);

/**
 * gla_handout_facts_fill:
 * @text: with names in {braces} and *bold* words
 * @bold: (out) (nullable): what is bold; nothing that is filled in counts as a star
 *
 * Returns: (transfer full): @text with what it names; “not known” where that is so
 */
char                   *gla_handout_facts_fill      (const GlaHandoutFacts  *self,
                                                     const char             *text,
                                                     PangoAttrList         **bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaHandoutFacts, gla_handout_facts_free)

G_END_DECLS

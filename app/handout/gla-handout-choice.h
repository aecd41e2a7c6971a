/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout-input.h"
#include "gla-handout-template.h"

G_BEGIN_DECLS

/* Which sheet is wanted. Its key is all that is said: a clinic may have its own text. */

#define GLA_SHEET_AFTERCARE "aftercare"
#define GLA_SHEET_CALL_LIST "call-list"
#define GLA_SHEET_CONSENT "consent"
#define GLA_SHEET_ADVERSE_EVENT "adverse-event"
#define GLA_SHEET_DOSSIER "dossier"
#define GLA_SHEET_LOT_LETTER "lot-letter"
#define GLA_SHEET_NOT_WORKING "not-working"
#define GLA_SHEET_NOT_YET "not-yet"
#define GLA_SHEET_TIMELINE "timeline"

/**
 * gla_handout_choose:
 * @facts: of @input, see gla_handout_input_make_facts()
 *
 * The sheet for the patient that fits best. With a case: until the treatment can be judged
 * what to wait for, afterwards what was found. Without one: before a treatment the consent,
 * on its day what to do after it, until it can be judged what to wait for, and then the
 * timeline. The day is assess_min of the clinic (evidence, 1.2 and 3.3).
 *
 * Returns: (transfer none): a key
 */
const char  *gla_handout_choose  (const GlaHandoutInput     *input,
                                  const GlaFacts            *facts);

/**
 * gla_handout_fits:
 *
 * Whether there is what @template is about: a treatment, or a case. What is about many
 * patients, or about a lot, is printed from a list.
 */
gboolean     gla_handout_fits    (const GlaHandoutTemplate  *template,
                                  const GlaHandoutInput     *input);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-finding.h"
#include "gla-patient.h"
#include "gla-screening.h"

G_BEGIN_DECLS

/** GlaScreeningFlags: of whom and when a question is asked, and for how long its answer holds. */
typedef enum
{
  GLA_SCREENING_ALWAYS = 0,
  GLA_SCREENING_NOT_OF_MEN = 1 << 0,
  GLA_SCREENING_WITHOUT_BIRTH_DATE = 1 << 1, /* the record answers it otherwise */
  GLA_SCREENING_LASTS = 1 << 2,              /* a yes holds beyond the visit */
} GlaScreeningFlags;

/** GlaScreeningFields: texts of a patient in which the answer may be written already. */
typedef enum
{
  GLA_SCREENING_NOWHERE = 0,
  GLA_SCREENING_ALLERGIES = 1 << 0,
  GLA_SCREENING_CONDITIONS = 1 << 1,
  GLA_SCREENING_MEDICINES = 1 << 2,
} GlaScreeningFields;

/**
 * GlaScreeningQuestion:
 * @key: in #GlaScreeningAnswer; never translated and never changed
 * @number: its row in products-and-areas, section F
 * @id: of the finding that a yes makes
 * @alert: number in evidence, section 3.2, or %NULL
 * @level: of that finding: STOP is strong, ASK a warning
 * @flags: of whom it is asked
 * @material: asked before products that screen for it, or %NULL
 * @products: asked before these, keys with blanks between, or %NULL
 * @areas: asked before these, likewise
 * @question: not yet translated
 * @name: the answer yes in a few words, not yet translated
 * @rule: the rule behind it in a sentence, not yet translated
 * @sources: keys with blanks between, possibly empty
 * @marks: how far the rule can be trusted
 * @fields: texts of a patient that @words are looked for in
 * @words: (nullable): by which a text says yes, with blanks between; a word with a star
 *   stands for all that begin with it. They are compared without accents, case and
 *   punctuation.
 *
 * A question before a treatment that is answered with yes or no.
 */
typedef struct
{
  const char *key;
  int number;
  const char *id;
  const char *alert;
  GlaFindingLevel level;
  GlaScreeningFlags flags;
  const char *material;
  const char *products;
  const char *areas;
  const char *question;
  const char *name;
  const char *rule;
  const char *sources;
  GlaMarkFlags marks;
  GlaScreeningFields fields;
  const char *words;
} GlaScreeningQuestion;

/** gla_screening_get_questions: (array length=n_questions): all, in the order of section F. */
const GlaScreeningQuestion *gla_screening_get_questions   (guint               *n_questions);

/** gla_screening_find_question: (nullable) */
const GlaScreeningQuestion *gla_screening_find_question   (const char          *key);

/**
 * gla_screening_list_questions:
 * @areas: (nullable) (array zero-terminated=1): planned; %NULL or empty for any
 * @products: (nullable) (array zero-terminated=1): keys of those planned; %NULL or empty for any
 *
 * Returns: (transfer container) (element-type GlaScreeningQuestion): what is to be asked
 *   of @patient before such a treatment
 */
GPtrArray                  *gla_screening_list_questions  (GlaCatalogue        *catalogue,
                                                           const GlaPatient    *patient,
                                                           const char * const  *areas,
                                                           const char * const  *products);

/**
 * gla_screening_describe:
 * @text: of a treatment, as gla_screening_parse() reads it
 *
 * Returns: (transfer full) (nullable): the answers in words; %NULL without any
 */
char                       *gla_screening_describe        (const char          *text);

G_END_DECLS

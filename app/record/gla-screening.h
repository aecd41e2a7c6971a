/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GlaAnswer: what a patient said to a question with yes or no. */
typedef enum
{
  GLA_ANSWER_UNKNOWN, /* not asked, or no answer */
  GLA_ANSWER_NO,
  GLA_ANSWER_YES,
} GlaAnswer;

/**
 * GlaScreeningAnswer:
 * @key: key of the question, such as "milk-protein"
 * @answer: yes or no
 * @note: which, since when; one line, or %NULL
 *
 * One answer of those before a treatment (products-and-areas, section F).
 *
 * Answers are asked once a visit, and are written, amended and voided with its treatment
 * and never looked for alone. So they are kept as one text in the treatment, a line for
 * each answer:
 *
 *   milk-protein no
 *   anticoagulants yes aspirin until Monday
 *
 * A question that was not answered has no line; a treatment before which nothing was
 * asked has no text.
 */
typedef struct
{
  char *key;
  GlaAnswer answer;
  char *note;
} GlaScreeningAnswer;

/**
 * gla_screening_parse:
 * @text: (nullable): of a treatment
 *
 * Returns: (transfer full) (element-type GlaScreeningAnswer): what can be read of it, in its
 *   order; the first answer to a question counts
 */
GPtrArray                *gla_screening_parse   (const char      *text);

/** gla_screening_to_text: (transfer full) (nullable): for a treatment; %NULL without answers. */
char                     *gla_screening_to_text (const GPtrArray *answers);

/** gla_screening_find: (transfer none) (nullable): the answer to question @key. */
const GlaScreeningAnswer *gla_screening_find    (const GPtrArray *answers,
                                                 const char      *key);

/** gla_screening_set: @note: (nullable). Answers @key; %GLA_ANSWER_UNKNOWN takes the answer back. */
void                      gla_screening_set     (GPtrArray       *answers,
                                                 const char      *key,
                                                 GlaAnswer        answer,
                                                 const char      *note);

G_END_DECLS

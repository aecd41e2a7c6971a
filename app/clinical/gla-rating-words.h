/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-history.h"

G_BEGIN_DECLS

/** GlaRatingQuestion: what is asked about a result as a whole (evidence, section 6.1). */
typedef enum
{
  GLA_RATING_GAIS_PRACTITIONER,
  GLA_RATING_GAIS_PATIENT,
  GLA_RATING_SATISFACTION,
  GLA_N_RATING_QUESTIONS,
} GlaRatingQuestion;

/** gla_rating_question_get_scale: catalogue key. */
const char         *gla_rating_question_get_scale (GlaRatingQuestion  question);

/** gla_rating_question_get_rater: who answers it. */
GlaRater            gla_rating_question_get_rater (GlaRatingQuestion  question);

/** gla_rating_question_get_name: in the user's language: "Improvement (GAIS), by the patient". */
const char         *gla_rating_question_get_name  (GlaRatingQuestion  question);

/**
 * gla_rating_find_word:
 *
 * Returns: (nullable): the word of a grade in the language of the catalogue, which is what is
 *   kept; %NULL if the scale names none for it
 */
const char         *gla_rating_find_word          (GlaCatalogue      *catalogue,
                                                   const char        *scale,
                                                   int                grade);

/**
 * gla_rating_find_treatment:
 *
 * Returns: (nullable): the treatment that @rating judges: the one it names, or the last
 *   before its day
 */
const GlaTreatment *gla_rating_find_treatment     (const GlaHistory  *history,
                                                   const GlaRating   *rating);

/** gla_rating_get_name: what was asked: "Improvement (GAIS)", "Satisfaction". */
const char         *gla_rating_get_name           (GlaCatalogue      *catalogue,
                                                   const GlaRating   *rating);

/**
 * gla_rating_describe_answer:
 *
 * Returns: (transfer full): "1 very much improved": the word that was kept, in the user's
 *   language where the catalogue still has it
 */
char               *gla_rating_describe_answer    (GlaCatalogue      *catalogue,
                                                   const GlaRating   *rating);

/** gla_rating_describe: (transfer full): "Improvement (GAIS), by patient: 1 very much improved". */
char               *gla_rating_describe           (GlaCatalogue      *catalogue,
                                                   const GlaRating   *rating);

G_END_DECLS

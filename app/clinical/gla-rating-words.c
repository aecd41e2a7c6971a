/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating-words.h"

#include "gla-i18n.h"

static const struct
{
  const char *scale;
  GlaRater rater;
  const char *name;
} questions[GLA_N_RATING_QUESTIONS] = {
  [GLA_RATING_GAIS_PRACTITIONER] = { GLA_SCALE_GAIS, GLA_RATER_PRACTITIONER,
                                     N_("Improvement (GAIS), by the practitioner") },
  [GLA_RATING_GAIS_PATIENT] = { GLA_SCALE_GAIS, GLA_RATER_PATIENT,
                                N_("Improvement (GAIS), by the patient") },
  [GLA_RATING_SATISFACTION] = { GLA_SCALE_SATISFACTION, GLA_RATER_PATIENT,
                                N_("Satisfaction of the patient") },
};

const char *
gla_rating_question_get_scale (GlaRatingQuestion question)
{
  g_return_val_if_fail (question < GLA_N_RATING_QUESTIONS, NULL);

  return questions[question].scale;
}

GlaRater
gla_rating_question_get_rater (GlaRatingQuestion question)
{
  g_return_val_if_fail (question < GLA_N_RATING_QUESTIONS, GLA_RATER_PATIENT);

  return questions[question].rater;
}

const char *
gla_rating_question_get_name (GlaRatingQuestion question)
{
  g_return_val_if_fail (question < GLA_N_RATING_QUESTIONS, NULL);

  return _(questions[question].name);
}

static const GlaGrade *
find_grade (GlaCatalogue *catalogue,
            const char   *scale,
            int           grade)
{
  const GlaScale *known = scale != NULL ? gla_catalogue_find_scale (catalogue, scale) : NULL;

  return known != NULL ? gla_scale_find_grade (known, grade) : NULL;
}

const char *
gla_rating_find_word (GlaCatalogue *catalogue,
                      const char   *scale,
                      int           grade)
{
  const GlaGrade *found;

  g_return_val_if_fail (catalogue != NULL, NULL);

  found = find_grade (catalogue, scale, grade);
  return found != NULL && found->mark.text != NULL && found->mark.text[0] != '\0'
           ? found->mark.text : NULL;
}

const GlaTreatment *
gla_rating_find_treatment (const GlaHistory *history,
                           const GlaRating  *rating)
{
  const GlaTreatment *last = NULL;

  g_return_val_if_fail (history != NULL && rating != NULL, NULL);

  if (rating->treatment != NULL)
    return gla_history_find_treatment (history, rating->treatment);
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day != GLA_DAY_NONE && treatment->day < rating->day)
        last = treatment;
    }
  return last;
}

const char *
gla_rating_get_name (GlaCatalogue    *catalogue,
                     const GlaRating *rating)
{
  const GlaScale *scale;

  g_return_val_if_fail (catalogue != NULL && rating != NULL, NULL);

  if (g_strcmp0 (rating->scale, GLA_SCALE_GAIS) == 0)
    return _("Improvement (GAIS)");
  if (g_strcmp0 (rating->scale, GLA_SCALE_SATISFACTION) == 0)
    return _("Satisfaction");
  scale = rating->scale != NULL ? gla_catalogue_find_scale (catalogue, rating->scale) : NULL;
  return scale != NULL ? gla_scale_get_name (scale) : rating->scale;
}

char *
gla_rating_describe_answer (GlaCatalogue    *catalogue,
                            const GlaRating *rating)
{
  const GlaGrade *found;
  const char *word;

  g_return_val_if_fail (catalogue != NULL && rating != NULL, NULL);

  word = rating->word;
  found = find_grade (catalogue, rating->scale, rating->grade);
  if (word != NULL && found != NULL && g_strcmp0 (word, found->mark.text) == 0)
    word = gla_marked_get_text (&found->mark);
  if (word == NULL || word[0] == '\0')
    return g_strdup_printf ("%d", rating->grade);
  /* Translators: a grade and its word, as in "2 moderate" */
  return g_strdup_printf (_("%d %s"), rating->grade, word);
}

char *
gla_rating_describe (GlaCatalogue    *catalogue,
                     const GlaRating *rating)
{
  g_autofree char *answer = gla_rating_describe_answer (catalogue, rating);
  const char *name = gla_rating_get_name (catalogue, rating);

  if (g_strcmp0 (rating->scale, GLA_SCALE_SATISFACTION) == 0)
    /* Translators: what was asked about the result as a whole, and the answer */
    return g_strdup_printf (_("%s: %s"), name, answer);
  if (rating->rater == GLA_RATER_PATIENT)
    /* Translators: what was asked about the result as a whole, and the answer */
    return g_strdup_printf (_("%s, by the patient: %s"), name, answer);
  /* Translators: what was asked about the result as a whole, and the answer */
  return g_strdup_printf (_("%s, by the practitioner: %s"), name, answer);
}

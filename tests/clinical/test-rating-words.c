/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating-words.h"

static GlaCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  GlaCatalogue *catalogue = gla_catalogue_load (NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* The word that was kept counts, also when the catalogue has another one by now. */
static void
test_words (void)
{
  static const struct
  {
    const char *scale;
    GlaRater rater;
    int grade;
    const char *word;
    const char *expected;
  } cases[] = {
    { GLA_SCALE_GAIS, GLA_RATER_PRACTITIONER, 1, "very much improved",
      "Improvement (GAIS), by the practitioner: 1 very much improved" },
    { GLA_SCALE_GAIS, GLA_RATER_PATIENT, 5, "worse",
      "Improvement (GAIS), by the patient: 5 worse" },
    { GLA_SCALE_GAIS, GLA_RATER_PATIENT, 2, NULL, "Improvement (GAIS), by the patient: 2" },
    { GLA_SCALE_GAIS, GLA_RATER_PATIENT, 1, "worse",
      "Improvement (GAIS), by the patient: 1 worse" },
    { GLA_SCALE_SATISFACTION, GLA_RATER_PATIENT, 4, "satisfied", "Satisfaction: 4 satisfied" },
    { "pga", GLA_RATER_PATIENT, 2, NULL,
      "Patient global assessment (older trials of onabotulinumtoxinA), by the patient: 2" },
    { "lost", GLA_RATER_PATIENT, 2, NULL, "lost, by the patient: 2" },
  };
  g_autoptr (GlaCatalogue) catalogue = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaRating rating = { .scale = cases[i].scale, .rater = cases[i].rater,
                           .grade = cases[i].grade, .word = cases[i].word };
      g_autofree char *words = gla_rating_describe (catalogue, &rating);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* Each question has a scale with words at both ends; two classes of GAIS have none in the source. */
static void
test_questions (void)
{
  g_autoptr (GlaCatalogue) catalogue = load ();

  for (GlaRatingQuestion i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    {
      const char *scale = gla_rating_question_get_scale (i);
      int low, high;

      g_assert_true (gla_scale_get_range (gla_catalogue_find_scale (catalogue, scale), &low,
                                          &high));
      g_assert_cmpint (low, ==, 1);
      g_assert_cmpint (high, ==, 5);
      g_assert_nonnull (gla_rating_find_word (catalogue, scale, low));
      g_assert_nonnull (gla_rating_find_word (catalogue, scale, high));
      g_assert_null (gla_rating_find_word (catalogue, scale, 6));
      g_assert_nonnull (gla_rating_question_get_name (i));
    }
  g_assert_cmpstr (gla_rating_find_word (catalogue, GLA_SCALE_GAIS, 1), ==, "very much improved");
  g_assert_null (gla_rating_find_word (catalogue, GLA_SCALE_GAIS, 2));
  g_assert_cmpint (gla_rating_question_get_rater (GLA_RATING_GAIS_PRACTITIONER), ==,
                   GLA_RATER_PRACTITIONER);
}

/* What is judged is the treatment that is named, or the last before that day. */
static void
test_treatment (void)
{
  static const struct
  {
    const char *named;
    GlaDay day;
    const char *expected;
  } cases[] = {
    { NULL, 99, NULL },
    { NULL, 100, NULL },
    { NULL, 101, "first" },
    { NULL, 200, "first" },
    { NULL, 201, "second" },
    { "first", 300, "first" },
    { "voided", 300, NULL },
  };
  g_autoptr (GlaHistory) history
      = gla_history_new (gla_patient_new (&(GlaPatient) { .id = "patient" }));

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "undated", .day = GLA_DAY_NONE }));
  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "first", .day = 100 }));
  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "second", .day = 200 }));
  gla_history_finish (history);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaRating rating = { .treatment = cases[i].named, .day = cases[i].day };
      const GlaTreatment *found = gla_rating_find_treatment (history, &rating);

      g_assert_cmpstr (found != NULL ? found->id : NULL, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinical/rating-words/words", test_words);
  g_test_add_func ("/clinical/rating-words/questions", test_questions);
  g_test_add_func ("/clinical/rating-words/treatment", test_treatment);
  return g_test_run ();
}

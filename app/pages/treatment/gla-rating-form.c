/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating-form.h"

#include "gla-draft.h"
#include "gla-i18n.h"

#define GROUP "rating"
#define VERSION 1

char *
gla_rating_form_find_fault (const GlaRating  *rating,
                            const GlaHistory *history,
                            GlaDay            today)
{
  const GlaTreatment *treatment;

  g_return_val_if_fail (rating != NULL && history != NULL, NULL);

  if (rating->day == GLA_DAY_NONE)
    return g_strdup (_("Give the date of the follow-up."));
  if (rating->day > today)
    return g_strdup (_("The date lies in the future."));
  treatment = rating->treatment != NULL
                ? gla_history_find_treatment (history, rating->treatment) : NULL;
  if (treatment != NULL && rating->day < treatment->day)
    return g_strdup (_("The date lies before the treatment that it judges."));
  if (rating->grade == GLA_GRADE_UNKNOWN)
    return g_strdup (_("Give an answer. To take the record back, void it."));
  return NULL;
}

char *
gla_rating_form_to_draft (const GlaRating *rating)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (rating != NULL, NULL);

  gla_draft_put_day (file, GROUP, "day", rating->day);
  g_key_file_set_integer (file, GROUP, "rater", (int) rating->rater);
  g_key_file_set_integer (file, GROUP, "grade", rating->grade);
  gla_draft_put_text (file, GROUP, "note", rating->note);
  return g_key_file_to_data (file, NULL, NULL);
}

GlaRating *
gla_rating_form_from_draft (const char      *text,
                            const GlaRating *amended)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  g_autofree char *note = NULL;
  GlaRating fields;

  g_return_val_if_fail (amended != NULL, NULL);

  if (file == NULL)
    return NULL;
  note = gla_draft_dup_text (file, GROUP, "note");
  fields = *amended;
  fields.day = gla_draft_get_day (file, GROUP, "day");
  fields.rater = (GlaRater) gla_draft_get_number (file, GROUP, "rater", GLA_RATER_PATIENT);
  fields.grade = gla_draft_get_grade (file, GROUP, "grade");
  fields.note = note;
  return gla_rating_new (&fields);
}

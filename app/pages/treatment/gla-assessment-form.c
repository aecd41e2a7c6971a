/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-assessment-form.h"

#include "gla-draft.h"
#include "gla-i18n.h"

#define GROUP "assessment"
#define VERSION 1

char *
gla_assessment_form_find_fault (const GlaAssessment *assessment,
                                const GlaHistory    *history,
                                GlaDay               today)
{
  const GlaTreatment *treatment;

  g_return_val_if_fail (assessment != NULL && history != NULL, NULL);

  if (assessment->day == GLA_DAY_NONE)
    return g_strdup (_("Give the date on which it was graded."));
  if (assessment->day > today)
    return g_strdup (_("The date lies in the future."));
  treatment = assessment->treatment != NULL
                ? gla_history_find_treatment (history, assessment->treatment)
                : NULL;
  if (treatment != NULL && assessment->day < treatment->day)
    return g_strdup (_("The date lies before the treatment that it judges."));
  if (assessment->at_rest == GLA_GRADE_UNKNOWN && assessment->at_maximum == GLA_GRADE_UNKNOWN)
    return g_strdup (_("Give at least one grade. To take the record back, void it."));
  return NULL;
}

char *
gla_assessment_form_to_draft (const GlaAssessment *assessment)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (assessment != NULL, NULL);

  gla_draft_put_day (file, GROUP, "day", assessment->day);
  g_key_file_set_integer (file, GROUP, "side", (int) assessment->side);
  g_key_file_set_integer (file, GROUP, "rater", (int) assessment->rater);
  g_key_file_set_integer (file, GROUP, "reason", (int) assessment->reason);
  g_key_file_set_integer (file, GROUP, "at-rest", assessment->at_rest);
  g_key_file_set_integer (file, GROUP, "at-maximum", assessment->at_maximum);
  gla_draft_put_text (file, GROUP, "note", assessment->note);
  return g_key_file_to_data (file, NULL, NULL);
}

GlaAssessment *
gla_assessment_form_from_draft (const char          *text,
                                const GlaAssessment *amended)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  g_autofree char *note = NULL;
  GlaAssessment fields;

  g_return_val_if_fail (amended != NULL, NULL);

  if (file == NULL)
    return NULL;
  note = gla_draft_dup_text (file, GROUP, "note");
  fields = *amended;
  fields.day = gla_draft_get_day (file, GROUP, "day");
  fields.side = (GlaSide) gla_draft_get_number (file, GROUP, "side", GLA_SIDE_MIDDLE);
  fields.rater = (GlaRater) gla_draft_get_number (file, GROUP, "rater", GLA_RATER_PATIENT);
  fields.reason = (GlaVisitReason) gla_draft_get_number (file, GROUP, "reason",
                                                         GLA_VISIT_REASON_WORE_OFF);
  fields.at_rest = gla_draft_get_grade (file, GROUP, "at-rest");
  fields.at_maximum = gla_draft_get_grade (file, GROUP, "at-maximum");
  fields.note = note;
  return gla_assessment_new (&fields);
}

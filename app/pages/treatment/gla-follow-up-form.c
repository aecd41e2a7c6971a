/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up-form.h"

#include "gla-draft.h"
#include "gla-i18n.h"

#define GROUP "follow-up"
#define VERSION 1

static const char *const rating_keys[GLA_N_RATING_QUESTIONS] = {
  [GLA_RATING_GAIS_PRACTITIONER] = "gais-practitioner",
  [GLA_RATING_GAIS_PATIENT] = "gais-patient",
  [GLA_RATING_SATISFACTION] = "satisfaction",
};

static void
grade_free (GlaFollowUpGrade *grade)
{
  g_free (grade->area);
  g_free (grade);
}

GlaFollowUpForm *
gla_follow_up_form_new (GlaDay today)
{
  GlaFollowUpForm *self = g_new0 (GlaFollowUpForm, 1);

  self->day = today;
  self->worn_off = GLA_DAY_NONE;
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    self->ratings[i] = GLA_GRADE_UNKNOWN;
  self->grades = g_ptr_array_new_with_free_func ((GDestroyNotify) grade_free);
  return self;
}

void
gla_follow_up_form_free (GlaFollowUpForm *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->grades);
  g_free (self->said_area);
  g_free (self->note);
  g_free (self);
}

void
gla_follow_up_form_add_grade (GlaFollowUpForm *self,
                              const char      *area,
                              int              at_rest,
                              int              at_maximum)
{
  gla_follow_up_form_add_side (self, area, GLA_SIDE_BOTH, at_rest, at_maximum);
}

void
gla_follow_up_form_add_side (GlaFollowUpForm *self,
                             const char      *area,
                             GlaSide          side,
                             int              at_rest,
                             int              at_maximum)
{
  GlaFollowUpGrade *grade;

  g_return_if_fail (self != NULL && area != NULL);

  if (at_rest == GLA_GRADE_UNKNOWN && at_maximum == GLA_GRADE_UNKNOWN)
    return;
  grade = g_new0 (GlaFollowUpGrade, 1);
  grade->area = g_strdup (area);
  grade->side = side;
  grade->at_rest = at_rest;
  grade->at_maximum = at_maximum;
  g_ptr_array_add (self->grades, grade);
}

static gboolean
has_rating (const GlaFollowUpForm *self)
{
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    if (self->ratings[i] != GLA_GRADE_UNKNOWN)
      return TRUE;
  return FALSE;
}

gboolean
gla_follow_up_form_is_empty (const GlaFollowUpForm *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->grades->len == 0 && !has_rating (self) && self->said == GLA_FOLLOW_UP_SAID_NOTHING && self->note == NULL;
}

char *
gla_follow_up_form_find_fault (const GlaFollowUpForm *self,
                               const GlaHistory      *history,
                               GlaDay                 today)
{
  const GlaTreatment *first;

  g_return_val_if_fail (self != NULL && history != NULL, NULL);

  first = history->treatments->len > 0 ? history->treatments->pdata[0] : NULL;
  if (self->day == GLA_DAY_NONE)
    return g_strdup (_("Give the date of the follow-up."));
  if (self->day > today)
    return g_strdup (_("The date of the follow-up lies in the future."));
  /* A result is judged on a later day; grades of the day itself are a baseline. */
  if (first == NULL || self->day < first->day || (has_rating (self) && self->day == first->day))
    return g_strdup (_("There was no treatment before this date that could be judged."));
  if (self->said == GLA_FOLLOW_UP_SAID_WORN_OFF && self->worn_off == GLA_DAY_NONE)
    return g_strdup (_("Give the day on which it wore off, as well as the patient knows it."));
  if (self->said == GLA_FOLLOW_UP_SAID_WORN_OFF && self->worn_off < first->day)
    return g_strdup (_("It can't have worn off before the first treatment."));
  if (self->grades->len == 0 && !has_rating (self) && self->said == GLA_FOLLOW_UP_SAID_NOTHING)
    return g_strdup (_("Give at least one grade, or what the patient says."));
  return NULL;
}

GPtrArray *
gla_follow_up_form_make_assessments (const GlaFollowUpForm *self,
                                     const char            *patient,
                                     const char            *staff,
                                     GlaCatalogue          *catalogue)
{
  GPtrArray *assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_assessment_unref);

  g_return_val_if_fail (self != NULL && patient != NULL && catalogue != NULL, assessments);

  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaFollowUpGrade *grade = self->grades->pdata[i];
      const GlaArea *area = gla_catalogue_find_area (catalogue, grade->area);
      const char *scale = area != NULL ? gla_area_get_scale (area) : NULL;

      g_ptr_array_add (assessments, gla_assessment_new (&(GlaAssessment) {
        .patient = patient,
        .area = grade->area,
        .side = grade->side,
        .day = self->day,
        .rater = self->rater,
        .scale = scale != NULL ? scale : "fws",
        .at_rest = grade->at_rest,
        .at_maximum = grade->at_maximum,
        .reason = self->reason,
        .staff = staff,
        .note = self->note,
      }));
    }
  return assessments;
}

GPtrArray *
gla_follow_up_form_make_reports (const GlaFollowUpForm *self,
                                 const char            *patient,
                                 const char            *staff)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_report_unref);
  gboolean worn_off;

  g_return_val_if_fail (self != NULL && patient != NULL, reports);

  if (self->said == GLA_FOLLOW_UP_SAID_NOTHING)
    return reports;
  worn_off = self->said == GLA_FOLLOW_UP_SAID_WORN_OFF;
  g_ptr_array_add (reports, gla_report_new (&(GlaReport) {
    .patient = patient,
    .area = self->said_area,
    .kind = worn_off ? GLA_REPORT_WORN_OFF : GLA_REPORT_STILL_WORKING,
    .day = worn_off ? self->worn_off : self->day,
    .precision = worn_off ? self->worn_off_precision : GLA_DAY_EXACT,
    .told_on = self->day,
    .staff = staff,
    .note = self->grades->len == 0 ? self->note : NULL,
  }));
  return reports;
}

GPtrArray *
gla_follow_up_form_make_ratings (const GlaFollowUpForm *self,
                                 const char            *patient,
                                 const char            *staff,
                                 GlaCatalogue          *catalogue)
{
  GPtrArray *ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_rating_unref);

  g_return_val_if_fail (self != NULL && patient != NULL && catalogue != NULL, ratings);

  for (GlaRatingQuestion i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    {
      const char *scale = gla_rating_question_get_scale (i);

      if (self->ratings[i] == GLA_GRADE_UNKNOWN)
        continue;
      g_ptr_array_add (ratings, gla_rating_new (&(GlaRating) {
        .patient = patient,
        .day = self->day,
        .rater = gla_rating_question_get_rater (i),
        .scale = scale,
        .grade = self->ratings[i],
        .word = gla_rating_find_word (catalogue, scale, self->ratings[i]),
        .staff = staff,
        .note = self->grades->len == 0 && self->said == GLA_FOLLOW_UP_SAID_NOTHING ? self->note
                                                                                 : NULL,
      }));
    }
  return ratings;
}

char *
gla_follow_up_form_to_draft (const GlaFollowUpForm *self)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (self != NULL, NULL);

  gla_draft_put_day (file, GROUP, "day", self->day);
  g_key_file_set_integer (file, GROUP, "reason", (int) self->reason);
  g_key_file_set_integer (file, GROUP, "rater", (int) self->rater);
  g_key_file_set_integer (file, GROUP, "said", (int) self->said);
  gla_draft_put_text (file, GROUP, "said-area", self->said_area);
  gla_draft_put_day (file, GROUP, "worn-off", self->worn_off);
  g_key_file_set_integer (file, GROUP, "worn-off-precision", (int) self->worn_off_precision);
  gla_draft_put_text (file, GROUP, "note", self->note);
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    g_key_file_set_integer (file, GROUP, rating_keys[i], self->ratings[i]);
  for (guint i = 0; i < self->grades->len; i++)
    {
      const GlaFollowUpGrade *grade = self->grades->pdata[i];
      g_autofree char *group = g_strdup_printf ("grade %u", i);

      g_key_file_set_string (file, group, "area", grade->area);
      g_key_file_set_integer (file, group, "side", (int) grade->side);
      g_key_file_set_integer (file, group, "at-rest", grade->at_rest);
      g_key_file_set_integer (file, group, "at-maximum", grade->at_maximum);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

GlaFollowUpForm *
gla_follow_up_form_from_draft (const char *text)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  GlaFollowUpForm *self;

  if (file == NULL)
    return NULL;

  self = gla_follow_up_form_new (gla_draft_get_day (file, GROUP, "day"));
  self->reason = (GlaVisitReason) gla_draft_get_number (file, GROUP, "reason",
                                                         GLA_VISIT_REASON_WORE_OFF);
  self->rater = (GlaRater) gla_draft_get_number (file, GROUP, "rater", GLA_RATER_PATIENT);
  self->said = (GlaFollowUpSaid) gla_draft_get_number (file, GROUP, "said",
                                                        GLA_FOLLOW_UP_SAID_WORN_OFF);
  self->said_area = gla_draft_dup_text (file, GROUP, "said-area");
  self->worn_off = gla_draft_get_day (file, GROUP, "worn-off");
  self->worn_off_precision =
    (GlaDayPrecision) gla_draft_get_number (file, GROUP, "worn-off-precision", GLA_DAY_YEAR);
  self->note = gla_draft_dup_text (file, GROUP, "note");
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    self->ratings[i] = gla_draft_get_grade (file, GROUP, rating_keys[i]);
  for (guint i = 0;; i++)
    {
      g_autofree char *group = g_strdup_printf ("grade %u", i);
      g_autofree char *area = gla_draft_dup_text (file, group, "area");

      if (area == NULL)
        return self;
      gla_follow_up_form_add_side (self, area,
                                   (GlaSide) gla_draft_get_number (file, group, "side",
                                                                   GLA_SIDE_MIDDLE),
                                   gla_draft_get_grade (file, group, "at-rest"),
                                   gla_draft_get_grade (file, group, "at-maximum"));
    }
}

const GlaCycle *
gla_follow_up_find_cycle (const GlaCycles *cycles,
                          const char      *area,
                          GlaDay           day)
{
  const GlaCycle *found = NULL;

  g_return_val_if_fail (cycles != NULL && area != NULL, NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (g_str_equal (cycle->area, area) && cycle->day < day)
        found = cycle;
    }
  return found;
}

GStrv
gla_follow_up_list_areas (const GlaCycles *cycles,
                          GlaDay           day)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GlaDay last = GLA_DAY_NONE;

  g_return_val_if_fail (cycles != NULL, NULL);

  for (guint i = 0; i < cycles->areas->len; i++)
    {
      const GlaCycle *cycle = gla_follow_up_find_cycle (cycles, cycles->areas->pdata[i], day);

      if (cycle != NULL)
        last = MAX (last, cycle->day);
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < cycles->areas->len; i++)
      {
        const char *area = cycles->areas->pdata[i];
        const GlaCycle *cycle = gla_follow_up_find_cycle (cycles, area, day);

        if (cycle != NULL && (cycle->day == last) == (pass == 0))
          g_strv_builder_add (builder, area);
      }
  return g_strv_builder_end (builder);
}

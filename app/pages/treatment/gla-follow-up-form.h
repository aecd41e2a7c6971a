/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-history.h"
#include "gla-rating-words.h"

G_BEGIN_DECLS

/** GlaFollowUpGrade: one area, or one side of it, as it was graded. */
typedef struct
{
  char *area;
  GlaSide side;
  int at_rest;
  int at_maximum;
} GlaFollowUpGrade;

/** GlaFollowUpSaid: what the patient says of the effect. */
typedef enum
{
  GLA_FOLLOW_UP_SAID_NOTHING,
  GLA_FOLLOW_UP_SAID_STILL_WORKING,
  GLA_FOLLOW_UP_SAID_WORN_OFF,
} GlaFollowUpSaid;

/**
 * GlaFollowUpForm:
 *
 * What a person fills in about one follow-up, without a widget.
 */
typedef struct
{
  GlaDay day;
  GlaVisitReason reason;
  GlaRater rater;
  GPtrArray *grades;           /* (element-type GlaFollowUpGrade) */
  GlaFollowUpSaid said;
  char *said_area;             /* catalogue key, NULL: all areas */
  GlaDay worn_off;
  GlaDayPrecision worn_off_precision;
  int ratings[GLA_N_RATING_QUESTIONS];  /* GLA_GRADE_UNKNOWN: not asked */
  char *note;
} GlaFollowUpForm;

GlaFollowUpForm *gla_follow_up_form_new            (GlaDay                  today);
void             gla_follow_up_form_free           (GlaFollowUpForm        *self);

void             gla_follow_up_form_add_grade      (GlaFollowUpForm        *self,
                                                    const char             *area,
                                                    int                     at_rest,
                                                    int                     at_maximum);

/** gla_follow_up_form_add_side: the same of one side. */
void             gla_follow_up_form_add_side       (GlaFollowUpForm        *self,
                                                    const char             *area,
                                                    GlaSide                 side,
                                                    int                     at_rest,
                                                    int                     at_maximum);

/** gla_follow_up_form_is_empty: nothing was filled in that would be missed. */
gboolean         gla_follow_up_form_is_empty       (const GlaFollowUpForm  *self);

/** gla_follow_up_form_find_fault: (transfer full) (nullable): what keeps it from being saved. */
char            *gla_follow_up_form_find_fault     (const GlaFollowUpForm  *self,
                                                    const GlaHistory       *history,
                                                    GlaDay                  today);

/** gla_follow_up_form_make_assessments: (transfer full) (element-type GlaAssessment) */
GPtrArray       *gla_follow_up_form_make_assessments (const GlaFollowUpForm *self,
                                                      const char            *patient,
                                                      const char            *staff,
                                                      GlaCatalogue          *catalogue);

/** gla_follow_up_form_make_reports: (transfer full) (element-type GlaReport): none or one. */
GPtrArray       *gla_follow_up_form_make_reports   (const GlaFollowUpForm  *self,
                                                    const char             *patient,
                                                    const char             *staff);

/** gla_follow_up_form_make_ratings: (transfer full) (element-type GlaRating): what was answered. */
GPtrArray       *gla_follow_up_form_make_ratings   (const GlaFollowUpForm  *self,
                                                    const char             *patient,
                                                    const char             *staff,
                                                    GlaCatalogue           *catalogue);

/** gla_follow_up_form_to_draft: (transfer full); gla_follow_up_form_from_draft: NULL if it is none. */
char            *gla_follow_up_form_to_draft       (const GlaFollowUpForm  *self);
GlaFollowUpForm *gla_follow_up_form_from_draft     (const char             *text);

/**
 * gla_follow_up_list_areas:
 *
 * Areas that a follow-up on @day can judge: those treated before it, the ones
 * of the last treatment first.
 *
 * Returns: (transfer full): catalogue keys
 */
GStrv            gla_follow_up_list_areas          (const GlaCycles        *cycles,
                                                    GlaDay                  day);

/** gla_follow_up_find_cycle: (nullable): the cycle of @area that a follow-up on @day judges. */
const GlaCycle  *gla_follow_up_find_cycle          (const GlaCycles        *cycles,
                                                    const char             *area,
                                                    GlaDay                  day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFollowUpForm, gla_follow_up_form_free)

G_END_DECLS

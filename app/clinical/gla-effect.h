/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_EFFECT_OPEN: the day of wear-off is not known (infinite). */
#define GLA_EFFECT_OPEN G_MAXINT

/** GLA_EFFECT_NO_DAY: there is no such day or number. */
#define GLA_EFFECT_NO_DAY (-1)

/**
 * GlaEffectStatus:
 * @GLA_EFFECT_NO_INFORMATION: (0, open]: nothing is known about the end
 * @GLA_EFFECT_STILL_SEEN: (L, open], L > 0: censored at the last confirmed effect
 * @GLA_EFFECT_GONE_BY: (0, R]: gone when first looked at
 * @GLA_EFFECT_ENDED: (L, R]: ended in between
 * @GLA_EFFECT_NOT_SEEN: graded without effect by day 45, never with: non-response
 *
 * What is known about the duration of one effect (statistics, section 1.4:
 * NOINFO, RIGHT, LEFT, INTERVAL, NONRESPONSE).
 */
typedef enum
{
  GLA_EFFECT_NO_INFORMATION,
  GLA_EFFECT_STILL_SEEN,
  GLA_EFFECT_GONE_BY,
  GLA_EFFECT_ENDED,
  GLA_EFFECT_NOT_SEEN,
} GlaEffectStatus;

/**
 * GLA_EFFECT_REPORTED:
 *
 * In place of a grade: the patient said that it was still working. Counts as an
 * effect whatever the baseline, and never for the peak (statistics, section 1.4).
 */
#define GLA_EFFECT_REPORTED (-1)

/** GlaGrading: the grade at maximum contraction on a day counted from the injection. */
typedef struct
{
  int day;
  int grade;
} GlaGrading;

/**
 * GlaEffectInput:
 *
 * What was recorded about one treatment of one area. Days count from day 0, the
 * day of the injection.
 */
typedef struct
{
  int baseline;                 /* grade B before treatment, 0 if it can't be told from grades:
                                   then only what the patient reported counts */
  const GlaGrading *gradings;   /* in any order */
  gsize n_gradings;
  int worn_off_day;             /* day the patient named, or GLA_EFFECT_NO_DAY */
  int worn_off_half_width;      /* 0: that very day; 7: about; more for a month or a year */
  int next_treatment_day;       /* next treatment of the area, or GLA_EFFECT_NO_DAY */
  int wore_off_visit_day;       /* first visit made because it wore off, or GLA_EFFECT_NO_DAY */
  int symptom_window;           /* days in which a worn-off visit places the end: 45, a setting */
  int touch_up_day;             /* day of the last touch-up, 0 if there was none */
} GlaEffectInput;

/** GlaEffect: the effect and its end as an interval (left, right] in days from the injection. */
typedef struct
{
  GlaEffectStatus status;
  int left;              /* effect last confirmed on this day, 0 if never */
  int right;             /* first day without effect at the latest, or GLA_EFFECT_OPEN */
  gboolean reversal;     /* a later effect overruled an earlier "gone" */
  gboolean conflict;     /* grades and the patient's report can't both be right; grades win */
  gboolean assumed_left; /* left comes from the window before a visit made because it wore off */
  int onset_after;       /* onset lies in (onset_after, onset_by], or GLA_EFFECT_NO_DAY */
  int onset_by;
  int peak_improvement;  /* grades better than baseline at best on days 7-60, below 0 for worse;
                            means nothing without a peak_day */
  int peak_day;          /* first day of that grade, or GLA_EFFECT_NO_DAY */
} GlaEffect;

/**
 * gla_effect_compute:
 *
 * From records to an interval: the rules of statistics, sections 1.2 to 1.4.
 *
 * A grade without effect, or a visit made because it wore off, on or before the
 * day of the last touch-up says nothing about the end of the two together: it
 * makes neither a non-response nor an end.
 */
void        gla_effect_compute          (const GlaEffectInput *input,
                                         GlaEffect            *effect);

/** gla_effect_status_to_key: NOINFO, RIGHT, LEFT, INTERVAL or NONRESPONSE, for files. */
const char *gla_effect_status_to_key    (GlaEffectStatus       status);

G_END_DECLS

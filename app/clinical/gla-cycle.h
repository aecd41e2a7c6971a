/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-effect.h"
#include "gla-history.h"

G_BEGIN_DECLS

/** GlaBaselineKind: where the grade before treatment comes from. */
typedef enum
{
  GLA_BASELINE_MISSING,   /* never graded: the effect can't be told from grades */
  GLA_BASELINE_RECORDED,  /* graded on or before the day of injection, in this cycle */
  GLA_BASELINE_CARRIED,   /* the one of the cycle before is worse and at most 730 days old */
} GlaBaselineKind;

/** GlaTouchUp: a re-injection within the booster window, merged into its cycle. */
typedef struct
{
  const GlaTreatment *treatment;
  int day;          /* from day 0 of the cycle */
  GlaUnits units;   /* of the cycle's product */
} GlaTouchUp;

/** GlaCycleGrading: a grade and the row it comes from. */
typedef struct
{
  const GlaAssessment *assessment;
  int day;          /* from day 0; 0 or less for the baseline */
} GlaCycleGrading;

/** GlaCycleReport: what the patient said and the row it comes from. */
typedef struct
{
  const GlaReport *report;
  int day;
} GlaCycleReport;

/**
 * GlaCycle:
 *
 * One area in one treatment with its touch-ups: what an effect belongs to. All
 * pointers are owned by the #GlaCycles and its history.
 */
typedef struct
{
  const GlaTreatment *treatment;
  const char *area;            /* catalogue key */
  GlaSide side;                /* sides injected: one, or both */
  GlaDay day;                  /* day 0 */
  GlaDayPrecision precision;
  const char *product;         /* catalogue key, NULL: unknown or several */
  gboolean mixed_products;     /* several products in this area on that day */
  GlaUnits units;              /* of that product, touch-ups included; unknown if any part is */
  GlaUnits first_units;        /* without touch-ups */
  int points;                  /* 0: not known */
  GPtrArray *injections;       /* (element-type GlaInjection), touch-ups last */
  GArray *touch_ups;           /* (element-type GlaTouchUp) */
  GArray *gradings;            /* (element-type GlaCycleGrading), by day, baseline first */
  GArray *reports;             /* (element-type GlaCycleReport), by day */
  GlaBaselineKind baseline_kind;
  int baseline;                /* grade at maximum contraction, 0 if missing */
  const GlaAssessment *baseline_row; /* where it was recorded, or NULL */
  const char *scale;           /* catalogue key of the scale of the baseline, NULL if missing */
  GlaEffect effect;
  GlaDay next_day;             /* next cycle of this area, GLA_DAY_NONE if none */
  const GlaTreatment *next;    /* its treatment, or NULL */
  const GlaExposure *elsewhere; /* treatment elsewhere of this area before the next one, or NULL */
  gboolean running;            /* the last of its area and its end is not known */
  gboolean reviewed;           /* graded from @judge_from to @review_until */
  int review_day;              /* the first such day whose grade can be compared with the grade
                                  before, or GLA_EFFECT_NO_DAY */
  int review_improvement;      /* grades better than before on that day, of the worse row */
  GlaDay judge_from;           /* day 14: before it nothing can be judged */
  GlaDay review_until;         /* day 42: until it the peak can be judged */
  GlaDay label_end;            /* from when the label allows the next one, or GLA_DAY_NONE */
  gboolean inside_label;       /* injected before the label interval of the cycle before was over */
} GlaCycle;

/**
 * GlaCycles:
 *
 * All cycles of one history, and what they were made from. Immutable and
 * reference-counted; may be read from several threads.
 */
typedef struct
{
  GlaHistory *history;
  GlaCatalogue *catalogue;
  GPtrArray *cycles;     /* (element-type GlaCycle): in the order of the areas, then by day */
  GPtrArray *areas;      /* (element-type utf8): keys of the areas treated, in the same order */
  GlaDay today;
} GlaCycles;

/** GlaCycleSettings: constants of the clinic; start from gla_cycle_settings_init(). */
typedef struct
{
  int touch_up_window;   /* days, 28 (statistics, section 1.3) */
  int symptom_window;    /* days, 45 (statistics, section 1.4) */
  int baseline_window;   /* days, 730 (statistics, section 1.1) */
  int judge_from;        /* days, 14 (constants, assess_min) */
  int review_until;      /* days, 42 (constants, assess_max_peak) */
  int response_min;      /* grades better that make a response (constants, response_grade_min) */
  double comparable;     /* how far doses may be apart to be compared (constants, dose_comparable) */
  int due_horizon;       /* days, 400: treated longer ago, not listed as due */
  int least_judged;      /* 5: fewer judged at a review, "too few" (competition, N12) */
  const char *region;    /* whose label applies: "us", "eu", "uk", "kr", "cn" */
} GlaCycleSettings;

/** gla_cycle_settings_init: the values of @catalogue; the region is "eu". */
void        gla_cycle_settings_init  (GlaCycleSettings       *settings,
                                      GlaCatalogue           *catalogue);

/** gla_cycle_settings_init_with: the values that hold in the clinic; the region is "eu". */
void        gla_cycle_settings_init_with (GlaCycleSettings   *settings,
                                          const GlaConstants *constants);

/**
 * gla_cycle_settings_to_text: (transfer full): all of them in one line.
 *
 * What was worked out by other settings has another text, and is worked out anew.
 */
char       *gla_cycle_settings_to_text (const GlaCycleSettings *settings);

/** gla_cycle_settings_get_region: the region whose label applies; any region for an unknown one. */
GlaRegion   gla_cycle_settings_get_region (const GlaCycleSettings *settings);

/**
 * gla_cycles_new:
 * @today: what is after it is left out
 *
 * Turns a history into cycles (statistics, section 1). Where that section leaves
 * a choice:
 *
 * - A second session of an area is a touch-up if its product is known and the
 *   same and both days are known to a week. Sessions of one day are one.
 * - A grade is what the area looked like on its day, so its day alone decides to
 *   which cycle it belongs. Of several on one day the practitioner's count, the
 *   patient's only without them, and of these the worst; an untreated side does
 *   not count. Scales are compared each with its own baseline.
 * - Grades up to the end of the review window of the cycle before judge that
 *   cycle and are no baseline of the next, unless taken on its very day.
 * - Of several reports that it wore off, one of this area goes before one of all
 *   areas, a better known day before a vaguer one, and then the one told first.
 * - A treatment elsewhere of the same area, unless a guess or known to a year
 *   only, ends a cycle like one here.
 * - Days count from the recorded day of a treatment, also if that is inexact;
 *   the words on durations widen what they say by that doubt.
 *
 * Returns: (transfer full): the cycles; they hold @history and @catalogue
 */
GlaCycles  *gla_cycles_new           (GlaHistory             *history,
                                      GlaCatalogue           *catalogue,
                                      const GlaCycleSettings *settings,
                                      GlaDay                  today);
GlaCycles  *gla_cycles_ref           (const GlaCycles        *self);
void        gla_cycles_unref         (GlaCycles              *self);

/** gla_cycles_find: (nullable): the cycle of @area that @treatment began or touched up. */
const GlaCycle *gla_cycles_find      (const GlaCycles        *self,
                                      const char             *treatment,
                                      const char             *area);

/**
 * gla_cycle_describe:
 *
 * One line for people and screen readers, such as "Glabella, 20 units of Botox,
 * 4 March 2026, seen working at day 15 and day 84, gone by day 112."
 */
char       *gla_cycle_describe       (const GlaCycle         *self,
                                      GlaCatalogue           *catalogue);

/**
 * gla_cycle_describe_duration:
 *
 * "between 91 and 130 days", "about 112 days", "at least 84 days", "not seen
 * working", "gone by day 120", or "not known" (statistics, section 1.5).
 */
char       *gla_cycle_describe_duration (const GlaCycle      *self);

/** gla_cycle_describe_weeks: the same in short for a picture: "16-19 wk", "12+ wk", "NS". */
char       *gla_cycle_describe_weeks (const GlaCycle         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCycles, gla_cycles_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle.h"

G_BEGIN_DECLS

/*
 * The way from a history to cycles: gla-cycle-build.c sorts the rows of the
 * history into areas and sessions and joins touch-ups; gla-cycle-report.c gives
 * each report to its cycles; gla-cycle-judge.c finds the effect of each cycle of
 * an area, against the baselines of gla-cycle-baseline.c; gla-cycle.c keeps the
 * result.
 */

/* All rows of one area that was treated. */
typedef struct
{
  const char *key;
  const char *scale;       /* what grades without a scale are on, never NULL */
  int order;               /* on the timeline */
  GPtrArray *cycles;       /* (element-type GlaCycle) (transfer full): by day */
  GPtrArray *assessments;  /* (element-type GlaAssessment): by day */
  GPtrArray *exposures;    /* (element-type GlaExposure): by day */
} GlaCycleArea;

typedef struct
{
  GlaHistory *history;
  GHashTable *treatments;  /* (element-type utf8 GlaTreatment): with a day, up to today */
  GlaCatalogue *catalogue;
  const GlaCycleSettings *settings;
  GlaRegion region;
  GlaDay today;
} GlaCycleContext;

void        gla_cycle_free            (GlaCycle              *self);
void        gla_cycle_area_free       (GlaCycleArea          *self);

/* (transfer full) (element-type GlaCycleArea): in the order of the catalogue. */
GPtrArray  *gla_cycle_build_areas     (const GlaCycleContext *context);

/* Whether the session @id put something into this cycle. */
gboolean    gla_cycle_has_treatment   (const GlaCycle        *self,
                                       const char            *id);

/* The day of the last injection: of the last touch-up, or day 0. */
GlaDay      gla_cycle_get_last_day    (const GlaCycle        *self);

/* Gives each report to the cycles that it speaks of. */
void        gla_cycle_attach_reports  (const GlaCycleContext *context,
                                       GPtrArray             *areas);

/* Fills in all that follows from the rows: baseline, gradings, effect, label. */
void        gla_cycle_judge_area      (const GlaCycleContext *context,
                                       GlaCycleArea          *area);

/* Half the width in days of what a date of this precision can mean. */
int         gla_cycle_half_width      (GlaDayPrecision        precision);

/* Whether a day is known to about a week, so that days counted from it mean something. */
gboolean    gla_cycle_is_dated        (GlaDayPrecision        precision);

/*
 * The grade before treatment on one scale. Grades of several scales never meet:
 * each is compared with the baseline of its own, and only the improvement counts.
 */
typedef struct
{
  const char *scale;
  GlaScaleDirection direction;
  int low;                     /* ends of the scale */
  int high;
  GlaBaselineKind kind;
  int grade;
  const GlaAssessment *row;
  GlaDay recorded_on;          /* last graded before this treatment, or GLA_DAY_NONE */
} GlaBaseline;

/* Makes the baselines of the cycle at @index out of those of the one before it. */
void        gla_baselines_advance     (GArray                *baselines,
                                       const GlaCycleContext *context,
                                       const GlaCycleArea    *area,
                                       guint                  index);

/* (nullable): of the scale of @assessment. */
const GlaBaseline *gla_baselines_find (const GArray          *baselines,
                                       const GlaCycleArea    *area,
                                       const GlaAssessment   *assessment);

/* (nullable): on the usual scale of the area, else on the one graded last. */
const GlaBaseline *gla_baselines_get_main (const GArray       *baselines,
                                           const GlaCycleArea *area);

/* By how many grades it can get better: 0 if there was no line to treat. */
int         gla_baseline_get_room     (const GlaBaseline     *self);

/* By how many grades @grade is better, below 0 for worse. */
int         gla_baseline_improvement  (const GlaBaseline     *self,
                                       int                    grade);

/* Index of the first row of the area after @day. */
guint       gla_cycle_area_rows_after (const GlaCycleArea    *area,
                                       GlaDay                 day);

/* Whether row @index grades a side that was treated, and no better rater graded that day. */
gboolean    gla_cycle_counts_row      (const GlaCycle        *self,
                                       const GlaCycleArea    *area,
                                       guint                  index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCycleArea, gla_cycle_area_free)

G_END_DECLS

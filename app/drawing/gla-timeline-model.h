/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-estimate.h"

G_BEGIN_DECLS

/** GLA_TIMELINE_NO_DAY: there is no such stretch. */
#define GLA_TIMELINE_NO_DAY (-1)

/** GlaTimelineVisit: grades of one area on one day by one rater. */
typedef struct
{
  const GlaAssessment *assessment;
  int low;    /* range of its scale */
  int high;
} GlaTimelineVisit;

/** GlaTimelineUsual: how long 8 in 10 such treatments usually last, in days. */
typedef struct
{
  int from;
  int to;
} GlaTimelineUsual;

/** GlaTimelineTouchUp: a touch-up and the words beside it. */
typedef struct
{
  const GlaTreatment *treatment;
  int day;       /* from day 0 */
  char *units;
} GlaTimelineTouchUp;

/**
 * GlaTimelineCycle:
 *
 * What is drawn of one cycle: stretches in days from day 0 and words. Only what
 * was observed is "seen"; what the patient said or a rule gives is "told".
 */
typedef struct
{
  const GlaCycle *cycle;
  char *units;         /* "20 ONA", with the side where only one was treated */
  char *units_short;   /* "20"; NULL where the code must not be left out */
  char *lots;          /* "C4821A2"; "?" for one not known */
  gboolean lot_changed;/* another lot than in the cycle before of this area */
  char *early;         /* "18 d early" when inside the label interval, or NULL */
  char *weeks;         /* "16–19 wk", or NULL */
  char *weeks_short;   /* "16–19", or NULL */
  GArray *touch_ups;   /* (element-type GlaTimelineTouchUp) */
  int seen_from;       /* first and last visit with effect */
  int seen_to;
  int told_to;         /* effect up to here is told, behind what was seen */
  int ending_from;     /* the end lies between these */
  int ending_to;
  int label_to;        /* end of the label interval */
  gboolean still;      /* working when last seen or heard of */
  gboolean not_seen;   /* not seen working */
  gboolean missing;    /* no grade on day 14 to 42, and that time is over */
  int usual_from;      /* the usual range of its product and area, 8 in 10; days from day 0 */
  int usual_to;
  const GlaEstimate *estimate; /* when it will wear off, or NULL */
  int end;             /* last day that anything of it is drawn on */
} GlaTimelineCycle;

/** GlaTimelineRow: one area with everything that happened to it. */
typedef struct
{
  const char *area;        /* catalogue key; NULL: no area recorded */
  char *name;
  GPtrArray *cycles;       /* (element-type GlaTimelineCycle), by day */
  GArray *visits;          /* (element-type GlaTimelineVisit), by day */
  GPtrArray *exposures;    /* (element-type GlaExposure) */
  GPtrArray *events;       /* (element-type GlaAdverseEvent) */
} GlaTimelineRow;

/**
 * GlaTimelineModel:
 *
 * What a timeline of one patient shows, without a place or size: rows in the
 * fixed order of the catalogue, areas without anything left out. Immutable and
 * reference-counted; may be read from several threads.
 */
typedef struct
{
  GlaCycles *cycles;
  GlaCatalogue *catalogue;
  GPtrArray *estimates;    /* (element-type GlaEstimate), or NULL */
  GPtrArray *rows;         /* (element-type GlaTimelineRow) */
  GlaDay first;            /* of anything recorded, today if nothing is */
  GlaDay last;             /* not before today */
  gboolean has_exposures;
  gboolean has_events;
} GlaTimelineModel;

GlaTimelineModel       *gla_timeline_model_new      (GlaCycles        *cycles,
                                                     GlaCatalogue     *catalogue);

/**
 * gla_timeline_model_new_with_estimates:
 * @estimates: (nullable) (element-type GlaEstimate): of the running ones among @cycles
 * @usual: (nullable) (element-type GlaTimelineUsual): for each of @cycles, in their order
 *
 * The same with what is expected; without either nothing of that is shown.
 */
GlaTimelineModel       *gla_timeline_model_new_with_estimates
                                                    (GlaCycles        *cycles,
                                                     GlaCatalogue     *catalogue,
                                                     GPtrArray        *estimates,
                                                     const GArray     *usual);
GlaTimelineModel       *gla_timeline_model_ref      (GlaTimelineModel *self);
void                    gla_timeline_model_unref    (GlaTimelineModel *self);

/** gla_timeline_dup_area_name: (transfer full): in the user's language, or the key. */
char                   *gla_timeline_dup_area_name  (GlaCatalogue     *catalogue,
                                                     const char       *area);

/** gla_timeline_dup_amount: (transfer full): "20 ONA"; "? ONA" or "20 ?" for what is not known. */
char                   *gla_timeline_dup_amount     (GlaCatalogue     *catalogue,
                                                     const char       *product,
                                                     GlaUnits          units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTimelineModel, gla_timeline_model_unref)

G_END_DECLS

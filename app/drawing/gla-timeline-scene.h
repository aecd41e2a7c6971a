/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-text.h"
#include "gla-timeline-model.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

/**
 * GlaTimelineItemKind:
 *
 * Everything that is drawn, in the order in which it is painted.
 */
typedef enum
{
  GLA_TIMELINE_ITEM_BAND,           /* behind the row in focus */
  GLA_TIMELINE_ITEM_GRID,           /* line of the axis; value 1: start of a year */
  GLA_TIMELINE_ITEM_TICK,           /* words of the axis */
  GLA_TIMELINE_ITEM_RULE,           /* foot of a row */
  GLA_TIMELINE_ITEM_NAME,           /* name of an area; value 1: in focus */
  GLA_TIMELINE_ITEM_HIGHLIGHT_NAME, /* what a highlight stands for */
  GLA_TIMELINE_ITEM_CAPTION,        /* smaller words in the column of names */
  GLA_TIMELINE_ITEM_USUAL,          /* usual range of weeks in the strip */
  GLA_TIMELINE_ITEM_LEVEL,          /* line of weeks in the strip */
  GLA_TIMELINE_ITEM_LEVEL_NAME,
  GLA_TIMELINE_ITEM_WAITING,        /* injection to first visit with effect */
  GLA_TIMELINE_ITEM_NOT_JUDGEABLE,  /* days 0 to 14 */
  GLA_TIMELINE_ITEM_TOLD,
  GLA_TIMELINE_ITEM_SEEN,           /* value: 0, or its highlight from 1; 7 for all others */
  GLA_TIMELINE_ITEM_ENDING,
  GLA_TIMELINE_ITEM_LIKELY_80,      /* estimate: 8 in 10 wear off in here; value:
                                       GlaTimelineLikely */
  GLA_TIMELINE_ITEM_LIKELY_50,      /* half of them; value as above */
  GLA_TIMELINE_ITEM_STILL,          /* open arrow */
  GLA_TIMELINE_ITEM_NOT_SEEN,       /* box with letters */
  GLA_TIMELINE_ITEM_LABEL_INTERVAL, /* bracket */
  GLA_TIMELINE_ITEM_DOUBT,          /* stretch in which an inexact date lies */
  GLA_TIMELINE_ITEM_LOT,            /* hair line; value 1: lot not known */
  GLA_TIMELINE_ITEM_LOT_CODE,
  GLA_TIMELINE_ITEM_TODAY,          /* line; its text stands in the foot */
  GLA_TIMELINE_ITEM_MISSING,        /* "?" where a follow-up is missing */
  GLA_TIMELINE_ITEM_JOIN,           /* from a touch-up to its parent */
  GLA_TIMELINE_ITEM_INJECTION,
  GLA_TIMELINE_ITEM_TOUCH_UP,
  GLA_TIMELINE_ITEM_ELSEWHERE,
  GLA_TIMELINE_ITEM_GRADE,          /* at maximum contraction; value: the grade */
  GLA_TIMELINE_ITEM_GRADE_REST,
  GLA_TIMELINE_ITEM_GRADE_PATIENT,  /* at maximum contraction, patient's own */
  GLA_TIMELINE_ITEM_REPORT,         /* said by the patient; value: GlaReportKind */
  GLA_TIMELINE_ITEM_ADVERSE,
  GLA_TIMELINE_ITEM_WEEKS_RANGE,    /* duration in the strip; value: GlaEffectStatus */
  GLA_TIMELINE_ITEM_WEEKS_LIKELY,   /* estimate from the own history in the strip */
  GLA_TIMELINE_ITEM_UNITS,          /* value 1: in tiny letters */
  GLA_TIMELINE_ITEM_EARLY,
  GLA_TIMELINE_ITEM_WEEKS,
  GLA_TIMELINE_ITEM_JUDGE,          /* "judge from 26 Oct" */
  GLA_TIMELINE_ITEM_LIKELY_TITLE,   /* says that the bands are an estimate */
  GLA_N_TIMELINE_ITEMS,
} GlaTimelineItemKind;

/**
 * GlaTimelineLikely:
 * @GLA_TIMELINE_LIKELY_EARLY: before the day from which a treatment may be planned: grey
 * @GLA_TIMELINE_LIKELY_START: the band begins here
 * @GLA_TIMELINE_LIKELY_END: the band ends here
 *
 * A part of the band of an estimate.
 */
typedef enum
{
  GLA_TIMELINE_LIKELY_EARLY = 1 << 0,
  GLA_TIMELINE_LIKELY_START = 1 << 1,
  GLA_TIMELINE_LIKELY_END = 1 << 2,
} GlaTimelineLikely;

/**
 * GlaTimelineItem:
 *
 * One drawn thing. Places are in units of the drawing from its upper left
 * corner, already mirrored for languages that run from right to left.
 */
typedef struct
{
  GlaTimelineItemKind kind;
  double x;
  double y;
  double width;
  double height;
  int row;                        /* index in the model's rows, -1 for none */
  int value;
  const char *text;
  const GlaTimelineCycle *cycle;  /* or NULL */
  GlaTimelineRecord record_kind;
  gconstpointer record;           /* the record it is drawn from, of record_kind */
} GlaTimelineItem;

/**
 * GlaTimelineStop:
 *
 * A thing that can be reached by keyboard: a cycle, a treatment elsewhere or an
 * adverse event. Stops of one row follow each other by day. The place may lie
 * outside of what is in view.
 */
typedef struct
{
  int row;
  GlaDay day;
  double x;
  double y;
  double width;
  double height;
  const GlaTimelineCycle *cycle;
  const GlaExposure *exposure;
  const GlaAdverseEvent *event;
} GlaTimelineStop;

/**
 * GlaTimelineOptions:
 * @width: of the drawing
 * @from: first and last day in view: days since 1970, or since the injection
 * @since: with %GLA_TIMELINE_DAYS, cycles before this day are left out; or %GLA_DAY_NONE
 * @area: (nullable): area in focus
 * @focus: (nullable): cycle in focus: its words are never left out
 * @rtl: time runs from right to left
 * @paper: every lot is printed, nothing is rounded to pixels, no row is in focus
 * @highlight: what bars are told apart by
 * @strip: weeks of effect of the area in focus below the rows
 * @fold: areas without anything between @from and @to are left out
 * @first_row: first row of the model to lay out
 * @n_rows: how many rows, 0 for all: a sheet splits what a page can't hold
 */
typedef struct
{
  double width;
  double from;
  double to;
  GlaTimelineMode mode;
  GlaDay since;
  const char *area;
  const GlaCycle *focus;
  gboolean rtl;
  gboolean paper;
  GlaTimelineHighlight highlight;
  gboolean strip;
  gboolean fold;
  guint first_row;
  guint n_rows;
} GlaTimelineOptions;

/**
 * GlaTimelineScene:
 *
 * Where everything of a timeline is. The same scene is painted on screen and
 * paper, asked what lies under the pointer, and walked by keyboard. Reads only
 * its arguments: no clock, no settings.
 */
typedef struct
{
  GlaTimelineModel *model;
  GArray *items;          /* (element-type GlaTimelineItem), in the order of painting */
  GArray *stops;          /* (element-type GlaTimelineStop), row by row */
  GStringChunk *strings;
  GPtrArray *highlights;  /* (element-type utf8): values that are highlighted */
  double width;
  double height;
  double plot_x;          /* where time is drawn; mirrored like everything else */
  double plot_width;
  double plot_y;
  double plot_height;
  double from;
  double to;
  double per_day;
  double unit;            /* a fourteenth of the body text: what all measures are made of */
  GlaTimelineMode mode;
  gboolean rtl;
  gboolean paper;
} GlaTimelineScene;

/** gla_timeline_scene_new: lays out a model. */
GlaTimelineScene      *gla_timeline_scene_new         (GlaTimelineModel         *model,
                                                       GlaText                  *text,
                                                       const GlaTimelineOptions *options);
void                   gla_timeline_scene_free        (GlaTimelineScene         *self);

/** gla_timeline_scene_is_empty: whether no row is in it. */
gboolean               gla_timeline_scene_is_empty    (const GlaTimelineScene   *self);

/** gla_timeline_scene_get_x: place of a day on the axis. */
double                 gla_timeline_scene_get_x       (const GlaTimelineScene   *self,
                                                       double                    day);

/** gla_timeline_scene_get_day: day at a place; the inverse of gla_timeline_scene_get_x(). */
double                 gla_timeline_scene_get_day     (const GlaTimelineScene   *self,
                                                       double                    x);

/**
 * gla_timeline_scene_pick:
 * @slop: how far beside a thing still counts, for small marks
 *
 * Returns: (nullable): the topmost thing that stands for a record or cycle at a
 *   place; of several the nearest
 */
const GlaTimelineItem *gla_timeline_scene_pick        (const GlaTimelineScene   *self,
                                                       double                    x,
                                                       double                    y,
                                                       double                    slop);

/** gla_timeline_scene_find_stop: (out): index of the stop of @cycle; whether there is one. */
gboolean               gla_timeline_scene_find_stop   (const GlaTimelineScene   *self,
                                                       const GlaCycle           *cycle,
                                                       guint                    *stop);

/**
 * gla_timeline_scene_move:
 * @stop: where to start
 * @along: -1 or 1 for the stop before or after in the same row, 0 for none
 * @across: -1 or 1 for the nearest in time in the row above or below, 0 for none
 *
 * Returns: the stop to go to; @stop where there is none
 */
guint                  gla_timeline_scene_move        (const GlaTimelineScene   *self,
                                                       guint                     stop,
                                                       int                       along,
                                                       int                       across);

/** gla_timeline_scene_row_edge: first (@last %FALSE) or last stop in the row of @stop. */
guint                  gla_timeline_scene_row_edge    (const GlaTimelineScene   *self,
                                                       guint                     stop,
                                                       gboolean                  last);

/**
 * gla_timeline_range_get_span:
 * @from: (out): first day
 * @to: (out): last day
 * @since: (out): cycles before it are left out when aligned, or %GLA_DAY_NONE
 *
 * What a range shows of a model.
 */
void                   gla_timeline_range_get_span    (GlaTimelineRange          range,
                                                       const GlaTimelineModel   *model,
                                                       GlaTimelineMode           mode,
                                                       double                   *from,
                                                       double                   *to,
                                                       GlaDay                   *since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTimelineScene, gla_timeline_scene_free)

G_END_DECLS

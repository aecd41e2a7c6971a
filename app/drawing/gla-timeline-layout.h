/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-scene.h"

G_BEGIN_DECLS

/*
 * What the parts of the layout share. Private to the scene: everything here runs
 * from left to right and is mirrored at the end.
 */

typedef struct
{
  GlaTimelineScene *scene;
  GlaText *text;
  const GlaTimelineOptions *options;
  GlaDay today;
  double u;              /* scene->unit */
} GlaTimelineLayout;

/** GLA_TIMELINE_BAR: height of a bar on the calendar, in units. */
#define GLA_TIMELINE_BAR 18

/** GlaTimelineLane: a line on which words stand beside each other without touching. */
typedef struct
{
  double end;            /* where the last words ended */
  double keep_from;      /* kept free for the cycle in focus */
  double keep_to;
} GlaTimelineLane;

#define GLA_TIMELINE_LANE_INIT { -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE }

/** gla_timeline_layout_snap: to whole pixels, except on paper. */
double            gla_timeline_layout_snap   (const GlaTimelineLayout *layout,
                                              double                   value);

/** gla_timeline_layout_x: place of a day. */
double            gla_timeline_layout_x      (const GlaTimelineLayout *layout,
                                              double                   day);

/** gla_timeline_layout_sees: whether anything between two days is in view. */
gboolean          gla_timeline_layout_sees   (const GlaTimelineLayout *layout,
                                              double                   from,
                                              double                   to);

/** gla_timeline_layout_add: (transfer none): a new item, valid until the next. */
GlaTimelineItem  *gla_timeline_layout_add    (GlaTimelineLayout       *layout,
                                              GlaTimelineItemKind      kind,
                                              int                      row,
                                              double                   x,
                                              double                   y,
                                              double                   width,
                                              double                   height);

/** gla_timeline_layout_add_words: an item as large as its words, with its left end at @x. */
GlaTimelineItem  *gla_timeline_layout_add_words (GlaTimelineLayout       *layout,
                                                 GlaTimelineItemKind      kind,
                                                 int                      row,
                                                 const char              *words,
                                                 double                   x,
                                                 double                   y);

/** gla_timeline_layout_set_record: what an item was drawn from. */
void              gla_timeline_layout_set_record (GlaTimelineItem         *item,
                                                  const GlaTimelineCycle  *cycle,
                                                  GlaTimelineRecord        kind,
                                                  gconstpointer            record);

/** gla_timeline_layout_keep: keeps a stretch of a lane free for the cycle in focus. */
void              gla_timeline_lane_keep     (GlaTimelineLane         *lane,
                                              double                   x,
                                              double                   width);

/** gla_timeline_lane_take: takes a stretch of a lane if it is free. */
gboolean          gla_timeline_lane_take     (GlaTimelineLane         *lane,
                                              double                   x,
                                              double                   width,
                                              double                   gap,
                                              gboolean                 in_focus);

/** gla_timeline_item_get_style: letters of the kinds that are words. */
GlaTextStyle      gla_timeline_item_get_style (GlaTimelineItemKind kind);

/** gla_timeline_layout_name: the name of a row, its middle at @middle. */
void              gla_timeline_layout_name   (GlaTimelineLayout       *layout,
                                              int                      index,
                                              double                   middle);

/** gla_timeline_layout_injections: triangles and units of a row, above the bars at @bar. */
void              gla_timeline_layout_injections (GlaTimelineLayout    *layout,
                                                  int                   index,
                                                  double                bar);

/** gla_timeline_layout_row: one area along the calendar; returns its height. */
double            gla_timeline_layout_row    (GlaTimelineLayout       *layout,
                                              int                      index,
                                              double                   y);

/** gla_timeline_layout_visits: grades and reports of a row. */
void              gla_timeline_layout_visits (GlaTimelineLayout       *layout,
                                              int                      index,
                                              double                   y);

/** gla_timeline_layout_get_visits_height: of the lane of grades; 0 if the row has none. */
double            gla_timeline_layout_get_visits_height (GlaTimelineLayout    *layout,
                                                         const GlaTimelineRow *row);

/** gla_timeline_layout_effect: bar of a cycle: waiting, seen, told, ending, arrow, box. */
void              gla_timeline_layout_effect (GlaTimelineLayout       *layout,
                                              int                      index,
                                              const GlaTimelineCycle  *drawn,
                                              double                   day0,
                                              double                   y,
                                              double                   height);

/** gla_timeline_layout_estimate: bands in which a running cycle will probably wear off. */
void              gla_timeline_layout_estimate (GlaTimelineLayout      *layout,
                                                int                     index,
                                                const GlaTimelineCycle *drawn,
                                                double                  day0,
                                                double                  y,
                                                double                  height);

/** gla_timeline_layout_estimate_title: says that they are an estimate, where there is room. */
void              gla_timeline_layout_estimate_title (GlaTimelineLayout      *layout,
                                                      int                     index,
                                                      const GlaTimelineCycle *drawn,
                                                      double                  day0,
                                                      GlaTimelineLane        *lane,
                                                      double                  y);

/** gla_timeline_layout_days: cycles of a row, aligned to their injection; returns the height. */
double            gla_timeline_layout_days   (GlaTimelineLayout       *layout,
                                              int                      index,
                                              double                   y);

/** gla_timeline_layout_strip: weeks of effect of the area in focus; returns the height. */
double            gla_timeline_layout_strip  (GlaTimelineLayout       *layout,
                                              int                      index,
                                              double                   y);

G_END_DECLS

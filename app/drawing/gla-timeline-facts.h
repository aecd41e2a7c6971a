/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-scene.h"

G_BEGIN_DECLS

/** GlaTimelineFact: one row of the record in words, and where to find it. */
typedef struct
{
  GlaTimelineRecord kind;
  char *id;
  char *text;
} GlaTimelineFact;

/**
 * gla_timeline_dup_stop_label:
 *
 * Returns: (transfer full): what a screen reader says of a stop, such as
 *   "Glabella, 20 units of Botox, 4 March 2026, seen working at day 15 and day
 *   84, gone by day 112."
 */
char       *gla_timeline_dup_stop_label  (const GlaTimelineModel *model,
                                          const GlaTimelineStop  *stop);

/** gla_timeline_dup_item_label: (transfer full): the same for anything drawn, for its tooltip. */
char       *gla_timeline_dup_item_label  (const GlaTimelineModel *model,
                                          const GlaTimelineItem  *item);

/**
 * gla_timeline_facts_for_cycle:
 *
 * Returns: (transfer full) (element-type GlaTimelineFact): rows a cycle was made of, by day
 */
GPtrArray  *gla_timeline_facts_for_cycle (const GlaTimelineModel *model,
                                          const GlaCycle         *cycle);

/** gla_timeline_facts_for_record: (transfer full) (element-type GlaTimelineFact): one row. */
GPtrArray  *gla_timeline_facts_for_record (const GlaTimelineModel *model,
                                           GlaTimelineRecord       kind,
                                           gconstpointer           record);

/** gla_timeline_dup_grades: (transfer full): "2 at maximum contraction, 1 at rest". */
char       *gla_timeline_dup_grades      (const GlaAssessment    *assessment);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-model.h"

G_BEGIN_DECLS

/**
 * gla_timeline_cycle_new:
 * @before: (nullable): the cycle before of the same area
 *
 * Decides what is drawn of a cycle.
 */
GlaTimelineCycle *gla_timeline_cycle_new  (const GlaCycle         *cycle,
                                           const GlaTimelineCycle *before,
                                           GlaDay                  today,
                                           GlaCatalogue           *catalogue);

/** gla_timeline_cycle_set_outlook: adds what is expected; @estimates, @usual: (nullable). */
void              gla_timeline_cycle_set_outlook (GlaTimelineCycle       *self,
                                                  const GPtrArray        *estimates,
                                                  const GlaTimelineUsual *usual);
void              gla_timeline_cycle_free (gpointer                data);

G_END_DECLS

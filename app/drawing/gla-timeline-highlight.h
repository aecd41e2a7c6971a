/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-model.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

/** GLA_TIMELINE_MAX_HIGHLIGHTS: as many colours as can be told apart. */
#define GLA_TIMELINE_MAX_HIGHLIGHTS 6

/** gla_timeline_highlight_get_name: "Product", "Lot", … in the user's language. */
const char  *gla_timeline_highlight_get_name   (GlaTimelineHighlight     highlight);

/**
 * gla_timeline_highlight_dup_value:
 *
 * Returns: (transfer full): what a cycle is told apart by, in words
 */
char        *gla_timeline_highlight_dup_value  (const GlaTimelineModel  *model,
                                                const GlaTimelineCycle  *drawn,
                                                GlaTimelineHighlight     highlight);

/**
 * gla_timeline_highlight_dup_values:
 *
 * Returns: (transfer full) (element-type utf8): up to six values, those of most
 *   cycles first
 */
GPtrArray   *gla_timeline_highlight_dup_values (const GlaTimelineModel  *model,
                                                GlaTimelineHighlight     highlight);

G_END_DECLS

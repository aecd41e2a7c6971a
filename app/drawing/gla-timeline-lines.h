/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-model.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

/** GlaTimelineColumn: columns of the table twin, in their order. */
typedef enum
{
  GLA_TIMELINE_COLUMN_DATE,
  GLA_TIMELINE_COLUMN_AREA,
  GLA_TIMELINE_COLUMN_SIDE,
  GLA_TIMELINE_COLUMN_PRODUCT,
  GLA_TIMELINE_COLUMN_LOT,
  GLA_TIMELINE_COLUMN_UNITS,
  GLA_TIMELINE_COLUMN_SEEN,
  GLA_TIMELINE_COLUMN_GONE,
  GLA_TIMELINE_COLUMN_DURATION,
  GLA_TIMELINE_COLUMN_LIKELY,   /* of a model with estimates only */
  GLA_TIMELINE_COLUMN_GRADES,
  GLA_N_TIMELINE_COLUMNS,
} GlaTimelineColumn;

/** GlaTimelineLine: one line of the table: a cycle or a treatment elsewhere. */
typedef struct
{
  GlaDay day;
  const GlaCycle *cycle;        /* or NULL */
  const GlaExposure *exposure;  /* or NULL */
  char *cells[GLA_N_TIMELINE_COLUMNS];
} GlaTimelineLine;

/** gla_timeline_column_get_title: in the user's language. */
const char  *gla_timeline_column_get_title (GlaTimelineColumn        column);

/** gla_timeline_lines_new: (transfer full) (element-type GlaTimelineLine): the picture by day. */
GPtrArray   *gla_timeline_lines_new        (const GlaTimelineModel  *model);

G_END_DECLS

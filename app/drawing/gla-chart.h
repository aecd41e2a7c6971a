/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-palette.h"
#include "gla-text.h"

G_BEGIN_DECLS

/**
 * GlaChartItemKind:
 *
 * Everything that is drawn of a chart, in the order in which it is painted. Each
 * meaning has a shape of its own beside its colour.
 */
typedef enum
{
  GLA_CHART_ITEM_GRID,        /* line that guides the eye */
  GLA_CHART_ITEM_AXIS,        /* foot and side of the plot */
  GLA_CHART_ITEM_BAND,        /* hatched: the value is not determined in here */
  GLA_CHART_ITEM_REFERENCE,   /* the common value: long dashes, or solid if short (value 1) */
  GLA_CHART_ITEM_LIMIT,       /* short dashes: a control limit; value: 95 or 998 */
  GLA_CHART_ITEM_CURVE,       /* solid line of an estimate */
  GLA_CHART_ITEM_CENSORED,    /* small upright tick: some were last seen here */
  GLA_CHART_ITEM_LEADER,      /* thin line from a mark to its name */
  GLA_CHART_ITEM_RANGE,       /* line with ends: a likely range */
  GLA_CHART_ITEM_DOT,         /* filled: an estimate */
  GLA_CHART_ITEM_RING,        /* hollow: too few to judge */
  GLA_CHART_ITEM_DIAMOND,     /* filled: stands out beyond chance */
  GLA_CHART_ITEM_TICK,        /* words at an axis */
  GLA_CHART_ITEM_NAME,        /* words of a row or point */
  GLA_CHART_ITEM_CAPTION,     /* smaller words */
  GLA_CHART_ITEM_MESSAGE,     /* words in place of a picture */
  GLA_N_CHART_ITEMS,
} GlaChartItemKind;

/**
 * GlaChartItem:
 * @x: left end, for lines their first end
 * @width: may be negative for lines
 * @row: row of the table twin that says the same, or -1
 * @text: (nullable): words
 */
typedef struct
{
  GlaChartItemKind kind;
  double x;
  double y;
  double width;
  double height;
  int row;
  int value;
  const char *text;
} GlaChartItem;

/**
 * GlaChartFrame:
 * @width: of the drawing
 * @height: of the drawing
 * @rtl: the horizontal axis runs from right to left
 *
 * Where a chart is drawn.
 */
typedef struct
{
  double width;
  double height;
  gboolean rtl;
} GlaChartFrame;

/**
 * GlaChart:
 *
 * Where everything of a chart is: painted alike on screen and paper. Reads only what it
 * was made from.
 */
typedef struct
{
  GArray *items;  /* (element-type GlaChartItem) */
  GStringChunk *strings;
  double width;
  double height;
  double unit;    /* a fourteenth of the body text: what all measures are made of */
  gboolean rtl;
} GlaChart;

/** gla_chart_new_message: a chart with nothing but words, such as "too few to say". */
GlaChart           *gla_chart_new_message (GlaText             *text,
                                           const GlaChartFrame *frame,
                                           const char          *words);
void                gla_chart_free        (GlaChart            *self);

/**
 * gla_chart_pick:
 * @slop: how far beside a mark still counts
 *
 * Returns: (nullable): the nearest thing at a place that a row of the table says
 */
const GlaChartItem *gla_chart_pick        (const GlaChart      *self,
                                           double               x,
                                           double               y,
                                           double               slop);

/**
 * gla_chart_paint:
 * @pixels: of the target for one unit of the drawing; 0 for paper and vector files
 *
 * Paints the whole scene; the background is the caller's.
 */
void                gla_chart_paint       (const GlaChart      *self,
                                           GlaText             *text,
                                           GlaPalette           palette,
                                           double               pixels,
                                           cairo_t             *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaChart, gla_chart_free)

G_END_DECLS

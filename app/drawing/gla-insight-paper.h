/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-chart.h"
#include "gla-insight-sheet.h"
#include "gla-picture-file.h"
#include "gla-timeline-sheet.h"

G_BEGIN_DECLS

/**
 * GlaInsightAnswer:
 * @clinic: what it is about
 * @sheet: the table
 * @curve: (nullable): of the choices, or of one row
 * @curve_row: row of the table that @curve shows, or -1
 *
 * All that is known of a question; what can be drawn of it.
 */
typedef struct
{
  const GlaInsightClinic *clinic;
  const GlaInsightSheet *sheet;
  const GlaDurationCurve *curve;
  int curve_row;
} GlaInsightAnswer;

/**
 * gla_insight_answer_draw:
 *
 * Returns: (transfer full) (nullable): the chart that belongs to the view; %NULL for the
 *   views that are a table only
 */
GlaChart  *gla_insight_answer_draw  (const GlaInsightAnswer *self,
                                     GlaText                *text,
                                     const GlaChartFrame    *frame);

/** gla_insight_view_describe_chart: (transfer none): how to read the chart of a view. */
const char *gla_insight_view_describe_chart (GlaInsightView       view);

/**
 * GlaInsightPaperOptions:
 * @clinic_name: (nullable): for the head
 * @choices: (nullable): what was chosen, in words
 * @printed_on: day to print in the head
 * @paper: for PDF
 */
typedef struct
{
  const char *clinic_name;
  const char *choices;
  GlaDay printed_on;
  GlaPaper paper;
} GlaInsightPaperOptions;

/**
 * gla_insight_export:
 * @path: file to write; its directory exists
 *
 * Writes head, sentence, chart and table twin across: a PDF has pages, PNG and SVG have
 * one picture as tall as needed.
 */
gboolean   gla_insight_export       (const GlaInsightAnswer       *answer,
                                     const GlaInsightPaperOptions *options,
                                     GlaPictureFormat              format,
                                     const char                   *path,
                                     GError                      **error);

G_END_DECLS

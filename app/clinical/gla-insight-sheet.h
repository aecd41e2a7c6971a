/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight-clinic.h"
#include "gla-insight-curve.h"

G_BEGIN_DECLS

/**
 * GlaInsightView:
 * @GLA_INSIGHT_DURATIONS: how long effects were seen, by one column
 * @GLA_INSIGHT_RESPONSE: first review, adverse events, intervals and touch-ups, by one column
 * @GLA_INSIGHT_LOTS: response by lot
 * @GLA_INSIGHT_INJECTORS: short or absent effects by injector
 * @GLA_INSIGHT_MONTHS: treatments and units month by month
 *
 * What is asked.
 */
typedef enum
{
  GLA_INSIGHT_DURATIONS,
  GLA_INSIGHT_RESPONSE,
  GLA_INSIGHT_LOTS,
  GLA_INSIGHT_INJECTORS,
  GLA_INSIGHT_MONTHS,
  GLA_N_INSIGHT_VIEWS,
} GlaInsightView;

/**
 * GlaInsightQuestion:
 * @view: what is asked
 * @key: what to tell apart by, for the first two views
 * @filter: which cycles
 */
typedef struct
{
  GlaInsightView view;
  GlaCycleKey key;
  GlaCycleFilter filter;
} GlaInsightQuestion;

/** gla_insight_question_init: durations of all cycles by product. */
void              gla_insight_question_init  (GlaInsightQuestion  *self);

/**
 * GlaInsightCell:
 * @text: for people, in the user's language
 * @data: (nullable): for files, in the C locale, where that differs
 * @subset: cycles that the number counts, or -1
 */
typedef struct
{
  char *text;
  char *data;
  int subset;
} GlaInsightCell;

/**
 * GlaInsightRow:
 * @code: of the group; %GLA_CYCLE_CODE_ANY for months
 * @filter: the cycles of the row
 * @cells: (element-type GlaInsightCell): one for each column
 */
typedef struct
{
  guint32 code;
  GlaCycleFilter filter;
  GPtrArray *cells;
} GlaInsightRow;

/**
 * GlaInsightColumn:
 * @title: for people
 * @name: for files: ASCII
 * @is_number: whether it stands to the right
 */
typedef struct
{
  char *title;
  const char *name;
  gboolean is_number;
} GlaInsightColumn;

/**
 * GlaInsightSheet:
 * @columns: (element-type GlaInsightColumn)
 * @rows: (element-type GlaInsightRow)
 * @notes: (element-type utf8): sentences that belong to it
 * @is_complete: whether no cell waits for an estimate
 *
 * The table that stands beside each chart, is written as CSV and printed by commands.
 */
typedef struct
{
  GlaInsightQuestion question;
  GPtrArray *columns;
  GPtrArray *rows;
  GPtrArray *notes;
  gboolean is_complete;
} GlaInsightSheet;

/**
 * gla_insight_sheet_new:
 * @groups: (element-type GlaInsightGroup) (nullable): for the views that tell apart by a
 *   column; without their medians cells say "…"
 *
 * Answers a question from what was counted. Never fails.
 */
GlaInsightSheet  *gla_insight_sheet_new      (const GlaInsightClinic   *clinic,
                                              const GlaInsightQuestion *question,
                                              const GPtrArray          *groups);
void              gla_insight_sheet_free     (GlaInsightSheet          *self);

/** gla_insight_question_get_key: the column that a view tells apart by; that of the question where it may choose. */
GlaCycleKey       gla_insight_question_get_key (const GlaInsightQuestion *self);

/** gla_insight_sheet_get_cell: (transfer none) */
const GlaInsightCell *gla_insight_sheet_get_cell (const GlaInsightSheet *self,
                                                  guint                  row,
                                                  guint                  column);

/** gla_insight_cell_get_data: (transfer none): what a file has of it. */
const char       *gla_insight_cell_get_data  (const GlaInsightCell      *self);

/**
 * gla_insight_sheet_write:
 * @add: takes the next field of a row, as gla_csv_writer_add() does
 * @end_row: ends it
 *
 * Hands over the names of the columns and then all rows, as files have them.
 */
void              gla_insight_sheet_write    (const GlaInsightSheet     *self,
                                              void                     (*add) (gpointer data, const char *text),
                                              void                     (*end_row) (gpointer data),
                                              gpointer                   data);

/** gla_insight_describe_completeness: (transfer full) (nullable): a sentence; %NULL while nothing is due. */
char             *gla_insight_describe_completeness (const GlaInsightCounts *counts,
                                                     const GlaCycleSettings *settings);

/** gla_insight_describe_median: (transfer full): in short: "119 days (112–125)", or why not. */
char             *gla_insight_describe_median (const GlaGroupMedian     *median);

/** gla_insight_describe_share: (transfer full): "68 % (170 of 250)"; "–" of none. */
char             *gla_insight_describe_share (guint                      part,
                                              guint                      whole);

/** gla_insight_view_get_title: of a view, in the user's language. */
const char       *gla_insight_view_get_title (GlaInsightView             view);

/** gla_cycle_key_get_title: of a column: "Product". */
const char       *gla_cycle_key_get_title    (GlaCycleKey                key);

/** gla_cycle_subset_describe: what a list of such cycles shows. */
const char       *gla_cycle_subset_describe  (GlaCycleSubset             subset);

/** gla_cycle_row_describe_duration: (transfer full): as gla_cycle_describe_duration(). */
char             *gla_cycle_row_describe_duration (const GlaCycleRow     *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaInsightSheet, gla_insight_sheet_free)

G_END_DECLS

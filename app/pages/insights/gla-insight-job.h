/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-insight-paper.h"

G_BEGIN_DECLS

/**
 * GlaInsightResult:
 * @clinic: what was asked
 * @groups: (nullable) (element-type GlaInsightGroup): none for months
 * @sheet: the table
 * @curve: the curve of the choices, or of the row that was chosen
 * @curve_row: that row, or -1
 * @is_full: whether likely ranges and comparisons are there
 *
 * An answer that stays.
 */
typedef struct
{
  GlaInsightClinic *clinic;
  GPtrArray *groups;
  GlaInsightSheet *sheet;
  GlaDurationCurve *curve;
  int curve_row;
  gboolean is_full;
} GlaInsightResult;

void               gla_insight_result_free    (GlaInsightResult          *self);

/** gla_insight_result_get_answer: fills in what drawings need; it points into @self. */
void               gla_insight_result_get_answer (const GlaInsightResult *self,
                                                  GlaInsightAnswer       *answer);

/**
 * gla_insight_job_run_async:
 * @code: group of the table that the curve is about, or %GLA_CYCLE_CODE_ANY for all
 * @full: with likely ranges and comparisons, which take most of the time
 *
 * Answers a question in another thread.
 */
void               gla_insight_job_run_async  (GlaInsightClinic          *clinic,
                                               const GlaInsightQuestion  *question,
                                               guint32                    code,
                                               gboolean                   full,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/** gla_insight_job_run_finish: (transfer full) (nullable): %NULL with @error set when stopped. */
GlaInsightResult  *gla_insight_job_run_finish (GAsyncResult              *result,
                                               GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaInsightResult, gla_insight_result_free)

G_END_DECLS

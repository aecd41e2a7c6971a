/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight.h"

G_BEGIN_DECLS

/** GlaCensorMark: how many treatments were last seen working on @day, and not again. */
typedef struct
{
  int day;
  guint n;
} GlaCensorMark;

/**
 * GlaDurationCurve:
 * @counts: what was counted, the non-responses too, which are no part of the curve
 * @npmle: (nullable): the estimate; %NULL if nothing is known of any end
 * @followed: (array): of each day from 0 to %GLA_NPMLE_LAST_DAY, how many treatments
 *   were followed that long: up to when the effect was seen gone, or last seen
 * @censored: (element-type GlaCensorMark): by day
 * @median: how long effects lasted; without limits until gla_duration_curve_estimate()
 * @has_limits: whether that was called
 *
 * The curve of the duration of effect of all treatments of a filter: the share that still
 * works after so many days. Read-only but for the estimate.
 * Source: statistics, sections 2.1 to 2.3.
 */
typedef struct
{
  GlaInsightCounts counts;
  GlaNpmle *npmle;
  guint *followed;
  GArray *censored;
  GlaGroupMedian median;
  gboolean has_limits;

  /*< private >*/
  GlaCycleTable *table;
  GlaCycleFilter filter;
  gboolean is_filtered;
  GArray *records;   /* (element-type GlaDuration) */
  GArray *patients;  /* (element-type gint64): of each record, empty until they are needed */
} GlaDurationCurve;

/**
 * gla_duration_curve_new:
 * @filter: (nullable): which cycles
 *
 * Counts and the curve: some tens of milliseconds for a million cycles.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set when cancelled
 */
GlaDurationCurve *gla_duration_curve_new      (const GlaCycleTable   *table,
                                               const GlaCycleFilter  *filter,
                                               GlaCancelFunc          cancel,
                                               gpointer               cancel_data,
                                               GError               **error);
void              gla_duration_curve_free     (GlaDurationCurve      *self);

/**
 * gla_duration_curve_estimate:
 *
 * The limits of the median, which take most of the time.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean          gla_duration_curve_estimate (GlaDurationCurve      *self,
                                               GlaCancelFunc          cancel,
                                               gpointer               cancel_data,
                                               GError               **error);

/** gla_duration_curve_may_speak: whether there are enough records for a median. */
gboolean          gla_duration_curve_may_speak (const GlaDurationCurve *self);

/** gla_duration_curve_describe: (transfer full): the sentence, or why there is none. */
char             *gla_duration_curve_describe (const GlaDurationCurve *self);

/** gla_duration_curve_get_last_day: the last day that anything is known of, at least 1. */
int               gla_duration_curve_get_last_day (const GlaDurationCurve *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDurationCurve, gla_duration_curve_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle-table.h"
#include "gla-group-finding.h"

G_BEGIN_DECLS

/**
 * GlaCycleFilter:
 * @codes: a code of each column, or %GLA_CYCLE_CODE_ANY
 * @from: first day of treatment, or %GLA_DAY_NONE
 * @until: last day of treatment, or %GLA_DAY_NONE
 *
 * Which cycles are looked at; start from gla_cycle_filter_init().
 */
typedef struct
{
  guint32 codes[GLA_N_CYCLE_KEYS];
  GlaDay from;
  GlaDay until;
} GlaCycleFilter;

/** gla_cycle_filter_init: all cycles. */
void          gla_cycle_filter_init       (GlaCycleFilter        *self);

/**
 * GlaCycleSubset:
 *
 * What a number of the figures counts: it opens the cycles behind it.
 */
typedef enum
{
  GLA_CYCLES_ALL,
  GLA_CYCLES_TIMED,        /* something is known of their end */
  GLA_CYCLES_ENDED,        /* of these: seen gone */
  GLA_CYCLES_STILL_SEEN,   /* of these: still seen at the last look, so censored */
  GLA_CYCLES_NOT_SEEN,     /* not seen working */
  GLA_CYCLES_DUE,          /* review window over */
  GLA_CYCLES_MISSED,       /* of these: not reviewed */
  GLA_CYCLES_JUDGED,       /* judged at the first review */
  GLA_CYCLES_RESPONDED,    /* of these: seen working */
  GLA_CYCLES_NOT_RESPONDED,
  GLA_CYCLES_WITH_EVENTS,
  GLA_CYCLES_EARLY,        /* injected before the label's interval was over */
  GLA_CYCLES_TOUCHED_UP,
  GLA_N_CYCLE_SUBSETS,
} GlaCycleSubset;

/**
 * gla_cycle_table_select:
 * @filter: (nullable): %NULL for all
 *
 * Returns: (element-type guint32): the rows, in the order of the table
 */
GArray       *gla_cycle_table_select      (const GlaCycleTable   *self,
                                           const GlaCycleFilter  *filter,
                                           GlaCycleSubset         subset);

/**
 * GlaInsightCounts:
 * @n: cycles of each subset
 * @n_patients: patients
 * @n_sessions: sessions; areas of one treatment are one
 * @n_events: adverse events
 * @n_label_known: cycles that follow another whose label interval is known
 *
 * What was counted, to stand beside every average.
 */
typedef struct
{
  guint n[GLA_N_CYCLE_SUBSETS];
  guint n_patients;
  guint n_sessions;
  guint n_events;
  guint n_label_known;
} GlaInsightCounts;

/** gla_insight_count: counts all cycles of @filter. */
void          gla_insight_count           (const GlaCycleTable   *table,
                                           const GlaCycleFilter  *filter,
                                           GlaInsightCounts      *counts);

/**
 * GlaInsightGroup:
 * @code: in the column it is grouped by
 * @counts: what was counted
 * @median: how long effects lasted, as gla_group_median_describe() wants it; its key is %NULL
 * @has_median: whether @median was estimated
 * @has_verdict: whether it was compared with the others
 * @verdict: what that gave
 *
 * One group of cycles.
 */
typedef struct
{
  guint32 code;
  GlaInsightCounts counts;
  GlaGroupMedian median;
  gboolean has_median;
  gboolean has_verdict;
  GlaGroupVerdict verdict;
} GlaInsightGroup;

/**
 * gla_insight_groups_new:
 * @key: what to tell apart by
 *
 * Counts of each group that has a cycle, without medians: quick.
 *
 * Returns: (transfer full) (element-type GlaInsightGroup): by code, so that what is not
 *   recorded is first
 */
GPtrArray    *gla_insight_groups_new      (const GlaCycleTable   *table,
                                           const GlaCycleFilter  *filter,
                                           GlaCycleKey            key);

/**
 * gla_insight_groups_estimate:
 * @groups: (element-type GlaInsightGroup): of gla_insight_groups_new() with the same
 *   arguments
 *
 * Estimates the medians. A group with fewer cycles than a median needs only gets its
 * counts.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean      gla_insight_groups_estimate (GPtrArray             *groups,
                                           const GlaCycleTable   *table,
                                           const GlaCycleFilter  *filter,
                                           GlaCycleKey            key,
                                           GlaCancelFunc          cancel,
                                           gpointer               cancel_data,
                                           GError               **error);

/**
 * gla_insight_can_compare:
 *
 * Injectors, dilutions and doses are compared. Products are only described: they differ
 * in units, doses and patients (evidence, section 6.4). Lots have a test of their own
 * (statistics, section 5).
 */
gboolean      gla_insight_can_compare     (GlaCycleKey            key);

/**
 * gla_insight_compare:
 * @code: the group that is compared with all others of the filter together
 *
 * The clustered test within strata of area and product (of areas alone for products).
 * Source: statistics, section 6.
 *
 * Returns: %FALSE with @error set when cancelled
 */
gboolean      gla_insight_compare         (const GlaCycleTable   *table,
                                           const GlaCycleFilter  *filter,
                                           GlaCycleKey            key,
                                           guint32                code,
                                           GlaCancelFunc          cancel,
                                           gpointer               cancel_data,
                                           GlaGroupVerdict       *verdict,
                                           GError               **error);

G_END_DECLS

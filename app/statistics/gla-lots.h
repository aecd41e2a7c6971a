/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_LOTS_MATURITY: younger treatments are not counted, for a young lot looks bad. */
#define GLA_LOTS_MATURITY 180

/* What a lot needs before it is judged, in sessions. */
#define GLA_LOTS_MIN_SESSIONS 10
#define GLA_LOTS_MIN_OTHERS 30

/**
 * GlaLotRecord:
 * @session: patient and visit; its areas from one lot are one unit
 * @product: the product of the lot
 * @lot: the lot, different for different products
 * @interval: when the effect ended; (0, R_nr] for a non-response
 * @centre: M, the logarithm of the days expected for product, area and dose
 * @is_nonresponse: whether there was no effect at all
 * @age: how many days ago the treatment was
 *
 * One treated area. Source: statistics, section 5.
 */
typedef struct
{
  gint64 session;
  gint64 product;
  gint64 lot;
  GlaDuration interval;
  double centre;
  gboolean is_nonresponse;
  double age;
} GlaLotRecord;

/**
 * GlaLotFlag:
 * @GLA_LOT_TOO_FEW: "too few treatments to judge (n of 10)"
 * @GLA_LOT_OK: nothing is said
 * @GLA_LOT_AMBER: failures or short durations beyond chance
 * @GLA_LOT_RED: failures beyond chance and certainly more than half as many again
 */
typedef enum
{
  GLA_LOT_TOO_FEW,
  GLA_LOT_OK,
  GLA_LOT_AMBER,
  GLA_LOT_RED,
} GlaLotFlag;

/**
 * GlaLot:
 * @product: the product
 * @lot: the lot
 * @n_sessions: assessable sessions, n
 * @n_failed: how many of them failed, f
 * @n_durations: sessions with a residual of duration
 * @sum: S, the sum of their residuals less the mean of the product
 * @deviation: the standard deviation of @sum under chance, sqrt (v n (1 - n/N))
 * @n_product_durations: sessions with a residual of the whole product, N
 * @tests_failures: whether there are enough sessions for the test of failures
 * @p_others: the failure rate of the other lots of the product
 * @fisher_p: one-sided Fisher p
 * @mid_p: one-sided mid-p; never above @fisher_p
 * @adjusted: @mid_p adjusted for the number of lots; 1 if not tested
 * @shrunk: the failure rate, shrunken towards @p_others
 * @low: the lower 95 % limit of the rate
 * @high: the upper one
 * @p_worse: the probability that the rate is over 1.5 times @p_others
 * @tests_durations: whether there are enough sessions for the test of durations
 * @z: @sum / @deviation
 * @ratio: duration compared with the product, shrunken towards 1
 * @duration_p: the lower tail of @z
 * @duration_adjusted: @duration_p adjusted for the number of lots; 1 if not tested
 * @has_more_failures: whether failures stand out by more than chance and by enough
 * @has_short_durations: whether durations do
 * @flag: what to say; never "defective"
 *
 * The first eight fields are the data of gla_lots_judge(), the others its verdict.
 */
typedef struct
{
  gint64 product;
  gint64 lot;
  guint n_sessions;
  guint n_failed;
  guint n_durations;
  double sum;
  double deviation;
  guint n_product_durations;

  gboolean tests_failures;
  double p_others;
  double fisher_p;
  double mid_p;
  double adjusted;
  double shrunk;
  double low;
  double high;
  double p_worse;
  gboolean tests_durations;
  double z;
  double ratio;
  double duration_p;
  double duration_adjusted;
  gboolean has_more_failures;
  gboolean has_short_durations;
  GlaLotFlag flag;
} GlaLot;

/**
 * gla_lots_count:
 * @records: (array length=n_records): all treated areas of the clinic group
 * @n_records: how many there are
 * @tau: standard deviation of log duration between patient-areas, above 0
 * @sigma: standard deviation between treatments of a patient-area, above 0
 * @n_lots: (out): how many lots were found
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_INVALID
 *
 * Sums treatments of at least %GLA_LOTS_MATURITY days up by lot. With c = round
 * (0.75 exp (M)) an area has failed if it is a non-response or R <= c, and has not if
 * L >= c; a session has failed if at least half of its assessable areas have. The
 * residual of an area is E [x | interval] under x ~ N(0, tau^2 + sigma^2), not below
 * -0.9; that of a session is the mean. Source: statistics, section 5, 1 and 2.
 *
 * Returns: (transfer full) (array length=n_lots) (nullable): the lots in the order of
 *   first appearance, not yet judged; free with g_free(). %NULL with @error set
 */
GlaLot   *gla_lots_count (const GlaLotRecord  *records,
                          gsize                n_records,
                          double               tau,
                          double               sigma,
                          gsize               *n_lots,
                          GError             **error);

/**
 * gla_lots_judge:
 * @lots: (array length=n_lots) (inout): counted lots of the clinic group
 * @n_lots: how many there are
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_INVALID
 *
 * One-sided Fisher mid-p of the failures against the other lots of the product and the
 * z test of durations, each adjusted over all lots that have enough sessions, q = 0.05,
 * with guards on the size of the effect. Source: statistics, section 5, 1 to 5.
 *
 * Returns: %FALSE with @error set for impossible counts
 */
gboolean  gla_lots_judge (GlaLot              *lots,
                          gsize                n_lots,
                          GError             **error);

G_END_DECLS

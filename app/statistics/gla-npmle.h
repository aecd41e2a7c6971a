/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_NPMLE_LAST_DAY: later days count as right-censored on this one (section 2.1). */
#define GLA_NPMLE_LAST_DAY 1095

/** GLA_NPMLE_WIDE_BIN: a quantile in a wider bin is printed as a range (section 2.2). */
#define GLA_NPMLE_WIDE_BIN 30

/**
 * GlaNpmleCell:
 * @weight: the sum of the weights of the records with the same interval
 * @first: the first bin that the interval covers, from 0
 * @last: the last bin that it covers; it covers all in between
 */
typedef struct
{
  double weight;
  guint first;
  guint last;
} GlaNpmleCell;

/**
 * GlaNpmle:
 * @n_bins: how many innermost intervals there are, at least 1
 * @left: (array length=n_bins): the open left ends q of the bins, ascending
 * @right: (array length=n_bins): the closed right ends p; the last may be infinite
 * @mass: (array length=n_bins): the probability in each bin; their sum is 1
 * @cumulative: (array length=n_bins+1): F: @cumulative[j] is the mass of the first
 *   j bins, from 0 to 1
 * @n_cells: how many different intervals were observed
 * @cells: (array length=n_cells): the observed intervals
 * @first_of_day: (array length=n_days): the first bin that begins on this day or later
 * @last_of_day: (array length=n_days): one more than the last bin that ends on this
 *   day or earlier, 0 if there is none
 * @n_days: one more than the largest day
 * @n: how many informative records there are
 * @n_finite: how many of them have an end, so are not right-censored
 * @weight: the sum of the weights of the informative records
 * @finite_weight: the part of it whose interval has an end
 * @log_likelihood: its maximum, up to @gap
 * @gap: an upper bound, by concavity, of the log-likelihood still missing: the
 *   proof that the estimate is the maximum
 * @iterations: how many steps were needed
 *
 * The non-parametric maximum-likelihood estimate of the distribution of duration.
 * Read-only. Inside a bin the estimate is not determined: draw it as a shaded box.
 * Source: statistics, section 2.
 */
typedef struct
{
  guint n_bins;
  double *left;
  double *right;
  double *mass;
  double *cumulative;
  gsize n_cells;
  GlaNpmleCell *cells;
  guint *first_of_day;
  guint *last_of_day;
  guint n_days;
  gsize n;
  gsize n_finite;
  double weight;
  double finite_weight;
  double log_likelihood;
  double gap;
  guint iterations;
} GlaNpmle;

/**
 * GlaNpmleQuantile:
 * @left: the left end of the bin in which the quantile lies
 * @right: its right end, infinite if the quantile was not reached
 * @days: the quantile interpolated within the bin; infinite if not reached
 * @day: @days rounded up to a whole day; 0 if not reached, then "more than @left days"
 * @bin: the number of the bin, from 0
 * @is_wide: whether the bin is wider than %GLA_NPMLE_WIDE_BIN days, so that a range
 *   has to be printed
 *
 * A quantile of the duration. Source: statistics, section 2.2.
 */
typedef struct
{
  double left;
  double right;
  double days;
  int day;
  guint bin;
  gboolean is_wide;
} GlaNpmleQuantile;

/**
 * gla_npmle_new:
 * @records: (array length=n_records): intervals in whole days
 * @weights: (array length=n_records) (nullable): the weight of each record, positive
 *   and finite; %NULL for 1 each
 * @n_records: how many there are
 * @cancel: (nullable): asked before each step
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Counts the records in a table of days, finds the innermost intervals and fits
 * their masses by EMICM until the missing log-likelihood is proved to be below
 * 1e-10 per unit of weight. Records that say nothing are left out; days beyond
 * %GLA_NPMLE_LAST_DAY are right-censored there. Source: statistics, section 2.1.
 *
 * Returns: (transfer full) (nullable): the estimate; %NULL with
 *   %GLA_STATISTICS_ERROR_INVALID for an impossible interval, a broken day or a
 *   weight out of range, with %GLA_STATISTICS_ERROR_TOO_FEW without any informative
 *   record, or with %GLA_STATISTICS_ERROR_CANCELLED
 */
GlaNpmle  *gla_npmle_new            (const GlaDuration *records,
                                     const double      *weights,
                                     gsize              n_records,
                                     GlaCancelFunc      cancel,
                                     gpointer           cancel_data,
                                     GError           **error);

void       gla_npmle_free           (GlaNpmle          *self);

/**
 * gla_npmle_get_quantile:
 * @self: an estimate
 * @x: which quantile, above 0 and below 1
 * @quantile: (out): the quantile
 *
 * The bin b with F_{b-1} < x <= F_b (tolerance 1e-9), and within it
 * q_b + (x - F_{b-1}) / p_b (p_b - q_b). For exact data the rounded-up day is the
 * quantile of Kaplan and Meier. Source: statistics, section 2.2.
 */
void       gla_npmle_get_quantile   (const GlaNpmle    *self,
                                     double             x,
                                     GlaNpmleQuantile  *quantile);

/**
 * gla_npmle_get_survival:
 * @self: an estimate
 * @day: a day, 0 or later
 * @survival: (out): the share of treatments that still work after @day
 *
 * Returns: %FALSE, with the middle of the possible values, if @day lies inside a bin,
 *   where the estimate is not determined
 */
gboolean   gla_npmle_get_survival   (const GlaNpmle    *self,
                                     double             day,
                                     double            *survival);

/**
 * gla_npmle_get_range:
 * @self: an estimate
 * @interval: an interval in whole days
 * @first: (out): the first bin that it covers
 * @end: (out): one more than the last bin that it covers
 *
 * Applies the same limit of days as gla_npmle_new().
 *
 * Returns: %FALSE if @interval covers no bin, which cannot happen to an interval
 *   that the estimate was made from
 */
gboolean   gla_npmle_get_range      (const GlaNpmle    *self,
                                     const GlaDuration *interval,
                                     guint             *first,
                                     guint             *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaNpmle, gla_npmle_free)

G_END_DECLS

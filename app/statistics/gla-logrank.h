/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_LOGRANK_MIN_PATIENTS: what each group needs before anything is said. */
#define GLA_LOGRANK_MIN_PATIENTS 10

/** GLA_LOGRANK_MIN_DIFFERENCE: medians must also differ by this part, whatever p is. */
#define GLA_LOGRANK_MIN_DIFFERENCE 0.10

/**
 * GlaLogrankRecord:
 * @patient: the patient; may be in several groups
 * @group: what is compared, such as the practitioner or the product
 * @stratum: what is held fixed: the area, or area and product for practitioners
 * @interval: when the effect ended
 *
 * One treated area.
 */
typedef struct
{
  gint64 patient;
  gint64 group;
  gint64 stratum;
  GlaDuration interval;
} GlaLogrankRecord;

/**
 * GlaLogrankGroup:
 * @group: which one
 * @n_records: its informative records
 * @n_patients: their patients
 * @score: U, the sum of its scores; positive if effects are shorter than expected
 *
 * One of the groups that are compared.
 */
typedef struct
{
  gint64 group;
  gsize n_records;
  guint n_patients;
  double score;
} GlaLogrankGroup;

/**
 * GlaLogrank:
 * @n_groups: G, at least 2
 * @groups: (array length=n_groups): in the order of first appearance
 * @n_patients: P
 * @freedom: G - 1, less if scores are not independent
 * @chi2: the statistic
 * @p: the upper tail of F (freedom, P - G) at chi2 / freedom; 1 without any variation
 * @may_speak: whether each group has %GLA_LOGRANK_MIN_PATIENTS
 *
 * A comparison that allows for patients who come again and again. No p-values on screen,
 * and no ranking. Source: statistics, section 6.
 */
typedef struct
{
  guint n_groups;
  GlaLogrankGroup *groups;
  guint n_patients;
  guint freedom;
  double chi2;
  double p;
  gboolean may_speak;
} GlaLogrank;

/**
 * gla_logrank_new:
 * @records: (array length=n_records): the treated areas of all groups
 * @n_records: how many there are
 * @scores: (array length=n_records) (out caller-allocates) (nullable): the score of each
 *   record; 0 for one without information
 * @cancel: (nullable): asked now and then
 * @cancel_data: its argument
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Pooled NPMLE within each stratum; score c = (S_L log S_L - S_R log S_R) / (S_L - S_R)
 * with S before and after the interval and 0 log 0 = 0 (Peto-Peto, Finkelstein);
 * A_ig = (c_i - mean of the stratum) (1[g_i = g] - share of g in the stratum); patient
 * sums a_pg; V = P/(P-1) sum a_p a_p'; chi2 = U' V^- U over the first G - 1 groups.
 * Source: statistics, section 6.
 *
 * Returns: (transfer full) (nullable): the comparison; %NULL with
 *   %GLA_STATISTICS_ERROR_TOO_FEW for fewer than two groups or no more patients than
 *   groups, with %GLA_STATISTICS_ERROR_INVALID or %GLA_STATISTICS_ERROR_CANCELLED
 */
GlaLogrank  *gla_logrank_new  (const GlaLogrankRecord *records,
                               gsize                   n_records,
                               double                 *scores,
                               GlaCancelFunc           cancel,
                               gpointer                cancel_data,
                               GError                **error);

void         gla_logrank_free (GlaLogrank             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLogrank, gla_logrank_free)

G_END_DECLS

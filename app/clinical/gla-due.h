/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-call.h"
#include "gla-estimate.h"

G_BEGIN_DECLS

/** GLA_DUE_LEAST_DAYS: an ending stays listed for at least so many days. A program setting. */
#define GLA_DUE_LEAST_DAYS 28

/**
 * GlaDueArea:
 * @area: catalogue key, of the cycles
 * @first: of a review: the first day of its window; of an ending: the earliest day on
 *   which the effect may be lost, and never before the label allows a treatment
 * @last: the last day of the window, or of the band
 * @n_own: of an ending: earlier treatments of this area behind it; 0 for the usual range
 */
typedef struct
{
  const char *area;
  GlaDay first;
  GlaDay last;
  guint n_own;
} GlaDueArea;

/**
 * GlaDue:
 * @reason: %GLA_CALL_REVIEW or %GLA_CALL_ENDING
 * @treatment: what it is about
 * @first: from when on it is due: the earliest day of its areas
 * @last: until when: the latest
 * @n_own: the fewest of its areas
 * @areas: (element-type GlaDueArea): the earliest first
 *
 * Something for which a patient may be called, from one treatment. Holds for any day
 * until the record changes.
 */
typedef struct
{
  GlaCallReason reason;
  const GlaTreatment *treatment;
  GlaDay first;
  GlaDay last;
  guint n_own;
  GArray *areas;
} GlaDue;

/**
 * gla_dues_new:
 * @cycles: of one patient; the dues point into them
 * @estimates: (element-type GlaEstimate): of the same cycles
 * @settings: whose review window applies (constants assess_min and assess_max_peak)
 *
 * A review is due from day 14 to day 42 of a cycle that was not graded in these days
 * and not treated again (evidence, section 3.3; the window is the clinic's constant).
 *
 * An effect may be ending from the later of two days to the end of the band of eight
 * tenths: the day by which it is lost in one of ten such patients, and the end of the
 * label's interval. The band is that of the patient's own cycles, or the usual range
 * where there are none (statistics, section 3.2). Never a date to treat again.
 *
 * Left out: treatments whose day is known to a month or year only, and endings of those
 * longer ago than "due_horizon" of the constants: no label or trial of the catalogue has an
 * effect that is still running then. What is over before the cycles' today is left out, what is still to
 * come is there.
 *
 * Returns: (transfer full) (element-type GlaDue): reviews before endings, each by first day
 */
GPtrArray *gla_dues_new       (const GlaCycles         *cycles,
                               const GPtrArray         *estimates,
                               const GlaCycleSettings  *settings);

/** gla_due_is_on: whether it is due on @today. */
gboolean   gla_due_is_on      (const GlaDue            *self,
                               GlaDay                   today);

/** gla_dues_need_estimates: whether any cycle can have an ending; estimates take long. */
gboolean   gla_dues_need_estimates (const GlaCycles        *cycles,
                                    const GlaCycleSettings *settings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-estimate.h"
#include "gla-finding.h"
#include "gla-plan-dates.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/**
 * GlaTreatmentChecker:
 *
 * Judges what is typed about a treatment against the record, without a widget. The
 * record and the vials are those of when it was made: nothing is read while typing.
 */
typedef struct _GlaTreatmentChecker GlaTreatmentChecker;

/**
 * gla_treatment_checker_new:
 * @cycles: of the record
 * @vials: (element-type GlaVial): of the clinic
 * @amend: (nullable): identifier of the treatment that is amended
 * @asks: what the clinic wants recorded before each treatment
 */
GlaTreatmentChecker *gla_treatment_checker_new (GlaContext             *context,
                                                GlaCycles              *cycles,
                                                GPtrArray              *vials,
                                                const char             *amend,
                                                GlaPlanAsks             asks);
void                 gla_treatment_checker_free (GlaTreatmentChecker   *self);

/** gla_treatment_checker_judge: takes up what is typed; a few milliseconds. */
void                 gla_treatment_checker_judge (GlaTreatmentChecker  *self,
                                                  const GlaTreatmentForm *form);

/** gla_treatment_checker_get_findings: (transfer none) (nullable) (element-type GlaFinding): NULL without a date. */
const GPtrArray     *gla_treatment_checker_get_findings (GlaTreatmentChecker *self);

/** gla_treatment_checker_get_dates: FALSE while there is no area or no date. */
gboolean             gla_treatment_checker_get_dates (GlaTreatmentChecker  *self,
                                                      GlaPlanDates         *dates);

/**
 * gla_treatment_checker_estimate_async:
 *
 * When the planned effects will wear off, area by area. It takes some milliseconds for
 * each and is done in a thread of its own.
 */
void                 gla_treatment_checker_estimate_async (GlaTreatmentChecker *self,
                                                           GCancellable        *cancellable,
                                                           GAsyncReadyCallback  callback,
                                                           gpointer             user_data);

/**
 * gla_treatment_checker_estimate_finish:
 *
 * Returns: (transfer full) (nullable) (element-type GlaEstimate): of the areas whose end
 *   is open; their cycles are valid as long as @result; %NULL if it was cancelled
 */
GPtrArray           *gla_treatment_checker_estimate_finish (GAsyncResult       *result);

/**
 * gla_treatment_checker_list_blocks:
 *
 * What goes on with a reason only and has none yet: not in the deviation that is
 * typed, nor in the treatment as it is recorded.
 *
 * Returns: (transfer container) (element-type GlaFinding): valid until the next call of
 *   gla_treatment_checker_judge()
 */
GPtrArray           *gla_treatment_checker_list_blocks (GlaTreatmentChecker *self);

/**
 * gla_treatment_checker_give_reason:
 * @blocks: (element-type GlaFinding): what goes on
 *
 * Returns: (transfer full): @deviation (nullable) with a line on what was overridden and why
 */
char                *gla_treatment_checker_give_reason (const GPtrArray    *blocks,
                                                        const char         *deviation,
                                                        const char         *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTreatmentChecker, gla_treatment_checker_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-cycle.h"
#include "gla-plan-asks.h"
#include "gla-vial-use.h"

G_BEGIN_DECLS

/**
 * GlaPlan:
 * @treatment: its day, injector and reason of the visit; its identifier is not used
 * @minute: when it is, of that day; %GLA_MINUTE_UNKNOWN for any time
 * @injections: (element-type GlaInjection): area, side, product, lot or vial, units
 * @assessments: (element-type GlaAssessment): grades of that day; may be %NULL
 * @vials: (element-type GlaVial): those of the clinic; may be %NULL
 * @lots: (element-type GlaLotFinding): verdicts on lots; may be %NULL
 * @fridges: (element-type utf8 GlaFridgePast): by the vial, what its fridges were like; may be
 *   %NULL, and need not have each vial
 * @amends: (nullable): identifier of the treatment of the record that it takes the place of
 * @asks: what the clinic wants recorded before each treatment
 *
 * A treatment that is being written down, as a value to be judged against a history.
 * Nothing in it is owned.
 */
typedef struct
{
  const GlaTreatment *treatment;
  int minute;
  const GPtrArray *injections;
  const GPtrArray *assessments;
  const GPtrArray *vials;
  const GPtrArray *lots;
  GHashTable *fridges;
  const char *amends;
  GlaPlanAsks asks;
} GlaPlan;

/**
 * GlaPlanCycles:
 * @before: the history up to the day of the plan, without what the plan amends
 * @after: the same with the plan, as if it had been given
 * @id: the identifier that the planned treatment has in @after
 * @planned: (element-type GlaCycle) (transfer container): cycles of @after that the plan
 *   begins or touches up
 *
 * What a plan makes of a history, so that the rules for records hold for plans.
 * Days after that of the plan are left out.
 */
typedef struct
{
  GlaCycles *before;
  GlaCycles *after;
  char *id;
  GPtrArray *planned;
} GlaPlanCycles;

/**
 * gla_plan_cycles_new:
 * @record: all cycles of the patient; its history and catalogue are used
 * @settings: as for gla_cycles_new()
 *
 * Returns: (transfer full) (nullable): %NULL for a plan without a day
 */
GlaPlanCycles  *gla_plan_cycles_new   (const GlaCycles         *record,
                                       const GlaCycleSettings  *settings,
                                       const GlaPlan           *plan);
void            gla_plan_cycles_free  (GlaPlanCycles           *self);

/**
 * gla_plan_findings_new:
 * @cycles: of @plan
 * @constants: as the clinic has them
 *
 * What is to be known before injecting: alerts A1 to A8 and A11 to A15 of evidence,
 * section 3.2, and the questions of products-and-areas, section F, that a record can
 * answer. Those of level %GLA_FINDING_BLOCK go on with a reason only.
 *
 * Returns: (transfer full) (element-type GlaFinding): the weightiest first
 */
GPtrArray      *gla_plan_findings_new (const GlaPlanCycles     *cycles,
                                       const GlaCycleSettings  *settings,
                                       const GlaConstants      *constants,
                                       const GlaPlan           *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPlanCycles, gla_plan_cycles_free)

G_END_DECLS

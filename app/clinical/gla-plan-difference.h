/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pattern.h"

G_BEGIN_DECLS

/**
 * GlaPlanState:
 * @GLA_PLAN_AS_PLANNED: the same product, units and number of points
 * @GLA_PLAN_CHANGED: other units or another number of points, of the same product
 * @GLA_PLAN_OTHER_PRODUCT: planned with one product and given with another, whose units
 *   can't be compared; or one of both is not known
 * @GLA_PLAN_LEFT_OUT: planned and not given
 * @GLA_PLAN_ADDED: given and not planned
 */
typedef enum
{
  GLA_PLAN_AS_PLANNED,
  GLA_PLAN_CHANGED,
  GLA_PLAN_OTHER_PRODUCT,
  GLA_PLAN_LEFT_OUT,
  GLA_PLAN_ADDED,
} GlaPlanState;

/**
 * GlaPlanDifference:
 * @planned: (nullable): what was planned; %NULL if added
 * @given: (nullable): what was given; %NULL if left out
 * @units: given less planned; %GLA_UNITS_UNKNOWN where the amounts can't be compared
 *   or the difference is none
 * @points: given less planned; 0 if one number is not known
 *
 * One area and side of a plan beside what was given. Units of different products are
 * never compared. The lines belong to the list that it is of.
 */
typedef struct
{
  GlaPlanState state;
  const GlaPatternLine *planned;
  const GlaPatternLine *given;
  GlaUnits units;
  int points;
} GlaPlanDifference;

typedef struct
{
  GPtrArray *planned;   /* (element-type GlaPatternLine) */
  GPtrArray *given;     /* (element-type GlaPatternLine) */
  GArray *rows;         /* (element-type GlaPlanDifference): in the order of the plan, then what was added */
} GlaPlanDifferences;

/**
 * gla_plan_differences_new:
 * @planned: (element-type GlaPatternLine): lines of the plan
 * @given: (element-type GlaPatternLine): what was given, or is to be
 *
 * Lines of the same product, area and side count as one, whichever vial they came from.
 */
GlaPlanDifferences *gla_plan_differences_new      (const GPtrArray          *planned,
                                                   const GPtrArray          *given);
void                gla_plan_differences_free     (GlaPlanDifferences       *self);

/** gla_plan_differences_is_as_planned: nothing was changed, left out or added. */
gboolean            gla_plan_differences_is_as_planned (const GlaPlanDifferences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPlanDifferences, gla_plan_differences_free)

G_END_DECLS

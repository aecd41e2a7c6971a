/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-dates.h"

#include "gla-finding-private.h"

static GlaDay
find_earliest (const GlaPlanCycles    *cycles,
               const GlaCycleSettings *settings,
               const GlaConstants     *constants,
               const GlaPlan          *plan)
{
  GlaFindingSearch search = {
    .cycles = cycles->after, .settings = settings, .constants = constants, .plan = plan,
    .planned = cycles, .region = gla_cycle_settings_get_region (settings),
  };
  g_autoptr (GArray) sessions = gla_finding_list_sessions (&search);
  const GlaFindingSession *last;

  if (sessions->len == 0)
    return GLA_DAY_NONE;
  last = &g_array_index (sessions, GlaFindingSession, sessions->len - 1);
  return last->treatment->day == plan->treatment->day ? last->label_end : GLA_DAY_NONE;
}

void
gla_plan_get_dates (const GlaPlanCycles    *cycles,
                    const GlaCycleSettings *settings,
                    const GlaConstants     *constants,
                    const GlaPlan          *plan,
                    GlaPlanDates           *dates)
{
  GlaDay day;

  g_return_if_fail (cycles != NULL && settings != NULL && constants != NULL);
  g_return_if_fail (plan != NULL && dates != NULL);

  day = plan->treatment->day;
  dates->judge_from = day + (int) gla_constants_get (constants, "assess_min");
  dates->review_from = day + (int) gla_constants_get (constants, "assess_ideal");
  dates->review_until = day + (int) gla_constants_get_upper (constants, "assess_ideal");
  dates->review_last = day + (int) gla_constants_get (constants, "assess_max_peak");
  dates->earliest = find_earliest (cycles, settings, constants, plan);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-call.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaCall, gla_call,
                   offsetof (GlaCall, id),
                   offsetof (GlaCall, patient),
                   offsetof (GlaCall, treatment),
                   offsetof (GlaCall, case_id),
                   offsetof (GlaCall, booking),
                   offsetof (GlaCall, staff),
                   offsetof (GlaCall, note))

GlaDay
gla_call_get_return_day (GlaCallOutcome outcome,
                         GlaDay         day,
                         GlaDay         chosen)
{
  switch (outcome)
    {
    case GLA_CALL_NO_ANSWER:
      return day + 1;
    case GLA_CALL_SNOOZED:
      return chosen != GLA_DAY_NONE ? chosen : day + 1;
    case GLA_CALL_BOOKED:
      /* The day itself is still the booked visit's. */
      return chosen != GLA_DAY_NONE ? chosen + 1 : GLA_DAY_NONE;
    case GLA_CALL_LATER:
      return chosen != GLA_DAY_NONE ? chosen : day + GLA_CALL_LATER_DAYS;
    case GLA_CALL_REACHED:
    case GLA_CALL_STOP:
    default:
      return GLA_DAY_NONE;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up.h"

#include "gla-cycle-private.h"

/* First day on which another treatment changed what a review would have seen. */
static GlaDay
get_end (const GlaCycle *cycle)
{
  if (cycle->elsewhere != NULL)
    return cycle->elsewhere->day;
  return cycle->next != NULL ? cycle->next_day : G_MAXINT32;
}

GlaFollowUpState
gla_follow_up_judge (const GlaCycle *cycle,
                     GlaDay          today)
{
  g_return_val_if_fail (cycle != NULL, GLA_FOLLOW_UP_NOT_COUNTED);

  if (cycle->day == GLA_DAY_NONE || !gla_cycle_is_dated (cycle->precision) ||
      get_end (cycle) <= cycle->review_until)
    return GLA_FOLLOW_UP_NOT_COUNTED;
  if (today > cycle->review_until)
    return cycle->reviewed ? GLA_FOLLOW_UP_REVIEWED : GLA_FOLLOW_UP_MISSED;
  return cycle->reviewed ? GLA_FOLLOW_UP_EARLY : GLA_FOLLOW_UP_OPEN;
}

gboolean
gla_follow_up_is_due (const GlaCycle *cycle,
                      GlaDay          today)
{
  return gla_follow_up_judge (cycle, today) == GLA_FOLLOW_UP_OPEN && today >= cycle->judge_from;
}

void
gla_follow_up_add (GlaFollowUp     *self,
                   const GlaCycles *cycles)
{
  g_return_if_fail (self != NULL && cycles != NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      GlaFollowUpState state = gla_follow_up_judge (cycles->cycles->pdata[i], cycles->today);

      self->due += state == GLA_FOLLOW_UP_REVIEWED || state == GLA_FOLLOW_UP_MISSED ? 1 : 0;
      self->reviewed += state == GLA_FOLLOW_UP_REVIEWED ? 1 : 0;
      self->open += state == GLA_FOLLOW_UP_OPEN ? 1 : 0;
    }
}

double
gla_follow_up_get_share (const GlaFollowUp *self)
{
  g_return_val_if_fail (self != NULL, -1.0);

  return self->due > 0 ? (double) self->reviewed / (double) self->due : -1.0;
}

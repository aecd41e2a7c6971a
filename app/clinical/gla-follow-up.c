/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up.h"

/* First day on which another treatment changed what a review would have seen. */
static GlaDay
get_end (const GlaCycle *cycle)
{
  if (cycle->elsewhere != NULL)
    return cycle->elsewhere->day;
  return cycle->next != NULL ? cycle->next_day : G_MAXINT32;
}

void
gla_follow_up_add (GlaFollowUp            *self,
                   const GlaCycles        *cycles,
                   const GlaCycleSettings *settings)
{
  g_return_if_fail (self != NULL && cycles != NULL && settings != NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];
      GlaDay window_end = cycle->day + settings->review_until;

      if (get_end (cycle) <= window_end)
        continue;
      if (cycles->today > window_end)
        {
          self->due++;
          self->reviewed += cycle->reviewed ? 1 : 0;
        }
      else if (!cycle->reviewed)
        self->open++;
    }
}

double
gla_follow_up_get_share (const GlaFollowUp *self)
{
  g_return_val_if_fail (self != NULL, -1.0);

  return self->due > 0 ? (double) self->reviewed / (double) self->due : -1.0;
}

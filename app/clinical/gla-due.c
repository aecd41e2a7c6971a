/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-due.h"

#include "gla-cycle-private.h"
#include "gla-follow-up.h"

static void
due_free (gpointer data)
{
  GlaDue *self = data;

  g_array_unref (self->areas);
  g_free (self);
}

static gboolean
is_followed (const GlaCycle         *cycle,
             const GlaCycleSettings *settings,
             GlaDay                  today)
{
  /* A month or a year says nothing about the days of a window. */
  return cycle->day != GLA_DAY_NONE && gla_cycle_is_dated (cycle->precision) &&
         today - cycle->day <= settings->due_horizon;
}

/* The due of that treatment, made if there is none. */
static GlaDue *
ensure_due (GPtrArray          *dues,
            GlaCallReason       reason,
            const GlaTreatment *treatment)
{
  GlaDue *due;

  for (guint i = 0; i < dues->len; i++)
    {
      due = dues->pdata[i];
      if (due->reason == reason && due->treatment == treatment)
        return due;
    }
  due = g_new0 (GlaDue, 1);
  due->reason = reason;
  due->treatment = treatment;
  due->first = G_MAXINT32;
  due->last = GLA_DAY_NONE;
  due->n_own = G_MAXUINT;
  due->areas = g_array_new (FALSE, FALSE, sizeof (GlaDueArea));
  g_ptr_array_add (dues, due);
  return due;
}

static void
add_area (GPtrArray      *dues,
          GlaCallReason   reason,
          const GlaCycle *cycle,
          GlaDay          first,
          GlaDay          last,
          guint           n_own)
{
  GlaDue *due = ensure_due (dues, reason, cycle->treatment);
  GlaDueArea area = { cycle->area, first, last, n_own };

  g_array_append_val (due->areas, area);
  due->first = MIN (due->first, first);
  due->last = MAX (due->last, last);
  due->n_own = MIN (due->n_own, n_own);
}

static void
add_reviews (GPtrArray       *dues,
             const GlaCycles *cycles)
{
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (gla_follow_up_judge (cycle, cycles->today) == GLA_FOLLOW_UP_OPEN)
        add_area (dues, GLA_CALL_REVIEW, cycle, cycle->judge_from, cycle->review_until, 0);
    }
}

static void
add_endings (GPtrArray              *dues,
             const GlaCycles        *cycles,
             const GPtrArray        *estimates,
             const GlaCycleSettings *settings)
{
  for (guint i = 0; i < estimates->len; i++)
    {
      const GlaEstimate *estimate = estimates->pdata[i];
      GlaDay first = MAX (estimate->days[GLA_ESTIMATE_10], estimate->earliest_treatment);
      GlaDay last = MAX (estimate->days[GLA_ESTIMATE_90], first + GLA_DUE_LEAST_DAYS);

      if (is_followed (estimate->cycle, settings, cycles->today) && last >= cycles->today)
        add_area (dues, GLA_CALL_ENDING, estimate->cycle, first, last, estimate->n_history);
    }
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const GlaDueArea *first = a;
  const GlaDueArea *second = b;

  return (first->first > second->first) - (first->first < second->first);
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const GlaDue *first = *(GlaDue *const *) a;
  const GlaDue *second = *(GlaDue *const *) b;

  if (first->reason != second->reason)
    return (int) first->reason - (int) second->reason;
  return (first->first > second->first) - (first->first < second->first);
}

GPtrArray *
gla_dues_new (const GlaCycles        *cycles,
              const GPtrArray        *estimates,
              const GlaCycleSettings *settings)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func (due_free);

  g_return_val_if_fail (cycles != NULL && estimates != NULL && settings != NULL, dues);

  add_reviews (dues, cycles);
  add_endings (dues, cycles, estimates, settings);
  for (guint i = 0; i < dues->len; i++)
    g_array_sort (((GlaDue *) dues->pdata[i])->areas, compare_areas);
  g_ptr_array_sort (dues, compare_dues);
  return dues;
}

gboolean
gla_due_is_on (const GlaDue *self,
               GlaDay        today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->first <= today && today <= self->last;
}

gboolean
gla_dues_need_estimates (const GlaCycles        *cycles,
                         const GlaCycleSettings *settings)
{
  g_return_val_if_fail (cycles != NULL && settings != NULL, FALSE);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (cycle->running && is_followed (cycle, settings, cycles->today))
        return TRUE;
    }
  return FALSE;
}

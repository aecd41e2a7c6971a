/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-completeness.h"

/* What is known of the days of a patient: the day, and whether its reason is recorded. */
static void
add_visit (GHashTable     *visits,
           GlaDay          day,
           GlaVisitReason  reason)
{
  gpointer key = GINT_TO_POINTER (day);

  if (day == GLA_DAY_NONE)
    return;
  if (reason != GLA_VISIT_REASON_UNKNOWN || !g_hash_table_contains (visits, key))
    g_hash_table_insert (visits, key, GINT_TO_POINTER (reason != GLA_VISIT_REASON_UNKNOWN));
}

static void
count_visits (GlaCompleteness  *self,
              const GlaHistory *history)
{
  g_autoptr (GHashTable) visits = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer has_reason;

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = g_ptr_array_index (history->treatments, i);

      add_visit (visits, treatment->day, treatment->reason);
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = g_ptr_array_index (history->assessments, i);

      add_visit (visits, assessment->day, assessment->reason);
    }
  self->visits += g_hash_table_size (visits);
  g_hash_table_iter_init (&iter, visits);
  while (g_hash_table_iter_next (&iter, NULL, &has_reason))
    self->visits_with_reason += GPOINTER_TO_INT (has_reason) != 0 ? 1 : 0;
}

static gboolean
was_told (const GlaCycle *cycle)
{
  for (guint i = 0; i < cycle->reports->len; i++)
    if (g_array_index (cycle->reports, GlaCycleReport, i).report->kind == GLA_REPORT_WORN_OFF)
      return TRUE;
  return FALSE;
}

void
gla_completeness_add (GlaCompleteness *self,
                      const GlaCycles *cycles)
{
  g_return_if_fail (self != NULL && cycles != NULL);

  self->n_patients++;
  gla_follow_up_add (&self->follow_up, cycles);
  count_visits (self, cycles->history);
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles->cycles, i);

      if (cycle->running || cycle->effect.status == GLA_EFFECT_NOT_SEEN)
        continue;
      self->finished++;
      self->finished_told += was_told (cycle) ? 1 : 0;
    }
}

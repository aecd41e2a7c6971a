/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"

#include <string.h>

/* The day that decides which treatment a report speaks of. */
static GlaDay
get_report_day (const GlaReport *report)
{
  return report->day != GLA_DAY_NONE ? report->day : report->told_on;
}

static void
attach (GlaCycle        *cycle,
        const GlaReport *report)
{
  GlaCycleReport entry = { report, get_report_day (report) - cycle->day };

  g_array_append_val (cycle->reports, entry);
}

/* How many cycles of the area began before @day. */
static guint
count_before (GlaCycleArea *area,
              GlaDay        day)
{
  guint low = 0, high = area->cycles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const GlaCycle *cycle = area->cycles->pdata[middle];

      if (cycle->day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* (nullable): the last of them. */
static GlaCycle *
find_last_before (GlaCycleArea *area,
                  GlaDay        day)
{
  guint n = count_before (area, day);

  return n > 0 ? area->cycles->pdata[n - 1] : NULL;
}

/* (nullable): the cycle of the area into which session @treatment injected. */
static GlaCycle *
find_treated (GlaCycleArea       *area,
              const GlaTreatment *treatment)
{
  for (guint i = count_before (area, treatment->day + 1); i > 0; i--)
    {
      GlaCycle *cycle = area->cycles->pdata[i - 1];

      if (gla_cycle_get_last_day (cycle) < treatment->day)
        return NULL;
      if (gla_cycle_has_treatment (cycle, treatment->id))
        return cycle;
    }
  return NULL;
}

/* What a report speaks of that names no treatment and no area: the last that began a cycle. */
static const GlaTreatment *
find_treatment (GPtrArray *areas,
                GlaDay     day)
{
  const GlaCycle *last = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      const GlaCycle *cycle = find_last_before (areas->pdata[i], day);

      if (cycle != NULL && (last == NULL || cycle->day > last->day))
        last = cycle;
    }
  return last != NULL ? last->treatment : NULL;
}

static void
attach_report (const GlaCycleContext *context,
               GPtrArray             *areas,
               const GlaReport       *report)
{
  GlaDay day = get_report_day (report);
  const GlaTreatment *treatment = NULL;

  if (day == GLA_DAY_NONE || day > context->today || report->told_on > context->today)
    return;
  if (report->treatment != NULL)
    {
      treatment = g_hash_table_lookup (context->treatments, report->treatment);
      if (treatment == NULL)
        return;
    }
  else if (report->area == NULL)
    {
      treatment = find_treatment (areas, day);
      if (treatment == NULL)
        return;
    }
  for (guint i = 0; i < areas->len; i++)
    {
      GlaCycleArea *area = areas->pdata[i];
      GlaCycle *cycle;

      if (report->area != NULL && strcmp (report->area, area->key) != 0)
        continue;
      cycle = treatment != NULL ? find_treated (area, treatment) : find_last_before (area, day);
      if (cycle != NULL)
        attach (cycle, report);
    }
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  const GlaCycleReport *first = a;
  const GlaCycleReport *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return g_strcmp0 (first->report->id, second->report->id);
}

void
gla_cycle_attach_reports (const GlaCycleContext *context,
                          GPtrArray             *areas)
{
  for (guint i = 0; i < context->history->reports->len; i++)
    attach_report (context, areas, context->history->reports->pdata[i]);

  for (guint i = 0; i < areas->len; i++)
    {
      GlaCycleArea *area = areas->pdata[i];

      for (guint k = 0; k < area->cycles->len; k++)
        {
          GlaCycle *cycle = area->cycles->pdata[k];

          if (cycle->reports->len > 1)
            g_array_sort (cycle->reports, compare_reports);
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"

#include "gla-cycle-private.h"

#include <math.h>
#include <string.h>

void
gla_cycle_free (GlaCycle *self)
{
  g_ptr_array_unref (self->injections);
  g_array_unref (self->touch_ups);
  g_array_unref (self->gradings);
  g_array_unref (self->reports);
  g_free (self);
}

gboolean
gla_cycle_has_treatment (const GlaCycle *self,
                         const char     *id)
{
  if (strcmp (self->treatment->id, id) == 0)
    return TRUE;
  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaInjection *injection = self->injections->pdata[i];

      if (strcmp (injection->treatment, id) == 0)
        return TRUE;
    }
  return FALSE;
}

GlaDay
gla_cycle_get_last_day (const GlaCycle *self)
{
  if (self->touch_ups->len == 0)
    return self->day;
  return self->day + g_array_index (self->touch_ups, GlaTouchUp, self->touch_ups->len - 1).day;
}

/* The upper end of a constant that may be a range. */
static int
get_whole (const GlaConstants *constants,
           const char         *name)
{
  double value = gla_constants_get_upper (constants, name);

  /* The built-in catalogue has them all, and a clinic can't take them away. */
  g_assert (!isnan (value));
  return (int) value;
}

void
gla_cycle_settings_init_with (GlaCycleSettings   *settings,
                              const GlaConstants *constants)
{
  g_return_if_fail (settings != NULL && constants != NULL);

  settings->touch_up_window = get_whole (constants, "touchup_window");
  settings->symptom_window = get_whole (constants, "symptom_window");
  settings->baseline_window = get_whole (constants, "baseline_window");
  settings->judge_from = get_whole (constants, "assess_min");
  settings->review_until = get_whole (constants, "assess_max_peak");
  settings->response_min = get_whole (constants, "response_grade_min");
  settings->comparable = gla_constants_get (constants, "dose_comparable");
  settings->due_horizon = get_whole (constants, "due_horizon");
  settings->least_judged = get_whole (constants, "insight_min_judged");
  settings->region = "eu";
}

void
gla_cycle_settings_init (GlaCycleSettings *settings,
                         GlaCatalogue     *catalogue)
{
  g_autoptr (GlaConstants) constants = NULL;

  g_return_if_fail (settings != NULL && catalogue != NULL);

  constants = gla_constants_new (catalogue);
  gla_cycle_settings_init_with (settings, constants);
}

char *
gla_cycle_settings_to_text (const GlaCycleSettings *settings)
{
  char comparable[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (settings != NULL, NULL);

  g_ascii_dtostr (comparable, sizeof comparable, settings->comparable);
  return g_strdup_printf ("%d %d %d %d %d %d %s %d %d %s", settings->touch_up_window,
                          settings->symptom_window, settings->baseline_window,
                          settings->judge_from, settings->review_until, settings->response_min,
                          comparable, settings->due_horizon, settings->least_judged,
                          settings->region != NULL ? settings->region : "");
}

static GHashTable *
index_treatments (GlaHistory *history,
                  GlaDay      today)
{
  GHashTable *treatments = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day != GLA_DAY_NONE && treatment->day <= today)
        g_hash_table_insert (treatments, (gpointer) treatment->id, (gpointer) treatment);
    }
  return treatments;
}

GlaRegion
gla_cycle_settings_get_region (const GlaCycleSettings *settings)
{
  g_autofree char *key = NULL;
  GlaRegion region;

  g_return_val_if_fail (settings != NULL, GLA_REGION_ANY);

  /* The keys of the catalogue are in capitals. */
  key = g_ascii_strup (settings->region != NULL ? settings->region : "", -1);
  region = gla_region_from_key (key);
  return region != GLA_REGION_NONE ? region : GLA_REGION_ANY;
}

GlaCycles *
gla_cycles_new (GlaHistory             *history,
                GlaCatalogue           *catalogue,
                const GlaCycleSettings *settings,
                GlaDay                  today)
{
  g_autoptr (GHashTable) treatments = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  GlaCycleContext context;
  GlaCycles *self;

  g_return_val_if_fail (history != NULL && catalogue != NULL && settings != NULL, NULL);
  g_return_val_if_fail (today != GLA_DAY_NONE, NULL);

  treatments = index_treatments (history, today);
  context = (GlaCycleContext) {
    history, treatments, catalogue, settings, gla_cycle_settings_get_region (settings), today,
  };
  areas = gla_cycle_build_areas (&context);
  gla_cycle_attach_reports (&context, areas);

  self = g_atomic_rc_box_new0 (GlaCycles);
  self->history = gla_history_ref (history);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->today = today;
  self->areas = g_ptr_array_new ();
  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_cycle_free);
  for (guint i = 0; i < areas->len; i++)
    {
      GlaCycleArea *area = areas->pdata[i];

      gla_cycle_judge_area (&context, area);
      g_ptr_array_add (self->areas, (gpointer) area->key);
      g_ptr_array_extend_and_steal (self->cycles, g_steal_pointer (&area->cycles));
    }
  return self;
}

GlaCycles *
gla_cycles_ref (const GlaCycles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaCycles *) self);
}

static void
cycles_clear (gpointer data)
{
  GlaCycles *self = data;

  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->history, gla_history_unref);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
}

void
gla_cycles_unref (GlaCycles *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, cycles_clear);
}

const GlaCycle *
gla_cycles_find (const GlaCycles *self,
                 const char      *treatment,
                 const char      *area)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; treatment != NULL && area != NULL && i < self->cycles->len; i++)
    {
      const GlaCycle *cycle = self->cycles->pdata[i];

      if (strcmp (cycle->area, area) == 0 && gla_cycle_has_treatment (cycle, treatment))
        return cycle;
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"

#include "gla-cycle-private.h"

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

/* The upper end of a constant that may be a range, or @fallback if the clinic took it out. */
static int
get_days (GlaCatalogue *catalogue,
          const char   *name,
          int           fallback)
{
  const GlaConstant *constant = gla_catalogue_find_constant (catalogue, name);

  return constant != NULL ? (int) constant->high : fallback;
}

void
gla_cycle_settings_init (GlaCycleSettings *settings,
                         GlaCatalogue     *catalogue)
{
  g_return_if_fail (settings != NULL && catalogue != NULL);

  settings->touch_up_window = get_days (catalogue, "touchup_window", 28);
  settings->symptom_window = get_days (catalogue, "symptom_window", 45);
  settings->baseline_window = get_days (catalogue, "baseline_window", 730);
  settings->judge_from = get_days (catalogue, "assess_min", 14);
  settings->review_until = get_days (catalogue, "assess_max_peak", 42);
  settings->region = "eu";
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

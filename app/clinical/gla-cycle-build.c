/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"

#include <string.h>

static GlaCycleArea *
area_new (const GlaCycleContext *context,
          const char            *key)
{
  GlaCycleArea *self = g_new0 (GlaCycleArea, 1);
  GlaArea *area = gla_catalogue_find_area (context->catalogue, key);
  const char *scale = area != NULL ? gla_area_get_scale (area) : NULL;

  self->key = key;
  self->scale = scale != NULL ? scale : "";
  /* Areas that the catalogue does not know come last. */
  self->order = area != NULL ? gla_area_get_order (area) : G_MAXINT;
  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_cycle_free);
  self->assessments = g_ptr_array_new ();
  self->exposures = g_ptr_array_new ();
  return self;
}

void
gla_cycle_area_free (GlaCycleArea *self)
{
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_ptr_array_unref (self->assessments);
  g_ptr_array_unref (self->exposures);
  g_free (self);
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const GlaCycleArea *first = *(const GlaCycleArea *const *) a;
  const GlaCycleArea *second = *(const GlaCycleArea *const *) b;

  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return strcmp (first->key, second->key);
}

static GlaCycle *
cycle_new (const GlaTreatment *treatment,
           const GlaInjection *injection)
{
  GlaCycle *self = g_new0 (GlaCycle, 1);

  self->treatment = treatment;
  self->area = injection->area;
  self->side = injection->side;
  self->day = treatment->day;
  self->precision = treatment->precision;
  self->product = injection->product;
  self->units = injection->units;
  self->points = injection->points;
  self->injections = g_ptr_array_new ();
  self->touch_ups = g_array_new (FALSE, FALSE, sizeof (GlaTouchUp));
  self->gradings = g_array_new (FALSE, FALSE, sizeof (GlaCycleGrading));
  self->reports = g_array_new (FALSE, FALSE, sizeof (GlaCycleReport));
  self->next_day = GLA_DAY_NONE;
  self->label_end = GLA_DAY_NONE;
  g_ptr_array_add (self->injections, (gpointer) injection);
  return self;
}

static GlaUnits
add_units (GlaUnits a,
           GlaUnits b)
{
  return a == GLA_UNITS_UNKNOWN || b == GLA_UNITS_UNKNOWN ? GLA_UNITS_UNKNOWN : a + b;
}

/* Puts what was injected on the same day together; amounts of two products make no sum. */
static void
add_to_session (GlaCycle   *self,
                GlaSide     side,
                const char *product,
                gboolean    mixed,
                GlaUnits    units,
                int         points)
{
  if (self->side != side)
    self->side = GLA_SIDE_BOTH;
  if (self->mixed_products || mixed || g_strcmp0 (self->product, product) != 0)
    {
      self->mixed_products = TRUE;
      self->product = NULL;
      self->units = GLA_UNITS_UNKNOWN;
    }
  else
    self->units = add_units (self->units, units);
  self->points = self->points == 0 || points == 0 ? 0 : self->points + points;
}

/* One cycle for each area of each session, by day. */
static void
collect_sessions (const GlaCycleContext *context,
                  GHashTable            *areas)
{
  GPtrArray *injections = context->history->injections;

  for (guint i = 0; i < injections->len; i++)
    {
      const GlaInjection *injection = injections->pdata[i];
      const GlaTreatment *treatment =
        g_hash_table_lookup (context->treatments, injection->treatment);
      GlaCycleArea *area;
      GlaCycle *last = NULL;

      if (treatment == NULL || injection->area == NULL)
        continue;
      area = g_hash_table_lookup (areas, injection->area);
      if (area == NULL)
        {
          area = area_new (context, injection->area);
          g_hash_table_insert (areas, (gpointer) injection->area, area);
        }
      if (area->cycles->len > 0)
        last = area->cycles->pdata[area->cycles->len - 1];
      if (last == NULL || last->treatment != treatment)
        {
          g_ptr_array_add (area->cycles, cycle_new (treatment, injection));
          continue;
        }
      g_ptr_array_add (last->injections, (gpointer) injection);
      add_to_session (last, injection->side, injection->product, FALSE, injection->units,
                      injection->points);
    }
}

/* Same area and product, 1 to 28 days after day 0 (statistics, section 1.3). */
static gboolean
is_touch_up (const GlaCycle         *cycle,
             const GlaCycle         *later,
             const GlaCycleSettings *settings)
{
  int days = later->day - cycle->day;

  return days >= 1 && days <= settings->touch_up_window &&
         gla_cycle_is_dated (cycle->precision) && gla_cycle_is_dated (later->precision) &&
         cycle->product != NULL && g_strcmp0 (cycle->product, later->product) == 0;
}

static gboolean
is_same_session (const GlaCycle *cycle,
                 const GlaCycle *later)
{
  return later->day == cycle->day && cycle->touch_ups->len == 0 &&
         cycle->precision == GLA_DAY_EXACT && later->precision == GLA_DAY_EXACT;
}

/* Day 0 and the number of points stay those of the first session. */
static void
add_touch_up (GlaCycle       *cycle,
              const GlaCycle *later)
{
  GlaTouchUp touch_up = { later->treatment, later->day - cycle->day, later->units };

  if (cycle->side != later->side)
    cycle->side = GLA_SIDE_BOTH;
  cycle->units = add_units (cycle->units, later->units);
  g_array_append_val (cycle->touch_ups, touch_up);
}

static void
join_touch_ups (const GlaCycleContext *context,
                GlaCycleArea          *area)
{
  g_autoptr (GPtrArray) sessions = g_steal_pointer (&area->cycles);
  GlaCycle *last = NULL;

  g_ptr_array_set_free_func (sessions, NULL);
  area->cycles = g_ptr_array_new_full (sessions->len, (GDestroyNotify) gla_cycle_free);
  for (guint i = 0; i < sessions->len; i++)
    {
      GlaCycle *session = sessions->pdata[i];
      gboolean same = last != NULL && is_same_session (last, session);

      if (!same && (last == NULL || !is_touch_up (last, session, context->settings)))
        {
          session->first_units = session->units;
          g_ptr_array_add (area->cycles, session);
          last = session;
          continue;
        }
      for (guint k = 0; k < session->injections->len; k++)
        g_ptr_array_add (last->injections, session->injections->pdata[k]);
      if (same)
        {
          add_to_session (last, session->side, session->product, session->mixed_products,
                          session->units, session->points);
          last->first_units = last->units;
        }
      else
        add_touch_up (last, session);
      gla_cycle_free (session);
    }
}

static void
collect_rows (const GlaCycleContext *context,
              GHashTable            *areas)
{
  for (guint i = 0; i < context->history->assessments->len; i++)
    {
      const GlaAssessment *assessment = context->history->assessments->pdata[i];
      GlaCycleArea *area = NULL;

      if (assessment->area != NULL && assessment->day != GLA_DAY_NONE &&
          assessment->day <= context->today)
        area = g_hash_table_lookup (areas, assessment->area);
      if (area != NULL)
        g_ptr_array_add (area->assessments, (gpointer) assessment);
    }
  for (guint i = 0; i < context->history->exposures->len; i++)
    {
      const GlaExposure *exposure = context->history->exposures->pdata[i];
      GlaCycleArea *area = NULL;

      if (exposure->area != NULL && exposure->day != GLA_DAY_NONE &&
          exposure->day <= context->today && exposure->precision != GLA_DAY_YEAR &&
          exposure->certainty != GLA_CERTAINTY_GUESS)
        area = g_hash_table_lookup (areas, exposure->area);
      if (area != NULL)
        g_ptr_array_add (area->exposures, (gpointer) exposure);
    }
}

GPtrArray *
gla_cycle_build_areas (const GlaCycleContext *context)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *areas = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_cycle_area_free);
  GHashTableIter iter;
  gpointer area;

  collect_sessions (context, by_key);
  collect_rows (context, by_key);
  g_hash_table_iter_init (&iter, by_key);
  while (g_hash_table_iter_next (&iter, NULL, &area))
    {
      join_touch_ups (context, area);
      g_ptr_array_add (areas, area);
    }
  g_ptr_array_sort (areas, compare_areas);
  return areas;
}

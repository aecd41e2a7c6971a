/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-model.h"

#include "gla-i18n.h"
#include "gla-timeline-cycle.h"

static void
row_free (gpointer data)
{
  GlaTimelineRow *row = data;

  g_free (row->name);
  g_ptr_array_unref (row->cycles);
  g_array_unref (row->visits);
  g_ptr_array_unref (row->exposures);
  g_ptr_array_unref (row->events);
  g_free (row);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const GlaTimelineRow *first = *(GlaTimelineRow * const *) a;
  const GlaTimelineRow *second = *(GlaTimelineRow * const *) b;
  GlaCatalogue *catalogue = data;
  GlaArea *area_a = gla_catalogue_find_area (catalogue, first->area);
  GlaArea *area_b = gla_catalogue_find_area (catalogue, second->area);
  int order_a = area_a != NULL ? gla_area_get_order (area_a) : G_MAXINT;
  int order_b = area_b != NULL ? gla_area_get_order (area_b) : G_MAXINT;

  if (order_a != order_b)
    return order_a < order_b ? -1 : 1;
  if (first->area == NULL || second->area == NULL)
    return (first->area == NULL) - (second->area == NULL);
  return g_strcmp0 (first->area, second->area);
}

static GlaTimelineRow *
get_row (GlaTimelineModel *self,
         const char       *area)
{
  GlaTimelineRow *row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (g_strcmp0 (row->area, area) == 0)
        return row;
    }

  row = g_new0 (GlaTimelineRow, 1);
  row->area = area;
  row->name = gla_timeline_dup_area_name (self->catalogue, area);
  row->cycles = g_ptr_array_new_with_free_func (gla_timeline_cycle_free);
  row->visits = g_array_new (FALSE, FALSE, sizeof (GlaTimelineVisit));
  row->exposures = g_ptr_array_new ();
  row->events = g_ptr_array_new ();
  g_ptr_array_add (self->rows, row);
  return row;
}

/* An event without an area belongs to the first area of its treatment. */
static const char *
get_event_area (GlaTimelineModel      *self,
                const GlaAdverseEvent *event)
{
  if (event->area != NULL || event->treatment == NULL)
    return event->area;

  for (guint i = 0; i < self->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (self->cycles->cycles, i);

      if (g_strcmp0 (cycle->treatment->id, event->treatment) == 0)
        return cycle->area;
    }
  return NULL;
}

static void
get_scale_range (GlaCatalogue     *catalogue,
                 const char       *key,
                 GlaTimelineVisit *visit)
{
  const GlaScale *scale = gla_catalogue_find_scale (catalogue, key);

  visit->low = 0;
  visit->high = 3;
  if (scale != NULL)
    gla_scale_get_range (scale, &visit->low, &visit->high);
}

static void
add_cycles (GlaTimelineModel *self,
            const GArray     *usual)
{
  const GlaTimelineCycle *before = NULL;
  GPtrArray *cycles = self->cycles->cycles;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles, i);
      GlaTimelineRow *row = get_row (self, cycle->area);
      GlaTimelineCycle *drawn;

      before = row->cycles->len > 0 ? g_ptr_array_index (row->cycles, row->cycles->len - 1) : NULL;
      drawn = gla_timeline_cycle_new (cycle, before, self->cycles->today, self->catalogue);
      gla_timeline_cycle_set_outlook (drawn, self->estimates,
                                      usual != NULL ? &g_array_index (usual, GlaTimelineUsual, i)
                                                    : NULL);
      g_ptr_array_add (row->cycles, drawn);
    }
}

static void
add_records (GlaTimelineModel *self)
{
  const GlaHistory *history = self->cycles->history;
  GlaDay today = self->cycles->today;

  for (guint i = 0; i < history->assessments->len; i++)
    {
      GlaTimelineVisit visit = { .assessment = g_ptr_array_index (history->assessments, i) };

      if (visit.assessment->day == GLA_DAY_NONE || visit.assessment->day > today)
        continue;
      get_scale_range (self->catalogue, visit.assessment->scale, &visit);
      g_array_append_val (get_row (self, visit.assessment->area)->visits, visit);
    }
  for (guint i = 0; i < history->exposures->len; i++)
    {
      GlaExposure *exposure = g_ptr_array_index (history->exposures, i);

      if (exposure->day == GLA_DAY_NONE || exposure->day > today)
        continue;
      g_ptr_array_add (get_row (self, exposure->area)->exposures, exposure);
      self->has_exposures = TRUE;
    }
  for (guint i = 0; i < history->adverse_events->len; i++)
    {
      GlaAdverseEvent *event = g_ptr_array_index (history->adverse_events, i);

      if (event->onset == GLA_DAY_NONE || event->onset > today)
        continue;
      g_ptr_array_add (get_row (self, get_event_area (self, event))->events, event);
      self->has_events = TRUE;
    }
}

static void
find_extent (GlaTimelineModel *self)
{
  self->first = self->last = self->cycles->today;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, j);

          self->first = MIN (self->first, drawn->cycle->day);
          self->last = MAX (self->last, drawn->cycle->day + drawn->end);
        }
      for (guint j = 0; j < row->visits->len; j++)
        self->first = MIN (self->first,
                           g_array_index (row->visits, GlaTimelineVisit, j).assessment->day);
      for (guint j = 0; j < row->exposures->len; j++)
        self->first = MIN (self->first,
                           ((GlaExposure *) g_ptr_array_index (row->exposures, j))->day);
      for (guint j = 0; j < row->events->len; j++)
        self->first = MIN (self->first,
                           ((GlaAdverseEvent *) g_ptr_array_index (row->events, j))->onset);
    }
}

GlaTimelineModel *
gla_timeline_model_new (GlaCycles    *cycles,
                        GlaCatalogue *catalogue)
{
  return gla_timeline_model_new_with_estimates (cycles, catalogue, NULL, NULL);
}

GlaTimelineModel *
gla_timeline_model_new_with_estimates (GlaCycles    *cycles,
                                       GlaCatalogue *catalogue,
                                       GPtrArray    *estimates,
                                       const GArray *usual)
{
  GlaTimelineModel *self;

  g_return_val_if_fail (cycles != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (usual == NULL || usual->len == cycles->cycles->len, NULL);

  self = g_atomic_rc_box_new0 (GlaTimelineModel);
  self->cycles = gla_cycles_ref (cycles);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->estimates = estimates != NULL ? g_ptr_array_ref (estimates) : NULL;
  self->rows = g_ptr_array_new_with_free_func (row_free);

  add_cycles (self, usual);
  add_records (self);
  find_extent (self);
  g_ptr_array_sort_with_data (self->rows, compare_keys, catalogue);
  return self;
}

GlaTimelineModel *
gla_timeline_model_ref (GlaTimelineModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_model (gpointer data)
{
  GlaTimelineModel *self = data;

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->estimates, g_ptr_array_unref);
  gla_catalogue_unref (self->catalogue);
  gla_cycles_unref (self->cycles);
}

void
gla_timeline_model_unref (GlaTimelineModel *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_model);
}

char *
gla_timeline_dup_area_name (GlaCatalogue *catalogue,
                            const char   *area)
{
  const GlaArea *found;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (area == NULL)
    return g_strdup (_("No area"));
  found = gla_catalogue_find_area (catalogue, area);
  return g_strdup (found != NULL ? gla_area_get_name (found) : area);
}

char *
gla_timeline_dup_amount (GlaCatalogue *catalogue,
                         const char   *product,
                         GlaUnits      units)
{
  const GlaProduct *found;
  g_autofree char *amount = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  found = gla_catalogue_find_product (catalogue, product);
  amount = gla_units_format (units);
  /* Translators: units and the short code of a product, as in "20 ONA" */
  return g_strdup_printf (C_("amount", "%s %s"), amount,
                          found != NULL ? gla_product_get_code (found)
                                        : product != NULL ? product : "?");
}

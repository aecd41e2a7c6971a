/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-observation-private.h"

#include "gla-cycle-private.h"
#include "gla-lot-name.h"

#include <math.h>
#include <string.h>

struct _GlaObservations
{
  GArray *rows;         /* (element-type GlaObservation) */
  GStringChunk *texts;
  gsize n_durations;
};

GlaObservations *
gla_observations_new (void)
{
  GlaObservations *self = g_new0 (GlaObservations, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (GlaObservation));
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
gla_observations_free (GlaObservations *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* FNV-1a of 64 bits: the same number for the same identifier on every machine. */
gint64
gla_observation_hash (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = id != NULL ? id : ""; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) hash;
}

GlaDuration
gla_cycle_get_duration (const GlaCycle *self)
{
  GlaDuration duration = { 0.0, HUGE_VAL };
  int half_width;

  g_return_val_if_fail (self != NULL, duration);

  half_width = gla_cycle_half_width (self->precision);
  duration.left = MAX (0, self->effect.left - half_width);
  if (self->effect.right != GLA_EFFECT_OPEN)
    duration.right = self->effect.right + half_width;
  return duration;
}

const char *
gla_cycle_get_family (const GlaCycle *self,
                      GlaCatalogue   *catalogue)
{
  GlaProduct *product;

  g_return_val_if_fail (self != NULL && catalogue != NULL, "");

  product = gla_catalogue_find_product (catalogue, self->product);
  return product != NULL ? gla_product_get_family (product) : "";
}

static gboolean
has_two_sides (GlaCatalogue *catalogue,
               const char   *key)
{
  const GlaAreaSides both = GLA_AREA_SIDE_LEFT | GLA_AREA_SIDE_RIGHT;
  GlaArea *area = gla_catalogue_find_area (catalogue, key);

  return area != NULL && (gla_area_get_sides (area) & both) == both;
}

double
gla_cycle_get_log_dose_ratio (const GlaCycle *self,
                              GlaCatalogue   *catalogue)
{
  const GlaForecastPrior *prior;
  double reference;

  g_return_val_if_fail (self != NULL && catalogue != NULL, 0.0);

  prior = gla_catalogue_find_forecast_prior (catalogue, gla_cycle_get_family (self, catalogue),
                                             self->area);
  if (self->units == GLA_UNITS_UNKNOWN || self->units <= 0 ||
      prior->reference_units == GLA_UNITS_UNKNOWN || prior->reference_units <= 0)
    return 0.0;

  reference = (double) prior->reference_units;
  if (has_two_sides (catalogue, self->area))
    {
      gboolean one_side = self->side == GLA_SIDE_LEFT || self->side == GLA_SIDE_RIGHT;

      if (prior->per_side && !one_side)
        reference *= 2.0;
      else if (!prior->per_side && one_side)
        reference /= 2.0;
    }
  return log ((double) self->units / reference);
}

const char *
gla_cycle_get_lot (const GlaCycle *self)
{
  const char *lot = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->injections->len; i++)
    {
      const GlaInjection *injection = self->injections->pdata[i];

      if (strcmp (injection->treatment, self->treatment->id) != 0)
        continue;
      if (injection->lot == NULL || injection->lot[0] == '\0' ||
          (lot != NULL && !gla_lot_name_equal (lot, injection->lot)))
        return NULL;
      lot = injection->lot;
    }
  return lot;
}

gboolean
gla_observation_has_duration (const GlaObservation *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status != GLA_EFFECT_NOT_SEEN && gla_duration_is_informative (&self->interval);
}

const char *
gla_observations_keep (GlaObservations *self,
                       const char      *text)
{
  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

void
gla_observations_append (GlaObservations      *self,
                         const GlaObservation *row)
{
  g_array_append_vals (self->rows, row, 1);
  self->n_durations += gla_observation_has_duration (row) ? 1 : 0;
}

void
gla_observations_add (GlaObservations *self,
                      const GlaCycles *cycles)
{
  gint64 patient;

  g_return_if_fail (self != NULL && cycles != NULL);

  patient = gla_observation_hash (cycles->history->patient->id);
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];
      GlaObservation row = {
        .patient = patient,
        .session = gla_observation_hash (cycle->treatment->id),
        .day = cycle->day,
        .area = gla_observations_keep (self, cycle->area),
        .family = gla_observations_keep (self, gla_cycle_get_family (cycle, cycles->catalogue)),
        .product = gla_observations_keep (self, cycle->product),
        .lot = gla_observations_keep (self, gla_cycle_get_lot (cycle)),
        .practitioner = gla_observations_keep (self, cycle->treatment->injector),
        .log_dose_ratio = gla_cycle_get_log_dose_ratio (cycle, cycles->catalogue),
        .status = cycle->effect.status,
        .interval = gla_cycle_get_duration (cycle),
      };

      gla_observations_append (self, &row);
    }
}

const GlaObservation *
gla_observations_get_rows (const GlaObservations *self,
                           gsize                 *n_rows)
{
  g_return_val_if_fail (self != NULL && n_rows != NULL, NULL);

  *n_rows = self->rows->len;
  return (const GlaObservation *) self->rows->data;
}

gsize
gla_observations_count_durations (const GlaObservations *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_durations;
}

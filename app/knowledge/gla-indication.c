/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-indication.h"

static void
free_dose (gpointer data)
{
  GlaLabelDose *dose = data;

  gla_marked_clear (&dose->mark);
  g_free (dose);
}

static void
free_points (gpointer data)
{
  GlaLabelPoints *points = data;

  gla_marked_clear (&points->mark);
  g_free (points);
}

static void
free_age (gpointer data)
{
  GlaAgeLimit *age = data;

  gla_marked_clear (&age->mark);
  g_free (age);
}

static void
free_maximum (gpointer data)
{
  GlaMaximum *maximum = data;

  g_strfreev (maximum->areas);
  gla_marked_clear (&maximum->mark);
  g_free (maximum);
}

void
gla_interval_free (GlaInterval *self)
{
  if (self == NULL)
    return;
  gla_marked_clear (&self->mark);
  g_free (self);
}

GlaIndication *
gla_indication_new (void)
{
  GlaIndication *self = g_new0 (GlaIndication, 1);

  self->doses = g_ptr_array_new_with_free_func (free_dose);
  self->points = g_ptr_array_new_with_free_func (free_points);
  self->ages = g_ptr_array_new_with_free_func (free_age);
  self->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_interval_free);
  self->maxima = g_ptr_array_new_with_free_func (free_maximum);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  return self;
}

void
gla_indication_free (GlaIndication *self)
{
  if (self == NULL)
    return;
  g_free (self->area);
  gla_marked_clear (&self->mark);
  g_ptr_array_unref (self->doses);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->ages);
  g_ptr_array_unref (self->intervals);
  g_ptr_array_unref (self->maxima);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static gconstpointer
get_first (const GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, 0) : NULL;
}

const GlaLabelDose *
gla_indication_get_dose (const GlaIndication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_first (self->doses);
}

gboolean
gla_indication_get_limits (const GlaIndication *self,
                           GlaUnits            *low,
                           GlaUnits            *high)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (low != NULL, FALSE);
  g_return_val_if_fail (high != NULL, FALSE);

  for (guint i = 0; i < self->doses->len; i++)
    {
      const GlaLabelDose *dose = g_ptr_array_index (self->doses, i);

      if (i == 0 || dose->low < *low)
        *low = dose->low;
      if (i == 0 || dose->high > *high)
        *high = dose->high;
    }
  return self->doses->len > 0;
}

const GlaLabelPoints *
gla_indication_get_points (const GlaIndication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_first (self->points);
}

const GlaAgeLimit *
gla_indication_get_age_limit (const GlaIndication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_first (self->ages);
}

const GlaInterval *
gla_indication_get_interval (const GlaIndication *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_first (self->intervals);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-area-private.h"

#include "gla-i18n.h"

void
gla_starting_dose_free (GlaStartingDose *self)
{
  if (self == NULL)
    return;
  g_free (self->group);
  g_free (self->product);
  gla_marked_clear (&self->mark);
  g_free (self);
}

static void
clear_area (gpointer data)
{
  GlaArea *self = data;

  g_free (self->key);
  g_free (self->code);
  g_free (self->name);
  g_free (self->full_name);
  g_strfreev (self->names);
  g_free (self->scale);
  for (int i = 0; i < GLA_N_AREA_FACTS; i++)
    g_ptr_array_unref (self->facts[i]);
  g_ptr_array_unref (self->doses);
}

GlaArea *
gla_area_new (void)
{
  GlaArea *self = g_atomic_rc_box_new0 (GlaArea);

  for (int i = 0; i < GLA_N_AREA_FACTS; i++)
    self->facts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  self->doses = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_starting_dose_free);
  return self;
}

GlaArea *
gla_area_ref (GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_area_unref (GlaArea *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_area);
}

const char *
gla_area_get_key (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

const char *
gla_area_get_code (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

const char *
gla_area_get_name (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own ? self->name : _(self->name);
}

const char *
gla_area_get_full_name (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own ? self->full_name : _(self->full_name);
}

const char * const *
gla_area_get_names (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->names;
}

int
gla_area_get_order (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->order;
}

GlaAreaSides
gla_area_get_sides (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, GLA_AREA_SIDE_NONE);

  return self->sides;
}

gboolean
gla_area_is_paired (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->paired;
}

const char *
gla_area_get_scale (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scale;
}

int
gla_area_get_points_low (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points_low;
}

int
gla_area_get_points_high (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points_high;
}

gboolean
gla_area_get_points_per_side (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->points_per_side;
}

gboolean
gla_area_get_duration_weeks (const GlaArea *self,
                             int           *low,
                             int           *high)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (low != NULL, FALSE);
  g_return_val_if_fail (high != NULL, FALSE);

  *low = self->weeks_low;
  *high = self->weeks_high;
  return self->weeks_low > 0;
}

const GPtrArray *
gla_area_get_facts (const GlaArea   *self,
                    GlaAreaFactKind  kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < GLA_N_AREA_FACTS, NULL);

  return self->facts[kind];
}

const GPtrArray *
gla_area_get_starting_doses (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->doses;
}

/*
 * A figure for nobody in particular holds for women and men; when the sex is not
 * known the lower figures of the table, those for women, are offered.
 */
static gboolean
is_meant_for (const GlaStartingDose *dose,
              GlaDoseFor             patient)
{
  if (dose->patient == GLA_DOSE_FOR_ANYONE || dose->patient == patient)
    return TRUE;
  return patient == GLA_DOSE_FOR_ANYONE && dose->patient == GLA_DOSE_FOR_WOMEN;
}

const GlaStartingDose *
gla_area_find_starting_dose (const GlaArea *self,
                             const char    *group,
                             const char    *product,
                             GlaDoseFor     patient)
{
  const GlaStartingDose *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (group != NULL, NULL);

  for (guint i = 0; i < self->doses->len; i++)
    {
      const GlaStartingDose *dose = g_ptr_array_index (self->doses, i);

      if (!g_str_equal (dose->group, group) || !is_meant_for (dose, patient))
        continue;
      if (dose->product != NULL && g_strcmp0 (dose->product, product) == 0)
        return dose;
      if (dose->product == NULL && found == NULL)
        found = dose;
    }
  return found;
}

gboolean
gla_area_is_own (const GlaArea *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->own;
}

int
gla_area_compare (gconstpointer a,
                  gconstpointer b)
{
  const GlaArea *first = *(const GlaArea * const *) a;
  const GlaArea *second = *(const GlaArea * const *) b;

  return (first->order > second->order) - (first->order < second->order);
}

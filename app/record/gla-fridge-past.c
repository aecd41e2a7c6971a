/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-past.h"

#include <string.h>

GlaFridgePast *
gla_fridge_past_new (void)
{
  GlaFridgePast *self = g_atomic_rc_box_new0 (GlaFridgePast);

  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_vial_move_unref);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_answer_unref);
  return self;
}

GlaFridgePast *
gla_fridge_past_ref (GlaFridgePast *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GlaFridgePast *self = data;

  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->moves);
  g_ptr_array_unref (self->answers);
}

void
gla_fridge_past_unref (GlaFridgePast *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static const char *
get_fridge (const GlaFridgeReading *reading)
{
  return reading->fridge != NULL ? reading->fridge : GLA_FRIDGE_FIRST;
}

/* Whether @reading is of @fridge and was taken, or had begun, between two moments; NULL: no end. */
static gboolean
is_within (const GlaFridgeReading *reading,
           const char             *fridge,
           const char             *from,
           const char             *until)
{
  return strcmp (get_fridge (reading), fridge) == 0 && strcmp (from, reading->moment) <= 0
         && (until == NULL
             || (strcmp (from, until) < 0 && strcmp (reading->since, until) < 0));
}

gboolean
gla_fridge_past_concerns (const GlaFridgePast    *self,
                          const GlaFridgeReading *reading,
                          const GlaVial          *vial)
{
  char day[11];
  g_autofree char *received = NULL;
  const char *fridge = GLA_FRIDGE_FIRST;
  const char *from;

  g_return_val_if_fail (self != NULL && reading != NULL && vial != NULL, FALSE);

  received = vial->received != GLA_DAY_NONE
               ? g_strconcat (gla_day_write_iso (vial->received, day), "T00:00", NULL)
               : g_strdup ("");
  if (strcmp (reading->moment, received) < 0)
    return FALSE;
  from = received;
  for (guint i = 0; i < self->moves->len; i++)
    {
      const GlaVialMove *move = self->moves->pdata[i];

      if (g_strcmp0 (move->vial, vial->id) != 0)
        continue;
      if (is_within (reading, fridge, from, move->moment))
        return TRUE;
      fridge = move->fridge;
      from = move->moment;
    }
  return is_within (reading, fridge, from, NULL);
}

const char *
gla_fridge_past_find (const GlaFridgePast *self,
                      const char          *vial)
{
  const char *fridge = GLA_FRIDGE_FIRST;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const GlaVialMove *move = self->moves->pdata[i];

      if (g_strcmp0 (move->vial, vial) == 0)
        fridge = move->fridge;
    }
  return fridge;
}

const GlaFridgeAnswer *
gla_fridge_past_find_answer (const GlaFridgePast    *self,
                             const GlaFridgeReading *reading,
                             const char             *product)
{
  const GlaFridgeAnswer *found = NULL;

  g_return_val_if_fail (self != NULL && reading != NULL, NULL);

  /* The one asked soonest after it: a later yes to other temperatures undoes no earlier no. */
  for (guint i = 0; i < self->answers->len; i++)
    {
      const GlaFridgeAnswer *answer = self->answers->pdata[i];

      if (g_strcmp0 (answer->product, product) == 0
          && strcmp (answer->fridge, get_fridge (reading)) == 0
          && strcmp (reading->moment, answer->moment) <= 0
          && (found == NULL || strcmp (answer->moment, found->moment) < 0))
        found = answer;
    }
  return found;
}

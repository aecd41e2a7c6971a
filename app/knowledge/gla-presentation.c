/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-presentation.h"

#include <math.h>

void
gla_presentation_free (GlaPresentation *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->brand);
  gla_marked_clear (&self->mark);
  g_free (self);
}

void
gla_dilution_free (GlaDilution *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->presentations);
  gla_marked_clear (&self->mark);
  g_free (self);
}

GlaStorage *
gla_storage_new (void)
{
  GlaStorage *self = g_new0 (GlaStorage, 1);

  self->presentations = g_new0 (char *, 1);
  self->low_celsius = (double) NAN;
  self->high_celsius = (double) NAN;
  self->or_low_celsius = (double) NAN;
  self->or_high_celsius = (double) NAN;
  self->in_use_hours = GLA_HOURS_UNKNOWN;
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_marked_free);
  return self;
}

void
gla_storage_free (GlaStorage *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->presentations);
  gla_marked_clear (&self->unopened);
  gla_marked_clear (&self->shelf_life);
  gla_marked_clear (&self->in_use);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

gboolean
gla_presentations_hold (const char * const *presentations,
                        const char         *key)
{
  g_return_val_if_fail (presentations != NULL, FALSE);

  return presentations[0] == NULL || (key != NULL && g_strv_contains (presentations, key));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-duration.h"

#include <math.h>

gboolean
gla_duration_read (const GlaDuration *self,
                   GlaDuration       *interval)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (interval != NULL, FALSE);

  interval->left = 0.0;
  interval->right = HUGE_VAL;

  if (!isfinite (self->left) || self->left < 0.0 || isnan (self->right))
    return FALSE;
  if (self->right < self->left || (self->right <= self->left && self->right < 1.0))
    return FALSE;

  interval->left = self->right > self->left ? self->left : self->right - 1.0;
  interval->right = self->right;

  return TRUE;
}

gboolean
gla_duration_is_informative (const GlaDuration *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->left > 0.0 || isfinite (self->right);
}

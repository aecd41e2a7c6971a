/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-use.h"

#include <string.h>

#define HOURS_OF_DAY 24
#define MINUTES_OF_HOUR 60

/* Length of YYYY-MM-DDTHH and of YYYY-MM-DDTHH:MM. */

const GlaStorage *
gla_vial_find_storage (const GlaVial *self,
                       GlaCatalogue  *catalogue)
{
  const GlaProduct *product;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  product = gla_catalogue_find_product (catalogue, self->product);
  return product != NULL ? gla_product_find_storage (product, self->presentation) : NULL;
}

int
gla_vial_get_label_hours (const GlaVial *self,
                          GlaCatalogue  *catalogue)
{
  const GlaStorage *storage = gla_vial_find_storage (self, catalogue);

  return storage != NULL ? storage->in_use_hours : GLA_HOURS_UNKNOWN;
}

/* The clinic can edit the figure of this product (evidence, section 3.3). */
static gboolean
is_of_constant (const GlaVial *vial)
{
  return g_strcmp0 (vial->product, "ona") == 0;
}

GlaMarkFlags
gla_vial_get_in_use_marks (const GlaVial      *self,
                           const GlaConstants *constants)
{
  const GlaStorage *storage;

  g_return_val_if_fail (self != NULL && constants != NULL, GLA_MARK_NONE);

  if (is_of_constant (self))
    return gla_constants_get_marks (constants, "recon_label_ona");
  storage = gla_vial_find_storage (self, gla_constants_get_catalogue (constants));
  return storage != NULL ? storage->in_use.marks : GLA_MARK_NONE;
}

int
gla_vial_get_in_use_hours (const GlaVial      *self,
                           const GlaConstants *constants)
{
  g_return_val_if_fail (self != NULL && constants != NULL, GLA_HOURS_UNKNOWN);

  if (is_of_constant (self))
    return (int) gla_constants_get (constants, "recon_label_ona");
  return gla_vial_get_label_hours (self, gla_constants_get_catalogue (constants));
}

gboolean
gla_vial_get_hours (const GlaVial *self,
                    GlaDay         day,
                    int            minute,
                    int           *least,
                    int           *most)
{
  GlaDay made;
  int made_minute, hour;

  g_return_val_if_fail (self != NULL && least != NULL && most != NULL, FALSE);

  /* A time without minutes counts from the full hour. */
  made = gla_day_from_moment (self->reconstituted, &made_minute);
  if (made == GLA_DAY_NONE || day == GLA_DAY_NONE || made > day)
    return FALSE;
  if (minute == GLA_MINUTE_UNKNOWN)
    {
      hour = made_minute / MINUTES_OF_HOUR;
      *least = MAX (0, (day - made) * HOURS_OF_DAY - hour);
      *most = (day - made + 1) * HOURS_OF_DAY - hour;
      return TRUE;
    }
  minute += (day - made) * HOURS_OF_DAY * MINUTES_OF_HOUR - made_minute;
  *least = *most = minute / MINUTES_OF_HOUR;
  return minute >= 0;
}

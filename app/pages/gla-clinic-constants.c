/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-constants.h"

#include "gla-store-constant.h"

GlaConstants *
gla_clinic_constants_read (GlaStore      *store,
                           GlaCatalogue  *catalogue,
                           GError       **error)
{
  g_autoptr (GlaConstants) constants = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (store != NULL && catalogue != NULL, NULL);

  own = gla_store_list_constants (store, error);
  if (own == NULL)
    return NULL;
  constants = gla_constants_new (catalogue);
  for (guint i = 0; i < own->len; i++)
    {
      const GlaClinicConstant *constant = g_ptr_array_index (own, i);

      /* A value of a constant that the catalogue no longer has does not count. */
      if (!gla_constants_override (constants, constant->name, constant->low, constant->high))
        g_debug ("no constant that can be changed: %s", constant->name);
    }
  return g_steal_pointer (&constants);
}

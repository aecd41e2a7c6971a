/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-knowledge.h"

#include "gla-store-constant.h"
#include "gla-store-read.h"

static GArray *
collect_products (GPtrArray *products)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (GlaOwnProduct));

  for (guint i = 0; i < products->len; i++)
    {
      const GlaClinicProduct *product = products->pdata[i];
      GlaOwnProduct item = {
        .key = product->key,
        .name = product->name,
        .code = product->code,
        .family = product->unit_family,
        .vial_units = product->content,
      };

      g_array_append_val (own, item);
    }
  return own;
}

static GArray *
collect_areas (GPtrArray *areas)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (GlaOwnArea));

  for (guint i = 0; i < areas->len; i++)
    {
      const GlaClinicArea *area = areas->pdata[i];
      GlaOwnArea item = {
        .key = area->key,
        .name = area->name,
        .code = area->code,
        .paired = area->has_sides,
      };

      g_array_append_val (own, item);
    }
  return own;
}

GlaCatalogue *
gla_clinic_add_own (GlaStore      *store,
                    GlaCatalogue  *files,
                    GError       **error)
{
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GArray) own_products = NULL;
  g_autoptr (GArray) own_areas = NULL;

  g_return_val_if_fail (store != NULL && files != NULL, NULL);

  products = gla_store_list_clinic_products (store, error);
  if (products == NULL)
    return NULL;
  areas = gla_store_list_clinic_areas (store, error);
  if (areas == NULL)
    return NULL;
  if (products->len == 0 && areas->len == 0)
    return gla_catalogue_ref (files);
  own_products = collect_products (products);
  own_areas = collect_areas (areas);
  return gla_catalogue_new_with_own (files, (GlaOwnProduct *) own_products->data,
                                     own_products->len, (GlaOwnArea *) own_areas->data,
                                     own_areas->len, error);
}

/* An entry that no longer fits, such as one of a constant that is gone, does not count. */
GlaConstants *
gla_clinic_load_constants (GlaStore      *store,
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
      const GlaClinicConstant *constant = own->pdata[i];

      if (!gla_constants_override (constants, constant->name, constant->low, constant->high))
        g_debug ("no constant that can be changed: %s", constant->name);
    }
  return g_steal_pointer (&constants);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pack-choice.h"

#include "gla-i18n.h"

static void
pack_free (GlaPack *pack)
{
  g_free (pack->name);
  g_free (pack);
}

static char *
name_presentation (const GlaPresentation *presentation)
{
  g_autofree char *units = gla_units_format (presentation->units);

  /* Translators: a brand and the units in a vial of it */
  return g_strdup_printf (_("%s %s U"), presentation->brand, units);
}

static void
add_pack (GPtrArray             *packs,
          const GlaProduct      *product,
          const GlaPresentation *presentation)
{
  GlaPack *pack = g_new0 (GlaPack, 1);

  pack->product = gla_product_get_key (product);
  pack->presentation = presentation != NULL ? presentation->key : NULL;
  pack->units = presentation != NULL ? presentation->units : GLA_UNITS_UNKNOWN;
  pack->name = presentation != NULL ? name_presentation (presentation)
                                    : g_strdup (gla_product_get_name (product));
  g_ptr_array_add (packs, pack);
}

GPtrArray *
gla_pack_choice_list (GlaCatalogue *catalogue)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_free);
  const GPtrArray *products;

  g_return_val_if_fail (catalogue != NULL, packs);

  products = gla_catalogue_get_products (catalogue);
  for (guint i = 0; i < products->len; i++)
    {
      const GPtrArray *presentations = gla_product_get_presentations (products->pdata[i]);

      for (guint n = 0; n < presentations->len; n++)
        add_pack (packs, products->pdata[i], presentations->pdata[n]);
      if (presentations->len == 0)
        add_pack (packs, products->pdata[i], NULL);
    }
  return packs;
}

int
gla_pack_choice_find (GPtrArray  *packs,
                      const char *product,
                      const char *presentation)
{
  g_return_val_if_fail (packs != NULL, -1);

  for (guint i = 0; i < packs->len; i++)
    {
      const GlaPack *pack = packs->pdata[i];

      if (g_strcmp0 (pack->product, product) == 0 &&
          g_strcmp0 (pack->presentation, presentation) == 0)
        return (int) i;
    }
  return -1;
}

char *
gla_pack_get_name (GlaCatalogue *catalogue,
                   const char   *product,
                   const char   *presentation)
{
  const GlaPresentation *found;
  const GlaProduct *of;

  g_return_val_if_fail (catalogue != NULL, NULL);

  found = presentation != NULL
            ? gla_catalogue_find_presentation (catalogue, presentation, NULL)
            : NULL;
  if (found != NULL)
    return name_presentation (found);
  of = gla_catalogue_find_product (catalogue, product);
  return g_strdup (of != NULL ? gla_product_get_name (of) : _("unknown product"));
}

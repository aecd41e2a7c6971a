/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue-private.h"

#include "gla-search-key.h"

#include <string.h>

/* A key that is put together lies on the stack up to this size: each cycle of a clinic asks. */
#define USUAL_KEY 96

/* Stands in a table of names for a name that two products or areas have. */
static char ambiguous;

static char *
fold_name (const char *name)
{
  g_auto (GStrv) words = gla_search_key_split (name);

  return g_strjoinv (" ", words);
}

static void
add_name (GHashTable *table,
          const char *name,
          gpointer    element)
{
  g_autofree char *key = fold_name (name);
  gpointer known;

  if (key[0] == '\0')
    return;
  known = g_hash_table_lookup (table, key);
  if (known == NULL)
    g_hash_table_insert (table, g_steal_pointer (&key), element);
  else if (known != element)
    g_hash_table_insert (table, g_steal_pointer (&key), &ambiguous);
}

/*
 * The name as a whole, else as the first words of exactly one product's or area's
 * names: "botox" for "botox cosmetic".
 */
static gpointer
find_name (GHashTable *table,
           const char *name)
{
  g_autofree char *key = fold_name (name);
  g_autofree char *start = g_strconcat (key, " ", NULL);
  gpointer found;
  GHashTableIter iter;
  gpointer other;
  gpointer element;

  if (key[0] == '\0')
    return NULL;
  found = g_hash_table_lookup (table, key);
  if (found != NULL)
    return found != &ambiguous ? found : NULL;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &other, &element))
    {
      if (!g_str_has_prefix (other, start))
        continue;
      if (element == &ambiguous || (found != NULL && found != element))
        return NULL;
      found = element;
    }
  return found;
}

static void
index_products (GlaCatalogue *self)
{
  GPtrArray *list = self->lists[GLA_PART_PRODUCTS];

  self->product_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->product_codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->presentations = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++)
    {
      GlaProduct *product = g_ptr_array_index (list, i);
      const char * const *brands = gla_product_get_brands (product);
      const char *code = gla_product_get_code (product);
      const GPtrArray *presentations = gla_product_get_presentations (product);

      for (gsize b = 0; brands[b] != NULL; b++)
        add_name (self->product_names, brands[b], product);
      add_name (self->product_names, gla_product_get_generic (product), product);
      add_name (self->product_names, code, product);
      add_name (self->product_names, gla_product_get_key (product), product);
      if (!g_hash_table_contains (self->product_codes, code))
        g_hash_table_insert (self->product_codes, (gpointer) code, product);
      for (guint p = 0; p < presentations->len; p++)
        {
          const GlaPresentation *presentation = g_ptr_array_index (presentations, p);

          if (!g_hash_table_contains (self->presentations, presentation->key))
            g_hash_table_insert (self->presentations, presentation->key, product);
        }
    }
}

static void
index_areas (GlaCatalogue *self)
{
  GPtrArray *list = self->lists[GLA_PART_AREAS];

  self->area_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->area_codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++)
    {
      GlaArea *area = g_ptr_array_index (list, i);
      const char * const *names = gla_area_get_names (area);
      const char *code = gla_area_get_code (area);

      for (gsize n = 0; names[n] != NULL; n++)
        add_name (self->area_names, names[n], area);
      add_name (self->area_names, gla_area_get_key (area), area);
      add_name (self->area_names, code, area);
      if (code[0] != '\0' && !g_hash_table_contains (self->area_codes, code))
        g_hash_table_insert (self->area_codes, (gpointer) code, area);
    }
}

GlaCatalogue *
gla_catalogue_build (GPtrArray **lists)
{
  GlaCatalogue *self = g_atomic_rc_box_new0 (GlaCatalogue);

  for (int part = 0; part < GLA_N_PARTS; part++)
    {
      GPtrArray *list = lists[part];

      self->lists[part] = list;
      self->by_key[part] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < list->len; i++)
        g_hash_table_insert (self->by_key[part],
                             gla_part_dup_key (part, g_ptr_array_index (list, i)),
                             g_ptr_array_index (list, i));
    }
  index_products (self);
  index_areas (self);
  return self;
}

static void
clear_catalogue (gpointer data)
{
  GlaCatalogue *self = data;

  g_hash_table_unref (self->product_names);
  g_hash_table_unref (self->product_codes);
  g_hash_table_unref (self->presentations);
  g_hash_table_unref (self->area_names);
  g_hash_table_unref (self->area_codes);
  for (int part = 0; part < GLA_N_PARTS; part++)
    {
      g_hash_table_unref (self->by_key[part]);
      g_ptr_array_unref (self->lists[part]);
    }
}

GlaCatalogue *
gla_catalogue_ref (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_catalogue_unref (GlaCatalogue *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_catalogue);
}

static gpointer
find (GlaCatalogue *self,
      GlaPart       part,
      const char   *key)
{
  return key != NULL ? g_hash_table_lookup (self->by_key[part], key) : NULL;
}

const GPtrArray *
gla_catalogue_get_products (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_PRODUCTS];
}

GlaProduct *
gla_catalogue_find_product (GlaCatalogue *self,
                            const char   *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, GLA_PART_PRODUCTS, key);
}

GlaProduct *
gla_catalogue_find_product_by_name (GlaCatalogue *self,
                                    const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return find_name (self->product_names, name);
}

const GlaPresentation *
gla_catalogue_find_presentation (GlaCatalogue  *self,
                                 const char    *key,
                                 GlaProduct   **product)
{
  GlaProduct *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = key != NULL ? g_hash_table_lookup (self->presentations, key) : NULL;
  if (product != NULL)
    *product = found;
  return found != NULL ? gla_product_find_presentation (found, key) : NULL;
}

gboolean
gla_catalogue_shares_units (GlaCatalogue *self,
                            const char   *product,
                            const char   *other)
{
  GlaProduct *first;
  GlaProduct *second;

  g_return_val_if_fail (self != NULL, FALSE);

  if (product != NULL && g_strcmp0 (product, other) == 0)
    return TRUE;
  first = gla_catalogue_find_product (self, product);
  second = gla_catalogue_find_product (self, other);
  return first != NULL && second != NULL && gla_product_shares_units (first, second);
}

const GlaIndication *
gla_catalogue_find_indication (GlaCatalogue *self,
                               const char   *product,
                               const char   *area,
                               GlaRegion     region)
{
  GlaProduct *found = gla_catalogue_find_product (self, product);

  return found != NULL && area != NULL ? gla_product_find_indication (found, area, region) : NULL;
}

const GlaInterval *
gla_catalogue_find_interval (GlaCatalogue *self,
                             const char   *product,
                             const char   *area,
                             GlaRegion     region)
{
  GlaProduct *found = gla_catalogue_find_product (self, product);

  return found != NULL ? gla_product_find_interval (found, area, region) : NULL;
}

const GlaDilution *
gla_catalogue_find_dilution (GlaCatalogue *self,
                             const char   *presentation)
{
  GlaProduct *product;

  if (gla_catalogue_find_presentation (self, presentation, &product) == NULL)
    return NULL;
  return gla_product_find_dilution (product, presentation);
}

const GPtrArray *
gla_catalogue_get_areas (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_AREAS];
}

GlaArea *
gla_catalogue_find_area (GlaCatalogue *self,
                         const char   *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, GLA_PART_AREAS, key);
}

GlaArea *
gla_catalogue_find_area_by_code (GlaCatalogue *self,
                                 const char   *code)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  lower = g_ascii_strdown (code, -1);
  return g_hash_table_lookup (self->area_codes, lower);
}

GlaArea *
gla_catalogue_find_area_by_name (GlaCatalogue *self,
                                 const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return find_name (self->area_names, name);
}

const GPtrArray *
gla_catalogue_get_priors (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_PRIORS];
}

GPtrArray *
gla_catalogue_dup_priors_for (GlaCatalogue *self,
                              const char   *product,
                              const char   *area)
{
  GlaProduct *found = gla_catalogue_find_product (self, product);
  GPtrArray *priors = g_ptr_array_new ();
  GPtrArray *list;

  g_return_val_if_fail (self != NULL, priors);

  list = self->lists[GLA_PART_PRIORS];
  for (guint i = 0; found != NULL && area != NULL && i < list->len; i++)
    {
      GlaPrior *prior = g_ptr_array_index (list, i);

      if (gla_prior_holds_for (prior, gla_product_get_family (found), product, area))
        g_ptr_array_add (priors, prior);
    }
  return priors;
}

const GlaForecastPrior *
gla_catalogue_find_forecast_prior (GlaCatalogue *self,
                                   const char   *family,
                                   const char   *area)
{
  const GlaForecastPrior *forecast = NULL;
  g_autofree char *long_key = NULL;
  char buffer[USUAL_KEY];

  g_return_val_if_fail (self != NULL, NULL);

  if (family != NULL && area != NULL)
    {
      gsize size = strlen (family) + strlen (area) + 2;
      char *key = size <= sizeof buffer ? buffer : (long_key = g_malloc (size));

      g_stpcpy (g_stpcpy (g_stpcpy (key, family), " "), area);
      forecast = find (self, GLA_PART_FORECASTS, key);
      if (forecast == NULL)
        forecast = find (self, GLA_PART_DERIVED, key);
    }
  return forecast != NULL ? forecast : find (self, GLA_PART_FORECASTS, " ");
}

const GPtrArray *
gla_catalogue_get_forecast_priors (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_FORECASTS];
}

const GPtrArray *
gla_catalogue_get_scales (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_SCALES];
}

const GlaScale *
gla_catalogue_find_scale (GlaCatalogue *self,
                          const char   *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, GLA_PART_SCALES, key);
}

const GPtrArray *
gla_catalogue_get_constants (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_CONSTANTS];
}

const GlaConstant *
gla_catalogue_find_constant (GlaCatalogue *self,
                             const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, GLA_PART_CONSTANTS, name);
}

const GPtrArray *
gla_catalogue_get_sources (GlaCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lists[GLA_PART_SOURCES];
}

const GlaSource *
gla_catalogue_find_source (GlaCatalogue *self,
                           const char   *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, GLA_PART_SOURCES, key);
}

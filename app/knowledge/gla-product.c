/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-product-private.h"

#include "gla-i18n.h"

static void
free_fact (gpointer data)
{
  GlaFact *fact = data;

  g_free (fact->key);
  gla_marked_clear (&fact->mark);
  g_free (fact);
}

static void
free_licence (gpointer data)
{
  GlaLicence *licence = data;

  gla_marked_clear (&licence->mark);
  g_free (licence);
}

static void
clear_product (gpointer data)
{
  GlaProduct *self = data;

  g_free (self->key);
  g_free (self->code);
  g_free (self->family);
  g_free (self->dose_group);
  g_free (self->unit_name);
  g_free (self->name);
  g_free (self->generic);
  g_strfreev (self->brands);
  for (int i = 0; i < GLA_N_FACTS; i++)
    g_ptr_array_unref (self->facts[i]);
  g_ptr_array_unref (self->presentations);
  g_ptr_array_unref (self->dilutions);
  g_ptr_array_unref (self->storages);
  g_ptr_array_unref (self->licences);
  g_ptr_array_unref (self->indications);
  g_ptr_array_unref (self->intervals);
}

GlaProduct *
gla_product_new (void)
{
  GlaProduct *self = g_atomic_rc_box_new0 (GlaProduct);

  for (int i = 0; i < GLA_N_FACTS; i++)
    self->facts[i] = g_ptr_array_new_with_free_func (free_fact);
  self->presentations = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_presentation_free);
  self->dilutions = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_dilution_free);
  self->storages = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_storage_free);
  self->licences = g_ptr_array_new_with_free_func (free_licence);
  self->indications = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_indication_free);
  self->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_interval_free);
  return self;
}

GlaProduct *
gla_product_ref (GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_product_unref (GlaProduct *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_product);
}

const char *
gla_product_get_key (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}

const char *
gla_product_get_name (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char * const *
gla_product_get_brands (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->brands;
}

const char *
gla_product_get_generic (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->generic;
}

const char *
gla_product_get_code (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

const char *
gla_product_get_family (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

const char *
gla_product_get_unit_name (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* The empty string would be translated to the header of the catalogue of messages. */
  return self->own || self->unit_name[0] == '\0' ? self->unit_name : _(self->unit_name);
}

const char *
gla_product_get_dose_group (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dose_group;
}

gboolean
gla_product_is_own (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->own;
}

const GPtrArray *
gla_product_get_facts (const GlaProduct *self,
                       GlaFactKind       kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < GLA_N_FACTS, NULL);

  return self->facts[kind];
}

gboolean
gla_product_screens_for (const GlaProduct *self,
                         const char       *material)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (material != NULL, FALSE);

  for (guint i = 0; i < self->facts[GLA_FACT_SCREEN]->len; i++)
    {
      const GlaFact *fact = g_ptr_array_index (self->facts[GLA_FACT_SCREEN], i);

      if (g_strcmp0 (fact->key, material) == 0)
        return TRUE;
    }
  return FALSE;
}

const GPtrArray *
gla_product_get_presentations (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->presentations;
}

const GlaPresentation *
gla_product_find_presentation (const GlaProduct *self,
                               const char       *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->presentations->len; i++)
    {
      const GlaPresentation *presentation = g_ptr_array_index (self->presentations, i);

      if (g_strcmp0 (presentation->key, key) == 0)
        return presentation;
    }
  return NULL;
}

const GPtrArray *
gla_product_get_dilutions (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dilutions;
}

const GlaDilution *
gla_product_find_dilution (const GlaProduct *self,
                           const char       *presentation)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->dilutions->len; i++)
    {
      const GlaDilution *dilution = g_ptr_array_index (self->dilutions, i);

      if (gla_presentations_hold ((const char * const *) dilution->presentations, presentation))
        return dilution;
    }
  return NULL;
}

const GPtrArray *
gla_product_get_storages (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->storages;
}

const GlaStorage *
gla_product_find_storage (const GlaProduct *self,
                          const char       *presentation)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->storages->len; i++)
    {
      const GlaStorage *storage = g_ptr_array_index (self->storages, i);

      if (gla_presentations_hold ((const char * const *) storage->presentations, presentation))
        return storage;
    }
  return NULL;
}

const GPtrArray *
gla_product_get_indications (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->indications;
}

const GlaIndication *
gla_product_find_indication (const GlaProduct *self,
                             const char       *area,
                             GlaRegion         region)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);

  for (guint i = 0; i < self->indications->len; i++)
    {
      const GlaIndication *indication = g_ptr_array_index (self->indications, i);

      if ((indication->regions & region) != 0 && g_str_equal (indication->area, area))
        return indication;
    }
  return NULL;
}

/* First interval of any indication in the region; of one area if @area is given. */
static const GlaInterval *
find_label_interval (const GlaProduct *self,
                     const char       *area,
                     GlaRegion         region)
{
  for (guint i = 0; i < self->indications->len; i++)
    {
      const GlaIndication *indication = g_ptr_array_index (self->indications, i);

      if ((indication->regions & region) != 0 && indication->intervals->len > 0
          && (area == NULL || g_str_equal (indication->area, area)))
        return gla_indication_get_interval (indication);
    }
  return NULL;
}

const GlaInterval *
gla_product_find_interval (const GlaProduct *self,
                           const char       *area,
                           GlaRegion         region)
{
  const GlaInterval *interval = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (area != NULL)
    interval = find_label_interval (self, area, region);
  if (interval == NULL)
    interval = find_label_interval (self, NULL, region);
  if (interval == NULL && self->intervals->len > 0)
    interval = g_ptr_array_index (self->intervals, 0);
  if (interval == NULL)
    interval = find_label_interval (self, NULL, GLA_REGION_ANY);
  return interval;
}

const GPtrArray *
gla_product_get_licences (const GlaProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->licences;
}

gboolean
gla_product_shares_units (const GlaProduct *self,
                          const GlaProduct *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_str_equal (self->family, other->family);
}

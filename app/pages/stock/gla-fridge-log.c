/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-log.h"

#include "gla-clinic-knowledge.h"
#include "gla-i18n.h"
#include "gla-store-fridge.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"

static void
clear (gpointer data)
{
  GlaFridgeLog *self = data;

  g_clear_pointer (&self->excursions, g_hash_table_unref);
  g_clear_pointer (&self->fridges, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->past, gla_fridge_past_unref);
  g_clear_pointer (&self->constants, gla_constants_unref);
}

GlaFridgeLog *
gla_fridge_log_ref (GlaFridgeLog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_fridge_log_unref (GlaFridgeLog *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

static void
judge (GlaFridgeLog  *self,
       const GlaVial *vial,
       GlaDay         today)
{
  GlaExcursion excursion;

  if (vial->state == GLA_VIAL_FINISHED || vial->state == GLA_VIAL_DISCARDED)
    return;
  gla_excursion_judge (vial, self->past, today, self->constants, &excursion);
  /* One that is held is not to be used at all. */
  if (excursion.advice == GLA_EXCURSION_NONE
      || (vial->state == GLA_VIAL_HELD && excursion.advice == GLA_EXCURSION_USE_FIRST))
    return;
  g_hash_table_insert (self->excursions, g_strdup (vial->id),
                       g_memdup2 (&excursion, sizeof excursion));
}

GlaFridgeLog *
gla_fridge_log_read (GlaStore      *store,
                     GlaCatalogue  *catalogue,
                     GPtrArray     *stock,
                     GlaDay         today,
                     GError       **error)
{
  g_autoptr (GlaFridgeLog) self = g_atomic_rc_box_new0 (GlaFridgeLog);

  g_return_val_if_fail (store != NULL && catalogue != NULL && stock != NULL, NULL);

  self->excursions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if ((self->fridges = gla_store_list_fridges (store, error)) == NULL
      || (self->looks = gla_store_list_fridge_readings (store, NULL, TRUE, error)) == NULL
      || (self->imports = gla_store_list_fridge_imports (store, error)) == NULL
      || (self->staff = gla_store_list_staff (store, TRUE, error)) == NULL
      || (self->past = gla_store_read_fridge_past (store, NULL, error)) == NULL
      || (self->constants = gla_clinic_load_constants (store, catalogue, error)) == NULL)
    return NULL;
  for (guint i = 0; i < stock->len; i++)
    judge (self, ((GlaStockVial *) stock->pdata[i])->vial, today);
  return g_steal_pointer (&self);
}

const GlaExcursion *
gla_fridge_log_find (const GlaFridgeLog *self,
                     const char         *vial)
{
  g_return_val_if_fail (self != NULL && vial != NULL, NULL);

  return g_hash_table_lookup (self->excursions, vial);
}

const char *
gla_fridge_log_find_last (const GlaFridgeLog *self,
                          const char         *fridge)
{
  g_return_val_if_fail (self != NULL && fridge != NULL, NULL);

  for (guint i = 0; i < self->looks->len; i++)
    {
      const GlaFridgeReading *look = self->looks->pdata[i];

      if (g_str_equal (look->fridge != NULL ? look->fridge : GLA_FRIDGE_FIRST, fridge))
        return look->moment;
    }
  return NULL;
}

const char *
gla_fridge_get_name (const GlaFridge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->name != NULL && self->name[0] != '\0')
    return self->name;
  return _("Main fridge");
}

const char *
gla_fridge_log_get_name (const GlaFridgeLog *self,
                         const char         *fridge)
{
  g_return_val_if_fail (self != NULL && fridge != NULL, NULL);

  for (guint i = 0; i < self->fridges->len; i++)
    {
      const GlaFridge *candidate = self->fridges->pdata[i];

      if (g_str_equal (candidate->id, fridge))
        return gla_fridge_get_name (candidate);
    }
  return _("a fridge that is no more");
}

GStrv
gla_fridge_log_dup_names (const GlaFridgeLog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->fridges->len; i++)
    g_strv_builder_add (names, gla_fridge_get_name (self->fridges->pdata[i]));
  return g_strv_builder_end (names);
}

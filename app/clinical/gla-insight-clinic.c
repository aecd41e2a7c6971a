/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-clinic.h"

#include "gla-i18n.h"

#include <string.h>

/* The model there is while it fits the data, as everywhere in the program. */
static GlaClinicModel *
make_model (GlaCycleTable          *table,
            const GlaObservations  *observations,
            const GlaClinicModel   *known,
            GlaCancelFunc           cancel,
            gpointer                cancel_data,
            GError                **error)
{
  GlaCatalogue *catalogue = gla_cycle_table_get_catalogue (table);
  gsize n_durations = gla_observations_count_durations (observations);

  /* A clinic without a single duration has nothing to fit, which is no fault. */
  if (n_durations == 0)
    return gla_clinic_model_new (catalogue);
  if (known != NULL && !gla_clinic_model_is_stale (known, n_durations))
    return gla_clinic_model_ref (known);
  return gla_clinic_model_fit (catalogue, observations, cancel, cancel_data, error);
}

static void
clinic_clear (gpointer data)
{
  GlaInsightClinic *self = data;

  g_clear_pointer (&self->table, gla_cycle_table_unref);
  g_clear_pointer (&self->model, gla_clinic_model_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->funnel, gla_practitioner_funnel_free);
  g_clear_pointer (&self->staff, g_hash_table_unref);
}

GlaInsightClinic *
gla_insight_clinic_new (GlaCycleTable         *table,
                        GHashTable            *staff,
                        const GlaClinicModel  *known,
                        GlaCancelFunc          cancel,
                        gpointer               cancel_data,
                        GError               **error)
{
  g_autoptr (GlaInsightClinic) self = NULL;
  g_autoptr (GlaObservations) observations = NULL;
  GlaDay today;

  g_return_val_if_fail (table != NULL && staff != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaInsightClinic);
  self->table = gla_cycle_table_ref (table);
  self->staff = g_hash_table_ref (staff);
  observations = gla_cycle_table_observe (table);
  today = gla_cycle_table_get_today (table);
  self->model = make_model (table, observations, known, cancel, cancel_data, error);
  if (self->model == NULL)
    return NULL;
  self->lots = gla_lot_findings_new (observations, self->model, today, error);
  if (self->lots == NULL || gla_statistics_is_cancelled (cancel, cancel_data, error))
    return NULL;
  self->funnel = gla_practitioner_funnel_new (observations, self->model, today);
  return g_steal_pointer (&self);
}

GlaInsightClinic *
gla_insight_clinic_ref (const GlaInsightClinic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaInsightClinic *) self);
}

void
gla_insight_clinic_unref (GlaInsightClinic *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clinic_clear);
}

const char *
gla_insight_clinic_get_product_name (const GlaInsightClinic *self,
                                     const char             *product)
{
  GlaProduct *found;
  const char *const *brands;

  g_return_val_if_fail (self != NULL, NULL);

  if (product == NULL || product[0] == '\0')
    return _("unknown product");
  found = gla_catalogue_find_product (gla_cycle_table_get_catalogue (self->table), product);
  brands = found != NULL ? gla_product_get_brands (found) : NULL;
  return brands != NULL && brands[0] != NULL ? brands[0] : product;
}

const char *
gla_insight_clinic_get_staff_name (const GlaInsightClinic *self,
                                   const char             *injector)
{
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);

  name = injector != NULL ? g_hash_table_lookup (self->staff, injector) : NULL;
  return name != NULL ? name : _("not recorded");
}

static const char *
get_unknown (GlaCycleKey key)
{
  switch (key)
    {
    case GLA_CYCLE_KEY_PRODUCT:
      return _("unknown product");
    case GLA_CYCLE_KEY_LOT:
      return _("lot not recorded");
    case GLA_CYCLE_KEY_DILUTION:
      return _("dilution not recorded");
    case GLA_CYCLE_KEY_DOSE:
      return _("dose not comparable");
    case GLA_CYCLE_KEY_AREA:
    case GLA_CYCLE_KEY_INJECTOR:
    case GLA_N_CYCLE_KEYS:
    default:
      return _("not recorded");
    }
}

static const char *
get_band_name (gint64 band)
{
  if (band == GLA_DOSE_BAND_LOWER)
    return _("below the reference dose");
  return band == GLA_DOSE_BAND_HIGHER ? _("above the reference dose")
                                      : _("about the reference dose");
}

char *
gla_insight_clinic_describe (const GlaInsightClinic *self,
                             GlaCycleKey             key,
                             guint32                 code)
{
  const GlaCycleValue *value;
  g_autofree char *units = NULL;
  const char *product;
  GlaArea *area;

  g_return_val_if_fail (self != NULL && key < GLA_N_CYCLE_KEYS, NULL);

  if (code == GLA_CYCLE_CODE_UNKNOWN)
    return g_strdup (get_unknown (key));
  value = gla_cycle_table_get_value (self->table, key, code);
  product = gla_insight_clinic_get_product_name (self, value->product);
  switch (key)
    {
    case GLA_CYCLE_KEY_AREA:
      area = gla_catalogue_find_area (gla_cycle_table_get_catalogue (self->table), value->text);
      return g_strdup (area != NULL ? gla_area_get_name (area) : value->text);
    case GLA_CYCLE_KEY_INJECTOR:
      return g_strdup (gla_insight_clinic_get_staff_name (self, value->text));
    case GLA_CYCLE_KEY_LOT:
      /* Translators: a product and a lot */
      return g_strdup_printf (_("%s · %s"), product, value->text);
    case GLA_CYCLE_KEY_DILUTION:
      units = gla_units_format (value->number);
      /* Translators: a product, and how many of its units are in a millilitre */
      return g_strdup_printf (_("%s · %s units per ml"), product, units);
    case GLA_CYCLE_KEY_DOSE:
      return g_strdup_printf (_("%s · %s"), product, get_band_name (value->number));
    case GLA_CYCLE_KEY_PRODUCT:
    case GLA_N_CYCLE_KEYS:
    default:
      return g_strdup (product);
    }
}

const GlaLotFinding *
gla_insight_clinic_find_lot (const GlaInsightClinic *self,
                             guint32                 code)
{
  const GlaCycleValue *value;

  g_return_val_if_fail (self != NULL, NULL);

  if (code == GLA_CYCLE_CODE_UNKNOWN)
    return NULL;
  value = gla_cycle_table_get_value (self->table, GLA_CYCLE_KEY_LOT, code);
  return gla_lot_findings_find (self->lots, value->product, value->text);
}

const GlaPractitionerRate *
gla_insight_clinic_find_rate (const GlaInsightClinic *self,
                              guint32                 code)
{
  const char *injector;

  g_return_val_if_fail (self != NULL, NULL);

  injector = gla_cycle_table_get_value (self->table, GLA_CYCLE_KEY_INJECTOR, code)->text;
  for (guint i = 0; self->funnel != NULL && i < self->funnel->rates->len; i++)
    {
      const GlaPractitionerRate *rate = self->funnel->rates->pdata[i];

      if (strcmp (rate->practitioner, injector) == 0)
        return rate;
    }
  return NULL;
}

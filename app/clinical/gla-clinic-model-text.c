/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic model as text, so that it can be kept between two starts. */

#include "config.h"

#include "gla-clinic-model-private.h"

#include "gla-clinic-fit.h"
#include "gla-model.h"

/* Another form, or another meaning of it, gets another number. */
#define VERSION 1

/* Version, durations, assessable, failed; areas with beta, tau, sigma, patients; their products. */
#define TYPE "(utuua(sdddua(sddu)))"

/* A standard deviation at the end of its range may differ from it in the last bit. */
#define ROUNDING 1e-9

char *
gla_clinic_model_to_text (const GlaClinicModel *self)
{
  GVariantBuilder areas;
  g_autoptr (GVariant) whole = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&areas, G_VARIANT_TYPE ("a(sdddua(sddu))"));
  for (guint i = 0; i < self->areas->len; i++)
    {
      const GlaModelArea *area = &g_array_index (self->areas, GlaModelArea, i);
      GVariantBuilder products;

      g_variant_builder_init (&products, G_VARIANT_TYPE ("a(sddu)"));
      for (guint k = 0; k < area->products->len; k++)
        {
          const GlaModelProduct *product = &g_array_index (area->products, GlaModelProduct, k);

          g_variant_builder_add (&products, "(sddu)", product->family, product->centre,
                                 product->variance, product->n_patients);
        }
      g_variant_builder_add (&areas, "(sdddua(sddu))", area->area, area->beta, area->tau,
                             area->sigma, area->n_patients, &products);
    }
  whole = g_variant_ref_sink (g_variant_new (TYPE, (guint32) VERSION, (guint64) self->n_durations,
                                             self->n_assessable, self->n_failed, &areas));
  return g_variant_print (whole, FALSE);
}

static gboolean
is_between (double value,
            double least,
            double most)
{
  return value >= least - ROUNDING && value <= most + ROUNDING;
}

static gboolean
read_products (GlaModelArea *area,
               GVariantIter *products)
{
  const char *family;
  double centre, variance;
  guint n_patients;

  while (g_variant_iter_next (products, "(&sddu)", &family, &centre, &variance, &n_patients))
    {
      if (!gla_model_is_centre (centre) || !is_between (variance, 0.0, 100.0))
        return FALSE;
      gla_model_area_add_product (area, family, centre, variance, n_patients);
    }
  return TRUE;
}

static gboolean
read_areas (GlaClinicModel *self,
            GVariantIter   *areas)
{
  const char *key;
  double beta, tau, sigma;
  guint n_patients;
  GVariantIter *next;

  while (g_variant_iter_next (areas, "(&sdddua(sddu))", &key, &beta, &tau, &sigma, &n_patients,
                              &next))
    {
      g_autoptr (GVariantIter) products = next;
      GlaModelArea *area;

      if (!gla_model_is_centre (beta) ||
          !is_between (tau, GLA_CLINIC_FIT_MIN_TAU, GLA_CLINIC_FIT_MAX_TAU) ||
          !is_between (sigma, GLA_CLINIC_FIT_MIN_SIGMA, GLA_CLINIC_FIT_MAX_SIGMA))
        return FALSE;
      area = gla_clinic_model_add_area (self, key);
      area->beta = beta;
      area->tau = tau;
      area->sigma = sigma;
      area->n_patients = n_patients;
      if (!read_products (area, products))
        return FALSE;
    }
  return TRUE;
}

GlaClinicModel *
gla_clinic_model_from_text (GlaCatalogue *catalogue,
                            const char   *text)
{
  g_autoptr (GlaClinicModel) self = NULL;
  g_autoptr (GVariant) whole = NULL;
  g_autoptr (GVariantIter) areas = NULL;
  guint32 version;
  guint64 n_durations;

  g_return_val_if_fail (catalogue != NULL && text != NULL, NULL);

  whole = g_variant_parse (G_VARIANT_TYPE (TYPE), text, NULL, NULL, NULL);
  if (whole == NULL)
    return NULL;
  self = gla_clinic_model_new (catalogue);
  g_variant_get (whole, TYPE, &version, &n_durations, &self->n_assessable, &self->n_failed,
                 &areas);
  self->n_durations = (gsize) n_durations;
  if (version != VERSION || self->n_failed > self->n_assessable || !read_areas (self, areas))
    return NULL;
  return g_steal_pointer (&self);
}

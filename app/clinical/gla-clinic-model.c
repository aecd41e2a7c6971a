/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-model-private.h"

#include "gla-clinic-fit.h"
#include "gla-detector.h"
#include "gla-forecast.h"
#include "gla-nonresponse.h"

#include <math.h>
#include <string.h>

static void
product_clear (gpointer data)
{
  g_free (((GlaModelProduct *) data)->family);
}

static void
area_clear (gpointer data)
{
  GlaModelArea *area = data;

  g_free (area->area);
  g_clear_pointer (&area->products, g_array_unref);
}

GlaClinicModel *
gla_clinic_model_new (GlaCatalogue *catalogue)
{
  GlaClinicModel *self;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaClinicModel);
  self->catalogue = gla_catalogue_ref (catalogue);
  self->areas = g_array_new (FALSE, TRUE, sizeof (GlaModelArea));
  g_array_set_clear_func (self->areas, area_clear);
  return self;
}

GlaClinicModel *
gla_clinic_model_ref (const GlaClinicModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((GlaClinicModel *) self);
}

static void
model_clear (gpointer data)
{
  GlaClinicModel *self = data;

  gla_catalogue_unref (self->catalogue);
  g_array_unref (self->areas);
}

void
gla_clinic_model_unref (GlaClinicModel *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, model_clear);
}

GlaModelArea *
gla_clinic_model_add_area (GlaClinicModel *self,
                           const char     *area)
{
  GlaModelArea *added;

  g_array_set_size (self->areas, self->areas->len + 1);
  added = &g_array_index (self->areas, GlaModelArea, self->areas->len - 1);
  added->area = g_strdup (area);
  added->products = g_array_new (FALSE, TRUE, sizeof (GlaModelProduct));
  g_array_set_clear_func (added->products, product_clear);
  return added;
}

void
gla_model_area_add_product (GlaModelArea *self,
                            const char   *family,
                            double        centre,
                            double        variance,
                            guint         n_patients)
{
  GlaModelProduct product = { g_strdup (family), centre, variance, n_patients };

  g_array_append_val (self->products, product);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const GlaObservation *first = *(GlaObservation *const *) a;
  const GlaObservation *second = *(GlaObservation *const *) b;
  int order = strcmp (first->area, second->area);

  return order != 0 ? order : strcmp (first->family, second->family);
}

/* The rows with a duration by area and family; both orders do not depend on the caller's. */
static GPtrArray *
sort_rows (const GlaObservations *observations)
{
  GPtrArray *sorted = g_ptr_array_new ();
  gsize n_rows;
  const GlaObservation *rows = gla_observations_get_rows (observations, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (gla_observation_has_duration (&rows[i]))
      g_ptr_array_add (sorted, (gpointer) &rows[i]);
  g_ptr_array_sort (sorted, compare_rows);
  return sorted;
}

/* Fits the area of the rows from @first up to @end. */
static gboolean
fit_area (GlaClinicModel   *self,
          const GPtrArray  *rows,
          guint             first,
          guint             end,
          GlaCancelFunc     cancel,
          gpointer          cancel_data,
          GError          **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (GlaClinicRecord));
  g_autoptr (GArray) priors = g_array_new (FALSE, FALSE, sizeof (GlaClinicPrior));
  g_autoptr (GPtrArray) families = g_ptr_array_new ();
  g_autoptr (GlaClinicFit) fit = NULL;
  GlaModelArea *area;

  for (guint i = first; i < end; i++)
    {
      const GlaObservation *row = rows->pdata[i];
      GlaClinicRecord record = { row->patient, 0, row->log_dose_ratio, row->interval };

      if (i == first || strcmp (row->family, families->pdata[families->len - 1]) != 0)
        {
          const GlaForecastPrior *table = gla_catalogue_find_forecast_prior (self->catalogue,
                                                                             row->family,
                                                                             row->area);
          GlaClinicPrior prior = { log (table->median_days), table->log_sd };

          g_ptr_array_add (families, (gpointer) row->family);
          g_array_append_val (priors, prior);
        }
      record.product = families->len - 1;
      g_array_append_val (records, record);
    }
  fit = gla_clinic_fit_new ((const GlaClinicRecord *) records->data, records->len,
                            (const GlaClinicPrior *) priors->data, priors->len, cancel,
                            cancel_data, error);
  if (fit == NULL)
    return FALSE;

  area = gla_clinic_model_add_area (self, ((const GlaObservation *) rows->pdata[first])->area);
  area->beta = fit->beta;
  area->tau = fit->tau;
  area->sigma = fit->sigma;
  area->n_patients = fit->n_used;
  for (guint i = 0; i < fit->n_products; i++)
    gla_model_area_add_product (area, families->pdata[i], fit->centre[i], fit->variance[i],
                                fit->n_patients[i]);
  return TRUE;
}

/* Treatments of which it is certain that there was an effect, or that there was none. */
static void
count_responses (GlaClinicModel        *self,
                 const GlaObservations *observations)
{
  gsize n_rows;
  const GlaObservation *rows = gla_observations_get_rows (observations, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean failed = rows[i].status == GLA_EFFECT_NOT_SEEN;

      self->n_failed += failed ? 1 : 0;
      self->n_assessable += failed || rows[i].status == GLA_EFFECT_STILL_SEEN ||
                            rows[i].status == GLA_EFFECT_ENDED ? 1 : 0;
    }
}

GlaClinicModel *
gla_clinic_model_fit (GlaCatalogue           *catalogue,
                      const GlaObservations  *observations,
                      GlaCancelFunc           cancel,
                      gpointer                cancel_data,
                      GError                **error)
{
  g_autoptr (GlaClinicModel) self = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint end;

  g_return_val_if_fail (catalogue != NULL && observations != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = gla_clinic_model_new (catalogue);
  self->n_durations = gla_observations_count_durations (observations);
  count_responses (self, observations);
  rows = sort_rows (observations);
  for (guint first = 0; first < rows->len; first = end)
    {
      const char *area = ((const GlaObservation *) rows->pdata[first])->area;

      end = first;
      while (end < rows->len &&
             strcmp (((const GlaObservation *) rows->pdata[end])->area, area) == 0)
        end++;
      if (!fit_area (self, rows, first, end, cancel, cancel_data, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
gla_clinic_model_is_stale (const GlaClinicModel *self,
                           gsize                 n_durations)
{
  gsize change;

  g_return_val_if_fail (self != NULL, FALSE);

  change = n_durations > self->n_durations ? n_durations - self->n_durations
                                           : self->n_durations - n_durations;
  return change > 0 && (double) change >= GLA_CLINIC_MODEL_NEW_PART * (double) self->n_durations;
}

static const GlaModelArea *
find_area (const GlaClinicModel *self,
           const char           *area)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const GlaModelArea *found = &g_array_index (self->areas, GlaModelArea, i);

      if (strcmp (found->area, area) == 0)
        return found;
    }
  return NULL;
}

void
gla_clinic_model_expect (const GlaClinicModel *self,
                         const char           *family,
                         const char           *area,
                         GlaExpectation       *expectation)
{
  const GlaForecastPrior *table;
  const GlaModelArea *known;

  g_return_if_fail (self != NULL && family != NULL && area != NULL);
  g_return_if_fail (expectation != NULL);

  table = gla_catalogue_find_forecast_prior (self->catalogue, family, area);
  *expectation = (GlaExpectation) {
    .centre = log (table->median_days),
    .variance = table->log_sd * table->log_sd,
    .beta = GLA_FORECAST_DEFAULT_BETA,
    .tau = GLA_FORECAST_DEFAULT_TAU,
    .sigma = GLA_FORECAST_DEFAULT_SIGMA,
  };
  known = find_area (self, area);
  if (known == NULL)
    return;

  expectation->beta = known->beta;
  expectation->tau = known->tau;
  expectation->sigma = known->sigma;
  for (guint i = 0; i < known->products->len; i++)
    {
      const GlaModelProduct *product = &g_array_index (known->products, GlaModelProduct, i);

      if (strcmp (product->family, family) != 0)
        continue;
      expectation->centre = product->centre;
      expectation->variance = product->variance;
      expectation->n_patients = product->n_patients;
    }
}

double
gla_clinic_model_get_centre (const GlaClinicModel *self,
                             const char           *family,
                             const char           *area,
                             double                log_dose_ratio)
{
  GlaExpectation expectation;

  g_return_val_if_fail (self != NULL, 0.0);

  gla_clinic_model_expect (self, family, area, &expectation);
  return expectation.centre + expectation.beta * log_dose_ratio;
}

void
gla_clinic_model_get_spread (const GlaClinicModel *self,
                             double               *tau,
                             double               *sigma)
{
  double weights = 0.0;
  double tau2 = 0.0;
  double sigma2 = 0.0;

  g_return_if_fail (self != NULL && tau != NULL && sigma != NULL);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const GlaModelArea *area = &g_array_index (self->areas, GlaModelArea, i);

      weights += area->n_patients;
      tau2 += area->n_patients * area->tau * area->tau;
      sigma2 += area->n_patients * area->sigma * area->sigma;
    }
  *tau = weights > 0.0 ? sqrt (tau2 / weights) : GLA_DETECTOR_DEFAULT_TAU;
  *sigma = weights > 0.0 ? sqrt (sigma2 / weights) : GLA_DETECTOR_DEFAULT_SIGMA;
}

double
gla_clinic_model_get_nonresponse_rate (const GlaClinicModel *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return gla_nonresponse_get_clinic_rate (self->n_assessable, self->n_failed);
}

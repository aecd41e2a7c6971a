/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-area.h"
#include "gla-constant.h"
#include "gla-knowledge-error.h"
#include "gla-own.h"
#include "gla-prior.h"
#include "gla-product.h"
#include "gla-scale.h"
#include "gla-source.h"

G_BEGIN_DECLS

/**
 * GlaCatalogue:
 *
 * What is known beforehand: products, areas, label doses, duration priors,
 * scales, constants and their sources. Immutable, reference counted, safe to
 * read from any thread. Everything returned by the getters belongs to it.
 */
typedef struct _GlaCatalogue GlaCatalogue;

/** gla_catalogue_load_builtin: (transfer full): reads and validates the files in the program. */
GlaCatalogue            *gla_catalogue_load_builtin         (GError              **error);

/**
 * gla_catalogue_load:
 * @own_folder: (nullable): folder with XML files of the clinic
 *
 * As gla_catalogue_load_builtin(), and for each of products.xml, areas.xml,
 * priors.xml, scales.xml, constants.xml and sources.xml that lies in @own_folder
 * its entries beside the built-in ones; an entry with a known key replaces that
 * one. A folder or file that does not exist is no error.
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_KNOWLEDGE_ERROR that
 *   names file and line
 */
GlaCatalogue            *gla_catalogue_load                 (GFile                *own_folder,
                                                             GError              **error);

/**
 * gla_catalogue_dup_own_folder:
 *
 * Returns: (transfer full): where this user's clinic keeps catalogue files of
 *   its own: `glabella/catalogue` in the user's data folder
 */
GFile                   *gla_catalogue_dup_own_folder       (void);

/**
 * gla_catalogue_new_with_own:
 * @base: a catalogue
 * @products: (array length=n_products): products the clinic added by hand
 * @areas: (array length=n_areas): areas the clinic added by hand
 *
 * Returns: (transfer full): @base with these beside its own ones; or %NULL with
 *   %GLA_KNOWLEDGE_ERROR_DUPLICATE or %GLA_KNOWLEDGE_ERROR_VALUE
 */
GlaCatalogue            *gla_catalogue_new_with_own         (GlaCatalogue         *base,
                                                             const GlaOwnProduct  *products,
                                                             gsize                 n_products,
                                                             const GlaOwnArea     *areas,
                                                             gsize                 n_areas,
                                                             GError              **error);

GlaCatalogue            *gla_catalogue_ref                  (GlaCatalogue         *self);
void                     gla_catalogue_unref                (GlaCatalogue         *self);

/** gla_catalogue_get_products: (element-type GlaProduct): in the order to show. */
const GPtrArray         *gla_catalogue_get_products         (GlaCatalogue         *self);

/** gla_catalogue_find_product: (nullable): by key; %NULL also for a %NULL key. */
GlaProduct              *gla_catalogue_find_product         (GlaCatalogue         *self,
                                                             const char           *key);

/**
 * gla_catalogue_find_product_by_name:
 * @name: brand, generic name, code or key; accents, case and punctuation ignored
 *
 * For imported lists. "Botox" finds "BOTOX Cosmetic" as long as only one
 * product has a brand that begins with these words.
 *
 * Returns: (nullable): %NULL when unknown or ambiguous
 */
GlaProduct              *gla_catalogue_find_product_by_name (GlaCatalogue         *self,
                                                             const char           *name);

/** gla_catalogue_find_presentation: (nullable): @product, if asked for, is the product it is of. */
const GlaPresentation   *gla_catalogue_find_presentation    (GlaCatalogue         *self,
                                                             const char           *key,
                                                             GlaProduct          **product);

/**
 * gla_catalogue_shares_units:
 *
 * Returns: whether units of the two products are the same unit (same family);
 *   %FALSE if one of the keys is unknown, unless both are equal
 */
gboolean                 gla_catalogue_shares_units         (GlaCatalogue         *self,
                                                             const char           *product,
                                                             const char           *other);

/** gla_catalogue_find_indication: (nullable): see gla_product_find_indication(). */
const GlaIndication     *gla_catalogue_find_indication      (GlaCatalogue         *self,
                                                             const char           *product,
                                                             const char           *area,
                                                             GlaRegion             region);

/** gla_catalogue_find_interval: (nullable): see gla_product_find_interval(). */
const GlaInterval       *gla_catalogue_find_interval        (GlaCatalogue         *self,
                                                             const char           *product,
                                                             const char           *area,
                                                             GlaRegion             region);

/** gla_catalogue_find_dilution: (nullable): first label dilution of a presentation. */
const GlaDilution       *gla_catalogue_find_dilution        (GlaCatalogue         *self,
                                                             const char           *presentation);

/** gla_catalogue_get_areas: (element-type GlaArea): in the order of the timeline. */
const GPtrArray         *gla_catalogue_get_areas            (GlaCatalogue         *self);

/** gla_catalogue_find_area: (nullable): by key. */
GlaArea                 *gla_catalogue_find_area            (GlaCatalogue         *self,
                                                             const char           *key);

/** gla_catalogue_find_area_by_code: (nullable): by the two letters to type, in any case. */
GlaArea                 *gla_catalogue_find_area_by_code    (GlaCatalogue         *self,
                                                             const char           *code);

/** gla_catalogue_find_area_by_name: (nullable): by any name, key or code, for imported lists. */
GlaArea                 *gla_catalogue_find_area_by_name    (GlaCatalogue         *self,
                                                             const char           *name);

/** gla_catalogue_get_priors: (element-type GlaPrior): all rows of D4. */
const GPtrArray         *gla_catalogue_get_priors           (GlaCatalogue         *self);

/** gla_catalogue_dup_priors_for: (transfer container) (element-type GlaPrior): rows that hold. */
GPtrArray               *gla_catalogue_dup_priors_for       (GlaCatalogue         *self,
                                                             const char           *product,
                                                             const char           *area);

/**
 * gla_catalogue_find_forecast_prior:
 * @family: (nullable): unit family, %NULL for an unknown product
 * @area: (nullable): area key
 *
 * The prior of the forecast: the row of the model's table (statistics, 3.1);
 * else the first row of D4 for that family and area, with the spread of an
 * unknown product (@derived); else the row for unknown products.
 *
 * Returns: (transfer none): never %NULL
 */
const GlaForecastPrior  *gla_catalogue_find_forecast_prior  (GlaCatalogue         *self,
                                                             const char           *family,
                                                             const char           *area);

/** gla_catalogue_get_forecast_priors: (element-type GlaForecastPrior): the model's table. */
const GPtrArray         *gla_catalogue_get_forecast_priors  (GlaCatalogue         *self);

/** gla_catalogue_get_scales: (element-type GlaScale) */
const GPtrArray         *gla_catalogue_get_scales           (GlaCatalogue         *self);

/** gla_catalogue_find_scale: (nullable): by key. */
const GlaScale          *gla_catalogue_find_scale           (GlaCatalogue         *self,
                                                             const char           *key);

/** gla_catalogue_get_constants: (element-type GlaConstant) */
const GPtrArray         *gla_catalogue_get_constants        (GlaCatalogue         *self);

/** gla_catalogue_find_constant: (nullable): by name. */
const GlaConstant       *gla_catalogue_find_constant        (GlaCatalogue         *self,
                                                             const char           *name);

/** gla_catalogue_get_sources: (element-type GlaSource) */
const GPtrArray         *gla_catalogue_get_sources          (GlaCatalogue         *self);

/** gla_catalogue_find_source: (nullable): by key. */
const GlaSource         *gla_catalogue_find_source          (GlaCatalogue         *self,
                                                             const char           *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCatalogue, gla_catalogue_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-indication.h"
#include "gla-marked.h"
#include "gla-presentation.h"
#include "gla-region.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaProduct:
 *
 * One botulinum toxin preparation of products-and-areas, A1: everything sold
 * under one generic name and formulation by one maker. Immutable, reference
 * counted, safe to read from any thread. All values returned belong to it.
 */
typedef struct _GlaProduct GlaProduct;

/**
 * GlaFact:
 * @key: what it is about: a material for GLA_FACT_SCREEN ("human-albumin",
 *   "milk-protein", "lactose", "gelatin", "dextran", "polysorbate",
 *   "tryptophan", "potassium"), otherwise %NULL
 * @mark: the statement with its source and mark
 */
typedef struct
{
  char      *key;
  GlaMarked  mark;
} GlaFact;

/**
 * GlaFactKind:
 *
 * The kinds of statements about a product that are shown as text.
 */
typedef enum
{
  GLA_FACT_GENERIC,
  GLA_FACT_SEROTYPE,
  GLA_FACT_MAKER,
  GLA_FACT_EXCIPIENTS,
  GLA_FACT_SCREEN,
  GLA_FACT_COMPLEX,
  GLA_FACT_ONSET,
  GLA_FACT_PEAK,
  GLA_FACT_DURATION,
  GLA_FACT_ANTIBODIES,
  GLA_FACT_NOTE,
  GLA_N_FACTS,
} GlaFactKind;

typedef enum
{
  GLA_LICENCE_UNKNOWN,
  GLA_LICENCE_NO,
  GLA_LICENCE_AESTHETIC,
  GLA_LICENCE_THERAPEUTIC,
} GlaLicenceStatus;

/**
 * GlaLicence:
 *
 * Whether a region licenses the product (A6). @year is 0 when not stated.
 */
typedef struct
{
  GlaRegion         region;
  GlaLicenceStatus  status;
  int               year;
  GlaMarked         mark;
} GlaLicence;

GlaProduct              *gla_product_ref               (GlaProduct       *self);
void                     gla_product_unref             (GlaProduct       *self);

/** gla_product_get_key: "ona", "abo-p"; stored with records, never changed. */
const char              *gla_product_get_key           (const GlaProduct *self);

/** gla_product_get_name: brand names in one line ("BOTOX Cosmetic, Vistabel"). */
const char              *gla_product_get_name          (const GlaProduct *self);

/** gla_product_get_brands: brand names, never translated. */
const char * const      *gla_product_get_brands        (const GlaProduct *self);

/** gla_product_get_generic: generic name; empty when none is assigned. */
const char              *gla_product_get_generic       (const GlaProduct *self);

/** gla_product_get_code: short, unique, for the timeline ("ONA", "ABO"). */
const char              *gla_product_get_code          (const GlaProduct *self);

/**
 * gla_product_get_family:
 *
 * The unit family ("ONA", "ABO"). Amounts of two products may stand in one sum
 * or comparison only if their families are equal.
 */
const char              *gla_product_get_family        (const GlaProduct *self);

/** gla_product_get_unit_name: translated name of its unit ("Speywood units"), or empty. */
const char              *gla_product_get_unit_name     (const GlaProduct *self);

/** gla_product_get_dose_group: group in tables of starting doses ("ona-type"); empty if none. */
const char              *gla_product_get_dose_group    (const GlaProduct *self);

/** gla_product_is_own: whether the clinic added it. */
gboolean                 gla_product_is_own            (const GlaProduct *self);

/** gla_product_get_facts: (element-type GlaFact): statements of @kind, possibly none. */
const GPtrArray         *gla_product_get_facts         (const GlaProduct *self,
                                                        GlaFactKind       kind);

/** gla_product_screens_for: whether @material (see #GlaFact) is to be asked about. */
gboolean                 gla_product_screens_for       (const GlaProduct *self,
                                                        const char       *material);

/** gla_product_get_presentations: (element-type GlaPresentation): in the order of the file. */
const GPtrArray         *gla_product_get_presentations (const GlaProduct *self);

/** gla_product_find_presentation: (nullable) */
const GlaPresentation   *gla_product_find_presentation (const GlaProduct *self,
                                                        const char       *key);

/** gla_product_get_dilutions: (element-type GlaDilution): label dilutions. */
const GPtrArray         *gla_product_get_dilutions     (const GlaProduct *self);

/** gla_product_find_dilution: (nullable): first label dilution of a presentation. */
const GlaDilution       *gla_product_find_dilution     (const GlaProduct *self,
                                                        const char       *presentation);

/** gla_product_get_storages: (element-type GlaStorage) */
const GPtrArray         *gla_product_get_storages      (const GlaProduct *self);

/** gla_product_find_storage: (nullable): storage of a presentation; @presentation may be %NULL. */
const GlaStorage        *gla_product_find_storage      (const GlaProduct *self,
                                                        const char       *presentation);

/** gla_product_get_indications: (element-type GlaIndication) */
const GPtrArray         *gla_product_get_indications   (const GlaProduct *self);

/**
 * gla_product_find_indication:
 * @area: area key
 * @region: one region, or a set: the first that matches
 *
 * Returns: (nullable): what the label says, %NULL for off label
 */
const GlaIndication     *gla_product_find_indication   (const GlaProduct *self,
                                                        const char       *area,
                                                        GlaRegion         region);

/**
 * gla_product_find_interval:
 * @area: (nullable): area key, or %NULL for any
 * @region: one region or a set
 *
 * The label's shortest time between treatments: of that area in that region, else
 * of another area in that region (a label's interval is the same for all of its
 * areas), else the product's own (not bound to an area), else of any region.
 *
 * Returns: (nullable): %NULL when none is known
 */
const GlaInterval       *gla_product_find_interval     (const GlaProduct *self,
                                                        const char       *area,
                                                        GlaRegion         region);

/** gla_product_get_licences: (element-type GlaLicence) */
const GPtrArray         *gla_product_get_licences      (const GlaProduct *self);

/** gla_product_shares_units: whether units of both are the same unit (same family). */
gboolean                 gla_product_shares_units      (const GlaProduct *self,
                                                        const GlaProduct *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaProduct, gla_product_unref)

G_END_DECLS

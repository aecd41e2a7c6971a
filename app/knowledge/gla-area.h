/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaArea:
 *
 * One treatment area of products-and-areas, section B. Immutable, reference
 * counted, safe to read from any thread. All values returned belong to it.
 */
typedef struct _GlaArea GlaArea;

/**
 * GlaAreaSides:
 *
 * Where points of the area lie.
 */
typedef enum
{
  GLA_AREA_SIDE_NONE = 0,
  GLA_AREA_SIDE_LEFT = 1 << 0,
  GLA_AREA_SIDE_RIGHT = 1 << 1,
  GLA_AREA_SIDE_MIDLINE = 1 << 2,
} GlaAreaSides;

typedef enum
{
  GLA_DOSE_FOR_ANYONE,
  GLA_DOSE_FOR_WOMEN,
  GLA_DOSE_FOR_MEN,
} GlaDoseFor;

/**
 * GlaStartingDose:
 * @group: dose group of products, see gla_product_get_dose_group(): "ona-type",
 *   "abo", "daxi", "rela". Each product in its own units; equal numbers within a
 *   group are a habit of labelling and no conversion
 * @product: key of the one product it holds for; %NULL for all of the group
 * @patient: whom it is meant for
 * @low: units; %GLA_UNITS_UNKNOWN when no figure is known
 * @high: equal to @low for one figure
 * @per_side: whether the figures are for one side
 * @mark: source and mark; its text is a condition or note, if any
 *
 * One figure of the table B2. The first of a group and sex is the usual one.
 */
typedef struct
{
  char        *group;
  char        *product;
  GlaDoseFor   patient;
  GlaUnits     low;
  GlaUnits     high;
  gboolean     per_side;
  GlaMarked    mark;
} GlaStartingDose;

typedef enum
{
  GLA_AREA_FACT_MUSCLES,
  GLA_AREA_FACT_SIDES,
  GLA_AREA_FACT_POINTS,
  GLA_AREA_FACT_DEPTH,
  GLA_AREA_FACT_DANGER,
  GLA_AREA_FACT_SCALE,
  GLA_AREA_FACT_LABEL,
  GLA_AREA_FACT_DURATION,
  GLA_N_AREA_FACTS,
} GlaAreaFactKind;

GlaArea                *gla_area_ref                (GlaArea         *self);
void                    gla_area_unref              (GlaArea         *self);

/** gla_area_get_key: "GLAB"; stored with records, never changed. */
const char             *gla_area_get_key            (const GlaArea   *self);

/** gla_area_get_code: two letters to type, unique ("gl"); empty if it has none. */
const char             *gla_area_get_code           (const GlaArea   *self);

/** gla_area_get_name: short name in the user's language ("Crow's feet"). */
const char             *gla_area_get_name           (const GlaArea   *self);

/** gla_area_get_full_name: name as in the literature ("Lateral canthal lines"). */
const char             *gla_area_get_full_name      (const GlaArea   *self);

/** gla_area_get_names: every name of the file, untranslated, to recognise it in imported lists. */
const char * const     *gla_area_get_names          (const GlaArea   *self);

/** gla_area_get_order: place on the timeline, from 1, unique. */
int                     gla_area_get_order          (const GlaArea   *self);

/** gla_area_get_sides: a set. */
GlaAreaSides            gla_area_get_sides          (const GlaArea   *self);

/** gla_area_is_paired: whether it is recorded as left and right by default (program setting). */
gboolean                gla_area_is_paired          (const GlaArea   *self);

/** gla_area_get_scale: (nullable): key of the scale offered for grading (program setting). */
const char             *gla_area_get_scale          (const GlaArea   *self);

/** gla_area_get_points: usual number of points; 0 if not stated. */
int                     gla_area_get_points_low     (const GlaArea   *self);
int                     gla_area_get_points_high    (const GlaArea   *self);

/** gla_area_get_points_per_side: whether the number of points is for one side (or one band). */
gboolean                gla_area_get_points_per_side (const GlaArea  *self);

/**
 * gla_area_get_duration_weeks: usual duration of type A of the ona kind (B3).
 *
 * Returns: %FALSE if no figure is known; source and mark: GLA_AREA_FACT_DURATION
 */
gboolean                gla_area_get_duration_weeks (const GlaArea   *self,
                                                     int             *low,
                                                     int             *high);

/** gla_area_get_facts: (element-type GlaMarked): statements of @kind, possibly none. */
const GPtrArray        *gla_area_get_facts          (const GlaArea   *self,
                                                     GlaAreaFactKind  kind);

/** gla_area_get_starting_doses: (element-type GlaStartingDose): all figures of B2. */
const GPtrArray        *gla_area_get_starting_doses (const GlaArea   *self);

/**
 * gla_area_find_starting_dose:
 * @group: dose group of the product
 * @product: (nullable): product key; a figure for this product is preferred
 * @patient: women, men, or anyone if the sex is not known
 *
 * Returns: (nullable): the usual figure; %NULL if no dose is given for the group
 */
const GlaStartingDose  *gla_area_find_starting_dose (const GlaArea   *self,
                                                     const char      *group,
                                                     const char      *product,
                                                     GlaDoseFor       patient);

/** gla_area_is_own: whether the clinic added it. */
gboolean                gla_area_is_own             (const GlaArea   *self);

/** gla_area_compare: order for the timeline, for qsort() of pointers to #GlaArea. */
int                     gla_area_compare            (gconstpointer    a,
                                                     gconstpointer    b);

/** gla_starting_dose_free: frees it with all it holds. */
void                    gla_starting_dose_free      (GlaStartingDose *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaArea, gla_area_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStartingDose, gla_starting_dose_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"
#include "gla-region.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaInterval:
 * @months: calendar months, or 0 when the label counts in days
 * @days: days, or 0 when the label counts in calendar months
 * @mark: source and mark
 *
 * The shortest time between two treatments that a label allows. Exactly one of
 * @months and @days is above 0.
 */
typedef struct
{
  int        months;
  int        days;
  GlaMarked  mark;
} GlaInterval;

/**
 * GlaLabelDose:
 * @low: the label dose for the whole area (both sides together)
 * @high: the highest dose that the label names; equal to @low if it names one
 * @volume_ul: volume in microlitres, 0 if not stated
 * @mark: its text says when this dose applies ("1 + 1 bands"); %NULL for always
 */
typedef struct
{
  GlaUnits   low;
  GlaUnits   high;
  int        volume_ul;
  GlaMarked  mark;
} GlaLabelDose;

/**
 * GlaLabelPoints:
 * @count: number of points
 * @count_high: highest number; equal to @count for one figure
 * @low: units per point, %GLA_UNITS_UNKNOWN if not stated
 * @high: highest units per point; equal to @low if there is one figure
 * @per_side: whether @count is meant for each side
 */
typedef struct
{
  int        count;
  int        count_high;
  GlaUnits   low;
  GlaUnits   high;
  gboolean   per_side;
  GlaMarked  mark;
} GlaLabelPoints;

/**
 * GlaAgeLimit:
 * @from: youngest age of the label in years, inclusive
 * @below: first age that the label does not cover, 0 for none
 * @contraindicated: whether the age @below is a contraindication and not only
 *   outside the label's population
 */
typedef struct
{
  int        from;
  int        below;
  gboolean   contraindicated;
  GlaMarked  mark;
} GlaAgeLimit;

typedef enum
{
  GLA_MAXIMUM_SESSION,
  GLA_MAXIMUM_PERIOD,
} GlaMaximumKind;

/**
 * GlaMaximum:
 * @kind: of one session, or of all sessions within a period
 * @units: the limit, %GLA_UNITS_UNKNOWN when only the text is known
 * @months: calendar months of the period, 0 for a session
 * @areas: keys of the areas that are treated together; empty if it holds for all areas
 */
typedef struct
{
  GlaMaximumKind  kind;
  GlaUnits        units;
  int             months;
  GStrv           areas;
  GlaMarked       mark;
} GlaMaximum;

/**
 * GlaIndication:
 * @area: area key
 * @regions: where the label holds
 * @therapeutic: whether this is a therapeutic licence (axillary sweating)
 * @mark: source and mark, without text
 * @doses: (element-type GlaLabelDose): the first is the usual one; can be empty
 * @points: (element-type GlaLabelPoints): can be empty
 * @ages: (element-type GlaAgeLimit): the first applies now, others are history
 * @intervals: (element-type GlaInterval): the first is the one that is checked
 * @maxima: (element-type GlaMaximum)
 * @notes: (element-type GlaMarked)
 *
 * One row of products-and-areas, A3: what one label says for one area.
 */
typedef struct
{
  char       *area;
  GlaRegion   regions;
  gboolean    therapeutic;
  GlaMarked   mark;
  GPtrArray  *doses;
  GPtrArray  *points;
  GPtrArray  *ages;
  GPtrArray  *intervals;
  GPtrArray  *maxima;
  GPtrArray  *notes;
} GlaIndication;

/** gla_indication_new: (transfer full): empty; filled by the reader. */
GlaIndication         *gla_indication_new           (void);

/** gla_indication_free: frees it with all it holds. */
void                   gla_indication_free          (GlaIndication       *self);

/** gla_indication_get_dose: (transfer none) (nullable): the usual label dose. */
const GlaLabelDose    *gla_indication_get_dose      (const GlaIndication *self);

/**
 * gla_indication_get_limits:
 * @low: (out): lowest dose for the area that the label names
 * @high: (out): highest dose for the area that the label names
 *
 * Over all doses of the label (with one or more bands, usual and "up to").
 *
 * Returns: %FALSE when the label's dose is not known
 */
gboolean               gla_indication_get_limits    (const GlaIndication *self,
                                                     GlaUnits            *low,
                                                     GlaUnits            *high);

/** gla_indication_get_points: (transfer none) (nullable): the usual points. */
const GlaLabelPoints  *gla_indication_get_points    (const GlaIndication *self);

/** gla_indication_get_age_limit: (transfer none) (nullable): the one that applies now. */
const GlaAgeLimit     *gla_indication_get_age_limit (const GlaIndication *self);

/** gla_indication_get_interval: (transfer none) (nullable): the one that is checked. */
const GlaInterval     *gla_indication_get_interval  (const GlaIndication *self);

/** gla_interval_free: frees a #GlaInterval. */
void                   gla_interval_free            (GlaInterval         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaIndication, gla_indication_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaInterval, gla_interval_free)

G_END_DECLS

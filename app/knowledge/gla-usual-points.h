/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-units-share.h"

G_BEGIN_DECLS

/**
 * GlaUsualPoints:
 * @count: number of points
 * @units: of all of them together; %GLA_UNITS_UNKNOWN if the catalogue has no figure
 * @from_label: whether count and units are those of a label that holds in the region
 * @mark: (nullable): source and mark of the units; belongs to the catalogue
 *
 * How an area, or one side of it, is usually injected with a product, as the
 * catalogue says it (A3 and B2 of products-and-areas). It is shown with its mark.
 */
typedef struct
{
  int              count;
  GlaUnits         units;
  gboolean         from_label;
  const GlaMarked *mark;
} GlaUsualPoints;

/**
 * gla_usual_points_find:
 * @product: (nullable): product key; without one only the number of points is known
 * @area: area key
 * @side: left or right for one side, %GLA_AREA_SIDE_NONE for the whole area
 * @region: where the clinic is
 * @patient: women, men, or anyone if the sex is not known
 * @usual: (out): what was found
 *
 * The points of the label if it names units for each; else the low figure of the
 * label or, without one, of the starting doses, in the lowest usual number of points.
 *
 * Returns: %FALSE if the catalogue does not say how many points the area has
 */
gboolean  gla_usual_points_find      (GlaCatalogue          *catalogue,
                                      const char            *product,
                                      const char            *area,
                                      GlaAreaSides           side,
                                      GlaRegion              region,
                                      GlaDoseFor             patient,
                                      GlaUsualPoints        *usual);

/**
 * gla_usual_points_describe:
 *
 * Returns: (transfer full): "usual: 20 U in 5 points (label)" or "usual: 5 U in 1
 *   point (unverified)", for people
 */
char     *gla_usual_points_describe  (const GlaUsualPoints  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-units.h"

G_BEGIN_DECLS

/**
 * gla_units_share:
 * @units: of all points together, or %GLA_UNITS_UNKNOWN
 * @count: number of points, above 0
 * @index: which point, from 0
 *
 * Shares units out to points as they are injected: in whole units, halves or
 * quarters, whichever is the coarsest that comes out, the first points getting what is
 * left over: 24 U in 5 points are 5, 5, 5, 5, 4, and 7.5 U in 4 are 2, 2, 2, 1.5.
 * The shares always add up to @units.
 */
GlaUnits  gla_units_share (GlaUnits  units,
                           int       count,
                           int       index);

G_END_DECLS

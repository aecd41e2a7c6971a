/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-course.h"
#include "gla-map-point.h"
#include "gla-random.h"

G_BEGIN_DECLS

/**
 * gla_sample_make_map:
 * @random: moves each point a little, as by hand
 * @area: number of the area in the course of effects
 * @side: both, or left or right of crow's feet
 *
 * Returns: (transfer full): where a made-up injection was put on the map of a face, in the
 *   usual number of points, which share its units
 */
char  *gla_sample_make_map (GlaRandom *random,
                            int        area,
                            GlaSide    side,
                            GlaUnits   units);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample-map.h"

#include "gla-units-share.h"

/* A hand is not steadier than this, in thousandths of the picture. */
#define TREMOR 5

#define MOST_POINTS 5

/* Usual places on the face from the front, thousandths; of crow's feet those of the left. */
static const struct
{
  int n_points;
  int places[MOST_POINTS][2];
} areas[GLA_COURSE_N_AREAS] = {
  { 5, { { 500, 446 }, { 438, 408 }, { 562, 408 }, { 375, 378 }, { 625, 378 } } },
  { 5, { { 500, 284 }, { 420, 288 }, { 580, 288 }, { 340, 304 }, { 660, 304 } } },
  { 3, { { 770, 469 }, { 753, 427 }, { 745, 511 } } },
};

static int
get_tremor (GlaRandom *random)
{
  return gla_random_integer (random, 2 * TREMOR + 1) - TREMOR;
}

char *
gla_sample_make_map (GlaRandom *random,
                     int        area,
                     GlaSide    side,
                     GlaUnits   units)
{
  GlaMapPoint points[MOST_POINTS];
  int n_points;

  g_return_val_if_fail (random != NULL && area >= 0 && area < GLA_COURSE_N_AREAS, NULL);

  n_points = areas[area].n_points;
  for (int i = 0; i < n_points; i++)
    {
      int x = areas[area].places[i][0];

      points[i].view = "front";
      points[i].x = (side == GLA_SIDE_RIGHT ? 1000 - x : x) + get_tremor (random);
      points[i].y = areas[area].places[i][1] + get_tremor (random);
      points[i].units = gla_units_share (units, n_points, i);
    }
  return gla_map_points_to_text (points, (guint) n_points);
}

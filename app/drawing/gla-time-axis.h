/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-day.h"

G_BEGIN_DECLS

/** GlaTimeTick: a line of a time axis; @label is %NULL for a line without words. */
typedef struct
{
  double day;     /* days since 1970, or since the injection */
  char *label;
  gboolean major; /* start of a year */
} GlaTimeTick;

/**
 * gla_time_axis_new:
 * @from: first day in view
 * @to: last day in view
 * @per_day: units of the drawing a day takes
 * @room: units of the drawing a label takes at most
 *
 * Chooses days, weeks, months, quarters or years so that labels of @room do not
 * touch. The first label and those of January name the year.
 *
 * Returns: (element-type GlaTimeTick): from left to right, frees its labels
 */
GArray  *gla_time_axis_new           (double   from,
                                      double   to,
                                      double   per_day,
                                      double   room);

/** gla_time_axis_new_relative: as gla_time_axis_new() for days since an injection, in weeks. */
GArray  *gla_time_axis_new_relative  (double   from,
                                      double   to,
                                      double   per_day,
                                      double   room);

G_END_DECLS

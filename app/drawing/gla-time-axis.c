/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-time-axis.h"

#include "gla-i18n.h"

#include <math.h>

#define DAYS_PER_MONTH 30.4
#define DAYS_PER_YEAR 365.2425

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

static const struct
{
  Unit unit;
  int count;
  double days;   /* at least */
} steps[] =
{
  { UNIT_DAY, 1, 1 },
  { UNIT_DAY, 2, 2 },
  { UNIT_WEEK, 1, 7 },
  { UNIT_WEEK, 2, 14 },
  { UNIT_MONTH, 1, 28 },
  { UNIT_MONTH, 3, 90 },
  { UNIT_MONTH, 6, 181 },
  { UNIT_YEAR, 1, 365 },
  { UNIT_YEAR, 2, 730 },
  { UNIT_YEAR, 5, 1826 },
  { UNIT_YEAR, 10, 3652 },
  { UNIT_YEAR, 20, 7305 },
  { UNIT_YEAR, 50, 18262 },
};

static void
tick_clear (gpointer data)
{
  GlaTimeTick *tick = data;

  g_free (tick->label);
}

static GArray *
new_ticks (void)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (GlaTimeTick));

  g_array_set_clear_func (ticks, tick_clear);
  return ticks;
}

static int
floor_to (int value,
          int step)
{
  int rest = value % step;

  return rest < 0 ? value - rest - step : value - rest;
}

/* The last tick on or before @day. */
static GlaDay
get_start (Unit   unit,
           int    count,
           GlaDay day)
{
  int year, month, day_of_month;

  switch (unit)
    {
    case UNIT_DAY:
      return floor_to (day, count);
    case UNIT_WEEK:
      /* Day 0 was a Thursday, day -3 a Monday. */
      return floor_to (day + 3, 7 * count) - 3;
    case UNIT_MONTH:
      gla_day_split (day, &year, &month, &day_of_month);
      return gla_day_new (year, floor_to (month - 1, count) + 1, 1);
    case UNIT_YEAR:
    default:
      gla_day_split (day, &year, &month, &day_of_month);
      return gla_day_new (MAX (floor_to (year, count), 1), 1, 1);
    }
}

static GlaDay
get_next (Unit   unit,
          int    count,
          GlaDay day)
{
  switch (unit)
    {
    case UNIT_DAY:
      return day + count;
    case UNIT_WEEK:
      return day + 7 * count;
    case UNIT_MONTH:
      return gla_day_add_months (day, count);
    case UNIT_YEAR:
    default:
      return gla_day_add_months (day, 12 * count);
    }
}

static char *
get_label (Unit     unit,
           GlaDay   day,
           gboolean first)
{
  int year, month, day_of_month;

  gla_day_split (day, &year, &month, &day_of_month);
  switch (unit)
    {
    case UNIT_DAY:
    case UNIT_WEEK:
      if (first)
        return gla_day_format (day, GLA_DAY_EXACT);
      return gla_day_format_without_year (day);
    case UNIT_MONTH:
      return gla_day_format_month (day, first || month == 1);
    case UNIT_YEAR:
    default:
      return gla_day_format (day, GLA_DAY_YEAR);
    }
}

GArray *
gla_time_axis_new (double from,
                   double to,
                   double per_day,
                   double room)
{
  GArray *ticks = new_ticks ();
  GlaDay first_day = gla_day_new (1, 1, 1);
  GlaDay last_day = gla_day_new (9999, 12, 31);
  gboolean first = TRUE;
  guint step = 0;
  GlaDay day;

  g_return_val_if_fail (to >= from && per_day > 0, ticks);

  while (step + 1 < G_N_ELEMENTS (steps) && steps[step].days * per_day < room)
    step++;

  day = CLAMP ((GlaDay) floor (from), first_day, last_day);
  day = get_start (steps[step].unit, steps[step].count, day);
  for (; day <= to && day < last_day && day != GLA_DAY_NONE;
       day = get_next (steps[step].unit, steps[step].count, day))
    {
      GlaTimeTick tick = { .day = day };
      int year, month, day_of_month;

      if (day < from)
        continue;
      gla_day_split (day, &year, &month, &day_of_month);
      tick.label = get_label (steps[step].unit, day, first);
      tick.major = month == 1 && day_of_month == 1;
      g_array_append_val (ticks, tick);
      first = FALSE;
    }
  return ticks;
}

GArray *
gla_time_axis_new_relative (double from,
                            double to,
                            double per_day,
                            double room)
{
  static const int weeks[] = { 1, 2, 4, 8, 12, 26, 52, 104 };
  GArray *ticks = new_ticks ();
  guint step = 0;

  g_return_val_if_fail (to >= from && per_day > 0, ticks);

  while (step + 1 < G_N_ELEMENTS (weeks) && weeks[step] * 7 * per_day < room)
    step++;

  for (int week = (int) ceil (MAX (from, 0) / 7 / weeks[step]) * weeks[step]; week * 7 <= to;
       week += weeks[step])
    {
      GlaTimeTick tick = { .day = week * 7, .major = week == 0 };

      /* Translators: weeks since the injection, on an axis */
      tick.label = g_strdup_printf (_("%d wk"), week);
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

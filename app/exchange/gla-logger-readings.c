/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logger-file.h"

#include "gla-fridge-reading.h"

#define MINUTES_OF_HOUR 60
#define MINUTES_OF_DAY 1440

char *
gla_logger_format_minute (gint64 minute)
{
  char day[11];
  int rest = (int) (minute % MINUTES_OF_DAY);

  return g_strdup_printf ("%sT%02d:%02d", gla_day_write_iso ((GlaDay) (minute / MINUTES_OF_DAY), day),
                          rest / MINUTES_OF_HOUR, rest % MINUTES_OF_HOUR);
}

/* Whether nothing was seen just before @point. */
static gboolean
is_behind_gap (const GlaLoggerFile *self,
               gint64               point)
{
  for (guint i = 0; i < self->gaps->len; i++)
    if (g_array_index (self->gaps, GlaLoggerGap, i).until == point)
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray  *readings,
     const char *fridge,
     gint64      since,
     gint64      moment,
     int         low,
     int         high)
{
  g_autofree char *first = gla_logger_format_minute (since);
  g_autofree char *last = gla_logger_format_minute (moment);

  g_ptr_array_add (readings, gla_fridge_reading_new (&(GlaFridgeReading) {
    .since = first, .moment = last, .low = low, .high = high, .fridge = fridge }));
}

GPtrArray *
gla_logger_file_make_readings (const GlaLoggerFile *self,
                               const char          *fridge)
{
  GPtrArray *readings;
  guint i = 0;

  g_return_val_if_fail (self != NULL, NULL);

  readings = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  while (i < self->points->len)
    {
      const GlaLoggerPoint *point = &g_array_index (self->points, GlaLoggerPoint, i);
      gint64 hour = point->minute / MINUTES_OF_HOUR;
      gint64 since = point->minute, moment = point->minute;
      int low = point->low, high = point->high;

      if (i > 0 && !is_behind_gap (self, point->minute))
        {
          const GlaLoggerPoint *before = point - 1;

          since = before->minute;
          low = MIN (low, before->low);
          high = MAX (high, before->high);
        }
      for (i++; i < self->points->len; i++)
        {
          point = &g_array_index (self->points, GlaLoggerPoint, i);
          if (point->minute / MINUTES_OF_HOUR != hour || is_behind_gap (self, point->minute))
            break;
          moment = point->minute;
          low = MIN (low, point->low);
          high = MAX (high, point->high);
        }
      add (readings, fridge, since, moment, low, high);
    }
  return readings;
}

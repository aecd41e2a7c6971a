/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day.h"

#include <string.h>

/* Julian day number of 1970-01-01 as GDate counts it (1 = 0001-01-01). */
#define EPOCH_JULIAN 719163

GlaDay
gla_day_new (int year,
             int month,
             int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return GLA_DAY_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return GLA_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (GlaDay) g_date_get_julian (&date) - EPOCH_JULIAN;
}

static void
day_to_date (GlaDay  self,
             GDate  *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (self + EPOCH_JULIAN));
}

void
gla_day_split (GlaDay  self,
               int    *year,
               int    *month,
               int    *day)
{
  GDate date;

  g_return_if_fail (self != GLA_DAY_NONE);

  day_to_date (self, &date);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day = g_date_get_day (&date);
}

int
gla_day_get_weekday (GlaDay self)
{
  GDate date;

  g_return_val_if_fail (self != GLA_DAY_NONE, 1);

  day_to_date (self, &date);
  return g_date_get_weekday (&date);
}

int
gla_day_get_days_in_month (int year,
                           int month)
{
  g_return_val_if_fail (year >= 1 && year <= 9999 && month >= 1 && month <= 12, 30);

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

GlaDay
gla_day_add_months (GlaDay self,
                    int    months)
{
  int year, month, day;
  int index;

  if (self == GLA_DAY_NONE)
    return GLA_DAY_NONE;

  gla_day_split (self, &year, &month, &day);
  index = year * 12 + (month - 1) + months;
  year = index / 12;
  month = index % 12 + 1;
  if (year < 1 || year > 9999)
    return GLA_DAY_NONE;
  return gla_day_new (year, month, MIN (day, gla_day_get_days_in_month (year, month)));
}

int
gla_day_get_age (GlaDay self,
                 GlaDay today)
{
  int birth_year, birth_month, birth_day;
  int year, month, day;

  if (self == GLA_DAY_NONE || today == GLA_DAY_NONE || self > today)
    return -1;

  gla_day_split (self, &birth_year, &birth_month, &birth_day);
  gla_day_split (today, &year, &month, &day);
  return year - birth_year - ((month * 100 + day) < (birth_month * 100 + birth_day) ? 1 : 0);
}

GlaDay
gla_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return gla_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                      g_date_time_get_day_of_month (now));
}

char *
gla_day_write_iso (GlaDay  self,
                   char   *buffer)
{
  int year, month, day;

  g_return_val_if_fail (buffer != NULL, NULL);

  if (self == GLA_DAY_NONE)
    {
      buffer[0] = '\0';
      return buffer;
    }
  gla_day_split (self, &year, &month, &day);
  buffer[0] = (char) ('0' + year / 1000);
  buffer[1] = (char) ('0' + year / 100 % 10);
  buffer[2] = (char) ('0' + year / 10 % 10);
  buffer[3] = (char) ('0' + year % 10);
  buffer[4] = '-';
  buffer[5] = (char) ('0' + month / 10);
  buffer[6] = (char) ('0' + month % 10);
  buffer[7] = '-';
  buffer[8] = (char) ('0' + day / 10);
  buffer[9] = (char) ('0' + day % 10);
  buffer[10] = '\0';
  return buffer;
}

char *
gla_day_to_iso (GlaDay self)
{
  char buffer[11];

  return g_strdup (gla_day_write_iso (self, buffer));
}

GlaDay
gla_day_from_iso (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return GLA_DAY_NONE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return GLA_DAY_NONE;

#define DIGIT(i) (text[i] - '0')
  return gla_day_new (DIGIT (0) * 1000 + DIGIT (1) * 100 + DIGIT (2) * 10 + DIGIT (3),
                      DIGIT (5) * 10 + DIGIT (6),
                      DIGIT (8) * 10 + DIGIT (9));
#undef DIGIT
}

GlaDay
gla_day_from_moment (const char *moment,
                     int        *minute)
{
  char date[11] = { 0 };
  gsize length = moment != NULL ? strlen (moment) : 0;

  if ((length != 13 && length != 16) || moment[10] != 'T' || !g_ascii_isdigit (moment[11])
      || !g_ascii_isdigit (moment[12]))
    return GLA_DAY_NONE;
  *minute = (int) (g_ascii_strtoll (moment + 11, NULL, 10)) * 60;
  if (length == 16)
    {
      if (moment[13] != ':' || !g_ascii_isdigit (moment[14]) || !g_ascii_isdigit (moment[15]))
        return GLA_DAY_NONE;
      *minute += (int) g_ascii_strtoll (moment + 14, NULL, 10);
    }
  memcpy (date, moment, 10);
  return gla_day_from_iso (date);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logger-cell.h"

#include "gla-number.h"

#include <math.h>
#include <string.h>

/* No fridge or freezer of a clinic, nor a room, is beyond these. */
#define LEAST_CELSIUS (-100.0)
#define MOST_CELSIUS 60.0

gboolean
gla_logger_split_stamp (const char  *cell,
                        char       **date,
                        char       **time)
{
  const char *colon = strchr (cell, ':');
  const char *start = colon;

  if (colon == NULL)
    return FALSE;
  while (start > cell && g_ascii_isdigit (start[-1]) && colon - start < 2)
    start--;
  if (start == colon || start == cell || strchr (" T,;_", start[-1]) == NULL)
    return FALSE;
  *time = g_strstrip (g_strdup (start));
  *date = g_strndup (cell, (gsize) (start - 1 - cell));
  g_strstrip (*date);
  return TRUE;
}

/* Up to two figures; NULL if there are none. */
static const char *
read_figures (const char *text,
              int        *value)
{
  if (!g_ascii_isdigit (*text))
    return NULL;
  *value = *text++ - '0';
  if (g_ascii_isdigit (*text))
    *value = *value * 10 + (*text++ - '0');
  return g_ascii_isdigit (*text) ? NULL : text;
}

/* Behind the figures: morning or afternoon, and a zone. */
static gboolean
read_rest (const char *rest,
           int        *hour,
           gboolean   *has_zone,
           int        *offset)
{
  g_autofree char *word = g_ascii_strup (rest, -1);
  int hours, minutes = 0, sign;
  const char *p;

  g_strdelimit (word, ".", ' ');
  g_strstrip (word);
  if (word[0] == '\0')
    return TRUE;
  if (strcmp (word, "AM") == 0 || strcmp (word, "A M") == 0 || strcmp (word, "PM") == 0
      || strcmp (word, "P M") == 0)
    {
      if (*hour < 1 || *hour > 12)
        return FALSE;
      *hour = *hour % 12 + (word[0] == 'P' ? 12 : 0);
      return TRUE;
    }
  *has_zone = TRUE;
  *offset = 0;
  if (strcmp (word, "Z") == 0 || strcmp (word, "UTC") == 0)
    return TRUE;
  if (word[0] != '+' && word[0] != '-')
    return FALSE;
  sign = word[0] == '-' ? -1 : 1;
  p = read_figures (word + 1, &hours);
  if (p != NULL && *p == ':')
    p = read_figures (p + 1, &minutes);
  *offset = sign * (hours * 60 + minutes);
  return p != NULL && *p == '\0' && hours <= 14 && minutes < 60;
}

gboolean
gla_logger_parse_time (const char *text,
                       int        *minute,
                       gboolean   *has_zone,
                       int        *offset)
{
  int hour, minutes, seconds;
  const char *p = read_figures (text, &hour);

  *has_zone = FALSE;
  if (p == NULL || *p != ':' || (p = read_figures (p + 1, &minutes)) == NULL || minutes > 59)
    return FALSE;
  if (*p == ':')
    {
      p = read_figures (p + 1, &seconds);
      if (p == NULL || seconds > 60)
        return FALSE;
      if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
        for (p++; g_ascii_isdigit (*p);)
          p++;
    }
  if (!read_rest (p, &hour, has_zone, offset) || hour > 23)
    return FALSE;
  *minute = hour * 60 + minutes;
  return TRUE;
}

gboolean
gla_logger_parse_temperature (const char *cell,
                              gboolean    is_fahrenheit,
                              int        *centi)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  gsize length = strlen (text);
  double value;

  if (length > 0 && strchr ("CcFf", text[length - 1]) != NULL)
    {
      is_fahrenheit = g_ascii_toupper (text[length - 1]) == 'F';
      text[length - 1] = '\0';
    }
  else if (g_str_has_suffix (text, "℃") || g_str_has_suffix (text, "℉"))
    {
      is_fahrenheit = g_str_has_suffix (text, "℉");
      text[length - strlen ("℃")] = '\0';
    }
  g_strchomp (text);
  if (g_str_has_suffix (text, "°"))
    text[strlen (text) - strlen ("°")] = '\0';
  if (text[0] == '+')
    text[0] = ' ';
  if (!gla_number_parse (g_strstrip (text), &value))
    return FALSE;
  if (is_fahrenheit)
    value = (value - 32) * 5 / 9;
  *centi = (int) lround (value * 100);
  return value >= LEAST_CELSIUS && value <= MOST_CELSIUS;
}

static gboolean
has_one_of (const char        *text,
            const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

GlaLoggerUnit
gla_logger_find_unit (const char *cell)
{
  static const char *const celsius[] = { "°c", "º c", "ºc", "° c", "℃", "(c)", "[c]", "celsius",
                                         "deg c", "deg. c", NULL };
  static const char *const fahrenheit[] = { "°f", "ºf", "° f", "℉", "(f)", "[f]", "fahrenheit",
                                            "deg f", "deg. f", NULL };
  g_autofree char *folded = g_utf8_strdown (cell, -1);

  if (has_one_of (folded, fahrenheit))
    return GLA_LOGGER_UNIT_FAHRENHEIT;
  return has_one_of (folded, celsius) ? GLA_LOGGER_UNIT_CELSIUS : GLA_LOGGER_UNIT_ASK;
}

GlaLoggerTitle
gla_logger_judge_title (const char *cell)
{
  static const char *const others[] = { "alarm", "limit", "humid", "%rh", "% rh", "dew", "mkt",
                                        "feucht", "tau", NULL };
  static const char *const temperatures[] = { "temp", "°", "℃", "℉", "celsius", "fahrenheit",
                                              NULL };
  static const char *const extremes[] = { "min", "max", "lowest", "highest", NULL };
  g_autofree char *folded = g_utf8_strdown (cell, -1);

  if (has_one_of (folded, others) || !has_one_of (folded, temperatures))
    return GLA_LOGGER_TITLE_OTHER;
  return has_one_of (folded, extremes) ? GLA_LOGGER_TITLE_EXTREME : GLA_LOGGER_TITLE_TEMPERATURE;
}

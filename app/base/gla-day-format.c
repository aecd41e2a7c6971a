/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day.h"

#include "gla-i18n.h"
#include "gla-language-private.h"

#include <langinfo.h>
#include <string.h>

/* With strftime-like conversions of GDateTime, which follow the locale. */
static char *
format_in_locale (GlaDay      self,
                  const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  gla_day_split (self, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, format);
}

/* @format, not yet translated, is for a thread that has entered no language. */
static char *
format_day (GlaDay       self,
            GlaDayStyle  style,
            const char  *format)
{
  const GlaLanguage *language = gla_language_get_current ();

  return language != NULL ? gla_language_format_day (language, self, style)
                          : format_in_locale (self, _(format));
}

char *
gla_day_format (GlaDay          self,
                GlaDayPrecision precision)
{
  g_autofree char *text = NULL;

  if (self == GLA_DAY_NONE)
    return g_strdup (_("date unknown"));

  switch (precision)
    {
    case GLA_DAY_MONTH:
      /* Translators: a month of a year, as in "Oct 2026" */
      return format_day (self, GLA_DAY_STYLE_MONTH_YEAR, N_("%b %Y"));
    case GLA_DAY_YEAR:
      return format_day (self, GLA_DAY_STYLE_YEAR, "%Y");
    case GLA_DAY_EXACT:
    case GLA_DAY_ABOUT:
    default:
      break;
    }

  /* Translators: a date with the month in short words, as in "12 Oct 2026" */
  text = format_day (self, GLA_DAY_STYLE_SHORT, N_("%-d %b %Y"));
  if (precision == GLA_DAY_ABOUT)
    /* Translators: %s is a date that is only known to about a week */
    return g_strdup_printf (_("about %s"), text);
  return g_steal_pointer (&text);
}

char *
gla_day_format_long (GlaDay self)
{
  if (self == GLA_DAY_NONE)
    return g_strdup (_("date unknown"));
  /* Translators: a date in full, as in "Wednesday 4 March 2026" */
  return format_day (self, GLA_DAY_STYLE_LONG, N_("%A %-d %B %Y"));
}

char *
gla_day_format_without_year (GlaDay self)
{
  const GlaLanguage *language = gla_language_get_current ();

  g_return_val_if_fail (self != GLA_DAY_NONE, NULL);

  if (language != NULL)
    return gla_language_format_day (language, self, GLA_DAY_STYLE_DAY_MONTH);
  /* Translators: day and month without a year on an axis, as in "12 Oct" */
  return format_in_locale (self, C_("axis", "%-d %b"));
}

char *
gla_day_format_month (GlaDay   self,
                      gboolean with_year)
{
  g_return_val_if_fail (self != GLA_DAY_NONE, NULL);

  return with_year ? format_day (self, GLA_DAY_STYLE_MONTH_YEAR, N_("%b %Y"))
                   : format_day (self, GLA_DAY_STYLE_MONTH, "%b");
}

GlaDayOrder
gla_day_get_locale_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month, *day;

  /* "%D" is short for "%m/%d/%y". */
  if (strstr (format, "%D") != NULL)
    return GLA_DAY_ORDER_MDY;
  month = strstr (format, "%m");
  day = strstr (format, "%d");
  if (day == NULL)
    day = strstr (format, "%e");
  if (month == NULL || day == NULL)
    return GLA_DAY_ORDER_DMY;
  return month < day ? GLA_DAY_ORDER_MDY : GLA_DAY_ORDER_DMY;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaDay:
 *
 * A civil date as the number of days since 1970-01-01 in the proleptic
 * Gregorian calendar. No time of day and no time zone: durations of effect are
 * differences of calendar dates in whole days (statistics, section 1).
 */
typedef gint32 GlaDay;

/** GLA_DAY_NONE: no date, or a date that is not known. */
#define GLA_DAY_NONE G_MININT32

/**
 * GlaDayPrecision:
 * @GLA_DAY_EXACT: this very day
 * @GLA_DAY_ABOUT: within about a week of this day
 * @GLA_DAY_MONTH: some day of this month; the stored day is its 15th
 * @GLA_DAY_YEAR: some day of this year; the stored day is 1 July
 *
 * How well a date is known. The values are stored in clinic files: append only.
 */
typedef enum
{
  GLA_DAY_EXACT = 0,
  GLA_DAY_ABOUT = 1,
  GLA_DAY_MONTH = 2,
  GLA_DAY_YEAR = 3,
} GlaDayPrecision;

/**
 * GlaDayOrder:
 * @GLA_DAY_ORDER_ASK: refuse dates that could be read in two ways
 * @GLA_DAY_ORDER_DMY: day before month
 * @GLA_DAY_ORDER_MDY: month before day
 *
 * How 3/4/2026 is read. ISO dates (2026-04-03) and D.M.Y are never ambiguous.
 */
typedef enum
{
  GLA_DAY_ORDER_ASK,
  GLA_DAY_ORDER_DMY,
  GLA_DAY_ORDER_MDY,
} GlaDayOrder;

/**
 * GlaDayReading:
 * @GLA_DAY_READING_OK: read
 * @GLA_DAY_READING_AMBIGUOUS: day and month could be swapped and the order is not known
 * @GLA_DAY_READING_IMPOSSIBLE: has the form of a date but there is no such day
 * @GLA_DAY_READING_NOT_A_DATE: has no form of a date
 */
typedef enum
{
  GLA_DAY_READING_OK,
  GLA_DAY_READING_AMBIGUOUS,
  GLA_DAY_READING_IMPOSSIBLE,
  GLA_DAY_READING_NOT_A_DATE,
} GlaDayReading;

/**
 * gla_day_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to the length of the month
 *
 * Returns: the day, or %GLA_DAY_NONE if there is no such day
 */
GlaDay        gla_day_new             (int               year,
                                       int               month,
                                       int               day);

/** gla_day_split: stores year, month and day of @self, which must not be %GLA_DAY_NONE. */
void          gla_day_split           (GlaDay            self,
                                       int              *year,
                                       int              *month,
                                       int              *day);

/** gla_day_get_weekday: 1 for Monday to 7 for Sunday. */
int           gla_day_get_weekday     (GlaDay            self);

/** gla_day_get_days_in_month: 28 to 31. */
int           gla_day_get_days_in_month (int             year,
                                         int             month);

/**
 * gla_day_add_months:
 *
 * Moves by calendar months; a day that the new month does not have becomes its
 * last (31 January + 1 month = 28 or 29 February). For label intervals that are
 * given in calendar months.
 */
GlaDay        gla_day_add_months      (GlaDay            self,
                                       int               months);

/** gla_day_get_age: completed years from birth @self to @today, -1 if @self is unknown or later. */
int           gla_day_get_age         (GlaDay            self,
                                       GlaDay            today);

/** gla_day_today: the computer's date. Only the window and the commands ask; all rules get it handed in. */
GlaDay        gla_day_today           (void);

/**
 * gla_day_to_iso:
 *
 * Returns: (transfer full): `YYYY-MM-DD`, or an empty string for %GLA_DAY_NONE
 */
char         *gla_day_to_iso          (GlaDay            self);

/** gla_day_write_iso: as gla_day_to_iso() into @buffer of at least 11 bytes; returns @buffer. */
char         *gla_day_write_iso       (GlaDay            self,
                                       char             *buffer);

/** gla_day_from_iso: strict `YYYY-MM-DD`; %GLA_DAY_NONE for anything else. */
GlaDay        gla_day_from_iso        (const char       *text);

/**
 * gla_day_from_moment:
 * @moment: (nullable): `YYYY-MM-DDTHH:MM`, or without the minutes
 * @minute: (out): of the day
 *
 * Returns: the day; %GLA_DAY_NONE for anything else
 */
GlaDay        gla_day_from_moment     (const char       *moment,
                                       int              *minute);

/**
 * gla_day_parse:
 * @text: ISO, D.M.Y, D/M/Y, M/D/Y, D-M-Y, YYYYMMDD, or with the month in words
 *   ("3 May 2026", "May 3, 2026"), in English or the user's language
 * @order: how to read day and month when both could be meant
 * @today: two-digit years mean the last hundred years up to @today
 * @day: (out): the day, %GLA_DAY_NONE unless %GLA_DAY_READING_OK
 */
GlaDayReading gla_day_parse           (const char       *text,
                                       GlaDayOrder       order,
                                       GlaDay            today,
                                       GlaDay           *day);

/**
 * gla_day_parse_inexact:
 * @precision: (out): how well the date is known
 *
 * As gla_day_parse(), and besides "about 3 May 2026" (also "ca.", "~"), a month
 * ("May 2026", "5/2026", "2026-05") and a year ("2026"). The day of a month is
 * its 15th and of a year 1 July.
 */
GlaDayReading gla_day_parse_inexact   (const char       *text,
                                       GlaDayOrder       order,
                                       GlaDay            today,
                                       GlaDay           *day,
                                       GlaDayPrecision  *precision);

/**
 * gla_day_format:
 *
 * Returns: (transfer full): the date in the user's language with the month in
 *   short words, such as "12 Oct 2026"; with a word of doubt for an inexact
 *   one ("about 12 Oct 2026", "Oct 2026", "2026"); "date unknown" for
 *   %GLA_DAY_NONE
 */
char         *gla_day_format          (GlaDay            self,
                                       GlaDayPrecision   precision);

/** gla_day_format_long: with weekday and month in full, "Wednesday 4 March 2026", for paper. */
char         *gla_day_format_long     (GlaDay            self);

/** gla_day_format_without_year: "12 Oct", for axes. */
char         *gla_day_format_without_year (GlaDay          self);

/** gla_day_format_month: "Oct 2026", for axes. */
char         *gla_day_format_month    (GlaDay            self,
                                       gboolean          with_year);

/** gla_day_get_locale_order: whether the user's locale writes the month first. */
GlaDayOrder   gla_day_get_locale_order (void);

G_END_DECLS

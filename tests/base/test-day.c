/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day.h"

#include <locale.h>

typedef struct
{
  int year;
  int month;
  int day;
  GlaDay number;
  int weekday;
} DayCase;

static const DayCase days[] = {
  { 1970, 1, 1, 0, 4 },
  { 1969, 12, 31, -1, 3 },
  { 2000, 2, 29, 11016, 2 },
  { 2016, 1, 1, 16801, 5 },
  { 2024, 2, 29, 19782, 4 },
  { 2026, 3, 4, 20516, 3 },
  { 1, 1, 1, -719162, 1 },
  { 9999, 12, 31, 2932896, 5 },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      int year, month, day;

      g_assert_cmpint (gla_day_new (days[i].year, days[i].month, days[i].day), ==, days[i].number);
      g_assert_cmpint (gla_day_get_weekday (days[i].number), ==, days[i].weekday);
      gla_day_split (days[i].number, &year, &month, &day);
      g_assert_cmpint (year, ==, days[i].year);
      g_assert_cmpint (month, ==, days[i].month);
      g_assert_cmpint (day, ==, days[i].day);
    }
}

static void
test_no_such_day (void)
{
  static const int none[][3] = {
    { 2026, 2, 29 }, { 1900, 2, 29 }, { 2026, 4, 31 }, { 2026, 0, 1 }, { 2026, 13, 1 },
    { 2026, 1, 0 }, { 2026, 1, 32 }, { 0, 1, 1 }, { 10000, 1, 1 }, { -4, 1, 1 },
    { 2026, 257, 1 }, { 2026, 1, 257 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpint (gla_day_new (none[i][0], none[i][1], none[i][2]), ==, GLA_DAY_NONE);
}

/* Every day of four centuries comes back from each of its forms. */
static void
test_round_trip (void)
{
  GlaDay first = gla_day_new (1800, 1, 1);
  GlaDay last = gla_day_new (2200, 1, 1);
  int weekday = gla_day_get_weekday (first);

  for (GlaDay day = first; day < last; day++)
    {
      char text[11];
      int year, month, month_day;

      gla_day_split (day, &year, &month, &month_day);
      g_assert_cmpint (gla_day_new (year, month, month_day), ==, day);
      g_assert_cmpint (month_day, <=, gla_day_get_days_in_month (year, month));
      g_assert_cmpint (gla_day_from_iso (gla_day_write_iso (day, text)), ==, day);
      g_assert_cmpint (gla_day_get_weekday (day), ==, weekday);
      weekday = weekday % 7 + 1;
    }
}

static void
test_iso (void)
{
  static const char *const refused[] = {
    "", "2026-3-4", "2026-03-4", "2026/03/04", "2026-03-04 ", " 2026-03-04", "2026-02-30",
    "20260304", "2026-03-0a", "0000-01-01", "+026-03-04", "2026-03-04T00:00",
  };
  g_autofree char *none = gla_day_to_iso (GLA_DAY_NONE);
  g_autofree char *early = gla_day_to_iso (gla_day_new (7, 8, 9));

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (gla_day_from_iso (refused[i]), ==, GLA_DAY_NONE);
  g_assert_cmpint (gla_day_from_iso (NULL), ==, GLA_DAY_NONE);
  g_assert_cmpint (gla_day_from_iso ("2026-03-04"), ==, gla_day_new (2026, 3, 4));
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (early, ==, "0007-08-09");
}

typedef struct
{
  const char *from;
  int months;
  const char *to;
} MonthCase;

static const MonthCase months[] = {
  { "2026-01-31", 1, "2026-02-28" },
  { "2024-01-31", 1, "2024-02-29" },
  { "2026-11-30", 3, "2027-02-28" },
  { "2026-03-31", -1, "2026-02-28" },
  { "2026-01-15", -1, "2025-12-15" },
  { "2026-05-10", 0, "2026-05-10" },
  { "2026-12-01", 1, "2027-01-01" },
  { "2026-03-04", 3, "2026-06-04" },
  { "2026-03-04", -27, "2023-12-04" },
  { "9999-12-01", 1, "" },
  { "0001-01-01", -1, "" },
  { "", 3, "" },
};

static void
test_add_months (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      GlaDay day = gla_day_add_months (gla_day_from_iso (months[i].from), months[i].months);
      g_autofree char *text = gla_day_to_iso (day);

      g_assert_cmpstr (text, ==, months[i].to);
    }
}

typedef struct
{
  const char *birth;
  const char *today;
  int age;
} AgeCase;

static const AgeCase ages[] = {
  { "1984-03-04", "2026-03-03", 41 },
  { "1984-03-04", "2026-03-04", 42 },
  { "2004-02-29", "2022-02-28", 17 },
  { "2004-02-29", "2022-03-01", 18 },
  { "2026-03-04", "2026-03-04", 0 },
  { "2026-03-05", "2026-03-04", -1 },
  { "", "2026-03-04", -1 },
  { "1984-03-04", "", -1 },
};

static void
test_age (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    g_assert_cmpint (gla_day_get_age (gla_day_from_iso (ages[i].birth),
                                      gla_day_from_iso (ages[i].today)),
                     ==, ages[i].age);
}

typedef struct
{
  GlaDayPrecision precision;
  const char *text;
} FormatCase;

static const FormatCase formats[] = {
  { GLA_DAY_EXACT, "4 Mar 2026" },
  { GLA_DAY_ABOUT, "about 4 Mar 2026" },
  { GLA_DAY_MONTH, "Mar 2026" },
  { GLA_DAY_YEAR, "2026" },
};

static void
test_format (void)
{
  GlaDay day = gla_day_new (2026, 3, 4);
  g_autofree char *full = gla_day_format_long (day);
  g_autofree char *month = gla_day_format_month (day, FALSE);
  g_autofree char *month_and_year = gla_day_format_month (day, TRUE);
  g_autofree char *none = gla_day_format (GLA_DAY_NONE, GLA_DAY_EXACT);
  g_autofree char *none_in_full = gla_day_format_long (GLA_DAY_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = gla_day_format (day, formats[i].precision);

      g_assert_cmpstr (text, ==, formats[i].text);
    }
  g_assert_cmpstr (full, ==, "Wednesday 4 March 2026");
  g_assert_cmpstr (month, ==, "Mar");
  g_assert_cmpstr (month_and_year, ==, "Mar 2026");
  g_assert_cmpstr (none, ==, "date unknown");
  g_assert_cmpstr (none_in_full, ==, "date unknown");
}

/* The computer's date lies between two readings of its clock. */
static void
test_today (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  GlaDay today = gla_day_today ();
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();

  g_assert_cmpint (today, >=, gla_day_new (g_date_time_get_year (before),
                                           g_date_time_get_month (before),
                                           g_date_time_get_day_of_month (before)));
  g_assert_cmpint (today, <=, gla_day_new (g_date_time_get_year (after),
                                           g_date_time_get_month (after),
                                           g_date_time_get_day_of_month (after)));
}

/* The C locale writes the month first. */
static void
test_locale_order (void)
{
  g_assert_cmpint (gla_day_get_locale_order (), ==, GLA_DAY_ORDER_MDY);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day/numbers", test_numbers);
  g_test_add_func ("/base/day/no-such-day", test_no_such_day);
  g_test_add_func ("/base/day/round-trip", test_round_trip);
  g_test_add_func ("/base/day/iso", test_iso);
  g_test_add_func ("/base/day/add-months", test_add_months);
  g_test_add_func ("/base/day/age", test_age);
  g_test_add_func ("/base/day/format", test_format);
  g_test_add_func ("/base/day/today", test_today);
  g_test_add_func ("/base/day/locale-order", test_locale_order);

  return g_test_run ();
}

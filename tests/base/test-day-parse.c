/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day.h"

#include <locale.h>
#include <string.h>

#define ASK GLA_DAY_ORDER_ASK
#define DMY GLA_DAY_ORDER_DMY
#define MDY GLA_DAY_ORDER_MDY
#define OK GLA_DAY_READING_OK
#define AMBIGUOUS GLA_DAY_READING_AMBIGUOUS
#define IMPOSSIBLE GLA_DAY_READING_IMPOSSIBLE
#define NOT_A_DATE GLA_DAY_READING_NOT_A_DATE

typedef struct
{
  const char *text;
  GlaDayOrder order;
  GlaDayReading reading;
  const char *day;
} ParseCase;

/* Today is 23 November 2026. */
static const ParseCase cases[] = {
  { "2026-03-04", ASK, OK, "2026-03-04" },
  { "2026-3-4", ASK, OK, "2026-03-04" },
  { "2026/03/04", DMY, OK, "2026-03-04" },
  { "2026.03.04", MDY, OK, "2026-03-04" },
  { "20260304", ASK, OK, "2026-03-04" },
  { " 2026-03-04 ", ASK, OK, "2026-03-04" },
  { "2026-13-04", ASK, IMPOSSIBLE, "" },
  { "2026-02-30", ASK, IMPOSSIBLE, "" },
  { "20260230", ASK, IMPOSSIBLE, "" },

  { "4.3.2026", ASK, OK, "2026-03-04" },
  { "04.03.2026", MDY, OK, "2026-03-04" },
  { "4. 3. 2026", ASK, OK, "2026-03-04" },
  { "4.3.26", ASK, OK, "2026-03-04" },
  { "4.3.27", ASK, OK, "1927-03-04" },
  { "4.3.84", ASK, OK, "1984-03-04" },
  { "31.4.2026", ASK, IMPOSSIBLE, "" },

  { "4/3/2026", ASK, AMBIGUOUS, "" },
  { "4/3/2026", DMY, OK, "2026-03-04" },
  { "4/3/2026", MDY, OK, "2026-04-03" },
  { "4-3-2026", DMY, OK, "2026-03-04" },
  { "4-3-2026", ASK, AMBIGUOUS, "" },
  { "13/3/2026", ASK, OK, "2026-03-13" },
  { "3/13/2026", ASK, OK, "2026-03-13" },
  { "3/13/2026", MDY, OK, "2026-03-13" },
  { "3/13/2026", DMY, IMPOSSIBLE, "" },
  { "13/3/2026", MDY, IMPOSSIBLE, "" },
  { "4/4/2026", ASK, OK, "2026-04-04" },
  { "04/03/84", DMY, OK, "1984-03-04" },
  { "31/2/2026", ASK, IMPOSSIBLE, "" },

  { "3 May 2026", ASK, OK, "2026-05-03" },
  { "May 3, 2026", ASK, OK, "2026-05-03" },
  { "may 3 2026", DMY, OK, "2026-05-03" },
  { "3-MAY-2026", ASK, OK, "2026-05-03" },
  { "3rd of May 2026", ASK, OK, "2026-05-03" },
  { "2026 May 3", ASK, OK, "2026-05-03" },
  { "12 Sept. 1984", ASK, OK, "1984-09-12" },
  { "12 Sep 84", ASK, OK, "1984-09-12" },
  { "30 Feb 2026", ASK, IMPOSSIBLE, "" },
  { "3 May 202", ASK, NOT_A_DATE, "" },
  { "3 May 2", ASK, NOT_A_DATE, "" },
  { "300 May 2026", ASK, NOT_A_DATE, "" },
  { "May 2026", ASK, NOT_A_DATE, "" },
  { "3 May", ASK, NOT_A_DATE, "" },
  { "3 Ma 2026", ASK, NOT_A_DATE, "" },
  { "3 May June 2026", ASK, NOT_A_DATE, "" },

  { "", ASK, NOT_A_DATE, "" },
  { "2026", ASK, NOT_A_DATE, "" },
  { "Kaya", ASK, NOT_A_DATE, "" },
  { "4.3", ASK, NOT_A_DATE, "" },
  { "1.2.3.4", ASK, NOT_A_DATE, "" },
  { "044 123 45 67", ASK, NOT_A_DATE, "" },
  { "4/3/202", DMY, NOT_A_DATE, "" },
  { "004/3/2026", DMY, NOT_A_DATE, "" },
  { "4:3:2026", DMY, NOT_A_DATE, "" },
  { "4/3/2026 x", DMY, NOT_A_DATE, "" },
  { "123456789", ASK, NOT_A_DATE, "" },
  { "99999999999999999999-1-1", ASK, NOT_A_DATE, "" },
  { "0/0/2026", DMY, IMPOSSIBLE, "" },
  { "\xff\xfe", ASK, NOT_A_DATE, "" },
};

static void
test_parse (void)
{
  GlaDay today = gla_day_new (2026, 11, 23);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaDay day = 7;
      GlaDayReading reading = gla_day_parse (cases[i].text, cases[i].order, today, &day);
      g_autofree char *text = gla_day_to_iso (day);

      if (reading != cases[i].reading || strcmp (text, cases[i].day) != 0)
        g_error ("\"%s\", order %d: reading %d, \"%s\"", cases[i].text, cases[i].order, reading,
                 text);
    }
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (1 << 20, '1');
  GlaDay day;

  g_assert_cmpint (gla_day_parse (text, ASK, gla_day_new (2026, 11, 23), &day), ==, NOT_A_DATE);
}

typedef struct
{
  const char *text;
  GlaDayReading reading;
  const char *day;
  GlaDayPrecision precision;
} InexactCase;

static const InexactCase inexact_cases[] = {
  { "3 May 2026", OK, "2026-05-03", GLA_DAY_EXACT },
  { "about 3 May 2026", OK, "2026-05-03", GLA_DAY_ABOUT },
  { "ca. 3.5.2026", OK, "2026-05-03", GLA_DAY_ABOUT },
  { "~2026-05-03", OK, "2026-05-03", GLA_DAY_ABOUT },
  { "May 2026", OK, "2026-05-15", GLA_DAY_MONTH },
  { "2026-05", OK, "2026-05-15", GLA_DAY_MONTH },
  { "2026", OK, "2026-07-01", GLA_DAY_YEAR },
  { "30 Feb 2026", IMPOSSIBLE, "", GLA_DAY_EXACT },
  { "soon", NOT_A_DATE, "", GLA_DAY_EXACT },
  { "", NOT_A_DATE, "", GLA_DAY_EXACT },
};

static void
test_parse_inexact (void)
{
  GlaDay today = gla_day_new (2026, 11, 23);

  for (gsize i = 0; i < G_N_ELEMENTS (inexact_cases); i++)
    {
      const InexactCase *expected = &inexact_cases[i];
      GlaDay day;
      GlaDayPrecision precision;
      GlaDayReading reading =
        gla_day_parse_inexact (expected->text, ASK, today, &day, &precision);
      g_autofree char *text = gla_day_to_iso (day);

      if (reading != expected->reading || strcmp (text, expected->day) != 0 ||
          (reading == OK && precision != expected->precision))
        g_error ("\"%s\": reading %d, \"%s\", precision %d", expected->text, reading, text,
                 precision);
    }
}

/* Months in the user's language, where the system has that language. */
static void
test_language (void)
{
  GlaDay day;

  if (setlocale (LC_TIME, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("de_DE.UTF-8 is not installed");
      return;
    }
  g_assert_cmpint (gla_day_parse ("3. März 2026", ASK, gla_day_new (2026, 11, 23), &day), ==, OK);
  g_assert_cmpint (day, ==, gla_day_new (2026, 3, 3));
  g_assert_cmpint (gla_day_parse ("3 May 2026", ASK, gla_day_new (2026, 11, 23), &day), ==, OK);
  g_assert_cmpint (day, ==, gla_day_new (2026, 5, 3));
  setlocale (LC_TIME, "C.UTF-8");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day-parse/table", test_parse);
  g_test_add_func ("/base/day-parse/too-long", test_too_long);
  g_test_add_func ("/base/day-parse/inexact", test_parse_inexact);
  g_test_add_func ("/base/day-parse/language", test_language);

  return g_test_run ();
}

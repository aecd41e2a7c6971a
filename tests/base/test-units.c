/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-units.h"

#include <locale.h>
#include <math.h>

typedef struct
{
  const char *text;
  gboolean read;
  GlaUnits units;
} ParseCase;

static const ParseCase cases[] = {
  { "20", TRUE, 2000 },
  { " 20 ", TRUE, 2000 },
  { "2.5", TRUE, 250 },
  { "2,5", TRUE, 250 },
  { "2.25", TRUE, 225 },
  { "2,25", TRUE, 225 },
  { ".5", TRUE, 50 },
  { "5.", TRUE, 500 },
  { "0", TRUE, 0 },
  { "0.01", TRUE, 1 },
  { "20 U", TRUE, 2000 },
  { "20u", TRUE, 2000 },
  { "20 IU", TRUE, 2000 },
  { "20 units", TRUE, 2000 },
  { "20.000", TRUE, 2000 },
  { "1000000", TRUE, GLA_UNITS_MAX },
  { "1000000.01", FALSE, 0 },
  { "1000001", FALSE, 0 },
  { "99999999999999999999999", FALSE, 0 },
  { "2,500", FALSE, 0 },
  { "2,500.5", FALSE, 0 },
  { "20,000", FALSE, 0 },
  { "2.255", FALSE, 0 },
  { "2.2.5", FALSE, 0 },
  { "-5", FALSE, 0 },
  { "+5", FALSE, 0 },
  { "1e3", FALSE, 0 },
  { "", FALSE, 0 },
  { " ", FALSE, 0 },
  { ".", FALSE, 0 },
  { "U", FALSE, 0 },
  { "20 mg", FALSE, 0 },
  { "20 U U", FALSE, 0 },
  { "20 30", FALSE, 0 },
  { "inf", FALSE, 0 },
  { "nan", FALSE, 0 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaUnits units = 7;
      gboolean read = gla_units_parse (cases[i].text, &units);

      if (read != cases[i].read || units != (cases[i].read ? cases[i].units : GLA_UNITS_UNKNOWN))
        g_error ("\"%s\": %d, %" G_GINT64_FORMAT, cases[i].text, read, units);
    }
}

typedef struct
{
  GlaUnits units;
  const char *text;
  const char *shown;
} TextCase;

static const TextCase texts[] = {
  { 0, "0", "0" },
  { 2000, "20", "20" },
  { 250, "2.5", "2.5" },
  { 225, "2.25", "2.25" },
  { 201, "2.01", "2.01" },
  { 5, "0.05", "0.05" },
  { GLA_UNITS_MAX, "1000000", "1000000" },
  { GLA_UNITS_UNKNOWN, "", "?" },
};

static void
test_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = gla_units_to_text (texts[i].units);
      g_autofree char *shown = gla_units_format (texts[i].units);
      GlaUnits units;

      g_assert_cmpstr (text, ==, texts[i].text);
      g_assert_cmpstr (shown, ==, texts[i].shown);
      if (texts[i].units == GLA_UNITS_UNKNOWN)
        continue;
      g_assert_true (gla_units_parse (text, &units));
      g_assert_cmpint (units, ==, texts[i].units);
    }
}

/* Files keep the point where the user's language has a comma, and both are read. */
static void
test_language (void)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("de_DE.UTF-8 is not installed");
      return;
    }
  text = gla_units_to_text (250);
  shown = gla_units_format (250);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (text, ==, "2.5");
  g_assert_cmpstr (shown, ==, "2,5");
}

static void
test_double (void)
{
  g_assert_cmpint (gla_units_from_double (2.5), ==, 250);
  g_assert_cmpint (gla_units_from_double (0.0), ==, 0);
  g_assert_cmpint (gla_units_from_double (0.126), ==, 13);
  g_assert_cmpint (gla_units_from_double (1e6), ==, GLA_UNITS_MAX);
  g_assert_cmpint (gla_units_from_double (1e6 + 1), ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (gla_units_from_double (-0.5), ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (gla_units_from_double ((double) NAN), ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpint (gla_units_from_double ((double) INFINITY), ==, GLA_UNITS_UNKNOWN);
  g_assert_cmpfloat (gla_units_to_double (250), ==, 2.5);
  g_assert_true (isnan (gla_units_to_double (GLA_UNITS_UNKNOWN)));
  g_assert_cmpint (GLA_UNITS (2.5), ==, 250);
  g_assert_cmpint (GLA_UNITS (20), ==, 2000);
  for (GlaUnits units = 0; units < 20000; units++)
    g_assert_cmpint (gla_units_from_double (gla_units_to_double (units)), ==, units);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/units/parse", test_parse);
  g_test_add_func ("/base/units/text", test_text);
  g_test_add_func ("/base/units/language", test_language);
  g_test_add_func ("/base/units/double", test_double);

  return g_test_run ();
}

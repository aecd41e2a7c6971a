/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-unit-words.h"

#include "gla-i18n.h"

#include <math.h>
#include <string.h>

/* Translators, of all that follow: a number, or a range such as "28 to 30", and its unit */

static const char *
get_time_format (const char *unit,
                 gulong      n)
{
  if (strcmp (unit, "days") == 0)
    return ngettext ("%s day", "%s days", n);
  if (strcmp (unit, "hours") == 0)
    return ngettext ("%s hour", "%s hours", n);
  if (strcmp (unit, "weeks") == 0)
    return ngettext ("%s week", "%s weeks", n);
  if (strcmp (unit, "months") == 0)
    return ngettext ("%s month", "%s months", n);
  if (strcmp (unit, "calendar months") == 0)
    return ngettext ("%s calendar month", "%s calendar months", n);
  if (strcmp (unit, "years") == 0)
    return ngettext ("%s year", "%s years", n);
  return NULL;
}

static const char *
get_count_format (const char *unit,
                  gulong      n)
{
  if (strcmp (unit, "grade") == 0 || strcmp (unit, "grades") == 0)
    return ngettext ("%s grade", "%s grades", n);
  if (strcmp (unit, "patients") == 0)
    return ngettext ("%s patient", "%s patients", n);
  if (strcmp (unit, "treatments") == 0)
    return ngettext ("%s treatment", "%s treatments", n);
  if (strcmp (unit, "sessions") == 0)
    return ngettext ("%s session", "%s sessions", n);
  if (strcmp (unit, "points") == 0)
    return ngettext ("%s point", "%s points", n);
  if (strcmp (unit, "cycles") == 0)
    return ngettext ("%s cycle", "%s cycles", n);
  if (strcmp (unit, "tests") == 0)
    return ngettext ("%s test", "%s tests", n);
  if (strcmp (unit, "findings") == 0)
    return ngettext ("%s finding", "%s findings", n);
  if (strcmp (unit, "touch-ups") == 0)
    return ngettext ("%s touch-up", "%s touch-ups", n);
  if (strcmp (unit, "events") == 0)
    return ngettext ("%s event", "%s events", n);
  if (strcmp (unit, "treated areas") == 0)
    return ngettext ("%s treated area", "%s treated areas", n);
  return NULL;
}

char *
gla_unit_words_new (const char *number,
                    const char *unit,
                    double      value)
{
  gulong n = value == 1 ? 1 : (gulong) CLAMP (ceil (fabs (value)), 0, 1e6);
  const char *format;

  g_return_val_if_fail (number != NULL && unit != NULL, NULL);

  /* "0.5 days" as "2 days". */
  if (n == 1 && fabs (value) != 1)
    n = 2;
  if (unit[0] == '\0' || strcmp (unit, "ratio") == 0)
    return g_strdup (number);
  if (strcmp (unit, "% of baseline") == 0)
    /* Translators: per cent of the value before the test */
    return g_strdup_printf (_("%s %% of baseline"), number);
  format = get_time_format (unit, n);
  if (format == NULL)
    format = get_count_format (unit, n);
  if (format == NULL)
    return g_strdup_printf ("%s %s", number, unit);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  /* One of the formats above. */
  return g_strdup_printf (format, number);
#pragma GCC diagnostic pop
}

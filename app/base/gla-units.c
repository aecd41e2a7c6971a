/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-units.h"

#include "gla-language.h"

#include <math.h>
#include <string.h>

GlaUnits
gla_units_from_double (double units)
{
  if (!isfinite (units) || units < 0.0 || units * 100.0 > (double) GLA_UNITS_MAX)
    return GLA_UNITS_UNKNOWN;
  return (GlaUnits) floor (units * 100.0 + 0.5);
}

double
gla_units_to_double (GlaUnits self)
{
  return self == GLA_UNITS_UNKNOWN ? (double) NAN : (double) self / 100.0;
}

static char *
write_units (GlaUnits    self,
             const char *point)
{
  gint64 whole = self / 100;
  int part = (int) (self % 100);

  if (part == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  if (part % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%s%d", whole, point, part / 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%02d", whole, point, part);
}

char *
gla_units_to_text (GlaUnits self)
{
  return self == GLA_UNITS_UNKNOWN ? g_strdup ("") : write_units (self, ".");
}

char *
gla_units_format (GlaUnits self)
{
  return self == GLA_UNITS_UNKNOWN ? g_strdup ("?") : write_units (self, gla_number_get_point ());
}

static const char *
skip_blanks (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

static gboolean
is_unit_word (const char *text)
{
  static const char *const words[] = { "", "u", "iu", "unit", "units", "e", "ui" };
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
gla_units_parse (const char *text,
                 GlaUnits   *units)
{
  const char *p;
  GlaUnits value = 0;
  int digits = 0, decimals = 0;

  g_return_val_if_fail (text != NULL && units != NULL, FALSE);

  *units = GLA_UNITS_UNKNOWN;
  p = skip_blanks (text);
  for (; g_ascii_isdigit (*p); p++, digits++)
    {
      value = value * 10 + (*p - '0');
      if (value > GLA_UNITS_MAX)
        return FALSE;
    }
  value *= 100;
  if (*p == '.' || *p == ',')
    {
      gboolean comma = *p == ',';

      p++;
      for (; g_ascii_isdigit (*p); p++, decimals++)
        {
          /* A third decimal is taken if it is zero ("20.000"), else the amount is not storable. */
          if (decimals >= 2 && *p != '0')
            return FALSE;
          if (decimals < 2)
            value += (*p - '0') * (decimals == 0 ? 10 : 1);
        }
      /* "2,500" is a thousand times as much to one reader as to another: it is not read. */
      if (comma && decimals >= 3)
        return FALSE;
    }
  if (digits + decimals == 0 || value > GLA_UNITS_MAX || !is_unit_word (p))
    return FALSE;
  *units = value;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days and numbers, as ICU knows them of each language. */

#include "config.h"

#include "gla-language-private.h"

#include <langinfo.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#define MILLISECONDS_A_DAY 86400000.0

/*
 * In which parts a day is written, in ICU's letters; what a language makes of
 * them is its own. English is written as the program writes it everywhere.
 */
static const struct
{
  const char *parts;
  const char *english;
} styles[GLA_DAY_N_STYLES] = {
  [GLA_DAY_STYLE_SHORT] = { "yMMMd", "d MMM y" },
  [GLA_DAY_STYLE_LONG] = { "yMMMMEEEEd", "EEEE d MMMM y" },
  [GLA_DAY_STYLE_DAY_MONTH] = { "MMMd", "d MMM" },
  [GLA_DAY_STYLE_MONTH] = { "LLL", "LLL" },
  [GLA_DAY_STYLE_MONTH_YEAR] = { "yMMM", "MMM y" },
  [GLA_DAY_STYLE_YEAR] = { "y", "y" },
};

/* Texts of ICU are UTF-16; these are short. */
#define MOST_UNITS 256

void
gla_language_ask_icu (GlaLanguage *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *numbers = unum_open (UNUM_DECIMAL, NULL, 0, self->locale, NULL, &status);
  UChar point[MOST_UNITS];
  int32_t length = 0;

  if (U_SUCCESS (status))
    length = unum_getSymbol (numbers, UNUM_DECIMAL_SEPARATOR_SYMBOL, point, MOST_UNITS, &status);
  if (U_SUCCESS (status) && length > 0 && length < MOST_UNITS)
    self->point = g_utf16_to_utf8 ((const gunichar2 *) point, length, NULL, NULL, NULL);
  if (self->point == NULL)
    self->point = g_strdup (".");
  unum_close (numbers);
  self->rtl = uloc_isRightToLeft (self->locale);
}

char *
gla_language_dup_name (const GlaLanguage *self)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MOST_UNITS];
  int32_t length;
  g_autofree char *icu = NULL;
  char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  icu = g_strdelimit (g_strdup (self->tag), "-", '_');
  length = uloc_getDisplayName (icu, icu, name, MOST_UNITS, &status);
  if (U_SUCCESS (status) && length > 0 && length < MOST_UNITS)
    text = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  return text != NULL ? text : g_strdup (self->tag);
}

/* The pattern of a style in a language; the number of its units. */
static int32_t
find_pattern (const GlaLanguage *self,
              GlaDayStyle        style,
              UChar             *pattern,
              UErrorCode        *status)
{
  UDateTimePatternGenerator *generator;
  UChar parts[MOST_UNITS];
  int32_t length;

  if (self->texts == NULL)
    {
      u_uastrcpy (pattern, styles[style].english);
      return u_strlen (pattern);
    }
  u_uastrcpy (parts, styles[style].parts);
  generator = udatpg_open (self->locale, status);
  length = udatpg_getBestPattern (generator, parts, -1, pattern, MOST_UNITS, status);
  udatpg_close (generator);
  return length;
}

static UDateFormat *
open_format (const GlaLanguage *self,
             GlaDayStyle        style)
{
  static const UChar zone[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UChar pattern[MOST_UNITS];
  int32_t length = find_pattern (self, style, pattern, &status);

  return U_SUCCESS (status) ? udat_open (UDAT_PATTERN, UDAT_PATTERN, self->locale, zone, -1,
                                         pattern, length, &status)
                            : NULL;
}

char *
gla_language_format_day (const GlaLanguage *self,
                         GlaDay             day,
                         GlaDayStyle        style)
{
  GlaLanguage *formats = (GlaLanguage *) self;
  UErrorCode status = U_ZERO_ERROR;
  UChar units[MOST_UNITS];
  int32_t length = 0;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && day != GLA_DAY_NONE, NULL);
  g_return_val_if_fail (style < GLA_DAY_N_STYLES, NULL);

  locker = g_mutex_locker_new (&formats->lock);
  if (formats->formats[style] == NULL)
    formats->formats[style] = open_format (self, style);
  if (formats->formats[style] != NULL)
    length = udat_format (formats->formats[style], day * MILLISECONDS_A_DAY, units, MOST_UNITS,
                          NULL, &status);
  /* Without the data of ICU there are no names of months: what everybody can read. */
  if (U_FAILURE (status) || length <= 0 || length >= MOST_UNITS)
    return gla_day_to_iso (day);
  return g_utf16_to_utf8 ((const gunichar2 *) units, length, NULL, NULL, NULL);
}

gboolean
gla_language_runs_against (const char *text)
{
  g_autofree gunichar2 *units = NULL;
  UBiDiDirection direction;

  g_return_val_if_fail (text != NULL, FALSE);

  units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  if (units == NULL)
    return FALSE;
  direction = ubidi_getBaseDirection ((const UChar *) units, -1);
  return direction == (gla_language_is_rtl_now () ? UBIDI_LTR : UBIDI_RTL);
}

const char *
gla_number_get_point (void)
{
  const GlaLanguage *language = gla_language_get_current ();

  return language != NULL ? language->point : nl_langinfo (RADIXCHAR);
}

/* A number of the C locale with the point of the language. */
static char *
set_point (const char *number)
{
  g_auto (GStrv) parts = g_strsplit (number, ".", 2);

  return g_strjoinv (gla_number_get_point (), parts);
}

char *
gla_number_format (double number,
                   int    decimals)
{
  g_autofree char *format = g_strdup_printf ("%%.%df", decimals);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE + 32];

  return set_point (g_ascii_formatd (buffer, sizeof buffer, format, number));
}

char *
gla_number_format_short (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return set_point (g_ascii_formatd (buffer, sizeof buffer, "%.10g", number));
}

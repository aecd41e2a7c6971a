/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-day.h"

#include "gla-i18n.h"

#include <langinfo.h>
#include <string.h>

/* A date as it was typed: up to three numbers, and at most one month in words. */
typedef struct
{
  int numbers[3];
  int digits[3];
  char separators[3];
  int n_numbers;
  int month_word;
  int month_position;
} DateWords;

static const char *const english_months[12] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static gboolean
is_month_name (const char *word,
               const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gsize length = strlen (word);

  /* At least three letters, a full stop after an abbreviation is dropped before. */
  return g_utf8_strlen (word, -1) >= 3 && strncmp (folded, word, length) == 0;
}

/* 1 to 12, or 0 if the word names no month in English or in the user's language. */
static int
find_month (const char *word)
{
  static const nl_item names[12] = {
    MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12,
  };
  static const nl_item short_names[12] = {
    ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12,
  };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (int i = 0; i < 12; i++)
    if (is_month_name (folded, english_months[i]) ||
        is_month_name (folded, nl_langinfo (names[i])) ||
        is_month_name (folded, nl_langinfo (short_names[i])))
      return i + 1;
  return 0;
}

/* Splits the text into numbers and one month word; FALSE if there is anything else in it. */
static gboolean
split_words (const char *text,
             DateWords  *words)
{
  const char *p = text;

  memset (words, 0, sizeof *words);
  words->month_position = -1;
  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p))
        {
          int value = 0, digits = 0;

          for (; g_ascii_isdigit (*p); p++, digits++)
            value = digits < 8 ? value * 10 + (*p - '0') : value;
          if (words->n_numbers == 3 || digits > 8)
            return FALSE;
          words->numbers[words->n_numbers] = value;
          words->digits[words->n_numbers] = digits;
          words->separators[words->n_numbers] = *p;
          words->n_numbers++;
        }
      else if (strchr ("./- ,", *p) != NULL)
        p++;
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          const char *start = p;
          g_autofree char *word = NULL;

          while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          word = g_strndup (start, (gsize) (p - start));
          /* "3rd of May", "May 3rd" */
          if (g_str_equal (word, "st") || g_str_equal (word, "nd") || g_str_equal (word, "rd") ||
              g_str_equal (word, "th") || g_str_equal (word, "of"))
            continue;
          if (words->month_word != 0 || (words->month_word = find_month (word)) == 0)
            return FALSE;
          words->month_position = words->n_numbers;
        }
      else
        return FALSE;
    }
  return TRUE;
}

/* A two-digit year is the last such year that is not after @today. */
static int
expand_year (int    year,
             int    digits,
             GlaDay today)
{
  int this_year, month, day;

  if (digits > 2)
    return year;
  gla_day_split (today, &this_year, &month, &day);
  year += this_year / 100 * 100;
  return year > this_year ? year - 100 : year;
}

static GlaDayReading
finish (int     year,
        int     month,
        int     day,
        GlaDay *result)
{
  *result = gla_day_new (year, month, day);
  return *result != GLA_DAY_NONE ? GLA_DAY_READING_OK : GLA_DAY_READING_IMPOSSIBLE;
}

/* Two numbers and a year: which of the two is the day? */
static GlaDayReading
read_ordered (const DateWords *words,
              GlaDayOrder      order,
              GlaDay           today,
              GlaDay          *result)
{
  int first = words->numbers[0];
  int second = words->numbers[1];
  int year = expand_year (words->numbers[2], words->digits[2], today);
  gboolean dotted = words->separators[0] == '.';

  if (words->digits[0] > 2 || words->digits[1] > 2 ||
      (words->digits[2] != 2 && words->digits[2] != 4))
    return GLA_DAY_READING_NOT_A_DATE;
  if (dotted)
    return finish (year, second, first, result);
  if (order == GLA_DAY_ORDER_MDY)
    return finish (year, first, second, result);
  if (order == GLA_DAY_ORDER_DMY)
    return finish (year, second, first, result);
  if (first > 12 || first == second)
    return finish (year, second, first, result);
  if (second > 12)
    return finish (year, first, second, result);
  return GLA_DAY_READING_AMBIGUOUS;
}

GlaDayReading
gla_day_parse (const char  *text,
               GlaDayOrder  order,
               GlaDay       today,
               GlaDay      *day)
{
  DateWords words;
  int *n = words.numbers;

  g_return_val_if_fail (text != NULL && day != NULL, GLA_DAY_READING_NOT_A_DATE);
  g_return_val_if_fail (today != GLA_DAY_NONE, GLA_DAY_READING_NOT_A_DATE);

  *day = GLA_DAY_NONE;
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 64 || !split_words (text, &words))
    return GLA_DAY_READING_NOT_A_DATE;

  if (words.month_word != 0)
    {
      if (words.n_numbers != 2)
        return GLA_DAY_READING_NOT_A_DATE;
      /* "2026 May 3" has the year first, "3 May 2026" and "May 3 2026" last. */
      if (words.digits[0] == 4 && words.digits[1] <= 2)
        return finish (n[0], words.month_word, n[1], day);
      if (words.digits[0] > 2 || (words.digits[1] != 2 && words.digits[1] != 4))
        return GLA_DAY_READING_NOT_A_DATE;
      return finish (expand_year (n[1], words.digits[1], today), words.month_word, n[0], day);
    }
  if (words.n_numbers == 1 && words.digits[0] == 8)
    return finish (n[0] / 10000, n[0] / 100 % 100, n[0] % 100, day);
  if (words.n_numbers != 3)
    return GLA_DAY_READING_NOT_A_DATE;
  if (words.digits[0] == 4)
    return words.digits[1] <= 2 && words.digits[2] <= 2 ? finish (n[0], n[1], n[2], day)
                                                        : GLA_DAY_READING_NOT_A_DATE;
  return read_ordered (&words, order, today, day);
}

/* Skips a word for "about" at the start; its end is a blank or the tilde itself. */
static const char *
skip_about (const char *text)
{
  const char *const words[] = { "~", "about ", "approx. ", "approx ", "circa ", "ca. ", "ca ", "c. " };
  /* Translators: a word that may stand before a date that is not exact, as in "about 3 May" */
  const char *translated = C_("before a date", "about");
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *own = g_utf8_casefold (translated, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return text + strlen (words[i]);
  if (g_str_has_prefix (folded, own) && strlen (own) == strlen (translated))
    return text + strlen (translated);
  return text;
}

/* "May 2026", "5/2026", "2026-05", "2026" */
static GlaDayReading
read_month_or_year (const DateWords *words,
                    GlaDay          *day,
                    GlaDayPrecision *precision)
{
  const int *n = words->numbers;

  *precision = GLA_DAY_MONTH;
  if (words->month_word != 0)
    return words->n_numbers == 1 && words->digits[0] == 4 ? finish (n[0], words->month_word, 15, day)
                                                          : GLA_DAY_READING_NOT_A_DATE;
  if (words->n_numbers == 2 && words->digits[0] <= 2 && words->digits[1] == 4)
    return finish (n[1], n[0], 15, day);
  if (words->n_numbers == 2 && words->digits[0] == 4 && words->digits[1] <= 2)
    return finish (n[0], n[1], 15, day);
  if (words->n_numbers == 1 && words->digits[0] == 4)
    {
      *precision = GLA_DAY_YEAR;
      return finish (n[0], 7, 1, day);
    }
  return GLA_DAY_READING_NOT_A_DATE;
}

GlaDayReading
gla_day_parse_inexact (const char      *text,
                       GlaDayOrder      order,
                       GlaDay           today,
                       GlaDay          *day,
                       GlaDayPrecision *precision)
{
  DateWords words;
  const char *date;
  GlaDayReading reading;

  g_return_val_if_fail (text != NULL && day != NULL && precision != NULL,
                        GLA_DAY_READING_NOT_A_DATE);

  *day = GLA_DAY_NONE;
  *precision = GLA_DAY_EXACT;
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 64)
    return GLA_DAY_READING_NOT_A_DATE;
  while (g_ascii_isspace (*text))
    text++;
  date = skip_about (text);
  reading = gla_day_parse (date, order, today, day);
  if (reading == GLA_DAY_READING_OK && date != text)
    *precision = GLA_DAY_ABOUT;
  if (reading != GLA_DAY_READING_NOT_A_DATE || !split_words (date, &words))
    return reading;
  return read_month_or_year (&words, day, precision);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-dialect.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"

#include <string.h>

/* Rows that are looked at to find the delimiter. */
#define SAMPLE_ROWS 25

static const char delimiters[] = { ',', ';', '\t' };

const char *
gla_csv_encoding_get_name (GlaCsvEncoding encoding)
{
  switch (encoding)
    {
    case GLA_CSV_WINDOWS_1252:
      return "Windows-1252";
    case GLA_CSV_UTF_16_LE:
    case GLA_CSV_UTF_16_BE:
      return "UTF-16";
    case GLA_CSV_UTF_8:
    default:
      return "UTF-8";
    }
}

const char *
gla_csv_delimiter_get_name (char delimiter)
{
  if (delimiter == ';')
    return _("semicolon");
  if (delimiter == '\t')
    return _("tab");
  return _("comma");
}

/* What people take for a table because a program shows it as one. */
static gboolean
is_foreign (const guint8  *bytes,
            gsize          length,
            GError       **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *message;
  } formats[] = {
    { "PK\003\004", 4,
      N_("This is a workbook, not a CSV file. Open it in the spreadsheet program, save it as "
         "CSV and import that file.") },
    { "\xd0\xcf\x11\xe0", 4,
      N_("This is a workbook, not a CSV file. Open it in the spreadsheet program, save it as "
         "CSV and import that file.") },
    { "%PDF", 4, N_("This is a PDF, not a CSV file. Export the list as CSV and import that.") },
    { "SQLite format 3", 16,
      N_("This is a database, not a CSV file. To put a copy of the clinic back, use Restore.") },
    { "\x89PNG", 4, N_("This is a picture, not a CSV file.") },
    { "\xff\xd8\xff", 3, N_("This is a picture, not a CSV file.") },
    { "\x1f\x8b", 2, N_("This file is compressed. Unpack it and import the CSV file in it.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length >= formats[i].length && memcmp (bytes, formats[i].magic, formats[i].length) == 0)
      {
        g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT,
                             _(formats[i].message));
        return TRUE;
      }
  return FALSE;
}

/* UTF-16 without its mark: in Western text every other byte is NUL. */
static gboolean
looks_like_utf_16 (const guint8 *bytes,
                   gsize         length,
                   gsize         high)
{
  gsize n_zero = 0, n_other = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      n_zero += bytes[i + high] == 0;
      n_other += bytes[i + 1 - high] == 0;
    }
  return length >= 8 && n_zero * 10 > length / 2 * 8 && n_other * 50 < length / 2;
}

/* Whether the first letter beyond ASCII can't be UTF-8; one that is cut by the end can. */
static gboolean
is_windows_1252 (const guint8 *bytes,
                 gsize         length)
{
  gsize i = 0;
  gunichar letter;

  while (i < length && bytes[i] < 0x80)
    i++;
  if (i == length)
    return FALSE;
  letter = g_utf8_get_char_validated ((const char *) bytes + i, (gssize) (length - i));
  return letter == (gunichar) -1 || (letter == (gunichar) -2 && length - i >= 4);
}

gboolean
gla_csv_dialect_detect_encoding (const guint8   *bytes,
                                 gsize           length,
                                 GlaCsvDialect  *dialect,
                                 GError        **error)
{
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (dialect != NULL, FALSE);

  dialect->encoding = GLA_CSV_UTF_8;
  dialect->delimiter = ',';
  dialect->skip = 0;
  if (is_foreign (bytes, length, error))
    return FALSE;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    dialect->skip = 3;
  else if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    {
      dialect->encoding = GLA_CSV_UTF_16_LE;
      dialect->skip = 2;
    }
  else if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    {
      dialect->encoding = GLA_CSV_UTF_16_BE;
      dialect->skip = 2;
    }
  else if (looks_like_utf_16 (bytes, length, 1))
    dialect->encoding = GLA_CSV_UTF_16_LE;
  else if (looks_like_utf_16 (bytes, length, 0))
    dialect->encoding = GLA_CSV_UTF_16_BE;
  else if (is_windows_1252 (bytes, length))
    dialect->encoding = GLA_CSV_WINDOWS_1252;
  return TRUE;
}

/* Counts @delimiter outside quotes in each of the first rows; returns the number of rows. */
static guint
count_in_rows (const guint8 *bytes,
               gsize         length,
               char          delimiter,
               guint        *counts)
{
  gboolean quoted = FALSE, content = FALSE;
  guint n_rows = 0;

  counts[0] = 0;
  for (gsize i = 0; i < length && n_rows < SAMPLE_ROWS; i++)
    {
      char byte = (char) bytes[i];

      if (byte == '"')
        quoted = !quoted;
      else if (!quoted && byte == delimiter)
        counts[n_rows]++;
      if (!quoted && (byte == '\n' || byte == '\r'))
        {
          if (content && ++n_rows < SAMPLE_ROWS)
            counts[n_rows] = 0;
          content = FALSE;
        }
      else
        content = TRUE;
    }
  /* The last row of a sample may be cut, but may also be the only one. */
  return n_rows == 0 && content ? 1 : n_rows;
}

/* A delimiter is the better, the more rows have it as often as the first; then the more often. */
static guint
rate_delimiter (const guint8 *bytes,
                gsize         length,
                char          delimiter)
{
  guint counts[SAMPLE_ROWS];
  guint n_rows = count_in_rows (bytes, length, delimiter, counts);
  guint n_same = 0;

  if (n_rows == 0 || counts[0] == 0)
    return 0;
  for (guint i = 0; i < n_rows; i++)
    n_same += counts[i] == counts[0];
  return n_same * 1000 / n_rows * 10000 + MIN (counts[0], 9999);
}

void
gla_csv_dialect_detect_delimiter (const guint8   *bytes,
                                  gsize           length,
                                  GlaCsvDialect  *dialect)
{
  guint best = 0;

  g_return_if_fail (bytes != NULL || length == 0);
  g_return_if_fail (dialect != NULL);

  /* Spreadsheet programs write and understand a first line that names the delimiter. */
  if (length > 5 && g_ascii_strncasecmp ((const char *) bytes, "sep=", 4) == 0
      && memchr (delimiters, bytes[4], sizeof delimiters) != NULL
      && (bytes[5] == '\r' || bytes[5] == '\n'))
    {
      dialect->delimiter = (char) bytes[4];
      dialect->skip += length > 6 && bytes[5] == '\r' && bytes[6] == '\n' ? 7 : 6;
      return;
    }

  dialect->delimiter = ',';
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint rating = rate_delimiter (bytes, length, delimiters[i]);

      if (rating > best)
        {
          best = rating;
          dialect->delimiter = delimiters[i];
        }
    }
}

void
gla_csv_decode_windows_1252 (GString    *text,
                             const char *bytes,
                             gsize       length)
{
  /* 0x80 to 0x9f; all other codes are those of Unicode. */
  static const guint16 letters[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
    0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  };

  g_return_if_fail (text != NULL);

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) bytes[i];

      if (byte < 0x80)
        g_string_append_c (text, (char) byte);
      else
        g_string_append_unichar (text, byte < 0xa0 ? letters[byte - 0x80] : byte);
    }
}

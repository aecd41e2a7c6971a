/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-output.h"

#include "gla-effect.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
gla_csv_header (const char *names)
{
  g_return_if_fail (names != NULL);

  printf ("%s\n", names);
}

void
gla_csv_text (GString    *row,
              const char *text)
{
  g_return_if_fail (row != NULL && text != NULL);

  if (text[strcspn (text, ",\"\r\n")] == '\0')
    {
      g_string_append (row, text);
    }
  else
    {
      g_string_append_c (row, '"');
      for (const char *p = text; *p != '\0'; p++)
        g_string_append_printf (row, *p == '"' ? "%c\"" : "%c", *p);
      g_string_append_c (row, '"');
    }
  g_string_append_c (row, ',');
}

void
gla_csv_integer (GString *row,
                 gint64   number)
{
  g_return_if_fail (row != NULL);

  g_string_append_printf (row, "%" G_GINT64_FORMAT ",", number);
}

void
gla_csv_day (GString *row,
             int      day)
{
  if (day == GLA_EFFECT_NO_DAY)
    gla_csv_empty (row);
  else if (day == GLA_EFFECT_OPEN)
    gla_csv_text (row, "Inf");
  else
    gla_csv_integer (row, day);
}

void
gla_csv_number (GString *row,
                double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (row != NULL && !isnan (number));

  if (isinf (number))
    gla_csv_text (row, number > 0.0 ? "Inf" : "-Inf");
  else
    gla_csv_text (row, g_ascii_formatd (text, sizeof text, "%.12g", number));
}

void
gla_csv_empty (GString *row)
{
  g_return_if_fail (row != NULL);

  g_string_append_c (row, ',');
}

void
gla_csv_end (GString *row)
{
  g_return_if_fail (row != NULL && row->len > 0);

  row->str[row->len - 1] = '\n';
  fwrite (row->str, 1, row->len, stdout);
  g_string_truncate (row, 0);
}

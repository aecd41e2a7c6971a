/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a file by reading it once. */

#include "config.h"

#include "gla-import-plan-private.h"

#include "gla-csv-reader.h"
#include "gla-exchange-error.h"
#include "gla-i18n.h"

static GStrv
copy_row (GlaCsvReader *reader,
          guint         n_columns)
{
  GStrv row = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    row[i] = g_strdup (gla_csv_reader_get_field (reader, i));
  return row;
}

/* One or two digits of a date with two numbers before the year; 0 if it is none. */
static int
read_number (const char **text)
{
  int number = 0;
  const char *p = *text;

  for (; g_ascii_isdigit (*p) && p - *text < 3; p++)
    number = number * 10 + (*p - '0');
  if (p == *text || p - *text > 2 || (*p != '/' && *p != '-' && *p != ' '))
    return 0;
  *text = p + 1;
  return number;
}

/* Counts what a cell says about the order of day and month. With dots it is never a question. */
static void
weigh_date (GlaImportColumn *column,
            const char      *text)
{
  int first, second;

  while (*text == ' ')
    text++;
  if (!g_ascii_isdigit (*text) || (first = read_number (&text)) == 0
      || (second = read_number (&text)) == 0 || !g_ascii_isdigit (text[0])
      || !g_ascii_isdigit (text[1]))
    return;
  if (first > 12 && second <= 12)
    column->n_day_first++;
  else if (second > 12 && first <= 12)
    column->n_month_first++;
  else if (first <= 12 && first != second)
    column->n_ambiguous++;
}

static gboolean
scan_rows (GlaImportPlan  *self,
           GlaCsvReader   *reader,
           GCancellable   *cancellable,
           GError        **error)
{
  guint n_columns = self->columns->len;
  GlaCsvStep step;

  gla_csv_reader_expect_columns (reader, n_columns);
  while ((step = gla_csv_reader_next (reader, cancellable, error)) != GLA_CSV_END)
    {
      if (step == GLA_CSV_FAILED)
        return FALSE;
      self->n_rows++;
      if (step == GLA_CSV_BAD_ROW)
        {
          self->n_bad_rows++;
          continue;
        }
      if (self->samples->len < GLA_IMPORT_SAMPLES)
        g_ptr_array_add (self->samples, copy_row (reader, n_columns));
      for (guint i = 0; i < n_columns; i++)
        weigh_date (gla_import_plan_get_column (self, i), gla_csv_reader_get_field (reader, i));
    }
  self->dialect = gla_csv_reader_get_dialect (reader);
  if (self->n_rows > 0)
    return TRUE;
  g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_EMPTY,
                       _("There are no rows in this file, only its header."));
  return FALSE;
}

static gboolean
read_header (GlaImportPlan  *self,
             GlaCsvReader   *reader,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autofree char *problem = NULL;

  switch (gla_csv_reader_next (reader, cancellable, error))
    {
    case GLA_CSV_ROW:
      break;
    case GLA_CSV_BAD_ROW:
      problem = gla_csv_reader_describe_problem (reader);
      g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT,
                   /* Translators: %s is a sentence that says what is wrong */
                   _("The first row should name the columns but can't be read. %s"), problem);
      return FALSE;
    case GLA_CSV_END:
      g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_EMPTY,
                           _("This file is empty."));
      return FALSE;
    case GLA_CSV_FAILED:
    default:
      return FALSE;
    }
  for (guint i = 0; i < gla_csv_reader_get_n_fields (reader); i++)
    {
      GlaImportColumn *column = g_new0 (GlaImportColumn, 1);

      column->header = g_strstrip (g_strdup (gla_csv_reader_get_field (reader, i)));
      g_ptr_array_add (self->columns, column);
    }
  return TRUE;
}

gboolean
gla_import_plan_inspect (GlaImportPlan  *self,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (GlaCsvReader) reader = NULL;

  g_return_val_if_fail (self != NULL && self->columns->len == 0, FALSE);

  reader = gla_csv_reader_open (self->path, error);
  return reader != NULL && read_header (self, reader, cancellable, error)
         && scan_rows (self, reader, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logger-table.h"

#include "gla-csv-reader.h"
#include "gla-i18n.h"
#include "gla-logger-cell.h"

#include <string.h>

/* A logger that writes each minute fills a year with half a million lines. */
#define MAX_ROWS 600000

static void
row_free (gpointer data)
{
  GlaLoggerRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

void
gla_logger_table_free (GlaLoggerTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

const char *
gla_logger_row_get (const GlaLoggerRow *row,
                    guint               column)
{
  for (guint i = 0; row->cells[i] != NULL; i++)
    if (i == column)
      return row->cells[i];
  return "";
}

static void
add_row (GlaLoggerTable *self,
         GlaCsvReader   *reader)
{
  GlaLoggerRow *row = g_new0 (GlaLoggerRow, 1);
  guint n = gla_csv_reader_get_n_fields (reader);

  row->line = gla_csv_reader_get_row (reader);
  row->cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->cells[i] = g_strstrip (g_strdup (gla_csv_reader_get_field (reader, i)));
  g_ptr_array_add (self->rows, row);
}

void
gla_logger_add_problem (GPtrArray  *problems,
                        gint64      line,
                        const char *what)
{
  /* A format of its own: translations can't hold the macro for this size. */
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line);

  /* Translators: a number, and what is wrong */
  g_ptr_array_add (problems, g_strdup_printf (_("Line %s: %s"), number, what));
}

static void
add_bad_row (GlaLoggerTable *self,
             GlaCsvReader   *reader)
{
  g_autofree char *what = gla_csv_reader_describe_problem (reader);

  gla_logger_add_problem (self->problems, gla_csv_reader_get_row (reader), what);
}

static gboolean
read_rows (GlaLoggerTable  *self,
           GlaCsvReader    *reader,
           GCancellable    *cancellable,
           GError         **error)
{
  while (self->rows->len < MAX_ROWS)
    switch (gla_csv_reader_next (reader, cancellable, error))
      {
      case GLA_CSV_ROW:
        add_row (self, reader);
        break;
      case GLA_CSV_BAD_ROW:
        add_bad_row (self, reader);
        break;
      case GLA_CSV_FAILED:
        return FALSE;
      case GLA_CSV_END:
      default:
        return TRUE;
      }
  g_ptr_array_add (self->problems, g_strdup_printf (_("Only the first %d lines were read."),
                                                    MAX_ROWS));
  return TRUE;
}

/* Whether the text has the form of a date, whatever its order. */
static gboolean
is_date (const char *text)
{
  GlaDay day;

  return gla_day_parse (text, GLA_DAY_ORDER_DMY, gla_day_new (2100, 1, 1), &day)
         != GLA_DAY_READING_NOT_A_DATE;
}

static gboolean
is_time (const char *text)
{
  gboolean has_zone;
  int minute, offset;

  return gla_logger_parse_time (text, &minute, &has_zone, &offset);
}

gboolean
gla_logger_table_get_stamp (const GlaLoggerTable  *self,
                            const GlaLoggerRow    *row,
                            char                 **date,
                            char                 **time)
{
  if (self->time == self->date)
    return gla_logger_split_stamp (gla_logger_row_get (row, self->date), date, time);
  *date = g_strdup (gla_logger_row_get (row, self->date));
  *time = g_strdup (gla_logger_row_get (row, self->time));
  return TRUE;
}

static gboolean
has_stamp (const GlaLoggerTable *self,
           const GlaLoggerRow   *row)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  return gla_logger_table_get_stamp (self, row, &date, &time) && is_date (date) && is_time (time);
}

static gboolean
has_temperature (const GlaLoggerRow *row,
                 guint               column)
{
  int centi;

  return gla_logger_parse_temperature (gla_logger_row_get (row, column), FALSE, &centi)
         /* Out of range in one unit may be in range in the other. */
         || gla_logger_parse_temperature (gla_logger_row_get (row, column), TRUE, &centi);
}

/* By the titles above: the lowest and highest where there are both, or the first. */
static void
take_titled (GlaLoggerTable     *self,
             const GlaLoggerRow *title,
             const GlaLoggerRow *row)
{
  for (guint i = 0; title->cells[i] != NULL && self->n_temperatures < GLA_LOGGER_COLUMNS_MAX; i++)
    {
      GlaLoggerTitle kind = gla_logger_judge_title (title->cells[i]);

      if (kind == GLA_LOGGER_TITLE_OTHER || i == self->date || i == self->time
          || !has_temperature (row, i))
        continue;
      if (kind == GLA_LOGGER_TITLE_TEMPERATURE && self->n_temperatures > 0)
        continue;
      self->temperatures[self->n_temperatures++] = i;
    }
}

static gboolean
find_temperatures (GlaLoggerTable *self,
                   guint           index)
{
  const GlaLoggerRow *row = self->rows->pdata[index];

  self->n_temperatures = 0;
  for (guint i = index; i > 0 && self->n_temperatures == 0; i--)
    take_titled (self, self->rows->pdata[i - 1], row);
  if (self->n_temperatures > 0)
    return TRUE;
  for (guint i = MAX (self->date, self->time) + 1; row->cells[i - 1] != NULL
                                                   && row->cells[i] != NULL; i++)
    if (has_temperature (row, i))
      {
        self->temperatures[self->n_temperatures++] = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_reading (const GlaLoggerTable *self,
            guint                 index)
{
  const GlaLoggerRow *row;

  if (index >= self->rows->len)
    return TRUE;
  row = self->rows->pdata[index];
  return has_stamp (self, row) && has_temperature (row, self->temperatures[0]);
}

/* Lines of a header may have a time and a number as well, but hardly two below each other. */
static gboolean
try_row (GlaLoggerTable *self,
         guint           index)
{
  const GlaLoggerRow *row = self->rows->pdata[index];

  for (guint i = 0; row->cells[i] != NULL; i++)
    for (guint next = 0; next < 2; next++)
      {
        self->date = i;
        self->time = i + next;
        if (has_stamp (self, row) && find_temperatures (self, index)
            && is_reading (self, index + 1))
          return TRUE;
      }
  return FALSE;
}

GlaLoggerTable *
gla_logger_table_read (const char    *path,
                       char           delimiter,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GlaCsvReader) reader = gla_csv_reader_open (path, error);
  g_autoptr (GlaLoggerTable) self = NULL;

  if (reader == NULL)
    return NULL;
  gla_csv_reader_set_delimiter (reader, delimiter);
  self = g_new0 (GlaLoggerTable, 1);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  if (!read_rows (self, reader, cancellable, error))
    return NULL;
  self->dialect = gla_csv_reader_get_dialect (reader);
  self->dialect.delimiter = delimiter;
  while (self->first < self->rows->len && !try_row (self, self->first))
    self->first++;
  return g_steal_pointer (&self);
}

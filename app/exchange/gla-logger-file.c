/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-logger-file.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"
#include "gla-logger-cell.h"
#include "gla-logger-table.h"

#include <string.h>

#define MINUTES_OF_DAY 1440

/* A gap is as long as three intervals of the logger, and never shorter than an hour. */
#define GAP_INTERVALS 3
#define GAP_LEAST 60

void
gla_logger_file_free (GlaLoggerFile *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->column);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

/* What names a zone is brought to the clock on the wall here. */
static gint64
make_local (gint64 minute,
            int    offset)
{
  gint64 epoch = gla_day_new (1970, 1, 1);
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc ((minute - offset - epoch * MINUTES_OF_DAY) * 60);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL
           ? minute - offset + g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE
           : minute;
}

static GlaDayReading
read_stamp (const GlaLoggerTable *table,
            const GlaLoggerRow   *row,
            GlaDayOrder           order,
            gint64               *minute)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  GlaDayReading reading;
  gboolean has_zone;
  int of_day, offset;
  GlaDay day;

  if (!gla_logger_table_get_stamp (table, row, &date, &time)
      || !gla_logger_parse_time (time, &of_day, &has_zone, &offset))
    return GLA_DAY_READING_NOT_A_DATE;
  /* Two-digit years are of this century. */
  reading = gla_day_parse (date, order, gla_day_new (2099, 12, 31), &day);
  if (reading != GLA_DAY_READING_OK)
    return reading;
  *minute = (gint64) day * MINUTES_OF_DAY + of_day;
  if (has_zone)
    *minute = make_local (*minute, offset);
  return GLA_DAY_READING_OK;
}

/* How well the lines fit together with one order of day and month. */
typedef struct
{
  guint n_read;
  guint n_back;
  gint64 span;
} Fit;

static Fit
fit_order (const GlaLoggerTable *table,
           GlaDayOrder           order)
{
  Fit fit = { 0 };
  gint64 before = 0, least = G_MAXINT64, most = 0;

  for (guint i = table->first; i < table->rows->len; i++)
    {
      gint64 minute;

      if (read_stamp (table, table->rows->pdata[i], order, &minute) != GLA_DAY_READING_OK)
        continue;
      fit.n_read++;
      fit.n_back += fit.n_read > 1 && minute < before;
      before = minute;
      least = MIN (least, minute);
      most = MAX (most, minute);
    }
  fit.span = fit.n_read > 0 ? most - least : 0;
  return fit;
}

/* Above 0 if the first fits better. */
static int
compare_fits (const Fit *a,
              const Fit *b)
{
  guint a_back = MIN (a->n_back, a->n_read - MIN (a->n_read, a->n_back));
  guint b_back = MIN (b->n_back, b->n_read - MIN (b->n_read, b->n_back));

  if (a->n_read != b->n_read)
    return a->n_read > b->n_read ? 1 : -1;
  /* A file may as well begin with its last reading. */
  if (a_back != b_back)
    return a_back < b_back ? 1 : -1;
  return a->span < b->span ? 1 : a->span > b->span ? -1 : 0;
}

static void
find_order (GlaLoggerFile          *self,
            const GlaLoggerTable   *table,
            const GlaLoggerOptions *options)
{
  Fit day_first = fit_order (table, GLA_DAY_ORDER_DMY);
  Fit month_first = fit_order (table, GLA_DAY_ORDER_MDY);
  Fit neither = fit_order (table, GLA_DAY_ORDER_ASK);
  int order = compare_fits (&day_first, &month_first);

  /* Dates that can be read in one way only fit either way. */
  self->is_order_certain = order != 0 || neither.n_read >= day_first.n_read;
  if (options->order != GLA_DAY_ORDER_ASK)
    self->order = options->order;
  else if (order != 0)
    self->order = order > 0 ? GLA_DAY_ORDER_DMY : GLA_DAY_ORDER_MDY;
  else
    self->order = options->locale_order == GLA_DAY_ORDER_MDY ? GLA_DAY_ORDER_MDY
                                                             : GLA_DAY_ORDER_DMY;
}

/* By the title of the column, or by any line of the header. */
static void
find_unit (GlaLoggerFile          *self,
           const GlaLoggerTable   *table,
           const GlaLoggerOptions *options)
{
  GlaLoggerUnit unit = GLA_LOGGER_UNIT_ASK;

  for (guint i = MIN (table->first + 1, table->rows->len); i > 0 && unit == GLA_LOGGER_UNIT_ASK; i--)
    {
      const GlaLoggerRow *row = table->rows->pdata[i - 1];

      unit = gla_logger_find_unit (gla_logger_row_get (row, table->temperatures[0]));
      for (guint c = 0; i <= table->first && row->cells[c] != NULL && unit == GLA_LOGGER_UNIT_ASK;
           c++)
        unit = gla_logger_find_unit (row->cells[c]);
    }
  self->is_unit_named = unit != GLA_LOGGER_UNIT_ASK;
  if (options->unit != GLA_LOGGER_UNIT_ASK)
    unit = options->unit;
  self->is_fahrenheit = unit == GLA_LOGGER_UNIT_FAHRENHEIT;
  if (table->first > 0)
    {
      const GlaLoggerRow *title = table->rows->pdata[table->first - 1];

      if (gla_logger_judge_title (gla_logger_row_get (title, table->temperatures[0]))
          != GLA_LOGGER_TITLE_OTHER)
        self->column = g_strdup (gla_logger_row_get (title, table->temperatures[0]));
    }
}

static void
add_problem (GlaLoggerFile      *self,
             const GlaLoggerRow *row,
             char               *what)
{
  gla_logger_add_problem (self->problems, row->line, what);
  g_free (what);
}

static void
add_point (GlaLoggerFile          *self,
           const GlaLoggerTable   *table,
           const GlaLoggerRow     *row,
           const GlaLoggerOptions *options)
{
  GlaLoggerPoint point = { 0 };
  g_autofree char *text = NULL;

  switch (read_stamp (table, row, self->order, &point.minute))
    {
    case GLA_DAY_READING_OK:
      break;
    case GLA_DAY_READING_IMPOSSIBLE:
      add_problem (self, row, g_strdup (_("there is no such day.")));
      return;
    case GLA_DAY_READING_AMBIGUOUS:
    case GLA_DAY_READING_NOT_A_DATE:
    default:
      add_problem (self, row, g_strdup (_("no date and time.")));
      return;
    }
  text = gla_logger_format_minute (point.minute);
  if (options->now != NULL && strcmp (text, options->now) > 0)
    {
      add_problem (self, row, g_strdup (_("it lies in the future.")));
      return;
    }
  for (guint i = 0; i < table->n_temperatures; i++)
    {
      const char *cell = gla_logger_row_get (row, table->temperatures[i]);
      int centi;

      if (!gla_logger_parse_temperature (cell, self->is_fahrenheit, &centi))
        {
          add_problem (self, row, cell[0] == '\0'
                                    ? g_strdup (_("no temperature."))
                                    : g_strdup_printf (_("“%s” is no temperature of a fridge."),
                                                       cell));
          return;
        }
      point.low = i == 0 ? centi : MIN (point.low, centi);
      point.high = i == 0 ? centi : MAX (point.high, centi);
    }
  g_array_append_val (self->points, point);
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const GlaLoggerPoint *first = a;
  const GlaLoggerPoint *second = b;

  return first->minute < second->minute ? -1 : first->minute > second->minute;
}

static int
compare_intervals (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
find_gaps (GlaLoggerFile *self)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 most;

#define POINT(i) g_array_index (self->points, GlaLoggerPoint, i).minute
  for (guint i = 1; i < self->points->len; i++)
    {
      gint64 interval = POINT (i) - POINT (i - 1);

      g_array_append_val (intervals, interval);
    }
  if (intervals->len == 0)
    return;
  g_array_sort (intervals, compare_intervals);
  most = MAX (GAP_LEAST, GAP_INTERVALS * g_array_index (intervals, gint64, intervals->len / 2));
  for (guint i = 1; i < self->points->len; i++)
    if (POINT (i) - POINT (i - 1) > most)
      {
        GlaLoggerGap gap = { POINT (i - 1), POINT (i) };

        g_array_append_val (self->gaps, gap);
      }
#undef POINT
}

/* The table with the delimiter that gives the most readings. */
static GlaLoggerTable *
read_best (const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char delimiters[] = { ',', ';', '\t' };
  g_autoptr (GlaLoggerTable) best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr (GlaLoggerTable) table
          = gla_logger_table_read (path, delimiters[i], cancellable, error);

      if (table == NULL)
        return NULL;
      if (table->first < table->rows->len
          && (best == NULL
              || table->rows->len - table->first > best->rows->len - best->first))
        {
          g_clear_pointer (&best, gla_logger_table_free);
          best = g_steal_pointer (&table);
        }
    }
  if (best == NULL)
    g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT,
                         _("No line of the file is a reading: a date, a time and a temperature. "
                           "Save the log as CSV in the program of the logger."));
  return g_steal_pointer (&best);
}

GlaLoggerFile *
gla_logger_file_read (const char              *path,
                      const GlaLoggerOptions  *options,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  g_autoptr (GlaLoggerFile) self = NULL;
  g_autoptr (GlaLoggerTable) table = NULL;

  g_return_val_if_fail (path != NULL && options != NULL, NULL);

  table = read_best (path, cancellable, error);
  if (table == NULL)
    return NULL;
  self = g_new0 (GlaLoggerFile, 1);
  self->name = g_filename_display_basename (path);
  self->dialect = table->dialect;
  self->n_before = table->first;
  self->points = g_array_new (FALSE, FALSE, sizeof (GlaLoggerPoint));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (GlaLoggerGap));
  self->problems = g_ptr_array_ref (table->problems);
  find_order (self, table, options);
  find_unit (self, table, options);
  for (guint i = table->first; i < table->rows->len; i++)
    add_point (self, table, table->rows->pdata[i], options);
  g_array_sort (self->points, compare_points);
  find_gaps (self);
  return g_steal_pointer (&self);
}

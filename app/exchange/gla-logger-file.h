/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-csv-dialect.h"
#include "gla-day.h"

G_BEGIN_DECLS

/**
 * GlaLoggerUnit:
 * @GLA_LOGGER_UNIT_ASK: as the file says; degrees Celsius if it says nothing
 */
typedef enum
{
  GLA_LOGGER_UNIT_ASK,
  GLA_LOGGER_UNIT_CELSIUS,
  GLA_LOGGER_UNIT_FAHRENHEIT,
} GlaLoggerUnit;

/**
 * GlaLoggerOptions:
 * @order: how to read 3/4/2026; %GLA_DAY_ORDER_ASK to find out
 * @locale_order: taken if the file does not tell
 * @unit: of temperatures without one
 * @now: local time, YYYY-MM-DDTHH:MM: nothing is taken from later
 */
typedef struct
{
  GlaDayOrder order;
  GlaDayOrder locale_order;
  GlaLoggerUnit unit;
  const char *now;
} GlaLoggerOptions;

/** GlaLoggerPoint: what the logger saw at one time: minutes of the wall clock since day 0, and hundredths of a degree Celsius. */
typedef struct
{
  gint64 minute;
  int low;
  int high;
} GlaLoggerPoint;

/** GlaLoggerGap: the logger saw nothing between two times. */
typedef struct
{
  gint64 from;
  gint64 until;
} GlaLoggerGap;

/**
 * GlaLoggerFile:
 * @name: of the file, without the folder
 * @order: how dates were read
 * @is_order_certain: whether the file told; no other reading fits as well
 * @is_fahrenheit: whether temperatures were read as degrees Fahrenheit
 * @is_unit_named: whether the file says so
 * @column: (nullable): title of the column of temperatures
 * @n_before: lines before the first reading
 * @points: (element-type GlaLoggerPoint): in the order of time
 * @gaps: (element-type GlaLoggerGap)
 * @problems: (element-type utf8): what was not taken, each with its line
 *
 * The table that a temperature logger or its program wrote, as it was read. The delimiter is
 * the one with which most lines are readings; lines before the first reading are a header.
 */
typedef struct
{
  char *name;
  GlaCsvDialect dialect;
  GlaDayOrder order;
  gboolean is_order_certain;
  gboolean is_fahrenheit;
  gboolean is_unit_named;
  char *column;
  guint n_before;
  GArray *points;
  GArray *gaps;
  GPtrArray *problems;
} GlaLoggerFile;

/**
 * gla_logger_file_read:
 *
 * Reads a table of readings: date and time in one column or two, and a temperature, or the
 * lowest and the highest. Fails with %GLA_EXCHANGE_ERROR_FORMAT if no line is a reading.
 */
GlaLoggerFile  *gla_logger_file_read          (const char              *path,
                                               const GlaLoggerOptions  *options,
                                               GCancellable            *cancellable,
                                               GError                 **error);

void            gla_logger_file_free          (GlaLoggerFile           *self);

/**
 * gla_logger_file_make_readings:
 *
 * One reading for each hour that has points, from the last point before it to its last, with
 * the lowest and highest of all these. What lies in a gap belongs to none. A reading thus
 * stands for at most an hour and one interval of the logger more than what was outside.
 *
 * Returns: (transfer full) (element-type GlaFridgeReading): of @fridge
 */
GPtrArray      *gla_logger_file_make_readings (const GlaLoggerFile     *self,
                                               const char              *fridge);

/** gla_logger_format_minute: (transfer full): as it is stored, YYYY-MM-DDTHH:MM. */
char           *gla_logger_format_minute      (gint64                   minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLoggerFile, gla_logger_file_free)

G_END_DECLS

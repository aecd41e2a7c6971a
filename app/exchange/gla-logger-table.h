/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-logger-file.h"

G_BEGIN_DECLS

/*
 * A logger's file as lines of cells, and which columns of it are what. Inside exchange only.
 */

typedef struct
{
  gint64 line;
  GStrv cells;
} GlaLoggerRow;

/** GLA_LOGGER_COLUMNS_MAX: columns of temperatures that are read: the lowest and the highest. */
#define GLA_LOGGER_COLUMNS_MAX 4

/**
 * GlaLoggerTable:
 * @rows: (element-type GlaLoggerRow)
 * @problems: (element-type utf8): lines that are no row
 * @first: the first row that is a reading; the number of rows if there is none
 * @date: column of the date
 * @time: column of the time; @date if both are in one
 * @temperatures: columns of temperatures
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *problems;
  GlaCsvDialect dialect;
  guint first;
  guint date;
  guint time;
  guint temperatures[GLA_LOGGER_COLUMNS_MAX];
  guint n_temperatures;
} GlaLoggerTable;

/** gla_logger_table_read: @delimiter: how cells are taken to be set apart. */
GlaLoggerTable *gla_logger_table_read      (const char            *path,
                                            char                   delimiter,
                                            GCancellable          *cancellable,
                                            GError               **error);

void            gla_logger_table_free      (GlaLoggerTable        *self);

/** gla_logger_table_get_stamp: (out) (transfer full): the date and time of a row, as written; FALSE if it has none. */
gboolean        gla_logger_table_get_stamp (const GlaLoggerTable  *self,
                                            const GlaLoggerRow    *row,
                                            char                 **date,
                                            char                 **time);

/** gla_logger_row_get: (transfer none): empty beyond the last cell. */
const char     *gla_logger_row_get         (const GlaLoggerRow    *row,
                                            guint                  column);

/** gla_logger_add_problem: adds to @problems what is wrong with a line. */
void            gla_logger_add_problem     (GPtrArray             *problems,
                                            gint64                 line,
                                            const char            *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLoggerTable, gla_logger_table_free)

G_END_DECLS

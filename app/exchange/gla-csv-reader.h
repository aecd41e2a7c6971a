/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-csv-dialect.h"

G_BEGIN_DECLS

/**
 * GLA_CSV_FIELD_MAX:
 *
 * Bytes that a field may have; a quote that is open for longer was forgotten.
 */
#define GLA_CSV_FIELD_MAX (1024 * 1024)

/** GLA_CSV_COLUMNS_MAX: columns that a file may have. */
#define GLA_CSV_COLUMNS_MAX 4096

/**
 * GlaCsvReader:
 *
 * Reads a table of text row by row (RFC 4180 and what programs really write)
 * with constant memory. A row that can't be read is handed out as a bad row and
 * the next one is found again; one forgotten quote costs one row, not the rest
 * of the file. Rows without content are passed over.
 *
 * Rows are counted as a spreadsheet program counts them: from 1, the header and
 * empty rows included.
 */
typedef struct _GlaCsvReader GlaCsvReader;

/**
 * GlaCsvStep:
 * @GLA_CSV_ROW: a row to read with gla_csv_reader_get_field()
 * @GLA_CSV_BAD_ROW: a row that can't be taken; see gla_csv_reader_describe_problem()
 * @GLA_CSV_END: no more rows
 * @GLA_CSV_FAILED: reading failed or was cancelled, the error is set
 */
typedef enum
{
  GLA_CSV_ROW,
  GLA_CSV_BAD_ROW,
  GLA_CSV_END,
  GLA_CSV_FAILED,
} GlaCsvStep;

/**
 * GlaCsvProblem:
 * @GLA_CSV_PROBLEM_NUL: a NUL byte
 * @GLA_CSV_PROBLEM_TEXT_AFTER_QUOTE: text between a closing quote and the delimiter
 * @GLA_CSV_PROBLEM_UNTERMINATED: a quote that is not closed
 * @GLA_CSV_PROBLEM_TOO_LONG: a field of more than %GLA_CSV_FIELD_MAX bytes
 * @GLA_CSV_PROBLEM_TOO_FEW: fewer columns than the header
 * @GLA_CSV_PROBLEM_TOO_MANY: more columns than the header
 */
typedef enum
{
  GLA_CSV_PROBLEM_NONE,
  GLA_CSV_PROBLEM_NUL,
  GLA_CSV_PROBLEM_TEXT_AFTER_QUOTE,
  GLA_CSV_PROBLEM_UNTERMINATED,
  GLA_CSV_PROBLEM_TOO_LONG,
  GLA_CSV_PROBLEM_TOO_FEW,
  GLA_CSV_PROBLEM_TOO_MANY,
} GlaCsvProblem;

/**
 * gla_csv_reader_open:
 * @path: (type filename): a file
 *
 * Opens the file and finds out its encoding and delimiter.
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_EXCHANGE_ERROR
 */
GlaCsvReader        *gla_csv_reader_open             (const char     *path,
                                                      GError        **error);

/** gla_csv_reader_new: likewise for a stream; UTF-16 is converted while it is read. */
GlaCsvReader        *gla_csv_reader_new              (GInputStream   *stream,
                                                      GError        **error);

void                 gla_csv_reader_free             (GlaCsvReader   *self);

/**
 * gla_csv_reader_get_dialect:
 *
 * How the file is written. The encoding is certain only when the whole file was
 * read: the first accent may come late.
 */
GlaCsvDialect        gla_csv_reader_get_dialect      (GlaCsvReader   *self);

/** gla_csv_reader_set_delimiter: before the first row, where the caller knows better than the file's first lines tell. */
void                 gla_csv_reader_set_delimiter    (GlaCsvReader   *self,
                                                      char            delimiter);

/**
 * gla_csv_reader_expect_columns:
 *
 * From the next row on, rows with fewer or more columns are bad; 0 for any.
 */
void                 gla_csv_reader_expect_columns   (GlaCsvReader   *self,
                                                      guint           n_columns);

/** gla_csv_reader_next: reads the next row. */
GlaCsvStep           gla_csv_reader_next             (GlaCsvReader   *self,
                                                      GCancellable   *cancellable,
                                                      GError        **error);

/** gla_csv_reader_get_row: number of the row that was read last. */
gint64               gla_csv_reader_get_row          (GlaCsvReader   *self);

guint                gla_csv_reader_get_n_fields     (GlaCsvReader   *self);

/**
 * gla_csv_reader_get_field: (transfer none):
 *
 * UTF-8, valid until the next step; empty beyond the last.
 */
const char          *gla_csv_reader_get_field        (GlaCsvReader   *self,
                                                      guint           column);

/**
 * gla_csv_reader_get_problem:
 * @column: (out) (optional): where, from 0
 */
GlaCsvProblem        gla_csv_reader_get_problem      (GlaCsvReader   *self,
                                                      guint          *column);

/** gla_csv_reader_describe_problem: (transfer full): what is wrong with a bad row, in words. */
char                *gla_csv_reader_describe_problem (GlaCsvReader   *self);

/** gla_csv_reader_get_fraction: how much of the file was read, 0 to 1. */
double               gla_csv_reader_get_fraction     (GlaCsvReader   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCsvReader, gla_csv_reader_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-csv-reader.h"

G_BEGIN_DECLS

/* Inside gla-csv-reader.c and gla-csv-row.c only. */

#define GLA_CSV_NO_LINE_END G_MAXSIZE

struct _GlaCsvReader
{
  GInputStream *stream;
  GSeekable *file;         /* borrowed: where the progress is read from, or NULL */
  goffset size;
  GlaCsvDialect dialect;
  gboolean marked;         /* the encoding was stated or is plain from the beginning */
  gboolean seen_utf_8;     /* valid letters beyond ASCII */
  gboolean seen_other;

  /* Raw bytes: the row begins at start; it is kept so that reading can begin anew in it. */
  char *buffer;
  gsize capacity;
  gsize start;
  gsize at;
  gsize end;
  gsize line_end;          /* behind the first line break inside the row's quotes */
  gboolean at_end;
  gboolean failed;
  guint8 ends_plain[256];
  guint8 ends_quoted[256];

  /* The row: texts that end with NUL, one behind the other. */
  GString *text;
  GString *decoded;
  GArray *fields;          /* gsize: where each begins */
  gboolean is_decoded;
  guint n_fields;          /* may be more than are kept */
  guint n_columns;
  gint64 row;
  GlaCsvProblem problem;
  guint problem_column;
};

/**
 * gla_csv_reader_fill:
 *
 * Reads more bytes behind those there are; FALSE at the end and after a failure.
 */
gboolean  gla_csv_reader_fill        (GlaCsvReader   *self,
                                      GCancellable   *cancellable,
                                      GError        **error);

/**
 * gla_csv_reader_read_row:
 *
 * The fields of one row, or its problem; then at the beginning of the next.
 */
void      gla_csv_reader_read_row    (GlaCsvReader   *self,
                                      GCancellable   *cancellable,
                                      GError        **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-duration.h"

G_BEGIN_DECLS

/**
 * GlaCsvInput:
 *
 * A plain table of numbers that a command is given: the first row names the
 * columns, which may stand in any order beside others. Whatever is wrong is a
 * %GLA_USAGE_ERROR_INPUT of one line that names file, row and column.
 */
typedef struct _GlaCsvInput GlaCsvInput;

/**
 * GlaCsvColumn:
 * @name: as the first row has it
 * @is_optional: whether the table may do without; its cells are empty then
 */
typedef struct
{
  const char *name;
  gboolean is_optional;
} GlaCsvColumn;

/**
 * gla_csv_input_open:
 * @columns: (array length=n_columns): the columns that are wanted; the getters
 *   below know them by their place in this array
 *
 * Returns: (transfer full): the table; or %NULL with a %GLA_USAGE_ERROR for a table
 *   that can't be understood, %GLA_EXCHANGE_ERROR for a file that can't be read
 */
GlaCsvInput  *gla_csv_input_open          (const char          *path,
                                           const GlaCsvColumn  *columns,
                                           guint                n_columns,
                                           GError             **error);
void          gla_csv_input_free          (GlaCsvInput         *self);

/** gla_csv_input_dup_name: (transfer full): of the file, without folder and ending. */
char         *gla_csv_input_dup_name      (GlaCsvInput         *self);

/** gla_csv_input_find_column: one more column: its place for the getters, or -1. */
int           gla_csv_input_find_column   (GlaCsvInput         *self,
                                           const char          *name);

/** gla_csv_input_next: goes on to the next row; %FALSE at the end, or with @error set. */
gboolean      gla_csv_input_next          (GlaCsvInput         *self,
                                           GError             **error);

/** gla_csv_input_is_empty: whether the cell is empty or the column missing. */
gboolean      gla_csv_input_is_empty      (GlaCsvInput         *self,
                                           guint                column);

/** gla_csv_input_get_text: (transfer none): without blanks around it, until the next row. */
const char   *gla_csv_input_get_text      (GlaCsvInput         *self,
                                           guint                column);

/** gla_csv_input_get_word: likewise; an empty cell is an error. */
gboolean      gla_csv_input_get_word      (GlaCsvInput         *self,
                                           guint                column,
                                           const char         **word,
                                           GError             **error);

/** gla_csv_input_get_number: a finite number of the C locale. */
gboolean      gla_csv_input_get_number    (GlaCsvInput         *self,
                                           guint                column,
                                           double              *number,
                                           GError             **error);

/** gla_csv_input_get_integer: a whole number from @least to @most. */
gboolean      gla_csv_input_get_integer   (GlaCsvInput         *self,
                                           guint                column,
                                           int                  least,
                                           int                  most,
                                           int                 *number,
                                           GError             **error);

/** gla_csv_input_get_optional_integer: likewise; @number is left alone if the cell is empty. */
gboolean      gla_csv_input_get_optional_integer (GlaCsvInput  *self,
                                                  guint         column,
                                                  int           least,
                                                  int           most,
                                                  int          *number,
                                                  GError      **error);

/** gla_csv_input_get_optional_number: likewise for a finite number. */
gboolean      gla_csv_input_get_optional_number  (GlaCsvInput  *self,
                                                  guint         column,
                                                  double       *number,
                                                  GError      **error);

/**
 * gla_csv_input_get_duration:
 * @left: the column of L; that of R follows it
 * @is_whole: whether only whole days are possible
 *
 * An interval (L, R]; R may be "Inf", and L = R = w is "exactly day w".
 */
gboolean      gla_csv_input_get_duration  (GlaCsvInput         *self,
                                           guint                left,
                                           gboolean             is_whole,
                                           GlaDuration         *duration,
                                           GError             **error);

/**
 * gla_csv_input_get_id:
 *
 * An identifier of any kind. Equal texts have equal numbers, and a whole number
 * is its own one.
 */
gboolean      gla_csv_input_get_id        (GlaCsvInput         *self,
                                           guint                column,
                                           gint64              *id,
                                           GError             **error);

/** gla_csv_input_fail: sets an error with @reason about a cell of this row; always %FALSE. */
gboolean      gla_csv_input_fail          (GlaCsvInput         *self,
                                           guint                column,
                                           const char          *reason,
                                           GError             **error);

/** gla_csv_input_fail_at: likewise for a row that was read before. */
gboolean      gla_csv_input_fail_at       (GlaCsvInput         *self,
                                           int                  row,
                                           guint                column,
                                           const char          *reason,
                                           GError             **error);

/** gla_csv_input_get_row: the number of the row, counted as a spreadsheet program does. */
int           gla_csv_input_get_row       (GlaCsvInput         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCsvInput, gla_csv_input_free)

G_END_DECLS

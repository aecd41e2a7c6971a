/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Rows of numbers on standard output, separated by commas. Each call adds one
 * cell to @row; gla_csv_end() writes the row and empties it.
 */

/** gla_csv_header: writes the first row; @names are separated by commas. */
void  gla_csv_header  (const char *names);

/** gla_csv_text: a cell with text, in quotes where it needs them. */
void  gla_csv_text    (GString    *row,
                       const char *text);

/** gla_csv_integer: a cell with a whole number. */
void  gla_csv_integer (GString    *row,
                       gint64      number);

/** gla_csv_day: likewise, empty for %GLA_EFFECT_NO_DAY and "Inf" for %GLA_EFFECT_OPEN. */
void  gla_csv_day     (GString    *row,
                       int         day);

/** gla_csv_number: a cell with twelve digits; "Inf" for infinity. */
void  gla_csv_number  (GString    *row,
                       double      number);

/** gla_csv_empty: an empty cell: not applicable. */
void  gla_csv_empty   (GString    *row);

/** gla_csv_end: writes the row. */
void  gla_csv_end     (GString    *row);

G_END_DECLS

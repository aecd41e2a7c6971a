/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A plain table of the test data: comma-separated without quotes, names of the
 * columns in the first line. A missing file, column or number ends the test.
 */
typedef struct _GlaTestCsv GlaTestCsv;

/* The path is below tests/, such as "golden/statistics/rules_cases.csv". */
GlaTestCsv  *gla_test_csv_load        (const char *path);
void         gla_test_csv_free        (GlaTestCsv *self);

guint        gla_test_csv_get_n_rows  (GlaTestCsv *self);

const char  *gla_test_csv_get         (GlaTestCsv *self,
                                       guint       row,
                                       const char *column);

/* A whole number, or fallback where the cell is empty. "Inf" is G_MAXINT. */
int          gla_test_csv_get_int     (GlaTestCsv *self,
                                       guint       row,
                                       const char *column,
                                       int         fallback);

/* The number in the row of a table with CRLF lines that begins with @name, without quotes. */
double       gla_test_csv_find_number (const char *table,
                                       const char *name,
                                       const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTestCsv, gla_test_csv_free)

G_END_DECLS

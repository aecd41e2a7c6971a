/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "gla-day.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaStatement:
 *
 * A prepared statement, borrowed from the cache of a #GlaDatabase until it is
 * released. Parameters are named (":day"); a failed bind is remembered and
 * reported by the next step, so that binds need no checks of their own. Columns
 * count from 0. What get functions return is valid until the next step.
 */
typedef struct _GlaStatement GlaStatement;

/* For GlaDatabase. */
GlaStatement *gla_statement_new        (sqlite3       *handle,
                                        const char    *sql,
                                        GError       **error);
void          gla_statement_free       (GlaStatement  *self);
gboolean      gla_statement_is_borrowed (GlaStatement *self);
void          gla_statement_borrow     (GlaStatement  *self,
                                        gboolean       cached);

/** gla_statement_release: gives the statement back, reset and without values. */
void          gla_statement_release    (GlaStatement  *self);

/** gla_statement_bind_text: @value NULL binds NULL. Copied; must be UTF-8. */
void          gla_statement_bind_text  (GlaStatement  *self,
                                        const char    *name,
                                        const char    *value);
void          gla_statement_bind_int   (GlaStatement  *self,
                                        const char    *name,
                                        gint64         value);
/** gla_statement_bind_double: what is no number binds NULL. */
void          gla_statement_bind_double (GlaStatement *self,
                                         const char   *name,
                                         double        value);
void          gla_statement_bind_null  (GlaStatement  *self,
                                        const char    *name);
/** gla_statement_bind_day: ISO text; NULL for %GLA_DAY_NONE. */
void          gla_statement_bind_day   (GlaStatement  *self,
                                        const char    *name,
                                        GlaDay         day);
/** gla_statement_bind_units: NULL for %GLA_UNITS_UNKNOWN. */
void          gla_statement_bind_units (GlaStatement  *self,
                                        const char    *name,
                                        GlaUnits       units);
void          gla_statement_bind_blob  (GlaStatement  *self,
                                        const char    *name,
                                        gconstpointer  data,
                                        gsize          size);

/**
 * gla_statement_step:
 * @row: (out) (optional): whether there is a row to read; left alone on failure
 *
 * A loop over all rows: row = TRUE; while (step (..., &row, error) && row) { ... }
 * after which row is still TRUE only if a step failed.
 */
gboolean      gla_statement_step       (GlaStatement  *self,
                                        gboolean      *row,
                                        GError       **error);

/** gla_statement_run: carries the statement out and resets it, so that it can be bound again. */
gboolean      gla_statement_run        (GlaStatement  *self,
                                        GError       **error);

/** gla_statement_reset: for stepping again with other values. */
void          gla_statement_reset      (GlaStatement  *self);

int           gla_statement_get_n_columns (GlaStatement *self);
const char   *gla_statement_get_name   (GlaStatement  *self,
                                        int            column);
/** gla_statement_get_type: SQLITE_NULL, SQLITE_INTEGER, ... */
int           gla_statement_get_type   (GlaStatement  *self,
                                        int            column);
/** gla_statement_get_text: (nullable): valid UTF-8, also from a damaged file. */
const char   *gla_statement_get_text   (GlaStatement  *self,
                                        int            column);
gint64        gla_statement_get_int    (GlaStatement  *self,
                                        int            column);
double        gla_statement_get_double (GlaStatement  *self,
                                        int            column);
GlaDay        gla_statement_get_day    (GlaStatement  *self,
                                        int            column);
GlaUnits      gla_statement_get_units  (GlaStatement  *self,
                                        int            column);
gconstpointer gla_statement_get_blob   (GlaStatement  *self,
                                        int            column,
                                        gsize         *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStatement, gla_statement_release)

G_END_DECLS

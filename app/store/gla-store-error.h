/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "gla-store.h"

G_BEGIN_DECLS

/*
 * Inside the store only. The one place where result codes of SQLite become
 * errors with a message for people.
 */

/**
 * gla_store_error_from_sqlite:
 * @code: (extended) result code
 * @detail: (nullable): SQLite's own message, of which only names of tables,
 *   columns and rules are used, never a value
 */
GError *gla_store_error_from_sqlite (int         code,
                                     const char *detail);

/** gla_store_set_sqlite_error: as above, for the last failure of @handle. */
void    gla_store_set_sqlite_error  (GError    **error,
                                     sqlite3    *handle);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-statement.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** GLA_APPLICATION_NUMBER: "GLAB", the application_id of a clinic file. */
#define GLA_APPLICATION_NUMBER 0x474c4142

/**
 * GlaDatabase:
 *
 * One connection to a SQLite file: SQLite itself, the statements that are kept
 * ready, and the settings without which a clinical record must not be written.
 * Confined to the thread that opened it.
 */
typedef struct _GlaDatabase GlaDatabase;

/**
 * GlaDatabaseFlags:
 * @GLA_DATABASE_CREATE: make the file if there is none
 * @GLA_DATABASE_READ_ONLY: never write; works in a folder that can't be written to
 * @GLA_DATABASE_EXCLUSIVE: keep every other connection away, for drives whose
 *   locks and shared memory can't be trusted
 * @GLA_DATABASE_PLAIN: leave the journal mode as it is, for copies
 */
typedef enum
{
  GLA_DATABASE_DEFAULT = 0,
  GLA_DATABASE_CREATE = 1 << 0,
  GLA_DATABASE_READ_ONLY = 1 << 1,
  GLA_DATABASE_EXCLUSIVE = 1 << 2,
  GLA_DATABASE_PLAIN = 1 << 3,
} GlaDatabaseFlags;

GlaDatabase  *gla_database_open            (const char        *path,
                                            GlaDatabaseFlags   flags,
                                            GError           **error);
void          gla_database_close           (GlaDatabase       *self);
sqlite3      *gla_database_get_handle      (GlaDatabase       *self);

/** gla_database_set_busy_timeout: how long to wait for another connection, in milliseconds. */
void          gla_database_set_busy_timeout (GlaDatabase      *self,
                                             int               milliseconds);

/** gla_database_set_cancellable: a running statement stops soon after @cancellable is cancelled. */
void          gla_database_set_cancellable (GlaDatabase       *self,
                                            GCancellable      *cancellable);

/** gla_database_prepare: @sql must be a string literal. Give it back with g_autoptr. */
GlaStatement *gla_database_prepare         (GlaDatabase       *self,
                                            const char        *sql,
                                            GError           **error);

/** gla_database_execute: carries out one or more statements without parameters. */
gboolean      gla_database_execute         (GlaDatabase       *self,
                                            const char        *sql,
                                            GError           **error);

/** gla_database_get_int: first column of the first row of @sql, a literal; 0 if there is no row. */
gboolean      gla_database_get_int         (GlaDatabase       *self,
                                            const char        *sql,
                                            gint64            *value,
                                            GError           **error);

/** gla_database_get_text: (transfer full): likewise; "" if there is no row, NULL on failure. */
char         *gla_database_get_text        (GlaDatabase       *self,
                                            const char        *sql,
                                            GError           **error);

/** gla_database_verify: fails with CORRUPT if quick_check or foreign_key_check find anything. */
gboolean      gla_database_verify          (GlaDatabase       *self,
                                            GError           **error);

/** gla_database_get_changes: rows changed by the last statement. */
int           gla_database_get_changes     (GlaDatabase       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDatabase, gla_database_close)

G_END_DECLS

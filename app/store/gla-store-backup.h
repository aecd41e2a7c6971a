/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store.h"

G_BEGIN_DECLS

/** GlaStoreProgress: @fraction from 0 to 1. Called in the thread of the store. */
typedef void (*GlaStoreProgress) (double fraction, gpointer user_data);

/**
 * gla_store_backup:
 *
 * Writes a copy of the clinic file as it stands now, checks it and only then
 * puts it under its name.
 */
gboolean   gla_store_backup  (GlaStore          *self,
                              const char        *path,
                              GlaStoreProgress   progress,
                              gpointer           user_data,
                              GError           **error);

/**
 * gla_store_restore:
 * @path: the clinic file to be replaced; kept beside it under a name with the date
 * @backup: the copy to restore, which is checked first
 * @kept: (out) (optional) (transfer full): where the replaced file was kept, or a journal that
 *   a missing one had left; NULL if nothing was there
 */
gboolean   gla_store_restore (const char        *path,
                              const char        *backup,
                              char             **kept,
                              GError           **error);

/**
 * gla_store_check:
 *
 * Integrity of the file, foreign keys, the chain of the audit, and rules that
 * tables can't state. What is wrong is said in words, one line each.
 *
 * Returns: (transfer full) (element-type utf8): faults; empty if all is well
 */
GPtrArray *gla_store_check   (GlaStore          *self,
                              GlaStoreProgress   progress,
                              gpointer           user_data,
                              GError           **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaStoreFunc:
 * @store: for use within this call only
 *
 * Runs in the worker's thread.
 *
 * Returns: (transfer full) (nullable): a result; NULL with @error set on failure,
 *   NULL without for "nothing"
 */
typedef gpointer (*GlaStoreFunc) (GlaStore      *store,
                                  gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);

#define GLA_TYPE_STORE_WORKER (gla_store_worker_get_type ())
G_DECLARE_FINAL_TYPE (GlaStoreWorker, gla_store_worker, GLA, STORE_WORKER, GObject)

/**
 * gla_store_worker_new:
 *
 * Starts the one thread that reads and writes the clinic file for the windows.
 * Fails as gla_store_open() does; opening itself is synchronous.
 */
GlaStoreWorker *gla_store_worker_new        (const char           *path,
                                             GlaStoreFlags         flags,
                                             GError              **error);

const char     *gla_store_worker_get_path   (GlaStoreWorker       *self);

/**
 * gla_store_worker_run_async:
 * @data: (transfer full): for @func, freed with @free_data
 * @free_result: (nullable): frees a result that nobody fetched
 *
 * Calls are carried out in the order in which they were made. The callback runs
 * in the caller's main context.
 */
void            gla_store_worker_run_async  (GlaStoreWorker       *self,
                                             GlaStoreFunc          func,
                                             gpointer              data,
                                             GDestroyNotify        free_data,
                                             GDestroyNotify        free_result,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/** gla_store_worker_run_finish: (transfer full) (nullable): what the function returned. */
gpointer        gla_store_worker_run_finish (GlaStoreWorker       *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/** gla_store_worker_close: waits until all that was asked for is done, then closes the file. */
void            gla_store_worker_close      (GlaStoreWorker       *self);

/**
 * GlaStoreWorker::changed:
 *
 * Emitted in the main context after a call that changed the file, or when
 * another program changed it. A draft that this program keeps or drops is no change.
 */

/**
 * GlaStoreWorker::drafts-changed:
 *
 * Emitted in the main context after a call with which a draft appeared or went and nothing else
 * changed; not while more is typed into one.
 */

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlaStore:
 *
 * An open clinic file. Synchronous and confined to the thread that opened it;
 * the window reaches it through #GlaStoreWorker. Several may be open on one file.
 */
typedef struct _GlaStore GlaStore;

/**
 * GlaStoreError:
 * @GLA_STORE_ERROR_BUSY: another program or machine holds the file
 * @GLA_STORE_ERROR_FULL: the disk is full
 * @GLA_STORE_ERROR_IO: reading or writing failed
 * @GLA_STORE_ERROR_READ_ONLY: the file or its folder can't be written to
 * @GLA_STORE_ERROR_CORRUPT: damaged or cut short
 * @GLA_STORE_ERROR_FOREIGN: not a clinic file
 * @GLA_STORE_ERROR_NEWER: written by a newer version of the program
 * @GLA_STORE_ERROR_OLDER: has an older schema, and was to be opened for reading only
 * @GLA_STORE_ERROR_CONSTRAINT: refused by a rule of the file, such as a number given twice
 * @GLA_STORE_ERROR_CHANGED: the record was amended by someone else meanwhile
 * @GLA_STORE_ERROR_NOT_FOUND: no such record or file
 * @GLA_STORE_ERROR_CANCELLED: the caller asked to stop
 * @GLA_STORE_ERROR_FAILED: anything else
 * @GLA_STORE_ERROR_OVERDRAWN: a treatment takes more from a vial than is left
 *
 * The message of each is one clear line that says what happened and what to do,
 * without anything about a patient.
 */
typedef enum
{
  GLA_STORE_ERROR_BUSY,
  GLA_STORE_ERROR_FULL,
  GLA_STORE_ERROR_IO,
  GLA_STORE_ERROR_READ_ONLY,
  GLA_STORE_ERROR_CORRUPT,
  GLA_STORE_ERROR_FOREIGN,
  GLA_STORE_ERROR_NEWER,
  GLA_STORE_ERROR_OLDER,
  GLA_STORE_ERROR_CONSTRAINT,
  GLA_STORE_ERROR_CHANGED,
  GLA_STORE_ERROR_NOT_FOUND,
  GLA_STORE_ERROR_CANCELLED,
  GLA_STORE_ERROR_FAILED,
  GLA_STORE_ERROR_OVERDRAWN,
} GlaStoreError;

#define GLA_STORE_ERROR (gla_store_error_quark ())
GQuark      gla_store_error_quark   (void);

/**
 * GlaStoreFlags:
 * @GLA_STORE_CREATE: make the file (mode 0600, folder 0700) if there is none
 * @GLA_STORE_READ_ONLY: never write, not even a migration
 */
typedef enum
{
  GLA_STORE_DEFAULT = 0,
  GLA_STORE_CREATE = 1 << 0,
  GLA_STORE_READ_ONLY = 1 << 1,
} GlaStoreFlags;

/**
 * gla_store_open:
 * @path: (type filename): the clinic file
 *
 * Opens the file, brings an older schema up to date step by step (after a copy
 * of the file beside it) and refuses a newer one.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
GlaStore   *gla_store_open          (const char     *path,
                                     GlaStoreFlags   flags,
                                     GError        **error);

/** gla_store_close: closes and frees; pending changes of an uncommitted batch are dropped. */
void        gla_store_close         (GlaStore       *self);

const char *gla_store_get_path      (GlaStore       *self);

/**
 * gla_store_get_set_aside:
 *
 * Returns: (nullable): where a journal is kept that an earlier file of this name had left when
 *   this one was made; somebody may miss that file
 */
const char *gla_store_get_set_aside (GlaStore       *self);

/** gla_store_set_author: (nullable): identifier of the member of staff whom the audit names from now on. */
void        gla_store_set_author    (GlaStore       *self,
                                     const char     *staff);

/** gla_store_set_cancellable: (nullable): stops a running statement when it is cancelled. */
void        gla_store_set_cancellable (GlaStore     *self,
                                       GCancellable *cancellable);

/**
 * gla_store_get_change_count:
 *
 * Returns: a number that differs whenever the file was changed, by this or any
 *   other connection; for throwing away what was cached
 */
gint64      gla_store_get_change_count (GlaStore    *self);

/** gla_store_get_draft_change_count: likewise for drafts that appeared or went on this connection. */
gint64      gla_store_get_draft_change_count (GlaStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStore, gla_store_close)

G_END_DECLS

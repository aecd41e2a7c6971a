/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store-backup.h"

G_BEGIN_DECLS

/** GLA_IMPORT_BACKUPS: copies from before an import that are kept. */
#define GLA_IMPORT_BACKUPS 3

/**
 * gla_import_backup:
 * @progress: (nullable)
 *
 * Puts a checked copy beside the clinic file, because an import can't be undone
 * piece by piece, and removes such copies but the last %GLA_IMPORT_BACKUPS.
 *
 * Returns: (transfer full) (type filename): the copy
 */
char  *gla_import_backup (GlaStore          *store,
                          GlaStoreProgress   progress,
                          gpointer           user_data,
                          GError           **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"
#include "gla-store-backup.h"

G_BEGIN_DECLS

/**
 * gla_copy_database:
 * @path: where to; an existing file there is replaced once the copy is complete
 *
 * A copy of the whole database as it stands, by SQLite's backup interface:
 * written beside @path, checked, brought to the disk and only then renamed.
 * The copy is one file (mode 0600) that needs no journal beside it.
 */
gboolean  gla_copy_database (GlaDatabase       *database,
                             const char        *path,
                             GlaStoreProgress   progress,
                             gpointer           user_data,
                             GError           **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"

G_BEGIN_DECLS

/**
 * GlaPausedIndexes:
 *
 * Indexes that are left out while a batch fills a file that is (nearly) empty
 * and made again at its end: sorting once is several times faster than finding
 * the place of each row. All of it is part of the batch's transaction.
 */
typedef struct _GlaPausedIndexes GlaPausedIndexes;

/** gla_paused_indexes_new: (transfer full) (nullable): NULL without @error if it would not pay. */
GlaPausedIndexes *gla_paused_indexes_new    (GlaDatabase       *database,
                                             GError           **error);
void              gla_paused_indexes_free   (GlaPausedIndexes  *self);

/** gla_paused_indexes_resume: makes them again. */
gboolean          gla_paused_indexes_resume (GlaPausedIndexes  *self,
                                             GError           **error);

G_END_DECLS

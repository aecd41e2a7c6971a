/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-sample.h"
#include "gla-store-backup.h"

G_BEGIN_DECLS

/**
 * gla_sample_write:
 * @path: (type filename): a file that is not there yet
 * @progress: (nullable): told how far it is
 * @aside: (out) (optional) (transfer full) (nullable): where a journal is kept that an earlier
 *   file of this name had left
 *
 * Makes up a clinic and writes it into a new clinic file. The file appears
 * under its name only when it is complete, so that a kill leaves no half clinic.
 */
gboolean  gla_sample_write (const char        *path,
                            guint64            seed,
                            int                n_patients,
                            GlaDay             until,
                            GlaStoreProgress   progress,
                            gpointer           user_data,
                            GCancellable      *cancellable,
                            char             **aside,
                            GError           **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-day.h"
#include "gla-store-backup.h"

G_BEGIN_DECLS

/** gla_sample_clinic_get_path: (transfer full): where the sample clinic of this user lies. */
char      *gla_sample_clinic_get_path    (void);

/**
 * gla_sample_clinic_make_async:
 * @path: (type filename): a file that does not exist yet
 * @until: the last day of its records
 * @progress: (nullable): called in the thread that makes it
 *
 * Makes up a clinic with ten years of records in a thread of its own. Stopping
 * it leaves no file behind.
 */
void       gla_sample_clinic_make_async  (const char           *path,
                                          GlaDay                until,
                                          GlaStoreProgress      progress,
                                          gpointer              progress_data,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

gboolean   gla_sample_clinic_make_finish (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS

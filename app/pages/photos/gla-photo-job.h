/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-photo.h"

G_BEGIN_DECLS

/** GlaPhotoAdded: what became of pictures that were to be added. */
typedef struct
{
  GPtrArray *ids;       /* (element-type utf8): identifiers of the photos, in order */
  guint n_done;         /* how many of the sources were added or are a problem; the rest were stopped */
  GPtrArray *problems;  /* (element-type utf8): one line for each picture that was not taken */
} GlaPhotoAdded;

void           gla_photo_added_free (GlaPhotoAdded *self);

/**
 * gla_photo_job_run_async:
 * @parent: (nullable): over which the progress is shown
 * @sources: (element-type GlaPhotoSource): one at least
 * @fields: patient, treatment, day and staff of all; the view is that of the first only
 *
 * Reads, decodes and makes smaller in another thread, one picture after another, and
 * adds each in a transaction of its own. A picture that can't be taken does not keep
 * the next one from it. Long work shows its progress and can be stopped; what was
 * added by then stays.
 */
void           gla_photo_job_run_async  (GlaContext           *context,
                                         GtkWindow            *parent,
                                         GPtrArray            *sources,
                                         const GlaPhoto       *fields,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/** gla_photo_job_run_finish: (transfer full): never fails: what went wrong is in it. */
GlaPhotoAdded *gla_photo_job_run_finish (GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPhotoAdded, gla_photo_added_free)

G_END_DECLS

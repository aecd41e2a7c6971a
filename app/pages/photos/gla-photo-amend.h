/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-photo.h"

G_BEGIN_DECLS

/** GlaPhotoFailed: nothing was saved: @asker shows what is not so. */
typedef void (*GlaPhotoFailed) (gpointer asker);

/**
 * gla_photo_amend:
 * @before: the photo as it was read
 * @after: the same with some fields changed
 * @text: what was done, such as "Sorted the photo"
 * @asker: (type GObject): kept until it is saved
 * @failed: called with @asker if it was not saved, after the error was shown
 *
 * Saves what is said of a photo and remembers how to take that back.
 */
void  gla_photo_amend  (GlaContext      *context,
                        const GlaPhoto  *before,
                        const GlaPhoto  *after,
                        const char      *text,
                        gpointer         asker,
                        GlaPhotoFailed   failed);

G_END_DECLS

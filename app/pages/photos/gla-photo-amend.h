/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-photo.h"

G_BEGIN_DECLS

/**
 * gla_photo_amend:
 * @before: the photo as it was read
 * @after: the same with some fields changed
 * @text: what was done, such as "Sorted the photo"
 *
 * Saves what is said of a photo and remembers how to take that back.
 */
void  gla_photo_amend  (GlaContext      *context,
                        const GlaPhoto  *before,
                        const GlaPhoto  *after,
                        const char      *text);

G_END_DECLS

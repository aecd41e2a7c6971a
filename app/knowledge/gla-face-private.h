/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-face.h"

G_BEGIN_DECLS

/** gla_face_free: frees it with all it holds. */
void      gla_face_free (GlaFace     *self);

/** gla_face_read: (transfer full): one file of the program, "faces/front.svg". */
GlaFace  *gla_face_read (const char  *path,
                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFace, gla_face_free)

G_END_DECLS

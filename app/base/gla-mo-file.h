/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaMoFile:
 *
 * The compiled translations of one language, as msgfmt writes them (GNU gettext
 * manual, "The Format of GNU MO Files"). Immutable: any thread may read it.
 */
typedef struct _GlaMoFile GlaMoFile;

/**
 * gla_mo_file_new:
 * @name: how to name the file in errors
 *
 * Every offset, length, end and the order of the texts is checked here, so that
 * nothing outside of @bytes is ever read. Either order of bytes is read. Only
 * UTF-8 is taken.
 *
 * Returns: (transfer full): or %NULL with %GLA_LANGUAGE_ERROR_DAMAGED
 */
GlaMoFile   *gla_mo_file_new       (GBytes           *bytes,
                                    const char       *name,
                                    GError          **error);
void         gla_mo_file_free      (GlaMoFile        *self);

/**
 * gla_mo_file_find:
 * @context: (nullable): the context of the text
 * @text: a text of the program; of one with several forms the first
 * @length: (out): bytes of what is returned; forms are parted by NUL
 *
 * Returns: (transfer none) (nullable): its translation; %NULL: there is none
 */
const char  *gla_mo_file_find      (const GlaMoFile  *self,
                                    const char       *context,
                                    const char       *text,
                                    gsize            *length);

/** gla_mo_file_get_n_forms: nplurals of its header; 0: it says nothing of it. */
guint        gla_mo_file_get_n_forms (const GlaMoFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaMoFile, gla_mo_file_free)

G_END_DECLS

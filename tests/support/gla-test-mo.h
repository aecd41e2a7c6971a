/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * GlaTestMo: a file of translations in the making, so that tests choose what it says
 * and need no msgfmt.
 */
typedef struct _GlaTestMo GlaTestMo;

/* gla_test_mo_new: (transfer full): with @n_forms in its header; 0: says nothing of it. */
GlaTestMo  *gla_test_mo_new         (guint             n_forms);
void        gla_test_mo_free        (GlaTestMo        *self);

/* gla_test_mo_add: a text, with @context unless NULL. */
void        gla_test_mo_add         (GlaTestMo        *self,
                                     const char       *context,
                                     const char       *text,
                                     const char       *translation);

/* gla_test_mo_add_forms: a text with numbers; @forms of the translation are parted by bars. */
void        gla_test_mo_add_forms   (GlaTestMo        *self,
                                     const char       *one,
                                     const char       *many,
                                     const char       *forms);

/* gla_test_mo_dup: (transfer full): the file; @swapped: as the other kind of machine writes it. */
GBytes     *gla_test_mo_dup         (const GlaTestMo  *self,
                                     gboolean          swapped);

/* gla_test_mo_write: into @folder, where translations into @name are looked for. */
void        gla_test_mo_write       (const GlaTestMo  *self,
                                     const char       *folder,
                                     const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTestMo, gla_test_mo_free)

G_END_DECLS

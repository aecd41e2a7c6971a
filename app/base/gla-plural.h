/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaPlural:
 *
 * How a language counts: which of the forms of a text goes with a number. The
 * rules are those of GNU gettext, so that a file of translations says the same
 * in its header (tests/project compares them).
 */
typedef struct _GlaPlural GlaPlural;

/** gla_plural_find: (transfer none) (nullable): of a language such as "pt_BR" or "pt"; %NULL: not known. */
const GlaPlural  *gla_plural_find        (const char       *language);

/** gla_plural_get_n_forms: 1 to 6. */
guint             gla_plural_get_n_forms (const GlaPlural  *self);

/** gla_plural_get_form: below gla_plural_get_n_forms(). */
guint             gla_plural_get_form    (const GlaPlural  *self,
                                          gulong            n);

G_END_DECLS

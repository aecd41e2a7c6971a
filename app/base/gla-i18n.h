/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <libintl.h>

G_BEGIN_DECLS

/*
 * Takes the place of <glib/gi18n.h> in the whole house. Texts are asked for in
 * the language that this thread has entered (gla-language.h), so that a sheet is
 * written in the patient's language while the window stays in the clinic's; a
 * thread that has entered none gets what gettext gives. Translators and xgettext
 * see the usual names; types are those of gettext(), and nobody writes to a text.
 */

/** gla_gettext: (transfer none): @text in the language of this thread. */
char  *gla_gettext   (const char *text) G_GNUC_FORMAT (1);

/** gla_pgettext: (transfer none): the same for a text that means several things, told apart by @context. */
char  *gla_pgettext  (const char *context,
                      const char *text) G_GNUC_FORMAT (2);

/** gla_ngettext: (transfer none): the same for a text that depends on a number of things. */
char  *gla_ngettext  (const char *one,
                      const char *many,
                      gulong      n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(text) gla_gettext (text)
#define C_(context, text) gla_pgettext (context, text)
#define N_(text) (text)
#define NC_(context, text) (text)
#undef ngettext
#define ngettext(one, many, n) gla_ngettext (one, many, n)

G_END_DECLS

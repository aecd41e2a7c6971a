/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_search_key_new:
 * @text: (nullable): what a person typed or a name as it is written
 *
 * Words in a form in which accents, case and punctuation do not matter:
 * "Müller-Łódź" gives "muller lodz", and, where a letter is also written with
 * two, that spelling as well ("mueller", "strasse", "oeyvind", "aase").
 * Letters of other scripts are kept, folded.
 *
 * Returns: (transfer full): words separated by one blank; empty for no words
 */
char  *gla_search_key_new   (const char *text);

/**
 * gla_search_key_split:
 *
 * The words of a query, folded as by gla_search_key_new() but each in one
 * spelling only, so that all of them can be asked for.
 *
 * Returns: (transfer full): words, in the order typed; possibly none
 */
GStrv  gla_search_key_split (const char *text);

/** gla_search_key_digits: (transfer full): the ASCII digits of @text, for telephone numbers. */
char  *gla_search_key_digits (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gla_unit_words_new:
 * @number: as it is shown, may be a range
 * @unit: of the table of facts or of the constants, such as "days"
 * @value: what the plural form goes by: the upper end of a range
 *
 * Returns: (transfer full): @number with its unit in the user's language; a unit that is
 *   no word, such as "U", stays as it is, and without one there is the number alone
 */
char *gla_unit_words_new (const char *number,
                          const char *unit,
                          double      value);

G_END_DECLS

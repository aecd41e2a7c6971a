/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-block.h"

G_BEGIN_DECLS

/**
 * gla_handout_dup_link:
 * @field: "clinic-web" or "clinic-phone"
 * @value: (nullable): what the clinic typed
 *
 * What a telephone opens when it is pointed at the code: an address with its scheme, or a
 * number to call without blanks. Only the clinic's own data can become a link.
 *
 * Returns: (transfer full) (nullable): %NULL if nothing can be opened
 */
char      *gla_handout_dup_link  (const char  *field,
                                  const char  *value);

/**
 * gla_handout_add_qr:
 * @link: of gla_handout_dup_link()
 * @shown: the same to be read by a person, beside it
 * @words: (nullable): what it is for, above that
 *
 * Adds a picture with a QR code of 24 mm and a margin of four modules (competition,
 * section 5); nothing if @link is longer than a code of that size can hold legibly.
 */
void       gla_handout_add_qr    (GPtrArray   *blocks,
                                  const char  *link,
                                  const char  *shown,
                                  const char  *words);

G_END_DECLS

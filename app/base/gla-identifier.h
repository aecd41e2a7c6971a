/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_IDENTIFIER_LENGTH: characters of a UUID in text form. */
#define GLA_IDENTIFIER_LENGTH 36

/** gla_identifier_new: (transfer full): a random UUID in lower-case text form. */
char     *gla_identifier_new      (void);

/**
 * gla_identifier_from_bits:
 * @high: 64 bits
 * @low: 64 bits
 *
 * A UUID (version 4 form) made from given bits, so that generated clinics and
 * repeated imports get the same identifiers every time.
 *
 * Returns: (transfer full): the identifier
 */
char     *gla_identifier_from_bits (guint64     high,
                                    guint64     low);

/** gla_identifier_from_text: (transfer full): the same identifier for the same @text, always. */
char     *gla_identifier_from_text (const char *text);

/** gla_identifier_is_valid: whether @text is a UUID in lower-case text form. */
gboolean  gla_identifier_is_valid  (const char *text);

G_END_DECLS

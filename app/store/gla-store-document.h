/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_store_add_document_copies:
 * @documents: (element-type GlaDocument)
 * @copies: (element-type GBytes): as many
 *
 * Many at once: all of them, each with its entry in the audit, or none.
 *
 * Returns: (transfer full): their identifiers, or %NULL with an error
 */
char    **gla_store_add_document_copies (GlaStore           *self,
                                         const GPtrArray    *documents,
                                         const char         *type,
                                         const GPtrArray    *copies,
                                         GError            **error);

G_END_DECLS

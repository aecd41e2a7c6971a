/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-letterhead.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** gla_store_read_letterhead: (transfer full): %NULL with an error. */
GlaLetterhead  *gla_store_read_letterhead  (GlaStore  *self,
                                            GError   **error);

G_END_DECLS

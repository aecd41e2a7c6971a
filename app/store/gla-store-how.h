/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-how.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_store_list_how:
 * @most: how many at most
 *
 * Words that this clinic has noted before, the most frequent first. Those of voided
 * treatments are among them: they are words, not records.
 *
 * Returns: (transfer full) (nullable)
 */
GStrv  gla_store_list_how (GlaStore  *self,
                           GlaHow     how,
                           guint      most,
                           GError   **error);

G_END_DECLS

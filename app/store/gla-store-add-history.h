/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_store_add_history:
 *
 * Adds a whole patient with everything in the history, the vials that it names
 * included, as part of a batch. Staff and the protocols that its cases went by must
 * be there already.
 */
gboolean  gla_store_add_history (GlaStore          *self,
                                 const GlaHistory  *history,
                                 GError           **error);

G_END_DECLS

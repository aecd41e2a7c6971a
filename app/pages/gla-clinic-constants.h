/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_clinic_constants_read:
 *
 * Returns: (transfer full): the constants of the catalogue with the clinic's own values in
 *   their place, or %NULL with @error set. Well under a millisecond.
 */
GlaConstants  *gla_clinic_constants_read  (GlaStore       *store,
                                           GlaCatalogue   *catalogue,
                                           GError        **error);

G_END_DECLS

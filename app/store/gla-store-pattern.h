/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pattern.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * Patterns of injections that are used again. Each write has its entry in the audit;
 * removing one is gla_store_void() with %GLA_TABLE_PATTERN.
 */

/** gla_store_add_pattern: @id: (out) (optional) (transfer full). */
gboolean    gla_store_add_pattern    (GlaStore          *self,
                                      const GlaPattern  *pattern,
                                      char             **id,
                                      GError           **error);

/** gla_store_amend_pattern: of the revision that was read; fails with CHANGED otherwise. */
gboolean    gla_store_amend_pattern  (GlaStore          *self,
                                      const GlaPattern  *pattern,
                                      GError           **error);

/**
 * gla_store_list_patterns:
 * @staff: (nullable): who looks
 *
 * Returns: (transfer full) (element-type GlaPattern): theirs first, then those of the
 *   clinic, by name
 */
GPtrArray  *gla_store_list_patterns  (GlaStore          *self,
                                      const char        *staff,
                                      GError           **error);

G_END_DECLS

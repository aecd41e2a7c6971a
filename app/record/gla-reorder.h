/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GLA_REORDER_MOST: highest level that can be set. */
#define GLA_REORDER_MOST 999

/**
 * gla_reorder_levels_from_text:
 * @text: (nullable): as the setting GLA_SETTING_REORDER_LEVELS has it: "ona=5 abo-p=3"
 *
 * Returns: (transfer full) (element-type utf8 int): unopened vials below which a product is to
 *   be ordered, by its key; what can't be read is left out
 */
GHashTable  *gla_reorder_levels_from_text (const char  *text);

/** gla_reorder_levels_to_text: (transfer full): sorted by product; levels of 0 are left out. */
char        *gla_reorder_levels_to_text   (GHashTable  *levels);

/** gla_reorder_levels_get: 0 if there is none. */
int          gla_reorder_levels_get       (GHashTable  *levels,
                                           const char  *product);

/** gla_reorder_levels_set: 0 takes it away. */
void         gla_reorder_levels_set       (GHashTable  *levels,
                                           const char  *product,
                                           int          level);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** GlaHow: what can be noted of how an injection is given, in free words. */
typedef enum
{
  GLA_HOW_DEPTH,
  GLA_HOW_NEEDLE,
  GLA_HOW_TECHNIQUE,
  GLA_N_HOWS,
} GlaHow;

/**
 * gla_how_join:
 * @depth: (nullable)
 * @needle: (nullable)
 * @technique: (nullable)
 *
 * Returns: (transfer full) (nullable): "dermal · 30 G · fanning"; %NULL if nothing is noted
 */
char *gla_how_join (const char *depth,
                    const char *needle,
                    const char *technique);

G_END_DECLS

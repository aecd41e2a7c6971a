/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaRegion:
 *
 * Where a label holds (products-and-areas, A3 and A6). Values can be joined to
 * a set; %GLA_REGION_ANY is every region.
 */
typedef enum
{
  GLA_REGION_NONE = 0,
  GLA_REGION_US = 1 << 0,
  GLA_REGION_EU = 1 << 1,
  GLA_REGION_UK = 1 << 2,
  GLA_REGION_KR = 1 << 3,
  GLA_REGION_CN = 1 << 4,
  GLA_REGION_ANY = GLA_REGION_US | GLA_REGION_EU | GLA_REGION_UK | GLA_REGION_KR | GLA_REGION_CN,
} GlaRegion;

/** gla_region_from_key: "US", "EU", "UK", "KR", "CN"; %GLA_REGION_NONE for anything else. */
GlaRegion    gla_region_from_key  (const char *key);

/** gla_region_get_key: (transfer none) (nullable): of one region; %NULL for a set. */
const char  *gla_region_get_key   (GlaRegion   region);

/** gla_region_get_name: (transfer none) (nullable): of one region, in the user's language. */
const char  *gla_region_get_name  (GlaRegion   region);

G_END_DECLS

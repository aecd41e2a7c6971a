/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-region.h"

#include "gla-i18n.h"

static const struct
{
  GlaRegion   region;
  const char *key;
  const char *name;
} regions[] = {
  { GLA_REGION_US, "US", N_("United States") },
  { GLA_REGION_EU, "EU", N_("European Union") },
  { GLA_REGION_UK, "UK", N_("United Kingdom") },
  { GLA_REGION_KR, "KR", N_("South Korea") },
  { GLA_REGION_CN, "CN", N_("China") },
};

GlaRegion
gla_region_from_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (g_strcmp0 (key, regions[i].key) == 0)
      return regions[i].region;
  return GLA_REGION_NONE;
}

const char *
gla_region_get_key (GlaRegion region)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (region == regions[i].region)
      return regions[i].key;
  return NULL;
}

const char *
gla_region_get_name (GlaRegion region)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++)
    if (region == regions[i].region)
      return _(regions[i].name);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"

G_BEGIN_DECLS

/** GlaPack: one kind of vial that can be chosen: a presentation, or a product that has none. */
typedef struct
{
  const char *product;       /* catalogue key */
  const char *presentation;  /* catalogue key, or NULL */
  GlaUnits units;            /* in the vial, or unknown */
  char *name;                /* "BOTOX Cosmetic 100 U" */
} GlaPack;

/** gla_pack_choice_list: (transfer full) (element-type GlaPack): all of the catalogue, whose keys it borrows. */
GPtrArray  *gla_pack_choice_list  (GlaCatalogue  *catalogue);

/** gla_pack_choice_find: index in @packs, or -1. */
int         gla_pack_choice_find  (GPtrArray     *packs,
                                   const char    *product,
                                   const char    *presentation);

/** gla_pack_get_name: (transfer full): what kind of vial that is, in words. */
char       *gla_pack_get_name     (GlaCatalogue  *catalogue,
                                   const char    *product,
                                   const char    *presentation);

G_END_DECLS

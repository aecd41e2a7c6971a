/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-product.h"

G_BEGIN_DECLS

/* Shared by the type, the reader of products.xml and what a clinic adds by hand. */
struct _GlaProduct
{
  char      *key;
  char      *code;
  char      *family;
  char      *dose_group;
  char      *unit_name;
  char      *name;
  char      *generic;
  GStrv      brands;
  gboolean   own;
  GPtrArray *facts[GLA_N_FACTS];
  GPtrArray *presentations;
  GPtrArray *dilutions;
  GPtrArray *storages;
  GPtrArray *licences;
  GPtrArray *indications;
  GPtrArray *intervals;
};

/** gla_product_new: (transfer full): without content; to be filled before it is published. */
GlaProduct  *gla_product_new (void);

G_END_DECLS

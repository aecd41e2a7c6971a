/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaCarton:
 *
 * What a product number on cartons means, as a person of the clinic chose it once.
 */
typedef struct
{
  const char *gtin;          /* 14 digits */
  const char *product;       /* catalogue key */
  const char *presentation;  /* catalogue key of the pack, or NULL */
  GlaUnits content;          /* units of this product in each vial, or unknown */
  gint64 revision;
} GlaCarton;

GLA_DECLARE_RECORD (GlaCarton, gla_carton)

G_END_DECLS

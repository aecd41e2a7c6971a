/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaClinicProduct:
 *
 * A product that the clinic added to the catalogue. Its units are a family of
 * their own unless the clinic names the family of a product in the catalogue.
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *code;        /* short, for the timeline, such as "ONA" */
  const char *unit_family; /* NULL: a family of its own */
  GlaUnits content;        /* units of a full vial, or unknown */
  gboolean active;
  gint64 revision;
} GlaClinicProduct;

GLA_DECLARE_RECORD (GlaClinicProduct, gla_clinic_product)

/**
 * GlaClinicArea:
 *
 * A treatment area that the clinic added to the catalogue.
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *code;   /* typed to choose it, such as "gl" */
  gboolean has_sides;
  const char *scale;  /* catalogue key */
  gboolean active;
  gint64 revision;
} GlaClinicArea;

GLA_DECLARE_RECORD (GlaClinicArea, gla_clinic_area)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaVial:
 *
 * One physical vial of a lot of a product. Units left are not a field: the store
 * works them out from what was drawn.
 */
typedef struct
{
  const char *id;
  const char *product;       /* catalogue key */
  const char *presentation;  /* catalogue key of the pack, or NULL */
  const char *lot;           /* NULL: unknown */
  GlaDay expiry;             /* last day of use, GLA_DAY_NONE if not known */
  GlaUnits content;          /* units of this product in the full vial */
  GlaDay received;
  const char *supplier;
  const char *diluent;
  gint64 diluent_volume;     /* microlitres, 0 if not reconstituted or ready to use */
  const char *reconstituted; /* local time, YYYY-MM-DDTHH:MM, or NULL */
  GlaVialState state;
  const char *note;
  const char *gtin;          /* product number of its carton, 14 digits, or NULL */
  const char *serial;        /* serial number of its carton, or NULL */
  gint64 revision;
} GlaVial;

GLA_DECLARE_RECORD (GlaVial, gla_vial)

G_END_DECLS
